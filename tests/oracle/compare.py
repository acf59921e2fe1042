"""Compares a program with the model on random scenarios; prints TAP.

    compare.py PROGRAM [--count N] [--seed S] [--level core|full|pairs] [--features A,B,...] [--keep DIR] [--jobs N]
    compare.py PROGRAM --shrink SEED-OR-FILE [--level core|full|pairs] [--features A,B,...] [--keep DIR]

Every cell of the program's indicators.csv must be within 1e-9 (relative) of the model's (an amount of money within that
of the dearest price), and every cell of the model must be there, for the indicators that the program knows; so must the
shares of policies.csv. A scenario that fails is kept as a file. Status 1 if any does.
With level pairs and a count in which every pair of features has its turn, it counts in how many scenarios each feature
and each pair of features changes a figure, and fails when there is one that never does."""

import argparse
import concurrent.futures
import copy
import csv
import functools
import json
import os
import subprocess
import sys
import tempfile

import coverage
import features
import generate
import model
import shrink
import yaml_text

TOLERANCE = 1e-9
SHOWN = 6
MONEY = ("capital", "recurrent", "cost_present_value")
DEAREST = 100000.0  # what a post costs: a billionth of a pupil, which is nobody, costs less than a billionth of this


def main():
    options = read_options()
    os.makedirs(options.keep, exist_ok=True)
    if options.shrink is not None:
        return shrink_one(options)
    return compare_many(options)


def read_options():
    parser = argparse.ArgumentParser(description="Compares a program with the model on random scenarios.")
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", choices=["core", "full", "pairs"], default="core")
    parser.add_argument("--features", type=lambda text: text.split(","),
                        help="of level full only these: " + ",".join(features.FEATURES))
    parser.add_argument("--keep", default=os.path.join(tempfile.gettempdir(), "seatsim-oracle"))
    parser.add_argument("--jobs", type=int, default=1, help="scenarios at a time")
    parser.add_argument("--shrink", metavar="SEED-OR-FILE")
    options = parser.parse_args()
    if options.features is not None:
        options.level = "full"
        for feature in set(options.features) - set(features.FEATURES):
            parser.error(f"there is no feature {feature}: {', '.join(features.FEATURES)}")
    return options


# --- one scenario -------------------------------------------------------------------------------------------------

def differences(program, document):
    """Sentences about the cells that disagree; one sentence if the program refuses the scenario."""
    theirs, extremes, refusal = tables(program, document)
    if refusal:
        return [refusal]
    found = compare_cells(model.run(document), theirs)
    for policy, shares in extremes.items():
        found += [f"{policy}: {line}" for line in compare_cells(shares_under(document, policy, shares), shares)]
    return found


def figures(program, document):
    """The program's cells and None, or none and why it refuses."""
    theirs, _, refusal = tables(program, document)
    return theirs, refusal


