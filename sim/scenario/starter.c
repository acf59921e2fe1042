/* A scenario to begin with: a small district in a steady state, for whatever stages and sectors a standard has. What stands
 * beside its values is what the key table says of them. */
#include "base/options.h"
#include "scenario/keys_rows.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BASE_YEAR = 2025, HORIZON = 2035, OLDEST = 30, COHORT = 1000, COMMENT_COLUMN = 60 };

/* A first sector of a stage that nobody must attend holds this part of its children. */
static const double FIRST_SECTOR = 0.4;

struct starter {
    const struct seatsim_scenario *scenario; /* the standard's stages and sectors */
    const char *standard;                    /* its name */
    struct buffer text;
};

/* --- lines ------------------------------------------------------------------------------------------------------- */

static void say(struct starter *starter, const char *text)
{
    buffer_text(&starter->text, text);
}

static void say_number(struct starter *starter, double number)
{
    say(starter, number_text(number).text);
}

/* What the table says of a key, behind the line that was begun at `from`. */
static void comment(struct starter *starter, const struct key *keys, const char *name, size_t from)
{
    const struct key *key = key_of(keys, name);
    size_t length = starter->text.length - from;
    int cells = starter->text.failed ? 0 : text_width(starter->text.text + from, length);
    for (; cells < COMMENT_COLUMN; cells++)
        say(starter, " ");
    say(starter, "  # ");
    say(starter, key->meaning);
    say(starter, "\n");
}

/* "    key: value      # what it means" */
static void line(struct starter *starter, const char *indent, const struct key *keys, const char *name, const char *value)
{
    size_t from = starter->text.length;
    say(starter, indent);
    say(starter, name);
    say(starter, ":");
    say(starter, *value ? " " : "");
    say(starter, value);
    comment(starter, keys, name, from);
}

static bool is_named(const char *const *names, const char *name)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

/* The keys that the starter does not use, as comments to take up. */
static void further_keys(struct starter *starter, const char *indent, const struct key *keys, const char *const *used)
{
    say(starter, indent);
    say(starter, "# Further keys, to be taken up as they are needed:\n");
    for (const struct key *key = keys; key->name; key++) {
        if (is_named(used, key->name) || !key->example || !*key->example || key->only_checked)
            continue;
        size_t from = starter->text.length;
        say(starter, indent);
        say(starter, "#   ");
        say(starter, key->name);
        say(starter, ": ");
        say(starter, key->example);
        comment(starter, keys, key->name, from);
    }
}

/* --- demand ------------------------------------------------------------------------------------------------------ */

static const struct stage *stage_at(const struct starter *starter, int index)
{
    return &starter->scenario->stages[index];
}

static int pupils_of(const struct stage *stage)
{
    return COHORT * stage->n_grades;
}

/* The births that the oldest grade and next year's entrants are of. */
static int first_birth_year(const struct starter *starter)
{
    const struct stage *last = stage_at(starter, starter->scenario->n_stages - 1);
    return BASE_YEAR - last->entry_age - last->n_grades - 1;
}

static void say_births(struct starter *starter)
{
    line(starter, "    ", district_keys, "births", "");
    for (int year = first_birth_year(starter); year < BASE_YEAR; year++) {
        say(starter, "      ");
        say_number(starter, year);
        say(starter, ": ");
        say_number(starter, COHORT);
        say(starter, "\n");
    }
    line(starter, "      ", key_of(district_keys, "births")->keys, "projection", "-2%");
    say(starter, "      status: assumed\n");
}

/* "key: {kindergarten: 3000, primary: 6000}" */
static void say_by_stage(struct starter *starter, const char *name, void (*element)(struct starter *starter, int stage))
{
    line(starter, "    ", district_keys, name, "");
    for (int stage = 0; stage < starter->scenario->n_stages; stage++) {
        say(starter, "      ");
        say(starter, stage_at(starter, stage)->id);
        say(starter, ": ");
        element(starter, stage);
        say(starter, "\n");
    }
}

static void say_pupils(struct starter *starter, int stage)
{
    say(starter, "{total: ");
    say_number(starter, pupils_of(stage_at(starter, stage)));
    say(starter, ", spread: equal, status: assumed}");
}

