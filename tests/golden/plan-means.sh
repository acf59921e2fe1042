# Mean sizes, classes a kindergarten and the share of good kindergartens: quotients of what a run writes, and targets that a
# whole number of kindergartens just meets or just misses.
. "$SOURCE/tests/golden/plan-facts"
line 'The example of the zone' 'by hand' 'program'
run "$SOURCE/scenarios/rizhao/rizhao.yaml"
mean() { awk "BEGIN { printf \"%.1f\\n\", ($1) / ($2) }"; }

# 9,569 children in 9 + 38 kindergartens, 3,393 of them in the 9; 17,542 pupils in 1 + 3 + 6 schools.
private() { calculate "$(value "$1" 2020 kindergarten inclusive) + $(value "$1" 2020 kindergarten private)"; }
line 'a kindergarten: 9,569 / 47' 203.6 "$(mean "$(value enrolled 2020 kindergarten)" "$(value sites 2020 kindergarten)")"
line 'a public one: 3,393 / 9' 377.0 \
    "$(mean "$(value enrolled 2020 kindergarten public)" "$(value sites 2020 kindergarten public)")"
line 'a private one: 6,176 / 38' 162.5 "$(mean "$(private enrolled)" "$(private sites)")"
pupils=$(calculate "$(value enrolled 2020 primary) + $(value enrolled 2020 junior)")
schools=$(awk -F, '$4 == "facility" && $3 == 2020 && $6 ~ /primary|junior/ { print $5 }' indicators | sort -u | wc -l)
line 'a school: 17,542 / 10' 1754.2 "$(mean "$pupils" "$schools")"

# The five kindergartens of 2021 have 45 / 5 = 9 classes each and 1,350 / 5 = 270 seats; the seven of 2022 66 / 7 = 9.43 and
# 1,980 / 7 = 282.86; the eighteen 162 / 18 = 9 and 4,860 / 18 = 270.
grown() { calculate "$(value "$1" "$3" kindergarten) - $(value "$1" "$2" kindergarten)"; }
line 'classes of one of the five' 9.0 "$(mean "$(grown rooms 2020 2021)" "$(grown sites 2020 2021)")"
line 'seats of one of the five' 270.0 "$(mean "$(grown seats 2020 2021)" "$(grown sites 2020 2021)")"
line 'classes of one of the seven' 9.4 "$(mean "$(grown rooms 2021 2022)" "$(grown sites 2021 2022)")"
line 'seats of one of the seven' 282.9 "$(mean "$(grown seats 2021 2022)" "$(grown sites 2021 2022)")"
line 'classes of one of the eighteen' 9.0 "$(mean "$(grown rooms 2020 2023)" "$(grown sites 2020 2023)")"
line 'seats of one of the eighteen' 270.0 "$(mean "$(grown seats 2020 2023)" "$(grown sites 2020 2023)")"

# 85 % of 9,569 are 8,134 children. With 3,393 public ones 4,741 of 6,176 private children are in inclusive kindergartens,
# 76.8 %; with 4,785 public ones 3,349 of 4,784, 70.0 %.
sizes() { # PUBLIC INCLUSIVE PRIVATE
    cat << YAML
seatsim: 1
years: 2020..2021
sectors: [public, inclusive, private]
stages: [{id: kindergarten, entry_age: 3, grades: 1, class_limit: 30}]
districts:
  - id: etdz
    pupils: {kindergarten: {total: 9569, spread: equal}}
    entry: {kindergarten: {method: fixed, values: [9569, 9569]}}
facilities:
  - {id: public, stage: kindergarten, sector: public, pupils: $1, seats: $1}
  - {id: inclusive, stage: kindergarten, sector: inclusive, pupils: $2, seats: $2}
  - {id: private, stage: kindergarten, sector: private, pupils: $3, seats: $3}
YAML
}
part() { # of the private children those in inclusive kindergartens
    awk "BEGIN { printf \"%.1f %%\\n\", 100 * $(value enrolled 2020 kindergarten inclusive) / $(private enrolled) }"
}
sizes 3393 4741 1435 > inclusive.yaml
run inclusive.yaml
line 'inclusive, of private children' '76.8 %' "$(part)"
line 'of all in public and inclusive kindergartens' '85.004 %' "$(percent inclusive_share 2020)"
sizes 4785 3349 1435 > inclusive.yaml
run inclusive.yaml
line 'inclusive, of private children, with half public' '70.0 %' "$(part)"

# 90 % of 47 kindergartens are 42.3: 43 of them; of 47 + 18 = 65, 58.5: 59; of 70, 63, which is exactly 90 %.
good() { # ALL GOOD: the status of a check
    cat > good.yaml << YAML
seatsim: 1
years: 2020..2021
sectors: [public]
stages: [{id: kindergarten, entry_age: 3, grades: 1, class_limit: 30}]
districts:
  - {id: etdz, pupils: {kindergarten: {total: 100, spread: equal}}, entry: {kindergarten: {method: fixed, values: [100, 100]}}}
facilities:
  - {id: good, stage: kindergarten, sector: public, sites: $2, seats: 3000, pupils: 60, tags: [good]}
  - {id: other, stage: kindergarten, sector: public, sites: $(($1 - $2)), seats: 3000, pupils: 40}
targets: [{id: good, indicator: quality_share.good, stage: kindergarten, at_least: 90%, in: 2020}]
YAML
    "$SEATSIM" check good.yaml > said 2>&1
    echo $?
}
line '42 of 47 are good: reached (0) or not (1)' 1 "$(good 47 42)"
line '43 of 47' 0 "$(good 47 43)"
line '58 of 65' 1 "$(good 65 58)"
line '59 of 65' 0 "$(good 65 59)"
line '62 of 70' 1 "$(good 70 62)"
line '63 of 70' 0 "$(good 70 63)"
