# A scenario that has the name of its standard: the standard is the other file, also for a scenario that extends it.
"$SEATSIM" new --standard kr > kr.yaml
"$SEATSIM" validate kr.yaml ./kr.yaml
printf 'seatsim: 1\nextends: kr.yaml\n' > later.yaml
"$SEATSIM" validate later.yaml
"$SEATSIM" validate --resolved later.yaml | grep -o 'standard_id: .*' | sed 's/  */ /g'
echo "-- neither is it the standard of a scenario beside it"
printf 'seatsim: 1\nstandard: kr\nyears: 2025..2030\ndistricts:\n  - {id: only, births: {2022: 3}}\n' > other.yaml
"$SEATSIM" validate --resolved other.yaml 2> /dev/null | grep "id: my-district" || echo none
