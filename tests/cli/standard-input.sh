# - is a scenario from standard input, which can be read but once: the second is empty.
"$SEATSIM" validate - < "$SOURCE/scenarios/rizhao/rizhao.yaml" 2>/dev/null
