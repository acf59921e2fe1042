# Births of some years only, and the scenario says how the others are filled: 2022 lies a third of the way from the 340 of 2021 to
# the 280 of 2024.
cat > west.yaml <<'END'
seatsim: 1
standard: cn-2017
stages: [kindergarten]
years: 2024..2030
cutoff: 12-31
districts:
  - {id: west, births: {2018: 300, 2021: 340, 2024: 280, interpolate: linear, projection: hold}, pupils: {kindergarten: 900}}
facilities:
  - {id: garden, stage: kindergarten, rooms: 34, pupils: 900, tags: [model]}
END
"$SEATSIM" explain west.yaml --indicator demand --year 2025 --depth 5 | sed -n '1,6p'
"$SEATSIM" explain west.yaml --set districts.west.births.interpolate=step --indicator demand --year 2025 --depth 5 | sed -n '1,6p'
