#!/usr/bin/env python3
"""Recomputes explanations of the command from what they print: every number from those below it, by the operation that it
names. It knows no more of the model than the operations of docs/explain.md, and for classes the second implementation's.

usage: recompute.py PROGRAM [--random COUNT] [--seed S] [--depth N] SCENARIO[:STEP]...

For each scenario: the indicators of its results in every STEP-th cell that has a value (all without STEP), region, districts
and facilities, and each indicator at each of these levels in one cell at least, which is not 0 if any is; the root must be the
number in indicators.csv and no leaf, and a `given` number must stand in the line that it names."""

import argparse
import csv
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from random import Random
from types import SimpleNamespace as Object

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracle"))
sys.dont_write_bytecode = True
import classes  # noqa: E402
import generate  # noqa: E402
import yaml_text  # noqa: E402

TOLERANCE = 1e-9
LEAVES = {"given", "rule", "recorded", "constant"}
FORMED = {"classes", "class_pupils", "largest_class", "classes_over_limit", "oversize_classes"}


class Wrong(Exception):
    pass


def product(values):
    return math.prod(values)


def trend(children, year):
    """The least-squares line, never below 0; level for one point."""
    years, values = [c["year"] for c in children], [c["value"] for c in children]
    mean_year, mean = sum(years) / len(years), sum(values) / len(values)
    spread = sum((y - mean_year) ** 2 for y in years)
    rise = sum((y - mean_year) * (v - mean) for y, v in zip(years, values))
    return max(0, mean + (rise / spread if spread else 0) * (year - mean_year))


def between(node):
    (first, last), year = node["children"], node["year"]
    part = (year - first["year"]) / (last["year"] - first["year"])
    return first["value"] + part * (last["value"] - first["value"])


def whole_up(value):
    return math.ceil(value - TOLERANCE * max(1, value))


def formed_classes(node):
    """What is counted of the classes of a facility, formed by the second implementation."""
    by_term = {}
    for child in node["children"]:
        by_term.setdefault(child["term"], []).append(child["value"])
    stage = Object(limits=by_term["class_limit"])
    sites = int(by_term["sites"][0])
    made = classes.of_facility(stage, by_term["pupils"], by_term["rooms"][0], sites).classes if sites else []
    sizes = [size for _, size in made]
    return {
        "classes": lambda: len(made),
        "class_pupils": lambda: sum(sizes),
        "largest_class": lambda: max(sizes),
        "classes_over_limit": lambda: sum(size > limit for limit, size in made),
        "oversize_classes": lambda: sum(size >= by_term["oversize_from"][0] for size in sizes),
    }[node["operation"]]()


def first_site(children):
    sites = int(children[-1]["value"])
    return sum(classes.deal(classes.whole_half_up(c["value"]), sites)[0] for c in children[:-1])


def sites_above(children):
    """Of the sites those with more pupils, all stages together, than the limit."""
    *pupils, sites, limit = [child["value"] for child in children]
    dealt = [classes.deal(classes.whole_half_up(count), int(sites)) for count in pupils]
    return sum(sum(on_site) > limit for on_site in zip(*dealt))


def variation(values):
    """The coefficient of variation of a, c, ... with the weights b, d, ..."""
    amounts, weights = values[0::2], values[1::2]
    whole = math.fsum(weights)
    mean = math.fsum(a * w for a, w in zip(amounts, weights)) / whole
    return math.sqrt(math.fsum(w * (a - mean) ** 2 for a, w in zip(amounts, weights)) / whole) / mean


def recomputed(node, base_year):
    """The value of a node by its operation on the values of its children."""
    children, operation = node["children"], node["operation"]
    values = [child["value"] for child in children]
    if operation == "sum":
        return math.fsum(values)
    if operation == "sum_from_0":
        return max(0, math.fsum(values))
    if operation == "difference":
        return values[0] - math.fsum(values[1:])
    if operation == "excess":
        return max(0, values[0] - values[1])
    if operation == "product":
        return product(values)
    if operation == "ratio":
        return values[0] / values[1]
    if operation == "maximum":
        return max(values)
    if operation == "minimum":
        return min(values)
    if operation == "mean":
        return math.fsum(values) / len(values)
    if operation == "trend":
        return trend(children, node["year"])
    if operation == "between":
        return between(node)
    if operation == "grown":
        return values[0] * (1 + values[1]) ** (node["year"] - children[0]["year"])
    if operation == "left":
        return values[0] * (1 - values[1]) ** (node["year"] - children[0]["year"])
    if operation == "discount":
        return (1 + values[0]) ** (base_year - node["year"])
    if operation == "ceiling":
        return whole_up(math.fsum(values))
    if operation == "first_site":
        return first_site(children)
    if operation == "sites_above":
        return sites_above(children)
    if operation == "variation":
        return variation(values)
    if operation in FORMED:
        return formed_classes(node)
    raise Wrong(f"there is no operation {operation}")


def near(a, b):
    return abs(a - b) <= TOLERANCE * max(1, abs(a), abs(b))


def size_of(node):
    """The largest number that a node is a difference of: what rounding can be held against."""
    return max([abs(node["value"])] + [abs(child["value"]) for child in node["children"]])


