# What stands in the way is named, and left alone.
echo keep > out
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" -o out --no-plots > /dev/null 2> errors
status=$?
grep error: errors
cat out
exit $status
