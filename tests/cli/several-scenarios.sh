# Several scenarios get a folder each; one that is wrong does not keep the others from being written.
cp "$SOURCE/scenarios/rizhao/rizhao.yaml" one.yaml
cp one.yaml two.yaml
echo 'seatsim: 1' > wrong.yaml
"$SEATSIM" run one.yaml wrong.yaml two.yaml -o out --no-plots --quiet 2> errors
status=$?
grep -q '^wrong.yaml:' errors || cat errors
ls out
exit $status
