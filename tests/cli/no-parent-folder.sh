# E517: with several scenarios the folder that holds theirs is made, but not the one above it.
cp "$SOURCE/scenarios/rizhao/rizhao.yaml" one.yaml
cp one.yaml two.yaml
"$SEATSIM" run one.yaml two.yaml -o missing/out --quiet
