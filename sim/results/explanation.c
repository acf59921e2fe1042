#include "results/explanation.h"

#include <assert.h>

const char *const formula_names[FORMULAS] = {
#define FORMULA_NAME(name, text) text,
    FORMULA_LIST(FORMULA_NAME)
#undef FORMULA_NAME
};

const char *const term_names[TERMS] = {
#define TERM_NAME(name, english, chinese) #name,
    TERM_LIST(TERM_NAME)
#undef TERM_NAME
};

const char *const term_texts[TERMS][LANGUAGES] = {
#define TERM_ROW(name, english, chinese) { [SEATSIM_ENGLISH] = english, [SEATSIM_CHINESE] = chinese },
    TERM_LIST(TERM_ROW)
#undef TERM_ROW
};

const struct quantity_words quantity_words[] = {
    [QUANTITY_DEMAND] = { { "children who want a place", "需要学位的儿童" }, UNIT_PUPILS },
    [QUANTITY_ENROLLED] = { { "enrolled", "在校人数" }, UNIT_PUPILS },
    [QUANTITY_UNMET] = { { "children without a seat", "没有学位的儿童" }, UNIT_PUPILS },
    [QUANTITY_ELSEWHERE] = { { "seated in other districts", "跨区域就读人数" }, UNIT_PUPILS },
    [QUANTITY_SEATS] = { { "seats", "学位" }, UNIT_SEATS },
    [QUANTITY_ROOMS] = { { "rooms", "教室" }, UNIT_ROOMS },
    [QUANTITY_SHORTAGE] = { { "seats short", "学位缺口" }, UNIT_SEATS },
    [QUANTITY_SURPLUS] = { { "seats free", "富余学位" }, UNIT_SEATS },
    [QUANTITY_PUBLIC] = { { "enrolled in public facilities", "公办在校人数" }, UNIT_PUPILS },
    [QUANTITY_INCLUSIVE] = { { "enrolled in public and inclusive facilities", "公办和普惠性在校人数" }, UNIT_PUPILS },
    [QUANTITY_CLASSES] = { { "classes formed", "组成的班级" }, UNIT_CLASSES },
    [QUANTITY_CLASS_PUPILS] = { { "whole pupils in classes", "班级学生数（取整）" }, UNIT_PUPILS },
    [QUANTITY_LARGEST_CLASS] = { { "pupils in the largest class", "最大班额" }, UNIT_PUPILS },
    [QUANTITY_OVER_LIMIT] = { { "classes above the limit", "超班额班级" }, UNIT_CLASSES },
    [QUANTITY_OVERSIZE] = { { "oversize classes", "大班额班级" }, UNIT_CLASSES },
    [QUANTITY_SUPER_OVERSIZE] = { { "super oversize classes", "超大班额班级" }, UNIT_CLASSES },
    [QUANTITY_SCHOOLS_OVER] = { { "schools above their size", "超规模学校" }, UNIT_SCHOOLS },
    [QUANTITY_SITES] = { { "sites", "园（校）址" }, UNIT_SCHOOLS },
    [QUANTITY_LARGEST_SCHOOL] = { { "pupils of the largest school", "最大学校学生数" }, UNIT_PUPILS },
    [QUANTITY_RESIDENTS] = { { "residents of the stage's ages", "适龄常住人口" }, UNIT_PUPILS },
    [QUANTITY_POSTS] = { { "posts required", "应配岗位" }, UNIT_POSTS },
    [QUANTITY_STAFF] = { { "posts filled", "在岗人数" }, UNIT_POSTS },
    [QUANTITY_STAFF_GAP] = { { "posts to fill", "缺岗人数" }, UNIT_POSTS },
    [QUANTITY_STAFF_SURPLUS] = { { "posts to spare", "富余岗位" }, UNIT_POSTS },
    [QUANTITY_TEACHERS] = { { "posts filled by teachers", "在岗教师" }, UNIT_POSTS },
    [QUANTITY_TAUGHT] = { { "enrolled where teachers are known", "教师数已知处的在校人数" }, UNIT_PUPILS },
    [QUANTITY_CAPITAL] = { { "money for projects", "建设投入" }, UNIT_MONEY },
    [QUANTITY_RECURRENT] = { { "money for pupils and posts", "经常性支出" }, UNIT_MONEY },
    [QUANTITY_PRESENT_VALUE] = { { "all money so far, discounted", "累计支出折现" }, UNIT_MONEY },
};
static_assert(sizeof quantity_words / sizeof quantity_words[0] == QUANTITIES, "every quantity has a title");

const char *explained_text(const struct explained *node, enum seatsim_language language)
{
    if (node->term == TERM_INDICATOR)
        return node->indicator->title[language];
    if (node->term == TERM_QUANTITY)
        return quantity_words[node->row].title[language];
    return term_texts[node->term][language];
}

void seatsim_explanation_free(struct seatsim_explanation *explanation)
{
    if (!explanation)
        return;
    struct seatsim_allocator memory = explanation->arena.allocator;
    seatsim_results_free(explanation->names);
    arena_clear(&explanation->arena);
    memory_free(&memory, explanation);
}

double seatsim_explanation_value(const struct seatsim_explanation *explanation)
{
    return explanation->root->value;
}
