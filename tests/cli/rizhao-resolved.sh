# One file with everything in it: standard, scenario, a variant, a --set. The first lines, and those that were changed;
# the numbers of lines are left out.
"$SEATSIM" validate --resolved "$SOURCE/scenarios/rizhao/rizhao.yaml" --variant births-keep-falling,three-schools-late \
    --set projects.jinhaiwan.lag=1 --set 'allocation.*.transfer += 5%' > resolved.yaml
sed 's/:[0-9][0-9]*\(;\|$\)/:LINE\1/' resolved.yaml > without-numbers
head -n 12 without-numbers
echo ...
grep -E '# (variant|--set)' without-numbers
echo ...
sed -n '/^facilities:/,/^- id: inclusive/p' without-numbers
# The same texts as the standard's and the scenario's, in both tables.
"$SEATSIM" check resolved.yaml > resolved.txt
"$SEATSIM" check "$SOURCE/scenarios/rizhao/rizhao.yaml" --variant births-keep-falling,three-schools-late \
    --set projects.jinhaiwan.lag=1 --set 'allocation.*.transfer += 5%' | diff - resolved.txt && echo 'the same verdicts'
