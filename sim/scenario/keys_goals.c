/* The keys of what is asked: allocation, uncertainty, money, targets, variants. */
#include "scenario/keys_rows.h"
#include "scenario/read.h"

static const char *const policy_names[] = { "proportional", "public_first", "preference", "zones", NULL };
static const char *const order_names[] = { "together", "entry_first", NULL };
static const char *const severity_names[] = { "error", "warning", NULL };
static const char *const bound_names[] = { "limit", NULL };

_Static_assert(sizeof policy_names / sizeof *policy_names == POLICIES + 1, "a name for each policy");
_Static_assert(sizeof order_names / sizeof *order_names == SEATING_ORDERS + 1, "a name for each order");

const struct key allocation_keys[] = {
    { .name = "policy", .type = KEY_CHOICE, .fallback = "proportional", .names = policy_names, AT(allocation, policy),
      .meaning = "Who fills free seats first", .example = "public_first" },
    { .name = "transfer", .type = KEY_SHARE, .unit = "of pupils", .fallback = "0%", .min = 0, .max = 1,
      AT(allocation, transfer),
      .meaning = "Children who move to a higher sector when it has free seats", .example = "10%" },
    { .name = "order", .type = KEY_CHOICE, .fallback = "together", .names = order_names, AT(allocation, order),
      .meaning = "All grades seated together, or one after another from the lowest", .example = "entry_first" },
    { .name = "weights", .type = KEY_AMOUNTS, .fallback = "", FROM_0, AT(allocation, given_weights),
      .meaning = "Policy preference: how much children prefer each sector; 1 where not given",
      .example = "{public: 3, inclusive: 2, private: 1}" },
    { .name = "max_share", .type = KEY_SHARE, .unit = "of demand", .fallback = "0%", .min = 0, .max = 1,
      AT(allocation, max_share),
      .only_checked = true,
      .meaning = "Children who may be seated in neighbouring districts", .example = "20%" },
    END
};
#define DRIVER_ROW(name_, meaning_)                                                                                     \
    { .name = #name_, .type = KEY_SECTION, .fallback = "", .keys = driver_keys, .scalar_key = "sd", AT(uncertainty, name_), \
      .meaning = meaning_, .example = "{sd: 6%, persistence: 0.8, shared: 0.9}" }

static const struct key driver_keys[] = {
    { .name = "sd", .type = KEY_SHARE, .unit = "of the value", .fallback = "0%", .min = 0, .max = 5, AT(driver, sd),
      .meaning = "Standard deviation of the logarithm", .example = "6%" },
    { .name = "persistence", .type = KEY_NUMBER, .fallback = "0", .min = 0, .max = 0.9999, AT(driver, persistence),
      .meaning = "How much of a deviation lasts to the next year", .example = "0.8" },
    { .name = "shared", .type = KEY_NUMBER, .fallback = "0", .min = 0, .max = 1, AT(driver, shared),
      .meaning = "Part of the variance that all districts have in common", .example = "0.9" },
    { .name = "from_zero", .type = KEY_TRUTH, .fallback = "false", AT(driver, from_zero),
      .meaning = "Deviations begin at nothing and grow, instead of being as wide from the first year", .example = "true" },
    END
};

const struct key uncertainty_keys[] = {
    DRIVER_ROW(births, "Births after the last given year"),
    DRIVER_ROW(entry, "Entry rates"),
    DRIVER_ROW(progression, "Progression, grade by grade"),
    DRIVER_ROW(migration, "Net migration"),
    DRIVER_ROW(housing, "Dwellings completed"),
    DRIVER_ROW(transfer, "The share that transfers"),
    DRIVER_ROW(preference, "The weights of preference"),
    { .name = "delay", .type = KEY_DISTRIBUTION, .unit = "of futures", .fallback = "", .min = 0, .max = 1,
      AT(uncertainty, delay),
      .meaning = "How many years late a project may be, with which probability", .example = "{0: 70%, 1: 25%, 2: 5%}" },
    END
};

