"""Random targets judged a second time, from the tables that a run writes: value, year, margin, met, first met and first missed of
every place must be those of `check`.

    python3 tests/oracle/targets.py SEATSIM [--count 300] [--seed 1]

Written from docs/check.md. Limits of schools are left to tests by hand; that of classes is judged by classes_over_limit."""
import argparse
import csv
import math
import os
import random
import subprocess
import sys
import tempfile

BILLIONTH = 1e-9
SCENARIOS = ["rizhao", "english-authority", "new-town", "shrinking-county"]
INDICATORS = ["demand", "enrolled", "unmet", "seats", "rooms", "classes", "shortage", "surplus", "utilisation", "public_share",
              "class_size_mean", "class_size_max", "classes_over_limit", "oversize_share", "school_size_max"]
BY_SECTOR = {"enrolled", "seats", "rooms", "classes", "surplus", "utilisation"}


def below(a, b):
    return b - a > BILLIONTH * max(1, abs(a), abs(b))


class Run:
    """The tables of one run, and what they say of a place in a year."""

    def __init__(self, seatsim, scenario, folder):
        subprocess.run([seatsim, "run", scenario, "-o", folder, "--no-plots", "--quiet"], check=True, stderr=subprocess.DEVNULL)
        self.values, self.sectors = {}, {}
        with open(folder + "/indicators.csv", encoding="utf-8") as table:
            for row in csv.DictReader(table):
                key = (row["scope"], row["id"], row["stage"], row["sector"], row["indicator"], int(row["year"]))
                self.values[key] = float(row["value"])
        with open(folder + "/facilities.csv", encoding="utf-8") as table:
            for row in csv.DictReader(table):
                self.sectors[row["facility"], row["stage"], int(row["year"])] = row["sector"]
        self.years = sorted({key[5] for key in self.values})
        self.stages = sorted({key[2] for key in self.values if key[0] == "facility"})
        self.places = {scope: sorted({key[1] for key in self.values if key[0] == scope}) for scope in ("district", "facility")}

    def value(self, scope, place, target, indicator, year):
        """None where there is none, or where a facility is closed or of another sector."""
        if scope == "facility":
            sector = self.sectors.get((place, target["stage"], year))
            if sector is None or target["sector"] not in ("", sector):
                return None
            return self.values.get((scope, place, target["stage"], "", indicator, year))
        return self.values.get((scope, place, target["stage"], target["sector"], indicator, year))

    def is_absent(self, scope, place, target, year):
        if scope == "facility":
            signs = ["enrolled"]
        else:
            signs = ["enrolled", "seats", "unmet"]
        return not any((self.value(scope, place, target, sign, year) or 0) > 0 for sign in signs)


def random_target(rng, run):
    indicator = rng.choice(INDICATORS)
    scope = rng.choice(["region", "districts", "facilities"] + run.places["district"][:1] + run.places["facility"][:1])
    stage = rng.choice(run.stages)
    known = [value for key, value in run.values.items() if key[2] == stage and key[4] == indicator]
    if not known:
        return None
    bound = rng.choice(known)
    target = {"indicator": indicator, "scope": scope, "stage": stage, "sector": "", "year": rng.choice(run.years),
              "asked": rng.choice(["in", "from", "by"]), "is": rng.choice(["at_least", "at_most", "between", "equals"]),
              "lower": bound, "upper": bound, "limit": False, "tolerance": rng.choice([0, 0, abs(bound) * 0.1])}
    if target["is"] == "between":
        target["lower"], target["upper"] = sorted([bound, rng.choice(known)])
    if (indicator in BY_SECTOR or scope == "facilities") and rng.random() < 0.4:
        target["sector"] = rng.choice(sorted({sector for sector in run.sectors.values()}))
    if indicator == "class_size_max" and rng.random() < 0.5:
        target.update({"is": "at_most", "limit": True, "tolerance": 0})
    return target


def written(number, target):
    bound = {"at_least": "lower", "at_most": "upper", "equals": "lower"}.get(target["is"])
    amount = "[%.12g, %.12g]" % (target["lower"], target["upper"]) if not bound else "%.12g" % target[bound]
    parts = ["id: t%d" % number, "indicator: " + target["indicator"], "stage: " + target["stage"], "scope: " + target["scope"],
             "%s: %s" % (target["is"], "limit" if target["limit"] else amount), "%s: %d" % (target["asked"], target["year"]),
             "tolerance: %.12g" % target["tolerance"]]
    return "  - {%s}\n" % ", ".join(parts + (["sector: " + target["sector"]] if target["sector"] else []))


def holds(run, scope, place, target, year):
    value = run.value(scope, place, target, target["indicator"], year)
    if value is None:
        return False
    if target["limit"]:
        return not below(0, run.value(scope, place, target, "classes_over_limit", year))
    enough = target["is"] == "at_most" or not below(value, target["lower"] - target["tolerance"])
    return enough and (target["is"] == "at_least" or not below(target["upper"] + target["tolerance"], value))


