/* THE words of an explanation: what each kind of node is, in every language. */
#ifndef RESULTS_TERM_H
#define RESULTS_TERM_H

#include "base/text.h"
#include "model/indicators.h"

/* The place, grade and year that a node is about are said beside its term where they differ from its parent's. */
#define TERM_LIST(X)                                                                                        \
    X(INDICATOR, "", "") /* from the table of indicators */                                                 \
    X(QUANTITY, "", "")  /* from quantity_titles */                                                         \
    /* pupils of a facility */                                                                              \
    X(PUPILS, "pupils", "在校人数")                                                                         \
    X(PUPILS_BEFORE, "pupils of the year before, after this year's projects", "上年在校人数（计入当年项目后）") \
    X(MOVED_PUPILS, "pupils moved by a project", "项目调整的学生")                                          \
    X(MOVED_UP, "move up from the grade below", "由低一年级升入")                                           \
    X(REPEAT, "repeat the grade", "留级")                                                                   \
    X(SHRUNK, "fewer, as the district's demand fell below who would go on", "因区域需求少于可续读人数而减少") \
    X(SHRINKING, "change of all facilities in the district", "全区各校同比例变化")                          \
    X(DEMAND_TO_CONTINUING, "demand to children who would go on", "需求与可续读人数之比")                   \
    X(CONTINUING, "children who would go on, here", "本校可续读人数")                                       \
    X(ALL_CONTINUING, "children who would go on, in the district", "全区可续读人数")                        \
    X(CLAIMED, "leavers of its own lower stage who claim a seat", "本校低学段毕业生优先升入")               \
    X(CLAIM, "leavers who go on", "毕业后继续升学者")                                                       \
    X(TRANSFERRED_IN, "came from other sectors", "由其他办学类别转入")                                       \
    X(TRANSFERRED_OUT, "left for a better sector", "转往更优办学类别")                                       \
    X(NEWCOMERS, "newcomers who find a free seat", "新生入读空余学位")                                      \
    X(NEWCOMERS_WAITING, "newcomers of the district", "全区新生")                                           \
    X(FREE_SEATS, "free seats before the newcomers", "新生入学前的空余学位")                                \
    X(ABOVE_CAPACITY, "seated above capacity", "超容量安置")                                                \
    X(STILL_WAITING, "children whom no free seat is left for", "已无空余学位的儿童")                        \
    X(SHARE_OF_SEATS, "its part of the seats", "占学位的份额")                                              \
    X(ITS_SHARE, "itself", "本校")                                                                          \
    X(SEATS_OF_GRADE, "seats of all who offer the grade", "开设该年级各校的学位")                           \
    X(FACILITIES_OF_GRADE, "facilities that offer the grade", "开设该年级的学校数")                         \
    X(OWN, "the district's own", "本区域学生")                                                               \
    X(GUESTS, "seated away from home", "跨区域就读")                                                       \
    X(GUESTS_BEFORE, "of the year before, after this year's projects", "上年人数（计入当年项目后）")          \
    X(ARRIVED, "found no seat at home and ask here", "本区域无学位而来就读")                                 \
    X(CENSUS, "census of the base year", "基年普查人数")                                                    \
    X(CENSUS_TOTAL, "census of the base year, all grades", "基年普查总人数")                                \
    X(CENSUS_SHARE, "part of the grade", "该年级所占份额")                                                  \
    X(CENSUS_WAITING, "without a seat in the base year", "基年没有学位的儿童")                              \
    /* demand */                                                                                            \
    X(DEMAND, "children who want a place", "需要学位的儿童")                                                \
    X(FROM_BELOW, "from the grade below a year before", "上年低一年级升入")                                 \
    X(STAYING, "repeat the grade", "留级")                                                                  \
    X(PROGRESSION, "progression", "升级率")                                                                 \
    X(PROMOTION, "promotion", "升级比例")                                                                   \
    X(REPETITION, "repetition", "留级比例")                                                                 \
    X(DROPOUT, "dropout", "辍学比例")                                                                       \
    X(WHOLE_GRADE, "all of the grade", "该年级全部")                                                        \
    X(THROUGH, "share who go on to the next stage", "升入下一学段的比例")                                   \
    X(ENTRANTS, "entrants", "入学人数")                                                                     \
    X(ENTRANTS_BIRTHS, "entrants by births", "按出生人数的入学人数")                                        \
    X(ENTRANTS_FROM_BELOW, "entrants from the stage below", "由低学段升入")                                 \
    X(ENTRANTS_FIXED, "entrants, fixed", "给定入学人数")                                                    \
    X(ENTRANTS_PAST, "entrants as in past years", "按历年的入学人数")                                       \
    X(PAST_ENTRANTS, "entrants of a past year", "往年入学人数")                                             \
    X(COHORT, "children of the entry age", "入学年龄人口")                                                  \
    X(ENTRY_RATE, "entrants for each child of the cohort", "入学率")                                        \
    X(BORN_FROM_CUTOFF, "born up to the cut-off", "截止日前出生")                                           \
    X(BORN_AFTER_CUTOFF, "born after the cut-off a year earlier", "上一年截止日后出生")                     \
    X(BIRTHS, "births of the calendar year", "公历年出生人数")                                              \
    X(LAST_BIRTHS, "last births given", "最后给定的出生人数")                                               \
    X(BIRTHS_RATE, "yearly change of births", "出生人数年变化率")                                           \
    X(PART_OF_YEAR, "part of the year", "所占全年比例")                                                     \
    X(MIGRATION, "migration, net", "净迁入")                                                                \
    X(MIGRATION_STAGE, "migration of the stage, net", "全学段净迁入")                                       \
    X(GRADES, "grades of the stage", "学段年级数")                                                          \
    X(PART_OF_STAGE, "a grade's part of the stage", "一个年级占学段的份额")                                 \
    X(HOUSING, "from new housing", "新建住房带来")                                                          \
    X(COMPLETED, "from dwellings completed", "竣工住房带来")                                                \
    X(DWELLINGS, "dwellings completed", "竣工住房")                                                         \
    X(YIELD, "pupils a dwelling", "每套住房学生数")                                                         \
    X(YIELD_CHANGE, "change of the yield this year", "当年每套学生数的变化")                                \
    X(UNMET, "children without a seat", "没有学位的儿童")                                                   \
    X(SEATED, "children seated", "已入学儿童")                                                              \
    X(RESIDENTS, "residents of the stage's ages", "适龄常住人口")                                           \
    X(INTERPOLATED, "given value", "给定值")                                                                \
    /* seats and classes */                                                                                 \
    X(SEATS, "seats", "学位")                                                                               \
    X(ROOMS, "rooms", "教室")                                                                               \
    X(CLASSES_GIVEN, "classes", "班数")                                                                     \
    X(PLANNED_CLASS, "seats a room", "每间教室学位数")                                                      \
    X(AT_OPENING, "from the start", "原有")                                                                 \
    X(BY_PROJECT, "by a project", "项目变动")                                                               \
    X(SITES, "sites", "校数")                                                                               \
    X(SCHOOL_SIZE, "pupils a school may have", "学校规模上限")                                              \
    X(CLASS_LIMIT, "class limit", "班额上限")                                                               \
    X(OVERSIZE_FROM, "oversize from", "大班额起点")                                                         \
    /* staff and money */                                                                                   \
    X(POSTS_REQUIRED, "posts required", "应配岗位")                                                         \
    X(POSTS_BY_PUPILS, "posts by pupils", "按学生数的岗位")                                                 \
    X(POSTS_BY_CLASSES, "posts by classes", "按班级数的岗位")                                               \
    X(PUPILS_PER_POST, "pupils a post", "每岗学生数")                                                       \
    X(PER_CLASS, "posts a class", "每班岗位数")                                                             \
    X(POSTS_FILLED, "posts filled", "在岗人数")                                                             \
    X(POSTS_LEFT, "of the base year and still there", "基年在岗且未离岗者")                                 \
    X(POSTS_AVAILABLE, "posts filled in the base year", "基年在岗人数")                                     \
    X(ATTRITION, "share that leaves in a year", "年离岗比例")                                               \
    X(HIRED, "hired", "新补人员")                                                                           \
    X(POSTS_GAP, "posts to fill", "缺岗人数")                                                               \
    X(POSTS_SURPLUS, "posts to spare", "富余岗位")                                                          \
    X(COST, "cost of a project", "项目成本")                                                                \
    X(WHOLE_COST, "its cost", "项目总成本")                                                                 \
    X(COST_SHARE, "part of the stage", "该学段所占份额")                                                    \
    X(SEATS_BROUGHT, "seats it brings", "项目新增学位")                                                     \
    X(ALL_SEATS_BROUGHT, "seats it brings to all stages", "项目新增学位合计")                               \
    X(ONE_STAGE, "one stage", "一个学段")                                                                   \
    X(STAGES_CONCERNED, "stages it concerns", "涉及学段数")                                                 \
    X(SEAT_PRICE, "price of a seat", "每学位单价")                                                          \
    X(PHASE, "part of the year", "当年所占份额")                                                            \
    X(FOR_PUPILS, "money for pupils", "按学生的支出")                                                       \
    X(FOR_POSTS, "money for posts", "按岗位的支出")                                                         \
    X(PRICE, "price a year", "年单价")                                                                      \
    X(YEAR_DISCOUNTED, "money of a year, discounted", "当年支出折现")                                       \
    X(YEAR_MONEY, "money of a year", "当年支出")                                                            \
    X(FACTOR, "discount factor", "折现系数")                                                                \
    X(DISCOUNT, "discount rate", "折现率")                                                                  \
    /* what a scenario names */                                                                             \
    X(TAGGED, "sites with the tag", "带该标签的园（校）址")                                                 \
    X(AMOUNT, "resource", "资源")                                                                           \
    X(A_PUPIL, "resource a pupil", "生均资源")                                                              \
    X(PAID, "money that a payer pays", "出资方支付")                                                        \
    X(PAID_PRESENT, "all that a payer paid so far, discounted", "出资方累计支付折现")

enum term {
#define TERM_ENUM(name, english, chinese) TERM_##name,
    TERM_LIST(TERM_ENUM)
#undef TERM_ENUM
    TERMS
};
extern const char *const term_names[TERMS]; /* "MOVED_UP" */
extern const char *const term_texts[TERMS][LANGUAGES];

/* What a quantity is called, and what it is counted in. */
struct quantity_words {
    const char *title[LANGUAGES];
    enum unit unit;
};
extern const struct quantity_words quantity_words[];

#endif
