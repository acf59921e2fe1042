# The schema is written whole, and takes no scenario.
"$SEATSIM" schema | head -n 4
"$SEATSIM" schema | cmp - "$SOURCE/scenarios/seatsim.schema.json" && echo as committed
"$SEATSIM" schema plan.yaml
