"""What must hold in any scenario, on random ones; prints TAP.

    properties.py PROGRAM [--count N] [--seed S] [--only WORD] [--keep DIR]

A scenario in which a property does not hold is made as small as it can be and kept as a file that the program loads; its
first lines say which property. Where the property is about two scenarios the other lies beside it."""

import argparse
import os
import random
import sys
import tempfile
from types import SimpleNamespace as Object

import compare
import features
import generate
import shrink
import variations
import yaml_text


class NotAsked(Exception):
    """A scenario says nothing of a property: the question does not apply to it, or the program refuses it."""


# --- what is compared ---------------------------------------------------------------------------------------------

RATIOS = ("_share", "_max", "_mean", "_ratio", "utilisation", "gross_enrolment")
OF_WHOLE_CLASSES = ("class", "over", "super", "school", "sites", "rooms", "staff", "pupil_teacher", "quality", "balance")


def is_ratio(indicator):
    return indicator.partition(".")[0].endswith(RATIOS) or indicator.startswith("balance")


def of_places(cells):
    """Without the facilities, whose names differ."""
    return {key: value for key, value in cells.items() if key[1] != "facility"}


def of_children(cells):
    """What does not depend on how whole pupils are dealt to whole classes."""
    return {key: value for key, value in of_places(cells).items() if not key[5].startswith(OF_WHOLE_CLASSES)}


def applied(vary, document, rng):
    varied = vary(document, rng)
    if varied is None:
        raise NotAsked("does not apply")
    return varied


def first_difference(one, other):
    """A sentence, or None: the first cell in which two runs differ."""
    found = compare.compare_cells(one, other)
    return found[0].replace("model", "here", 1).replace("program", "there", 1) if found else None


# --- the properties -----------------------------------------------------------------------------------------------

def conserved(run, document, _):
    cells = run(document)
    apart = "neighbours" not in [key for district in document["districts"] for key in district]
    for (year, scope, name, stage, sector, indicator), wanted in cells.items():
        if indicator == "demand" and (scope == "region" or apart):
            placed = sum(cells.get((year, scope, name, stage, sector, kind), 0) for kind in ("enrolled", "unmet"))
            if not compare.same(placed, wanted):
                return f"{year} {scope} {name} {stage}: demand {wanted!r}, enrolled and unmet {placed!r}"
    return None


def bounded(run, document, _):
    for key, value in run(document).items():
        share = key[5].partition(".")[0].endswith("_share")
        if value < 0 or (share and value > 1 + 1e-12):
            return f"{' '.join(map(str, key))}: {value!r}"
    return None


def more_seats(run, document, rng):
    other = applied(variations.with_more_seats, document, rng)
    before, after = run(document), run(other)
    for key, value in before.items():
        if key[1] == "region" and key[5] == "unmet" and after[key] > value + 1e-9:
            return f"{key[0]} {key[3]}: unmet {value!r}, with more seats {after[key]!r}", other
    return None


def alike(vary, cells=lambda cells: cells):
    """The figures are those of the varied scenario, or of two variations of one scenario."""
    def check(run, document, rng):
        varied = applied(vary, document, rng)
        one, other = varied if isinstance(varied, tuple) else (document, varied)
        found = first_difference(cells(run(one)), cells(run(other)))
        return found and (found, other, one)
    return check


def renamed(run, document, rng):
    names = variations.new_names(document)
    other = variations.renamed(document, rng)
    expected = {key[:2] + (names.get(key[2], key[2]), names.get(key[3], key[3])) + key[4:]: value
                for key, value in of_places(run(document)).items()}
    found = first_difference(expected, of_places(run(other)))
    return found and (found, other)


def copied(run, document, rng):
    other = variations.copied(document, rng)
    expected = {key: value * (1 if is_ratio(key[5]) or key[1] != "region" else variations.COPIES)
                for key, value in run(document).items()}
    there = run(other)
    found = first_difference(expected, {key: value for key, value in there.items() if key in expected or key[1] == "region"})
    return found and (found, other)


def shorter(run, document, rng):
    other = applied(variations.shorter, document, rng)
    there = run(other)
    last = max(key[0] for key in there)
    found = first_difference({key: value for key, value in run(document).items() if key[0] <= last}, there)
    return found and (found, other)


