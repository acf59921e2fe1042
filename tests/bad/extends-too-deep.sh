# Seventeen files, each on the one before.
printf 'seatsim: 1\nyears: 2020..2025\n' > 17.yaml
for i in 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2; do
    printf 'seatsim: 1\nextends: %s.yaml\n' $((i + 1)) > $i.yaml
done
printf 'seatsim: 1\nextends: 2.yaml\n' > extends-too-deep.yaml
