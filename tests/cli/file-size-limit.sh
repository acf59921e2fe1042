# A file that may grow no further is a failed write: nothing is left half-written.
(ulimit -f 8; "$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" -o out --no-plots --quiet)
echo "exit $?"
ls -A
