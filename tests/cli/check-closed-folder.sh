# A folder whose names can be read, but not the files behind them, is no folder without scenarios: a check must not pass without
# them. Nobody is refused anything as root, so the check is then made as somebody else.
mkdir plans plans/north && cp "$SOURCE/scenarios/rizhao/rizhao.yaml" plans/north/plan.yaml && chmod 755 . .. plans && chmod 444 plans/north
trap 'chmod 755 plans/north' EXIT
as=
if [ "$(id -u)" = 0 ]; then
    as='setpriv --reuid=65534 --clear-groups'
    $as test -x "$SEATSIM" 2> /dev/null || { echo "needs another user who may run the program"; exit 77; }
fi
$as "$SEATSIM" check plans 2>&1
echo "status $?"
