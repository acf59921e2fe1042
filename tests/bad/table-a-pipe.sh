# A pipe that nobody writes into: reading it would wait for ever.
mkfifo pipe.csv
printf 'seatsim: 1\nfacilities: {table: pipe.csv}\n' >table-a-pipe.yaml
