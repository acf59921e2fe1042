# Ctrl-C ends a check at once with status 130, and leaves nothing behind; a reader that has seen enough is no failure.
mkdir plans
for number in $(seq 400); do
    cp "$SOURCE/scenarios/rizhao/rizhao.yaml" plans/$number.yaml
done
ls plans > before
timeout --preserve-status -s INT 0.1 "$SEATSIM" check plans > /dev/null 2>&1
echo "status $?"
ls plans | diff before - && ls
rm plans/??*.yaml
for format in text json csv junit tap github; do
    { "$SEATSIM" check --format $format plans 2> errors; echo $? > status; } | head -1 > /dev/null
    [ "$(cat status)" = 1 ] || echo "$format: the status is $(cat status)"
    grep 'standard output' errors
done
:
