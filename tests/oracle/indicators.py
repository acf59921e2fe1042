"""The indicators of one year, from sums over the facilities of a scope; never from ratios.

`world.results` is {(year, scope, id, stage, sector, indicator): value}; without a value there is no key."""

import math
from types import SimpleNamespace as Object

import classes
import demand
from values import NOISE


def measure(world):
    terms = [part_terms(world, f, s) for f in world.facilities.values() for s in world.scenario.stages
             if s.id in f.parts]
    mark_schools(world, terms)
    for t in terms:
        measure_places(world, "facility", t.facility.id, t.stage, "", [t], 0.0)
    for stage in world.scenario.stages:
        of_stage = [t for t in terms if t.stage is stage]
        measure_scope(world, "region", "", stage, of_stage, world.scenario.districts)
        for d in world.scenario.districts:
            measure_scope(world, "district", d.id, stage, [t for t in of_stage if t.facility.district == d.id], [d])


def put(world, scope, name, stage, sector, indicator, value):
    if value is not None:
        world.results[(world.year, scope, name, stage, sector, indicator)] = float(value)


def ratio(a, b):
    """What rounding leaves of nobody is nobody, and a share of nobody has no value."""
    return a / b if b > NOISE else None


# --- terms --------------------------------------------------------------------------------------------------------

def part_terms(world, facility, stage):
    """What one facility adds to the sums of a stage."""
    part = facility.parts[stage.id]
    homes = world.children[facility.id]
    pupils = [sum(stages[stage.id][g] for stages in homes.values() if stage.id in stages) for g in range(stage.count)]
    formed = classes.of_facility(stage, pupils, part.rooms, facility.sites)
    return Object(facility=facility, stage=stage, part=part, enrolled=sum(pupils), seats=part.seats, rooms=part.rooms,
                  classes=formed.classes, site_pupils=formed.site_pupils, schools=None, school_limit=None)


def mark_schools(world, terms):
    """A school is a site with all the stages it serves."""
    for t in terms:
        same = [u for u in terms if u.facility is t.facility]
        t.schools = [sum(u.site_pupils[i] for u in same) for i in range(t.facility.sites)]
        t.school_limit = t.stage.school_size if len(same) == 1 else world.scenario.combined_school_size


# --- a scope ------------------------------------------------------------------------------------------------------

def measure_scope(world, scope, name, stage, terms, districts):
    wanted = sum(sum(world.demand[d.id][stage.id]) for d in districts)
    senders = [d for d in districts if d.neighbours and sends_any(world.scenario)]
    elsewhere = sum(elsewhere_from(world, d.id, stage) for d in senders) if senders else None
    unmet = sum(unmet_from(world, d.id, stage) for d in districts)
    put(world, scope, name, stage.id, "", "demand", wanted)
    put(world, scope, name, stage.id, "", "unmet", unmet)
    put(world, scope, name, stage.id, "", "placed_elsewhere", elsewhere)
    measure_places(world, scope, name, stage, "", terms, unmet)
    measure_tags(world, scope, name, stage, "", terms)
    for sector in world.scenario.sectors:
        of_sector = [t for t in terms if t.facility.sector == sector]
        measure_places(world, scope, name, stage, sector, of_sector, 0.0)
        measure_tags(world, scope, name, stage, sector, of_sector)
    measure_shares(world, scope, name, stage, terms, districts)
    measure_balance(world, scope, name, stage, terms)


def sends_any(scenario):
    """Whether children of some stage may sit with neighbours; `placed_elsewhere` has no value otherwise."""
    return any(rule.max_share > 0 for rule in scenario.allocation.values())


def children_of(world, home, stage):
    """(host district, children) of a home, facility by facility."""
    for f in world.facilities.values():
        yield f.district, sum(world.children[f.id].get(home, {}).get(stage.id, []))


def unmet_from(world, home, stage):
    """What rounding left of those who wait is nobody."""
    wanted = sum(world.demand[home][stage.id])
    unmet = wanted - sum(children for _, children in children_of(world, home, stage))
    return unmet if unmet > NOISE * wanted else 0.0


