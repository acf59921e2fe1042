#include "model/staff.h"

#include "model/indicators.h"

#include <math.h>

static real *row_of(real *totals, int draws, enum quantity quantity)
{
    return totals + (ptrdiff_t)quantity * draws;
}

double posts_filled(double available, double attrition, int years, double hired)
{
    return available * pow(1 - attrition, years) + hired;
}

static real whole_posts(real posts)
{
    return ceil(posts - ROUNDING * (posts > 1 ? posts : 1));
}

real posts_required(const struct post_kind *post, real enrolled, real classes)
{
    real by_pupils = isnan(post->pupils_per_post) ? 0 : enrolled / post->pupils_per_post;
    return whole_posts(by_pupils + post->per_class * classes);
}

static void count_post(const struct post_kind *post, int draws, real *totals)
{
    const real *enrolled = row_of(totals, draws, QUANTITY_ENROLLED), *classes = row_of(totals, draws, QUANTITY_CLASSES);
    for (int draw = 0; draw < draws; draw++) {
        real required = posts_required(post, enrolled[draw], classes[draw]);
        row_of(totals, draws, QUANTITY_POSTS)[draw] += required;
        row_of(totals, draws, QUANTITY_RECURRENT)[draw] += required * post->salary;
        if (isnan(post->available))
            continue;
        row_of(totals, draws, QUANTITY_STAFF)[draw] += post->available;
        row_of(totals, draws, QUANTITY_STAFF_GAP)[draw] += required > post->available ? required - post->available : 0;
        row_of(totals, draws, QUANTITY_STAFF_SURPLUS)[draw] += post->available > required ? post->available - required : 0;
        if (!post->teaches)
            continue;
        row_of(totals, draws, QUANTITY_TEACHERS)[draw] += post->available;
        row_of(totals, draws, QUANTITY_TAUGHT)[draw] += enrolled[draw];
    }
}

/* A sum that is known begins at 0, any other stays without a value. */
static void begin_sum(bool known, int draws, real *sum)
{
    for (int draw = 0; draw < draws; draw++)
        sum[draw] = known ? 0 : (real)NAN;
}

void measure_staff(int n_posts, const struct post_kind *posts, int draws, real *totals)
{
    bool any_known = false;
    for (int i = 0; i < n_posts; i++)
        any_known |= !isnan(posts[i].available);
    begin_sum(n_posts > 0, draws, row_of(totals, draws, QUANTITY_POSTS));
    begin_sum(any_known, draws, row_of(totals, draws, QUANTITY_STAFF));
    begin_sum(any_known, draws, row_of(totals, draws, QUANTITY_STAFF_GAP));
    begin_sum(any_known, draws, row_of(totals, draws, QUANTITY_STAFF_SURPLUS));
    begin_sum(true, draws, row_of(totals, draws, QUANTITY_RECURRENT));
    for (int i = 0; i < n_posts; i++)
        count_post(&posts[i], draws, totals);
}

void measure_money(const struct year_money *money, int draws, real *restrict spent, real *totals)
{
    const real *enrolled = row_of(totals, draws, QUANTITY_ENROLLED);
    real *capital = row_of(totals, draws, QUANTITY_CAPITAL), *recurrent = row_of(totals, draws, QUANTITY_RECURRENT);
    real *present = row_of(totals, draws, QUANTITY_PRESENT_VALUE);
    for (int draw = 0; draw < draws; draw++) {
        capital[draw] = money->known ? capital[draw] : (real)NAN;
        recurrent[draw] = money->known ? recurrent[draw] + enrolled[draw] * money->a_pupil : (real)NAN;
        spent[draw] += (capital[draw] + recurrent[draw]) * money->factor;
        present[draw] = spent[draw];
    }
}
