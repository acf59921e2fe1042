/* THE key table as a page for people: every section with its keys, in Markdown. */
#include "base/text.h"
#include "scenario/keys_rows.h"

#include <math.h>
#include <string.h>

enum { SECTIONS_MOST = 64 };

struct reference {
    seatsim_write *write;
    void *context;
    bool failed;
    int count;
    const struct key *sections[SECTIONS_MOST]; /* [count] rows of the sections, in the order in which they are named */
};

/* How a type is called, and how its values are written. */
static const struct {
    const char *name, *written;
} type_words[KEY_TYPES] = {
    [KEY_TEXT] = { "text", "any text; in quotes where it holds `: ` or ` #`" },
    [KEY_TITLE] = { "title", "a text, or one for each language: `{zh: 小学, en: Primary}`" },
    [KEY_ID] = { "id", "lower-case letters, digits and hyphens: `nine-year-1`" },
    [KEY_COUNT] = { "count", "a number of things, `9569` or `9_569`" },
    [KEY_NUMBER] = { "number", "a plain decimal number, `0.5`" },
    [KEY_SHARE] = { "share", "a part of a whole, `50%` or `0.5`" },
    [KEY_YEAR] = { "year", "`2021`" },
    [KEY_YEARS] = { "years", "the base year and the horizon, `2020..2030`" },
    [KEY_DATE] = { "date", "month and day, `08-31`" },
    [KEY_CHOICE] = { "choice", "one of the words that are named" },
    [KEY_TRUTH] = { "truth", "`true` or `false`" },
    [KEY_SERIES] = { "series",
                     "one value, a list from the base year on, or `{2020: 86%, 2025: 92%}`; between given years by `interpolate: "
                     "linear`, `step` or `monotone`, before the first and after the last the value holds" },
    [KEY_EVENTS] = { "events", "`{2024: 1000, 2025: 1500}`, or a list from the base year on: nothing happens in other years" },
    [KEY_GRADE_SERIES] = { "series by grade",
                           "one series for all grades of the stage, or one for each: `{small: 1.02, middle: {2021: 0.99}}`; "
                           "a list is by grade, but of `progression` from the base year on" },
    [KEY_NUMBERS] = { "numbers", "one number, a list, or in a stage `{small: 90, middle: 100, large: 110}`" },
    [KEY_AMOUNTS] = { "amounts", "numbers by name, `{public: 3, private: 1}`" },
    [KEY_DISTRIBUTION] = { "distribution", "shares by years later, which add up to 1: `{0: 70%, 1: 30%}`" },
    [KEY_NAMES] = { "names", "a list of ids, or one" },
    [KEY_SECTION] = { "section", "keys and values" },
    [KEY_ITEMS] = { "list", "a list of sections, addressed by their ids" },
    [KEY_NAMED] = { "map", "sections by name" },
    [KEY_BY_STAGE] = { "by stage", "a value for each stage, by the stage's id" },
    [KEY_CUSTOM] = { "own form", "as the meaning and the example say" },
};

static void say(struct reference *reference, const char *text)
{
    reference->failed = reference->failed || !reference->write(reference->context, text, strlen(text));
}

/* A text inside a table: a bar would end the cell. */
static void say_cell(struct reference *reference, const char *text)
{
    for (const char *bar; (bar = strchr(text, '|')) != NULL; text = bar + 1) {
        reference->failed = reference->failed || !reference->write(reference->context, text, (size_t)(bar - text));
        say(reference, "\\|");
    }
    say(reference, text);
}

static void say_code(struct reference *reference, const char *text)
{
    if (!text || !*text)
        return;
    say(reference, "`");
    say_cell(reference, text);
    say(reference, "`");
}

/* --- the columns of a key ---------------------------------------------------------------------------------------- */

static void remember(struct reference *reference, const struct key *row)
{
    for (int i = 0; i < reference->count; i++)
        if (reference->sections[i]->keys == row->keys)
            return;
    if (reference->count < SECTIONS_MOST)
        reference->sections[reference->count++] = row;
}

/* A link to a section. Where several have one name, Markdown numbers the later ones: name, name-1, name-2. */
static void say_link(struct reference *reference, const struct key *row)
{
    int same = 0;
    for (int i = 0; i < reference->count && reference->sections[i]->keys != row->keys; i++)
        same += strcmp(reference->sections[i]->name, row->name) == 0;
    say(reference, "[");
    say(reference, row->name);
    say(reference, "](#");
    say(reference, row->name);
    if (same > 0) {
        say(reference, "-");
        say(reference, number_text(same).text);
    }
    say(reference, ")");
}

