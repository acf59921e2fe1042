# A wide table whose headers are the stages' own ids: a district's pupils, read once and laid under a change.
cat > pupils.csv <<'C'
district,kindergarten,primary
west,300,620
C
cat > plan.yaml <<'Y'
seatsim: 1
standard: cn-2017
stages: [kindergarten, primary]
years: 2020..2022
districts:
  - id: west
    births: {2008: 100, 2009: 100, 2010: 100, 2011: 100, 2012: 100, 2013: 100, 2014: 100, 2015: 100, 2016: 100, 2017: 100, 2018: 100,
             2019: 100, 2020: 100, projection: hold}
    pupils: {table: pupils.csv, by: district}
facilities:
  - {id: garden, district: west, stage: kindergarten, sector: public, seats: 300, pupils: 300}
  - {id: school, district: west, stage: primary, sector: public, rooms: 15, pupils: 620}
Y
"$SEATSIM" validate plan.yaml
"$SEATSIM" validate plan.yaml --set districts.west.pupils.primary=600
