"""The model in plain Python: slow, and independent of the program it is compared with.

run(document) takes a scenario as a dict in the language's shape and returns {(year, scope, id, stage, sector,
indicator): value}; a cell without a value has no key. The files beside this one hold one section of the model each."""

from types import SimpleNamespace as Object

import allocation
import demand
import indicators
import language
import staff_money
import supply
from values import series


def run(document):
    for world in years(document):
        pass
    return world.results


def years(document):
    """The world after each year."""
    world = start(language.read(document))
    measure(world)
    yield world
    while world.year < world.scenario.horizon:
        advance(world, world.year + 1)
        measure(world)
        yield world


def start(scenario):
    """The base year as its census gives it: nothing is allocated."""
    world = Object(scenario=scenario, year=scenario.base, results={}, facilities={}, children={}, demand={},
                   series=lambda value: series(value, scenario.base))
    for f in scenario.facilities:
        world.facilities[f.id], world.children[f.id] = f, {}
    for d in scenario.districts:
        world.demand[d.id] = {s.id: seat_census(world, d, s) for s in scenario.stages}
    world.at_census = world.demand
    everything = scenario.facilities + [p.new for p in scenario.projects if p.kind == "open"]
    world.tags = sorted({tag for f in everything for tag in f.tags})
    world.resources = sorted({key for f in everything for part in f.parts.values() for key in part.resources})
    return world


def seat_census(world, district, stage):
    """Puts a district's pupils of the base year where they sit; returns the demand: pupils and those who wait."""
    pupils = demand.census_pupils(world.scenario, district, stage)
    here = [f for f in world.facilities.values() if f.district == district.id]
    for name, grades in demand.census_facilities(here, stage, pupils).items():
        world.children[name].setdefault(district.id, {})[stage.id] = grades
    return [p + w for p, w in zip(pupils, demand.census_waiting(district, stage, pupils))]


def advance(world, year):
    """One year, in the order of the model: supply (which reads the year before), demand, allocation."""
    supply.change(world, year)
    world.demand = {d.id: demand.next_demand(world.scenario, d, world.demand[d.id], world.at_census[d.id], year)
                    for d in world.scenario.districts}
    world.year = year
    allocation.allocate(world, year)


def measure(world):
    indicators.measure(world)
    staff_money.measure(world)
