# Colour only where it is asked for: not in a file, not with NO_COLOR.
"$SEATSIM" validate none.yaml 2>&1 | grep -c "$(printf '\033')"
"$SEATSIM" validate none.yaml --color always 2>&1 | grep -c "$(printf '\033')"
NO_COLOR=1 "$SEATSIM" validate none.yaml --color auto 2>&1 | grep -c "$(printf '\033')"
:
