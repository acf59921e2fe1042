"""Seats: what is offered, and how projects change it. Children of facilities that change go with them."""

import copy
from types import SimpleNamespace as Object

from values import below


def grades_offered(facility, stage, year):
    """How many grades of a stage, from its first, the facility offers in an autumn."""
    if facility.fill == "all" or facility.opened is None:
        return stage.count
    return min(stage.count, year - facility.opened + 1)


def seats_offered(facility, stage, year):
    """k/G of the seats in the k-th autumn of a facility that fills from the entry grade."""
    return facility.parts[stage.id].seats * grades_offered(facility, stage, year) / stage.count


def change(world, year):
    """Everything that takes effect in an autumn: openings, ends of temporary classes, then the rest as in the file."""
    projects = [p for p in world.scenario.projects if p.effective == year]
    for project in (p for p in projects if p.kind == "open"):
        open_facility(world, project)
    for project in world.scenario.projects:
        if project.kind == "expand" and project.until == year and project.effective < year:
            end_expansion(world, project)
    steps = {"expand": expand, "convert sector": convert_sector, "convert rooms": convert_rooms,
             "close": close, "merge": merge}
    for project in (p for p in projects if p.kind != "open"):
        steps[project.kind](world, project)


def decide(world, sector, district):
    """A sector, or what a rule makes of the indicators of the year before; an indicator without value holds nothing."""
    if isinstance(sector, str):
        return sector
    rule = sector
    scope, place = ("region", "") if rule.scope == "region" else ("district", district)
    value = world.results.get((world.year, scope, place, rule.stage, "", rule.indicator))
    if value is None:
        return rule.otherwise
    holds = below(value, rule.bound) if rule.word == "below" else not below(value, rule.bound)
    return rule.sector if holds else rule.otherwise


def standing(world, name):
    if name not in world.facilities:
        raise ValueError(f"a project changes {name}, which is not there")
    return world.facilities[name]


def open_facility(world, project):
    facility = copy.deepcopy(project.new)
    facility.sector = decide(world, project.sector, facility.district)
    world.facilities[facility.id] = facility
    world.children[facility.id] = {}


def add_part(facility, stage):
    return facility.parts.setdefault(stage, Object(rooms=0.0, seats=0.0, pupils=0, zone=None, resources={}))


def expand(world, project):
    part = add_part(standing(world, project.facility), project.stage)
    part.rooms += project.rooms
    part.seats += project.seats[project.stage]


def end_expansion(world, project):
    facility = world.facilities.get(project.facility)
    if facility is not None:
        take_capacity(facility.parts[project.stage], project.rooms, project.seats[project.stage])


def take_capacity(part, rooms, seats):
    part.rooms = max(0.0, part.rooms - rooms)
    part.seats = max(0.0, part.seats - seats)


def convert_rooms(world, project):
    """The rooms leave with the planned seats of the one stage and come with those of the other."""
    facility = standing(world, project.facility)
    planned = world.scenario.stage
    take_capacity(facility.parts[project.stage], project.rooms, project.rooms * planned[project.stage].planned)
    part = add_part(facility, project.to_stage)
    part.rooms += project.rooms
    part.seats += project.rooms * planned[project.to_stage].planned


def convert_sector(world, project):
    facility = standing(world, project.facility)
    sector = decide(world, project.sector, facility.district)
    if project.sites is None or project.sites == facility.sites:
        facility.sector = sector
    else:
        split(world, facility, project, sector)


def split(world, facility, project, sector):
    """m of the n sites become a facility of their own, with m/n of everything countable."""
    part_moved = project.sites / facility.sites
    new = copy.deepcopy(facility)
    new.id, new.sector = unique_id(world, f"{facility.id}-to-{project.to}-{project.effective}"), sector
    scale(new, part_moved)
    scale(facility, 1 - part_moved)
    new.sites, facility.sites = project.sites, facility.sites - project.sites
    world.facilities[new.id] = new
    old = world.children[facility.id]
    world.children[new.id] = scaled(old, part_moved)
    world.children[facility.id] = scaled(old, 1 - part_moved)


def unique_id(world, name):
    number, candidate = 2, name
    while candidate in world.facilities:
        candidate, number = f"{name}-{number}", number + 1
    return candidate


def scale(facility, factor):
    for part in facility.parts.values():
        part.rooms, part.seats = part.rooms * factor, part.seats * factor
        part.zone = None if part.zone is None else part.zone * factor
        part.resources = {k: v * factor for k, v in part.resources.items()}


def scaled(children, factor):
    return {home: {stage: [x * factor for x in grades] for stage, grades in stages.items()}
            for home, stages in children.items()}


def close(world, project):
    """Its children are nowhere then, so that they are among the newcomers of their grades."""
    standing(world, project.facility)
    del world.facilities[project.facility]
    del world.children[project.facility]


def merge(world, project):
    """Rooms, sites, resources and children move whole; the sector, tags and zone rules are those of the facility that stays."""
    gone, stays = standing(world, project.facility), standing(world, project.into)
    if gone.district != stays.district:
        raise ValueError("facilities of two districts cannot merge")
    for stage, part in gone.parts.items():
        resources = joined(stays.parts[stage].resources, part.resources) if stage in stays.parts else part.resources
        into = add_part(stays, stage)
        into.rooms += part.rooms
        into.seats += part.seats
        into.zone = part.zone if into.zone is None else into.zone + (part.zone or 0)
        into.resources = resources
    stays.sites += gone.sites
    stays.opened, stays.fill = earlier(gone, stays)
    move_children(world.children[gone.id], world.children[stays.id])
    close(world, project)


def joined(here, there):
    """What both know; with one of them not known the sum is not."""
    return {name: here[name] + there[name] for name in here if name in there}


def earlier(a, b):
    """When the merged facility counts as opened: it offers every grade that either offered."""
    for facility in (a, b):
        if facility.fill == "all" or facility.opened is None:
            return None, "all"
    return min(a.opened, b.opened), "entry"


def move_children(gone, stays):
    for home, stages in gone.items():
        mine = stays.setdefault(home, {})
        for stage, grades in stages.items():
            mine[stage] = [x + y for x, y in zip(mine.get(stage, [0.0] * len(grades)), grades)]
