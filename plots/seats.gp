# Seats against children, with what is short and what is to spare shaded. A panel a stage; data columns: year, children, seats.
# Other variables: style.gp says which.
line_colours = sprintf('%s %s', ink, blue)
tick(y) = grouped(y)
do for [p = 1:int(panels)] {
    load templates.'panel.gp'
    plot data index p - 1 using 1:2:3 with filledcurves above fc rgb tint_short, \
        '' index p - 1 using 1:2:3 with filledcurves below fc rgb tint_spare, \
        '' index p - 1 using 1:3 with lines lt 1 dt (14, 7) lw 3.5 lc rgb blue, \
        '' index p - 1 using 1:2 with lines lt 1 lw 4 lc rgb ink
}
