#include "base/diagnostic.h"

#include "base/findings.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* How many of each severity are kept in full; all are counted. */
enum { KEPT_MOST = 1000 };

/* The longest foreign text that a message quotes, in bytes; the rest is "…". */
enum { QUOTED_MOST = 240 };

const char *seatsim_status_text(enum seatsim_status status)
{
    switch (status) {
#define STATUS_TEXT(name, number, text) \
    case SEATSIM_##name:                \
        return text;
        SEATSIM_STATUS_LIST(STATUS_TEXT)
#undef STATUS_TEXT
    }
    return "unknown status";
}

static size_t message_rows(void)
{
    size_t rows = 0;
    while (messages[rows].code)
        rows++;
    return rows;
}

struct seatsim_diagnostics *seatsim_diagnostics_new(const struct seatsim_allocator *allocator)
{
    struct seatsim_allocator memory = memory_allocator(allocator);
    struct seatsim_diagnostics *diagnostics = memory_new(&memory, 1, sizeof *diagnostics);
    if (!diagnostics)
        return NULL;
    arena_init(&diagnostics->arena, &memory);
    diagnostics->reported = arena_new(&diagnostics->arena, message_rows(), sizeof *diagnostics->reported);
    if (diagnostics->reported)
        return diagnostics;
    seatsim_diagnostics_free(diagnostics);
    return NULL;
}

void seatsim_diagnostics_free(struct seatsim_diagnostics *diagnostics)
{
    if (!diagnostics)
        return;
    struct seatsim_allocator memory = diagnostics->arena.allocator;
    memory_free(&memory, diagnostics->findings);
    arena_clear(&diagnostics->arena);
    memory_free(&memory, diagnostics);
}

/* --- the text of a message --------------------------------------------------------------------------------------- */

/* The value of the slot whose name is the `length` bytes at `name`; NULL when it is not given. */
static const char *slot_value(const struct slot *slots, const char *name, size_t length)
{
    for (; slots && slots->name; slots++)
        if (strlen(slots->name) == length && memcmp(slots->name, name, length) == 0)
            return slots->value;
    return NULL;
}

static void add_quoted(struct buffer *text, const char *value)
{
    size_t length = strlen(value), shown = length;
    if (length > QUOTED_MOST) {
        shown = QUOTED_MOST;
        while (shown > QUOTED_MOST - 4 && ((unsigned char)value[shown] & 0xC0) == 0x80)
            shown--;
    }
    buffer_shown(text, value, shown);
    if (shown < length)
        buffer_text(text, "…");
}

/* Adds the pattern up to `end` with its slots filled. A brace that names no given slot stands for itself. Returns whether
 * every slot was given. */
static bool fill_slots(struct buffer *text, const char *pattern, const char *end, const struct slot *slots)
{
    bool all = true;
    while (pattern < end) {
        const char *open = memchr(pattern + 1, '{', (size_t)(end - pattern - 1)), *behind = open ? open : end;
        const char *close = *pattern == '{' ? memchr(pattern, '}', (size_t)(end - pattern)) : NULL;
        const char *value = close ? slot_value(slots, pattern + 1, (size_t)(close - pattern - 1)) : NULL;
        if (value) {
            add_quoted(text, value);
            pattern = close + 1;
        } else {
            all = all && !close;
            buffer_add(text, pattern, (size_t)(behind - pattern));
            pattern = behind;
        }
    }
    return all;
}

/* The pattern filled; its [[parts]] are left out when they hold a slot that is not given. */
static void fill_pattern(struct buffer *text, const char *pattern, const struct slot *slots)
{
    const char *open, *close;
    while ((open = strstr(pattern, "[[")) != NULL && (close = strstr(open, "]]")) != NULL) {
        fill_slots(text, pattern, open, slots);
        size_t before = text->length;
        if (!fill_slots(text, open + 2, close, slots) && !text->failed)
            text->length = before;
        pattern = close + 2;
    }
    fill_slots(text, pattern, pattern + strlen(pattern), slots);
}

