# A whole folder: every scenario below it by name, each under its path, and all of them counted; what is none, what is hidden and
# circles of links are left out. The bytes are the same for any number of threads. A scenario that is wrong stops no other.
plan() { # NAME BOUND
    cat > "$1" <<END
seatsim: 1
years: 2020..2022
sectors: [public]
stages: [{id: primary, title: Primary, entry_age: 6, grades: 1, class_limit: 30}]
districts: [{id: west, pupils: {primary: 50}, births: {2013: 50, projection: hold}}]
facilities: [{id: hill, stage: primary, rooms: 2, pupils: 50}]
targets:
  - {id: class-size, title: Class size, indicator: class_size_max, at_most: $2, in: 2021}
END
}
mkdir -p plans/north/deep plans/south plans/.hidden
plan plans/one.yaml limit
plan plans/north/met.yaml limit
plan plans/north/deep/missed.yml 24
plan plans/.hidden/unseen.yaml 1
plan plans/south/.unseen.yaml 1
printf 'seatsim: 1\nyers: 2020..2022\n' > plans/north/wrong.yaml
printf 'seatsim: 1\nstandard_id: ours\n' > plans/standard.yaml
printf 'seatsim: 1\nfragment: true\ndistricts: []\n' > plans/fragment.yaml
printf 'on: push\n' > plans/workflow.yml
ln -s .. plans/south/circle
ln -s ../one.yaml plans/south/link.yaml
"$SEATSIM" check --threads 1 plans 2> errors
echo "status $?"
sed -n 's/^\([^ ]*\): error.*/\1/p' errors | cut -d: -f1 | sort | uniq -c
for format in text json csv junit tap github; do
    "$SEATSIM" check --threads 1 --format $format plans > wanted 2> /dev/null
    for threads in 2 3 8; do
        "$SEATSIM" check --threads $threads --format $format plans 2> /dev/null | cmp - wanted
    done
done
echo '--- several, a folder among them, and standard input'
"$SEATSIM" check plans/one.yaml - plans/north/deep < plans/north/met.yaml
echo "status $?"
echo '--- a fragment that is extended makes no fragment of the file that extends it'
mkdir more
plan more/part.yaml 24
echo 'fragment: true' >> more/part.yaml
printf 'seatsim: 1\nextends: part.yaml\n' > more/whole.yaml
"$SEATSIM" check more
echo "status $?"
echo '--- without targets there is nothing to miss'
sed '/^targets/,$d' plans/one.yaml > plain.yaml
"$SEATSIM" check plain.yaml
echo "status $?"
echo '--- without scenarios there is nothing to check'
mkdir empty
"$SEATSIM" check empty plans/standard.yaml 2>&1 | head -3
