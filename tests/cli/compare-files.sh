# Several files: what has one name in both is compared in the years of both, the rest is told; districts one by one; standard
# input in two variants; what cannot be compared.
plan() { # YEARS STAGE DISTRICT BIRTHS
    cat <<YAML
seatsim: 1
years: $1
sectors: [public]
stages:
  - {id: primary, title: Primary, entry_age: 6, grades: 1, class_limit: 30}
  - {id: $2, title: Upper, entry_age: 7, grades: 1, class_limit: 30}
districts: [{id: west, pupils: {primary: 50, $2: 50}, births: {2010: 50, 2011: 50, 2012: 50, 2013: 50, 2014: $4, projection: hold}},
            {id: $3, pupils: {primary: 20, $2: 20}, births: {2010: 20, 2011: 20, 2012: 20, 2013: 20, projection: hold}}]
facilities: [{id: hill, district: west, stage: primary, rooms: 3, pupils: 50}, {id: dale, district: west, stage: $2, rooms: 3, pupils: 50},
             {id: sea, district: $3, stage: primary, rooms: 1, pupils: 20}, {id: lake, district: $3, stage: $2, rooms: 1, pupils: 20}]
targets: [{id: class-size, title: Class size, indicator: class_size_max, stage: primary, at_most: 25, in: 2021}]
variants: {more: {set: {districts.west.births: "*= 2"}}, fewer: {set: {districts.west.births: "*= 0.5"}}}
YAML
}
plan 2020..2022 upper east 50 > one.yaml
plan 2021..2023 lower north 60 > other.yaml
plan 2030..2031 upper east 50 | sed 's/201\([0-4]\): /202\1: /g; s/in: 2021/in: 2031/' > later.yaml
mkdir copy
cp one.yaml copy
"$SEATSIM" compare one.yaml other.yaml 2>&1
echo "status $?"
echo '--- a district'
"$SEATSIM" compare one.yaml --variants fewer --district west --indicator demand 2> /dev/null
echo '--- standard input; files of one name; each of several files in a variant'
"$SEATSIM" compare - --variants fewer --format csv --indicator demand --stage primary < one.yaml 2> /dev/null | grep region
"$SEATSIM" compare one.yaml copy/one.yaml 2> /dev/null
"$SEATSIM" compare one.yaml other.yaml --variants fewer 2> /dev/null | head -6
echo '--- nothing to compare with, nothing in common, no such name, too many'
"$SEATSIM" compare one.yaml 2>&1 >&- | grep -v W
"$SEATSIM" compare one.yaml later.yaml 2>&1 | grep E5
"$SEATSIM" compare one.yaml --variants none 2>&1 | grep error
"$SEATSIM" compare one.yaml --variants fewer --stage primery 2>&1 | grep error
"$SEATSIM" compare one.yaml --variants fewer,,more 2>&1 | grep error
"$SEATSIM" compare $(yes one.yaml | head -33) 2>&1 | grep E533
echo "status $?"
