cat > table-header-no-key.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts: {table: t.csv}
END
printf 'id,titel.zh\nwest,West\n' > t.csv
