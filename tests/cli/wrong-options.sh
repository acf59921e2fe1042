# Every mistake on the command line is told at once (E501, E502, E503, E504, E511).
"$SEATSIM" run --ouput=out --lang fr --width 5 --color purple --no-plots=3 -Z --variant a,,b scenario.yaml -o
