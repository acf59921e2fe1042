# What the bond buys: the targets, seats missing by level, and money by level and by payer.
#
# 2023, kindergarten: 3.5 % of the children born until 1 October 2018 and after 1 October 2017:
# 0.035 (10,218 x 274/365 + 10,435 x 91/365) = 359.5; grade 1: 367 x 1.1 = 403.7.
# Money of 2025: 0.4 x 9.6 + 0.35 x 14.4 + 0.3 x 27 = 3.84 + 5.04 + 8.1 = 16.98 million by the bond. In all years 9.6 + 14.4 + 27 = 51.
plan=$SOURCE/scenarios/bond-programme/bond-programme.yaml
"$SEATSIM" check "$plan" 2> /dev/null
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
grep -E ',region,,[a-z]*,,(demand|seats|shortage|capital[.a-z]*|cost_present_value),' out/indicators.csv | cut -d, -f3,6,8,10
