# E514: their files would overwrite each other.
"$SEATSIM" run one/plan.yaml two/plan.yaml -o out; status=$?
[ ! -e out ] || echo "out was made"
exit $status
