# slow: one patch that copies a large value to each of many things: 2,000 times 6,000 values.
{
    printf 'seatsim: 1\nyears: 2020..2025\nsectors: [public]\nstages:\n'
    echo '  - {id: primary, entry_age: 6, grades: 6, class_limit: 45}'
    echo 'districts: [{id: west, births: {2010: 100}}]'
    echo 'projects:'
    seq 1 2000 | sed 's/.*/  - {open: s&, stage: primary, year: 2022, classes: 1}/'
    printf 'variants:\n  tagged:\n    set:\n      projects.*.tags: [t0'
    seq 1 6000 | sed 's/^/, t/' | tr -d '\n'
    echo ]
} >patches-too-many.yaml
