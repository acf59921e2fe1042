# Infant classes above 30 and places left over: the targets, and each area's primary schools.
#
# Riverside in 2025. Reception is 98 % of the children born until 31 August 2021 and after 31 August 2020:
# 0.98 (346 x 243/365 + 326 x 122/365) = 332.5, for admission numbers of 330 and one bulge class. Of these 18.2 % each ask at Lock
# Lane, Meadow and Mill: 60.5, which is 61 in two classes: 31 and 30.
plan=$SOURCE/scenarios/english-authority/english-authority.yaml
"$SEATSIM" check "$plan" 2> /dev/null
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
grep -E ',district,[a-z]+,primary,,(demand|seats|surplus|class_size_max|classes_over_limit),' out/indicators.csv | cut -d, -f3,5,8,10

# Without the new school Riverside has 330 places of seven year groups and two bulge classes: 2310 + 60 = 2370. Of its 2459.04
# children of 2031 89.04 sit in Old Town, which counts 1978.23 + 89.04 = 2067.27 enrolled; 10 % of its demand, 245.9, might go.
# Without neighbours the 89.04 sit above capacity.
for share in 10% 0%; do
    "$SEATSIM" run "$plan" --variant no-wharf --set allocation.primary.max_share=$share -o no-wharf-$share --no-plots --quiet 2> /dev/null
    grep -E ',20(29|3[0-2]),district,(riverside|oldtown),primary,,(enrolled|placed_elsewhere|shortage|surplus|class_size_max|classes_over_limit),' \
        no-wharf-$share/indicators.csv | cut -d, -f3,5,8,10
done
