# A reader that has seen enough is no failure: nothing is said of it, and the status is that of the work.
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
"$SEATSIM" check "$plan" > /dev/null 2>&1
direct=$?
{ sleep 0.3; "$SEATSIM" check "$plan" 2> errors; echo $? > status; } | :
[ "$(cat status)" = $direct ] || echo "the status is $(cat status), without a pipe it is $direct"
grep 'standard output' errors
:
