"""Classes of one facility in one stage. Here, and only here, pupils are whole."""

import functools
from fractions import Fraction
from types import SimpleNamespace as Object

from values import whole_down, whole_half_up


def form(pupils, limits, rooms):
    """Classes by grade: as many as the limits ask for, or with too few rooms the fullest grade least full.

    Room by room the grade that is fullest against its limit gets the next class: that is exact for the largest
    fullness, and a tie goes to the lowest grade. With fewer rooms than grades every grade still has one class."""
    return list(formed(tuple(pupils), tuple(limits), rooms))


@functools.lru_cache(maxsize=100000)
def formed(pupils, limits, rooms):
    wanted = [-(-p // limit) for p, limit in zip(pupils, map(Fraction, limits))]
    if sum(wanted) <= rooms:
        return [int(c) for c in wanted]
    given = [1 if p > 0 else 0 for p in pupils]
    while sum(given) < rooms:
        fullness = [Fraction(p) / (c * Fraction(limit)) if c else Fraction(-1)
                    for p, c, limit in zip(pupils, given, limits)]
        given[fullness.index(max(fullness))] += 1
    return given


def sizes(pupils, classes):
    """The classes of a grade, one by one: they differ by at most one pupil."""
    return [pupils // classes + (1 if i < pupils % classes else 0) for i in range(classes)]


def deal(count, sites):
    """A whole number dealt out to sites; remainders one each to the first."""
    return [count // sites + (1 if i < count % sites else 0) for i in range(sites)]


def of_facility(stage, pupils, rooms, sites):
    """(limit, size) of every class of a facility, and the whole pupils of each site."""
    by_grade = [deal(whole_half_up(p), sites) for p in pupils]
    by_room = deal(whole_down(rooms), sites)
    formed = []
    for site in range(sites):
        whole = [grade[site] for grade in by_grade]
        for limit, p, c in zip(stage.limits, whole, form(whole, stage.limits, by_room[site])):
            formed += [(limit, size) for size in (sizes(p, c) if c else [])]
    return Object(classes=formed, site_pupils=[sum(grade[site] for grade in by_grade) for site in range(sites)])
