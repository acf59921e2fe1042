# Every whole scenario in the documents runs without a warning: its YAML, beside the tables that the same page shows
# (```csv NAME) and the files it names (```yaml NAME).
for page in "$SOURCE"/README.md "$SOURCE"/docs/*.md; do
    folder=$(basename "$page" .md)
    mkdir "$folder"
    awk -v folder="$folder" '
        /^```(yaml|csv)/ { name = $2 ? $2 : "scenario-" ++count ".yaml"; file = folder "/" name; next }
        /^```/ { if (file) close(file); file = ""; next }
        file { print > file }' "$page"
    for scenario in "$folder"/*.yaml; do
        grep -qE '^(districts|extends):' "$scenario" 2> /dev/null || continue
        grep -qE '^(years|extends):' "$scenario" || continue
        "$SEATSIM" validate "$scenario" && "$SEATSIM" run --quiet "$scenario" > "$scenario.table" || echo "$scenario is wrong"
    done
done
