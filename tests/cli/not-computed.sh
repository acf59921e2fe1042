# What the language has and the engine does not compute is checked, and refused by a run.
"$SEATSIM" validate "$SOURCE/tests/cases/every-key.yaml" --set allocation.kindergarten.policy=preference &&
    "$SEATSIM" run "$SOURCE/tests/cases/every-key.yaml" --set allocation.kindergarten.policy=preference
