# In Chinese: what a Chinese keyboard and a Chinese office leave in a file, each answered with what to write.
scenario() # SED SCRIPT
{
    sed "$1" > plan.yaml <<'Y'
seatsim: 1
standard: cn-2017
stages: [kindergarten]
years: 2024..2030
districts:
  - id: west
    births: {2020: 330, 2021: 310, 2022: 290, 2023: 280, projection: -2%}
    pupils: {kindergarten: [290, 300, 310]}
facilities:
  - {id: garden, stage: kindergarten, sector: public, rooms: 34, pupils: 900}
Y
    "$SEATSIM" validate --lang zh plan.yaml
    echo "-- exit $?"
}
scenario 's/^years: /years：/'
scenario 's/sector: /sector：/'
scenario 's/public/公办/; s/rooms: 34/rooms: 34间/'
scenario 's/34/３４/; s/\[290, 300, 310\]/[290，300，310]/'
scenario 's/\[290, 300, 310\]/{small: 290, middle: 300, large: 310}/'
scenario '/^stages/d'
"$SEATSIM" validate --lang zh plan.yaml --set 'districts.west.births += 10%' --set 'facilities.花园.rooms=3'
