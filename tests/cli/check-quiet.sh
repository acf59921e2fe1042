# The status alone.
"$SEATSIM" check --quiet "$SOURCE/scenarios/rizhao/rizhao.yaml"
