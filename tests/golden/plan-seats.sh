# Pupils, seats and classes of the plan: schools with 12,744 primary and 4,798 junior pupils, kindergartens of 30 seats a
# class, 6,390 seats in schools.
. "$SOURCE/tests/golden/plan-facts"
line 'The example of the zone' 'by hand' 'program'
zone=$SOURCE/scenarios/rizhao/rizhao.yaml
schools() { awk -F, '$4 == "facility" && $3 == 2020 && $6 ~ /primary|junior/ { print $5 }' indicators | sort -u | wc -l | tr -d ' '; }
run "$zone"
line 'schools: 1 + 3 + 6' 10 "$(schools)"
line 'primary and junior pupils: 12,744 + 4,798' 17542 "$(calculate "$(value enrolled 2020 primary) + $(value enrolled 2020 junior)")"

# The eighteen: 162 classes, 4,860 seats; five with 45 and 1,350 in 2021, seven with 66 and 1,980 in 2022; the rest are 51 and
# 1,530. With the five on top the rest are 96 classes and 2,880 seats.
grown() { calculate "$(value "$1" "$3" kindergarten) - $(value "$1" "$2" kindergarten)"; }
line 'seats of the five' 1350 "$(grown seats 2020 2021)"
line 'classrooms of the five' 45 "$(grown rooms 2020 2021)"
line 'seats of the seven' 1980 "$(grown seats 2021 2022)"
line 'classrooms of the seven' 66 "$(grown rooms 2021 2022)"
line 'seats of the rest: 4,860 - 1,980 - 1,350' 1530 "$(grown seats 2022 2023)"
line 'classrooms of the rest: 162 - 66 - 45' 51 "$(grown rooms 2022 2023)"
line 'seats of all eighteen' 4860 "$(grown seats 2020 2023)"
run "$zone" --variant outside
line 'outside: seats of the rest' 2880 "$(grown seats 2022 2023)"
line 'outside: classrooms of the rest' 96 "$(grown rooms 2022 2023)"
line 'outside: seats of all twenty-three: 4,860 + 1,350' 6210 "$(grown seats 2020 2023)"

# A kindergarten of nine classes, three of each age, with 25, 30 and 35 children: 75 + 90 + 105 = 270 children in 270 seats of
# 30 a class, which is the mean of the limits; no class is above its limit, and one child more in an age makes one that is.
cat > nine.yaml <<'YAML'
seatsim: 1
title: a kindergarten of nine classes
years: 2020..2021
sectors: [public]
stages: [{id: kindergarten, entry_age: 3, grades: 3, class_limit: [25, 30, 35]}]
districts: [{id: etdz, pupils: {kindergarten: [75, 90, 105]}, entry: {kindergarten: {method: fixed, values: [75, 75]}}}]
facilities: [{id: nine, district: etdz, stage: kindergarten, sector: public, classes: 9, pupils: [75, 90, 105]}]
YAML
echo
line 'A kindergarten of nine classes' 'by hand' 'program'
run nine.yaml
line 'seats' 270 "$(value seats 2020)"
line 'classes' 9 "$(value classes 2020)"
line 'children in the largest' 35 "$(value class_size_max 2020)"
line 'classes above the limit' 0 "$(value classes_over_limit 2020)"
run nine.yaml --set 'districts.etdz.pupils.kindergarten=[75, 90, 106]' --set 'facilities.nine.pupils=[75, 90, 106]'
line 'classes above the limit, with a child more' 1 "$(value classes_over_limit 2020)"

# As if all pupils were of one grade in one school: 12,744 / 45 = 283.2, 4,798 / 50 = 95.96. Classes by grade are at least that
# many: 60 + 50 + 48 + 45 + 43 + 40 = 286 for 2,681 / 2,217 / 2,141 / 1,997 / 1,913 / 1,795 pupils.
cat > floor.yaml <<'YAML'
seatsim: 1
title: the fewest classes there can be
years: 2020..2021
sectors: [public]
stages:
  - {id: primary, entry_age: 6, grades: 1, class_limit: 45}
  - {id: junior, entry_age: 12, grades: 1, class_limit: 50}
districts:
  - id: etdz
    pupils: {primary: [12744], junior: [4798]}
    entry: {primary: {method: fixed, values: [0, 0]}, junior: {method: fixed, values: [0, 0]}}
facilities:
  - {id: primaries, district: etdz, stage: primary, sector: public, classes: 400, pupils: 12744}
  - {id: juniors, district: etdz, stage: junior, sector: public, classes: 400, pupils: 4798}
projects:
  - {open: new-primaries, district: etdz, stage: primary, sector: public, year: 2021, classes: 102}
  - {open: new-juniors, district: etdz, stage: junior, sector: public, year: 2021, classes: 36}
YAML
echo
line 'Classes and seats of schools' 'by hand' 'program'
run floor.yaml
line 'primary classes' 284 "$(value classes 2020 primary)"
line 'junior classes' 96 "$(value classes 2020 junior)"
sed 's/grades: 1, class_limit: 45/grades: 6, class_limit: 45/; s/\[12744\]/[2681, 2217, 2141, 1997, 1913, 1795]/' floor.yaml > grades.yaml
run grades.yaml
line 'primary classes by grade' 286 "$(value classes 2020 primary)"

# 6,390 seats of 45 and 50: a primary and b junior classes with 45 a + 50 b = 6,390. 36 x 45 + 36 x 50 + 36 x 45 = 5,040 are
# the seats of three of the five projects; the other has 1,350 = 30 x 45: 102 and 36 in all.
new_seats() { # PRIMARY-CLASSES JUNIOR-CLASSES
    run floor.yaml --set "projects.new-primaries.classes=$1" --set "projects.new-juniors.classes=$2"
    calculate "$(value seats 2021) - $(value seats 2020)"
}
line 'seats of 36 + 36 primary and 36 junior classes' 5040 "$(new_seats 72 36)"
for mix in '2 126' '12 117' '42 90' '72 63' '92 45' '102 36' '112 27' '122 18' '132 9' '142 0'; do
    # shellcheck disable=SC2086
    line "seats of ${mix% *} primary and ${mix#* } junior classes" 6390 "$(new_seats $mix)"
done
