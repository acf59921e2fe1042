# Every byte of every table of the example and of its variants.
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
variants=$(sed -n '/^variants:/,/^[a-z]/s/^  \([a-z0-9-]*\):.*/\1/p' "$plan")
for variant in base $variants; do
    [ "$variant" = base ] && "$SEATSIM" run "$plan" -o base --no-plots --quiet 2> /dev/null
    [ "$variant" = base ] || "$SEATSIM" run "$plan" --variant "$variant" -o "$variant" --no-plots --quiet 2> /dev/null
    (cd "$variant" && sha256sum -- *.csv | sed "s|  |  $variant/|")
done
