# slow: every scenario that is shipped is valid in its base reading and in every variant. The warnings that remain are read: a file
# silences, with a reason beside `allow:`, those that belong to its question.
for plan in "$SOURCE"/scenarios/*/*.yaml; do
    case $plan in */standards/*) continue ;; esac
    "$SEATSIM" validate "$plan"
    for variant in $(sed -n '/^variants:/,/^[a-z]/s/^  \([a-z0-9-]*\):.*/\1/p' "$plan"); do
        "$SEATSIM" validate --quiet --variant "$variant" "$plan" || echo "$variant of $plan is not valid"
    done
done
# ... and each of the four standards is used by one of them.
for standard in "$SOURCE"/scenarios/standards/*.yaml; do
    name=$(basename "$standard" .yaml)
    grep -lq "^standard: $name\$" "$SOURCE"/scenarios/*/*.yaml && echo "$name is used" || echo "$name is used by no scenario"
done
