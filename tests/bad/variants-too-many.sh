# A hundred variants of a scenario of forty thousand values: as many are tried as come to three million.
{
    printf 'seatsim: 1\nyears: 2020..2025\nsectors: [public]\nstages:\n'
    echo '  - {id: primary, entry_age: 6, grades: 6, class_limit: 45}'
    printf 'districts:\n  - {id: west, births: {table: births.csv}}\n'
    echo 'facilities:'
    printf '  - {id: s1, stage: primary, classes: 4, tags: [t0'
    seq 1 40000 | sed 's/^/, t/' | tr -d '\n'
    printf ']}\nvariants:\n'
    seq 1 100 | sed 's/.*/  v&: {set: {facilities.s1.classes: 5}}/'
} >variants-too-many.yaml
{ echo year,births; seq 2000 2025 | sed 's/$/,100/'; } >births.csv
