# A pipe that nobody writes into: reading it would wait for ever.
mkfifo pipe.yaml
printf 'seatsim: 1\nextends: pipe.yaml\n' >extends-a-pipe.yaml
