# Each file says its version itself, whatever the other one says.
cp "$BAD/../cases/small.yaml" base.yaml
sed -i '/^seatsim/d' base.yaml
printf 'seatsim: 1\nextends: [base.yaml, list.yaml]\n' > extends-without-version.yaml
printf -- '- seatsim: 1\n' > list.yaml
