# slow: two hundred years of two thousand districts with fifty sectors: refused before memory is asked for.
{
    printf 'seatsim: 1\nyears: 1900..2100\nstages: [{id: primary, entry_age: 6, grades: 6, class_limit: 45}]\nsectors:\n'
    seq 1 50 | sed 's/.*/  - s&/'
    echo 'districts:'
    seq 1 2000 | sed 's/.*/  - {id: d&, births: {table: births.csv}}/'
} >large.yaml
{ echo year,births; seq 1880 2100 | sed 's/$/,100/'; } >births.csv
"$SEATSIM" run large.yaml 2>&1 | grep 'E3'
