mkdir regions
printf 'seatsim: 1\nyears: 2020..2025\n' > regions/north.yaml
printf 'seatsim: 1\nextends:\n  - regions/nroth.yaml\n  - regions\n' > extends-missing.yaml
