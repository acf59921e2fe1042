# One district's facilities and births, in every form in which a spreadsheet may leave them: the same scenario each time.
facilities='代码,名称,类别,学位,在园人数
sunshine,阳光园,public,360,330
bears,小熊园,inclusive,300,290
star,金星园,private,270,240
'
births='年份,出生人数
2018,300
2019,310
2020,300
2021,290
2022,280
2023,260
'
scenario() # FURTHER KEYS of the facilities' table
{
    cat <<Y
seatsim: 1
standard: cn-2017
stages: [kindergarten]
years: 2024..2030
districts:
  - id: west
    births: {table: births.csv, year: 年份, value: 出生人数, projection: hold}
    pupils: {kindergarten: {total: 860, spread: equal}}
    entry: {kindergarten: births}
facilities:
  table: schools.csv
  columns: {id: 代码, title.zh: 名称, sector: 类别, seats: 学位, pupils: 在园人数}
  each: {stage: kindergarten}
$1
Y
}
figures() { "$SEATSIM" run plan.yaml 2> notes | grep '^20' > said; cmp -s said first && echo "the same: $1" || echo "different: $1"; }

printf '%s' "$births" > births.csv
printf '%s' "$facilities" > schools.csv
scenario > plan.yaml
"$SEATSIM" run plan.yaml 2> notes | grep '^20' > first
head -1 first
printf '\357\273\277%s' "$facilities" | sed 's/$/\r/' > schools.csv
figures "a byte order mark and CR LF"
printf '%s' "$facilities" | tr ',' ';' > schools.csv
figures "semicolons"
printf '%s,,,,\n,,,,\n\n' "$facilities" > schools.csv
figures "rows of nothing at the end"
printf '%s' "$facilities" | sed 's/330/３３０/; s/学位/学位　/' > schools.csv
figures "digits of full width, blanks around a header"
printf '%s合计,,,930,860\n' "$facilities" > schools.csv
scenario '  skip: {代码: 合计}' > plan.yaml
figures "a row of totals, left out"
printf '%s' "$facilities" | iconv -f UTF-8 -t GB18030 > schools.csv
for encoding in gb18030 GB18030 GBK; do
    scenario "  encoding: $encoding" > plan.yaml
    figures "$encoding"
done
printf '%s' "$facilities" | tr ',' '\t' | iconv -f UTF-8 -t UTF-16 > schools.csv
scenario '  encoding: UTF-16' > plan.yaml
figures "Unicode text"
