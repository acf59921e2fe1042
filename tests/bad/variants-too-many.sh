# slow: a hundred variants of a scenario of forty thousand values: as many are tried as come to three million.
{
    printf 'seatsim: 1\nyears: 2020..2025\nsectors: [public]\nstages:\n'
    echo '  - {id: primary, entry_age: 6, grades: 6, class_limit: 45}'
    printf 'districts:\n  - {id: west, births: {table: births.csv}}\n'
    printf 'variants:\n'
    seq 1 100 | sed 's/.*/  v&: {set: {facilities.s1.classes: 5}}/'
    echo 'facilities:'
    seq 1 10000 | sed 's/.*/  - {id: s&, stage: primary, classes: 4}/'
} >variants-too-many.yaml
{ echo year,births; seq 2000 2025 | sed 's/$/,100/'; } >births.csv
