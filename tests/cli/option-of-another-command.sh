# E512
"$SEATSIM" check --output out scenario.yaml
