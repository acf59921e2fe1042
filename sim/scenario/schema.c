/* THE key table as a JSON Schema, for editors. A keyword of a schema concerns values of its own type only (minimum a number,
 * pattern a text), so one schema with several types says what a value may be without alternatives, and messages stay short. */
#include "base/messages.h"
#include "base/text.h"
#include "model/indicators.h"
#include "scenario/read.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SECTIONS_MOST = 64 };

struct schema {
    enum seatsim_language language; /* of descriptions */
    json_t *definitions;
    int count;
    const struct key *sections[SECTIONS_MOST]; /* [count] keys of the sections that are defined */
    char names[SECTIONS_MOST][64]; /* [count] what they are called under $defs */
    bool failed;
};

static const char DATE_PATTERN[] = "^((0?[13578]|1[02])-(0?[1-9]|[12][0-9]|3[01])|(0?[469]|11)-(0?[1-9]|[12][0-9]|30)|"
                                   "0?2-(0?[1-9]|[12][0-9]))$";
static const char ID_PATTERN[] = "^[a-z0-9][a-z0-9-]*$";

static json_t *value_schema(struct schema *schema, const struct key *key);

/* Sets a member, which is given up; a failure is kept, to be looked at once. */
static void set(struct schema *schema, json_t *object, const char *name, json_t *value)
{
    schema->failed = json_object_set_new(object, name, value) != 0 || schema->failed;
}

static void add(struct schema *schema, json_t *array, json_t *value)
{
    schema->failed = json_array_append_new(array, value) != 0 || schema->failed;
}

/* "number string" as a list of types. */
static json_t *types(struct schema *schema, const char *words)
{
    json_t *list = json_array();
    while (*words) {
        size_t length = strcspn(words, " ");
        add(schema, list, json_stringn(words, length));
        words += length + (words[length] == ' ');
    }
    return list;
}

static json_t *typed(struct schema *schema, const char *words)
{
    json_t *object = json_object();
    set(schema, object, "type", types(schema, words));
    return object;
}

/* --- provenance and tables --------------------------------------------------------------------------------------- */

/* "Posts that are filled (posts; 0 to 100; if not given: 0)" */
static json_t *description(const struct schema *schema, const struct key *key)
{
    bool chinese = schema->language == SEATSIM_CHINESE;
    struct number_text min = number_text(key->min), max = number_text(key->max);
    const char *unit = unit_text(key->unit, schema->language), *between = chinese ? "；" : "; ";
    bool ranged = isfinite(key->max) && key->max > key->min;
    bool defaulted = key->fallback && *key->fallback, bracket = unit || ranged || defaulted;
    return json_sprintf("%s%s%s%s%s%s%s%s%s%s%s", key->meaning[schema->language], !bracket ? "" : chinese ? "（" : " (",
                        unit ? unit : "", unit && ranged ? between : "", ranged ? min.text : "",
                        !ranged ? "" : chinese ? " 至 " : " to ", ranged ? max.text : "",
                        defaulted && (unit || ranged) ? between : "",
                        !defaulted ? "" : chinese ? "默认：" : "if not given: ", defaulted ? key->fallback : "",
                        !bracket ? "" : chinese ? "）" : ")");
}

/* The schema that stands once under $defs, at a path below it. */
static json_t *reference_to(const char *definition, const char *name)
{
    return json_pack("{s:o}", "$ref", json_sprintf("#/$defs/%s/properties/%s", definition, name));
}

static const char *const provenance_names[] = { "source", "note", "status" };
enum { PROVENANCE = sizeof provenance_names / sizeof provenance_names[0] };

/* What any mapping may carry. */
static void add_provenance(struct schema *schema, json_t *properties)
{
    for (int i = 0; i < PROVENANCE; i++)
        set(schema, properties, provenance_names[i], reference_to("provenance", provenance_names[i]));
}

