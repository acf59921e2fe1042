"""Reads a scenario, given as a dict in the language's shape, into plain objects. All defaults are applied here."""

import copy
from types import SimpleNamespace as Object

from values import number, series, series_by_grade, whole_down

ENTRY_BY_BIRTHS, ENTRY_BY_PROGRESSION = "births", "progression"
KINDS = ("open", "expand", "convert", "close", "merge")


def read(document):
    base, horizon = years_of(document["years"])
    scenario = Object(base=base, horizon=horizon, cutoff=date_of(document.get("cutoff", "08-31")),
                      combined_school_size=optional(document.get("combined_school_size")),
                      sectors=document.get("sectors", ["public", "inclusive", "private"]))
    scenario.stages = [stage_of(s) for s in sorted(document["stages"], key=lambda s: s["entry_age"])]
    scenario.stage = {s.id: s for s in scenario.stages}
    scenario.allocation = {s.id: allocation_of(document.get("allocation", {}).get(s.id, {}), scenario)
                           for s in scenario.stages}
    scenario.districts = [district_of(d, scenario) for d in document["districts"]]
    scenario.district = {d.id: d for d in scenario.districts}
    scenario.facilities = [facility_of(f, scenario) for f in document.get("facilities", [])]
    scenario.rules = {name: rule_of(r) for name, r in document.get("rules", {}).items()}
    scenario.projects = projects_of(document.get("projects", []), scenario)
    scenario.money = money_of(document.get("money"))
    return scenario


def years_of(text):
    first, last = text.split("..")
    return int(first), int(last)


def date_of(text):
    month, day = text.split("-")
    return int(month), int(day)


def optional(value):
    return None if value is None else number(value)


def listed(value, count):
    """`count` numbers from one number or a list."""
    return [number(v) for v in value] if isinstance(value, list) else [number(value)] * count


# --- the standard -------------------------------------------------------------------------------------------------

def stage_of(given):
    grades = given["grades"]
    ids = grades if isinstance(grades, list) else [str(i + 1) for i in range(grades)]
    limits = listed(given["class_limit"], len(ids))
    return Object(id=given["id"], grades=ids, count=len(ids), entry_age=given["entry_age"], limits=limits,
                  compulsory=given.get("compulsory", False),
                  planned=number(given.get("planned_class", sum(limits) / len(limits))),
                  oversize=optional(given.get("oversize")), super_oversize=optional(given.get("super_oversize")),
                  school_size=optional(given.get("school_size")),
                  posts={kind: post_of(p) for kind, p in given.get("posts", {}).items()})


def post_of(given):
    return Object(pupils_per_post=optional(given.get("pupils_per_post")), per_class=number(given.get("per_class", 0)))


def allocation_of(given, scenario):
    weights = given.get("weights", {})
    return Object(policy=given.get("policy", "proportional"), order=given.get("order", "together"),
                  transfer=number(given.get("transfer", 0)), max_share=number(given.get("max_share", 0)),
                  weights={k: number(weights.get(k, 1)) for k in scenario.sectors})


# --- districts ----------------------------------------------------------------------------------------------------

def district_of(given, scenario):
    district = Object(id=given["id"], neighbours=given.get("neighbours", []),
                      births=births_of(given.get("births", {}), scenario))
    for key in ("pupils", "waiting", "entry", "history", "population", "staff"):
        setattr(district, key, given.get(key, {}))
    district.entry = {s.id: entry_of(given.get("entry", {}).get(s.id), i, scenario)
                      for i, s in enumerate(scenario.stages)}
    district.through = by_stage(given, "through", scenario, 1)
    district.progression = by_stage(given, "progression", scenario, 1)
    district.flows = {s.id: flows_of(given, s, scenario) for s in scenario.stages}
    district.migration = {s.id: migration_of(given.get("migration", {}).get(s.id, 0), s, scenario)
                          for s in scenario.stages}
    district.housing = [housing_of(h, scenario) for h in given.get("housing", [])]
    return district


