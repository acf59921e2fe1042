# When village schools can close: the targets, and each township's primary schools year by year.
#
# Beiliu in 2025. Grade 1 is 78 % of the children born until 31 August 2019 and after 31 August 2018:
# 0.78 (168 x 243/365 + 196 x 122/365) = 138.34. The 1,130 pupils of 2024 lie on grades as their births do, so 203 leave grade 6 and
# 927 move up, 1.5 % of them away: 913.1. Together 1,051.4. Caogou's 120 seats are gone: 1,560 - 120 = 1,440.
plan=$SOURCE/scenarios/shrinking-county/shrinking-county.yaml
"$SEATSIM" check "$plan" 2> /dev/null
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
grep -E ',district,[a-z]+,primary,,(demand|seats|enrolled|placed_elsewhere|class_size_max),' out/indicators.csv | cut -d, -f3,5,8,10