static json_t *choice_schema(struct schema *schema, const char *const *names)
{
    json_t *object = json_object(), *list = json_array();
    for (int i = 0; names[i]; i++)
        add(schema, list, json_string(names[i]));
    set(schema, object, "enum", list);
    return object;
}

/* A word in letters of either case, as a pattern: "[gG][bB]18030". */
static void add_any_case(struct buffer *pattern, const char *word)
{
    for (; *word; word++) {
        char both[] = { '[', *word, (char)(*word & ~0x20), ']' };
        bool letter = 'a' <= *word && *word <= 'z';
        buffer_add(pattern, letter ? both : word, letter ? sizeof both : 1);
    }
}

/* The same for words whose case does not count. The plain ones stand beside the pattern, so that an editor completes them. */
static json_t *any_case_schema(struct schema *schema, const char *const *names)
{
    struct buffer pattern;
    json_t *forms = json_array(), *object = json_object();
    buffer_init(&pattern, NULL);
    for (int i = 0; names[i]; i++) {
        buffer_text(&pattern, i ? "|" : "^(");
        add_any_case(&pattern, names[i]);
    }
    buffer_text(&pattern, ")$");
    schema->failed = schema->failed || pattern.failed;
    add(schema, forms, choice_schema(schema, names));
    add(schema, forms, json_pack("{s:s, s:s}", "type", "string", "pattern", pattern.failed ? "" : pattern.text));
    set(schema, object, "anyOf", forms);
    buffer_clear(&pattern);
    return object;
}

static void define_provenance(struct schema *schema)
{
    static const char *const meanings[PROVENANCE][LANGUAGES] = {
        { "Where the value stands: a document and its place", "取值的出处：文件及位置" },
        { "What a reader should know of the value", "关于取值的说明" },
        { "Whether the value was given, derived from given ones, or assumed", "取值是给定（given）、推算（derived）还是假设（assumed）" },
    };
    json_t *object = json_object(), *properties = json_object();
    for (int i = 0; i < PROVENANCE; i++) {
        bool status = strcmp(provenance_names[i], "status") == 0;
        json_t *value = status ? choice_schema(schema, status_names) : typed(schema, "string number");
        set(schema, value, "description", json_string(meanings[i][schema->language]));
        set(schema, properties, provenance_names[i], value);
    }
    set(schema, object, "properties", properties);
    set(schema, schema->definitions, "provenance", object);
}

/* Keys that are there already mean something else beside a table too. */
static void add_table_keys(struct schema *schema, json_t *properties)
{
    for (const struct key *key = table_keys; key->name; key++)
        if (!json_object_get(properties, key->name))
            set(schema, properties, key->name, reference_to("table", key->name));
}

static void define_table(struct schema *schema)
{
    json_t *object = json_object(), *properties = json_object();
    for (const struct key *key = table_keys; key->name; key++) {
        json_t *value = key->type != KEY_CHOICE ? json_object()
            : key->any_case ? any_case_schema(schema, key->names) : choice_schema(schema, key->names);
        set(schema, value, "description", description(schema, key));
        set(schema, properties, key->name, value);
    }
    set(schema, object, "properties", properties);
    set(schema, schema->definitions, "table", object);
}

/* --- scalars ----------------------------------------------------------------------------------------------------- */

static bool is_part(const struct key *key)
{
    return key->type == KEY_SHARE && key->min >= 0 && key->max > 0 && key->max <= 1;
}

/* A number as YAML's readers see it: 9_569, 50% and 1:13.5 are texts to them; another text that looks like a number was in
 * quotes. */