/* Copies what was added to a buffer into the arena and clears it; NULL and `failed` set without memory. */
static const char *finished(struct buffer *text, struct arena *arena, bool *failed)
{
    const char *copy = text->failed ? NULL : arena_copy(arena, text->text, text->length);
    buffer_clear(text);
    *failed = *failed || !copy;
    return copy;
}

/* NULL for a NULL pattern, and where nothing is left of it; `failed` is set without memory. */
static const char *filled(struct arena *arena, const char *pattern, const struct slot *slots, bool *failed)
{
    if (!pattern)
        return NULL;
    struct buffer text;
    buffer_init(&text, &arena->allocator);
    fill_pattern(&text, pattern, slots);
    if (text.length == 0 && !text.failed) {
        buffer_clear(&text);
        return NULL;
    }
    return finished(&text, arena, failed);
}

/* --- reporting --------------------------------------------------------------------------------------------------- */

/* Below, equal or above 0 as the place of `a` stands before, at or behind that of `b`; nowhere stands first. */
static int compare_places(const struct finding *a, const struct finding *b)
{
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    int files = a->spot.file && b->spot.file ? strcmp(a->spot.file, b->spot.file) : 0;
    if (files != 0)
        return files;
    if (a->spot.line != b->spot.line)
        return a->spot.line < b->spot.line ? -1 : 1;
    return (a->spot.column > b->spot.column) - (a->spot.column < b->spot.column);
}

/* The index at which a finding belongs; -1 when the same one is there already. */
static int position_of(const struct seatsim_diagnostics *diagnostics, const struct finding *finding)
{
    int at = 0, behind = diagnostics->count;
    while (at < behind) {
        int middle = at + (behind - at) / 2;
        if (compare_places(&diagnostics->findings[middle], finding) > 0)
            behind = middle;
        else
            at = middle + 1;
    }
    for (int same = at - 1; same >= 0 && compare_places(&diagnostics->findings[same], finding) == 0; same--)
        if (diagnostics->findings[same].message == finding->message
            && strcmp(diagnostics->findings[same].text[0], finding->text[0]) == 0)
            return -1;
    return at;
}

static bool insert(struct seatsim_diagnostics *diagnostics, const struct finding *finding, int at)
{
    if (!memory_make_room(&diagnostics->arena.allocator, (void **)&diagnostics->findings, diagnostics->count,
                          &diagnostics->room, sizeof *finding))
        return false;
    struct finding *list = diagnostics->findings;
    memmove(list + at + 1, list + at, (size_t)(diagnostics->count - at) * sizeof *list);
    list[at] = *finding;
    diagnostics->count++;
    diagnostics->kept[finding->message->severity]++;
    return true;
}

/* A place with a copy of its file's name, made safe to show. */
static struct spot spot_of(const struct place *place, struct arena *arena, bool *failed)
{
    struct spot spot = { NULL, place->line, place->column, place->length };
    struct buffer name;
    if (!place->source)
        return spot;
    buffer_init(&name, &arena->allocator);
    buffer_shown(&name, place->source->name, strlen(place->source->name));
    spot.file = finished(&name, arena, failed);
    return spot;
}

/* A message's text, with the name of the variant behind it that is tried out. */
static const char *text_of(struct arena *arena, const char *variant, const struct message *message, int language,
                           const struct slot *slots, bool *failed)
{
    static const char *const forms[LANGUAGES] = { [SEATSIM_ENGLISH] = " (variant '{variant}')",
                                                  [SEATSIM_CHINESE] = "（方案“{variant}”）" };
    const char *text = filled(arena, message->text[language], slots, failed);
    if (!variant || !text)
        return text;
    struct buffer named;
    buffer_init(&named, &arena->allocator);
    buffer_text(&named, text);
    fill_pattern(&named, forms[language], (struct slot[]) { { "variant", variant }, { NULL, NULL } });
    return finished(&named, arena, failed);
}

