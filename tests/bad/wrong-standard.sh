# What is wrong in a standard is told with the line that asks for it.
printf 'seatsim: 1\nstandard: ours\nyears: 2020..2030\ndistricts:\n  - {id: west, births: 300}\n' > wrong-standard.yaml
printf 'seatsim: 1\nstandard_id: ours\nsectors: public\n' > ours.yaml
