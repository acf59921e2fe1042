#include "model/indicators.h"

#include <string.h>

const struct quantity_row quantities[QUANTITIES] = {
#define QUANTITY_ROW(name, gather, level) { #name, GATHER_##gather, LEVEL_##level },
    QUANTITY_LIST(QUANTITY_ROW)
#undef QUANTITY_ROW
};

const char *const unit_names[] = {
    [UNIT_PUPILS] = "pupils",   [UNIT_SEATS] = "seats", [UNIT_ROOMS] = "rooms",
    [UNIT_CLASSES] = "classes", [UNIT_SHARE] = "share", [UNIT_PUPILS_PER_CLASS] = "pupils per class",
    [UNIT_POSTS] = "posts",     [UNIT_MONEY] = "money", [UNIT_PUPILS_PER_TEACHER] = "pupils per teacher",
    [UNIT_SCHOOLS] = "schools", [UNIT_VARIATION] = "coefficient of variation",
};

const struct indicator indicators[] = {
    { .id = "demand", .unit = UNIT_PUPILS, .numerator = QUANTITY_DEMAND, .denominator = QUANTITY_ONE,
      .title = { "Children who want a place", "需求人数" }, .meaning = "children who want a place, seated or not" },
    { .id = "enrolled", .unit = UNIT_PUPILS, .numerator = QUANTITY_ENROLLED, .denominator = QUANTITY_ONE, .by_sector = true,
      .title = { "Enrolled", "在校人数" }, .meaning = "children seated, those above capacity included" },
    { .id = "unmet", .unit = UNIT_PUPILS, .numerator = QUANTITY_UNMET, .denominator = QUANTITY_ONE,
      .title = { "Without a seat", "未入学人数" }, .meaning = "children who want a place and have none" },
    { .id = "placed_elsewhere", .unit = UNIT_PUPILS, .numerator = QUANTITY_ELSEWHERE, .denominator = QUANTITY_ONE,
      .title = { "Seated in other districts", "跨区域就读人数" },
      .meaning = "children who sit in facilities of neighbouring districts, counted at home" },
    { .id = "seats", .unit = UNIT_SEATS, .numerator = QUANTITY_SEATS, .denominator = QUANTITY_ONE, .by_sector = true,
      .title = { "Seats", "学位数" }, .meaning = "seats in use, those of a facility that still fills up included" },
    { .id = "rooms", .unit = UNIT_ROOMS, .numerator = QUANTITY_ROOMS, .denominator = QUANTITY_ONE, .by_sector = true,
      .title = { "Classrooms", "教室数" }, .meaning = "classrooms in use" },
    { .id = "classes", .unit = UNIT_CLASSES, .numerator = QUANTITY_CLASSES, .denominator = QUANTITY_ONE, .by_sector = true,
      .title = { "Classes", "班级数" }, .meaning = "classes formed" },
    { .id = "sites", .unit = UNIT_SCHOOLS, .numerator = QUANTITY_SITES, .denominator = QUANTITY_ONE, .by_sector = true,
      .title = { "Sites", "园（校）址数" }, .meaning = "schools and kindergartens in use, each site of a row counted" },
    { .id = "shortage", .unit = UNIT_SEATS, .numerator = QUANTITY_SHORTAGE, .denominator = QUANTITY_ONE, .by_sector = true,
      .title = { "Seats short", "学位缺口" },
      .meaning = "children above their facility's seats and children without a seat, never netted against free seats" },
    { .id = "surplus", .unit = UNIT_SEATS, .numerator = QUANTITY_SURPLUS, .denominator = QUANTITY_ONE, .by_sector = true,
      .title = { "Seats free", "富余学位" }, .meaning = "free seats, never netted against shortages elsewhere" },
    { .id = "utilisation", .unit = UNIT_SHARE, .numerator = QUANTITY_ENROLLED, .denominator = QUANTITY_SEATS,
      .by_sector = true,
      .title = { "Seats used", "学位使用率" }, .meaning = "enrolled / seats" },
    { .id = "public_share", .unit = UNIT_SHARE, .numerator = QUANTITY_PUBLIC, .denominator = QUANTITY_ENROLLED,
      .of_many = true, .title = { "Children in public facilities", "公办在园（校）占比" },
      .meaning = "children in public facilities / enrolled" },
    { .id = "inclusive_share", .unit = UNIT_SHARE, .numerator = QUANTITY_INCLUSIVE, .denominator = QUANTITY_ENROLLED,
      .of_many = true, .title = { "Children in public or inclusive facilities", "普惠覆盖率" },
      .meaning = "children in public and inclusive facilities / enrolled" },
    { .id = "class_size_mean", .unit = UNIT_PUPILS_PER_CLASS, .numerator = QUANTITY_CLASS_PUPILS,
      .denominator = QUANTITY_CLASSES, .by_sector = true, .limit = LIMIT_PLANNED_CLASS,
      .title = { "Mean class size", "平均班额" },
      .meaning = "whole pupils / classes formed" },
    { .id = "class_size_max", .unit = UNIT_PUPILS_PER_CLASS, .numerator = QUANTITY_LARGEST_CLASS, .denominator = QUANTITY_ONE,
      .by_sector = true, .limit = LIMIT_CLASS, .title = { "Largest class", "最大班额" },
      .meaning = "pupils in the largest class anywhere" },
    { .id = "classes_over_limit", .unit = UNIT_CLASSES, .numerator = QUANTITY_OVER_LIMIT, .denominator = QUANTITY_ONE,
      .by_sector = true,
      .title = { "Classes above the limit", "超班额班级数" }, .meaning = "classes with more pupils than their grade's limit" },
    { .id = "over_limit_share", .unit = UNIT_SHARE, .numerator = QUANTITY_OVER_LIMIT, .denominator = QUANTITY_CLASSES,
      .by_sector = true, .title = { "Share of classes above the limit", "超班额班级占比" },
      .meaning = "classes with more pupils than their grade's limit / classes formed" },
    { .id = "oversize_share", .unit = UNIT_SHARE, .numerator = QUANTITY_OVERSIZE, .denominator = QUANTITY_CLASSES,
      .by_sector = true, .title = { "Oversize classes", "大班额占比" },
      .meaning = "classes of the standard's `oversize` pupils and more / classes formed" },
    { .id = "super_oversize_share", .unit = UNIT_SHARE, .numerator = QUANTITY_SUPER_OVERSIZE, .denominator = QUANTITY_CLASSES,
      .by_sector = true, .title = { "Super oversize classes", "超大班额占比" },
      .meaning = "classes of the standard's `super_oversize` pupils and more / classes formed" },
    { .id = "school_size_max", .unit = UNIT_PUPILS, .numerator = QUANTITY_LARGEST_SCHOOL, .denominator = QUANTITY_ONE,
      .by_sector = true, .limit = LIMIT_SCHOOL_SIZE, .title = { "Largest school", "最大学校规模" },
      .meaning = "pupils of all stages in the largest school that serves the stage" },
    { .id = "schools_over_size", .unit = UNIT_SCHOOLS, .numerator = QUANTITY_SCHOOLS_OVER, .denominator = QUANTITY_ONE,
      .by_sector = true, .title = { "Schools above their size", "超规模学校数" },
      .meaning = "schools of the stage with more pupils than `school_size`, or of several stages than `combined_school_size`" },
    { .id = "gross_enrolment", .unit = UNIT_SHARE, .numerator = QUANTITY_ENROLLED, .denominator = QUANTITY_RESIDENTS,
      .title = { "Gross enrolment", "毛入学率" },
      .meaning = "enrolled / residents of the stage's ages: `population`, or else the cohorts of these ages" },
    { .id = "staff_required", .unit = UNIT_POSTS, .numerator = QUANTITY_POSTS, .denominator = QUANTITY_ONE,
      .title = { "Posts required", "应配岗位" },
      .meaning = "posts that pupils and classes require, whole, by district and kind of post" },
    { .id = "staff_available", .unit = UNIT_POSTS, .numerator = QUANTITY_STAFF, .denominator = QUANTITY_ONE,
      .title = { "Posts filled", "在岗人数" }, .meaning = "posts that are filled, of the kinds of which it is known" },
    { .id = "staff_gap", .unit = UNIT_POSTS, .numerator = QUANTITY_STAFF_GAP, .denominator = QUANTITY_ONE,
      .title = { "Posts to fill", "缺岗人数" },
      .meaning = "posts required and not filled, never netted against a surplus of another kind, stage or district" },
    { .id = "staff_surplus", .unit = UNIT_POSTS, .numerator = QUANTITY_STAFF_SURPLUS, .denominator = QUANTITY_ONE,
      .title = { "Posts to spare", "富余岗位" }, .meaning = "posts filled and not required, never netted against a gap elsewhere" },
    { .id = "pupil_teacher_ratio", .unit = UNIT_PUPILS_PER_TEACHER, .numerator = QUANTITY_TAUGHT,
      .denominator = QUANTITY_TEACHERS, .title = { "Pupils per teacher", "生师比" },
      .meaning = "enrolled / posts filled of the kind `teacher`, in the districts where they are known" },
    { .id = "capital", .unit = UNIT_MONEY, .numerator = QUANTITY_CAPITAL, .denominator = QUANTITY_ONE,
      .while_closed = true,
      .title = { "Capital", "建设投入" },
      .meaning = "what projects cost, in the years in which it falls, in prices of the base year" },
    { .id = "recurrent", .unit = UNIT_MONEY, .numerator = QUANTITY_RECURRENT, .denominator = QUANTITY_ONE,
      .title = { "Recurrent money", "经常性支出" },
      .meaning = "pupils and posts required, each at its price a year, in prices of the base year" },
    { .id = "cost_present_value", .unit = UNIT_MONEY, .numerator = QUANTITY_PRESENT_VALUE, .denominator = QUANTITY_ONE,
      .title = { "Cost so far, present value", "累计成本现值" },
      .meaning = "capital and recurrent money from the base year on, discounted to it" },
    { .id = NULL },
};