static json_t *number_schema(struct schema *schema, const struct key *key)
{
    static const char plain[] = "^(?=.*_)[+-]?[0-9][0-9_]*([.][0-9_]+)?([eE][+-]?[0-9]+)?$";
    static const char percent[] = "^(?=.*[_%])[+-]?[0-9][0-9_]*([.][0-9_]+)?([eE][+-]?[0-9]+)?%?$";
    static const char ratio[] = "^(?=.*[_%:])(1:)?[+-]?[0-9][0-9_]*([.][0-9_]+)?([eE][+-]?[0-9]+)?%?$";
    static const char part[] = "^((100([.]0+)?|[0-9]{1,2}([.][0-9]+)?)%|[01][.][0-9]*_[0-9_]*)$";
    bool of_one = key->unit && strcmp(key->unit, "ratio") == 0;
    json_t *object = typed(schema, "number string");
    bool ranged = key->max > key->min || (key->max >= key->min && key->max > 0);
    if (isfinite(key->min) && ranged)
        set(schema, object, "minimum", json_real(key->min));
    if (isfinite(key->max) && ranged)
        set(schema, object, "maximum", json_real(key->max));
    if (key->whole || key->type == KEY_YEAR)
        set(schema, object, "multipleOf", json_integer(1));
    set(schema, object, "pattern", json_string(of_one ? ratio : is_part(key) ? part : takes_percentage(key) ? percent : plain));
    return object;
}

static json_t *pattern_schema(struct schema *schema, const char *words, const char *pattern)
{
    json_t *object = typed(schema, words);
    set(schema, object, "pattern", json_string(pattern));
    return object;
}

static json_t *title_schema(struct schema *schema)
{
    json_t *object = typed(schema, "string number object"), *properties = json_object();
    set(schema, properties, "zh", typed(schema, "string number"));
    set(schema, properties, "en", typed(schema, "string number"));
    set(schema, properties, "value", typed(schema, "string number object"));
    add_provenance(schema, properties);
    set(schema, object, "properties", properties);
    set(schema, object, "additionalProperties", json_false());
    return object;
}

/* The indicators of every scenario; those of names are ID.NAME. */
static json_t *indicators_schema(struct schema *schema)
{
    json_t *object = json_object(), *forms = json_array(), *ids = json_array(), *choice = json_object();
    for (const struct indicator *row = indicators; row->id; row++)
        add(schema, ids, json_string(row->id));
    set(schema, choice, "enum", ids);
    add(schema, forms, choice);
    for (const struct indicator *row = named_indicators; row->id; row++) {
        char pattern[80];
        snprintf(pattern, sizeof pattern, "^%s[.][a-z0-9][a-z0-9-]*$", row->id);
        add(schema, forms, pattern_schema(schema, "string", pattern));
    }
    set(schema, object, "anyOf", forms);
    return object;
}

static json_t *warnings_schema(struct schema *schema)
{
    json_t *object = json_object(), *list = json_array();
    for (const struct message *message = messages; message->code; message++)
        if (message->severity == SEATSIM_WARNING)
            add(schema, list, json_string(message->code));
    set(schema, object, "enum", list);
    return object;
}

static json_t *scalar_schema(struct schema *schema, const struct key *key)
{
    switch (key->type) {
    case KEY_TEXT: return key->words == WORDS_INDICATORS ? indicators_schema(schema) : typed(schema, "string number boolean");
    case KEY_ID: return pattern_schema(schema, "string integer", ID_PATTERN);
    case KEY_YEARS: return pattern_schema(schema, "string", "^ *[0-9]{4} *[.][.] *[0-9]{4} *$");
    case KEY_DATE: return pattern_schema(schema, "string", DATE_PATTERN);
    case KEY_CHOICE: return choice_schema(schema, key->names);
    case KEY_TRUTH: return typed(schema, "boolean");
    default: return number_schema(schema, key);
    }
}

/* The same, or {value: it, source: ...}. */
static json_t *with_value(struct schema *schema, json_t *plain)
{
    json_t *wrapped = json_object(), *properties = json_object(), *required = json_array(), *both = json_array();
    json_t *object = json_object();
    set(schema, properties, "value", json_deep_copy(plain));
    add_provenance(schema, properties);
    add(schema, required, json_string("value"));
    set(schema, wrapped, "type", json_string("object"));
    set(schema, wrapped, "properties", properties);
    set(schema, wrapped, "required", required);
    set(schema, wrapped, "additionalProperties", json_false());
    add(schema, both, plain);
    add(schema, both, wrapped);
    set(schema, object, "anyOf", both);
    return object;
}

