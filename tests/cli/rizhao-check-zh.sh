"$SEATSIM" check --lang zh "$SOURCE/scenarios/rizhao/rizhao.yaml" 2> /dev/null
