# Infant classes above 30 and places left over: the targets, and each area's primary schools.
#
# Riverside in 2025. Reception is 98 % of the children born until 31 August 2021 and after 31 August 2020:
# 0.98 (346 x 243/365 + 326 x 122/365) = 332.5, for admission numbers of 330 and one bulge class. Of these 18.2 % each ask at Lock
# Lane, Meadow and Mill: 60.5, which is 61 in two classes: 31 and 30.
plan=$SOURCE/scenarios/english-authority/english-authority.yaml
"$SEATSIM" check "$plan" 2> /dev/null
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
grep -E ',district,[a-z]+,primary,,(demand|seats|surplus|class_size_max|classes_over_limit),' out/indicators.csv | cut -d, -f3,5,8,10
