# One panel's place, axis and labels; `p` is its number, `line_colours` the colour of each line, tick(y) the text at the y axis.
column = int(p - 1) % columns
start = head + tall * (int(p - 1) / columns)
left = edge + axis + cell * column
set lmargin at screen across(left)
set rmargin at screen across(left + cell - ends)
set tmargin at screen down(start + (panels > 1 ? 78 : 24))
set bmargin at screen down(start + tall - 38)
set ytics (column > 0 ? '' : tick(bottom) bottom)
do for [i = 1:int((top - bottom) / step + 0.5)] {
    set ytics add (column > 0 ? '' : tick(bottom + i * step) bottom + i * step)
}
unset label
unset arrow
if (p == 1) {
    set label 1 title1 at screen across(edge), down(40) left font points(22) textcolor rgb ink
    set label 2 title2 at screen across(edge), down(78) left font points(22) textcolor rgb ink
    set label 3 subtitle at screen across(edge), down(strlen(title2) > 0 ? 120 : 86) left textcolor rgb grey
    set label 4 footer at screen across(edge), down(height - 22) left font points(12) textcolor rgb grey
}
if (panels > 1) {
    set label 5 value(sprintf('p%d_title', p)) at screen across(left), down(start + 20) left font points(18) textcolor rgb ink
    set label 6 value(sprintf('p%d_note', p)) at screen across(left), down(start + 48) left font points(12) textcolor rgb grey
}
do for [i = 1:int(value(sprintf('p%d_lines', p)))] {
    set label 10 + i value(sprintf('p%d_label%d', p, i)) at screen across(left + cell - ends + 8), \
        first value(sprintf('p%d_at%d', p, i)) left \
        textcolor rgb (value(sprintf('p%d_beyond%d', p, i)) > 0 ? red : word(line_colours, i))
}
do for [i = 1:int(value(sprintf('p%d_bounds', p)))] {
    at = value(sprintf('p%d_bound%d', p, i))
    set arrow 10 + i from graph 0, first at to graph 1, first at nohead lt 1 dt 3 lw 2 lc rgb ink front
    set label 20 + i value(sprintf('p%d_bound_label%d', p, i)) at screen across(left + cell - ends + 8), \
        first value(sprintf('p%d_bound_at%d', p, i)) left textcolor rgb ink
}
