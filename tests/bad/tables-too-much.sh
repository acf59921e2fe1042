# Twenty thousand rows, each looked for in a list of five thousand texts.
{
    printf 'seatsim: 1\nfacilities: {table: schools.csv, where: {id: [x0'
    seq 1 5000 | sed 's/^/, x/' | tr -d '\n'
    echo ']}}'
} >tables-too-much.yaml
{
    echo id,stage,classes
    seq 1 20000 | sed 's/.*/s&,primary,1/'
} >schools.csv
