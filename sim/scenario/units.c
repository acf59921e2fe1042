/* Units in the words of both languages. In the key table a unit stands in English: whether a percentage makes sense is read
 * from it. */
#include "scenario/keys.h"

#include <string.h>

static const char *const units[][LANGUAGES] = {
    { "a year", "每年" },
    { "autumns", "个秋季" },
    { "births", "人" },
    { "children", "人" },
    { "classes", "班" },
    { "coefficient of variation", "差异系数" },
    { "dwellings", "套" },
    { "money", "金额" },
    { "money a year", "每年金额" },
    { "of children", "占儿童" },
    { "of demand", "占需求" },
    { "of futures", "占随机情形" },
    { "of posts a year", "每年占岗位" },
    { "of pupils", "占学生" },
    { "of the cohort", "占同批出生人数" },
    { "of the cost", "占造价" },
    { "of the first year's yield", "与首年之比" },
    { "of the value", "与原值之比" },
    { "of the way a year", "每年走完剩余差距的比例" },
    { "posts", "个岗位" },
    { "pupils", "人" },
    { "pupils per class", "人/班" },
    { "pupils per teacher", "人/教师" },
    { "pupils a dwelling", "人/套" },
    { "pupils a year", "人/年" },
    { "ratio", "比率" },
    { "rooms", "间" },
    { "schools", "所" },
    { "seats", "个学位" },
    { "share", "比例" },
    { "years", "岁/年" },
};

const char *unit_text(const char *unit, enum seatsim_language language)
{
    for (size_t i = 0; unit && i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i][SEATSIM_ENGLISH], unit) == 0)
            return units[i][language];
    return unit;
}
