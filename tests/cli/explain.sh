# Where a share comes from: the children in public kindergartens over all of them, facility by facility, with the line that
# made each public and what its rule read; the same in Chinese, on a narrower terminal.
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
question='--indicator public_share --stage kindergarten --year 2023'
# shellcheck disable=SC2086
{
    "$SEATSIM" explain "$plan" $question --quiet
    COLUMNS=80 "$SEATSIM" explain "$plan" $question --depth 1 --lang zh --quiet
    # Two levels deeper, in a facility: who moved up, who was new, what each rests on.
    "$SEATSIM" explain "$plan" --indicator enrolled --stage junior --year 2022 --facility nine-year-1 --depth 4 --quiet
    # A variant is another scenario.
    "$SEATSIM" explain "$plan" $question --variant public-first --depth 0 --quiet
    "$SEATSIM" explain "$plan" $question --set allocation.kindergarten.transfer=0% --depth 0 --quiet
}
