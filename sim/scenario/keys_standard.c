/* The keys of a standard: stages, posts, sectors. */
#include "scenario/keys_rows.h"
#include "scenario/read.h"

static const struct key post_keys[] = {
    { .name = "id", .type = KEY_ID, AT(post, id), .meaning = { "Name of the kind of post", "岗位类别标识" },
      .example = "teacher" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(post, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 教师, en: Teachers}" },
    { .name = "pupils_per_post", .type = KEY_COUNT, .unit = "ratio", .fallback = "", .min = 0.1, .max = 1e4,
      AT(post, pupils_per_post),
      .meaning = { "Pupils for each post that is required; 1:19 says 19", "每个应配岗位对应的学生数；1:19 即 19" },
      .example = "19" },
    { .name = "per_class", .type = KEY_COUNT, .unit = "posts", .fallback = "0", .min = 0, .max = 100, AT(post, per_class),
      .meaning = { "Posts required for each class formed", "每班应配岗位数" }, .example = "2" },
    END
};

const struct key stage_keys[] = {
    { .name = "id", .type = KEY_ID, AT(stage, id), .meaning = { "Name of the stage in keys and tables",
                   "学段标识，用于键和表格" }, .example = "primary" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(stage, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 小学, en: Primary}" },
    { .name = "compulsory", .type = KEY_TRUTH, .fallback = "false", AT(stage, compulsory),
      .meaning = { "Every child is seated, above capacity if need be", "义务教育：每名儿童都安排入学，必要时超员" }, .example = "true" },
    { .name = "entry_age", .type = KEY_COUNT, .unit = "years", .min = 0, .max = 30, .whole = true, AT(stage, given_entry_age),
      .meaning = { "Age by the cut-off date at which the first grade begins", "截止日期前达到的一年级入学年龄" }, .example = "6" },
    { .name = "grades", .type = KEY_CUSTOM, .read = read_grades, .forms = FORM_NUMBER | FORM_IDS, .min = 1, .max = 30,
      .whole = true, AT(stage, given_grades),
      .meaning = { "How many grades, or their names", "年级数，或各年级的名称" }, .example = "6" },
    { .name = "class_limit", .type = KEY_NUMBERS, .unit = "pupils", .min = 1, .max = 1000, AT(stage, given_limits),
      .meaning = { "Pupils a class may hold: one number, or one a grade", "班额上限：一个数，或每年级一个" }, .example = "45" },
    { .name = "planned_class", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000,
      AT(stage, planned_class),
      .meaning = { "Pupils a class is built for; the mean of the limits if not given", "设计班额；省略为各年级上限的均值" },
      .example = "45" },
    { .name = "oversize", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000, AT(stage, oversize),
      .meaning = { "Pupils from which a class counts as oversize", "达到此人数即为大班额" }, .example = "56" },
    { .name = "super_oversize", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000,
      AT(stage, super_oversize),
      .meaning = { "Pupils from which a class counts as super oversize", "达到此人数即为超大班额" }, .example = "66" },
    { .name = "school_size", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1e6, AT(stage, school_size),
      .meaning = { "Pupils a school of this stage alone may have", "单一学段学校的学生人数上限" }, .example = "2000" },
    { .name = "posts", .type = KEY_NAMED, .fallback = "", THINGS(stage, post, posts, post_keys),
      .meaning = { "Kinds of posts, and how many of each are required", "岗位类别及配备要求" },
      .example = "{teacher: {pupils_per_post: 19}}" },
    END
};

const struct key sector_keys[] = {
    { .name = "id", .type = KEY_ID, AT(sector, id), .meaning = { "Name of the sector", "办学类别标识" },
      .example = "public" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(sector, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 公办, en: Public}" },
    END
};
