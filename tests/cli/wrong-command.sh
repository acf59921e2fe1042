# E510: a mistyped command gets the nearest.
"$SEATSIM" chekc scenario.yaml
