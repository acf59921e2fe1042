# slow: what --resolved prints loads from another folder with the same results to the last byte, and prints itself but for comments.
# Every scenario that ships, every good one among the tests, and random ones where there is Python.
again() { # NAME FILE: says what differs
    name=$(basename "$2" .yaml)
    rm -rf "$1"
    mkdir -p "$1/elsewhere/deep"
    "$SEATSIM" validate -q --data "$SOURCE/scenarios" "$2" > /dev/null 2>&1 || return 0
    "$SEATSIM" run --no-plots -q --data "$SOURCE/scenarios" -o "$1/given" "$2" 2> "$1/said" || return 0
    "$SEATSIM" validate --resolved --data "$SOURCE/scenarios" "$2" > "$1/elsewhere/deep/$name.yaml" 2>> "$1/said" ||
        echo "$1: cannot be printed"
    (
        cd "$1/elsewhere/deep" || exit 1
        "$SEATSIM" run --no-plots -q -o ../../again "$name.yaml" 2> /dev/null || echo "$1: does not load again"
        "$SEATSIM" run --no-plots -q -o ../../input - < "$name.yaml" 2> /dev/null || echo "$1: does not load from standard input"
        "$SEATSIM" validate --resolved "$name.yaml" 2> /dev/null | bare > ../../second
        bare < "$name.yaml" | cmp -s - ../../second || echo "$1: prints differently the second time"
    )
    diff -rq "$1/given" "$1/again"
    cut -d , -f 2- "$1/given/indicators.csv" > "$1/given.csv"
    cut -d , -f 2- "$1/input/indicators.csv" | cmp -s - "$1/given.csv" || echo "$1: other results from standard input"
    done=$((done + 1))
}
bare() { # without what begins with the comments of this program
    sed -e '/^ *# /d' -e 's/ *  # [^"'"'"']*$//'
}

done=0
for file in "$SOURCE"/scenarios/*/*.yaml "$SOURCE"/tests/cases/*.yaml "$SOURCE"/tests/bad/*.yaml; do
    case $file in */scenarios/standards/*) continue ;; esac
    again "$(basename "$file")" "$file"
done
[ "$done" -ge 5 ] && echo "scenarios: the same"
if command -v python3 > /dev/null; then
    for seed in 1 2 3 4 5 6 7 8 9 10; do
        PYTHONDONTWRITEBYTECODE=1 python3 "$SOURCE/tests/oracle/generate.py" --seed "$seed" > "random-$seed.yaml"
        again "$seed" "random-$seed.yaml"
    done
    [ "$done" -ge 15 ] || echo "only $done were run"
fi
