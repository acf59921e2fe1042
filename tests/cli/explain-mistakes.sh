# Questions that have no answer: E504, E512, E518, E520 to E527.
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
ask() {
    echo "> $*"
    "$SEATSIM" explain "$plan" --quiet "$@" 2>&1
    echo "status $?"
}
ask
ask --indicator public_shares --stage kindergarden --year 2023 --district edtz --sector pubic --facility primary-11
ask --indicator public_share --stage kindergarten --year 2031
ask --indicator public_share --stage kindergarten --year next
ask --indicator seats --stage primary --year 2023 --facility junior-1
ask --indicator public_share --stage primary --year 2023 --facility primary-1
ask --indicator public_share --stage primary --year 2023 --sector public
ask --indicator enrolled --stage kindergarten --year 2020 --facility xiangyang-road
ask --indicator capital --stage kindergarten --year 2023
ask --indicator seats --stage kindergarten --year 2023 --depth deep
ask --indicator seats --stage kindergarten --year 2023 --output out
ask --indicator seats --stage kindergarten --year 2023 --format csv
# A year without children has no class sizes; a facility lies in one district.
plan=$SOURCE/scenarios/new-town/new-town.yaml
ask --indicator seats --stage high --year 2026 --facility old-hana-high --district duri
cat > empty.yaml <<'END'
seatsim: 1
years: 2020..2021
sectors: [public]
stages: [{id: kg, entry_age: 3, grades: 1, class_limit: 30}]
districts: [{id: a, births: {2016: 0, 2017: 0, 2018: 0}, pupils: {kg: 0}}]
facilities: [{id: k, stage: kg, rooms: 1}]
END
plan=empty.yaml
ask --indicator class_size_mean --year 2021
ask --indicator seats --year 2021 --depth 1
