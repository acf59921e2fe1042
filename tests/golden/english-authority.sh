# Infant classes above 30 and places left over: the targets, and each area's primary schools.
plan=$SOURCE/scenarios/english-authority/english-authority.yaml
"$SEATSIM" check "$plan" 2> /dev/null
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
grep -E ',district,[a-z]+,primary,,(demand|seats|surplus|class_size_max|classes_over_limit),' out/indicators.csv | cut -d, -f3,5,8,10
