"""How many children want a place: births, cohorts, entry, later grades, migration, housing."""

from calendar import monthrange
from datetime import date
from fractions import Fraction


class MissingBirths(Exception):
    pass


# --- cohorts ------------------------------------------------------------------------------------------------------

def births_in(births, year):
    """Births of a calendar year; after the last given year as `projection` says."""
    if year in births.totals:
        return births.totals[year]
    if births.last is None or year < births.last:
        raise MissingBirths(year)
    if births.projected is not None:
        return births.projected.at(year)
    return births.totals[births.last] * (1 + births.rate) ** (year - births.last)


def share_before(cutoff):
    """w: the part of a calendar year of 365 days up to and including the cut-off day. 31 August: 243/365."""
    month, day = cutoff
    return (date(2021, month, day) - date(2020, 12, 31)).days / 365


def born_before(births, year, cutoff):
    """Children born in `year` up to the cut-off; whole months are exact where births are given by month."""
    if year not in births.months:
        return share_before(cutoff) * births_in(births, year)
    month, day = cutoff
    months = births.months[year]
    return sum(months[:month - 1]) + months[month - 1] * day / monthrange(2021, month)[1]


def born_after(births, year, cutoff):
    if share_before(cutoff) == 1:
        return 0.0
    return births_in(births, year) - born_before(births, year, cutoff)


def cohort(scenario, district, age, year):
    """Children who are `age` years old at the cut-off of autumn `year`."""
    births = district.births
    return (born_before(births, year - age, scenario.cutoff) + born_after(births, year - age - 1, scenario.cutoff))


# --- the base year ------------------------------------------------------------------------------------------------

def largest_remainder(total, weights):
    """Whole numbers that add up to `total`, as near to the weights as can be; a tie goes to the first."""
    if sum(weights) == 0:
        weights = [1] * len(weights)
    parts = [Fraction(w) for w in weights]
    exact = [total * w / sum(parts) for w in parts]
    whole = [int(x) for x in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: whole[i] - exact[i])
    for i in by_remainder[:round(total) - sum(whole)]:
        whole[i] += 1
    return whole


def census_pupils(scenario, district, stage):
    """The district's pupils by grade at the census: as given, or the total dealt out whole."""
    given = district.pupils.get(stage.id, 0)
    if isinstance(given, list):
        return list(given)
    if not isinstance(given, dict):
        given = {"total": given}
    spread = given.get("spread", "births")
    if isinstance(spread, list):
        weights = spread
    elif spread == "equal" or given["total"] == 0:
        weights = [1] * stage.count
    else:
        weights = [cohort(scenario, district, stage.entry_age + i, scenario.base) for i in range(stage.count)]
    return largest_remainder(given["total"], weights)


def census_waiting(district, stage, pupils):
    """Children without a seat: by grade as given, or in proportion to the pupils."""
    given = district.waiting.get(stage.id, 0)
    if isinstance(given, list):
        return [float(x) for x in given]
    total = sum(pupils)
    return [given * p / total if total else given / stage.count for p in pupils]


def census_facilities(facilities, stage, pupils):
    """{facility: [by grade]} of one district: those that say their grades first, the rest share the remaining profile."""
    here = [f for f in facilities if stage.id in f.parts]
    said = {f.id: [float(x) for x in f.parts[stage.id].pupils] for f in here
            if isinstance(f.parts[stage.id].pupils, list)}
    left = [p - sum(grades[i] for grades in said.values()) for i, p in enumerate(pupils)]
    if min(left) < 0:
        raise ValueError("facilities have more pupils in a grade than their district")
    for f in (f for f in here if f.id not in said):
        total = f.parts[stage.id].pupils
        said[f.id] = [total * x / sum(left) if sum(left) else 0.0 for x in left]
    return said


# --- one year -----------------------------------------------------------------------------------------------------