static void say_entry(struct starter *starter, int stage)
{
    say(starter, stage == 0 ? "{method: births, rate: 100%}" : "{method: progression}");
}

static void say_one(struct starter *starter, int stage)
{
    (void)stage;
    say(starter, "1.0");
}

static void say_district(struct starter *starter)
{
    static const char *const used[] = { "id", "title", "births", "pupils", "entry", "progression", NULL };
    say(starter, "\ndistricts:\n");
    line(starter, "  - ", district_keys, "id", "my-district");
    line(starter, "    ", district_keys, "title", "My district");
    say_births(starter);
    say_by_stage(starter, "pupils", say_pupils);
    say_by_stage(starter, "entry", say_entry);
    say_by_stage(starter, "progression", say_one);
    further_keys(starter, "    ", district_keys, used);
}

/* --- supply ------------------------------------------------------------------------------------------------------ */

/* Sectors share a stage that nobody must attend. */
static int sectors_of_stage(const struct starter *starter, int stage)
{
    return !stage_at(starter, stage)->compulsory && starter->scenario->n_sectors > 1 ? 2 : 1;
}

/* Rooms for a stage's pupils at their class limits, with one in ten to spare. */
static double rooms_for(const struct stage *stage, double share)
{
    double rooms = 0;
    for (int grade = 0; grade < stage->n_grades; grade++)
        rooms += ceil(COHORT * share / stage->class_limit[grade]);
    double seats = ceil(pupils_of(stage) * share / stage->planned_class);
    return ceil(1.1 * (rooms > seats ? rooms : seats));
}

static void say_text_key(struct starter *starter, const char *name, const char *value)
{
    say(starter, "    ");
    say(starter, name);
    say(starter, ": ");
    say(starter, value);
    say(starter, "\n");
}

static void say_facility(struct starter *starter, int index, int sector, double share, bool first)
{
    const struct stage *stage = stage_at(starter, index);
    char id[160];
    snprintf(id, sizeof id, "%.60s-%.60s", stage->id, starter->scenario->sectors[sector].id);
    struct number_text rooms = number_text(rooms_for(stage, share)), pupils = number_text(pupils_of(stage) * share);
    const char *names[] = { "stage", "sector", "rooms", "pupils" };
    const char *values[] = { stage->id, starter->scenario->sectors[sector].id, rooms.text, pupils.text };
    if (first)
        line(starter, "  - ", facility_keys, "id", id);
    else {
        say(starter, "  - id: ");
        say(starter, id);
        say(starter, "\n");
    }
    for (int i = 0; i < 4; i++)
        if (first)
            line(starter, "    ", facility_keys, names[i], values[i]);
        else
            say_text_key(starter, names[i], values[i]);
}

static void say_facilities(struct starter *starter)
{
    static const char *const used[] = { "id", "stage", "sector", "rooms", "pupils", NULL };
    say(starter, "\n# One row may stand for many buildings (`sites`); here one for each stage and sector.\nfacilities:\n");
    for (int stage = 0; stage < starter->scenario->n_stages; stage++) {
        int sectors = sectors_of_stage(starter, stage);
        for (int sector = 0; sector < sectors; sector++) {
            double share = sectors == 1 ? 1 : sector == 0 ? FIRST_SECTOR : 1 - FIRST_SECTOR;
            say_facility(starter, stage, sector, share, stage + sector == 0);
        }
    }
    further_keys(starter, "    ", facility_keys, used);
}

static void say_projects(struct starter *starter)
{
    static const char *const used[] = { "id", "open", "stage", "year", "rooms", "sector", "fill", "pupils", NULL };
    struct number_text year = number_text(BASE_YEAR + 2);
    say(starter, "\nprojects:\n");
    line(starter, "  - ", project_keys, "open", "new-facility");
    line(starter, "    ", project_keys, "stage", stage_at(starter, 0)->id);
    line(starter, "    ", project_keys, "year", year.text);
    line(starter, "    ", project_keys, "rooms", "12");
    line(starter, "    ", project_keys, "sector", starter->scenario->sectors[0].id);
    line(starter, "    ", project_keys, "fill", "all");
    further_keys(starter, "    ", project_keys, used);
}

