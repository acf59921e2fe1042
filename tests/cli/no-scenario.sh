# E513
"$SEATSIM" run