def promotion(district, stage, grade, year):
    """The part of `grade` that moves up by `year`: to the next grade of the stage, or out of the last one."""
    flows = district.flows[stage.id]
    if flows is None:
        last = grade == stage.count - 1
        return 1.0 if last else district.progression[stage.id].at(year)
    if flows.promotion_given:
        return flows.promotion[grade].at(year)
    return 1.0 - flows.repetition[grade].at(year) - flows.dropout[grade].at(year)


def repetition(district, stage, grade, year):
    """The part of `grade` that stays in it another year."""
    flows = district.flows[stage.id]
    if flows is None:
        return 0.0
    if flows.repetition_is_rest:
        return 1.0 - flows.promotion[grade].at(year) - flows.dropout[grade].at(year)
    return flows.repetition[grade].at(year)


def leaving(district, stage, year):
    """The part of a stage's last grade that goes on to the next stage."""
    return promotion(district, stage, stage.count - 1, year) * district.through[stage.id].at(year)


def past_entrants(scenario, district, stage, at_census):
    """(year, entrants), the last `window` known ones; the census counts as the base year's unless history has it."""
    known = {int(y): float(n) for y, n in district.history.get(stage.id, {}).items() if int(y) <= scenario.base}
    known.setdefault(scenario.base, at_census)
    return sorted(known.items())[-district.entry[stage.id].window:]


def straight_line(points, year):
    """The least-squares line through (year, value), at `year`; never below zero."""
    mean_year = sum(y for y, _ in points) / len(points)
    mean = sum(v for _, v in points) / len(points)
    spread = sum((y - mean_year) ** 2 for y, _ in points)
    slope = sum((y - mean_year) * (v - mean) for y, v in points) / spread if spread else 0.0
    return max(0.0, mean + slope * (year - mean_year))


def entrants(scenario, district, position, before, at_census, year, method=None):
    """Children who ask for the entry grade of a stage, migrants, housing and repeaters apart."""
    stage = scenario.stages[position]
    entry = district.entry[stage.id]
    method = method or entry.method
    if method == "births":
        return cohort(scenario, district, stage.entry_age, year) * entry.rate.at(year)
    if method == "progression":
        below = scenario.stages[position - 1]
        return before[below.id][-1] * leaving(district, below, year)
    if method == "fixed":
        return entry.values.at(year)
    if method == "average":
        each = [entrants(scenario, district, position, before, at_census, year, m) for m in entry.methods]
        return sum(each) / len(each)
    points = past_entrants(scenario, district, stage, at_census[stage.id][0])
    if method == "last":
        return points[-1][1]
    return straight_line(points, year) if method == "linear" else sum(v for _, v in points) / len(points)


def yield_at(housing, age):
    """The part of the full yield that dwellings have `age` years after completion; 0 before."""
    if age < 0:
        return 0.0
    return housing.long_run + (1 - housing.long_run) * (1 - housing.decay) ** age


def from_housing(district, stage, year):
    """Pupils who arrive in a grade of the stage because of dwellings: the change of what they yield."""
    arrivals = sum(n * h.yields[stage.id] * (yield_at(h, year - y) - yield_at(h, year - 1 - y))
                   for h in district.housing for y, n in h.dwellings.items())
    return arrivals / stage.count


def next_demand(scenario, district, before, at_census, year):
    """{stage: [by grade]} of `year` from that of the year before."""
    return {stage.id: [grade_demand(scenario, district, position, grade, before, at_census, year)
                       for grade in range(stage.count)] for position, stage in enumerate(scenario.stages)}


def grade_demand(scenario, district, position, grade, before, at_census, year):
    stage = scenario.stages[position]
    old = before[stage.id]
    if grade == 0:
        arriving = entrants(scenario, district, position, before, at_census, year)
    else:
        arriving = old[grade - 1] * promotion(district, stage, grade - 1, year)
    migration = district.migration[stage.id]
    return max(0.0, arriving + old[grade] * repetition(district, stage, grade, year)
               + migration.series[grade].at(year) / migration.divide + from_housing(district, stage, year))
