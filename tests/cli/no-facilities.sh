# Without the results of facilities those of districts and the region are the same to the last byte, and so are verdicts and
# the table on the terminal; facilities.csv has its head only.
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" --no-plots -o all > all.txt 2> /dev/null
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" --no-plots --no-facilities -o districts > districts.txt 2> /dev/null
sed 's|all/|districts/|' all.txt | cmp - districts.txt
grep -v ',facility,' all/indicators.csv | cmp - districts/indicators.csv
cmp all/pupils.csv districts/pupils.csv
cmp all/targets.csv districts/targets.csv
cat districts/facilities.csv
