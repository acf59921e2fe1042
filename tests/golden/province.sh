# A hundred districts from tables: the targets, the region's figures, and how many districts are short.
#
# What the tables hold, added up by another program; the base year must agree with it.
tables=$SOURCE/scenarios/province
awk -F, 'NR > 1 {pupils[$2] += $4} END {for (stage in pupils) print "pupils", stage, pupils[stage]}' "$tables/pupils.csv" | sort
awk -F, 'NR > 1 {rooms[$4] += $7} END {for (stage in rooms) print "rooms", stage, rooms[stage]}' "$tables/facilities.csv" | sort
"$SEATSIM" check "$tables/province.yaml" 2> /dev/null
"$SEATSIM" run "$tables/province.yaml" -o out --no-plots --quiet 2> /dev/null
grep -E ',2024,region,,[a-z]+,,(enrolled|rooms),' out/indicators.csv | cut -d, -f6,8,10
grep -E ',region,,[a-z]+,,(demand|seats|shortage|surplus),' out/indicators.csv | cut -d, -f3,6,8,10
grep -E ',district,d[0-9]+,[a-z]+,,shortage,' out/indicators.csv |
    awk -F, '$10 > 0 {short[$3 " " $6]++} END {for (row in short) print "short", row, short[row]}' | sort
# The tables come from a script with a fixed seed: it still writes them.
if command -v python3 > /dev/null; then
    cp "$tables/make-tables.py" . && python3 make-tables.py
    for table in *.csv; do cmp "$table" "$tables/$table"; done
fi
