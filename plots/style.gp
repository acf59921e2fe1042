# The look that all charts share, and where their panels stand. Loaded before each template; lengths are pixels of a
# picture `width` wide.
#
# Set by the program before this file is loaded:
#   templates           the folder of this file, with a '/' behind
#   title1, title2      the finding, in one line or two (title2 is '' then)
#   subtitle, footer    what is plotted; where it comes from
#   width, height       of the picture
#   font_scale          how large a point is in the format at hand
#   first_year, last_year
#   bottom, top, step   the y axis of all panels, and how far its labels are apart
#   data                the path of the data file: a block a panel, two blank lines between them; columns: see the template
#   panels              how many; and for each panel N, from 1:
#     pN_title, pN_note               its name and its own finding
#     pN_lines, pN_label1, pN_at1     lines; what stands at the end of each, and where on the y axis
#     pN_beyond1                      1 when the line ends beyond a limit, so that its label turns red
#     pN_bounds, pN_bound1            thin lines across, and where they lie
#     pN_bound_label1, pN_bound_at1   what stands at the end of each, and where
blue = '#0072b2'; red = '#b3400a'; grey = '#595959'; ink = '#1a1a1a'; faint = '#dddddd'
tint_short = '#f6cdb8'; tint_spare = '#cfe4f4'

unset border
unset key
set tics scale 0 nomirror
set grid ytics lt 1 lw 1 lc rgb faint
set ytics textcolor rgb grey
set xtics textcolor rgb grey
span = last_year - first_year
set xrange [span > 0 ? first_year : first_year - 1 : span > 0 ? last_year : last_year + 1]
set yrange [bottom:top]
year_step = int(panels > 1 ? (int(span) % 2 == 0 ? span / 2 : span) : ceil(span / 10.0))
set xtics first_year, year_step > 0 ? year_step : 1, last_year
set format x '%.0f'

columns = panels < 3 ? int(panels) : 3
rows = int(ceil(panels / (columns * 1.0)))
edge = 36.0       # between the picture's rim and what stands nearest to it
axis = 72.0       # the labels of the y axis, left of the first column
ends = panels > 1 ? 172.0 : 250.0 # the labels at the ends of lines, right of each panel
between = 12.0    # from a label's end to the next panel
head = strlen(title2) > 0 ? 150.0 : 112.0
foot = 62.0
cell = (width - edge - axis - between) / columns
tall = (height - head - foot) / rows
across(x) = x / width
down(y) = 1 - y / height

dot = font_scale > 1 ? 0.5 : 1.1 # a point of an SVG is larger

# A font size, for the format at hand: 15 is that of ordinary text.
points(n) = sprintf(',%.1f', n * font_scale)

# A number with commas between thousands, whatever the locale.
grouped(n) = n < 1000 ? sprintf('%.0f', n) : sprintf('%d,%03d', int(n) / 1000, int(n) % 1000)
set multiplot