/* What tells a finding from others: its place and its text. False without memory. */
static bool identify(struct arena *arena, const char *variant, const struct place *place, const struct slot *slots,
                     struct finding *finding)
{
    bool failed = false;
    finding->order = place->source ? place->source->order : INT_MIN;
    finding->spot = spot_of(place, arena, &failed);
    finding->text[0] = text_of(arena, variant, finding->message, 0, slots, &failed);
    return !failed;
}

/* All else that it says; false without memory. */
static bool complete(struct arena *arena, const char *variant, const struct place *place, const struct slot *slots,
                     struct finding *finding)
{
    bool failed = false;
    if (place->source && place->source->asked)
        finding->asked = spot_of(place->source->asked, arena, &failed);
    for (int language = 1; language < LANGUAGES; language++)
        finding->text[language] = text_of(arena, variant, finding->message, language, slots, &failed);
    for (int language = 0; language < LANGUAGES; language++)
        finding->hint[language] = filled(arena, finding->message->hint[language], slots, &failed);
    return !failed && excerpt_of(place, arena, &finding->excerpt);
}

/* Where a finding belongs among those that are kept, -1 when the same is there already. What is said again and again must not
 * fill the list's memory, so the text to compare is made apart. */
static int place_among(struct seatsim_diagnostics *diagnostics, const struct place *place, const struct slot *slots,
                       struct finding finding)
{
    struct arena passing;
    arena_init(&passing, &diagnostics->arena.allocator);
    bool known = identify(&passing, diagnostics->variant, place, slots, &finding);
    int at = known ? position_of(diagnostics, &finding) : diagnostics->count;
    diagnostics->no_memory = diagnostics->no_memory || !known;
    arena_clear(&passing);
    return at;
}

/* Keeps a finding, where there is room for one more of its severity; nothing more once memory ran out, which is noted. */
static void keep(struct seatsim_diagnostics *diagnostics, const struct place *place, const struct slot *slots,
                 struct finding *finding, int at)
{
    struct arena *arena = &diagnostics->arena;
    const char *variant = diagnostics->variant;
    if (diagnostics->kept[finding->message->severity] >= KEPT_MOST || diagnostics->no_memory)
        return;
    if (!identify(arena, variant, place, slots, finding) || !complete(arena, variant, place, slots, finding) ||
        !insert(diagnostics, finding, at))
        diagnostics->no_memory = true;
}

void report(struct seatsim_diagnostics *diagnostics, struct place place, const char *code, const struct slot *slots)
{
    struct finding finding = { .message = message_of(code) };
    if (!diagnostics)
        return;
    if (!finding.message) {
        report2(diagnostics, place, "E002", "code", code, NULL, NULL);
        return;
    }
    if (diagnostics->variant && finding.message->severity != SEATSIM_ERROR)
        return;
    int at = place_among(diagnostics, &place, slots, finding);
    if (at < 0)
        return;
    keep(diagnostics, &place, slots, &finding, at);
    diagnostics->reported[finding.message - messages]++;
}

void report2(struct seatsim_diagnostics *diagnostics, struct place place, const char *code, const char *name, const char *value,
             const char *name2, const char *value2)
{
    struct slot slots[3] = { { NULL, NULL } };
    int count = 0;
    if (name)
        slots[count++] = (struct slot) { name, value };
    if (name2)
        slots[count] = (struct slot) { name2, value2 };
    report(diagnostics, place, code, slots);
}

void report_for_variant(struct seatsim_diagnostics *diagnostics, const char *variant)
{
    if (diagnostics)
        diagnostics->variant = variant;
}

void seatsim_diagnostics_add(struct seatsim_diagnostics *diagnostics, const char *code, const char *name, const char *value,
                             const char *name2, const char *value2)
{
    report2(diagnostics, (struct place) { 0 }, code, name, value, name2, value2);
}

const char *seatsim_nearest(const char *word, const char *const *names, int count)
{
    return text_nearest(word, names, count);
}

enum seatsim_status report_no_memory(struct seatsim_diagnostics *diagnostics)
{
    if (diagnostics)
        diagnostics->no_memory = true;
    return SEATSIM_MACHINE;
}

