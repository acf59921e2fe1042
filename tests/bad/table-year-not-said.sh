cat > table-year-not-said.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts:
  - id: west
    births: {table: t.csv, value: births}
    pupils: {primary: 60}
facilities: [{id: school, district: west, stage: primary, rooms: 2, pupils: 60}]
END
printf 'when,births\n2007,9\n' > t.csv
