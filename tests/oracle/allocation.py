"""Who sits where: continuing children, transfers, newcomers, neighbours, and the rest. One stage at a time.

`sitting` is {facility: {home district: [by grade]}}. Homes are kept apart, so that guests continue where they sit."""

from types import SimpleNamespace as Object

from demand import leaving, promotion, repetition
from supply import grades_offered, seats_offered
from values import NOISE


def allocate(world, year):
    """Seats the children of `year` (world.demand) from where they sat the year before (world.children)."""
    after = {name: {} for name in world.facilities}
    for position, stage in enumerate(world.scenario.stages):
        sitting = allocate_stage(world, position, year)
        for name, homes in sitting.items():
            for home, grades in homes.items():
                after[name].setdefault(home, {})[stage.id] = grades
    world.children = after


def allocate_stage(world, position, year):
    stage = world.scenario.stages[position]
    seating = Object(world=world, stage=stage, year=year, rule=world.scenario.allocation[stage.id],
                     facilities=[f for f in world.facilities.values() if stage.id in f.parts])
    seating.sitting = {f.id: {} for f in seating.facilities}
    keep_continuing(seating)
    if position > 0:
        keep_leavers(seating, world.scenario.stages[position - 1])
    for district in world.scenario.districts:
        transfer(seating, district)
    for district in world.scenario.districts:
        newcomers = waiting(seating, district.id)
        seat_at(seating, district.id, {district.id: newcomers})
    overflow_to_neighbours(seating)
    if stage.compulsory:
        for district in world.scenario.districts:
            seat_the_rest(seating, district.id)
    return seating.sitting


# --- counts -------------------------------------------------------------------------------------------------------

def homes_of(seating, facility, home):
    return seating.sitting[facility].setdefault(home, [0.0] * seating.stage.count)


def children_in(seating, facility):
    return sum(sum(grades) for grades in seating.sitting[facility.id].values())


def free_seats(seating, facility):
    """One pool over the grades that the facility offers; what rounding left of a seat is none."""
    offered = seats_offered(facility, seating.stage, seating.year)
    free = offered - children_in(seating, facility)
    return free if free > NOISE * offered else 0.0


def seated(seating, home, grade):
    """Children of a home district in a grade, wherever they sit."""
    return sum(homes[home][grade] for homes in seating.sitting.values() if home in homes)


def waiting(seating, home):
    """Children without a seat so far; what is left of subtracting sums of the same numbers is nobody."""
    wanted = seating.world.demand[home][seating.stage.id]
    left = [wanted[g] - seated(seating, home, g) for g in range(seating.stage.count)]
    return [x if x > NOISE * max(1.0, w) else 0.0 for x, w in zip(left, wanted)]


def placed_elsewhere(seating, home):
    return sum(sum(seating.sitting[f.id].get(home, [])) for f in seating.facilities if f.district != home)


# --- 1 continuing -------------------------------------------------------------------------------------------------

def keep_continuing(seating):
    for facility in seating.facilities:
        for home, stages in seating.world.children[facility.id].items():
            if seating.stage.id in stages:
                seating.sitting[facility.id][home] = continuing(seating, facility, home, stages[seating.stage.id])
    for district in seating.world.scenario.districts:
        for grade in range(seating.stage.count):
            shrink_to_demand(seating, district.id, grade)


def continuing(seating, facility, home, before):
    """Children who stay in the facility: a grade up, or repeating."""
    district, stage, year = seating.world.scenario.district[home], seating.stage, seating.year
    now = [before[g] * repetition(district, stage, g, year) for g in range(stage.count)]
    for g in range(1, stage.count):
        now[g] += before[g - 1] * promotion(district, stage, g - 1, year)
    offered = grades_offered(facility, stage, year)
    return [x if g < offered else 0.0 for g, x in enumerate(now)]


def shrink_to_demand(seating, home, grade):
    """All facilities lose the same part where fewer children want the grade than continue in it."""
    wanted = seating.world.demand[home][seating.stage.id][grade]
    there = seated(seating, home, grade)
    if there > wanted:
        for homes in seating.sitting.values():
            if home in homes:
                homes[home][grade] *= wanted / there


