# A value changed on the command line is a value changed in the file.
sed 's/^years: 2020\.\.2030/years: 2020..2025/' "$SOURCE/scenarios/rizhao/rizhao.yaml" > plan.yaml
"$SEATSIM" run plan.yaml -o file --no-plots --quiet
"$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" --set years=2020..2025 -o set --no-plots --quiet
cut -d , -f 3- file/indicators.csv > file.csv
cut -d , -f 3- set/indicators.csv > set.csv
cmp file.csv set.csv && echo "the same"
