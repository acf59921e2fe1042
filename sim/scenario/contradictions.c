/* Which targets cannot both be met: those of one indicator and sector, where and while both must hold. */
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <math.h>
#include <stdlib.h>

/* Pairs that are held against each other: thousands of targets about one and the same place must not cost their square. */
enum { PAIRS_MOST = 1000 * 1000 };

struct comparing {
    const struct target **targets; /* [n_targets] of one subject beside each other, those of each place first */
    int pairs;                     /* against PAIRS_MOST */
    struct seatsim_diagnostics *diagnostics;
};

/* --- two of them ------------------------------------------------------------------------------------------------- */

static bool share_a_stage(const struct target *one, const struct target *other)
{
    for (int i = 0; i < one->n_stages; i++)
        for (int k = 0; k < other->n_stages; k++)
            if (one->stages[i] == other->stages[k])
                return true;
    return false;
}

/* The largest of both first years, when both must hold in it; 0 when there is none. */
static int shared_year(const struct target *one, const struct target *other)
{
    int first = one->first_year > other->first_year ? one->first_year : other->first_year;
    int last = one->last_year < other->last_year ? one->last_year : other->last_year;
    return first <= last && !one->one_year && !other->one_year ? first : 0;
}

static double least_of(const struct target *target)
{
    return target->comparison == AT_MOST ? -INFINITY : target->bound - target->tolerance;
}

static double most_of(const struct target *target)
{
    double bound = target->comparison == BETWEEN ? target->upper : target->bound;
    return target->comparison == AT_LEAST ? INFINITY : bound + target->tolerance;
}

/* A limit, which is NaN here, contradicts nothing. */
static void compare_bounds(const struct target *lower, const struct target *upper, const struct target *later,
                            struct seatsim_diagnostics *diagnostics)
{
    int year = shared_year(lower, upper);
    if (!number_below(most_of(upper), least_of(lower)) || year == 0)
        return;
    const struct target *earlier = later == lower ? upper : lower;
    struct number_text least = number_text(least_of(lower)), most = number_text(most_of(upper)), when = number_text(year);
    const struct slot slots[] = { { "target", later->id }, { "other", earlier->id }, { "indicator", later->indicator_id },
                                  { "least", least.text }, { "most", most.text },    { "year", when.text },
                                  { NULL, NULL } };
    report(diagnostics, later->section.node->place, "W270", slots);
}

static void compare_targets(struct comparing *at, const struct target *one, const struct target *other)
{
    const struct target *later = one > other ? one : other;
    if (++at->pairs > PAIRS_MOST || !share_a_stage(one, other))
        return;
    compare_bounds(one, other, later, at->diagnostics);
    compare_bounds(other, one, later, at->diagnostics);
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

/* Whether it is about districts, facilities or the region; each of them has no place. */
static int level_of(const struct target *target)
{
    bool districts = target->scope == TARGET_DISTRICT || target->scope == TARGET_DISTRICTS;
    return target->scope == TARGET_REGION ? 0 : districts ? 1 : 2;
}

static int compare_subjects(const struct target *one, const struct target *other)
{
    if (one->indicator != other->indicator)
        return one->indicator < other->indicator ? -1 : 1;
    if (one->sector != other->sector)
        return one->sector < other->sector ? -1 : 1;
    return level_of(one) - level_of(other);
}

static int compare_places(const void *a, const void *b)
{
    const struct target *one = *(const struct target *const *)a, *other = *(const struct target *const *)b;
    int subjects = compare_subjects(one, other);
    if (subjects != 0)
        return subjects;
    if (one->place != other->place)
        return one->place < other->place ? -1 : 1;
    return (one > other) - (one < other);
}

static void compare_all(struct comparing *at, int count)
{
    int subject = 0, placed = 0, same = 0; /* where the subject begins; its targets of one place; those of the same place */
    for (int i = 0; i < count && at->pairs < PAIRS_MOST; i++) {
        const struct target *target = at->targets[i], *before = at->targets[i ? i - 1 : 0];
        if (compare_subjects(before, target) != 0)
            subject = placed = same = i;
        else if (before->place != target->place)
            same = i;
        if (target->place < 0)
            placed = i + 1;
        for (int other = subject; target->place >= 0 && other < placed; other++)
            compare_targets(at, target, at->targets[other]);
        for (int other = same; other < i; other++)
            compare_targets(at, target, at->targets[other]);
    }
}

void check_contradictions(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct comparing at = { .diagnostics = diagnostics };
    size_t count = (size_t)scenario->n_targets;
    at.targets = memory_new(&scenario->arena.allocator, count, sizeof *at.targets);
    if (!at.targets) {
        report_no_memory(diagnostics);
        return;
    }
    for (size_t i = 0; i < count; i++)
        at.targets[i] = &scenario->targets[i];
    if (count > 0)
        qsort(at.targets, count, sizeof *at.targets, compare_places);
    compare_all(&at, scenario->n_targets);
    memory_free(&scenario->arena.allocator, at.targets);
}
