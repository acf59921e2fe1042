"""What a random scenario may have: a row a feature, with how to take it out of a scenario.

What is left of a scenario obeys the language still. So rows serve twice: a scenario keeps some features only, and a
feature is in effect in a scenario where taking it out changes a figure."""

import pickle

import model

TOLERANCE = 1e-9


def restrict(document, kept):
    """Takes out of a scenario what is not among the features."""
    for feature, take_out in FEATURES.items():
        if feature not in kept:
            take_out(document)
    tidy(document)


def without(document, feature):
    smaller = pickle.loads(pickle.dumps(document))  # a copy, much quicker than copy.deepcopy
    FEATURES[feature](smaller)
    tidy(smaller)
    return smaller


def present(document, feature):
    return without(document, feature) != document


def in_effect(document, some=None, known=lambda key: True):
    """Of all features, or of some, those without which a figure that the program knows would be another."""
    figures = by_year(model.run(document))
    others = ((feature, without(document, feature)) for feature in some or FEATURES)
    return [feature for feature, other in others if other != document and changes(figures, other, known)]


def by_year(figures):
    years = {}
    for key, value in figures.items():
        years.setdefault(key[0], {})[key] = value
    return years


def changes(figures, document, known):
    """Whether another scenario has another figure; it is run until it has."""
    return any(differ(figures[world.year], of_year(world), known) for world in model.years(document))


def of_year(world):
    return {key: value for key, value in world.results.items() if key[0] == world.year}


def differ(figures, others, known):
    return any(known(key) and (key not in others or key not in figures
                               or abs(figures[key] - others[key]) > TOLERANCE * max(1.0, abs(figures[key])))
               for key in figures.keys() | others.keys())


def tidy(document):
    """Empty lists and mappings say nothing, and a price of posts nothing where there are none."""
    if "money" in document and not any("posts" in stage for stage in document["stages"]):
        document["money"]["unit"].pop("post", None)
    for thing in [document] + document["districts"]:
        for key in [key for key, value in thing.items() if value in ([], {}) and key != "facilities"]:
            del thing[key]


# --- ways to take out ---------------------------------------------------------------------------------------------

def stages(document):
    return document["stages"]


def districts(document):
    return document["districts"]


def facilities(document):
    return document["facilities"]


def projects(document):
    return document.get("projects", [])


def allocations(document):
    return document.get("allocation", {}).values()


def entries(document):
    return [entry for district in districts(document) for entry in district.get("entry", {}).values()]


def parts(document):
    return [part for facility in facilities(document) for part in facility.get("stages", {0: facility}).values()]


def new_parts(document):
    return [part for project in projects(document) for part in project.get("stages", {}).values()]


def teachers(document):
    return [kind for district in districts(document) for kinds in district.get("staff", {}).values()
            for kind in kinds.values()]


def estates(document):
    return [estate for district in districts(document) for estate in district.get("housing", [])]


def the(document):
    return [document]


def no_key(*places):
    """Takes out keys: places are (things, key, ...), things a function of the scenario."""
    def take_out(document):
        for things, *keys in places:
            for thing in things(document):
                for key in keys:
                    thing.pop(key, None)
    return take_out


def both(one, other):
    def take_out(document):
        one(document)
        other(document)
    return take_out


def no_value(things, key, value, instead):
    """Puts another value in the place of one."""
    def take_out(document):
        for thing in things(document):
            if thing.get(key) == value:
                thing[key] = instead
    return take_out


def no_project(wrong):
    def take_out(document):
        if "projects" in document:
            document["projects"] = [project for project in document["projects"] if not wrong(project)]
    return take_out


def no_openings(document):
    opened = {project["open"] for project in projects(document) if "open" in project}
    names = ("open", "expand", "convert", "close", "merge", "into")
    no_project(lambda project: any(project.get(name) in opened for name in names))(document)


def no_sites(document):
    for thing in facilities(document) + projects(document):
        thing.pop("sites", None)


def no_rules(document):
    """Who would follow a rule goes where it leads in the end; sites that are split off by one stay."""
    rules = document.pop("rules", {})
    no_project(lambda project: "sites" in project and project.get("to_sector") in rules)(document)
    for project in projects(document):
        for key in ("sector", "to_sector"):
            if isinstance(project.get(key), str) and project[key] in rules:
                project[key] = rules[project[key]]["otherwise"]


def no_written_rules(document):
    for project in projects(document):
        for key in ("sector", "to_sector"):
            if isinstance(project.get(key), dict):
                project[key] = project[key]["otherwise"]


def no_scope(document):
    for rule in document.get("rules", {}).values():
        rule.pop("scope", None)
        rule["while"].pop("scope", None)


def no_claims(document):
    for facility in facilities(document) + projects(document):
        if "stages" in facility:
            facility["through"] = False


def no_grades(document):
    """A facility says how many pupils it has and not in which grades."""
    for part in parts(document):
        if isinstance(part["pupils"], list):
            part["pupils"] = sum(part["pupils"])


