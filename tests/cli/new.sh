# A scenario to begin with, for each standard: valid without a warning, and it runs.
for file in "$SOURCE"/scenarios/standards/*.yaml; do
    standard=$(basename "$file" .yaml)
    "$SEATSIM" new --standard "$standard" > "$standard-plan.yaml"
    "$SEATSIM" validate "$standard-plan.yaml"
    "$SEATSIM" run --quiet --no-plots -o out "$standard-plan.yaml" && [ -s out/indicators.csv ] || echo "$standard does not run"
    "$SEATSIM" validate --quiet "$standard-plan.yaml" --variant births-fall,one-year-late
done
"$SEATSIM" new | cmp - cn-2017-plan.yaml && echo "cn-2017 is the default"
"$SEATSIM" new --standard cn-2071