/* --- lists and maps of numbers ----------------------------------------------------------------------------------- */

/* The key of one number of a series, list or map. */
static struct key element_of(const struct key *key)
{
    struct key element = *key;
    element.type = KEY_NUMBER;
    return element;
}

/* {name: value}, the names by a pattern or, for NULL, any; beside them provenance, interpolate, the keys of a table. */
static void add_map(struct schema *schema, json_t *object, const struct key *key, const char *pattern, json_t *value)
{
    json_t *properties = json_object();
    if (key->type == KEY_SERIES || key->type == KEY_GRADE_SERIES) {
        json_t *interpolate = choice_schema(schema, key_of(series_keys, "interpolate")->names);
        set(schema, interpolate, "description", description(schema, key_of(series_keys, "interpolate")));
        set(schema, properties, "interpolate", interpolate);
    }
    set(schema, properties, "value", json_object());
    add_provenance(schema, properties);
    if (may_be_table(key))
        add_table_keys(schema, properties);
    set(schema, object, "properties", properties);
    if (pattern)
        set(schema, object, "patternProperties", json_pack("{s:o}", pattern, value));
    set(schema, object, "additionalProperties", pattern ? json_false() : value);
}

static const char YEAR_PATTERN[] = "^[0-9]{4}$";

/* A number or percentage with its keywords, that may be a list or a map as well. */
static json_t *numbers_schema(struct schema *schema, const struct key *key, const char *pattern, json_t *value)
{
    struct key element = element_of(key);
    json_t *object = number_schema(schema, &element);
    set(schema, object, "type", types(schema, "number string array object"));
    set(schema, object, "items", json_deep_copy(value));
    set(schema, object, "minItems", json_integer(1));
    set(schema, object, "minProperties", json_integer(1));
    add_map(schema, object, key, pattern, value);
    return object;
}

static json_t *series_schema(struct schema *schema, const struct key *key)
{
    struct key element = element_of(key);
    json_t *value = with_value(schema, number_schema(schema, &element));
    if (key->type != KEY_EVENTS)
        return numbers_schema(schema, key, YEAR_PATTERN, value);
    json_t *object = typed(schema, "array object");
    set(schema, object, "items", json_deep_copy(value));
    add_map(schema, object, key, YEAR_PATTERN, value);
    return object;
}

/* A series for all grades, or one a grade. */
static json_t *grade_series_schema(struct schema *schema, const struct key *key)
{
    struct key series = *key;
    series.type = KEY_SERIES;
    return numbers_schema(schema, key, NULL, series_schema(schema, &series));
}

static json_t *by_name_schema(struct schema *schema, const struct key *key)
{
    struct key element = element_of(key);
    json_t *value = with_value(schema, number_schema(schema, &element));
    if (key->type == KEY_NUMBERS)
        return numbers_schema(schema, key, NULL, value);
    json_t *object = typed(schema, "object");
    add_map(schema, object, key, key->type == KEY_DISTRIBUTION ? "^[0-9]{1,2}$" : NULL, value);
    if (key->type == KEY_AMOUNTS)
        set(schema, object, "propertyNames", json_pack("{s:s}", "pattern", ID_PATTERN));
    return object;
}

static json_t *names_schema(struct schema *schema, const struct key *key)
{
    json_t *object = typed(schema, "string integer array object"), *properties = json_object();
    bool warnings = key->words == WORDS_WARNINGS;
    set(schema, object, "items", warnings ? warnings_schema(schema) : typed(schema, "string integer"));
    set(schema, properties, "value", json_object());
    add_provenance(schema, properties);
    set(schema, object, "properties", properties);
    set(schema, object, "additionalProperties", json_false());
    return object;
}

/* --- sections ---------------------------------------------------------------------------------------------------- */

