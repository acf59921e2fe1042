# What stands beside the scenario may be meant, what stands in standards/ is named.
mkdir standards
touch standards/shandong.yaml standards/notes.txt neighbour.yaml
printf 'seatsim: 1\nstandard: nieghbour\n' > standard-misspelt.yaml
