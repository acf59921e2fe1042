cat > table-total-among-things.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts:
  - id: west
    births: {2015: 100, 2016: 100, 2017: 100, 2018: 100, 2019: 100, 2020: 100}
    pupils: {kindergarten: 300}
facilities: {table: t.csv, each: {stage: kindergarten, sector: private}}
END
printf 'id,seats,pupils\ngarden,200,150\nhill,200,—\n合计,400,300\n' > t.csv
