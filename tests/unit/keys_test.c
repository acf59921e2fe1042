/* THE key table as it is read by people: what stands in it about a key must be so. */
#include "captured.h"
#include "scenario/read.h"
#include "test.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TARGET_BYTES = 1 << 14 };

/* Calls `visit` for every row below `keys`, with its path. */
static void each_row(const struct key *keys, const char *path, void (*visit)(const struct key *, const char *, void *),
                     void *context)
{
    for (const struct key *key = keys; key->name; key++) {
        char below[200];
        snprintf(below, sizeof below, "%s%s%s", path, *path ? "." : "", key->name);
        visit(key, below, context);
        if (key->keys)
            each_row(key->keys, below, visit, context);
        if (key->of && key->of->keys)
            each_row(key->of->keys, below, visit, context);
    }
}

static void each_row_of_all(void (*visit)(const struct key *, const char *, void *), void *context)
{
    each_row(scenario_keys, "", visit, context);
    each_row(table_keys, "table", visit, context);
    each_row(series_keys, "series", visit, context);
}

static void has_text(const struct key *key, const char *path, void *context)
{
    (void)context;
    for (int language = 0; language < LANGUAGES; language++) {
        const char *meaning = key->meaning[language];
        if (!meaning || !*meaning || strchr(meaning, '\n') || meaning[strlen(meaning) - 1] == '.')
            fail_msg("%s needs a meaning in both languages, of one line without a full stop", path);
    }
    if (!key->example || !*key->example)
        fail_msg("%s has no example", path);
    const char *unit = key->unit ? key->unit : key->of ? key->of->unit : NULL;
    if (unit && strcmp(unit_text(unit, SEATSIM_CHINESE), unit) == 0)
        fail_msg("%s: the unit '%s' has no Chinese words", path, unit);
}

TEST(keys, "every key has a meaning in both languages, an example, and a unit that is known")
{
    each_row_of_all(has_text, NULL);
}

/* --- examples and defaults --------------------------------------------------------------------------------------- */

/* Three stages and their grades, for the examples that name them. */
static const char standard[] = "seatsim: 1\n"
                               "standard: cn-2017\n"
                               "years: 2020..2030\n"
                               "districts: [{id: west, births: {2016: 900, 2017: 900, 2018: 900, 2019: 800}}]\n";

static struct seatsim_scenario *stages(struct seatsim_options *options)
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct seatsim_scenario *scenario = NULL;
    assert_int_equal(seatsim_scenario_load_text("scenarios/a.yaml", standard, strlen(standard), options, &scenario, diagnostics),
                     SEATSIM_OK);
    seatsim_diagnostics_free(diagnostics);
    return scenario;
}

/* Reads "key: text" by the row alone; `text` NULL: the row's default. */
static void read_row(const struct key *key, const char *path, const char *text, struct seatsim_scenario *scenario)
{
    struct key rows[2] = { *key, { .name = NULL } };
    struct arena arena;
    arena_init(&arena, NULL);
    const char *parts[] = { key->name, ": ", text };
    bool is_year = strcmp(key->name, "YEAR") == 0;
    const char *whole = !text ? "{}" : is_year ? text : arena_join(&arena, parts, 3);
    struct source source = { .name = path, .text = whole, .length = strlen(whole) };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct reading reading = { .scenario = scenario, .arena = &arena, .diagnostics = diagnostics, .stage = -1 };
    struct node *root;
    void *target = calloc(1, TARGET_BYTES);
    bool good = tree_read(&source, whole, ORIGIN_FILE, &arena, &root, diagnostics) == SEATSIM_OK
        && read_section(&reading, rows, root, target);
    struct captured said;
    capture_diagnostics(&said, diagnostics, SEATSIM_ENGLISH, 20);
    if (!good || *said.text)
        fail_msg("%s: %s", path, said.text);
    free(target);
    seatsim_diagnostics_free(diagnostics);
    arena_clear(&arena);
}

static void example_is_read(const struct key *key, const char *path, void *context)
{
    read_row(key, path, key->example, context);
}

static void fallback_is_read(const struct key *key, const char *path, void *context)
{
    if (key->fallback && strcmp(key->name, "YEAR") != 0)
        read_row(key, path, NULL, context);
}

TEST(keys, "every example and every default is read by its own reader without a word")
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    struct seatsim_scenario *scenario = stages(options);
    each_row_of_all(example_is_read, scenario);
    each_row_of_all(fallback_is_read, scenario);
    seatsim_scenario_free(scenario);
    seatsim_options_free(options);
}

/* --- the schema -------------------------------------------------------------------------------------------------- */

