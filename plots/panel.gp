# One panel's place, axis and labels; `p` is its number, `line_colours` the colour of each line.
column = int(p - 1) % columns
row = int(p - 1) / columns
set lmargin at screen edge + column * part + 0.042
set rmargin at screen edge + (column + 1) * part - (panels > 1 ? 0.088 : 0.2)
set tmargin at screen head - row * tall - 0.085
set bmargin at screen head - (row + 1) * tall + 0.05
set yrange [value(sprintf('p%d_bottom', p)):value(sprintf('p%d_top', p))]
unset label
unset arrow
if (p == 1) {
    set label 1 title1 at screen edge, 0.955 left font ',22' textcolor rgb ink
    set label 2 title2 at screen edge, 0.91 left font ',22' textcolor rgb ink
    set label 3 subtitle at screen edge, (strlen(title2) > 0 ? 0.86 : 0.9) left textcolor rgb grey
    set label 4 footer at screen edge, 0.028 left font ',12' textcolor rgb grey
}
if (panels > 1) {
    set label 5 value(sprintf('p%d_title', p)) at screen edge + column * part, head - row * tall - 0.025 left font ',18' textcolor rgb ink
    set label 6 value(sprintf('p%d_note', p)) at screen edge + column * part, head - row * tall - 0.06 left font ',13' textcolor rgb grey
}
do for [i = 1:int(value(sprintf('p%d_lines', p)))] {
    set label 10 + i value(sprintf('p%d_label%d', p, i)) at graph 1.02, first value(sprintf('p%d_at%d', p, i)) left textcolor rgb word(line_colours, i)
}
do for [i = 1:int(value(sprintf('p%d_bounds', p)))] {
    at = value(sprintf('p%d_bound%d', p, i))
    set arrow 10 + i from graph 0, first at to graph 1, first at nohead lt 1 dt '-' lw 1.5 lc rgb ink front
    set label 20 + i value(sprintf('p%d_bound_label%d', p, i)) at graph 0.005, first at offset 0, 0.7 left textcolor rgb ink front
}
