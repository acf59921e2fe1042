# Tables are gone from the print, but for those of variants, whose paths no longer depend on the folder.
mkdir plan elsewhere
sed -e 's/^    births: .*/    births: {table: births.csv}/' -e '/^             2015: 100/d' "$SOURCE/tests/cases/small.yaml" > plan/plan.yaml
echo 'variants: {fewer: {set: {districts.west.births: {table: fewer.csv}}}}' >> plan/plan.yaml
for file in births fewer; do
    echo year,births
    for year in 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22; do echo "20$year,$([ $file = births ] && echo 100 || echo 90)"; done
done > both.csv
head -n 16 both.csv > plan/births.csv
tail -n 16 both.csv > plan/fewer.csv
"$SEATSIM" validate --resolved plan/plan.yaml > elsewhere/plan.yaml
sed -n '/^  births/,/2009/p' elsewhere/plan.yaml
sed -n '/^variants/,$p' elsewhere/plan.yaml | sed -e "s|$PWD|HERE|" -e 's/  *#.*//'
(cd elsewhere && "$SEATSIM" validate plan.yaml)
(cd elsewhere && "$SEATSIM" validate --resolved plan.yaml --variant fewer | sed -n '/^  births/,/2009/p' | sed "s|/.*/|.../|")
