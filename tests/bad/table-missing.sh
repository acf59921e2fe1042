cat > table-missing.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts:
  - id: west
    births: {table: brths.csv, year: year, value: births}
    pupils: {primary: 60}
facilities: [{id: school, district: west, stage: primary, rooms: 2, pupils: 60}]
END
printf '' > t.csv
