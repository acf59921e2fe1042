# A number of a tag says which tag it is of.
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
"$SEATSIM" explain "$plan" --quiet --set facilities.primary-1.tags=model --indicator quality_share.model --stage primary --year 2023
"$SEATSIM" explain "$plan" --quiet --set facilities.primary-1.tags=model --indicator quality_share.model --stage primary --year 2023 \
    --lang zh
