"""Compares a program with the model on random scenarios; prints TAP.

    compare.py PROGRAM [--count N] [--seed S] [--level core|full] [--features A,B,...] [--keep DIR]
    compare.py PROGRAM --shrink SEED-OR-FILE [--level core|full] [--features A,B,...] [--keep DIR]

Every cell of the program's indicators.csv must be within 1e-9 (relative) of the model's, and every cell of the model
must be there, for the indicators that the program knows; so must the shares of policies.csv. A scenario that fails is kept as a file. Status 1 if any does."""

import argparse
import copy
import csv
import json
import os
import subprocess
import sys
import tempfile

import generate
import generate_full
import model
import shrink
import yaml_text

TOLERANCE = 1e-9
PUPIL_PRICE = 12000.0  # the most that generate_full.py makes a pupil cost
SHOWN = 6


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
    parser.add_argument("--level", choices=["core", "full"], default="core")
    parser.add_argument("--features", type=lambda text: text.split(","),
                        help="of level full only these: " + ",".join(generate_full.FEATURES))
    parser.add_argument("--keep", default=os.path.join(tempfile.gettempdir(), "seatsim-oracle"))
    parser.add_argument("--shrink", metavar="SEED-OR-FILE")
    options = parser.parse_args()
    if options.features is not None:
        options.level = "full"
        for feature in set(options.features) - set(generate_full.FEATURES):
            parser.error(f"there is no feature {feature}: {', '.join(generate_full.FEATURES)}")
    return options


# --- one scenario -------------------------------------------------------------------------------------------------

def differences(program, document):
    """Sentences about the cells that disagree; one sentence if the program refuses the scenario."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scenario.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(yaml_text.write(document))
        done = subprocess.run([program, "run", path, "-o", folder, "--no-plots", "--quiet"], capture_output=True,
                              text=True, timeout=60, check=False)
        if done.returncode != 0:
            return [f"refused: status {done.returncode}\n{done.stderr}"]
        theirs = read_cells(os.path.join(folder, "indicators.csv"))
        extremes = read_extremes(os.path.join(folder, "policies.csv"))
    found = compare_cells(model.run(document), theirs)
    for policy, shares in extremes.items():
        found += [f"{policy}: {line}" for line in compare_cells(shares_under(document, policy, shares), shares)]
    return found


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
    known = {(key[1], bool(key[4]), key[5]) for key in theirs}
    keys = set(theirs) | {k for k in ours if (k[1], bool(k[4]), k[5]) in known}
    ordered = sorted(keys, key=lambda k: (k[0], ["facility", "district", "region"].index(k[1]), k))
    return [difference(k, ours.get(k), theirs.get(k)) for k in ordered if not same(ours.get(k), theirs.get(k), k)]


def same(a, b, key):
    """Equal to TOLERANCE of the value, or of a pupil where it is less; of money that is what a pupil costs in a year."""
    if a is None or b is None:
        return a is b
    one = PUPIL_PRICE if key[5].startswith(("recurrent", "cost_present_value")) else 1.0
    return abs(a - b) <= TOLERANCE * max(one, abs(a), abs(b))


def difference(key, ours, theirs):
    place = " ".join(str(part) for part in key if part != "")
    return f"{place}: model {ours if ours is None else repr(ours)}, program {theirs if theirs is None else repr(theirs)}"


# --- many ---------------------------------------------------------------------------------------------------------

def compare_many(options):
    number = failed = 0
    seeds = range(options.seed, options.seed + options.count)
    for start in range(0, options.count, 100):
        part = seeds[start:start + 100]
        wrong = [seed for seed in part if not agree(options, seed)]
        failed += len(wrong)
        for seed in wrong:
            number += 1
            print(f"not ok {number} - oracle: {options.level} scenario {seed}")
        number += 1
        if len(wrong) == len(part):
            print(f"not ok {number} - oracle: no {options.level} scenario from {part[0]} to {part[-1]} agrees")
        else:
            print(f"ok {number} - oracle: {len(part) - len(wrong)} {options.level} scenarios from {part[0]} to {part[-1]} "
                  f"agree to {TOLERANCE:g}", flush=True)
    print(f"1..{number}")
    return 1 if failed else 0


def agree(options, seed):
    document = generate.scenario(seed, options.level, options.features)
    found = differences(options.program, document)
    if found:
        path = keep(options, document, f"{options.level}-{seed}")
        show(found, path)
    return not found


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