/* --- counting ---------------------------------------------------------------------------------------------------- */

int seatsim_diagnostics_count(const struct seatsim_diagnostics *diagnostics, enum seatsim_severity severity)
{
    if (!diagnostics)
        return 0;
    int count = diagnostics->no_memory && severity == SEATSIM_ERROR;
    for (int row = 0; messages[row].code; row++)
        if (messages[row].severity == severity)
            count += diagnostics->reported[row];
    return count;
}

bool memory_ran_out(const struct seatsim_diagnostics *diagnostics)
{
    return diagnostics && diagnostics->no_memory;
}

int errors_reported(const struct seatsim_diagnostics *diagnostics)
{
    return seatsim_diagnostics_count(diagnostics, SEATSIM_ERROR);
}

static bool is_allowed(const struct message *message, const char *const *codes, int count)
{
    if (message->severity != SEATSIM_WARNING)
        return false;
    for (int code = 0; code < count; code++)
        if (strcmp(message->code, codes[code]) == 0)
            return true;
    return false;
}

void allow_warnings(struct seatsim_diagnostics *diagnostics, const char *const *codes, int count)
{
    if (!diagnostics || diagnostics->variant)
        return;
    int left = 0;
    for (int at = 0; at < diagnostics->count; at++) {
        if (is_allowed(diagnostics->findings[at].message, codes, count))
            diagnostics->kept[SEATSIM_WARNING]--;
        else
            diagnostics->findings[left++] = diagnostics->findings[at];
    }
    diagnostics->count = left;
    for (int row = 0; messages[row].code; row++)
        if (is_allowed(&messages[row], codes, count))
            diagnostics->reported[row] = 0;
}

/* --- printing: in pieces and without memory, so that a lack of it can be told ------------------------------------ */

static const char *const severity_words[LANGUAGES][SEVERITIES] = {
    [SEATSIM_ENGLISH] = { "error", "warning", "note" },
    [SEATSIM_CHINESE] = { "错误", "警告", "提示" },
};
static const char *const severity_colours[SEVERITIES] = { "\033[1;31m", "\033[1;35m", "\033[1;36m" };

struct printer {
    enum seatsim_language language;
    bool colour, failed;
    seatsim_write *write;
    void *context;
};

static void put(struct printer *printer, const char *text)
{
    size_t length = strlen(text);
    if (!printer->failed && length > 0)
        printer->failed = !printer->write(printer->context, text, length);
}

static void put_number(struct printer *printer, const char *format, int number)
{
    char text[40];
    snprintf(text, sizeof text, format, number);
    put(printer, text);
}

static void put_times(struct printer *printer, const char *text, int times)
{
    for (int time = 0; time < times; time++)
        put(printer, text);
}

/* Text in a colour, where there are colours. */
static void put_coloured(struct printer *printer, const char *colour, const char *text)
{
    put(printer, printer->colour ? colour : "");
    put(printer, text);
    put(printer, printer->colour ? "\033[0m" : "");
}

/* "error: text [E103]" */
static void put_cause(struct printer *printer, const struct message *message, const char *text)
{
    put_coloured(printer, severity_colours[message->severity], severity_words[printer->language][message->severity]);
    put(printer, ": ");
    put(printer, text);
    put(printer, " [");
    put(printer, message->code);
    put(printer, "]\n");
}

/* "scenarios/x.yaml:14:13" */
static void put_spot(struct printer *printer, const struct spot *spot)
{
    put(printer, spot->file);
    if (spot->line > 0)
        put_number(printer, ":%d", spot->line);
    if (spot->line > 0 && spot->column > 0)
        put_number(printer, ":%d", spot->column);
}

static void put_excerpt(struct printer *printer, const struct finding *finding)
{
    if (!finding->excerpt.line)
        return;
    char number[16];
    int margin = snprintf(number, sizeof number, "%5d", finding->spot.line);
    put(printer, number);
    put(printer, " | ");
    put(printer, finding->excerpt.line);
    if (finding->spot.column > 0) {
        put(printer, "\n");
        put_times(printer, " ", margin);
        put(printer, " | ");
        put_times(printer, " ", finding->excerpt.before);
        put_coloured(printer, "\033[1;32m", "^");
        put_times(printer, "~", finding->excerpt.under - 1);
    }
    put(printer, "\n");
}

