"$SEATSIM" --version
