# What the README, docs/explain.md and docs/compare.md show of explain and compare is what the command says: every block that begins
# with a command.
cd "$SOURCE" || exit 1
work=$OLDPWD
for page in README.md docs/explain.md docs/compare.md; do
    awk -v work="$work" '
        /^    \$ (build\/)?seatsim (explain|compare) / {
            count++; blank = ""; command = $0; sub(/^.*seatsim /, "", command); print command > (work "/" count ".command"); next }
        command && /^    / { printf "%s%s\n", blank, substr($0, 5) > (work "/" count ".shown"); blank = ""; next }
        command && /^$/ { blank = blank "\n"; next }
        { command = "" }
        END { print count + 0 }' "$page" > "$work/count"
    echo "$page: $(cat "$work/count") commands"
    for command in "$work"/*.command; do
        shown=${command%.command}.shown
        # shellcheck disable=SC2046
        "$SEATSIM" $(cat "$command") 2> /dev/null > "$work/written"
        diff -u "$shown" "$work/written"
    done
    rm -f "$work"/*.command "$work"/*.shown
done