static void say_type(struct reference *reference, const struct key *key)
{
    const struct key *inner = key->type == KEY_BY_STAGE ? key->of : key;
    if (key->type == KEY_BY_STAGE)
        say(reference, "by stage: ");
    if (!inner->keys) {
        say(reference, type_words[inner->type].name);
        return;
    }
    remember(reference, inner);
    say(reference, type_words[inner->type].name);
    say(reference, " of ");
    say_link(reference, inner);
}

static void say_range(struct reference *reference, const struct key *key)
{
    const struct key *inner = key->type == KEY_BY_STAGE ? key->of : key;
    if (inner->names)
        for (int i = 0; inner->names[i]; i++) {
            say(reference, i ? ", " : "");
            say_code(reference, inner->names[i]);
        }
    else if (inner->max > inner->min && isfinite(inner->max)) {
        say(reference, number_text(inner->min).text);
        say(reference, " to ");
        say(reference, number_text(inner->max).text);
    } else if (inner->max > inner->min && isfinite(inner->min)) {
        say(reference, "from ");
        say(reference, number_text(inner->min).text);
    }
}

static void say_fallback(struct reference *reference, const struct key *key)
{
    const struct key *inner = key->type == KEY_BY_STAGE ? key->of : key;
    const char *fallback = key->fallback && *key->fallback ? key->fallback : key->type == KEY_BY_STAGE ? inner->fallback : NULL;
    if (!key->fallback)
        say(reference, "required");
    else
        say_code(reference, fallback);
}

static void say_key(struct reference *reference, const struct key *key)
{
    const char *unit = key->unit ? key->unit : key->type == KEY_BY_STAGE ? key->of->unit : NULL;
    say(reference, "| ");
    say_code(reference, strcmp(key->name, "YEAR") == 0 ? "2020, 2021, ..." : key->name);
    say(reference, " | ");
    say_type(reference, key);
    say(reference, " | ");
    say_cell(reference, unit ? unit : "");
    say(reference, " | ");
    say_fallback(reference, key);
    say(reference, " | ");
    say_range(reference, key);
    say(reference, " | ");
    say_cell(reference, key->meaning);
    say(reference, key->only_checked ? " *(checked only)*" : "");
    say(reference, " | ");
    say_code(reference, key->example);
    say(reference, " |\n");
}

static void say_keys(struct reference *reference, const struct key *keys)
{
    say(reference, "| key | type | unit | if not given | range | meaning | example |\n|---|---|---|---|---|---|---|\n");
    for (const struct key *key = keys; key->name; key++)
        say_key(reference, key);
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

static void say_types(struct reference *reference)
{
    say(reference, "\n## How values are written\n\n| type | written |\n|---|---|\n");
    for (int type = 0; type < KEY_TYPES; type++) {
        say(reference, "| ");
        say(reference, type_words[type].name);
        say(reference, " | ");
        say_cell(reference, type_words[type].written);
        say(reference, " |\n");
    }
}

static void say_head(struct reference *reference)
{
    say(reference,
        "# Keys of a scenario\n\n"
        "`make docs` writes this page from the table that the program itself reads; [scenario.md](scenario.md) says how a "
        "scenario is put together.\nAny mapping may also carry `source`, `note` and `status` (`given`, `derived`, `assumed`), "
        "and any value may be written `{value: X, source: ...}`.\n*Checked only*: read and checked, but no result depends on it "
        "yet; a warning says so (W140).\n");
}

enum seatsim_status seatsim_reference_write(seatsim_write *write, void *context)
{
    struct reference reference = { .write = write, .context = context };
    say_head(&reference);
    say_types(&reference);
    say(&reference, "\n## The file\n\n");
    say_keys(&reference, scenario_keys);
    for (int i = 0; i < reference.count; i++) { /* grows while sections name sections */
        say(&reference, "\n## ");
        say(&reference, reference.sections[i]->name);
        say(&reference, "\n\n");
        say_keys(&reference, reference.sections[i]->keys);
    }
    say(&reference, "\n## remove\n\nWhat any thing of a list or a named map may have beside its own keys.\n\n");
    say_keys(&reference, (const struct key[]) { remove_key, { .name = NULL } });
    say(&reference, "\n## table\n\nIn place of a list, of values by year, grade or stage: `{table: FILE, ...}`.\n\n");
    say_keys(&reference, table_keys);
    return reference.failed ? SEATSIM_MACHINE : SEATSIM_OK;
}