def no_class_over_limit(run, document, _):
    """False in most scenarios: what shrinking is shown on."""
    return next((f"{key[0]} {key[1]} {key[2]} {key[3]}: {value:g} classes above the limit"
                 for key, value in run(document).items() if key[5] == "classes_over_limit" and value > 0), None)


MOVES = ["rules", "written rules", "scope", "transfer", "convert", "split", "convert rooms", "neighbours"]
PROPERTIES = {  # sentence: (check, features that are taken out)
    "pupils are conserved": (conserved, []),
    "no figure is negative, and no share of the children passes one": (bounded, []),
    "another seat never leaves more children without one": (more_seats, MOVES),
    "the order of districts, facilities and estates means nothing": (alike(variations.reordered), []),
    "names mean nothing": (renamed, []),
    "a row of n sites is n facilities": (alike(variations.n_sites, of_children), ["sites", "split", "overflow", "staff"]),
    "n copies of every district have n times the counts and the same ratios": (copied, []),
    "a facility that opens and closes in one autumn changes nothing": (alike(variations.with_passing), []),
    "a facility that opens and joins another in one autumn is an expansion": (
        alike(variations.joined_and_grown, of_children), ["split", "staff"]),
    "what comes later changes nothing before": (shorter, ["series"]),
}


# --- many scenarios -----------------------------------------------------------------------------------------------

def scenario(seed, taken_out):
    return generate.scenario(seed, "full", [feature for feature in features.FEATURES if feature not in taken_out])


def verdict(program, check, document):
    """What is wrong: a sentence, and the two scenarios it is about (the second may be None); None when nothing is.
    Chance is the same for every scenario, so that a smaller one is asked the same question."""
    def run(one):
        cells, refusal = compare.figures(program, one)
        if refusal:
            raise NotAsked(refusal)
        return cells
    found = check(run, document, random.Random(len(document["districts"])))
    if not found:
        return None
    sentence, other, one = (*found, document)[:3] if isinstance(found, tuple) else (found, None, document)
    return Object(sentence=sentence, other=other, one=one)


def holds(options, sentence, check, taken_out):
    """Whether a property holds in all scenarios; one in which it does not is made small, kept and told."""
    not_asked = 0
    for seed in range(options.seed, options.seed + options.count):
        document = scenario(seed, taken_out)
        try:
            found = verdict(options.program, check, document)
        except NotAsked as why:
            not_asked, reason = not_asked + 1, why
            continue
        if found:
            path = keep(options, sentence, check, smallest(options.program, check, document))
            print(f"# scenario {seed}, made small: {path}")
            return False
    if not_asked * 2 > options.count:
        print(f"# {not_asked} scenarios say nothing: " + str(reason).replace("\n", "\n# "))
    return not_asked * 2 <= options.count


def smallest(program, check, document):
    def fails(candidate):
        try:
            return verdict(program, check, candidate) is not None
        except (NotAsked, ValueError, KeyError, IndexError, TypeError, StopIteration, AttributeError):
            return False
    return shrink.smallest(document, fails)


def keep(options, sentence, check, document):
    """Writes the scenario, with the property and what is wrong above it, and the other one where there is one."""
    found = verdict(options.program, check, document)
    path = os.path.join(options.keep, "-".join(sentence.split()[:4]).replace(",", "") + ".yaml")
    for place, one in ((path, found.one), (path[:-5] + "-other.yaml", found.other)):
        if one is not None:
            with open(place, "w", encoding="utf-8") as file:
                file.write(f"# Not so: {sentence}.\n# {found.sentence}\n{yaml_text.write(one)}")
    return path


def read_options():
    parser = argparse.ArgumentParser(description="Holds a program to what must be so in any scenario.")
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="the properties with this word")
    parser.add_argument("--keep", default=os.path.join(tempfile.gettempdir(), "seatsim-properties"))
    return parser.parse_args()


def main():
    options = read_options()
    os.makedirs(options.keep, exist_ok=True)
    chosen = {sentence: row for sentence, row in PROPERTIES.items() if options.only in sentence}
    failures = 0
    print(f"1..{len(chosen)}")
    for number, (sentence, (check, taken_out)) in enumerate(chosen.items(), 1):
        good = holds(options, sentence, check, taken_out)
        failures += not good
        print(f"{'ok' if good else 'not ok'} {number} - properties: {sentence}, in {options.count} scenarios", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
