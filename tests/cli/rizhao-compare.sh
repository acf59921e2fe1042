# What Rizhao's plan is worth when three schools open a year late, and when every new kindergarten is public: the targets that
# change with their values, and by stage the indicators of targets and those that differ most.
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
"$SEATSIM" compare "$plan" --variants three-schools-late,all-public
echo "status $?"
echo '--- what the base meets and another misses fails only where it is asked for'
"$SEATSIM" compare "$plan" --variants three-schools-late --check --quiet
echo "status $?"
"$SEATSIM" compare "$plan" --variants three-schools-late,base --check --quiet
echo "status $?"
echo '--- two variants in one, one indicator, as many years as fit, in Chinese'
"$SEATSIM" compare "$plan" --variants outside+stay --indicator public_share --stage kindergarten --lang zh --width 60
