# What the example's author has to be told, place by place.
"$SEATSIM" validate "$SOURCE/scenarios/rizhao/rizhao.yaml"
