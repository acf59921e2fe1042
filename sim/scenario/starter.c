/* A scenario to begin with: a small district in a steady state, for whatever stages and sectors a standard has. What stands
 * beside its values is what the key table says of them. */
#include "base/options.h"
#include "scenario/keys_rows.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BASE_YEAR = 2025, HORIZON = 2035, OLDEST = 30, COHORT = 1000, COMMENT_COLUMN = 60 };

/* Rooms of one building: of a school that children must attend, of any other. */
enum { SCHOOL_ROOMS = 30, KINDERGARTEN_ROOMS = 12 };

enum word {
    WORD_HEAD, WORD_TITLE, WORD_DISTRICT, WORD_FURTHER, WORD_FACILITIES, WORD_PROJECTS, WORD_FURTHER_PROJECTS, WORD_TARGETS,
    WORD_VARIANTS, WORDS
};
static const char *const words[WORDS][LANGUAGES] = {
    [WORD_HEAD] = {
        "# A scenario to begin with: a small district in a steady state. All its figures are invented (`status: assumed`): put\n"
        "# your own in their place, with `status: given` or `derived`, and say with `source:` where they come from.\n"
        "#   seatsim schema > seatsim.schema.json   lets an editor complete keys and mark mistakes (docs/editors.md)\n"
        "#   seatsim validate FILE                  says what is wrong; seatsim run FILE -o out writes tables and charts\n",
        "# 起始情景：一个平稳状态的小区域。全部数字均为虚构（`status: assumed`）：请换成实际数字，\n"
        "# 改用 `status: given`（给定）或 `derived`（推算），并用 `source:` 注明出处。\n"
        "#   seatsim schema > seatsim.schema.json   供编辑器补全键名、标出错误\n"
        "#   seatsim validate 文件                  检查错误；seatsim run 文件 -o out 写出表格和图表\n" },
    [WORD_TITLE] = { "My scenario", "我的情景" },
    [WORD_DISTRICT] = { "My district", "我的区域" },
    [WORD_FURTHER] = { "Further keys, each with an example: take the # away and put your own value in",
                       "其他键及示例：去掉 # 并填入实际取值" },
    [WORD_FACILITIES] = { "The facilities of a stage hold the district's pupils. A row may pool many buildings (sites); "
                          "its size is rooms or seats.",
                          "各学段学校的在校人数之和须等于区域人数。一行可合并多个园（校）址（sites）；规模写 rooms 或 seats。" },
    [WORD_PROJECTS] = { "A project opens, expands, converts, closes or merges one facility.",
                        "每个项目新建、扩建、转换、撤销或合并一所学校。" },
    [WORD_FURTHER_PROJECTS] = { "Other kinds of projects: take the # away", "其他项目：去掉 # 即可" },
    [WORD_TARGETS] = { "seatsim check FILE says which targets are met, when, and by how much they are missed.",
                       "seatsim check 文件：逐项说明目标是否达到、何时达到、相差多少。" },
    [WORD_VARIANTS] = { "A variant changes this file: seatsim run FILE --variant births-fall",
                        "变体修改本文件：seatsim run 文件 --variant births-fall" },
};

/* A first sector of a stage that nobody must attend holds this part of its children. */
static const double FIRST_SECTOR = 0.4;

struct starter {
    enum seatsim_language language; /* of comments */
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

static void say_word(struct starter *starter, enum word word)
{
    say(starter, words[word][starter->language]);
}

/* "key:" of a list at the top, with what there is to know before it begins. */
static void begin_list(struct starter *starter, enum word word, const char *name)
{
    say(starter, "\n# ");
    say_word(starter, word);
    say(starter, "\n");
    say(starter, name);
    say(starter, ":\n");
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
    say(starter, key->meaning[starter->language]);
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

/* The standard's own name for a stage or sector of an example, whose names are those of cn-2017; NULL for other words. */
static const char *own_name(const struct starter *starter, const char *word, size_t length)
{
    const struct seatsim_scenario *scenario = starter->scenario;
    int stages = scenario->n_stages, sectors = scenario->n_sectors;
    const char *const names[][2] = {
        { "kindergarten", scenario->stages[0].id },
        { "primary", scenario->stages[stages > 2 ? 1 : 0].id },
        { "junior", scenario->stages[stages - 1].id },
        { "public", scenario->sectors[0].id },
        { "inclusive", scenario->sectors[sectors > 1 ? 1 : 0].id },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i][0]) == length && memcmp(names[i][0], word, length) == 0)
            return names[i][1];
    return NULL;
}

