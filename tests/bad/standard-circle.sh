mkdir standards
printf 'seatsim: 1\nstandard: ours\nyears: 2020..2025\n' > standard-circle.yaml
printf 'seatsim: 1\nstandard: theirs\n' > standards/ours.yaml
printf 'seatsim: 1\nstandard: ours\n' > standards/theirs.yaml
