/* The measures of a scenario: the tables of indicators.c, its second part once for each name. */
#include "model/indicators.h"

#include <string.h>

static const struct { enum of of; struct quantity_row row; } named_quantities[NAMED_QUANTITIES] = {
#define NAMED_QUANTITY_ROW(name, of, gather, level) { OF_##of, { #name, GATHER_##gather, LEVEL_##level } },
    NAMED_QUANTITY_LIST(NAMED_QUANTITY_ROW)
#undef NAMED_QUANTITY_ROW
};

/* How many quantities a name of a kind has, and which is the first of them. */
static int quantities_of(enum of of, int *first)
{
    int count = 0;
    for (int i = NAMED_QUANTITIES - 1; i >= 0; i--)
        if (named_quantities[i].of == of) {
            *first = i;
            count++;
        }
    return count;
}

int named_quantity(const struct measures *measures, enum named_quantity quantity, int name)
{
    int at = QUANTITIES, first = 0;
    enum of of = named_quantities[quantity].of;
    for (int i = 0; i < (int)of; i++)
        at += measures->names[i].count * quantities_of((enum of)i, &first);
    int each = quantities_of(of, &first);
    return at + name * each + (int)quantity - first;
}

bool find_named(const struct measures *measures, int index, enum named_quantity *quantity, int *name)
{
    for (int i = 0; i < NAMED_QUANTITIES; i++)
        for (int j = 0; j < measures->names[named_quantities[i].of].count; j++)
            if (named_quantity(measures, (enum named_quantity)i, j) == index) {
                *quantity = (enum named_quantity)i;
                *name = j;
                return true;
            }
    return false;
}

static bool copy_names(const struct name_list names[OFS], struct arena *arena, struct measures *measures)
{
    for (int of = 0; of < OFS; of++) {
        const char **copies = arena_new(arena, (size_t)names[of].count, sizeof *copies);
        if (!copies)
            return false;
        for (int i = 0; i < names[of].count; i++)
            if (!(copies[i] = arena_text(arena, names[of].names[i])))
                return false;
        measures->names[of] = (struct name_list) { names[of].count, copies };
    }
    return true;
}

static bool make_quantities(struct arena *arena, struct measures *measures)
{
    measures->n_quantities = QUANTITIES;
    for (int i = 0; i < NAMED_QUANTITIES; i++)
        measures->n_quantities += measures->names[named_quantities[i].of].count;
    struct quantity_row *rows = arena_new(arena, (size_t)measures->n_quantities, sizeof *rows);
    if (!rows)
        return false;
    memcpy(rows, quantities, sizeof quantities);
    for (int i = 0; i < NAMED_QUANTITIES; i++)
        for (int name = 0; name < measures->names[named_quantities[i].of].count; name++)
            rows[named_quantity(measures, (enum named_quantity)i, name)] = named_quantities[i].row;
    measures->quantities = rows;
    return true;
}

/* A row of the table of named indicators for one name; its id is NULL without memory. */
static struct indicator indicator_for(const struct measures *measures, const struct indicator *row, int name, struct arena *arena)
{
    struct indicator made = *row;
    const char *parts[] = { row->id, ".", measures->names[row->of].names[name] };
    made.id = arena_join(arena, parts, 3);
    made.numerator = named_quantity(measures, (enum named_quantity)row->numerator, name);
    if (row->variation)
        made.denominator = named_quantity(measures, (enum named_quantity)row->denominator, name);
    return made;
}

static bool make_indicators(struct arena *arena, struct measures *measures)
{
    int count = n_indicators;
    for (const struct indicator *row = named_indicators; row->id; row++)
        count += measures->names[row->of].count;
    struct indicator *rows = arena_new(arena, (size_t)count, sizeof *rows);
    if (!rows)
        return false;
    memcpy(rows, indicators, (size_t)n_indicators * sizeof *rows);
    measures->n_indicators = n_indicators;
    for (const struct indicator *row = named_indicators; row->id; row++)
        for (int name = 0; name < measures->names[row->of].count; name++) {
            struct indicator made = indicator_for(measures, row, name, arena);
            if (!made.id)
                return false;
            rows[measures->n_indicators++] = made;
        }
    measures->indicators = rows;
    return true;
}

bool measures_make(const struct name_list names[OFS], struct arena *arena, struct measures *measures)
{
    *measures = plain_measures;
    bool made = copy_names(names, arena, measures) && make_quantities(arena, measures) && make_indicators(arena, measures);
    if (!made)
        *measures = plain_measures;
    return made;
}
