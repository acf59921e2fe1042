cat > table-wrong-encoding.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts:
  - id: west
    births: {table: t.csv, encoding: gb18030, by: district, year: year, value: births, projection: hold}
    pupils: {primary: 60}
facilities: [{id: school, district: west, stage: primary, rooms: 2, pupils: 60}]
END
printf 'year,district,births\n2007,\377\377,9\n' > t.csv
