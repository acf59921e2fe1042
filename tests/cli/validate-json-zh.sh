# Messages and hints follow the language; the names of members, severities and statuses do not.
printf 'seatsim: 1\nyears: [\n' > wrong.yaml
"$SEATSIM" validate --format=json --lang zh wrong.yaml
