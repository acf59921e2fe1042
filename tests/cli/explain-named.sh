# Figures of what a scenario names: the payer's part of a project by seats and phasing; schools with the tag, those that come and go
# among them; the balance of 2021 from what each school has a pupil; in Chinese the grades of the kindergartens have names.
plan=$SOURCE/tests/cases/named.yaml
explain() {
    "$SEATSIM" explain "$@" --quiet
}
explain "$plan" --indicator cost_present_value.city --stage junior --year 2023 --depth 5
explain "$plan" --indicator quality_share.model --stage primary --year 2025 --depth 4
explain "$plan" --indicator balance.books --stage primary --year 2021 --depth 1
explain "$plan" --indicator sites --stage primary --year 2023 --facility rows --depth 3
# Before it opens and without a seat yet a school costs something.
explain "$plan" --indicator capital --stage junior --year 2025 --facility bay --depth 3
explain "$SOURCE/scenarios/rizhao/rizhao.yaml" --indicator enrolled --stage kindergarten --year 2022 --facility jinhaiwan --lang zh
