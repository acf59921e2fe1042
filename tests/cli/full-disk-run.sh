# The table does not fit on the disk, and is printed before the diagnostics are.
[ -w /dev/full ] || { echo "there is no /dev/full"; exit 77; }
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" > /dev/full