const int n_indicators = sizeof indicators / sizeof indicators[0] - 1;

const struct indicator named_indicators[] = {
    { .id = "quality_share", .of = OF_TAG, .unit = UNIT_SHARE, .numerator = NAMED_TAGGED, .denominator = QUANTITY_SITES,
      .of_many = true, .by_sector = true, .title = { "Facilities that carry a tag", "带标签学校占比" },
      .meaning = "facilities that carry the tag / facilities, each site counted" },
    { .id = "balance", .of = OF_RESOURCE, .unit = UNIT_VARIATION, .numerator = NAMED_SPREAD, .denominator = NAMED_USERS,
      .variation = true, .of_many = true, .title = { "Balance between schools", "校际差异系数" },
      .meaning = "coefficient of variation, between schools and weighted by pupils, of a resource a pupil" },
    { .id = "capital", .of = OF_PAYER, .unit = UNIT_MONEY, .numerator = NAMED_PAID, .denominator = QUANTITY_ONE, .of_many = true,
      .title = { "Capital by payer", "出资方的建设投入" }, .meaning = "the capital of projects that the payer pays" },
    { .id = "cost_present_value", .of = OF_PAYER, .unit = UNIT_MONEY, .numerator = NAMED_PAID_PRESENT,
      .denominator = QUANTITY_ONE, .of_many = true, .title = { "Cost to a payer so far, present value", "出资方累计成本现值" },
      .meaning = "the payer's capital from the base year on, discounted to it" },
    { .id = NULL },
};

const struct measures plain_measures = {
    .n_indicators = sizeof indicators / sizeof indicators[0] - 1,
    .n_quantities = QUANTITIES,
    .indicators = indicators,
    .quantities = quantities,
};

int indicator_of(const char *id)
{
    return measure_of(&plain_measures, id);
}

int measure_of(const struct measures *measures, const char *id)
{
    for (int i = 0; i < measures->n_indicators; i++)
        if (strcmp(measures->indicators[i].id, id) == 0)
            return i;
    return -1;
}

enum level indicator_level(const struct measures *measures, const struct indicator *indicator)
{
    bool of_facility = !indicator->of_many && measures->quantities[indicator->numerator].level == LEVEL_FACILITY &&
        (indicator->denominator == QUANTITY_ONE || measures->quantities[indicator->denominator].level == LEVEL_FACILITY);
    return of_facility ? LEVEL_FACILITY : LEVEL_DISTRICT;
}
