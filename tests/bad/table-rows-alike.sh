cat > table-rows-alike.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts:
  - id: west
    births: {table: t.csv, projection: hold}
    pupils: {primary: 60}
facilities: [{id: school, district: west, stage: primary, rooms: 2, pupils: 60}]
END
printf '2007,2008,2009\n9,9,9\n8,8,8\n' > t.csv
