"$SEATSIM" check "$SOURCE/scenarios/rizhao/rizhao.yaml" 2> /dev/null