/* A value of YAML as its JSON: numbers as numbers, percentages and dates as texts. */
static json_t *json_of(struct schema *schema, const struct node *node)
{
    double number;
    if (node->kind == NODE_SCALAR && node->plain && text_number(node->text, node->length, &number))
        return floor(number) == number ? json_integer((json_int_t)number) : json_real(number);
    if (node->kind == NODE_SCALAR && node->plain && (strcmp(node->text, "true") == 0 || strcmp(node->text, "false") == 0))
        return json_boolean(node->text[0] == 't');
    if (node->kind == NODE_SCALAR)
        return json_string(node->text);
    json_t *whole = node->kind == NODE_LIST ? json_array() : json_object();
    for (int i = 0; i < node->count; i++)
        if (node->kind == NODE_LIST)
            add(schema, whole, json_of(schema, node->items[i]));
        else
            set(schema, whole, node->keys[i]->text, json_of(schema, node->items[i]));
    return whole;
}

/* What the table has of a key as text; of a year the value behind its key. NULL without memory. */
static json_t *json_of_text(struct schema *schema, const struct key *key, const char *text)
{
    struct arena arena;
    struct source source = { .name = key->name, .text = text, .length = strlen(text) };
    struct node *root;
    arena_init(&arena, NULL);
    json_t *value = NULL;
    if (tree_read(&source, text, ORIGIN_BUILT_IN, &arena, &root, NULL) == SEATSIM_OK)
        value = json_of(schema, strcmp(key->name, "YEAR") == 0 ? root->items[0] : root);
    arena_clear(&arena);
    return value;
}

/* The schema of a key with what the table says of it. */
static json_t *described(struct schema *schema, const struct key *key)
{
    json_t *value = value_schema(schema, key), *examples = json_array();
    set(schema, value, "description", description(schema, key));
    if (key->fallback && *key->fallback)
        set(schema, value, "default", json_of_text(schema, key, key->fallback));
    add(schema, examples, json_of_text(schema, key, key->example));
    set(schema, value, "examples", examples);
    return value;
}

static void add_properties(struct schema *schema, json_t *object, const struct key *keys)
{
    json_t *properties = json_object();
    bool years_stand_here = false;
    for (const struct key *key = keys; key->name; key++) {
        if (strcmp(key->name, "YEAR") == 0) {
            json_t *years = json_object();
            set(schema, years, YEAR_PATTERN, described(schema, key));
            set(schema, object, "patternProperties", years);
            years_stand_here = true;
            continue;
        }
        set(schema, properties, key->name, described(schema, key));
    }
    if (years_stand_here) /* sources stand beside the years; `value` is a table's */
        set(schema, object, "dependentRequired", json_pack("{s:[s]}", "value", "table"));
    else if (!json_object_get(properties, "value"))
        set(schema, properties, "value", json_object());
    add_provenance(schema, properties);
    set(schema, object, "properties", properties);
    set(schema, object, "additionalProperties", json_false());
}

/* What stands for the section as a bare scalar or list. */
static void add_short_forms(struct schema *schema, json_t *forms, const struct key *row)
{
    const struct key *scalar = row->scalar_key ? key_of(row->keys, row->scalar_key) : NULL;
    const struct key *list = row->list_key ? key_of(row->keys, row->list_key) : NULL;
    if (scalar)
        add(schema, forms, scalar_schema(schema, scalar));
    if (list) {
        struct key element = element_of(list);
        json_t *array = typed(schema, "array");
        set(schema, array, "items", with_value(schema, number_schema(schema, &element)));
        add(schema, forms, array);
    }
}

