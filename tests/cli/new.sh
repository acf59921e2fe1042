# slow: a scenario to begin with, for each standard: valid without a warning, and it runs; in Chinese it says the same.
values() { sed 's/ *# .*//; /title:/d' "$1"; }
for file in "$SOURCE"/scenarios/standards/*.yaml; do
    standard=$(basename "$file" .yaml)
    "$SEATSIM" new --standard "$standard" > "$standard-plan.yaml"
    "$SEATSIM" validate "$standard-plan.yaml"
    "$SEATSIM" run --quiet --no-plots -o out "$standard-plan.yaml" && [ -s out/indicators.csv ] || echo "$standard does not run"
    "$SEATSIM" validate --quiet "$standard-plan.yaml" --variant births-fall,one-year-late
    "$SEATSIM" new --standard "$standard" --lang zh > "$standard-zh.yaml"
    "$SEATSIM" validate --quiet "$standard-zh.yaml"
    values "$standard-plan.yaml" > en
    values "$standard-zh.yaml" | cmp - en
done
"$SEATSIM" new | cmp - cn-2017-plan.yaml && echo "cn-2017 is the default"
grep -q '# .*学段' cn-2017-zh.yaml || echo 'the comments are not in Chinese'

echo "-- a standard of one's own: one stage, one grade, one sector"
cat > village.yaml <<'Y'
seatsim: 1
standard_id: village
stages: [{id: nursery, entry_age: 0, grades: [all], class_limit: 12}]
sectors: [parish]
Y
"$SEATSIM" new --standard village > village-plan.yaml
"$SEATSIM" validate village-plan.yaml
"$SEATSIM" run --quiet village-plan.yaml

echo "-- each key that is commented out is right when it is taken up alone; which of them bring a warning"
for plan in *-plan.yaml; do
    lines=$(grep -nE '^ *# (- \{)?[a-z_]+: ' "$plan" | cut -d: -f1)
    echo "$plan: $(echo "$lines" | wc -l) keys"
    for line in $lines; do
        sed "${line}s/# //" "$plan" > taken-up.yaml
        "$SEATSIM" validate taken-up.yaml > said 2> complaints || { sed -n "${line}p" "$plan"; cat complaints; }
        grep -q 'no warnings' said || sed -n "${line}s/ *# \([a-z]*\):.*/\1/p" "$plan"
    done
done
"$SEATSIM" new --standard cn-2071