/* --- what is asked ----------------------------------------------------------------------------------------------- */

static void say_allocation(struct starter *starter)
{
    say(starter, "\nallocation:\n  ");
    say(starter, stage_at(starter, 0)->id);
    say(starter, ":\n");
    line(starter, "    ", allocation_keys, "policy", "proportional");
    line(starter, "    ", allocation_keys, "transfer", "10%");
}

static void say_targets(struct starter *starter)
{
    struct number_text from = number_text(BASE_YEAR + 1);
    say(starter, "\ntargets:\n");
    line(starter, "  - ", target_keys, "id", "class-size");
    line(starter, "    ", target_keys, "indicator", "class_size_max");
    line(starter, "    ", target_keys, "at_most", "limit");
    line(starter, "    ", target_keys, "from", from.text);
    say(starter, "\n# A variant changes this file: seatsim run FILE --variant births-fall\nvariants:\n");
    say(starter, "  births-fall: {set: {\"districts.*.births.projection\": -5%}}\n");
    say(starter, "  one-year-late: {set: {\"projects.*.year\": \"+= 1\"}}\n");
}

static void say_head(struct starter *starter)
{
    struct number_text base = number_text(BASE_YEAR), horizon = number_text(HORIZON);
    char text[80];
    snprintf(text, sizeof text, "%s..%s", base.text, horizon.text);
    say(starter,
        "# yaml-language-server: $schema=seatsim.schema.json\n"
        "# A scenario to begin with. All its figures are invented: put your own in their place, say with `source:` where\n"
        "# they come from, and with `status: given`, `derived` or `assumed` how sure they are.\n"
        "# An editor completes keys and marks mistakes after: seatsim schema > seatsim.schema.json\n");
    line(starter, "", scenario_keys, "seatsim", "1");
    line(starter, "", scenario_keys, "title", "My scenario");
    line(starter, "", scenario_keys, "standard", starter->standard);
    line(starter, "", scenario_keys, "years", text);
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

/* A scenario of the standard's stages alone; every cohort has been born. */
static enum seatsim_status load_standard(const char *standard, const struct seatsim_options *options,
                                         struct seatsim_scenario **scenario, struct seatsim_diagnostics *diagnostics)
{
    struct buffer text;
    buffer_init(&text, &options->allocator);
    buffer_text(&text, "seatsim: 1\nstandard: ");
    buffer_text(&text, standard);
    buffer_text(&text, "\nyears: 2025..2035\ndistricts: [{id: d, births: {");
    for (int year = BASE_YEAR - OLDEST; year < BASE_YEAR; year++) {
        buffer_text(&text, number_text(year).text);
        buffer_text(&text, ": 1, ");
    }
    buffer_text(&text, "projection: hold}}]\n");
    enum seatsim_status status = SEATSIM_MACHINE;
    if (text.failed)
        report_no_memory(diagnostics);
    else
        status = seatsim_scenario_load_text("--standard", text.text, text.length, options, scenario, diagnostics);
    buffer_clear(&text);
    return status;
}

enum seatsim_status seatsim_scenario_new(const char *standard, const struct seatsim_options *options, seatsim_write *write,
                                         void *context, struct seatsim_diagnostics *diagnostics)
{
    struct seatsim_scenario *scenario;
    enum seatsim_status status = load_standard(standard, options, &scenario, diagnostics);
    if (status != SEATSIM_OK)
        return status;
    struct starter starter = { .scenario = scenario, .standard = standard };
    buffer_init(&starter.text, &options->allocator);
    say_head(&starter);
    say_district(&starter);
    say_facilities(&starter);
    say_projects(&starter);
    say_allocation(&starter);
    say_targets(&starter);
    bool failed = starter.text.failed;
    if (failed)
        report_no_memory(diagnostics);
    else
        failed = !write(context, starter.text.text, starter.text.length);
    buffer_clear(&starter.text);
    seatsim_scenario_free(scenario);
    return failed ? SEATSIM_MACHINE : SEATSIM_OK;
}