static json_t *section_schema(struct schema *schema, const struct key *row)
{
    json_t *forms = json_array(), *object = typed(schema, "object");
    add_properties(schema, object, row->keys);
    if (row->type == KEY_ITEMS || row->type == KEY_NAMED)
        set(schema, json_object_get(object, "properties"), remove_key.name, described(schema, &remove_key));
    if (may_be_table(row) && row->type == KEY_SECTION)
        add_table_keys(schema, json_object_get(object, "properties"));
    add(schema, forms, object);
    if (row->type == KEY_ITEMS && key_of(row->keys, "id") && !key_of(row->keys, "id")->fallback)
        set(schema, object, "required", json_pack("[s]", "id"));
    add_short_forms(schema, forms, row);
    if (row->type == KEY_ITEMS) /* a bare name chooses what a standard or an extended file has */
        add(schema, forms, pattern_schema(schema, "string integer", ID_PATTERN));
    if (json_array_size(forms) == 1) {
        json_incref(object);
        json_decref(forms);
        return object;
    }
    json_t *any = json_object();
    set(schema, any, "anyOf", forms);
    return any;
}

/* A reference to the definition of a section, which is made at its first use. */
static json_t *section_reference(struct schema *schema, const struct key *row)
{
    int at = 0;
    while (at < schema->count && schema->sections[at] != row->keys)
        at++;
    if (at == schema->count && schema->count < SECTIONS_MOST) {
        bool taken = json_object_get(schema->definitions, row->name) != NULL;
        schema->sections[at] = row->keys;
        snprintf(schema->names[at], sizeof schema->names[at], "%.40s%s", row->name, taken ? "-again" : "");
        schema->count++;
        set(schema, schema->definitions, schema->names[at], json_true()); /* its name is taken while it is made */
        set(schema, schema->definitions, schema->names[at], section_schema(schema, row));
    }
    json_t *reference = json_object();
    if (at < SECTIONS_MOST)
        set(schema, reference, "$ref", json_sprintf("#/$defs/%s", schema->names[at]));
    return reference;
}

/* --- things, stages, own forms ----------------------------------------------------------------------------------- */

static json_t *items_schema(struct schema *schema, const struct key *key)
{
    json_t *object = typed(schema, "array object"), *properties = json_object();
    set(schema, properties, "value", json_object());
    add_provenance(schema, properties);
    add_table_keys(schema, properties);
    set(schema, object, "items", section_reference(schema, key));
    set(schema, object, "properties", properties);
    set(schema, object, "additionalProperties", json_false());
    return object;
}

/* {id: value}, with provenance and, where it may be, the keys of a table. */
static json_t *map_schema(struct schema *schema, const struct key *key, json_t *value)
{
    json_t *object = typed(schema, "object"), *properties = json_object();
    add_provenance(schema, properties);
    if (may_be_table(key))
        add_table_keys(schema, properties);
    set(schema, object, "properties", properties);
    set(schema, object, "propertyNames", json_pack("{s:s}", "pattern", ID_PATTERN));
    set(schema, object, "additionalProperties", value);
    return object;
}

static json_t *conditional_schema(struct schema *schema, const struct key *key)
{
    json_t *object = map_schema(schema, key, section_reference(schema, key)), *required = json_array();
    set(schema, json_object_get(object, "properties"), "otherwise", pattern_schema(schema, "string integer", ID_PATTERN));
    add(schema, required, json_string("otherwise"));
    set(schema, object, "required", required);
    return object;
}

static json_t *list_of(struct schema *schema, json_t *item, int count)
{
    json_t *array = typed(schema, "array");
    set(schema, array, "items", item);
    if (count > 0) {
        set(schema, array, "minItems", json_integer(count));
        set(schema, array, "maxItems", json_integer(count));
    }
    return array;
}

static json_t *names_list_schema(struct schema *schema, const struct key *key)
{
    json_t *array = list_of(schema, typed(schema, "string integer"), 0);
    set(schema, array, "minItems", json_integer((json_int_t)key->min));
    set(schema, array, "maxItems", json_integer((json_int_t)key->max));
    return array;
}

/* Births by year, the one such form. */
static json_t *years_schema(struct schema *schema)
{
    struct key births = { .type = KEY_SERIES, .unit = "births", .min = 0, .max = 1e9 };
    json_t *object = typed(schema, "object");
    add_map(schema, object, &births, YEAR_PATTERN, with_value(schema, number_schema(schema, &births)));
    return object;
}

