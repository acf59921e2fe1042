# When village schools can close: the targets, and each township's primary schools year by year.
#
# Beiliu in 2025. Grade 1 is 78 % of the children born until 31 August 2019 and after 31 August 2018:
# 0.78 (168 x 243/365 + 196 x 122/365) = 138.34. The 1,130 pupils of 2024 lie on grades as their births do, so 203 leave grade 6 and
# 927 move up, 1.5 % of them away: 913.1. Together 1,051.4. Caogou's 120 seats are gone: 1,560 - 120 = 1,440.
plan=$SOURCE/scenarios/shrinking-county/shrinking-county.yaml
"$SEATSIM" check "$plan" 2> /dev/null
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
grep -E ',district,[a-z]+,primary,,(demand|seats|enrolled|placed_elsewhere|class_size_max),' out/indicators.csv | cut -d, -f3,5,8,10

# A township without a school: Xishan's children, 66 % of those born and 2 % fewer in every grade, are 134.85 in 2031; all sit in
# Beiliu, of whose 810 seats its own 486.35 leave 323.65. Two years earlier 163.12 seats are free for 190.61: 27.49 have none.
next=$SOURCE/scenarios/shrinking-county/xishan-closes.yaml
for year in 2031 2029; do
    "$SEATSIM" check "$next" --set projects.xishan-central.year=$year 2> /dev/null
    "$SEATSIM" run "$next" --set projects.xishan-central.year=$year -o next-$year --no-plots --quiet 2> /dev/null
    grep -E ',(2029|203[0-4]),district,(xishan|beiliu),primary,,(demand|seats|enrolled|placed_elsewhere|unmet|surplus|class_size_max),' \
        next-$year/indicators.csv | cut -d, -f3,5,8,10
done