def margin_of(target, value):
    lower, upper = value - target["lower"], target["upper"] - value
    return {"at_least": lower, "at_most": upper, "between": min(lower, upper), "equals": -abs(lower)}[target["is"]]


def judge(run, target):
    """Place -> what `check` should say of it; an error as a text."""
    scope = {"region": "region", "districts": "district", "facilities": "facility"}.get(target["scope"])
    each = target["scope"] in ("districts", "facilities")
    scope = scope or ("district" if target["scope"] in run.places["district"] else "facility")
    if scope == "facility" and not any(key[0] == "facility" and key[4] == target["indicator"] for key in run.values):
        return "E270"
    places = run.places[scope] if each else ["" if scope == "region" else target["scope"]]
    if scope == "facility":
        served = {key[1] for key in run.values if key[0] == "facility" and key[2] == target["stage"]}
        if not each and places[0] not in served:
            return "E275"
        places = [place for place in places if place in served]
    asked = {"in": [target["year"]], "from": [y for y in run.years if y >= target["year"]],
             "by": [y for y in run.years if y <= target["year"]]}[target["asked"]]
    verdicts = {}
    for place in places:
        value = lambda year: run.value(scope, place, target, target["indicator"], year)
        here = [y for y in run.years if not (each and value(y) is None and run.is_absent(scope, place, target, y))]
        years, good = [y for y in asked if y in here], {y: holds(run, scope, place, target, y) for y in here}
        if not years:
            continue
        if target["asked"] == "by":
            met = any(good[y] for y in years)
            year = next(y for y in years if good[y]) if met else years[-1]
            if value(year) is None:
                return "E301"
        else:
            if any(value(y) is None for y in years):
                return "E301"
            missed = [y for y in years if not good[y]]
            met = not missed
            year = years[0] if met else None
            if missed and not target["limit"]:
                worst = min(margin_of(target, value(y)) for y in missed)
                year = next(y for y in missed if not below(worst, margin_of(target, value(y))))
        verdicts[place] = {
            "met": "true" if met else "false", "year": year, "value": None if year is None else value(year),
            "margin": None if target["limit"] or year is None else margin_of(target, value(year)),
            "first_met": next((y for y in run.years if good.get(y)), ""),
            "first_missed": "" if target["asked"] == "by" else next((y for y in years if not good[y]), "")}
    return verdicts or "E310"


def differences(run, target, rows, said):
    expected = judge(run, target)
    if isinstance(expected, str):
        return [] if expected in said else ["expected %s, not %s %s" % (expected, rows, said)]
    found = {row["id"]: row for row in rows}
    if set(found) != set(expected):
        return ["places %s, not %s: %s" % (sorted(expected), sorted(found), said)]
    wrong = []
    for place, verdict in expected.items():
        row = found[place]
        for word in ("met", "year", "first_met", "first_missed"):
            if verdict[word] is not None and row[word] != str(verdict[word]):
                wrong.append("%s: %s %s, not %s" % (place, word, verdict[word], row[word]))
        blur = BILLIONTH * max(1, abs(verdict["value"] or 0))  # tables have twelve digits
        for word in ("value", "margin"):
            if verdict[word] is not None and not math.isclose(float(row[word]), verdict[word], abs_tol=blur):
                wrong.append("%s: %s %s, not %s" % (place, word, verdict[word], row[word]))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("seatsim")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng, failures, judged, met, refused = random.Random(options.seed), 0, 0, 0, 0
    source = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    with tempfile.TemporaryDirectory() as folder:
        scenarios = ["%s/scenarios/%s/%s.yaml" % (source, name, name) for name in SCENARIOS]
        runs = [(path, Run(options.seatsim, path, "%s/%s" % (folder, name))) for path, name in zip(scenarios, SCENARIOS)]
        for number in range(options.count):
            path, run = rng.choice(runs)
            target = random_target(rng, run)
            if not target:
                continue
            file = folder + "/one.yaml"
            with open(file, "w", encoding="utf-8") as scenario:
                scenario.write("seatsim: 1\nextends: %s\ntargets:\n%s" % (path, written(number, target)))
            result = subprocess.run([options.seatsim, "check", file, "--format", "csv"], capture_output=True, text=True,
                                    encoding="utf-8", check=False)
            rows = [row for row in csv.DictReader(result.stdout.splitlines()) if row["target"] == "t%d" % number]
            wrong = differences(run, target, rows, result.stderr)
            judged += len(rows)
            refused += not rows
            met += sum(row["met"] == "true" for row in rows)
            failures += bool(wrong)
            if wrong:
                print("# seed %d, %s: %s" % (options.seed, os.path.basename(path), written(number, target).strip()))
                print("".join("#   %s\n" % line for line in wrong[:5]), end="")
    print("# %d verdicts, %d of them met; %d targets refused" % (judged, met, refused))
    print("%sok 1 - random targets are judged as the tables say" % ("not " if failures else ""))
    print("1..1")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
