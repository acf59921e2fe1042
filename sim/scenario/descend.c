#include "scenario/descend.h"

#include "scenario/read.h"

#include <string.h>

struct spot spot_of_file(struct node *root)
{
    static const struct key file = { .name = "", .type = KEY_SECTION, .keys = scenario_keys };
    return (struct spot) { root, &file, false };
}

bool is_section(const struct spot *spot)
{
    return spot->row && (spot->inside || spot->row->type == KEY_SECTION);
}

bool is_named_map(const struct spot *spot)
{
    return spot->row && spot->row->type == KEY_NAMED && !spot->inside;
}

const struct key *keys_in(const struct spot *spot)
{
    static const struct key title_keys[] = {
        { .name = "zh", .type = KEY_TEXT, .fallback = "" }, { .name = "en", .type = KEY_TEXT, .fallback = "" }, { .name = NULL }
    };
    if (!spot->row)
        return NULL;
    if (is_section(spot))
        return spot->row->keys;
    switch (spot->row->type) {
    case KEY_TITLE: return title_keys;
    case KEY_EVENTS: return event_keys;
    case KEY_SERIES: return series_keys;
    case KEY_CUSTOM: return spot->row->forms & FORM_CONDITIONAL ? NULL : series_keys;
    default: return NULL;
    }
}

/* What a map by grade or by another name holds. */
static const struct key series_of_grade = { .name = "grade", .type = KEY_SERIES, .fallback = "" };
static const struct key number_by_name = { .name = "number", .type = KEY_NUMBER, .fallback = "" };

/* What one of the things of a list or a named map may have whatever it is. */
static const struct key *key_of_thing(const struct spot *spot, const char *name)
{
    return spot->inside && strcmp(name, remove_key.name) == 0 ? &remove_key : NULL;
}

const struct key *key_below(const struct spot *spot, const char *name)
{
    const struct key *keys = keys_in(spot);
    if (keys) {
        const struct key *row = key_of(keys, name);
        return row ? row : key_of_thing(spot, name);
    }
    switch (spot->row ? spot->row->type : KEY_TYPES) {
    case KEY_BY_STAGE: return spot->row->of;
    case KEY_GRADE_SERIES: return key_of(series_keys, name) ? key_of(series_keys, name) : &series_of_grade;
    case KEY_AMOUNTS:
    case KEY_DISTRIBUTION: return &number_by_name;
    case KEY_NUMBERS: return spot->node->kind == NODE_MAPPING ? &number_by_name : NULL;
    case KEY_NAMED: return spot->row;
    default: return NULL;
    }
}

struct spot spot_below(const struct spot *spot, int index)
{
    struct node *child = spot->node->items[index];
    if (spot->node->kind == NODE_LIST) {
        bool things = spot->row && spot->row->type == KEY_ITEMS && !spot->inside;
        return (struct spot) { child, things ? spot->row : NULL, things };
    }
    return (struct spot) { child, key_below(spot, spot->node->keys[index]->text), is_named_map(spot) };
}

bool stage_has_default(const struct key *of, const char *key)
{
    const char *name = key ? key : of->scalar_key;
    const struct key *row = of->type == KEY_SECTION && name ? key_of(of->keys, name) : of;
    return row && row->fallback && *row->fallback;
}
