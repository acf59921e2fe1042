/* An explanation as an indented tree for a terminal. */
#include "results/explanation.h"

#include "base/options.h"
#include "output/figures.h"
#include "output/grid.h"
#include "output/words.h"

#include <seatsim/export.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A longer sum has its largest terms shown, and the others as one; of what is the largest fewer tell the story. */
enum { TERMS_SHOWN = 10, LARGEST_SHOWN = 3, INDENT = 2 };

struct printer {
    const struct seatsim_explanation *explanation;
    const struct seatsim_options *options;
    struct arena arena;
    struct buffer buffer;
    bool more, rules, failed;
};

static const char *kept(struct printer *printer, const char *text)
{
    printer->failed = printer->failed || !text;
    return text ? text : "";
}

static const char *say(struct printer *printer, enum word word, const char *name, const char *value)
{
    const struct slot slots[] = { { name, value }, { NULL, NULL } };
    return kept(printer, sentence(&printer->arena, word, printer->options->language, slots));
}

/* --- numbers ----------------------------------------------------------------------------------------------------- */

static bool is_sum(enum formula formula)
{
    return formula == FORMULA_SUM || formula == FORMULA_SUM_FROM_0 || formula == FORMULA_CEILING;
}

/* A ratio with as many decimals as tell something, and none that do not. */
static struct number_text plain_text(double value)
{
    return number_text(round(value * 1e4) / 1e4);
}

/* Counts are whole where they are; small ones that are not keep a decimal. */
static struct number_text figure_text(int unit, double value)
{
    enum { SMALL = 1000 };
    bool whole = fabs(value - round(value)) < 1e-6;
    if (unit == FIGURE_PLAIN)
        return plain_text(value);
    if (unit == UNIT_SHARE || unit == UNIT_PUPILS_PER_CLASS || unit == UNIT_PUPILS_PER_TEACHER || unit == UNIT_VARIATION)
        return value_text((enum unit)unit, value, 1);
    return whole || fabs(value) >= SMALL ? count_text(round(value)) : decimal_text(value, 1);
}

/* The figure of a child, whose sign stands before it where it is taken away. */
static struct number_text child_figure(const struct explained *parent, int child, int unit, double value)
{
    bool taken = parent && child > 0 && is_sum(parent->formula);
    return figure_text(unit, taken ? fabs(value) : value);
}

/* How a child enters its parent; of a sum a later one that is negative is taken away. */
static const char *sign_of(enum formula formula, int child, double value)
{
    if (is_sum(formula))
        return child == 0 ? "=" : value < 0 ? "−" : "+";
    switch (formula) {
    case FORMULA_PRODUCT:
        return child > 0 ? "×" : "=";
    case FORMULA_RATIO:
        return child > 0 ? "÷" : "=";
    case FORMULA_DIFFERENCE:
    case FORMULA_EXCESS:
        return child > 0 ? "−" : "=";
    case FORMULA_MAXIMUM:
        return "max";
    case FORMULA_MINIMUM:
        return "min";
    default:
        return "·";
    }
}

/* --- labels ------------------------------------------------------------------------------------------------------ */

static void part_add(struct printer *printer, struct buffer *label, const char *text)
{
    if (label->length > 0 && *text)
        buffer_text(label, word_text(WORD_EXPLAIN_JOIN, printer->options->language));
    buffer_text(label, text);
}

static void name_add(struct printer *printer, struct buffer *label, const struct named *names, int index, int parent)
{
    if (index >= 0 && index != parent)
        part_add(printer, label,
                 kept(printer, shown_title(&printer->arena, &names[index].title, printer->options->language, names[index].id)));
}

static void grade_add(struct printer *printer, struct buffer *label, int grade, int parent)
{
    if (grade < 0 || grade == parent)
        return;
    const char *id = printer->explanation->names->grades[grade].id;
    bool number = strspn(id, "0123456789") == strlen(id);
    part_add(printer, label, say(printer, number ? WORD_EXPLAIN_GRADE : WORD_EXPLAIN_GRADE_NAMED, "grade", id));
}

static bool is_quantity(enum term term)
{
    return term == TERM_QUANTITY || term == TERM_TAGGED || term == TERM_PAID || term == TERM_PAID_PRESENT;
}

/* Whether it is enough to say of which facility or district a quantity is, under that of more. */
static bool is_part(const struct explained *node, const struct explained *parent)
{
    bool of_ratio = parent && (parent->formula == FORMULA_RATIO || parent->formula == FORMULA_VARIATION);
    bool of_sum = parent && (is_quantity(parent->term) || (parent->term == TERM_INDICATOR && !of_ratio));
    return of_sum && is_quantity(node->term) &&
           (node->subject.facility != parent->subject.facility || node->subject.district != parent->subject.district);
}

