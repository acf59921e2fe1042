# Interrupted at any moment, a run leaves earlier results as they were, and the next run tidies up.
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
cp -r out before
for pause in 0.001 0.003 0.005 0.01 0.02 0.05; do
    timeout -s INT $pause "$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
    diff -r -x '.seatsim*' before out
done
"$SEATSIM" run "$plan" -o out --no-plots --quiet 2> /dev/null
diff -r before out && echo "as before"
