# Class size by stage against its limit. A panel a stage; data columns: year, mean, largest, limit, and the
# largest once more where a class is above the limit of its own grade.
# Other variables: style.gp says which.
line_colours = sprintf('%s %s %s %s', blue, grey, ink, red)
tick(y) = sprintf('%.0f', y)
do for [p = 1:int(panels)] {
    load templates.'panel.gp'
    plot data index p - 1 using 1:4 with lines lt 1 dt 3 lw 2 lc rgb ink, \
        '' index p - 1 using 1:3 with lines lt 1 dt (14, 7) lw 2.5 lc rgb grey, \
        '' index p - 1 using 1:2 with lines lt 1 lw 4 lc rgb blue, \
        '' index p - 1 using 1:5 with points pt 7 ps dot lc rgb red
}
