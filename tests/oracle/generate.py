"""Random scenarios that obey the language's rules.

    generate.py [--seed S] [--level core|full|pairs]     writes one scenario as YAML

Level core keeps to births, progression, combined schools, openings, expansions, conversions, rules and the two plain
allocation policies; level full uses every feature of the model; level pairs leaves out a random part of them, but not
two features, which follow from the seed: so every pair of features has its turn."""

import argparse
import itertools
import random

import demand
import features
import generate_full
import language
import model
import yaml_text

PERCENT = ["5%", "10%", 0.2, "25%", 0.5, "100%"]


PAIRS = list(itertools.combinations(features.FEATURES, 2))
TRIES = 60  # some pairs are rare: a rule of the region that decides otherwise than its districts would


def scenario(seed, level="core", kept=None):
    """A scenario of a level; of level full with some features only, where they are said."""
    if level == "pairs":
        return with_pair(seed, PAIRS[seed % len(PAIRS)])
    maker = Maker(random.Random(f"{level}-{seed}"), level == "full")
    return finished(maker, features.FEATURES if kept is None else kept)


def with_pair(seed, pair):
    """The first of some scenarios that has both features; some of the others are taken out."""
    for number in range(TRIES):
        maker = Maker(random.Random(f"pairs-{seed}-{number}"), full=True)
        kept = [feature for feature in features.FEATURES if feature in pair or maker.chance(0.8)]
        document = finished(maker, kept)
        if all(features.present(document, feature) for feature in pair) and features.in_effect(document, pair) == list(pair):
            break
    return document


def finished(maker, kept):
    features.restrict(maker.document, kept)
    if "rules" in maker.document and maker.chance(0.3):
        tie(maker)
    return maker.document


def tie(maker):
    """Sets the bound of a rule to the very value that it will read, so that rounding alone would decide."""
    deciding = [p for p in maker.document.get("projects", []) if maker.word_of(p) in maker.rules]
    if deciding:
        project = maker.rng.choice(deciding)
        rule = maker.rules[maker.word_of(project)]
        condition = rule["while"]
        district = project.get("district") or maker.left[project["convert"]]["district"]
        place = ("region", "") if rule.get("scope") == "region" else ("district", district)
        read = (project["year"] + project.get("lag", 0) - 1, *place, condition["stage"], "", condition["indicator"])
        value = model.run(maker.document).get(read)
        if value is not None:
            condition["below" if "below" in condition else "at_least"] = value


