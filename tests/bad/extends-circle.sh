printf 'seatsim: 1\nextends: [fine.yaml, sub/b.yaml]\n' > extends-circle.yaml
mkdir sub
printf 'seatsim: 1\nyears: 2020..2025\n' > fine.yaml
printf 'seatsim: 1\nextends: ../c.yaml\n' > sub/b.yaml
printf 'seatsim: 1\nextends: ./extends-circle.yaml\n' > c.yaml
