# More columns than a thing has keys for people to read: a map of 1,100 names as columns.
{
    printf 'id,stage,classes'
    seq 1 1100 | sed 's/^/,resources.r/' | tr -d '\n'
    printf '\ns1,primary,4'
    seq 1 1100 | sed 's/.*/,1/' | tr -d '\n'
    echo
} >wide.csv
printf 'seatsim: 1\nfacilities: {table: wide.csv}\n' >table-too-wide.yaml