class Maker:
    """One scenario in the making; `left` remembers what facilities still have, so that projects stay possible."""

    def __init__(self, rng, full):
        self.rng, self.full = rng, full
        self.base = rng.choice([2020, 2021, 2024])
        self.horizon = self.base + rng.choice([1, 2, 3, 4, 5, 6, 7, 8, 8, 8])
        self.document = {"seatsim": 1, "title": "a random scenario", "years": f"{self.base}..{self.horizon}",
                         "cutoff": rng.choice(["08-31", "08-31", "12-31", "04-15", "06-30", "09-01"])}
        if rng.random() < 0.5:
            self.document["combined_school_size"] = rng.choice([300, 900, 2500])
        self.document["stages"] = self.stages()
        self.sectors = rng.choice([["public", "inclusive", "private"]] * 3 + [["public", "private"]])
        self.document["sectors"] = self.sectors
        self.rules = self.make_rules()
        self.document["districts"] = [self.district(i) for i in range(rng.choice([1, 1, 2, 2, 3, 4]))]
        self.document["facilities"] = []
        for district in self.document["districts"]:
            self.document["facilities"] += self.facilities(district)
        self.left = {f["id"]: self.remaining(f) for f in self.document["facilities"]}
        self.document["projects"] = [p for p in (self.project(i) for i in range(rng.randint(0, 7))) if p]
        self.document["rules"] = self.rules
        self.document["allocation"] = {s["id"]: self.allocation() for s in self.document["stages"]}
        if full:
            self.complete()
        for key in ("rules", "projects"):
            if not self.document[key]:
                del self.document[key]

    def chance(self, probability):
        return self.rng.random() < probability

    # --- the standard ---------------------------------------------------------------------------------------------

    def stages(self):
        rng = self.rng
        small, primary, junior = rng.randint(1, 3), rng.randint(1, 6), rng.randint(1, 3)
        all_stages = [self.stage("kindergarten", 6 - small, small, False), self.stage("primary", 6, primary, True),
                      self.stage("junior", 6 + primary, junior, True)]
        return rng.choice([all_stages, all_stages, all_stages[:2], all_stages[1:], all_stages[:1], all_stages[1:2]])

    def stage(self, name, age, grades, compulsory):
        rng = self.rng
        limits = sorted(rng.choice([20, 25, 30, 35, 40, 45, 50]) for _ in range(grades))
        stage = {"id": name, "compulsory": compulsory, "entry_age": age, "grades": grades,
                 "class_limit": limits if self.chance(0.4) else limits[0]}
        if self.chance(0.6):
            stage["planned_class"] = rng.choice([25, 30, 45])
        if self.chance(0.5):
            stage |= {"oversize": limits[-1] + 6, "super_oversize": limits[-1] + 16}
        if self.chance(0.5):
            stage["school_size"] = rng.choice([200, 500, 2000])
        return stage

    def make_rules(self):
        return {f"rule-{i}": self.rule() for i in range(self.rng.randint(0, 2))}

    def rule(self):
        condition = {"indicator": self.rng.choice(["public_share", "public_share", "inclusive_share", "utilisation"]),
                     "stage": self.rng.choice(self.document["stages"])["id"],
                     self.rng.choice(["below", "below", "at_least"]): self.rng.choice(["50%", 0.4, "85%", 0.3])}
        sector, otherwise = self.rng.sample(self.sectors, 2)
        rule = {"sector": sector, "while": condition, "otherwise": otherwise}
        if self.chance(0.6):
            rule["scope"] = self.rng.choice(["region", "region", "district"])
        return rule

    def allocation(self):
        rng = self.rng
        policies = ["proportional", "public_first"] + (["preference", "zones"] if self.full else [])
        allocation = {"policy": rng.choice(policies)}
        if self.chance(0.4):
            allocation["order"] = rng.choice(["entry_first", "together"])
        if self.chance(0.4):
            allocation["transfer"] = rng.choice(PERCENT)
        if allocation["policy"] == "preference":
            allocation["weights"] = {k: rng.choice([1, 2, 3, 0.5]) for k in self.sectors}
        if self.full and self.chance(0.6):
            allocation["max_share"] = rng.choice(["5%", "20%", "100%"])
        return allocation

    # --- districts ------------------------------------------------------------------------------------------------

    def some_series(self, low, high):
        """One value, or values by year, between which the loader interpolates."""
        draw = lambda: round(self.rng.uniform(low, high), 3)
        kind = self.rng.random()
        if kind < 0.4:
            return draw()
        if kind < 0.5:
            return [draw() for _ in range(self.rng.randint(1, 1 + self.horizon - self.base))]
        years = self.rng.sample(range(self.base, self.horizon + 1), self.rng.randint(1, min(4, self.horizon - self.base)))
        points = {year: draw() for year in sorted(years)}
        if self.chance(0.7):
            points["interpolate"] = self.rng.choice(["linear", "step", "monotone", "monotone"])
        return points

    def births(self):
        level, last = self.rng.choice([40, 300, 1500]), self.base + self.rng.choice([-2, -1, 0, 1, 4])
        births = {year: max(0, int(level * self.rng.uniform(0.6, 1.4))) for year in range(self.base - 17, last + 1)}
        kind = self.rng.choice(["", "hold", "rate", "values"])
        if kind == "hold":
            births["projection"] = "hold"
        elif kind == "rate":
            births["projection"] = self.rng.choice(["-5%", 0.03, "-20%", 0])
        elif kind == "values":
            births["projection"] = {last + k: int(level * self.rng.uniform(0.5, 1.2)) for k in (1, 2, 5)}
        return births

    def pupils(self, stage, most):
        grades = stage["grades"]
        total = self.rng.choice([0, 1, 7]) if self.chance(0.1) else self.rng.randint(most // 5, most)
        kind = self.rng.choice(["births", "births", "equal", "weights", "grades"])
        if kind == "grades":
            return demand.largest_remainder(total, [self.rng.randint(1, 9) for _ in range(grades)])
        if kind == "weights":
            kind = [self.rng.randint(1, 9) for _ in range(grades)]
        return {"total": total, "spread": kind}

    def entry(self, position):
        if position == 0 or self.chance(0.4):
            return {"method": "births", "rate": self.some_series(0.5, 1.1)}
        return {"method": "progression"}

    def district(self, number):
        stages = self.document["stages"]
        births = self.births()
        most = {s["id"]: int(births[self.base - 7] * s["grades"] * 1.1) + 5 for s in stages}
        district = {"id": f"d{number}", "births": births,
                    "pupils": {s["id"]: self.pupils(s, most[s["id"]]) for s in stages if self.chance(0.95)},
                    "entry": {s["id"]: self.entry(i) for i, s in enumerate(stages)}}
        for key, low, high in (("progression", 0.85, 1.1), ("through", 0.8, 1.05)):
            some = {s["id"]: self.some_series(low, high) for s in stages if self.chance(0.5)}
            if some:
                district[key] = some
        if self.chance(0.4):
            district["waiting"] = {s["id"]: self.rng.randint(0, 60) for s in stages if self.chance(0.7)}
        return {k: v for k, v in district.items() if v != {}}

    # --- facilities -----------------------------------------------------------------------------------------------

    def facilities(self, district):
        """Facilities whose pupils add up to the district's, stage by stage."""
        stages = self.document["stages"]
        facilities = []
        for i in range(self.rng.randint(1, 5)):
            served = [self.rng.choice(stages)]
            if len(stages) > 1 and self.chance(0.35):
                first = self.rng.randrange(len(stages) - 1)
                served = stages[first:first + self.rng.choice([2, 2, 3])]
            facilities.append((f"{district['id']}-f{i}", served))
        for stage in stages:
            if not any(stage in served for _, served in facilities) and stage["id"] in district.get("pupils", {}):
                facilities.append((f"{district['id']}-{stage['id']}", [stage]))
        pupils = self.pupils_of_parts(district, facilities)
        return [self.facility(name, district, served, pupils) for name, served in facilities]

    def pupils_of_parts(self, district, facilities):
        """{(facility, stage): a number, or a list by grade}."""
        read = language.read({**self.document, "districts": [district], "facilities": [], "rules": {}})
        parts = {}
        for stage in read.stages:
            census = demand.census_pupils(read, read.districts[0], stage)
            here = [name for name, served in facilities if stage.id in [s["id"] for s in served]]
            if here and len(here) > 1 and self.chance(0.3):
                said = [self.rng.randint(0, p) for p in census]
                parts[here[0], stage.id] = said
                here, census = here[1:], [p - x for p, x in zip(census, said)]
                if len(here) == 1 and self.chance(0.5):
                    parts[here[0], stage.id] = census
                    here = []
            weights = [self.rng.randint(0 if self.chance(0.1) else 1, 9) for _ in here]
            dealt = demand.largest_remainder(sum(census), weights) if here else []
            parts |= {(name, stage.id): n for name, n in zip(here, dealt)}
        return parts

    def capacity(self, stage, wanted, sites=1):
        planned = stage.get("planned_class", 30)
        if self.chance(0.03):
            return {"seats": 0}
        rooms = max(1, sites, round(wanted * self.rng.uniform(0.6, 1.5) / planned))
        kind = self.rng.choice(["rooms", "classes", "seats", "both", "odd"])
        if kind in ("rooms", "classes"):
            return {kind: rooms}
        if kind == "both":
            return {"classes": rooms, "seats": int(rooms * planned * self.rng.uniform(0.8, 1.2)) + 1}
        return {"seats": int(rooms * planned + (self.rng.randint(1, 20) if kind == "odd" else 0))}

    def facility(self, name, district, served, pupils):
        facility = {"id": name, "district": district["id"], "sector": self.rng.choice(self.sectors)}
        sites = self.rng.randint(2, 9) if self.chance(0.3) else 1
        if sites > 1:
            facility["sites"] = sites
        parts = {}
        for stage in served:
            count = pupils.get((name, stage["id"]), 0)
            wanted = sum(count) if isinstance(count, list) else count
            parts[stage["id"]] = {**self.capacity(stage, wanted, sites), "pupils": count}
        return {**facility, **self.shape(parts)}

    def shape(self, parts):
        """A facility of one stage says it in short."""
        if len(parts) == 1:
            (stage, part), = parts.items()
            return {"stage": stage, **part}
        shape = {"stages": parts}
        if self.chance(0.3):
            shape["through"] = False
        return shape

    # --- projects -------------------------------------------------------------------------------------------------

    def remaining(self, facility, opened=0):
        """What projects may still take from a facility."""
        stages = facility.get("stages") or {facility["stage"]: facility}
        planned = {s["id"]: s.get("planned_class", 50) for s in self.document["stages"]}
        rooms = {k: int(p.get("rooms", p.get("classes", p.get("seats", 0) / planned[k]))) for k, p in stages.items()}
        seats = {k: p.get("seats", 0) for k, p in stages.items()}
        return {"stages": list(stages), "rooms": rooms, "seats": seats, "sites": facility.get("sites", 1),
                "from": opened, "district": facility["district"], "to": []}

    def project(self, number):
        year = self.rng.randint(self.base, self.horizon)
        lag = 1 if year == self.base else self.rng.choice([0, 0, 1, 2])
        when = {"year": year} | ({"lag": lag} if lag else {})
        kind = self.rng.choice(["open", "open", "expand", "sector", "sector", "rooms"])
        if kind == "open":
            return self.opening(number, when, year + lag)
        standing = [name for name, left in self.left.items() if left["from"] <= year + lag]
        if kind == "rooms":  # of one that has rooms of two stages
            standing = [name for name in standing if len(self.left[name]["stages"]) > 1 and self.left[name]["sites"] == 1]
        if not standing:
            return None
        name = self.rng.choice(standing)
        make = {"expand": self.expansion, "sector": self.conversion, "rooms": self.room_conversion}[kind]
        return make(name, when, year + lag)

    def word_of(self, project):
        """The sector or rule that a project names; "" where it names none or writes a rule out."""
        word = project.get("sector", project.get("to_sector", ""))
        return word if isinstance(word, str) else ""

    def some_sector(self):
        if self.rules and self.chance(0.5):
            return self.rng.choice(list(self.rules))
        if self.full and self.chance(0.4):
            rule = self.rule()
            rule.pop("scope", None)
            return {rule["sector"]: {"while": rule["while"]}, "otherwise": rule["otherwise"]}
        return self.rng.choice(self.sectors)

    def opening(self, number, when, effective):
        stages = self.document["stages"]
        first = self.rng.randrange(len(stages))
        served = stages[first:first + (2 if self.chance(0.25) else 1)]
        district = self.rng.choice(self.document["districts"])
        parts = {s["id"]: self.capacity(s, self.rng.choice([20, 150, 600])) for s in served}
        project = {"open": f"new-{number}", "district": district["id"], **self.shape(parts), **when,
                   "sector": self.some_sector()}
        if self.chance(0.7):
            project["fill"] = self.rng.choice(["entry", "entry", "all"])
        if self.chance(0.2):
            project["sites"] = self.rng.randint(2, 3)
        self.left[project["open"]] = self.remaining(project, effective)
        return project

    def expansion(self, name, when, effective):
        left = self.left[name]
        stage = self.rng.choice(left["stages"])
        project = {"expand": name, **when, self.rng.choice(["classes", "rooms"]): self.rng.randint(1, 8)}
        if len(left["stages"]) > 1 or self.chance(0.5):
            project["stage"] = stage
        if self.chance(0.4) and effective < self.horizon:
            project["until"] = self.rng.randint(effective + 1, self.horizon)
        return project

    def conversion(self, name, when, effective):
        """Each facility gives sites away once to a sector, and a rule's outcome is nobody else's name."""
        left = self.left[name]
        to = self.some_sector()
        project = {"convert": name, **when, "to_sector": to}
        if left["sites"] > 1 and self.chance(0.7) and isinstance(to, str) and to not in left["to"]:
            sites = self.rng.randint(1, left["sites"] - 1)
            project["sites"] = sites
            left["sites"] -= sites
            left["to"].append(to)
            left["rooms"] = {k: 0 for k in left["rooms"]}
        return project

    def room_conversion(self, name, when, effective):
        left = self.left[name]
        stage, to_stage = self.rng.sample(left["stages"], 2)
        most = left["rooms"][stage] // 2
        if most < 1:
            return None
        rooms = self.rng.randint(1, most)
        left["rooms"][stage] -= rooms
        return {"convert": name, "rooms": rooms, "from": stage, "to_stage": to_stage, **when}

    # --- level full -----------------------------------------------------------------------------------------------

    def complete(self):
        generate_full.complete(self)


def main():
    parser = argparse.ArgumentParser(description="Writes a random scenario.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", choices=["core", "full", "pairs"], default="core")
    options = parser.parse_args()
    print(yaml_text.write(scenario(options.seed, options.level)), end="")


if __name__ == "__main__":
    main()
