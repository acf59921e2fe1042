# One file with everything in it: standard, scenario, a variant, a --set; each line says where it is from.
"$SEATSIM" validate --resolved "$SOURCE/scenarios/rizhao/rizhao.yaml" --variant births-keep-falling,three-schools-late \
    --set projects.jinhaiwan.lag=1 --set 'allocation.*.transfer += 5%'
