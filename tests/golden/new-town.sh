# When the schools of a new town open: the targets, and each zone's children and seats.
#
# Hana's elementary school in 2026. Grade 1 are the 22 oldest in kindergarten and those in day care: 22 x 1.82 = 40.04. Five grades
# of 38 move up: 190. 2,400 dwellings bring 0.347 each: 832.8. Together 1,062.84. Seats: (12 + 36) x 27 = 1,296.
plan=$SOURCE/scenarios/new-town/new-town.yaml
"$SEATSIM" check "$plan" 2> /dev/null
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
grep -E ',district,[a-z]+,[a-z]+,,(demand|seats),' out/indicators.csv | cut -d, -f3,5,6,8,10
