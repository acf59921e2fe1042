# E515: what cannot be written is a failure of the machine.
[ -w /dev/full ] || { echo "there is no /dev/full"; exit 77; }
"$SEATSIM" --help > /dev/full
