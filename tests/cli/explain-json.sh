# The seats of a school as objects for programs: nothing is left out, and what there is not is null.
cp "$SOURCE/scenarios/rizhao/rizhao.yaml" .
"$SEATSIM" explain rizhao.yaml --indicator seats --stage kindergarten --facility xiangyang-road --year 2021 --format json --quiet
