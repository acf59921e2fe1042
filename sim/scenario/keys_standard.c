/* The keys of a standard: stages, posts, sectors. */
#include "scenario/keys_rows.h"
#include "scenario/read.h"

static const struct key post_keys[] = {
    { .name = "id", .type = KEY_ID, AT(post, id), .meaning = "Name of the kind of post", .example = "teacher" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(post, title),
      .meaning = "What people call it", .example = "{zh: 教师, en: Teachers}" },
    { .name = "pupils_per_post", .type = KEY_COUNT, .unit = "ratio", .fallback = "", .min = 0.1, .max = 1e4,
      AT(post, pupils_per_post),
      .meaning = "Pupils for each post that is required; 1:19 says 19", .example = "19" },
    { .name = "per_class", .type = KEY_COUNT, .unit = "posts", .fallback = "0", .min = 0, .max = 100, AT(post, per_class),
      .meaning = "Posts required for each class formed", .example = "2" },
    END
};

const struct key stage_keys[] = {
    { .name = "id", .type = KEY_ID, AT(stage, id), .meaning = "Name of the stage in keys and tables", .example = "primary" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(stage, title),
      .meaning = "What people call it", .example = "{zh: 小学, en: Primary}" },
    { .name = "compulsory", .type = KEY_TRUTH, .fallback = "false", AT(stage, compulsory),
      .meaning = "Every child is seated, above capacity if need be", .example = "true" },
    { .name = "entry_age", .type = KEY_COUNT, .unit = "years", .min = 0, .max = 30, .whole = true, AT(stage, given_entry_age),
      .meaning = "Age by the cut-off date at which the first grade begins", .example = "6" },
    { .name = "grades", .type = KEY_CUSTOM, .read = read_grades, .forms = FORM_NUMBER | FORM_IDS, .min = 1, .max = 30,
      .whole = true, AT(stage, given_grades),
      .meaning = "How many grades, or their names", .example = "6" },
    { .name = "class_limit", .type = KEY_NUMBERS, .unit = "pupils", .min = 1, .max = 1000, AT(stage, given_limits),
      .meaning = "Pupils a class may hold: one number, or one a grade", .example = "45" },
    { .name = "planned_class", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000,
      AT(stage, planned_class),
      .meaning = "Pupils a class is built for; the mean of the limits if not given", .example = "45" },
    { .name = "oversize", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000, AT(stage, oversize),
      .meaning = "Pupils from which a class counts as oversize", .example = "56" },
    { .name = "super_oversize", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000,
      AT(stage, super_oversize),
      .meaning = "Pupils from which a class counts as super oversize", .example = "66" },
    { .name = "school_size", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1e6, AT(stage, school_size),
      .meaning = "Pupils a school of this stage alone may have", .example = "2000" },
    { .name = "posts", .type = KEY_NAMED, .fallback = "", THINGS(stage, post, posts, post_keys),
      .meaning = "Kinds of posts, and how many of each are required", .example = "{teacher: {pupils_per_post: 19}}" },
    END
};

const struct key sector_keys[] = {
    { .name = "id", .type = KEY_ID, AT(sector, id), .meaning = "Name of the sector", .example = "public" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(sector, title),
      .meaning = "What people call it", .example = "{zh: 公办, en: Public}" },
    END
};
