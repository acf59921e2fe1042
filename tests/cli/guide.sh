# The scenario of the guide is right as it stands, runs, and its variant too.
awk '/^```yaml$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$SOURCE/docs/scenario.md" > guide.yaml
"$SEATSIM" validate guide.yaml
"$SEATSIM" run guide.yaml --variant fewer-births > table && grep -c '^20' table
