# --resolved belongs to validate alone, and prints YAML only.
"$SEATSIM" run --resolved "$SOURCE/tests/cases/small.yaml"
echo "$?"
"$SEATSIM" validate --resolved --format json "$SOURCE/tests/cases/small.yaml"
echo "$?"
echo "-- what is wrong is told, and nothing printed"
"$SEATSIM" validate --resolved "$SOURCE/tests/cases/small.yaml" --set years=2020