def by_stage(given, key, scenario, default):
    return {s.id: series(given.get(key, {}).get(s.id), scenario.base, default) for s in scenario.stages}


def births_of(given, scenario):
    """`given` years to a number or to twelve months; `projection` is 'hold', a yearly rate, or {year: births}."""
    years = {int(y): v for y, v in given.items() if y not in ("projection", "interpolate")}
    totals = {y: float(sum(v)) if isinstance(v, list) else number(v) for y, v in years.items()}
    months = {y: [number(m) for m in v] for y, v in years.items() if isinstance(v, list)}
    projection = given.get("projection", "hold")
    births = Object(totals=totals, months=months, last=max(totals, default=None), rate=0.0, projected=None)
    if isinstance(projection, dict):
        births.projected = series(projection, scenario.base)
    elif projection != "hold":
        births.rate = number(projection)
    return births


def entry_of(given, position, scenario):
    """The lowest stage enters by births, the others from the stage below, unless said otherwise."""
    given = given or {}
    automatic = ENTRY_BY_BIRTHS if position == 0 else ENTRY_BY_PROGRESSION
    return Object(method=given.get("method", automatic), rate=series(given.get("rate"), scenario.base, 1),
                  window=given.get("window", 5), methods=given.get("methods", []),
                  values=series(given["values"], scenario.base) if "values" in given else None)


def flows_of(given, stage, scenario):
    """Promotion, repetition and drop-out by grade, or None where `progression` counts. The three add up to one: with
    two given the third is the rest, with one given nobody repeats (or nobody drops out) besides."""
    said = {k: given.get(k, {}).get(stage.id) for k in ("promotion", "repetition", "dropout")}
    if all(v is None for v in said.values()):
        return None
    parts = {k: series_by_grade(v, scenario.base, stage.count, 0) for k, v in said.items()}
    given_two = said["promotion"] is not None and said["dropout"] is not None
    return Object(promotion_given=said["promotion"] is not None,
                  repetition_is_rest=given_two and said["repetition"] is None, **parts)


def migration_of(given, stage, scenario):
    """Net migrants by grade: a list says them, one series is spread evenly."""
    parts = series_by_grade(given, scenario.base, stage.count)
    return Object(series=parts, divide=1 if isinstance(given, list) else stage.count)


def housing_of(given, scenario):
    return Object(dwellings={int(y): number(n) for y, n in given["dwellings"].items()},
                  yields={s.id: number(given["yield"].get(s.id, 0)) for s in scenario.stages},
                  decay=number(given.get("decay", 0)), long_run=number(given.get("long_run", 1)))


# --- facilities and projects --------------------------------------------------------------------------------------

def capacity_of(given, planned):
    """Rooms and seats from whichever is given; seats that fill no whole room make none."""
    rooms = optional(given.get("rooms", given.get("classes")))
    seats = optional(given.get("seats"))
    if rooms is None:
        rooms = whole_down(seats / planned)
    return rooms, rooms * planned if seats is None else seats


def parts_of(given, scenario):
    stages = given.get("stages") or {given["stage"]: given}
    parts = {}
    for stage in (s for s in scenario.stages if s.id in stages):
        part = stages[stage.id]
        rooms, seats = capacity_of(part, stage.planned)
        parts[stage.id] = Object(rooms=rooms, seats=seats, pupils=part.get("pupils", 0),
                                 zone=optional(part.get("zone", given.get("zone"))),
                                 resources={k: number(v) for k, v in part.get("resources", {}).items()})
    return parts


def deal_resources(given, parts):
    """What a whole school has lies over the stages that do not say it, as their seats do."""
    for name, amount in given.get("resources", {}).items() if "stages" in given else []:
        silent = [p for p in parts.values() if name not in p.resources]
        seats = sum(p.seats for p in silent)
        for part in silent:
            part.resources[name] = number(amount) * (part.seats / seats if seats > 0 else 1 / len(silent))


