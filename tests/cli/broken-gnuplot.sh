# A gnuplot that fails, one that draws nothing, and a machine without a Chinese font: a warning each, and the tables come.
mkdir programs
said() {
    PATH=$PWD/programs "$SEATSIM" run "$SOURCE/scenarios/rizhao/rizhao.yaml" --lang "$1" -o "$2" 2>&1 > /dev/null
    echo "status $?"
    /bin/ls "$2"
}
printf '#!/bin/sh\necho it broke >&2\nexit 1\n' > programs/gnuplot
/bin/chmod +x programs/gnuplot
said en fails
printf '#!/bin/sh\nexit 0\n' > programs/gnuplot
printf '#!/bin/sh\necho DejaVu Sans\necho en\n' > programs/fc-match
/bin/chmod +x programs/fc-match
said zh draws-nothing
