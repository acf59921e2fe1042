# A scenario over another: what it changes, adds and removes, and nothing else.
mkdir ours
cat > ours/later.yaml <<'Y'
seatsim: 1
extends: base.yaml
title: Ours
projects:
  - {open: jinhaiwan, year: 2022}                       # merged by the facility it opens
  - {convert: private-kindergartens, sites: 1, to_sector: inclusive, year: 2024}
variants:
  stay: {remove: true}
  without-jinhaiwan: {set: {projects.jinhaiwan.remove: true}}
Y
cp "$SOURCE/scenarios/rizhao/rizhao.yaml" ours/base.yaml
"$SEATSIM" validate --resolved ours/base.yaml > base.txt
"$SEATSIM" validate --resolved ours/later.yaml > later.txt
sed 's/  *#.*//' base.txt > base.bare
sed 's/  *#.*//' later.txt > later.bare
diff base.bare later.bare | grep '^[<>]'
echo "-- where from"
grep -A3 'open: jinhaiwan' later.txt | sed -e 's/  */ /g' -e '/base.yaml/s/:[0-9]*$//'
echo "-- a variant may remove"
"$SEATSIM" validate --resolved ours/later.yaml --variant without-jinhaiwan | grep -c 'open: jinhaiwan'
echo "-- a list: one over another, each file once, where it is first needed"
printf 'seatsim: 1\ncutoff: 01-01\ntitle: Bottom\n' > bottom.yaml
printf 'seatsim: 1\nextends: bottom.yaml\ntitle: Left\n' > left.yaml
printf 'seatsim: 1\nextends: ./bottom.yaml\ncutoff: 03-03\n' > right.yaml
printf 'seatsim: 1\nextends: [left.yaml, right.yaml, ours/base.yaml, left.yaml]\nyears: 2020..2029\n' > all.yaml
"$SEATSIM" validate --resolved - < all.yaml | grep -E '^(cutoff|title|years)' |
    sed -e 's/  */ /g' -e '/base.yaml/s/:[0-9]*$//'
echo "-- the nearest standard"
mkdir standards
printf 'seatsim: 1\nstandard: cn-2017\nstandard_id: county\ncombined_school_size: 3000\n' > standards/county.yaml
printf 'seatsim: 1\nextends: ours/later.yaml\nstandard: county\n' > county.yaml
"$SEATSIM" validate --resolved county.yaml | grep -E '^(standard|combined|cutoff)' | sed -e 's/  */ /g' -e 's/{.*}/.../' -e '/cn-2017/s/:[0-9]*$//'
echo "-- the same results"
"$SEATSIM" run county.yaml -q --no-plots -o one
mkdir elsewhere
"$SEATSIM" validate --resolved county.yaml > elsewhere/county.yaml
(cd elsewhere && "$SEATSIM" run county.yaml -q --no-plots -o ../two)
diff -r one two && echo yes