/* An example of the table in the words of the standard; a title has words of its own. */
static void say_example(struct starter *starter, const struct key *key)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    const char *example = key->example;
    while (*example) {
        size_t length = strspn(example, letters), between = strcspn(example, letters);
        const char *own = key->type != KEY_TITLE ? own_name(starter, example, length) : NULL;
        if (own)
            say(starter, own);
        else
            buffer_add(&starter->text, example, length > 0 ? length : between);
        example += length > 0 ? length : between;
    }
}

static bool has_post(const struct stage *stage, const char *id)
{
    for (int post = 0; post < stage->n_posts; post++)
        if (strcmp(stage->posts[post].id, id) == 0)
            return true;
    return false;
}

/* Whether the starter has what an example names: as many stages and sectors as it tells apart, the post; a school or a
 * district to the north it has not. */
static bool fits(const struct starter *starter, const char *example)
{
    const struct seatsim_scenario *scenario = starter->scenario;
    bool two_stages = strstr(example, "primary") && strstr(example, "junior");
    bool two_sectors = strstr(example, "public") && strstr(example, "inclusive");
    bool post = strstr(example, "teacher:") != NULL;
    return !strstr(example, "north") && (!two_stages || scenario->n_stages > 1) &&
           (!two_sectors || scenario->n_sectors > 1) &&
           (!post || has_post(&scenario->stages[scenario->n_stages > 2 ? 1 : 0], "teacher"));
}