def no_cutoff(document):
    """Pupils dealt by births are in other grades then, and facilities cannot say in which."""
    if document.pop("cutoff", "08-31") != "08-31":
        no_grades(document)


def no_planned_classes(document):
    """Seats are fewer rooms then, too few for some conversions."""
    if any(stage.pop("planned_class", None) for stage in stages(document)):
        no_project(lambda project: "to_stage" in project)(document)


def no_limits_by_grade(document):
    for stage in stages(document):
        if isinstance(stage["class_limit"], list):
            stage["class_limit"] = stage["class_limit"][0]


def series_of(document):
    """(mapping, key) of what may be given by year."""
    for district in districts(document):
        for entry in district.get("entry", {}).values():
            if "rate" in entry:
                yield entry, "rate"
        for name in ("progression", "through"):
            for stage in district.get(name, {}):
                yield district[name], stage


def no_series(document):
    for thing, key in series_of(document):
        value = thing[key]
        thing[key] = value[0] if isinstance(value, list) else next(iter(value.values())) if isinstance(value, dict) else value


def no_interpolation(document):
    for thing, key in series_of(document):
        if isinstance(thing[key], dict) and "interpolate" in thing[key]:
            thing[key]["interpolate"] = "linear"


def no_projection(kind):
    def take_out(document):
        for district in districts(document):
            if isinstance(district["births"].get("projection"), kind):
                district["births"]["projection"] = "hold"
    return take_out


def no_months(document):
    for district in districts(document):
        district["births"] = {y: sum(n) if isinstance(n, list) else n for y, n in district["births"].items()}


def no_history(document):
    for district in districts(document):
        district.pop("history", None)
        for stage, entry in district.get("entry", {}).items():
            if entry["method"] not in ("births", "progression"):
                district["entry"][stage] = {"method": "births"}


def no_staff(document):
    no_key((stages, "posts"), (districts, "staff"))(document)


def no_money(document):
    no_key((the, "money"), (projects, "cost", "phasing", "payer"))(document)


def no_discount(document):
    document.get("money", {}).pop("discount", None)


FEATURES = {
    # the standard
    "cutoff": no_cutoff,
    "limits by grade": no_limits_by_grade,
    "planned class": no_planned_classes,
    "oversize": no_key((stages, "oversize", "super_oversize")),
    "school size": no_key((stages, "school_size"), (the, "combined_school_size")),
    # districts
    "births rate": no_projection((str, float, int)),
    "births values": no_projection(dict),
    "months": no_months,
    "entry": no_history,
    "progression": no_key((districts, "progression")),
    "through": no_key((districts, "through")),
    "series": no_series,
    "interpolation": no_interpolation,
    "flows": no_key((districts, "promotion", "repetition", "dropout")),
    "migration": no_key((districts, "migration")),
    "housing": no_key((districts, "housing")),
    "decay": no_key((estates, "decay", "long_run")),
    "waiting": no_key((districts, "waiting")),
    "population": no_key((districts, "population")),
    "neighbours": no_key((districts, "neighbours"), (allocations, "max_share")),
    # facilities
    "sites": no_sites,
    "claims": no_claims,
    "grades": no_grades,
    "tags": no_key((facilities, "tags"), (projects, "tags")),
    "resources": no_key((facilities, "resources"), (projects, "resources"), (parts, "resources"), (new_parts, "resources")),
    # projects
    "open": no_openings,
    "fill": no_value(projects, "fill", "entry", "all"),
    "expand": no_project(lambda project: "expand" in project),
    "until": no_key((projects, "until")),
    "convert": no_project(lambda project: "to_sector" in project and "sites" not in project),
    "split": no_project(lambda project: "convert" in project and "sites" in project),
    "convert rooms": no_project(lambda project: "to_stage" in project),
    "close": no_project(lambda project: "close" in project),
    "merge": no_project(lambda project: "merge" in project),
    "rules": no_rules,
    "written rules": no_written_rules,
    "scope": no_scope,
    # allocation
    "public first": no_value(allocations, "policy", "public_first", "proportional"),
    "preference": both(no_value(allocations, "policy", "preference", "proportional"), no_key((allocations, "weights"))),
    "weights": no_key((allocations, "weights")),
    "zones": both(no_value(allocations, "policy", "zones", "proportional"),
                  no_key((facilities, "zone", "overflow"), (projects, "zone", "overflow"))),
    "overflow": no_key((facilities, "overflow")),
    "entry first": no_value(allocations, "order", "entry_first", "together"),
    "transfer": no_key((allocations, "transfer")),
    # staff and money
    "staff": no_staff,
    "attrition": no_key((teachers, "attrition")),
    "hires": no_key((teachers, "hires")),
    "money": no_money,
    "cost": no_key((projects, "cost")),
    "phasing": no_key((projects, "phasing")),
    "payers": no_key((projects, "payer")),
    "discount": no_discount,
}