/* What a node is, and of what it is said where that is not its parent's. */
static const char *label_of(struct printer *printer, const struct explained *node, const struct explained *parent)
{
    static const struct subject nothing = { -1, -1, -1, -1, -1, -1 };
    const struct seatsim_results *names = printer->explanation->names;
    const struct subject *at = &node->subject, *above = parent ? &parent->subject : &nothing;
    struct buffer label;
    buffer_init(&label, &printer->options->allocator);
    if (!is_part(node, parent)) {
        part_add(printer, &label, explained_text(node, printer->options->language));
        if (node->name)
            part_add(printer, &label, node->name);
    }
    if (at->facility < 0 || at->facility == above->facility || !parent) /* a facility lies where it does */
        name_add(printer, &label, names->districts, at->district, above->district);
    name_add(printer, &label, names->facilities, at->facility, above->facility);
    if (!parent && at->district < 0)
        part_add(printer, &label, word_text(WORD_VERDICT_REGION, printer->options->language));
    if (!(parent && parent->term == TERM_QUANTITY && parent->row == QUANTITY_PUBLIC)) /* all of them are */
        name_add(printer, &label, names->sectors, at->sector, above->sector);
    if (at->stage >= 0 && at->stage != above->stage)
        name_add(printer, &label, &names->stages[at->stage].name, 0, -1);
    grade_add(printer, &label, at->grade, above->grade);
    if (at->year != above->year)
        part_add(printer, &label, number_text(at->year).text);
    if (node->because) {
        buffer_text(&label, " [");
        buffer_text(&label, node->because);
        buffer_text(&label, "]");
    }
    return kept(printer, buffer_taken(&label, &printer->arena));
}

