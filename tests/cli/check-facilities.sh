# A check keeps no results of facilities, but where a target asks about them; so does a run without them.
cat > plan.yaml <<'END'
seatsim: 1
extends: rizhao.yaml
targets:
  - {id: every-school, indicator: enrolled, stage: junior, scope: facilities, at_most: 2000, in: 2023}
END
cp "$SOURCE/scenarios/rizhao/rizhao.yaml" .
"$SEATSIM" run plan.yaml --no-plots -o all -q 2> /dev/null
"$SEATSIM" run plan.yaml --no-plots -o some -q --no-facilities 2> /dev/null
cmp all/targets.csv some/targets.csv && grep -c every-school some/targets.csv
"$SEATSIM" check plan.yaml 2> /dev/null | grep every-school
