# Help names every command and option, in both languages, and fits a screen of 24 lines of 80 columns.
set -e
"$SEATSIM" --help
"$SEATSIM" run --help
for command in '' run validate check explain; do
    for language in en zh; do
        "$SEATSIM" $command --help --lang $language > page
        [ "$(wc -l < page)" -le 24 ] || echo "$command --help --lang $language has more than 24 lines"
    done
    "$SEATSIM" $command --help --lang en > page
    [ "$(wc -L < page)" -le 80 ] || echo "$command --help is wider than 80 columns"
done