def keep_leavers(seating, below):
    """A combined school's leavers of the stage below claim the entry grade, up to the free seats: first the district's
    own, then its guests, all homes alike."""
    for facility in seating.facilities:
        if facility.through and below.id in facility.parts:
            claims = {home: stages[below.id][-1] * leaving(seating.world.scenario.district[home], below, seating.year)
                      for home, stages in seating.world.children[facility.id].items() if below.id in stages}
            own = facility.district
            admit(seating, facility, {own: claims.pop(own, 0.0)})
            admit(seating, facility, claims)
    for district in seating.world.scenario.districts:
        shrink_to_demand(seating, district.id, 0)


def admit(seating, facility, claims):
    total = sum(claims.values())
    part = min(1.0, free_seats(seating, facility) / total) if total else 0.0
    for home, claim in claims.items():
        homes_of(seating, facility.id, home)[0] += claim * part


# --- 2 transfers --------------------------------------------------------------------------------------------------

def transfer(seating, district):
    """Sector by sector below the best: a part of each grade asks for free seats of better sectors, the best first."""
    if seating.rule.transfer == 0:
        return
    sectors = seating.world.scenario.sectors
    here = [f for f in seating.facilities if f.district == district.id]
    for rank in range(1, len(sectors)):
        origins = [f for f in here if f.sector == sectors[rank]]
        asking = [seating.rule.transfer * sum(homes_of(seating, f.id, district.id)[g] for f in origins)
                  for g in range(seating.stage.count)]
        left = list(asking)
        arrivals = []
        for better in sectors[:rank]:
            places = places_of(seating, [f for f in here if f.sector == better])
            fill(left, places, by_free_seats)
            arrivals += places
        leave(seating, district.id, origins, asking, left)
        settle(seating, {district.id: asking}, arrivals)


def leave(seating, home, origins, asking, left):
    for g in range(seating.stage.count):
        moved = seating.rule.transfer * (1 - left[g] / asking[g]) if asking[g] else 0.0
        for f in origins:
            homes_of(seating, f.id, home)[g] *= 1 - moved


# --- 3 newcomers --------------------------------------------------------------------------------------------------

def places_of(seating, facilities):
    """What a round needs to know of each facility; `taken` counts those it seats by grade."""
    return [Object(facility=f, sector=f.sector, grades=grades_offered(f, seating.stage, seating.year),
                   free=free_seats(seating, f), zone=f.parts[seating.stage.id].zone,
                   taken=[0.0] * seating.stage.count) for f in facilities]


def by_free_seats(place, offering):
    return place.free


def fill(left, places, weight):
    """Rounds, until nobody waits or no offered seat is free. `left` [by grade] and the places change."""
    for _ in range(len(places)):
        asks = [[0.0] * len(left) for _ in places]
        for g, children in enumerate(left):
            offering = [p for p in places if p.free > 0 and g < p.grades]
            weights = [weight(p, offering) for p in offering]
            for p, w in zip(offering, weights):
                if sum(weights) > 0:
                    asks[places.index(p)][g] = children * w / sum(weights)
        answer(left, places, asks)


def answer(left, places, asks):
    """Each place seats its askers, or the same fraction of each grade if they are more than it has free."""
    for place, ask in zip(places, asks):
        total = sum(ask)
        if total > 0:
            part = min(1.0, place.free / total)
            place.free = 0.0 if total >= place.free else place.free - total
            for g, children in enumerate(ask):
                place.taken[g] += children * part
                left[g] = max(0.0, left[g] - children * part)


def seat_at(seating, host, askers):
    """Seats {home: [by grade]} in the facilities of a host district, as newcomers; homes share alike within a grade."""
    left = [sum(grades[g] for grades in askers.values()) for g in range(seating.stage.count)]
    places = places_of(seating, [f for f in seating.facilities if f.district == host])
    if seating.rule.order == "entry_first":
        for g in range(seating.stage.count):
            one = [x if i == g else 0.0 for i, x in enumerate(left)]
            fill_by_policy(seating, one, places)
    else:
        fill_by_policy(seating, left, places)
    settle(seating, askers, places)


