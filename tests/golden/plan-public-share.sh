# The share of children in public kindergartens, with the plan's 9,569 children: 3,393 in 9 public kindergartens, 6,176 in 38
# private ones, 18 new ones with 162 classes of 30: five with 45 in 2021, seven with 66 in 2022, six with 51 in 2023. Public
# seats fill first, every seat that is there is full, and the children are the same number every year.
#
#   2020  3,393 / 9,569 = 35.458 %
#   2021  (3,393 + 1,350) / 9,569 = 49.566 %     just below half: the seven are handed over too
#   2022  (4,743 + 1,980) / 9,569 = 70.258 %     above half: the rule would make the six private
#   2023  (6,723 + 1,530) / 9,569 = 86.247 %     if they are public all the same; 9,569 - 8,253 = 1,316 are left to the private
. "$SOURCE/tests/golden/plan-facts"
cat > fixed.yaml <<'YAML'
seatsim: 1
title: 9569 children in 9 public and 38 private kindergartens
years: 2020..2023
sectors: [public, inclusive, private]
stages: [{id: kindergarten, entry_age: 3, grades: 1, class_limit: 30}]
districts:
  - id: etdz
    pupils: {kindergarten: {total: 9569, spread: equal}}
    entry: {kindergarten: {method: fixed, values: [9569, 9569, 9569, 9569]}}
facilities:
  - {id: public, district: etdz, stage: kindergarten, sector: public, sites: 9, pupils: 3393, seats: 3393}
  - {id: private, district: etdz, stage: kindergarten, sector: private, sites: 38, pupils: 6176, seats: 6176}
projects:
  - {open: five, district: etdz, stage: kindergarten, sector: handover, year: 2021, sites: 5, classes: 45}
  - {open: seven, district: etdz, stage: kindergarten, sector: handover, year: 2021, lag: 1, sites: 7, classes: 66}
  - {open: six, district: etdz, stage: kindergarten, sector: public, year: 2023, sites: 6, classes: 51}
rules:
  handover: {sector: public, while: {indicator: public_share, stage: kindergarten, below: 50%}, otherwise: private}
allocation:
  kindergarten: {policy: public_first, transfer: 100%}
YAML
line 'N = 9,569' 'by hand' 'program'
run fixed.yaml
line 'public share 2020' '35.458 %' "$(percent public_share 2020)"
line 'children in private kindergartens 2020' 6176 "$(value enrolled 2020 kindergarten private)"
line 'with the five' '49.566 %' "$(percent public_share 2021)"
line 'public seats with the seven, by the rule' 6723 "$(value seats 2022 kindergarten public)"
line 'with the seven' '70.258 %' "$(percent public_share 2022)"
line 'with the six' '86.247 %' "$(percent public_share 2023)"
line 'left in private kindergartens' 1316 "$(value enrolled 2023 kindergarten private)"
run fixed.yaml --set projects.six.sector=handover
line 'public seats when the rule decides of the six too' 6723 "$(value seats 2023 kindergarten public)"

# The children grow one for one with the seats: 9,569 + 1,350 = 10,919; + 1,980 = 12,899; + 1,530 = 14,429.
#   4,743 / 10,919 = 43.438 %   6,723 / 12,899 = 52.120 %   8,253 / 14,429 = 57.197 %
sed 's/values: .*/values: [9569, 10919, 12899, 14429]}}/; s/sector: handover/sector: public/' fixed.yaml > additive.yaml
run additive.yaml
line 'N grows: with the five' '43.438 %' "$(percent public_share 2021)"
line 'N grows: with the seven' '52.120 %' "$(percent public_share 2022)"
line 'N grows: with the six' '57.197 %' "$(percent public_share 2023)"

# The five on top of the eighteen: the rest is then 11 with 96 classes, and 3,393 + 6,210 = 9,603 public seats are more than
# there are children: 34 are free. Where the children grow too: 9,603 / 15,779 = 60.859 %.
run fixed.yaml --set projects.six.classes=96 --set projects.six.sites=11
line 'eighteen and five: public share' '100.000 %' "$(percent public_share 2023)"
line 'eighteen and five: public seats' 9603 "$(value seats 2023 kindergarten public)"
line 'eighteen and five: free public seats' 34 "$(value surplus 2023 kindergarten public)"
sed 's/14429/15779/' additive.yaml > outside.yaml
run outside.yaml --set projects.six.classes=96 --set projects.six.sites=11
line 'eighteen and five, N grows' '60.859 %' "$(percent public_share 2023)"