def facility_of(given, scenario, opened=None, fill="all"):
    parts = parts_of(given, scenario)
    deal_resources(given, parts)
    return Object(id=given["id"], district=given["district"], sector=given.get("sector", "public"), sites=given.get("sites", 1),
                  parts=parts, through=given.get("through", True), tags=given.get("tags", []),
                  overflow=given.get("overflow", []), opened=opened, fill=fill)


def rule_of(given):
    condition = given["while"]
    word = "below" if "below" in condition else "at_least"
    return Object(sector=given["sector"], otherwise=given["otherwise"], indicator=condition["indicator"],
                  stage=condition["stage"], word=word, bound=number(condition[word]),
                  scope=condition.get("scope", given.get("scope", "district")))


def sector_of(given, scenario):
    """A sector's id, or a rule: named, or written on the spot."""
    if isinstance(given, dict):
        sector = next(k for k in given if k != "otherwise")
        return rule_of({"sector": sector, "otherwise": given["otherwise"], **given[sector]})
    return scenario.rules.get(given, given)


def projects_of(given, scenario):
    """Projects in order of the file, with the stages of their facility known to each."""
    serves = {f.id: (list(f.parts), f.district) for f in scenario.facilities}
    for p in given:
        if "open" in p:
            stages = p.get("stages") or {p["stage"]: p}
            serves[p["open"]] = ([s.id for s in scenario.stages if s.id in stages], p["district"])
    return [project_of(p, serves, scenario) for p in given]


def project_of(given, serves, scenario):
    kind = next(k for k in KINDS if k in given)
    stages, district = serves[given[kind]]
    project = Object(kind=kind, facility=given[kind], year=given["year"], effective=given["year"] + given.get("lag", 0),
                     stages=stages, district=district, cost=optional(given.get("cost")), payer=given.get("payer"),
                     phasing={int(y): number(v) for y, v in given.get("phasing", {0: 1}).items()})
    {"open": read_open, "expand": read_expand, "convert": read_convert, "close": read_close,
     "merge": read_merge}[kind](project, given, scenario)
    return project


def read_open(project, given, scenario):
    project.sector = sector_of(given["sector"], scenario)
    project.new = facility_of({**copy.deepcopy(given), "id": given["open"], "sector": None}, scenario,
                              project.effective, given.get("fill", "all"))
    for part in project.new.parts.values():
        part.pupils = 0
    project.seats = {s: part.seats for s, part in project.new.parts.items()}


def read_expand(project, given, scenario):
    project.stage = given.get("stage", project.stages[0])
    project.stages = [project.stage]
    project.rooms, seats = capacity_of(given, scenario.stage[project.stage].planned)
    project.seats = {project.stage: seats}
    project.until = given.get("until")


def read_convert(project, given, scenario):
    if "to_sector" in given:
        project.kind = "convert sector"
        project.sector = sector_of(given["to_sector"], scenario)
        project.sites = given.get("sites")
        project.to = given["to_sector"] if isinstance(given["to_sector"], str) else "rule"
    else:
        project.kind = "convert rooms"
        project.stage, project.to_stage = given["from"], given["to_stage"]
        project.rooms = number(given.get("rooms", given.get("classes")))
        project.stages = [project.to_stage]
    project.seats = {}


def read_close(project, given, scenario):
    project.seats = {}


def read_merge(project, given, scenario):
    project.into = given["into"]
    project.seats = {}


def money_of(given):
    if given is None:
        return None
    unit = given.get("unit", {})
    return Object(discount=number(given.get("discount", 0)), payers=given.get("payers", []),
                  pupil={k: number(v) for k, v in unit.get("pupil", {}).items()},
                  post={k: number(v) for k, v in unit.get("post", {}).items()},
                  seat={k: number(v) for k, v in unit.get("seat", {}).items()})