/* What a schema says of the key `name` of a section: directly, or of the things in a list or map. NULL when it says nothing. */
static json_t *property(json_t *whole, json_t *node, const char *name)
{
    const char *reference = json_string_value(json_object_get(node, "$ref"));
    if (reference)
        return property(whole, json_object_get(json_object_get(whole, "$defs"), strrchr(reference, '/') + 1), name);
    json_t *found = NULL, *any = json_object_get(node, "anyOf");
    for (size_t i = 0; !found && i < json_array_size(any); i++)
        found = property(whole, json_array_get(any, i), name);
    if (!found && json_is_object(json_object_get(node, "items")))
        found = property(whole, json_object_get(node, "items"), name);
    if (!found && json_is_object(json_object_get(node, "additionalProperties")))
        found = property(whole, json_object_get(node, "additionalProperties"), name);
    if (!found && strcmp(name, "YEAR") == 0)
        found = json_object_get(json_object_get(node, "patternProperties"), "^[0-9]{4}$");
    return found ? found : json_object_get(json_object_get(node, "properties"), name);
}

/* Every row of `keys` stands in the schema of their section with its meaning. */
static void check_section(json_t *whole, json_t *section, const struct key *keys)
{
    for (const struct key *key = keys; key->name; key++) {
        json_t *found = property(whole, section, key->name);
        const char *said = json_string_value(json_object_get(found, "description"));
        if (!said || strncmp(said, key->meaning[SEATSIM_ENGLISH], strlen(key->meaning[SEATSIM_ENGLISH])) != 0)
            fail_msg("the schema says of %s: %s", key->name, said ? said : "nothing");
        if (key->keys)
            check_section(whole, found, key->keys);
        if (key->of && key->of->keys)
            check_section(whole, found, key->of->keys);
    }
}

/* A seatsim_write that parses nothing until all is there. */
struct gathered {
    char *text;
    size_t length;
};

static bool gather(void *context, const char *bytes, size_t length)
{
    struct gathered *gathered = context;
    gathered->text = realloc(gathered->text, gathered->length + length + 1);
    memcpy(gathered->text + gathered->length, bytes, length);
    gathered->length += length;
    gathered->text[gathered->length] = '\0';
    return true;
}

TEST(keys, "the schema is JSON and has every row of the table at its place, with its meaning")
{
    struct gathered gathered = { NULL, 0 };
    assert_int_equal(seatsim_schema_write(SEATSIM_ENGLISH, gather, &gathered), SEATSIM_OK);
    json_t *whole = json_loads(gathered.text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(whole);
    check_section(whole, whole, scenario_keys);
    json_decref(whole);
    free(gathered.text);
}

static bool gives_up(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    int *calls = context;
    return length > 0 && --*calls > 0;
}

TEST(keys, "a schema that cannot be written to its end is a failure of the machine")
{
    int calls = 5;
    assert_int_equal(seatsim_schema_write(SEATSIM_ENGLISH, gives_up, &calls), SEATSIM_MACHINE);
}

/* --- the page of keys -------------------------------------------------------------------------------------------- */

static void is_on_page(const struct key *key, const char *path, void *context)
{
    for (int language = 0; language < LANGUAGES; language++) {
        const char *page = ((struct gathered *)context)[language].text;
        if (!strstr(page, key->meaning[language]) || !strstr(page, key->example))
            fail_msg("the page in language %d says nothing of %s", language, path);
    }
}

/* Every link `](#anchor)` leads to a heading. */
static void check_links(const char *page)
{
    char anchors[8192] = "#";
    for (const char *heading = strstr(page, "\n#"); heading; heading = strstr(heading + 1, "\n#")) {
        size_t at = strlen(anchors);
        const char *text = heading + 1 + strspn(heading + 1, "#") + 1;
        for (; *text != '\n'; text++)
            if (*text != '.')
                anchors[at++] = (char)('A' <= *text && *text <= 'Z' ? *text - 'A' + 'a' : *text);
        assert_true(at + 2 < sizeof anchors);
        memcpy(anchors + at, "#", 2);
    }
    for (const char *link = strstr(page, "](#"); link; link = strstr(link + 1, "](#")) {
        char anchor[100];
        snprintf(anchor, sizeof anchor, "#%.*s#", (int)strcspn(link + 3, ")"), link + 3);
        if (!strstr(anchors, anchor))
            fail_msg("no heading for %s", anchor);
    }
}

TEST(keys, "the page of keys says all of them in both languages, and its links lead to headings")
{
    struct gathered pages[LANGUAGES] = { { NULL, 0 } };
    for (int language = 0; language < LANGUAGES; language++) {
        assert_int_equal(seatsim_reference_write((enum seatsim_language)language, gather, &pages[language]), SEATSIM_OK);
        check_links(pages[language].text);
    }
    each_row(scenario_keys, "", is_on_page, pages);
    each_row(table_keys, "table", is_on_page, pages);
    for (int language = 0; language < LANGUAGES; language++)
        free(pages[language].text);
}

TEST(keys, "a page that cannot be written to its end is a failure of the machine")
{
    int calls = 5;
    assert_int_equal(seatsim_reference_write(SEATSIM_CHINESE, gives_up, &calls), SEATSIM_MACHINE);
}
