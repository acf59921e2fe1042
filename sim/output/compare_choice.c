#include "output/compare_choice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHOSEN_MOST = 4 };

struct candidate {
    int indicator;
    double size; /* of its largest difference, 0 to 1 */
    bool of_target;
};

/* The difference as part of the larger of the two values; 1 where only one of them exists. */
static double size_of(struct difference difference)
{
    if (isnan(difference.base) || isnan(difference.value))
        return isnan(difference.base) == isnan(difference.value) ? 0 : 1;
    double largest = fmax(fabs(difference.base), fabs(difference.value));
    return largest > 0 ? fabs(difference.absolute) / largest : 0;
}

static double largest_of(const struct seatsim_comparison *comparison, struct compared_cell cell)
{
    double largest = 0;
    for (int which = 1; which < comparison->count; which++)
        for (int year = 0; year < comparison->years && compared_has(comparison, which, cell); year++)
            largest = fmax(largest, size_of(compared_difference(comparison, which, cell, year)));
    return largest;
}

static bool is_in_another(const struct seatsim_comparison *comparison, struct compared_cell cell)
{
    for (int which = 1; which < comparison->count; which++)
        if (compared_has(comparison, which, cell))
            return true;
    return false;
}

static bool is_of_target(const struct seatsim_comparison *comparison, int indicator, int stage)
{
    const struct seatsim_verdicts *verdicts = comparison->list[0].verdicts;
    const char *id = seatsim_results_name(comparison->list[0].results, SEATSIM_COLUMN_STAGE, stage);
    for (int i = 0; i < verdicts->count; i++)
        if (verdicts->list[i].indicator == indicator && text_is(verdicts->list[i].stage, id))
            return true;
    return false;
}

static int compare_candidates(const void *one, const void *other)
{
    const struct candidate *a = one, *b = other;
    if (a->of_target != b->of_target)
        return a->of_target ? -1 : 1;
    if (a->size < b->size || b->size < a->size)
        return a->size > b->size ? -1 : 1;
    return (a->indicator > b->indicator) - (a->indicator < b->indicator);
}

static int compare_numbers(const void *one, const void *other)
{
    int a = *(const int *)one, b = *(const int *)other;
    return (a > b) - (a < b);
}

/* Lists what differs, or the one that is asked for. Returns how many. */
static int list_candidates(const struct seatsim_comparison *comparison, int district, int stage, struct candidate *list)
{
    int count = 0;
    for (int i = 0; i < compared_keys(comparison->list[0].results, SEATSIM_COLUMN_INDICATOR); i++) {
        if (comparison->indicator >= 0 && comparison->indicator != i)
            continue;
        if (!is_in_another(comparison, (struct compared_cell){ district, i, stage, -1 }))
            continue;
        double size = largest_of(comparison, (struct compared_cell){ district, i, stage, -1 });
        if (size > 0 || comparison->indicator >= 0)
            list[count++] = (struct candidate){ i, size, is_of_target(comparison, i, stage) };
    }
    return count;
}

int choose_indicators(const struct seatsim_comparison *comparison, int district, int stage, struct arena *arena, int **chosen,
                      int *left)
{
    size_t most = (size_t)compared_keys(comparison->list[0].results, SEATSIM_COLUMN_INDICATOR);
    struct candidate *list = arena_new(arena, most, sizeof *list);
    *chosen = arena_new(arena, most, sizeof **chosen);
    if (!list || !*chosen)
        return -1;
    int count = list_candidates(comparison, district, stage, list), n_chosen = 0;
    qsort(list, (size_t)count, sizeof *list, compare_candidates);
    while (n_chosen < count && (n_chosen < CHOSEN_MOST || list[n_chosen].of_target)) {
        (*chosen)[n_chosen] = list[n_chosen].indicator;
        n_chosen++;
    }
    qsort(*chosen, (size_t)n_chosen, sizeof **chosen, compare_numbers);
    *left = count - n_chosen;
    return n_chosen;
}
