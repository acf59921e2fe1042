# Infant classes above 30 and places left over: the targets, and each area's primary schools.
#
# Riverside in 2025. Reception is 98 % of the children born until 31 August 2021 and after 31 August 2020:
# 0.98 (346 x 243/365 + 326 x 122/365) = 332.5. The 2,166 of 2024 less year 6 move up and gain 0.3 %: 1,871 x 1.003 = 1,876.6.
# Together 2,209.1 on 2,310 places and the 30 of the bulge class: 130.9 are free.
plan=$SOURCE/scenarios/english-authority/english-authority.yaml
"$SEATSIM" check "$plan" 2> /dev/null
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
grep -E ',district,[a-z]+,primary,,(demand|seats|surplus|class_size_max|classes_over_limit),' out/indicators.csv | cut -d, -f3,5,8,10
