cat > table-total-wrong.yaml <<'END'
seatsim: 1
standard: cn-2017
stages: [primary]
years: 2020..2022
districts:
  - id: west
    births: {table: t.csv, skip: {district: all}, year: year, value: births, projection: hold}
    pupils: {primary: 60}
facilities: [{id: school, district: west, stage: primary, rooms: 2, pupils: 60}]
END
printf 'year,district,births\n2007,west,9\n2008,west,9\n2009,west,9\n2010,west,9\n2011,west,9\n2012,west,9\n2013,west,9\n2014,west,9\n2015,west,9\n2016,west,9\n2017,west,9\n2018,west,9\n2019,west,9\n2020,west,9\n2020,all,127\n' > t.csv
