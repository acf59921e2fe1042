"""What level full adds to a random scenario of level core."""

import demand

def complete(maker):
    document = maker.document
    for district in document["districts"]:
        complete_district(maker, district)
    for facility in document["facilities"]:
        complete_facility(maker, facility)
    for project in document["projects"]:
        complete_project(maker, project)
    for _ in range(maker.rng.randint(0, 2)):
        document["projects"] += ending(maker)
    if maker.chance(0.3) and maker.horizon - maker.base > 2:
        document["projects"] += union(maker)
    for stage in document["stages"]:
        if maker.chance(0.7):
            stage["posts"] = posts(maker)
    if maker.chance(0.7):
        document["money"] = money(maker)
    agree(document)


def agree(document):
    """Takes out what nothing in the scenario answers: staff without posts, payers without money, prices of no post."""
    agree_zones(document["facilities"])
    with_posts = [s["id"] for s in document["stages"] if "posts" in s]
    for district in document["districts"]:
        if "staff" in district:
            district["staff"] = {stage: staff for stage, staff in district["staff"].items() if stage in with_posts}
    if "money" not in document:
        for project in document["projects"]:
            project.pop("payer", None)
    elif not with_posts:
        document["money"]["unit"].pop("post", None)


def stages_of(facility):
    return list(facility["stages"]) if "stages" in facility else [facility["stage"]]


def agree_zones(facilities):
    """Zones of a district's stage are no more than all its children; who finds no seat goes on to a school of its stage."""
    stages, left = {f["id"]: stages_of(f) for f in facilities}, {}
    for facility in facilities:
        here = [(facility["district"], stage) for stage in stages_of(facility)]
        if "zone" in facility:
            zone = min([int(facility["zone"][:-1])] + [left.get(place, 100) for place in here])
            left |= {place: left.get(place, 100) - zone for place in here}
            facility["zone"] = f"{zone}%"
        if "overflow" in facility:
            facility["overflow"] = [to for to in facility["overflow"] if set(stages[to]) & set(stages_of(facility))]


# --- districts ----------------------------------------------------------------------------------------------------

def complete_district(maker, district):
    stages = maker.document["stages"]
    others = [d["id"] for d in maker.document["districts"] if d is not district]
    if others and maker.chance(0.8):
        district["neighbours"] = maker.rng.sample(others, maker.rng.randint(1, len(others)))
    for position, stage in enumerate(stages):
        for add in (add_entry, add_flows, add_migration, add_population, add_staff):
            if maker.chance(0.4):
                add(maker, district, stage, position)
    if maker.chance(0.5):
        district["housing"] = [housing(maker, f"estate-{i}") for i in range(maker.rng.randint(1, 2))]
    if maker.chance(0.3):
        add_months(maker, district["births"])


def add_months(maker, births):
    """Deals the births of some years to their months; not of those by which pupils of the census were dealt to grades."""
    last_in_census = maker.base - min(s["entry_age"] for s in maker.document["stages"])
    for year in [y for y in births if isinstance(y, int) and y > last_in_census and maker.chance(0.7)]:
        births[year] = demand.largest_remainder(births[year], [maker.rng.randint(1, 9) for _ in range(12)])


