# Every chart in both formats; whether it can be read is for people to see.
command -v gnuplot > /dev/null || { echo "gnuplot is not installed"; exit 77; }
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" -o out --quiet
for chart in out/charts/*.svg; do tail -c 7 "$chart"; done | sort | uniq -c
for chart in out/charts/*.png; do head -c 4 "$chart" | tail -c 3; echo; done | sort | uniq -c
ls -A out out/charts
