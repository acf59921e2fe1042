# A comparison says what two runs say: every value, and the difference of the two, as another program reads them.
command -v python3 > /dev/null || { echo "python3 is not installed"; exit 77; }
plan=$SOURCE/scenarios/rizhao/rizhao.yaml
"$SEATSIM" run "$plan" -o base --no-plots --quiet 2> /dev/null
"$SEATSIM" run "$plan" -o late --no-plots --quiet --variant three-schools-late 2> /dev/null
"$SEATSIM" compare "$plan" --variants base,three-schools-late --format csv > compared.csv
"$SEATSIM" compare "$plan" --variants three-schools-late --format json > compared.json
python3 - <<'PYTHON'
import csv, json
KEY = ("year", "scope", "id", "stage", "sector", "indicator")
def cells(folder):
    with open(folder + "/indicators.csv") as file:
        return {tuple(row[k] for k in KEY): row["value"] for row in csv.DictReader(file) if row["scope"] != "facility"}
base, late = cells("base"), cells("late")
rows = list(csv.DictReader(open("compared.csv")))
assert {tuple(row[k] for k in KEY) for row in rows} == base.keys() | late.keys()
shares = set()
for row in rows:
    key = tuple(row[k] for k in KEY)
    assert (row["base"], row["value"]) == (base.get(key, ""), late.get(key, "")), row
    if row["base"] and row["value"]:
        was, now = float(row["base"]), float(row["value"])
        assert abs(float(row["difference"]) - (now - was)) <= 1e-9 * max(1, abs(was), abs(now)), row
        if row["unit"] == "share" or was == 0:
            assert row["relative"] == "", row
        else:
            assert abs(float(row["relative"]) - (now - was) / was) < 1e-9, row
    else:
        assert row["difference"] == row["relative"] == "", row
print(len(rows), "values agree")
document = json.load(open("compared.json"))
differ = {tuple(row[k] for k in KEY[1:]) for row in rows if row["difference"] != "0"}
told = {tuple(series["of"][k] or "" for k in KEY[1:]) for series in document["differences"]}
assert differ == told, differ ^ told
for series in document["differences"]:
    for i, value in enumerate(series["value"]):
        key = (str(document["first_year"] + i),) + tuple(series["of"][k] or "" for k in KEY[1:])
        assert value is None and key not in late or abs(value - float(late[key])) < 1e-9 * max(1, abs(value)), series
print([target["id"] + " " + target["stage"] for target in document["targets"] if target["changes"]])
PYTHON
echo "status $?"
