# The rest of the list is still worked on.
"$SEATSIM" validate there-is-none.yaml "$SOURCE/scenarios/rizhao/rizhao.yaml" 2>&1
