# The short table of the example, and no file without -o.
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" 2> /dev/null
ls
