#include "scenario/amount.h"

#include "scenario/keys.h"

#include <math.h>
#include <string.h>

/* A number or percentage; in quotes it is a text. */
static bool amount_of(const struct node *node, double *amount, bool *percent)
{
    if (node->kind != NODE_SCALAR || !node->plain || node->length == 0)
        return false;
    *percent = node->text[node->length - 1] == '%';
    if (!text_number(node->text, node->length - *percent, amount))
        return false;
    if (*percent)
        *amount /= 100;
    return true;
}

bool is_amount(const struct node *node)
{
    double amount;
    bool percent;
    return amount_of(node, &amount, &percent);
}

/* Rounded to 12 decimals, so that 50% * 0.9 is 45% and not 45.00000000000001%. */
static double tidy(double number)
{
    return fabs(number) < 1e3 ? round(number * 1e12) / 1e12 : number;
}

/* What is done to each number. */
struct change {
    enum operation operation;
    double by;
    struct place place;
    enum origin origin;
    struct arena *arena;
};

static int change_scalar(struct node *node, const struct change *change)
{
    double amount;
    bool percent;
    if (!amount_of(node, &amount, &percent))
        return 0;
    amount = change->operation == OPERATION_ADD ? amount + change->by : amount * change->by;
    struct number_text number = number_text(tidy(percent ? amount * 100 : amount));
    const char *parts[] = { number.text, percent ? "%" : "" };
    const char *text = arena_join(change->arena, parts, 2);
    if (!text)
        return -1;
    node->text = text;
    node->length = strlen(text);
    node->place = change->place;
    node->origin = change->origin;
    return 1;
}

static bool has_years(const struct node *node)
{
    for (int i = 0; i < node->count && node->kind == NODE_MAPPING; i++)
        if (is_year_key(node->keys[i]->text))
            return true;
    return false;
}

static int change_all(struct node *node, const struct change *change)
{
    bool years = has_years(node);
    int total = 0;
    if (node->kind == NODE_SCALAR)
        return change_scalar(node, change);
    for (int i = 0; i < node->count; i++) {
        if (node->kind == NODE_MAPPING && (is_provenance(node->keys[i]->text) || (years && !is_year_key(node->keys[i]->text))))
            continue;
        int changed = change_all(node->items[i], change);
        if (changed < 0)
            return -1;
        total += changed;
    }
    if (total > 0)
        node->origin = change->origin;
    return total;
}

int change_amounts(struct node *node, enum operation operation, const struct node *amount, enum origin origin,
                   struct arena *arena)
{
    struct change change = { .operation = operation, .place = amount->place, .origin = origin, .arena = arena };
    bool percent;
    return amount_of(amount, &change.by, &percent) ? change_all(node, &change) : 0;
}

bool node_copy(struct arena *arena, const struct node *from, enum origin origin, struct node *to)
{
    *to = (struct node){ .kind = from->kind,
                         .origin = origin,
                         .place = from->place,
                         .text = from->text,
                         .length = from->length,
                         .plain = from->plain };
    for (int i = 0; i < from->count; i++) {
        struct node *key = NULL, *item = node_new(arena, NODE_SCALAR, from->place, origin);
        if (from->kind == NODE_MAPPING)
            key = node_scalar(arena, from->keys[i]->text, from->keys[i]->place, origin);
        if (!item || (from->kind == NODE_MAPPING && !key) || !node_copy(arena, from->items[i], origin, item) ||
            !node_add(arena, to, key, item))
            return false;
    }
    return true;
}
