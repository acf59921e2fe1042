# With -o the files are named; a second run writes the same bytes over them, and quietly.
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
"$SEATSIM" run "$plan" -o out --no-plots 2> /dev/null | sed -n '/^Files$/,$p'
mkdir first && cp out/* first
"$SEATSIM" run "$plan" -o out --no-plots --quiet
diff -r first out
ls -A out