/* Where a node is given: its file's name and line; in brackets when it only follows from what stands there. */
static const char *place_of_node(struct printer *printer, const struct explained *node)
{
    bool rule = node->formula != FORMULA_GIVEN;
    if (!node->origin)
        return "";
    if (!node->file)
        return rule ? "" : word_text(WORD_EXPLAIN_DEFAULT, printer->options->language);
    printer->rules |= rule;
    const char *slash = strrchr(node->file, '/');
    struct number_text line = number_text(node->line);
    const char *parts[] = { rule ? "(" : "", slash ? slash + 1 : node->file, node->line > 0 ? ":" : "",
                            node->line > 0 ? line.text : "", rule ? ")" : "" };
    return kept(printer, arena_join(&printer->arena, parts, 5));
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

static int width_of(const char *text)
{
    return text_width(text, strlen(text));
}

/* The place stands at the right; on a line of its own where there is no room for it. */
static void place_add(struct printer *printer, const char *place, int used)
{
    int width = printer->options->width, length = width_of(place);
    if (length == 0)
        return;
    if (used + 2 + length > width) {
        buffer_text(&printer->buffer, "\n");
        used = 0;
    }
    buffer_padded(&printer->buffer, "", width - used > length ? width - used - length : 2);
    paint_add(&printer->buffer, place, PAINT_FAINT, printer->options->colour);
}

/* One line: sign, figure and label, from `level` on. */
struct entry_line {
    const char *sign, *figure, *label, *place;
    int level, figure_width;
    bool more;
};

static void line_add(struct printer *printer, const struct entry_line *line)
{
    struct buffer *buffer = &printer->buffer;
    const char *more = line->more ? " …" : "";
    int indent = line->level * INDENT, sign = width_of(line->sign);
    sign = line->level == 0 ? 0 : sign > 1 ? sign : 1;
    buffer_padded(buffer, "", indent);
    buffer_padded(buffer, line->level > 0 ? line->sign : "", sign);
    buffer_text(buffer, line->level > 0 ? " " : "");
    buffer_padded(buffer, line->figure, -line->figure_width);
    buffer_text(buffer, "  ");
    paint_add(buffer, line->label, line->level == 0 ? PAINT_STRONG : PAINT_PLAIN, printer->options->colour);
    buffer_text(buffer, more);
    int used = indent + sign + (line->level > 0) + line->figure_width + 2 + width_of(line->label) + width_of(more);
    place_add(printer, line->place, used);
    buffer_text(buffer, "\n");
    printer->more |= line->more;
}

static void children_add(struct printer *printer, const struct explained *node, int level);

static void node_add_line(struct printer *printer, const struct explained *node, const struct explained *parent, int child,
                          int level, int figure_width)
{
    struct number_text figure = child_figure(parent, child, node->unit, node->value);
    const struct entry_line line = {
        .sign = parent ? sign_of(parent->formula, child, node->value) : "",
        .figure = figure.text,
        .label = label_of(printer, node, parent),
        .place = place_of_node(printer, node),
        .level = level,
        .figure_width = figure_width,
        .more = node->more,
    };
    line_add(printer, &line);
    children_add(printer, node, level + 1);
}

static int compare_sizes(const void *a, const void *b)
{
    double first = fabs(*(const double *)a), second = fabs(*(const double *)b);
    return (first < second) - (first > second);
}

static int most_shown(const struct explained *node)
{
    return node->formula == FORMULA_SUM ? TERMS_SHOWN : node->formula == FORMULA_MAXIMUM ? LARGEST_SHOWN : node->n_children;
}

/* The least size that is shown of a long list; 0 shows all. */
static double least_shown(struct printer *printer, const struct explained *node)
{
    int most = most_shown(node);
    bool long_list = node->n_children > most + 1;
    double *sizes = long_list ? arena_new(&printer->arena, (size_t)node->n_children, sizeof *sizes) : NULL;
    printer->failed = printer->failed || (long_list && !sizes);
    if (!sizes)
        return 0;
    for (int i = 0; i < node->n_children; i++)
        sizes[i] = node->children[i]->value;
    qsort(sizes, (size_t)node->n_children, sizeof *sizes, compare_sizes);
    return fabs(sizes[most - 1]);
}

/* The terms that are not shown, as one. */
static void others_add(struct printer *printer, const struct explained *node, int count, double sum, int level, int figure_width)
{
    struct number_text figure = child_figure(node, 1, node->unit, sum);
    const struct entry_line line = {
        .sign = sign_of(node->formula, 1, sum),
        .figure = figure.text,
        .label = say(printer, WORD_EXPLAIN_MANY, "count", number_text(count).text),
        .place = "",
        .level = level,
        .figure_width = figure_width,
    };
    line_add(printer, &line);
}

static int widest_figure(const struct explained *node, double least)
{
    int widest = 0;
    for (int i = 0; i < node->n_children; i++) {
        int width = width_of(child_figure(node, i, node->children[i]->unit, node->children[i]->value).text);
        if (fabs(node->children[i]->value) >= least && width > widest)
            widest = width;
    }
    return widest;
}

static void children_add(struct printer *printer, const struct explained *node, int level)
{
    double least = least_shown(printer, node), others = 0;
    int widest = widest_figure(node, least), shown = 0;
    for (int i = 0; i < node->n_children; i++) {
        const struct explained *child = node->children[i];
        if (least > 0 && (fabs(child->value) < least || shown == most_shown(node)))
            others = node->formula == FORMULA_MAXIMUM ? fmax(others, child->value) : others + child->value;
        else
            node_add_line(printer, child, node, shown++, level, widest);
    }
    if (shown < node->n_children)
        others_add(printer, node, node->n_children - shown, others, level, widest);
}

static int depth_of(const struct explained *node)
{
    int deepest = 0;
    for (int i = 0; i < node->n_children; i++) {
        int depth = 1 + depth_of(node->children[i]);
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

static void foot_add(struct printer *printer)
{
    int deeper = depth_of(printer->explanation->root) + 1;
    if (printer->rules)
        paint_add(&printer->buffer, say(printer, WORD_EXPLAIN_RULE, NULL, NULL), PAINT_FAINT, printer->options->colour);
    buffer_text(&printer->buffer, printer->rules ? "\n" : "");
    if (printer->more)
        paint_add(&printer->buffer, say(printer, WORD_EXPLAIN_DEEPER, "depth", number_text(deeper).text), PAINT_FAINT,
                  printer->options->colour);
    buffer_text(&printer->buffer, printer->more ? "\n" : "");
}

enum seatsim_status seatsim_print_explanation(const struct seatsim_explanation *explanation,
                                              const struct seatsim_options *options, seatsim_write *write, void *context)
{
    struct printer printer = { .explanation = explanation, .options = options };
    arena_init(&printer.arena, &options->allocator);
    buffer_init(&printer.buffer, &options->allocator);
    node_add_line(&printer, explanation->root, NULL, 0, 0, 0);
    foot_add(&printer);
    bool done = !printer.failed && !printer.buffer.failed && write(context, printer.buffer.text, printer.buffer.length);
    buffer_clear(&printer.buffer);
    arena_clear(&printer.arena);
    return done ? SEATSIM_OK : SEATSIM_MACHINE;
}
