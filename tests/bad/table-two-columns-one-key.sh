cat > table-two-columns-one-key.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts:
  - id: west
    births: {2007: 9, 2008: 9, 2009: 9, 2010: 9, 2011: 9, 2012: 9, 2013: 9, 2014: 9, 2015: 9, 2016: 9, 2017: 9, 2018: 9, 2019: 9, 2020: 9, projection: hold}
    pupils: {primary: 60}
facilities: {table: t.csv}
END
printf 'id,stage,rooms,pupils,pupils.total\nschool,primary,2,60,60\n' > t.csv
