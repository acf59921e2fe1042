"""Posts, staff and money, by district and for the region; adds to the indicators of a year."""

from types import SimpleNamespace as Object

from indicators import put, ratio
from values import number, whole_up


def measure(world):
    for stage in world.scenario.stages:
        counts = [posts_of(world, d, stage) for d in world.scenario.districts]
        for d, c in zip(world.scenario.districts, counts):
            measure_posts(world, "district", d.id, stage, [c])
        measure_posts(world, "region", "", stage, counts)
    if world.scenario.money is not None:
        measure_money(world)


# --- posts --------------------------------------------------------------------------------------------------------

def value(world, district, stage, indicator):
    return world.results.get((world.year, "district", district.id, stage.id, "", indicator), 0.0)


def posts_of(world, district, stage):
    """Kinds of post of a district's stage: required, and available where the scenario knows it."""
    enrolled, formed = value(world, district, stage, "enrolled"), value(world, district, stage, "classes")
    kinds = []
    for kind, post in stage.posts.items():
        by_pupils = enrolled / post.pupils_per_post if post.pupils_per_post else 0.0
        kinds.append(Object(kind=kind, required=whole_up(by_pupils + post.per_class * formed),
                            available=available(world, district.staff.get(stage.id, {}).get(kind))))
    return Object(enrolled=enrolled, kinds=kinds)


def available(world, given):
    """Who is there at the start and has not left, and everyone hired since; None when not known."""
    if given is None:
        return None
    years = world.year - world.scenario.base
    hired = sum(number(n) for y, n in given.get("hires", {}).items() if world.scenario.base < int(y) <= world.year)
    return number(given["available"]) * (1 - number(given.get("attrition", 0))) ** years + hired


def measure_posts(world, scope, name, stage, counts):
    kinds = [k for c in counts for k in c.kinds]
    known = [k for k in kinds if k.available is not None]
    if not kinds:
        return
    put(world, scope, name, stage.id, "", "staff_required", sum(k.required for k in kinds))
    if not known:
        return
    put(world, scope, name, stage.id, "", "staff_available", sum(k.available for k in known))
    put(world, scope, name, stage.id, "", "staff_gap", sum(max(0.0, k.required - k.available) for k in known))
    put(world, scope, name, stage.id, "", "staff_surplus", sum(max(0.0, k.available - k.required) for k in known))
    taught = [(c.enrolled, k.available) for c in counts for k in c.kinds
              if k.kind == "teacher" and k.available is not None]
    put(world, scope, name, stage.id, "", "pupil_teacher_ratio",
        ratio(sum(p for p, _ in taught), sum(t for _, t in taught)))


# --- money --------------------------------------------------------------------------------------------------------

def measure_money(world):
    for d in world.scenario.districts:
        measure_money_of(world, "district", d.id, [d])
    measure_money_of(world, "region", "", world.scenario.districts)
    names = set(world.facilities) | {p.facility for p in world.scenario.projects}
    for name in names:
        for stage in world.scenario.stages:
            measure_facility(world, name, stage)


def measure_facility(world, name, stage):
    """What is spent on a facility; before it opens and after it closes only where something is."""
    spent = sum(capital_of(world, p, stage) for p in world.scenario.projects if p.facility == name)
    if spent > 0 or name in world.facilities and stage.id in world.facilities[name].parts:
        put(world, "facility", name, stage.id, "", "capital", spent)


def measure_money_of(world, scope, name, districts):
    """Money by stage; the present value adds up from the base year to this one."""
    here = [p for p in world.scenario.projects if p.district in [d.id for d in districts]]
    for stage in world.scenario.stages:
        capital = sum(capital_of(world, p, stage) for p in here)
        recurrent = sum(recurrent_of(world, d, stage) for d in districts)
        put(world, scope, name, stage.id, "", "capital", capital)
        put(world, scope, name, stage.id, "", "recurrent", recurrent)
        put_present_value(world, scope, name, stage, "cost_present_value", capital + recurrent)
        for payer in world.scenario.money.payers:
            paid = sum(capital_of(world, p, stage) for p in here if p.payer == payer)
            put(world, scope, name, stage.id, "", f"capital.{payer}", paid)
            put_present_value(world, scope, name, stage, f"cost_present_value.{payer}", paid)


def put_present_value(world, scope, name, stage, indicator, spent):
    factor = (1 + world.scenario.money.discount) ** (world.year - world.scenario.base)
    before = world.results.get((world.year - 1, scope, name, stage.id, "", indicator), 0.0)
    put(world, scope, name, stage.id, "", indicator, before + spent / factor)


def capital_of(world, project, stage):
    """What a project costs in this year for one of its stages."""
    if stage.id not in project.stages:
        return 0.0
    return stage_cost(world, project, stage) * project.phasing.get(world.year - project.year, 0.0)


def stage_cost(world, project, stage):
    """A given cost by the seats the project brings to each of its stages; otherwise seats times unit cost."""
    seats = sum(project.seats.values())
    if project.cost is None:
        return project.seats.get(stage.id, 0.0) * world.scenario.money.seat.get(stage.id, 0.0)
    if seats > 0:
        return project.cost * project.seats.get(stage.id, 0.0) / seats
    return project.cost / len(project.stages)


def recurrent_of(world, district, stage):
    money, posts = world.scenario.money, posts_of(world, district, stage)
    return (posts.enrolled * money.pupil.get(stage.id, 0.0)
            + sum(k.required * money.post.get(k.kind, 0.0) for k in posts.kinds))
