cat > table-not-utf8.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts:
  - id: west
    births: {table: t.csv, by: district, year: year, value: births, projection: hold}
    pupils: {primary: 60}
facilities: [{id: school, district: west, stage: primary, rooms: 2, pupils: 60}]
END
printf 'year,district,births\n2007,\316\367\307\370,9\n' > t.csv
