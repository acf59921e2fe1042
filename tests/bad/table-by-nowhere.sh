cat > table-by-nowhere.yaml <<'END'
seatsim: 1
standard: cn-2017
years: 2020..2022
districts: {table: t.csv, by: district}
facilities: [{id: school, district: west, stage: primary, rooms: 2, pupils: 60}]
END
printf 'id,district\nwest,west\n' > t.csv
