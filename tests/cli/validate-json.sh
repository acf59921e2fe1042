# One document for all scenarios: every diagnostic, not the first twenty; files that are wrong or missing are in it too, and
# nothing is said elsewhere.
cp "$SOURCE/scenarios/rizhao/rizhao.yaml" right.yaml
printf 'seatsim: 1\nyears: 2020..2030\n# 学\n"a\\"b": &x 学\n' > wrong.yaml
printf 'seatsim: 1\nstandard: ours\n' > asking.yaml
printf 'sectors: public\n' > ours.yaml
"$SEATSIM" validate --format json --quiet right.yaml wrong.yaml asking.yaml there-is-none.yaml - < /dev/null
