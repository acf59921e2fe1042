# The region's indicators of the example, number by number.
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" -o out --no-plots --quiet 2> /dev/null
grep -e '^scenario,' -e ',region,' out/indicators.csv
