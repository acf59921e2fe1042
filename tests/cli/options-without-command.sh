# Options alone are no command: the usage is shown, whatever they belong to.
for option in '--output out' '--depth 3' '--resolved' '--set a=1'; do
    # shellcheck disable=SC2086
    "$SEATSIM" $option 2>&1 | head -n 1
done
"$SEATSIM" --output out 2> /dev/null
