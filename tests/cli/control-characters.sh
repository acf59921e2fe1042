# A name that would colour or clear the terminal is shown without what does so; the folder itself has that name.
folder=$(printf 'out\033[31m\302\233')
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" -o "$folder" --no-plots 2> /dev/null | grep 'targets.csv'
[ -f "$folder/targets.csv" ] && echo "written"