def elsewhere_from(world, home, stage):
    return sum(children for host, children in children_of(world, home, stage) if host != home)


def measure_places(world, scope, name, stage, sector, terms, unmet):
    """Pupils, seats and classes of some facilities."""
    enrolled, seats = sum(t.enrolled for t in terms), sum(t.seats for t in terms)
    formed = [c for t in terms for c in t.classes]
    values = {"enrolled": enrolled, "seats": seats, "rooms": sum(t.rooms for t in terms), "classes": len(formed),
              "sites": sum(t.facility.sites for t in terms), "shortage": sum(max(0.0, t.enrolled - t.seats) for t in terms) + unmet,
              "surplus": sum(max(0.0, t.seats - t.enrolled) for t in terms), "utilisation": ratio(enrolled, seats)}
    values |= class_values(stage, formed)
    values |= school_values(terms)
    for indicator, value in values.items():
        put(world, scope, name, stage.id, sector, indicator, value)


def class_values(stage, formed):
    over = sum(1 for limit, size in formed if size > limit)
    return {"class_size_mean": ratio(sum(size for _, size in formed), len(formed)),
            "class_size_max": max((size for _, size in formed), default=None),
            "classes_over_limit": over, "over_limit_share": ratio(over, len(formed)),
            "oversize_share": share_from(stage.oversize, formed),
            "super_oversize_share": share_from(stage.super_oversize, formed)}


def share_from(bound, formed):
    """The share of classes with `bound` pupils or more; none for a stage without such a bound."""
    return None if bound is None else ratio(sum(1 for _, size in formed if size >= bound), len(formed))


def school_values(terms):
    limited = [t for t in terms if t.school_limit is not None]
    over = sum(1 for t in limited for size in t.schools if size > t.school_limit)
    return {"school_size_max": max((max(t.schools) for t in terms), default=None),
            "schools_over_size": over if limited else None}


def measure_shares(world, scope, name, stage, terms, districts):
    enrolled = sum(t.enrolled for t in terms)
    public = sum(t.enrolled for t in terms if t.facility.sector == "public")
    inclusive = sum(t.enrolled for t in terms if t.facility.sector in ("public", "inclusive"))
    put(world, scope, name, stage.id, "", "public_share", ratio(public, enrolled))
    put(world, scope, name, stage.id, "", "inclusive_share", ratio(inclusive, enrolled))
    residents = [residents_of(world, d, stage) for d in districts]
    if None not in residents:
        put(world, scope, name, stage.id, "", "gross_enrolment", ratio(enrolled, sum(residents)))


def residents_of(world, district, stage):
    """Residents of the stage's ages: as given, or its cohorts; None where the births are not known."""
    if stage.id in district.population:
        return world.series(district.population[stage.id]).at(world.year)
    ages = range(stage.entry_age, stage.entry_age + stage.count)
    try:
        return sum(demand.cohort(world.scenario, district, age, world.year) for age in ages)
    except demand.MissingBirths:
        return None


# --- quality ------------------------------------------------------------------------------------------------------

def measure_tags(world, scope, name, stage, sector, terms):
    """The share of facilities with a tag; each site of a row counts."""
    sites = sum(t.facility.sites for t in terms)
    for tag in world.tags:
        tagged = sum(t.facility.sites for t in terms if tag in t.facility.tags)
        put(world, scope, name, stage.id, sector, f"quality_share.{tag}", ratio(tagged, sites))


def measure_balance(world, scope, name, stage, terms):
    """Whole pupils weigh; schools without one, or that do not know what they have, are left out."""
    for resource in world.resources:
        schools = [(sum(t.site_pupils), t.part.resources.get(resource)) for t in terms]
        put(world, scope, name, stage.id, "", f"balance.{resource}",
            variation([(p, a) for p, a in schools if p > 0 and a is not None]))


def variation(schools):
    """The pupil-weighted coefficient of variation of (pupils, amount) a school."""
    pupils, amount = sum(p for p, _ in schools), sum(a for _, a in schools)
    if amount == 0:
        return None
    mean = amount / pupils
    return math.sqrt(sum(p / pupils * (a / p - mean) ** 2 for p, a in schools)) / mean
