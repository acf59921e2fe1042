# A tree of very many numbers is cut, with a warning; a reader that has seen enough is no failure.
plan=$SOURCE/scenarios/province/province.yaml
"$SEATSIM" explain "$plan" --indicator utilisation --stage primary --year 2035 --depth 60 2> errors > text
echo "status $?"
cat errors
[ "$(wc -l < text)" -gt 1000 ] || echo "the text has $(wc -l < text) lines"
{ "$SEATSIM" explain "$plan" --indicator utilisation --stage primary --year 2035 --depth 20 2> errors; echo $? > status; } | :
cat errors status
