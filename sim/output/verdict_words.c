#include "output/verdict_words.h"

#include "output/figures.h"
#include "output/words.h"

#include <math.h>
#include <string.h>

enum { DECIMALS = 2, DECIMALS_MOST = 8 };

/* What is being described: a line by the verdict that stands for it. */
struct speaker {
    struct arena *arena;
    enum seatsim_language language;
    const struct seatsim_verdicts *verdicts;
    const struct verdict_line *line;
    const struct verdict *verdict;
    enum unit unit;
};

/* --- numbers ----------------------------------------------------------------------------------------------------- */

/* A value as it is shown; with more decimals than usual also a count has some. */
static struct number_text figure(enum unit unit, double value, int decimals)
{
    if (unit == UNIT_SHARE || decimals <= DECIMALS)
        return value_text(unit, value, decimals);
    return decimal_text(value, decimals - DECIMALS);
}

/* The bound that a value comes up against. */
static double near_bound(const struct verdict *verdict)
{
    return verdict->comparison == BETWEEN && verdict->value > verdict->bound ? verdict->upper : verdict->bound;
}

/* As many decimals as it takes to tell a value from its bound, so that 49.999 % does not read 50.00 % and missed. */
static int decimals_of(enum unit unit, const struct verdict *verdict)
{
    int decimals = DECIMALS;
    while (decimals < DECIMALS_MOST && !verdict->met &&
           strcmp(figure(unit, verdict->value, decimals).text, figure(unit, near_bound(verdict), decimals).text) == 0)
        decimals++;
    return decimals;
}

static struct number_text bound_figure(enum unit unit, double bound)
{
    return unit == UNIT_SHARE ? round_share_text(bound) : value_text(unit, bound, 0);
}

/* A difference of values: of shares in percentage points. NULL without memory. */
static const char *difference(const struct speaker *speaker, double size, int decimals)
{
    struct number_text number = figure(speaker->unit, size, decimals);
    if (speaker->unit != UNIT_SHARE)
        return arena_text(speaker->arena, number.text);
    number = decimal_text(100 * size, decimals);
    const struct slot slots[] = { { "number", number.text }, { NULL, NULL } };
    return sentence(speaker->arena, WORD_VERDICT_POINTS, speaker->language, slots);
}

/* --- sentences --------------------------------------------------------------------------------------------------- */

static const char *say(const struct speaker *speaker, enum word word, const char *name, const char *value, const char *name2,
                       const char *value2)
{
    const struct slot slots[] = { { name, value }, { name2, value2 }, { NULL, NULL } };
    return sentence(speaker->arena, word, speaker->language, slots);
}

static const char *result_text(const struct speaker *speaker)
{
    const struct verdict_line *line = speaker->line;
    enum word word = line->met ? WORD_VERDICT_MET : line->warning ? WORD_VERDICT_WARNING : WORD_VERDICT_MISSED;
    return word_text(word, speaker->language);
}

/* A place with the sector that is asked for; NULL without memory. */
static const char *with_sector(const struct speaker *speaker, const char *where)
{
    const char *sector = speaker->verdict->sector;
    return where && sector[0] ? say(speaker, WORD_VERDICT_SECTOR, "where", where, "sector", sector) : where;
}

static const char *scope_text(const struct speaker *speaker)
{
    static const enum word every[SCOPES] = {
        [SCOPE_DISTRICT] = WORD_VERDICT_EVERY_DISTRICT, [SCOPE_FACILITY] = WORD_VERDICT_EVERY_FACILITY
    };
    const struct verdict *verdict = speaker->verdict;
    if (speaker->line->each)
        return with_sector(speaker, word_text(every[verdict->scope], speaker->language));
    return with_sector(speaker, verdict->scope == SCOPE_REGION ? word_text(WORD_VERDICT_REGION, speaker->language) : verdict->id);
}

static const char *where_text(const struct speaker *speaker)
{
    const struct verdict_line *line = speaker->line;
    if (!line->each)
        return scope_text(speaker);
    struct number_text met = decimal_text(line->count - line->n_missed, 0), count = decimal_text(line->count, 0);
    enum word word = speaker->verdict->scope == SCOPE_DISTRICT ? WORD_VERDICT_DISTRICTS : WORD_VERDICT_FACILITIES;
    return with_sector(speaker, say(speaker, word, "met", met.text, "count", count.text));
}

static const char *value_sentence(const struct speaker *speaker)
{
    const struct verdict *verdict = speaker->verdict;
    struct number_text value = figure(speaker->unit, verdict->value, decimals_of(speaker->unit, verdict));
    struct number_text year = decimal_text(verdict->year, 0);
    const char *text = say(speaker, WORD_VERDICT_VALUE, "value", value.text, "year", year.text);
    return text && speaker->line->each ? say(speaker, WORD_VERDICT_OF, "value", text, "place", verdict->id) : text;
}

static const char *bound_text(const struct speaker *speaker)
{
    static const enum word words[COMPARISONS] = { [AT_LEAST] = WORD_VERDICT_AT_LEAST,
                                                  [AT_MOST] = WORD_VERDICT_AT_MOST,
                                                  [BETWEEN] = WORD_VERDICT_BETWEEN,
                                                  [EQUALS] = WORD_VERDICT_EQUALS };
    const struct verdict *verdict = speaker->verdict;
    struct number_text bound = bound_figure(speaker->unit, verdict->bound), upper = bound_figure(speaker->unit, verdict->upper);
    enum word word = verdict->bound_is_limit ? WORD_VERDICT_LIMIT : words[verdict->comparison];
    const char *text = say(speaker, word, "bound", bound.text, "upper", upper.text);
    if (!text || verdict->tolerance <= 0)
        return text;
    const char *tolerance = speaker->unit == UNIT_SHARE ? difference(speaker, verdict->tolerance, DECIMALS)
                                                        : arena_text(speaker->arena, number_text(verdict->tolerance).text);
    return tolerance ? say(speaker, WORD_VERDICT_TOLERANCE, "bound", text, "tolerance", tolerance) : NULL;
}

