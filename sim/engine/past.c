#include "engine/past.h"

#include "model/demand.h"

bool find_past(struct plan *plan, const struct plan_district *filled, int stage, struct past *past)
{
    const struct district *district = &plan->scenario->districts[filled->index];
    const struct series *history = &district->history[stage];
    int base_year = plan->scenario->base_year, first_grade = plan->stages[stage].first_grade;
    double *room = arena_new(&plan->arena, 2 * ((size_t)history->count + 1), sizeof *room);
    *past = (struct past){ 0, room, room + history->count + 1 };
    for (int i = 0; room && i < history->count; i++) {
        past->years[past->count] = history->constant ? base_year : history->years[i];
        past->values[past->count] = history->values[i];
        past->count += past->years[past->count] <= base_year;
    }
    if (room && (past->count == 0 || past->years[past->count - 1] < base_year)) {
        past->years[past->count] = base_year;
        past->values[past->count++] = filled->pupils[first_grade] + filled->waiting[first_grade];
    }
    int window = (int)district->entry[stage].window, left_out = past->count > window ? past->count - window : 0;
    past->years += left_out;
    past->values += left_out;
    past->count -= left_out;
    return room;
}

double entrants_like_past(enum entry_method method, const struct past *past, int year)
{
    double sum = 0;
    if (method == ENTRY_LAST)
        return past->values[past->count - 1];
    if (method == ENTRY_LINEAR)
        return trend_at(past->count, past->years, past->values, year);
    for (int i = 0; i < past->count; i++)
        sum += past->values[i];
    return sum / past->count;
}
