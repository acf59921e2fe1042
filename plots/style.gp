# The look that all charts share, and where their panels stand. Loaded before each template.
#
# Set by the program before: title1, title2 (the finding, in one or two lines), subtitle, footer, first_year, last_year,
# panels, data (the path of the data file), and for each panel N from 1: pN_title, pN_note, pN_bottom and pN_top (the y axis),
# pN_lines, pN_label1.. and pN_at1.. (what stands at the end of each line, and where), pN_bounds, pN_bound1.. and
# pN_bound_label1.. (thin lines across).
blue = '#0072b2'; red = '#b3400a'; grey = '#595959'; ink = '#1a1a1a'; faint = '#dddddd'
tint_short = '#f6cdb8'; tint_spare = '#cfe4f4'
small = 0.85; large = 1.35

unset border
unset key
set tics scale 0 nomirror
set grid ytics lt 1 lw 1 lc rgb faint
set ytics textcolor rgb grey
set xtics textcolor rgb grey
set xrange [first_year:last_year]
year_step = last_year - first_year > 6 ? (panels > 1 ? ceil((last_year - first_year) / 2.0) : 2) : (panels > 1 ? 2 : 1)
set xtics first_year, year_step, last_year
set format x '%.0f'

columns = panels < 3 ? int(panels) : 3
rows = int(ceil(panels / (columns * 1.0)))
edge = 0.024
head = strlen(title2) > 0 ? 0.775 : 0.82
part = (1.0 - 2 * edge) / columns
tall = (head - 0.09) / rows
set multiplot