static enum word margin_word(const struct verdict *verdict)
{
    if (verdict->met && verdict->margin < 0)
        return WORD_VERDICT_TOLERATED;
    if (verdict->met)
        return WORD_VERDICT_BETTER;
    return verdict->value < near_bound(verdict) ? WORD_VERDICT_WORSE : WORD_VERDICT_TOO_MUCH;
}

/* Nothing where it is not known, and where a value is exactly what it has to be. */
static const char *margin_text(const struct speaker *speaker)
{
    const struct verdict *verdict = speaker->verdict;
    if (isnan(verdict->margin) || (verdict->met && verdict->comparison == EQUALS && verdict->margin >= 0))
        return "";
    const char *text = difference(speaker, fabs(verdict->margin), decimals_of(speaker->unit, verdict));
    return text ? say(speaker, margin_word(verdict), "margin", text, NULL, NULL) : NULL;
}

static const char *first_text(const struct speaker *speaker)
{
    const struct verdict_line *line = speaker->line;
    if (!line->first_met)
        return word_text(WORD_VERDICT_NEVER, speaker->language);
    bool lost = line->first_missed > line->first_met;
    enum word word = lost ? WORD_VERDICT_FIRST_MISSED : WORD_VERDICT_FIRST;
    struct number_text met = decimal_text(line->first_met, 0), missed = decimal_text(line->first_missed, 0);
    return say(speaker, word, "year", met.text, "missed", missed.text);
}

/* "north 53", or "north 53 in 2025" where the year is not that of the line. */
static void other_add(struct buffer *buffer, const struct speaker *speaker, const struct verdict *other)
{
    struct number_text value = figure(speaker->unit, other->value, decimals_of(speaker->unit, other));
    struct number_text year = decimal_text(other->year, 0);
    const struct slot slots[] = { { "value", value.text }, { "year", year.text }, { NULL, NULL } };
    buffer_text(buffer, other->id);
    buffer_text(buffer, " ");
    if (other->year == speaker->verdict->year)
        buffer_text(buffer, value.text);
    else
        sentence_add(buffer, WORD_VERDICT_VALUE, speaker->language, slots);
}

/* Names as many as there is room for. Returns how many. */
static int others_add(struct buffer *buffer, const struct speaker *speaker, struct others_room room)
{
    const struct verdict_line *line = speaker->line;
    int named = 0;
    for (int i = 1; i < line->n_missed && named < room.most && !buffer->failed; i++, named++) {
        size_t before = buffer->length;
        buffer_text(buffer, i > 1 ? word_text(WORD_LABEL_JOIN, speaker->language) : "");
        other_add(buffer, speaker, &speaker->verdicts->list[line->missed[i]]);
        if (named == 0 || buffer->failed || text_width(buffer->text, buffer->length) <= room.width)
            continue;
        buffer->length = before;
        break;
    }
    return named;
}

static const char *others_text(const struct speaker *speaker, struct others_room room)
{
    int others = speaker->line->n_missed - 1;
    struct buffer buffer;
    if (others < 1)
        return "";
    buffer_init(&buffer, &speaker->arena->allocator);
    int named = others_add(&buffer, speaker, room);
    const char *list = buffer_taken(&buffer, speaker->arena);
    struct number_text more = decimal_text(others - named, 0);
    enum word word = others > named ? WORD_VERDICT_ALSO_MORE : WORD_VERDICT_ALSO;
    return list ? say(speaker, word, "others", list, "count", more.text) : NULL;
}

bool describe_line(struct arena *arena, enum seatsim_language language, const struct seatsim_verdicts *verdicts,
                   const struct verdict_line *line, struct others_room room, struct verdict_words *words)
{
    const struct verdict *verdict = &verdicts->list[line->shown];
    const struct speaker speaker = { arena, language, verdicts, line, verdict, verdict->unit };
    *words = (struct verdict_words){
        .result = result_text(&speaker),
        .target = shown_title(arena, &verdict->title, language, verdict->target),
        .stage = shown_title(arena, &verdict->stage_title, language, verdict->stage),
        .scope = scope_text(&speaker),
        .where = where_text(&speaker),
        .each = line->each,
        .value = value_sentence(&speaker),
        .bound = bound_text(&speaker),
        .margin = margin_text(&speaker),
        .first = first_text(&speaker),
        .others = others_text(&speaker, room),
    };
    return words->target && words->stage && words->scope && words->where && words->value && words->bound && words->margin &&
           words->first && words->others;
}

/* The parts that are not empty with commas between. */
static const char *joined(struct arena *arena, const char *const *parts, int count)
{
    struct buffer buffer;
    buffer_init(&buffer, &arena->allocator);
    for (int part = 0; part < count; part++) {
        if (!parts[part][0])
            continue;
        buffer_text(&buffer, buffer.length > 0 ? ", " : "");
        buffer_text(&buffer, parts[part]);
    }
    return buffer_taken(&buffer, arena);
}

const char *line_name(struct arena *arena, const struct verdict_words *words)
{
    return joined(arena, (const char *const[]){ words->target, words->stage, words->scope }, 3);
}

const char *line_finding(struct arena *arena, const struct verdict_words *words)
{
    const char *where = words->each ? words->where : "";
    return joined(arena, (const char *const[]){ where, words->value, words->bound, words->margin, words->first, words->others },
                  6);
}
