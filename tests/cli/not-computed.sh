# What the language has and the engine does not compute is checked, and refused by a run.
"$SEATSIM" validate "$SOURCE/tests/cases/every-key.yaml" &&
    "$SEATSIM" run --set allocation.primary.policy=zones "$SOURCE/tests/cases/every-key.yaml"
