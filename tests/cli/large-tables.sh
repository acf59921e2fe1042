# A hundred thousand rows that name each other, are about one thing, or are all wrong: seconds, where their square would take
# minutes.
case $SEATSIM in *valgrind*) echo "valgrind counts no seconds"; exit 77 ;; esac
rows() { seq 100000 | sed "s/.*/$1/"; } # "&" is the number
begin() {
    echo 'seatsim: 1'
    echo 'years: 2024..2030'
    echo 'sectors: [public, private]'
    echo 'stages: [{id: primary, entry_age: 6, grades: [a], class_limit: 45}]'
    echo "districts: [{id: west, entry: {primary: {method: last}}, $1}]"
}
{ echo 'id,rooms'; rows 'f&,1'; } > facilities.csv
{ echo 'id,scope,at_most'; rows 't&,f&,100'; } > each.csv
{ echo 'id,at_most'; rows 't&,1&'; } > one.csv
{ echo 'stage,value'; rows 's&,1'; } > stages.csv
{ begin 'pupils: {primary: [0]}' && echo 'facilities: {table: facilities.csv, each: {stage: primary}}'; } > base.yaml
{ cat base.yaml && echo 'targets: {table: each.csv, each: {indicator: enrolled, by: 2030}}'; } > each.yaml
{ cat base.yaml && echo 'targets: {table: one.csv, each: {indicator: enrolled, from: 2030}}'; } > one.yaml
begin 'pupils: {table: stages.csv}' > stages.yaml
ulimit -t 20
for name in each one stages; do
    "$SEATSIM" validate "$name.yaml" 2>&1 | tail -1
done