def tables(program, document):
    """The program's cells, its shares under the extremes, and why it refuses or None."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scenario.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(yaml_text.write(document))
        done = subprocess.run([program, "run", path, "-o", folder, "--no-plots", "--quiet"], capture_output=True,
                              text=True, timeout=60, check=False)
        if done.returncode != 0:
            return {}, {}, f"refused: status {done.returncode}\n{done.stderr}"
        return read_cells(os.path.join(folder, "indicators.csv")), read_extremes(os.path.join(folder, "policies.csv")), None


def read_cells(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {(int(row["year"]), row["scope"], "" if row["scope"] == "region" else row["id"], row["stage"],
                 row["sector"], row["indicator"]): float(row["value"]) for row in csv.DictReader(file)}


def read_extremes(path):
    """{policy: cells} of the shares under the extremes."""
    extremes = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["role"] == "extreme":
                key = (int(row["year"]), row["scope"], row["id"], row["stage"], "", row["indicator"])
                extremes.setdefault(row["policy"], {})[key] = float(row["value"])
    return extremes


def shares_under(document, policy, theirs):
    """What the model makes of the scenario with one policy in every stage: the shares of the stages that are told of."""
    other = copy.deepcopy(document)
    for allocation in other["allocation"].values():
        allocation["policy"] = policy
    told = {(key[3], key[5]) for key in theirs}
    return {key: value for key, value in model.run(other).items() if key[4] == "" and (key[3], key[5]) in told}


def compare_cells(ours, theirs):
    """The earliest years first, facilities before districts before the region: causes before consequences."""
    known = known_by(theirs)
    keys = set(theirs) | {key for key in ours if known(key)}
    ordered = sorted(keys, key=lambda k: (k[0], ["facility", "district", "region"].index(k[1]), k))
    return [difference(k, ours.get(k), theirs.get(k)) for k in ordered if not same(ours.get(k), theirs.get(k), least(k))]


def least(key):
    """The value below which a difference is absolute."""
    return DEAREST if key[5].partition(".")[0] in MONEY else 1.0


def known_by(theirs):
    """Whether the program knows the indicator of a cell at all, in any year and place."""
    kinds = {(key[1], bool(key[4]), key[5]) for key in theirs}
    return lambda key: (key[1], bool(key[4]), key[5]) in kinds


def same(a, b, scale=1.0):
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(scale, abs(a), abs(b))


def difference(key, ours, theirs):
    place = " ".join(str(part) for part in key if part != "")
    return f"{place}: model {ours if ours is None else repr(ours)}, program {theirs if theirs is None else repr(theirs)}"


# --- many ---------------------------------------------------------------------------------------------------------

def compare_many(options):
    number = failed = 0
    counts = coverage.Coverage()
    seeds = range(options.seed, options.seed + options.count)
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as workers:
        results = workers.map(functools.partial(examine, options), seeds, chunksize=4)
        for start in range(0, options.count, 100):
            part = seeds[start:start + 100]
            wrong = [seed for seed in part if tell(options, seed, next(results), counts)]
            failed += len(wrong)
            for seed in wrong:
                number += 1
                print(f"not ok {number} - oracle: {options.level} scenario {seed}")
            number += 1
            right = len(part) - len(wrong)
            print(f"{'ok' if right else 'not ok'} {number} - oracle: {right} {options.level} scenarios from {part[0]} to "
                  f"{part[-1]} agree to {TOLERANCE:g}", flush=True)
    if every_pair(options):
        number += 1
        failed += len(counts.missing())
        show_coverage(counts, number)
    print(f"1..{number}")
    return 1 if failed else 0


def every_pair(options):
    return options.level == "pairs" and options.count >= len(generate.PAIRS)


def examine(options, seed):
    """What is wrong with a scenario, and the features that are in effect in it."""
    document = generate.scenario(seed, options.level, options.features)
    theirs, refusal = figures(options.program, document)
    if refusal:
        return [refusal], []
    in_effect = features.in_effect(document, known=known_by(theirs)) if every_pair(options) else []
    return compare_cells(model.run(document), theirs), in_effect


def tell(options, seed, result, counts):
    """Counts a scenario, keeps it where something is wrong with it, and returns whether."""
    found, in_effect = result
    counts.count(in_effect)
    if found:
        show(found, keep(options, generate.scenario(seed, options.level, options.features), f"{options.level}-{seed}"))
    return bool(found)


def show_coverage(counts, number):
    missing = counts.missing()
    print(f"{'not ok' if missing else 'ok'} {number} - oracle: {counts.summary()}")
    for line in counts.table():
        print(f"# {line}")
    for some in missing[:coverage.SHOWN]:
        print(f"# never: {some}")


def keep(options, document, name):
    """The scenario as YAML for people and the program, and beside it as JSON for --shrink."""
    path = os.path.join(options.keep, f"{name}.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(yaml_text.write(document))
    with open(path[:-4] + "json", "w", encoding="utf-8") as file:
        json.dump(document, file)
    return path


def show(found, path):
    print(f"# {path}: {len(found)} cells differ")
    for line in found[:SHOWN]:
        print("#   " + line.replace("\n", "\n#   "))


# --- shrinking ----------------------------------------------------------------------------------------------------

def shrink_one(options):
    if options.shrink.isdigit():
        document = generate.scenario(int(options.shrink), options.level, options.features)
        name = f"{options.level}-{options.shrink}"
    else:
        path = options.shrink.removesuffix(".yaml").removesuffix(".json") + ".json"
        name = os.path.basename(path).removesuffix(".json")
        with open(path, encoding="utf-8") as file:
            document = years_as_numbers(json.load(file))
    first = differences(options.program, document)
    if not first:
        print(f"ok 1 - oracle: {name} agrees\n1..1")
        return 0
    small = shrink.smallest(document, lambda d: fails_alike(options.program, d, first))
    show(differences(options.program, small), keep(options, small, f"{name}-small"))
    print(f"not ok 1 - oracle: {name}\n1..1")
    return 1


def years_as_numbers(value):
    if isinstance(value, dict):
        return {int(k) if k.isdigit() else k: years_as_numbers(v) for k, v in value.items()}
    return [years_as_numbers(v) for v in value] if isinstance(value, list) else value


def fails_alike(program, document, first):
    """Whether the scenario still fails, and by a difference or by a refusal as before."""
    try:
        found = differences(program, document)
    except (ValueError, KeyError, IndexError, TypeError, StopIteration, model.demand.MissingBirths):
        return False
    if not found or found[0].startswith("refused") != first[0].startswith("refused"):
        return False
    return not found[0].startswith("refused") or cause(found[0]) == cause(first[0])


def cause(refusal):
    """The first message's words without its place and numbers."""
    lines = [line.split("error:")[1] for line in refusal.splitlines() if "error:" in line]
    return "".join(c for c in (lines or [refusal])[0] if c.isalpha())[:40]


if __name__ == "__main__":
    sys.exit(main())
