LANG=zh_CN.UTF-8 "$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" 2> /dev/null
