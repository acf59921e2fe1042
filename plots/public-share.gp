# Public and inclusive share against their targets, in percent. One panel; data columns: year, public, public or inclusive.
# Other variables: style.gp says which.
line_colours = sprintf('%s %s', blue, red)
tick(y) = sprintf('%.0f%%%%', y) # gnuplot reads labels at the axis as formats once more
do for [p = 1:int(panels)] {
    load templates.'panel.gp'
    plot data index p - 1 using 1:3 with lines lt 1 dt (18, 6, 3, 6) lw 3.5 lc rgb red, \
        '' index p - 1 using 1:2 with lines lt 1 lw 4 lc rgb blue
}