def add_entry(maker, district, stage, position):
    rng, name = maker.rng, stage["id"]
    size = max(1, district["births"][maker.base - 8])
    method = rng.choice(["last", "linear", "mean", "average", "fixed"])
    entry = {"method": method}
    if method == "fixed":
        entry["values"] = [rng.randint(0, size) for _ in range(1 + maker.horizon - maker.base)]
    elif method == "average":
        entry["methods"] = rng.sample(["births", "last", "linear", "mean"], rng.randint(2, 3))
    if method != "fixed":
        first = maker.base - rng.randint(1, 8)
        history = {year: rng.randint(size // 2, size) for year in range(first, maker.base + rng.randint(0, 1))}
        district.setdefault("history", {})[name] = history
    if method in ("linear", "mean", "average") and maker.chance(0.5):
        entry["window"] = rng.randint(1, 6)
    district["entry"][name] = entry


def add_flows(maker, district, stage, position):
    rng, name = maker.rng, stage["id"]
    by_grade = lambda low, high: ([round(rng.uniform(low, high), 3) for _ in range(stage["grades"])]
                                  if maker.chance(0.4) else round(rng.uniform(low, high), 3))
    given = rng.choice([["promotion"], ["repetition"], ["dropout"], ["promotion", "repetition"],
                        ["promotion", "dropout"], ["repetition", "dropout"]])
    for key in given:
        district.setdefault(key, {})[name] = by_grade(0.85, 0.95) if key == "promotion" else by_grade(0, 0.05)
    if "progression" in district:
        district["progression"].pop(name, None)


def add_migration(maker, district, stage, position):
    rng = maker.rng
    one = lambda: rng.choice([rng.randint(-20, 40), {maker.base + 1: rng.randint(-9, 9), maker.horizon: 5}])
    series = [rng.randint(-5, 9) for _ in range(stage["grades"])] if maker.chance(0.3) else one()
    district.setdefault("migration", {})[stage["id"]] = series


def add_population(maker, district, stage, position):
    district.setdefault("population", {})[stage["id"]] = {maker.base: maker.rng.randint(50, 4000),
                                                          maker.horizon: maker.rng.randint(50, 4000)}


def add_staff(maker, district, stage, position):
    rng = maker.rng
    teacher = {"available": rng.randint(5, 90)}
    if maker.chance(0.6):
        teacher["attrition"] = rng.choice(["3%", 0.05])
    if maker.chance(0.6):
        teacher["hires"] = {rng.randint(maker.base, maker.horizon): rng.randint(1, 20)}
    district.setdefault("staff", {})[stage["id"]] = {"teacher": teacher}


def housing(maker, name):
    rng = maker.rng
    years = rng.sample(range(maker.base - 2, maker.horizon + 1), 2)
    estate = {"id": name, "dwellings": {y: rng.randint(10, 900) for y in sorted(years)},
              "yield": {s["id"]: round(rng.uniform(0.05, 0.4), 2) for s in maker.document["stages"] if maker.chance(0.8)}}
    if maker.chance(0.6):
        estate |= {"decay": rng.choice(["5%", 0.3]), "long_run": rng.choice([0.5, 1.4])}
    return estate


# --- facilities and projects --------------------------------------------------------------------------------------

def complete_facility(maker, facility):
    rng = maker.rng
    if maker.chance(0.5):
        facility["zone"] = f"{rng.randint(0, 60)}%"
    here = [f["id"] for f in maker.document["facilities"] if f["district"] == facility["district"] and f is not facility
            and set(stages_of(f)) & set(stages_of(facility))]
    if here and maker.chance(0.5):
        facility["overflow"] = rng.sample(here, rng.randint(1, min(2, len(here))))
    if maker.chance(0.5):
        facility["tags"] = rng.sample(["quality", "boarding"], rng.randint(1, 2))
    if maker.chance(0.7):
        add_resources(maker, facility)


def add_resources(maker, facility):
    """Of a whole school, of some of its stages, or of both."""
    rng = maker.rng
    facility["resources"] = {"books": rng.randint(1, 5000), "teachers": rng.randint(0, 90)}
    for part in facility.get("stages", {}).values():
        if maker.chance(0.3):
            part["resources"] = {"books": rng.randint(1, 5000)}
    if maker.chance(0.2):
        del facility["resources"]["teachers"]


def complete_project(maker, project):
    rng = maker.rng
    if maker.chance(0.6):
        project["cost"] = rng.randint(1, 90) * 100000
    if maker.chance(0.4):
        project["phasing"] = rng.choice([{0: "60%", 1: "40%"}, {1: "100%"}, {0: 0.2, 1: 0.3, 2: 0.5}])
    if maker.chance(0.5):
        project["payer"] = rng.choice(["district", "province"])
    if "open" in project and maker.chance(0.4):
        project["zone"] = f"{rng.randint(5, 40)}%"
    if "open" in project and maker.chance(0.6):
        project["tags"] = rng.sample(["quality", "boarding", "new"], rng.randint(1, 2))
    if "open" in project and maker.chance(0.6):
        add_resources(maker, project)


def ending(maker):
    """A closure or a merger of facilities that nothing else happens to; none where there are none."""
    busy = {p[k] for p in maker.document["projects"] for k in ("expand", "convert", "close", "merge", "into") if k in p}
    idle = [name for name, left in maker.left.items() if name not in busy and left["from"] < maker.horizon]
    if not idle:
        return []
    name = maker.rng.choice(idle)
    year = maker.rng.randint(max(maker.base + 1, maker.left[name]["from"] + 1), maker.horizon)
    into = [n for n in idle if n != name and maker.left[n]["district"] == maker.left[name]["district"]
            and maker.left[n]["from"] <= year]
    if into and maker.chance(0.5):
        return [{"merge": name, "into": maker.rng.choice(into), "year": year}]
    return [{"close": name, "year": year}]


def union(maker):
    """Two new facilities of a district become one while they still fill grade by grade, or one of them does."""
    rng, openings = maker.rng, []
    for number in (100, 101):
        year = rng.randint(maker.base + 1, maker.horizon - 1)
        openings.append(maker.opening(number, {"year": year}, year) | {"fill": rng.choice(["entry", "entry", "all"])})
    openings[1]["district"] = openings[0]["district"]
    year = rng.randint(max(opening["year"] for opening in openings), maker.horizon)
    return openings + [{"merge": openings[0]["open"], "into": openings[1]["open"], "year": year}]


def posts(maker):
    rng = maker.rng
    return {"teacher": rng.choice([{"pupils_per_post": 19}, {"pupils_per_post": "1:13.5"}, {"per_class": 2},
                                   {"pupils_per_post": 25, "per_class": 0.5}]), "carer": {"per_class": 1}}


def money(maker):
    rng, stages = maker.rng, maker.document["stages"]
    return {"currency": "CNY", "discount": rng.choice(["3%", 0, 0.05]), "payers": ["district", "province"],
            "unit": {"pupil": {s["id"]: rng.randint(3, 12) * 1000 for s in stages}, "post": {"teacher": 120000},
                     "seat": {s["id"]: rng.randint(3, 9) * 10000 for s in stages}}}
