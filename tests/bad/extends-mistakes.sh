# Mistakes of several files come file by file: the scenario, what it extends, the standard.
sed 's/seats: 360/seat: 360/' "$BAD/../cases/small.yaml" > base.yaml
printf 'seatsim: 2\nextends: base.yaml\nstandard: ours\nfacilities: [{id: school, clases: 20}]\n' > extends-mistakes.yaml
printf 'seatsim: 1\nstandard: cn-2017\nstages: [{id: primary, class_limit: many}]\n' > ours.yaml
