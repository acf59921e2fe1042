"""Scenarios that must have the same figures as another, or figures in a known relation to it. A variation takes a
scenario and chance, and returns one changed, or None where it does not apply."""

import copy

import demand
import language

NAMES = ("open", "expand", "convert", "close", "merge", "into")


# --- names and order ----------------------------------------------------------------------------------------------

def reordered(document, rng):
    other = copy.deepcopy(document)
    for items in [other["districts"], other["facilities"]] + [d.get("housing", []) for d in other["districts"]]:
        rng.shuffle(items)
    return other


def new_names(document):
    """{old: new} of districts, facilities, stages, rules and estates; the new ones sort the other way round."""
    names = [d["id"] for d in document["districts"]] + [s["id"] for s in document["stages"]]
    names += [f["id"] for f in document["facilities"]] + list(document.get("rules", {}))
    names += [p["open"] for p in document.get("projects", []) if "open" in p]
    names += [estate["id"] for d in document["districts"] for estate in d.get("housing", [])]
    return {name: f"x{1000 - i}" for i, name in enumerate(dict.fromkeys(names))}


def named_anew(value, names):
    if isinstance(value, dict):
        return {names.get(key, key): named_anew(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [named_anew(inner, names) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value


def renamed(document, _):
    return named_anew(document, new_names(document))


# --- copies -------------------------------------------------------------------------------------------------------

COPIES = 3


def copied(document, _):
    """Each district with all that is in it, COPIES times."""
    names = [d["id"] for d in document["districts"]] + [f["id"] for f in document["facilities"]]
    names += [p["open"] for p in document.get("projects", []) if "open" in p]
    other = copy.deepcopy(document)
    for number in range(1, COPIES):
        anew = {name: f"{name}-{number}" for name in names}
        for key in ("districts", "facilities", "projects"):
            if key in document:
                other[key] += named_anew(document[key], anew)
    return other


def n_sites(document, rng):
    """(with n like facilities, with one row of n sites), for a facility that nothing joins."""
    joined = {p[key] for p in document.get("projects", []) for key in ("merge", "into") if key in p}
    like = [f for f in document["facilities"] if f["id"] not in joined]
    if not like:
        return None
    facility, count = rng.choice(like), rng.randint(2, 5)
    document = copy.deepcopy(document)
    said_by_grades(document, facility, count)
    apart, together = copy.deepcopy(document), copy.deepcopy(document)
    one = exact(document, facility)
    others = [f for f in document["facilities"] if f["id"] != facility["id"]]
    zone = {"zone": language.number(one["zone"]) / count} if "zone" in one else {}
    apart["facilities"] = others + [{**copy.deepcopy(one), "id": f"{one['id']}-{i}", **zone} for i in range(count)]
    together["facilities"] = others + [times(one, count)]
    apart["projects"], together["projects"] = [], []
    for project in document.get("projects", []):
        mine = any(project.get(name) == facility["id"] for name in NAMES)
        if mine:
            project = exact_project(document, project)
        apart["projects"] += ([named_anew(project, {facility["id"]: f"{one['id']}-{i}"}) for i in range(count)]
                              if mine else [project])
        together["projects"].append(times_project(project, count) if mine else project)
    return tuple({k: v for k, v in d.items() if v != []} for d in (apart, together))


def said_by_grades(document, facility, count):
    """The district has room in its grades for count - 1 more of the facility."""
    scenario = language.read(document)
    for district in (d for d in document["districts"] if d["id"] == facility["district"]):
        for name, part in facility.get("stages", {facility.get("stage"): facility}).items():
            census = demand.census_pupils(scenario, scenario.district[district["id"]], scenario.stage[name])
            here = part["pupils"] if isinstance(part["pupils"], list) else [part["pupils"]] + [0] * (len(census) - 1)
            district.setdefault("pupils", {})[name] = [p + (count - 1) * h for p, h in zip(census, here)]


def exact(document, facility):
    """The facility with both its rooms and its seats said."""
    facility = copy.deepcopy(facility)
    planned = {stage.id: stage.planned for stage in language.read(document).stages}
    for name, part in facility.get("stages", {facility.get("stage"): facility}).items():
        set_capacity(part, *language.capacity_of(part, planned[name]))
    return facility


def set_capacity(part, rooms, seats):
    part.pop("classes", None)
    part["rooms"], part["seats"] = rooms, seats


def times(facility, count):
    facility = copy.deepcopy(facility)
    facility["sites"] = count
    for part in facility.get("stages", {0: facility}).values():
        set_capacity(part, part["rooms"] * count, part["seats"] * count)
        pupils = part["pupils"]
        part["pupils"] = [p * count for p in pupils] if isinstance(pupils, list) else pupils * count
    for thing in [facility, *facility.get("stages", {}).values()]:
        if "resources" in thing:
            thing["resources"] = {key: amount * count for key, amount in thing["resources"].items()}
    return facility


def exact_project(document, project):
    project = copy.deepcopy(project)
    if "expand" in project:
        read = next(p for p in language.read(document).projects if p.kind == "expand" and p.facility == project["expand"])
        stage = project.get("stage", read.stages[0])
        set_capacity(project, *language.capacity_of(project, language.read(document).stage[stage].planned))
    return project


def times_project(project, count):
    return {key: value * count if key in ("rooms", "seats", "classes", "cost") else value for key, value in project.items()}


# --- seats --------------------------------------------------------------------------------------------------------

def with_more_seats(document, rng):
    other = copy.deepcopy(document)
    if not other["facilities"]:
        return None
    place = rng.randrange(len(other["facilities"]))
    facility = other["facilities"][place] = exact(document, other["facilities"][place])
    part = rng.choice(list(facility.get("stages", {0: facility}).values()))
    part["seats"] += rng.randint(1, 50)
    return other


# --- what cancels out ---------------------------------------------------------------------------------------------

def some_opening(document, rng):
    """A free facility that opens somewhere at some time."""
    base, horizon = language.years_of(document["years"])
    return {"open": "passing", "district": rng.choice(document["districts"])["id"], "stage": rng.choice(document["stages"])["id"],
            "sector": rng.choice(document["sectors"]), "classes": rng.randint(1, 9), "year": rng.randint(base + 1, horizon),
            "cost": 0}


def with_passing(document, rng):
    """A facility that opens and closes in the same autumn."""
    opening = some_opening(document, rng)
    return with_projects(document, opening, {"close": "passing", "year": opening["year"]})


def joined_and_grown(document, rng):
    """(with a facility that opens and joins another in the same autumn, with that other expanded)."""
    opening = some_opening(document, rng) | {"fill": "all"}
    ending = {p[key] for p in document.get("projects", []) for key in ("close", "merge") if key in p}
    fit = [f for f in document["facilities"] if f["district"] == opening["district"] and f["id"] not in ending
           and opening["stage"] in f.get("stages", [f.get("stage")])]
    if not fit:
        return None
    into = rng.choice(fit)["id"]
    grown = {"expand": into, "stage": opening["stage"], "classes": opening["classes"], "year": opening["year"], "cost": 0}
    return (with_projects(document, opening, {"merge": "passing", "into": into, "year": opening["year"]}),
            with_projects(document, grown))


def with_projects(document, *projects):
    """The projects come first, before any that splits what they change."""
    return {**copy.deepcopy(document), "projects": [*projects, *copy.deepcopy(document.get("projects", []))]}


def shorter(document, rng):
    """Fewer years, and nothing said of those that are gone."""
    base, horizon = language.years_of(document["years"])
    if horizon - base < 2:
        return None
    last = rng.randint(base + 1, horizon - 1)
    other = {**copy.deepcopy(document), "years": f"{base}..{last}"}
    other["projects"] = [p for p in other.get("projects", []) if p["year"] <= last]
    for project in other["projects"]:
        if project.get("until", last) > last:
            del project["until"]
    for district in other["districts"]:
        for entry in district.get("entry", {}).values():
            if "values" in entry:
                del entry["values"][1 + last - base:]
    return {key: value for key, value in other.items() if value != []}