static const struct key unit_price_keys[] = {
    { .name = "pupil", .type = KEY_AMOUNTS, .unit = "money a year", .fallback = "", FROM_0, AT(unit_prices, pupil),
      .meaning = "What a pupil costs in a year, by stage", .example = "{primary: 9000}" },
    { .name = "post", .type = KEY_AMOUNTS, .unit = "money a year", .fallback = "", FROM_0, AT(unit_prices, post),
      .meaning = "What a post costs in a year, by kind", .example = "{teacher: 120000}" },
    { .name = "seat", .type = KEY_AMOUNTS, .unit = "money", .fallback = "", FROM_0, AT(unit_prices, seat),
      .meaning = "What a new seat costs, by stage, where a project does not say its cost", .example = "{kindergarten: 60000}" },
    END
};

const struct key money_keys[] = {
    { .name = "currency", .type = KEY_TEXT, .fallback = "", AT(money, currency),
      .meaning = "The currency of all money in the file",
      .example = "CNY" },
    { .name = "discount", .type = KEY_SHARE, .unit = "a year", .fallback = "0%", .min = 0, .max = 1, AT(money, discount),
      .meaning = "How much less a year later counts, for the present value", .example = "3%" },
    { .name = "payers", .type = KEY_NAMES, .fallback = "", AT(money, payers), .only_checked = true,
      .meaning = "Who pays for projects",
      .example = "[district, province]" },
    { .name = "unit", .type = KEY_SECTION, .fallback = "", .keys = unit_price_keys, AT(money, unit),
      .meaning = "Prices of a pupil, a post and a seat", .example = "{pupil: {primary: 9000}, post: {teacher: 120000}}" },
    END
};

const struct key target_keys[] = {
    { .name = "id", .type = KEY_ID, AT(target, id), .meaning = "Name of the target", .example = "public-half" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(target, title),
      .meaning = "What people call it", .example = "{zh: 公办占比过半, en: Half public}" },
    { .name = "indicator", .type = KEY_TEXT, AT(target, indicator_id),
      .meaning = "The indicator it is about", .example = "public_share" },
    { .name = "stage", .type = KEY_NAMES, .fallback = "", AT(target, stage_ids),
      .meaning = "The stage or stages; all of them if not given", .example = "[primary, junior]" },
    { .name = "scope", .type = KEY_TEXT, .fallback = "region", AT(target, scope_id),
      .meaning = "region, districts (each of them), or the name of one", .example = "districts" },
    { .name = "at_least", .type = KEY_CUSTOM, .fallback = "", .read = read_bound, .names = bound_names,
      .forms = FORM_NUMBER, ANY, AT(target, given_at_least),
      .meaning = "The least it may be", .example = "50%" },
    { .name = "at_most", .type = KEY_CUSTOM, .fallback = "", .read = read_bound, .names = bound_names,
      .forms = FORM_WORDS | FORM_NUMBER, ANY, AT(target, given_at_most),
      .meaning = "The most it may be: a number, a share, or limit", .example = "limit" },
    { .name = "in", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(target, in),
      .meaning = "The year it must hold in", .example = "2023" },
    { .name = "from", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(target, from),
      .meaning = "The first year from which it must hold to the horizon", .example = "2023" },
    { .name = "severity", .type = KEY_CHOICE, .fallback = "error", .names = severity_names, AT(target, severity),
      .meaning = "Whether a miss fails the check or only warns", .example = "warning" },
    { .name = "probability", .type = KEY_SHARE, .unit = "of futures", .fallback = "", .min = 0, .max = 1,
      AT(target, probability),
      .only_checked = true,
      .meaning = "In how many of the uncertain futures it must hold", .example = "80%" },
    END
};

const struct key variant_keys[] = {
    { .name = "id", .type = KEY_ID, AT(variant, id), .meaning = "Name of the variant", .example = "one-year-late" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(variant, title),
      .meaning = "What people call it", .example = "{zh: 推迟一年, en: A year late}" },
    { .name = "set", .type = KEY_CUSTOM, .read = read_patches, .forms = FORM_PATCHES, AT(variant, set),
      .meaning = "What it changes: path and value", .example = "{\"projects.*.lag\": \"+= 1\"}" },
    END
};
