# Alone it tells how it is used, on standard error.
"$SEATSIM"