def numbers_in(text):
    return {float(n.replace("_", "").replace(",", "")) for n in re.findall(r"[-+]?\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?", text)}


def check_given(node, lines):
    """A given number stands in its line, or is that many percent there."""
    if node["line"] is None:
        return
    with_file = lines.setdefault(node["file"], None)
    if with_file is None:
        if not os.path.exists(node["file"]):
            return
        with open(node["file"], encoding="utf-8") as file:
            with_file = lines[node["file"]] = file.read().split("\n")
    numbers = numbers_in(with_file[node["line"] - 1])
    if not any(near(node["value"], n) or near(node["value"], n / 100) for n in numbers):
        raise Wrong(f"{node['file']}:{node['line']} does not give {node['value']} ({node['term']})")


class Counts:
    def __init__(self):
        self.roots = self.parents = self.given = 0
        self.operations = {}
        self.recorded = {}
        self.indicators = set()


def check(node, base_year, lines, counts):
    operation = node["operation"]
    counts.operations[operation] = counts.operations.get(operation, 0) + 1
    if operation == "given":
        counts.given += node["line"] is not None
        check_given(node, lines)
    if operation == "recorded":
        counts.recorded[node["term"]] = counts.recorded.get(node["term"], 0) + 1
    if operation == "allocated" and node["children"]:
        if not 0 <= node["value"] <= min(child["value"] for child in node["children"]) * (1 + TOLERANCE) + TOLERANCE:
            raise Wrong(f"{node['term']} {node['value']} is more than its bounds")
    elif operation not in LEAVES | {"allocated"} and not node["more"]:
        value = recomputed(node, base_year)
        counts.parents += 1
        if abs(value - node["value"]) > TOLERANCE * max(1, size_of(node)):
            raise Wrong(f"{operation} of {[c['value'] for c in node['children']]} is {value}, not {node['value']}: "
                        f"{node['term']}, {node['district']}, {node['facility']}, {node['stage']}, {node['grade']}, {node['year']}")
    for child in node["children"]:
        check(child, base_year, lines, counts)


def results_of(program, scenario, options):
    """The cells of indicators.csv that have a value."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "run", scenario, "-o", folder, "--no-plots", "--quiet", *options], check=True,
                       stderr=subprocess.DEVNULL)
        with open(os.path.join(folder, "indicators.csv"), encoding="utf-8") as file:
            return [row for row in csv.DictReader(file) if row["value"] != ""]


def explain(program, scenario, options, row, depth):
    command = [program, "explain", scenario, "--format", "json", "--depth", str(depth), "--indicator", row["indicator"],
               "--stage", row["stage"], "--year", row["year"], *options]
    if row["scope"] != "region":
        command += [f"--{row['scope']}", row["id"]]
    if row["sector"]:
        command += ["--sector", row["sector"]]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Wrong(f"{' '.join(command)}: status {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def chosen(rows, step, depth, seed):
    """Every step-th cell, the first of them another one for each depth, and one for each indicator, by level and sector."""
    cells = {}
    for row in rows:
        cells.setdefault((row["indicator"], row["scope"], row["sector"] != ""), []).append(row)
    random = Random(seed)
    some = [random.choice([row for row in kind if float(row["value"]) != 0] or kind) for kind in cells.values()]
    return rows[depth % step::step] + some


def check_scenario(program, scenario, step, depth, counts, seed=0, options=()):
    rows = results_of(program, scenario, options)
    lines = {}
    for row in chosen(rows, step, depth, seed):
        where = " ".join(row[key] for key in ("indicator", "scope", "id", "stage", "sector", "year"))
        try:
            tree = explain(program, scenario, options, row, depth)
            root = tree["explanation"]
            if not near(root["value"], float(row["value"])):
                raise Wrong(f"the root is {root['value']}, the result {row['value']}")
            if root["operation"] in LEAVES:
                raise Wrong(f"the indicator itself is {root['operation']}")
            check(root, tree["base_year"], lines, counts)
        except Wrong as wrong:
            raise Wrong(f"{scenario}: {where}: {wrong}") from None
        counts.roots += 1
        counts.indicators.add(row["indicator"])


def random_scenarios(arguments, counts):
    for seed in range(arguments.seed, arguments.seed + arguments.random):
        document = generate.scenario(seed, "pairs")
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, f"random-{seed}.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(yaml_text.write(document))
            check_scenario(arguments.program, path, arguments.step, arguments.depth, counts, seed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("scenarios", nargs="*")
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--step", type=int, default=97)
    parser.add_argument("--depth", type=int, default=6)
    arguments = parser.parse_args()
    counts = Counts()
    try:
        for scenario in arguments.scenarios:
            path, _, step = scenario.partition(":")
            check_scenario(arguments.program, path, int(step or 1), arguments.depth, counts)
        random_scenarios(arguments, counts)
    except Wrong as wrong:
        print(f"# {wrong}")
        return 1
    print(f"# {counts.roots} explanations, {counts.parents} numbers recomputed, {counts.given} found in their lines")
    print("# " + ", ".join(f"{name} {count}" for name, count in sorted(counts.operations.items())))
    print("# recorded: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.recorded.items())))
    print("# indicators: " + " ".join(sorted(counts.indicators)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