/* The ways to write a value of a key with a reader of its own. */
static json_t *own_forms(struct schema *schema, const struct key *key)
{
    struct key element = element_of(key);
    json_t *forms = json_array();
    if (key->forms & FORM_WORDS)
        add(schema, forms, choice_schema(schema, key->names));
    if (key->forms & FORM_NUMBER)
        add(schema, forms, number_schema(schema, &element));
    if (key->forms & FORM_NUMBERS)
        add(schema, forms, list_of(schema, number_schema(schema, &element), 0));
    if (key->forms & FORM_MONTHS)
        add(schema, forms, list_of(schema, number_schema(schema, &element), 12));
    if (key->forms & FORM_YEARS)
        add(schema, forms, years_schema(schema));
    if (key->forms & FORM_ID)
        add(schema, forms, pattern_schema(schema, "string integer", ID_PATTERN));
    if (key->forms & FORM_IDS)
        add(schema, forms, names_list_schema(schema, key));
    if (key->forms & FORM_PATCHES)
        add(schema, forms, typed(schema, "object"));
    if (key->forms & FORM_CONDITIONAL)
        add(schema, forms, conditional_schema(schema, key));
    json_t *object = json_object();
    set(schema, object, "anyOf", forms);
    return object;
}

static json_t *custom_schema(struct schema *schema, const struct key *key)
{
    if (key->forms == 0)
        return json_object();
    json_t *object = own_forms(schema, key), *wrapped = with_value(schema, json_object());
    if (!(key->forms & FORM_PATCHES))
        add(schema, json_object_get(object, "anyOf"), json_deep_copy(json_array_get(json_object_get(wrapped, "anyOf"), 1)));
    json_decref(wrapped);
    return object;
}

static json_t *value_schema(struct schema *schema, const struct key *key)
{
    switch (key->type) {
    case KEY_TITLE: return title_schema(schema);
    case KEY_SERIES:
    case KEY_EVENTS: return series_schema(schema, key);
    case KEY_GRADE_SERIES: return grade_series_schema(schema, key);
    case KEY_NUMBERS:
    case KEY_AMOUNTS:
    case KEY_DISTRIBUTION: return by_name_schema(schema, key);
    case KEY_NAMES: return names_schema(schema, key);
    case KEY_SECTION: return section_reference(schema, key);
    case KEY_ITEMS: return items_schema(schema, key);
    case KEY_NAMED: return map_schema(schema, key, section_reference(schema, key));
    case KEY_BY_STAGE: return map_schema(schema, key, value_schema(schema, key->of));
    case KEY_CUSTOM: return custom_schema(schema, key);
    default: return with_value(schema, scalar_schema(schema, key));
    }
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

struct json_output {
    seatsim_write *write;
    void *context;
};

static int pass_on(const char *bytes, size_t length, void *output)
{
    const struct json_output *own = output;
    return own->write(own->context, bytes, length) ? 0 : -1;
}

static json_t *whole_schema(struct schema *schema)
{
    json_t *object = json_object(), *required = json_array();
    schema->definitions = json_object();
    define_provenance(schema);
    define_table(schema);
    set(schema, object, "$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
    set(schema, object, "title", json_string("seatsim scenario"));
    set(schema, object, "type", json_string("object"));
    add_properties(schema, object, scenario_keys);
    add(schema, required, json_string("seatsim"));
    set(schema, object, "required", required);
    set(schema, object, "$defs", schema->definitions);
    return object;
}

enum seatsim_status seatsim_schema_write(enum seatsim_language language, seatsim_write *write, void *context)
{
    struct schema schema = { .language = language };
    struct json_output output = { write, context };
    json_t *whole = whole_schema(&schema);
    bool good = !schema.failed && json_dump_callback(whole, pass_on, &output, JSON_INDENT(1) | JSON_REAL_PRECISION(15)) == 0 &&
                write(context, "\n", 1);
    json_decref(whole);
    return good ? SEATSIM_OK : SEATSIM_MACHINE;
}