def settle(seating, askers, places):
    """Those whom the places took sit down, each home with its part of the grade's askers."""
    for g in range(seating.stage.count):
        total = sum(grades[g] for grades in askers.values())
        for place in (p for p in places if p.taken[g] > 0):
            for home, grades in askers.items():
                homes_of(seating, place.facility.id, home)[g] += place.taken[g] * grades[g] / total


def fill_by_policy(seating, left, places):
    policy = seating.rule.policy
    if policy == "public_first":
        for sector in seating.world.scenario.sectors:
            fill(left, [p for p in places if p.sector == sector], by_free_seats)
    elif policy == "preference":
        fill(left, places, preference(seating.rule.weights))
    elif policy == "zones":
        fill_zones(left, places)
    else:
        fill(left, places, by_free_seats)


def preference(weights):
    def weight(place, offering):
        in_sector = sum(p.free for p in offering if p.sector == place.sector)
        return weights[place.sector] * place.free / in_sector
    return weight


def fill_zones(left, places):
    """Children ask at the facility of their zone, then at its overflow facilities in order, then anywhere."""
    shares = sum(p.zone or 0.0 for p in places)
    if shares > 0:
        zones = [Object(place=p, left=[x * (p.zone or 0.0) / shares for x in left]) for p in places]
        by_id = {p.facility.id: p for p in places}
        longest = max(len(p.facility.overflow) for p in places)
        ask_in_zones(zones, lambda zone: zone.place)
        for rank in range(longest):
            ask_in_zones(zones, lambda zone: by_id.get((zone.place.facility.overflow + [None] * longest)[rank]))
        for g in range(len(left)):
            left[g] = sum(zone.left[g] for zone in zones)
    fill(left, places, by_free_seats)


def ask_in_zones(zones, choice):
    """All zones ask at once, each at the place of its choice; a place gives all its askers the same fraction."""
    chosen = [choice(zone) for zone in zones]
    for place in {id(p): p for p in chosen if p is not None}.values():
        asking = [zone for zone, p in zip(zones, chosen) if p is place]
        total = sum(sum(zone.left[:place.grades]) for zone in asking)
        part = min(1.0, place.free / total) if total > 0 else 0.0
        place.free = 0.0 if total >= place.free else place.free - total
        for zone in asking:
            for g in range(place.grades):
                place.taken[g] += zone.left[g] * part
                zone.left[g] -= zone.left[g] * part


# --- 4 overflow to neighbours -------------------------------------------------------------------------------------

def overflow_to_neighbours(seating):
    districts = seating.world.scenario.districts
    if seating.rule.max_share == 0:
        return
    for rank in range(max(len(d.neighbours) for d in districts)):
        asks = {}
        for d in (d for d in districts if rank < len(d.neighbours)):
            asks.setdefault(d.neighbours[rank], {})[d.id] = asking_neighbours(seating, d.id)
        for host, askers in asks.items():
            free = sum(free_seats(seating, f) for f in seating.facilities if f.district == host)
            total = sum(sum(grades) for grades in askers.values())
            part = min(1.0, free / total) if total > 0 else 0.0
            seat_at(seating, host, {home: [x * part for x in grades] for home, grades in askers.items()})


def asking_neighbours(seating, home):
    """The children who wait, as far as max_share of the demand allows beside those who already sit elsewhere."""
    wait = waiting(seating, home)
    wanted = sum(seating.world.demand[home][seating.stage.id])
    allowed = max(0.0, seating.rule.max_share * wanted - placed_elsewhere(seating, home))
    part = min(1.0, allowed / sum(wait)) if sum(wait) > 0 else 0.0
    return [x * part for x in wait]


# --- 5 the rest ---------------------------------------------------------------------------------------------------

def seat_the_rest(seating, home):
    """Above capacity at home, in proportion to the seats of the facilities that offer the grade."""
    for g, children in enumerate(waiting(seating, home)):
        offering = [f for f in seating.facilities
                    if f.district == home and g < grades_offered(f, seating.stage, seating.year)]
        seats = [f.parts[seating.stage.id].seats for f in offering]
        for f, s in zip(offering, seats):
            homes_of(seating, f.id, home)[g] += children * (s / sum(seats) if sum(seats) else 1 / len(offering))
