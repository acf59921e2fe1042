# What docs/explain.md and the README show of explain is what the command says: every block that begins with a command.
cd "$SOURCE" || exit 1
work=$OLDPWD
for page in README.md docs/explain.md; do
    awk -v work="$work" '
        /^    \$ (build\/)?seatsim explain / { count++; command = $0; sub(/^.*seatsim /, "", command); print command > (work "/" count ".command"); next }
        command && /^    / { print substr($0, 5) > (work "/" count ".shown"); next }
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
