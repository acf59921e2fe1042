"""Makes a failing scenario small: takes things away for as long as it still fails."""

import copy


def smallest(document, fails):
    """The scenario from which nothing more can be taken, by the steps below, without losing the failure. After a step
    that did it goes on with the next ones; those that were in vain have their turn again when the others are through."""
    start = 0
    while True:
        done = step(document, fails, start)
        if done is None and start == 0:
            return document
        document, start = done or (document, 0)


def step(document, fails, start):
    """The first smaller scenario that fails still, and where in the order of steps it was found; None without any."""
    for number, candidate in enumerate(candidates(document)):
        if number >= start and candidate != document and fails(candidate):
            return candidate, number
    return None


def candidates(document):
    yield from fewer_years(document)
    for i, _ in enumerate(document["districts"]):
        yield without_district(document, i)
    for key in ("projects", "rules", "allocation", "money", "sectors", "cutoff", "combined_school_size"):
        if key in document:
            yield without(document, [key])
    for i, _ in enumerate(document.get("projects", [])):
        yield without(document, ["projects", i])
    for i, _ in enumerate(document["facilities"]):
        yield without_facility(document, i)
    for i, _ in enumerate(document["stages"]):
        yield without_stage(document, i)
    for path in paths(document, []):
        yield without(document, path)
    for i, stage in enumerate(document["stages"]):
        yield plain_stage(document, i)
        if stage["grades"] != 1:
            yield one_grade(document, i)
    for i, facility in enumerate(document["facilities"]):
        if pupils_of(facility) > 0:
            yield half_the_pupils(document, i)
    for i, _ in enumerate(document["districts"]):
        yield from fewer_births(document, i)


def fewer_years(document):
    first, last = map(int, document["years"].split(".."))
    for horizon in range(first + 1, last):
        yield {**copy.deepcopy(document), "years": f"{first}..{horizon}"}


def plain_stage(document, i):
    """One class limit for all grades."""
    smaller = copy.deepcopy(document)
    stage = smaller["stages"][i]
    stage["class_limit"] = stage["class_limit"][0] if isinstance(stage["class_limit"], list) else stage["class_limit"]
    return smaller


def one_grade(document, i):
    """Nobody says any longer how many pupils are in which grade."""
    smaller = copy.deepcopy(document)
    smaller["stages"][i]["grades"] = 1
    for district in smaller["districts"]:
        recount(smaller, district["id"], smaller["stages"][i]["id"])
    return plain_stage(smaller, i)


def parts_of(facility):
    return facility.get("stages", {0: facility}).values()


def pupils_of(facility):
    said = [part.get("pupils", 0) for part in parts_of(facility)]
    return sum(sum(pupils) if isinstance(pupils, list) else pupils for pupils in said)


def half_the_pupils(document, i):
    smaller = copy.deepcopy(document)
    facility = smaller["facilities"][i]
    for part in parts_of(facility):
        pupils = part.get("pupils", 0)
        part["pupils"] = [p // 2 for p in pupils] if isinstance(pupils, list) else pupils // 2
    for stage in facility.get("stages") or [facility["stage"]]:
        recount(smaller, facility["district"], stage)
    return smaller


def fewer_births(document, i):
    """The same births every year, no months; then those of fewer years."""
    births = document["districts"][i].get("births", {})
    years = sorted(year for year in births if isinstance(year, int))
    for some in (years, years[len(years) // 2:], years[:len(years) // 2], years[1:], years[:-1]):
        if some:
            smaller = copy.deepcopy(document)
            smaller["districts"][i]["births"] = {year: 100 for year in some}
            yield smaller


def without(document, path):
    smaller = copy.deepcopy(document)
    inner = smaller
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return smaller


def paths(value, above):
    """Every key and list item below the top, the outer before the inner; births and lists of numbers stay whole, and who
    belongs to which district stays said."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if len(above) > 0 and key != "district" and not (isinstance(key, int) and not isinstance(inner, dict)):
            yield above + [key]
        if isinstance(inner, (dict, list)) and key != "births":
            yield from paths(inner, above + [key])


def without_district(document, i):
    smaller = copy.deepcopy(document)
    gone = smaller["districts"].pop(i)["id"]
    names = {f["id"] for f in smaller["facilities"] if f["district"] == gone}
    names |= {p["open"] for p in smaller.get("projects", []) if p.get("district") == gone}
    smaller["facilities"] = [f for f in smaller["facilities"] if f["id"] not in names]
    smaller["projects"] = [p for p in smaller.get("projects", []) if not names & set(map(str, p.values()))]
    for d in smaller["districts"]:
        d["neighbours"] = [n for n in d.get("neighbours", []) if n != gone]
    return tidy(smaller)


def without_facility(document, i):
    """The district's pupils become fewer by those of the facility, spread evenly."""
    smaller = copy.deepcopy(document)
    gone = smaller["facilities"].pop(i)
    smaller["projects"] = [p for p in smaller.get("projects", []) if gone["id"] not in map(str, p.values())]
    for stage in gone.get("stages") or [gone["stage"]]:
        recount(smaller, gone["district"], stage)
    return tidy(smaller)


def recount(document, name, stage):
    """Sets a district's pupils of a stage to what its facilities have, all facilities by number."""
    total = 0
    for f in (f for f in document["facilities"] if f["district"] == name):
        part = f.get("stages", {f.get("stage"): f}).get(stage)
        if part is not None:
            part["pupils"] = sum(part["pupils"]) if isinstance(part["pupils"], list) else part["pupils"]
            total += part["pupils"]
    for d in (d for d in document["districts"] if d["id"] == name):
        d.setdefault("pupils", {})[stage] = {"total": total, "spread": "equal"}


def without_stage(document, i):
    smaller = copy.deepcopy(document)
    gone = smaller["stages"].pop(i)["id"]
    for f in smaller["facilities"]:
        f.get("stages", {}).pop(gone, None)
    smaller["facilities"] = [f for f in smaller["facilities"] if f.get("stage") != gone and f.get("stages", 1)]
    for d in smaller["districts"]:
        for inner in d.values():
            if isinstance(inner, dict):
                inner.pop(gone, None)
    smaller.get("allocation", {}).pop(gone, None)
    return tidy(smaller)


def tidy(document):
    for d in document["districts"]:
        for key in [k for k, v in d.items() if v in ([], {})]:
            del d[key]
    if not document.get("projects", 1):
        del document["projects"]
    return document
