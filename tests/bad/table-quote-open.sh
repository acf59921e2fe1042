cat > table-quote-open.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts:
  - id: west
    births: {table: t.csv, by: district, year: year, value: births, projection: hold}
    pupils: {primary: 60}
facilities: [{id: school, district: west, stage: primary, rooms: 2, pupils: 60}]
END
printf 'year,district,births\n2007,"west,9\n2008,west,9\n' > t.csv