static void put_asked(struct printer *printer, const struct spot *asked)
{
    static const char *const words[LANGUAGES] = { [SEATSIM_ENGLISH] = "      asked for in ", [SEATSIM_CHINESE] = "      引用处：" };
    if (!asked->file)
        return;
    put(printer, words[printer->language]);
    put_spot(printer, asked);
    put(printer, "\n");
}

static void put_finding(struct printer *printer, const struct finding *finding)
{
    static const char *const hint_words[LANGUAGES] = { [SEATSIM_ENGLISH] = "hint: ", [SEATSIM_CHINESE] = "建议：" };
    if (finding->spot.file) {
        put_spot(printer, &finding->spot);
        put(printer, ": ");
    }
    put_cause(printer, finding->message, finding->text[printer->language]);
    put_excerpt(printer, finding);
    put_asked(printer, &finding->asked);
    if (finding->hint[printer->language]) {
        put(printer, "      ");
        put(printer, hint_words[printer->language]);
        put(printer, finding->hint[printer->language]);
        put(printer, "\n");
    }
}

/* "not shown: 3 errors, 1 warning" */
static void put_rest(struct printer *printer, const int *rest)
{
    static const struct {
        const char *start, *separator, *one[SEVERITIES], *many[SEVERITIES];
    } words[LANGUAGES] = {
        [SEATSIM_ENGLISH] = { "not shown: ", ", ",
                              { "%d error", "%d warning", "%d note" },
                              { "%d errors", "%d warnings", "%d notes" } },
        [SEATSIM_CHINESE] = { "未列出：", "、",
                              { "%d 个错误", "%d 个警告", "%d 个提示" },
                              { "%d 个错误", "%d 个警告", "%d 个提示" } },
    };
    const char *before = words[printer->language].start;
    for (int severity = 0; severity < SEVERITIES; severity++) {
        if (rest[severity] < 1)
            continue;
        put(printer, before);
        const char *const *counted = rest[severity] == 1 ? words[printer->language].one : words[printer->language].many;
        put_number(printer, counted[severity], rest[severity]);
        before = words[printer->language].separator;
    }
    if (before != words[printer->language].start)
        put(printer, "\n");
}

/* How many of each severity to write: errors first, so that no number of warnings hides what stopped the work. */
static void share_out(const struct seatsim_diagnostics *diagnostics, int most, int *shown)
{
    for (int severity = 0; severity < SEVERITIES; severity++) {
        int kept = diagnostics->kept[severity];
        shown[severity] = kept < most ? kept : most;
        most -= shown[severity];
    }
}

enum seatsim_status seatsim_diagnostics_print(const struct seatsim_diagnostics *diagnostics, enum seatsim_language language,
                                              bool colour, int most, seatsim_write *write, void *context)
{
    struct printer printer = { language, colour, false, write, context };
    int left[SEVERITIES], rest[SEVERITIES];
    if (!diagnostics)
        return SEATSIM_OK;
    share_out(diagnostics, most > 0 ? most : 0, left);
    for (int severity = 0; severity < SEVERITIES; severity++)
        rest[severity] = seatsim_diagnostics_count(diagnostics, (enum seatsim_severity)severity) - left[severity];
    if (diagnostics->no_memory) {
        const struct message *message = message_of("E001");
        put_cause(&printer, message, message->text[language]);
        rest[SEATSIM_ERROR]--;
    }
    for (int at = 0; at < diagnostics->count; at++)
        if (left[diagnostics->findings[at].message->severity]-- > 0)
            put_finding(&printer, &diagnostics->findings[at]);
    put_rest(&printer, rest);
    return printer.failed ? SEATSIM_MACHINE : SEATSIM_OK;
}