# Half of 9,569 is 4,784.5: 4,785 children, 1,392 more. One for one, 2,783 more: 6,176 of 12,352 are exactly half.
sed '/^projects/,/^rules/d; /handover:/d; s/pupils: 3393, seats: 3393/pupils: 4785, seats: 4785/
    s/pupils: 6176, seats: 6176/pupils: 4784, seats: 4784/' fixed.yaml > half.yaml
echo 'targets: [{id: half, indicator: public_share, stage: kindergarten, at_least: 50%, in: 2020}]' >> half.yaml
"$SEATSIM" check half.yaml > /dev/null 2>&1
line '3,393 + 1,392 children: half is reached (0) or not (1)' 0 $?
"$SEATSIM" check half.yaml --set facilities.public.pupils=4784 --set facilities.private.pupils=4785 > /dev/null 2>&1
line '3,393 + 1,391 children' 1 $?
"$SEATSIM" check half.yaml --set facilities.public.pupils=6176 --set facilities.private.pupils=6176 \
    --set districts.etdz.pupils.kindergarten.total=12352 > /dev/null 2>&1
line '3,393 + 2,783 of 9,569 + 2,783: exactly half' 0 $?

# By conversion alone: a private kindergarten has 6,176 / 38 = 162.53 children, 1,392 / 162.53 = 8.6: eight are too few, nine
# are enough. (3,393 + 8 x 162.53) / 9,569 = 49.046 %, with nine 50.744 %.
sed '/open: \(five\|seven\|six\)/d; /^rules/,/handover:/d' fixed.yaml > convert.yaml
sed -i 's/^projects:/projects: [{convert: private, to_sector: public, sites: 8, year: 2021}]/' convert.yaml
run convert.yaml
line 'eight private kindergartens become public' '49.046 %' "$(percent public_share 2021)"
run convert.yaml --set 'projects.private.sites=9'
line 'nine' '50.744 %' "$(percent public_share 2021)"

# 85 % of 9,569 in public and inclusive kindergartens are 8,133.65: 8,134 children. With 3,393 public ones 4,741 inclusive,
# 1,435 in others; with 4,785 public ones 3,349.
sed '/^projects/,/^rules/d; /handover:/d' fixed.yaml > inclusive.yaml
sed -i '/id: private/i\  - {id: inclusive, district: etdz, stage: kindergarten, sector: inclusive, pupils: 4741, seats: 4741}' inclusive.yaml
sed -i 's/pupils: 6176, seats: 6176/pupils: 1435, seats: 1435/' inclusive.yaml
echo 'targets: [{id: inclusive, indicator: inclusive_share, stage: kindergarten, at_least: 85%, in: 2020}]' >> inclusive.yaml
run inclusive.yaml
line '3,393 + 4,741 children' '85.004 %' "$(percent inclusive_share 2020)"
line 'children in other private kindergartens' 1435 "$(value enrolled 2020 kindergarten private)"
"$SEATSIM" check inclusive.yaml > /dev/null 2>&1
line '3,393 + 4,741 children: 85 % are reached (0) or not (1)' 0 $?
"$SEATSIM" check inclusive.yaml --set facilities.inclusive.pupils=4740 --set facilities.private.pupils=1436 > /dev/null 2>&1
line '3,393 + 4,740 children' 1 $?
"$SEATSIM" check inclusive.yaml --set facilities.public.pupils=4785 --set facilities.inclusive.pupils=3349 > /dev/null 2>&1
line '4,785 + 3,349 children' 0 $?
"$SEATSIM" check inclusive.yaml --set facilities.public.pupils=8253 --set facilities.inclusive.pupils=0 \
    --set facilities.private.pupils=1316 > /dev/null 2>&1
line '8,253 public ones alone' 0 $?
