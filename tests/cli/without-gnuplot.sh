# Without gnuplot the tables still come, with one warning that says how to install it.
PATH=/nowhere "$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" -o out 2> errors > /dev/null
echo "status $?"
cat errors
ls -A out
