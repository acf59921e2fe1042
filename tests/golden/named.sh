# What a scenario names is counted name by name: books of five schools, schools known as models, and who pays for a sixth.
#
# Balance of 2020, the worked case of the Chinese review: 279, 137, 935, 160, 402 books for 45, 37, 89, 76, 55 pupils. 1,913 of 302
# are 6.334 a pupil; by pupils the squares off it come to 10.653, whose root 3.264 is 0.5153 of 6.334: above 0.50. (Schools counted
# alike, it would be 0.4888.) Two of five schools are models: 40 %. So the new school, bound to a share of 50 % in the year before,
# becomes public; it is a model too: three of six. Its cost of 900,000 falls on the state, 540,000 of it in 2021, worth 432,000 at
# 25 % a year; the 360,000 of 2022 are worth 230,400.
cat > plan.yaml <<'YAML'
seatsim: 1
years: 2020..2022
stages: [{id: primary, compulsory: true, entry_age: 6, grades: 1, class_limit: 45, school_size: 80}]
sectors: [public, private]
districts:
  - {id: west, births: {2012: 171, 2013: 171, 2014: 171, 2015: 171, 2016: 171}, pupils: {primary: 171}}
  - {id: east, births: {2012: 131, 2013: 131, 2014: 131, 2015: 131, 2016: 131}, pupils: {primary: 131}}
facilities:
  - {id: a, district: west, stage: primary, rooms: 2, pupils: 45, resources: {books: 279}, tags: model}
  - {id: b, district: west, stage: primary, rooms: 1, pupils: 37, resources: {books: 137}}
  - {id: c, district: west, stage: primary, rooms: 2, pupils: 89, resources: {books: 935}, tags: [model, boarding]}
  - {id: d, district: east, stage: primary, rooms: 2, pupils: 76, resources: {books: 160}}
  - {id: e, district: east, stage: primary, rooms: 2, pupils: 55, resources: {books: 402}}
projects:
  - {open: f, district: east, stage: primary, year: 2021, rooms: 1, tags: model, resources: {books: 200}, sector: more-models,
     cost: 900000, phasing: {0: 60%, 1: 40%}, payer: state}
rules:
  more-models: {sector: public, while: {indicator: quality_share.model, stage: primary, below: 50%}, scope: region, otherwise: private}
money: {payers: [county, state], discount: 25%}
targets:
  - {id: balanced, indicator: balance.books, stage: primary, at_most: 0.5, in: 2020}
  - {id: balanced-west, indicator: balance.books, stage: primary, at_most: 0.5, in: 2020, scope: west}
  - {id: models, indicator: quality_share.model, stage: primary, at_least: 50%, in: 2021}
  - {id: county-pays-nothing, indicator: cost_present_value.county, stage: primary, at_most: 0, from: 2020}
  - {id: no-school-too-large, indicator: schools_over_size, stage: primary, at_most: 0, in: 2020}
YAML
"$SEATSIM" check plan.yaml
"$SEATSIM" run plan.yaml -o out --no-plots --quiet
named='balance|quality_share|capital|cost_present_value|schools_over_size'
grep -E ",region,,primary,,($named)" out/indicators.csv | cut -d, -f3,8-10
grep -E ',district,west,primary,,balance|,facility,f,.*,capital' out/indicators.csv | cut -d, -f3,5,8-10
grep ',f,' out/facilities.csv | cut -d, -f3-8
