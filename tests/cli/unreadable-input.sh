# E516
"$SEATSIM" validate - < /
