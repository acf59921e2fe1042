/* THE words and sentences of tables and charts, in every language, and how {slots} in them are filled. */
#ifndef OUTPUT_WORDS_H
#define OUTPUT_WORDS_H

#include "base/diagnostic.h"
#include "base/text.h"

/* Sentences hold {slots}. A clause is a part of a sentence: the clauses of a chart's title are joined by CLAUSE_JOIN. */
#define WORD_LIST(X)                                                                                                  \
    /* heads of the short table; a '|' parts a head into two lines */                                                 \
    X(HEAD_YEAR, "year", "年份")                                                                                        \
    X(HEAD_DEMAND, "children", "需求|人数")                                                                               \
    X(HEAD_SEATS, "seats", "学位")                                                                                      \
    X(HEAD_SHORTAGE, "shortage", "缺口")                                                                                \
    X(HEAD_SURPLUS, "surplus", "富余")                                                                                  \
    X(HEAD_USE, "use", "使用率")                                                                                         \
    X(HEAD_CLASSES, "classes", "班数")                                                                                  \
    X(HEAD_CLASS_MEAN, "mean|class", "平均|班额")                                                                         \
    X(HEAD_CLASS_MAX, "largest|class", "最大|班额")                                                                       \
    X(HEAD_OVER_LIMIT, "above|limit", "超限|班数")                                                                        \
    X(HEAD_UNMET, "no|seat", "无学位")                                                                                   \
    X(HEAD_PUBLIC, "public", "公办")                                                                                    \
    X(HEAD_INCLUSIVE, "inclus-|ive", "普惠")                                                                            \
    X(MARK_SHORT, "short", "缺")                                                                                       \
    X(MARK_SPARE, "spare", "余")                                                                                       \
    X(TABLE_VARIANT, "{title} (variant {variant})", "{title}（方案 {variant}）")                                          \
    X(TABLE_MEANING,                                                                                                  \
      "short: the stage has more children than seats in all; spare: more seats. Shortage and surplus add up\n"        \
      "school by school and are never netted; mean and largest class in pupils; above limit in classes.",             \
      "缺：该学段学生总数多于学位；余：学位多于学生。缺口与富余按学校累计，互不抵消；\n" \
      "平均班额、最大班额以人计，超限班数为超过班额上限的班级数。")                                \
    X(TABLE_POLICY,                                                                                                   \
      "public, inclusive: of all enrolled. Who fills public seats decides them: below a table stands its\n"          \
      "allocation policy, and the shares if no sector were preferred or public seats filled first.",                 \
      "公办、普惠：占全部在园（校）人数的比例，取决于谁来占用公办学位；表下列出所用的分配方式，\n" \
      "以及不分先后（proportional）与先满公办（public_first）两种情形下的占比。") \
    X(POLICY_OWN, "policy: {policy}", "分配方式：{policy}")                                                            \
    X(POLICY_PUBLIC, "public, {policy}", "公办，{policy}")                                                              \
    X(POLICY_INCLUSIVE, "inclusive, {policy}", "普惠，{policy}")                                                        \
    /* the lines of a check */                                                                                        \
    X(VERDICT_MET, "met", "达标")                                                                                       \
    X(VERDICT_MISSED, "MISSED", "未达标")                                                                                \
    X(VERDICT_WARNING, "missed (warning)", "未达标（提醒）")                                                             \
    X(VERDICT_AT_LEAST, "at least {bound}", "不低于 {bound}")                                                            \
    X(VERDICT_AT_MOST, "at most {bound}", "不超过 {bound}")                                                              \
    X(VERDICT_BETWEEN, "between {bound} and {upper}", "{bound} 至 {upper}")                                              \
    X(VERDICT_EQUALS, "exactly {bound}", "等于 {bound}")                                                                \
    X(VERDICT_TOLERANCE, "{bound} (tolerance {tolerance})", "{bound}（容差 {tolerance}）")                                 \
    X(VERDICT_LIMIT, "limit {bound}", "上限 {bound}")                                                                   \
    X(VERDICT_VALUE, "{value} in {year}", "{year} 年为 {value}")                                                        \
    X(VERDICT_OF, "{value} ({place})", "{value}（{place}）")                                                             \
    X(VERDICT_TOLERATED, "off by {margin}, tolerated", "偏差 {margin}，在容差内")                                         \
    X(VERDICT_BETTER, "better by {margin}", "优于目标 {margin}")                                                          \
    X(VERDICT_WORSE, "short by {margin}", "相差 {margin}")                                                              \
    X(VERDICT_TOO_MUCH, "over by {margin}", "超出 {margin}")                                                            \
    X(VERDICT_POINTS, "{number} points", "{number} 个百分点")                                                             \
    X(VERDICT_FIRST, "first met in {year}", "{year} 年首次达到")                                                           \
    X(VERDICT_FIRST_MISSED, "first met in {year}, missed in {missed}", "{year} 年首次达到，{missed} 年又未达到")        \
    X(VERDICT_NEVER, "never met", "始终未达到")                                                                            \
    X(VERDICT_REGION, "region", "全区域")                                                                                \
    X(VERDICT_EVERY_DISTRICT, "every district", "每个区域")                                                             \
    X(VERDICT_EVERY_FACILITY, "every facility", "每所学校")                                                             \
    X(VERDICT_DISTRICTS, "{met} of {count} districts", "{count} 个区域中 {met} 个")                                      \
    X(VERDICT_FACILITIES, "{met} of {count} facilities", "{count} 所学校中 {met} 所")                                    \
    X(VERDICT_SECTOR, "{where}, {sector}", "{where}，{sector}")                                                        \
    X(VERDICT_ALSO, "also {others}", "另有 {others}")                                                                   \
    X(VERDICT_ALSO_MORE, "also {others} and {count} more", "另有 {others} 等，还有 {count} 个")                            \
    X(COMPARE_HEAD, "{title}: differences from {first}", "{title}：与“{first}”的差别")                                     \
    X(COMPARE_TARGETS, "{label}: {met} of {count} targets met", "{label}：{count} 项目标中 {met} 项达标")                     \
    X(COMPARE_STATE, "{from} → {to}", "{from} → {to}")                                                                \
    X(COMPARE_PLACE, "{where}, {value}", "{where}，{value}")                                                           \
    X(COMPARE_BEFORE, "no difference before {year}", "{year} 年之前没有差别")                                                \
    X(COMPARE_MORE, "{count} more indicators differ: --indicator ID, --format csv",                                   \
      "另有 {count} 个指标有差别：--indicator 名称、--format csv")                                                                \
    X(COMPARE_SAME, "No difference: {names}", "没有差别：{names}")                                                         \
    X(COMPARE_MEANING,                                                                                                \
      "An indicator's line shows {first}; below it stand the differences from it, and in percent of it.\n"            \
      "= is no difference, ~ one too small to show; shares differ in percentage points (pp).",                        \
      "各指标一行为“{first}”，其下为与它之差及相当于它的百分比；= 为没有差别，~ 为差别极小；\n占比之差以百分点（pp）计。")                                            \
    X(VERDICT_NONE, "no targets", "没有目标")                                                                            \
    X(VERDICT_COUNT, "{met} of {count} targets met", "{count} 项目标中 {met} 项达标")                                    \
    /* an explanation */                                                                                              \
    X(EXPLAIN_GRADE, "grade {grade}", "{grade} 年级")                                                                 \
    X(EXPLAIN_GRADE_NAMED, "grade {grade}", "{grade}")                                                                \
    X(EXPLAIN_JOIN, ", ", "，")                                                                                         \
    X(EXPLAIN_DEFAULT, "default", "默认值")                                                                             \
    X(EXPLAIN_MANY, "{count} more", "其余 {count} 项")                                                                   \
    X(EXPLAIN_DEEPER, "… goes on: --depth {depth} or more", "… 可继续展开：--depth {depth} 或更大")                     \
    X(EXPLAIN_RULE, "(file:line): by a rule from what stands there", "（文件:行号）：由该处内容按规则得出")             \
    X(CHECK_WRONG, "wrong: it cannot be checked", "有误，无法检查")                                                      \
    X(CHECK_CHECKED, "the scenario can be checked", "情景可以检查")                                                       \
    X(CHECK_SUMMARY,                                                                                                  \
      "scenarios: {scenarios} in all, {met} met, {missed} missed, {wrong} wrong; targets: {targets_met} of {targets} met", \
      "情景：共 {scenarios} 个，达标 {met} 个，未达标 {missed} 个，有误 {wrong} 个；目标：{targets} 项中 {targets_met} 项达标") \
    X(CHECK_LEFT_OUT, "; other files left out: {left}", "；略过其他文件 {left} 个")                                       \
    /* years */                                                                                                       \
    X(YEARS_ONE, "{first}", "{first} 年")                                                                              \
    X(YEARS_RUN, "{first}–{last}", "{first}—{last} 年")                                                                \
    X(YEARS_JOIN, " and ", "、")                                                                                       \
    X(YEARS_MANY, "{count} of {of} years", "{of} 年中的 {count} 年")                                                      \
    /* charts */                                                                                                      \
    X(CLAUSE_JOIN, "; ", "；")                                                                                         \
    X(CHART_FOOTER,                                                                                                   \
      "seatsim {version} · scenario {scenario} ({hash})",                                                             \
      "seatsim {version} · 情景 {scenario}（{hash}）")                                                                    \
    X(CHART_FOOTER_VARIANT, " · variant {variant}", " · 方案 {variant}")                                                \
    X(LABEL, "{value} {name}", "{value} {name}")                                                                      \
    X(LABEL_JOIN, ", ", "，")                                                                                          \
    X(DESCRIBE_PANEL, " {panel}, {year}: {labels}.", " {panel}，{year} 年：{labels}。")                                   \
    X(CLASS_SUBTITLE,                                                                                                 \
      "Pupils a class: mean (solid), largest (dashed), highest limit of the grades (dotted); red dots: above the grade's limit", \
      "每班人数：实线为平均，虚线为最大，点线为班额上限（取各年级最高值）；" \
      "红点：有班级超过本年级上限") \
    X(CLASS_TITLE, "Classes above the limit: {stages}", "有班级超过上限：{stages}")                                     \
    X(CLASS_OVER, "{stage} {years}", "{stage} {years}")                                                               \
    X(CLASS_ALWAYS, "{stage} every year", "{stage}每年")                                                                \
    X(CLASS_NEVER,                                                                                                    \
      "No class is above its limit in any year to {year}",                                                            \
      "到 {year} 年没有班级超过班额上限")                                                                           \
    X(CLASS_MEAN, "mean", "平均")                                                                                       \
    X(CLASS_LARGEST, "largest", "最大")                                                                                 \
    X(CLASS_LIMIT, "limit", "上限")                                                                                     \
    X(CLASS_NOTE_OVER, "above the limit: {years}", "超限：{years}")                                                      \
    X(CLASS_NOTE_ALWAYS, "above the limit: every year", "超限：每年")                                                      \
    X(CLASS_NOTE_WITHIN, "always within the limit", "始终未超上限")                                                       \
    X(SHARE_SUBTITLE,                                                                                                 \
      "{stage}: share of enrolled children; it depends on who fills public seats (here {policy}). Dotted: targets",   \
      "{stage}：占在园（校）人数的比例，取决于谁来占用公办学位（此处 {policy}）；点线为目标") \
    X(SHARE_PUBLIC, "public", "公办")                                                                                   \
    X(SHARE_INCLUSIVE, "public or inclusive", "普惠性（含公办）")                                                       \
    X(SHARE_NAME_PUBLIC, "the public share", "公办占比")                                                                  \
    X(SHARE_NAME_INCLUSIVE, "the inclusive share", "普惠覆盖率")                                                           \
    X(SHARE_TARGET, "target {bound} in {year}", "{year} 年目标 {bound}")                                                 \
    X(SHARE_TARGET_FROM, "target {bound} from {year}", "{year} 年起目标 {bound}")                                         \
    X(SHARE_START, "{name} meets {bound} from the start", "{name}一开始就达到 {bound}")                                   \
    X(SHARE_FIRST, "{name} meets {bound} from {year}", "{name} {year} 年起达到 {bound}")                                  \
    X(SHARE_LOST,                                                                                                     \
      "{name} meets {bound} in {year} but not in {missed}",                                                           \
      "{name} {year} 年达到 {bound}，但 {missed} 年未达到")                                                            \
    X(SHARE_NEVER, "{name} never meets {bound}", "{name}始终未达到 {bound}")                                               \
    X(SHARE_MOVES,                                                                                                    \
      "{name} goes from {from} in {first} to {to} in {last}",                                                         \
      "{name}从 {first} 年的 {from} 变为 {last} 年的 {to}")                                                              \
    X(SEATS_SUBTITLE,                                                                                                 \
      "Children who want a place and seats, each stage as a whole; red: more children than seats, blue: more seats",  \
      "各学段需要学位的人数与学位数（整体）；红色：人数多于学位，蓝色：学位多于人数")     \
    X(SEATS_SHORT,                                                                                                    \
      "{stage} lacks up to {count} seats ({year})",                                                                   \
      "{stage}最多缺 {count} 个学位（{year} 年）")                                                                     \
    X(SEATS_SPARE,                                                                                                    \
      "{stage} has up to {count} to spare ({year})",                                                                  \
      "{stage}最多余 {count} 个（{year} 年）")                                                                           \
    X(SEATS_NO_SHORT, "No stage lacks seats", "各学段均不缺学位")                                                       \
    X(SEATS_NO_SPARE, "no stage has seats to spare", "各学段均无富余")                                                   \
    X(SEATS_CHILDREN, "children", "人数")                                                                               \
    X(SEATS_SEATS, "seats", "学位")                                                                                     \
    X(SEATS_NOTE_SHORT, "short of up to {count} ({year})", "最多缺 {count}（{year} 年）")                                 \
    X(SEATS_NOTE_NO_SHORT, "never short", "从不短缺")                                                                     \
    X(SEATS_NOTE_SPARE, "up to {count} to spare ({year})", "最多余 {count}（{year} 年）")                                 \
    X(SEATS_NOTE_NO_SPARE, "never any to spare", "从无富余")

enum word {
#define WORD_ENUM(name, english, chinese) WORD_##name,
    WORD_LIST(WORD_ENUM)
#undef WORD_ENUM
    WORDS
};

/* A word in a language; never NULL. */
const char *word_text(enum word word, enum seatsim_language language);

/* Adds a sentence with its {slots} filled; a slot that is not given adds nothing. */
void sentence_add(struct buffer *buffer, enum word word, enum seatsim_language language, const struct slot *slots);

/* The same as a text in `arena`; NULL without memory. */
const char *sentence(struct arena *arena, enum word word, enum seatsim_language language, const struct slot *slots);

#endif