/* The keys that the starter does not use, as comments to take up. */
static void further_keys(struct starter *starter, const char *indent, const struct key *keys, const char *const *used)
{
    say(starter, indent);
    say(starter, "# ");
    say_word(starter, WORD_FURTHER);
    say(starter, "\n");
    for (const struct key *key = keys; key->name; key++) {
        size_t from = starter->text.length;
        if (is_named(used, key->name) || key->only_checked || !fits(starter, key->example))
            continue;
        say(starter, indent);
        say(starter, "# ");
        say(starter, key->name);
        say(starter, ": ");
        say_example(starter, key);
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
    line(starter, "    ", district_keys, "title", words[WORD_DISTRICT][starter->language]);
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

/* Rooms of each of so many buildings: for all classes at their limits and the pupils at planned size, one in ten to spare. */
static double rooms_of_site(const struct stage *stage, double share, double sites)
{
    double rooms = 0, pupils = COHORT * share / sites;
    for (int grade = 0; grade < stage->n_grades; grade++)
        rooms += ceil(pupils / stage->class_limit[grade]);
    double seats = ceil(pupils * stage->n_grades / stage->planned_class);
    return ceil(1.1 * (rooms > seats ? rooms : seats));
}

/* Buildings of a usual size. */
static double sites_for(const struct stage *stage, double share)
{
    return ceil(rooms_of_site(stage, share, 1) / (stage->compulsory ? SCHOOL_ROOMS : KINDERGARTEN_ROOMS));
}

static void say_text_key(struct starter *starter, const char *name, const char *value)
{
    say(starter, "    ");
    say(starter, name);
    say(starter, ": ");
    say(starter, value);
    say(starter, "\n");
}

static const char *name_of_facility(const struct starter *starter, int stage, int sector, char name[160])
{
    snprintf(name, 160, "%.60s-%.60s", stage_at(starter, stage)->id, starter->scenario->sectors[sector].id);
    return name;
}

static void say_facility(struct starter *starter, int index, int sector, double share, bool first)
{
    const struct stage *stage = stage_at(starter, index);
    double sites = sites_for(stage, share);
    char id[160];
    const struct number_text numbers[] = { number_text(sites), number_text(sites * rooms_of_site(stage, share, sites)),
                                           number_text(pupils_of(stage) * share) };
    const char *names[] = { "stage", "sector", "sites", "rooms", "pupils" };
    const char *values[] = { stage->id, starter->scenario->sectors[sector].id, numbers[0].text, numbers[1].text,
                             numbers[2].text };
    name_of_facility(starter, index, sector, id);
    if (first)
        line(starter, "  - ", facility_keys, "id", id);
    else {
        say(starter, "  - id: ");
        say(starter, id);
        say(starter, "\n");
    }
    for (int i = 0; i < 5; i++)
        if (first)
            line(starter, "    ", facility_keys, names[i], values[i]);
        else
            say_text_key(starter, names[i], values[i]);
}

static void say_facilities(struct starter *starter)
{
    static const char *const used[] = { "id", "district", "stage", "stages", "sector", "sites", "rooms", "classes", "seats",
                                        "pupils", NULL };
    begin_list(starter, WORD_FACILITIES, "facilities");
    for (int stage = 0; stage < starter->scenario->n_stages; stage++) {
        int sectors = sectors_of_stage(starter, stage);
        for (int sector = 0; sector < sectors; sector++) {
            double share = sectors == 1 ? 1 : sector == 0 ? FIRST_SECTOR : 1 - FIRST_SECTOR;
            say_facility(starter, stage, sector, share, stage + sector == 0);
        }
    }
    further_keys(starter, "    ", facility_keys, used);
}

/* A project as a comment to take up: `{close: garden, ` and what else it says. */
static void further_project(struct starter *starter, const char *kind, const char *facility, const char *rest, int year)
{
    size_t from = starter->text.length;
    const char *const parts[] = { "  # - {", kind, ": ", facility, rest, ", year: " };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        say(starter, parts[i]);
    say_number(starter, year);
    say(starter, "}");
    comment(starter, project_keys, kind, from);
}

/* One of each kind that the starter does not use. Two sectors share the first stage, or only one of these has a meaning. */
static void further_projects(struct starter *starter)
{
    char first[160], second[160], rest[200];
    name_of_facility(starter, 0, 0, first);
    say(starter, "  # ");
    say_word(starter, WORD_FURTHER_PROJECTS);
    say(starter, "\n");
    if (sectors_of_stage(starter, 0) < 2) {
        further_project(starter, "close", first, "", BASE_YEAR + 5);
        return;
    }
    name_of_facility(starter, 0, 1, second);
    snprintf(rest, sizeof rest, ", sites: 1, to_sector: %.160s", starter->scenario->sectors[0].id);
    further_project(starter, "convert", second, rest, BASE_YEAR + 2);
    further_project(starter, "close", second, "", BASE_YEAR + 5);
    snprintf(rest, sizeof rest, ", into: %s", first);
    further_project(starter, "merge", second, rest, BASE_YEAR + 5);
}

static void say_opening(struct starter *starter)
{
    const struct stage *stage = stage_at(starter, 0);
    bool few = stage->n_grades < KINDERGARTEN_ROOMS / 2;
    struct number_text rooms = number_text(stage->n_grades * (few ? KINDERGARTEN_ROOMS / stage->n_grades : 2));
    line(starter, "  - ", project_keys, "open", "new-facility");
    line(starter, "    ", project_keys, "stage", stage->id);
    line(starter, "    ", project_keys, "year", number_text(BASE_YEAR + 2).text);
    line(starter, "    ", project_keys, "rooms", rooms.text);
    line(starter, "    ", project_keys, "sector", starter->scenario->sectors[0].id);
    line(starter, "    ", project_keys, "fill", "all");
}

/* More room in the last stage and a new facility of the first. A payer would have to be listed with the money. */
static void say_projects(struct starter *starter)
{
    static const char *const used[] = { "id", "open", "expand", "convert", "close", "merge", "into", "from", "to_stage",
                                        "to_sector", "year", "lag", "until", "district", "stage", "stages", "rooms", "classes",
                                        "seats", "sector", "fill", "payer", NULL };
    int last = starter->scenario->n_stages - 1;
    char id[160];
    begin_list(starter, WORD_PROJECTS, "projects");
    line(starter, "  - ", project_keys, "expand", name_of_facility(starter, last, 0, id));
    say_text_key(starter, "stage", stage_at(starter, last)->id);
    say_text_key(starter, "year", number_text(BASE_YEAR + 3).text);
    line(starter, "    ", project_keys, "lag", "1");
    say_text_key(starter, "rooms", "6");
    say_opening(starter);
    further_keys(starter, "    ", project_keys, used);
    further_projects(starter);
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
    static const char *const used[] = { "id",     "indicator", "sector", "at_least", "at_most", "between",
                                        "equals", "in",        "from",   "by",       NULL };
    struct number_text from = number_text(BASE_YEAR + 1);
    begin_list(starter, WORD_TARGETS, "targets");
    line(starter, "  - ", target_keys, "id", "class-size");
    line(starter, "    ", target_keys, "indicator", "class_size_max");
    line(starter, "    ", target_keys, "at_most", "limit");
    line(starter, "    ", target_keys, "from", from.text);
    say(starter, "  - id: seats\n    indicator: shortage\n    at_most: 0\n    from: ");
    say(starter, from.text);
    say(starter, "\n");
    further_keys(starter, "    ", target_keys, used);
    begin_list(starter, WORD_VARIANTS, "variants");
    say(starter, "  births-fall: {set: {\"districts.*.births.projection\": -5%}}\n");
    say(starter, "  one-year-late: {set: {\"projects.*.year\": \"+= 1\"}}\n");
}

static void say_head(struct starter *starter)
{
    struct number_text base = number_text(BASE_YEAR), horizon = number_text(HORIZON);
    char text[80];
    snprintf(text, sizeof text, "%s..%s", base.text, horizon.text);
    say(starter, "# yaml-language-server: $schema=seatsim.schema.json\n");
    say_word(starter, WORD_HEAD);
    line(starter, "", scenario_keys, "seatsim", "1");
    line(starter, "", scenario_keys, "title", words[WORD_TITLE][starter->language]);
    line(starter, "", scenario_keys, "standard", starter->standard);
    line(starter, "", scenario_keys, "years", text);
}

/* What is left at the top. */
static void say_further(struct starter *starter)
{
    static const char *const used[] = { "seatsim", "title", "standard", "extends", "standard_id", "years", "stages", "sectors",
                                        "districts", "facilities", "projects", "allocation", "targets", "variants", NULL };
    say(starter, "\n");
    further_keys(starter, "", scenario_keys, used);
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
    buffer_text(&text, "\nyears: ");
    buffer_text(&text, number_text(BASE_YEAR).text);
    buffer_text(&text, "..");
    buffer_text(&text, number_text(HORIZON).text);
    buffer_text(&text, "\ndistricts: [{id: d, births: {");
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
    struct starter starter = { .language = options->language, .scenario = scenario, .standard = standard };
    buffer_init(&starter.text, &options->allocator);
    say_head(&starter);
    say_district(&starter);
    say_facilities(&starter);
    say_projects(&starter);
    say_allocation(&starter);
    say_targets(&starter);
    say_further(&starter);
    bool failed = starter.text.failed;
    if (failed)
        report_no_memory(diagnostics);
    else
        failed = !write(context, starter.text.text, starter.text.length);
    buffer_clear(&starter.text);
    seatsim_scenario_free(scenario);
    return failed ? SEATSIM_MACHINE : SEATSIM_OK;
}
