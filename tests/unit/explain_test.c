#include "results/explanation.h"

#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <seatsim/export.h>
#include <seatsim/run.h>
#include <seatsim/scenario.h>

#include <string.h>

/* Two kindergartens and one primary school. 40 children are born a year, on 31 December the latest, and 90 % of them enter: 36.
 * A public kindergarten opens in 2021 because 20 of 60 children, a third, are in public ones. */
static const char text[] =
    "seatsim: 1\nyears: 2020..2022\ncutoff: 12-31\nsectors: [public, private]\nstages:\n"
    "  - {id: kg, entry_age: 3, grades: 2, class_limit: 30}\n"
    "  - {id: pri, compulsory: true, entry_age: 5, grades: 1, class_limit: 45}\n"
    "districts:\n"
    "  - {id: a, births: {2017: 40, 2018: 40, 2019: 40}, pupils: {kg: [30, 30], pri: 90}, entry: {kg: {method: births, rate: "
    "90%}}}\n"
    "facilities:\n"
    "  - {id: k1, stage: kg, sector: public, rooms: 1, seats: 20, pupils: [10, 10], tags: model, resources: {books: 60}}\n"
    "  - {id: k2, stage: kg, sector: private, rooms: 2, seats: 60, pupils: [20, 20], resources: {books: 40}}\n"
    "  - {id: s, stage: pri, sector: public, rooms: 3, seats: 90, pupils: 90}\n"
    "projects:\n  - {open: k3, stage: kg, rooms: 1, seats: 30, year: 2021, sector: rule, cost: 900, "
    "phasing: {0: 60%, 1: 40%}, payer: town}\n"
    "rules: {rule: {sector: public, while: {indicator: public_share, stage: kg, below: 50%}, otherwise: private}}\n"
    "money: {payers: [county, town], discount: 25%}\n"
    "variants: {late: {set: {projects.k3.year: 2022}}}\n";

/* The question, [n] pairs of an option and its value. */
struct asked {
    struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    struct seatsim_scenario *scenario;
    struct seatsim_explanation *explanation;
    enum seatsim_status status;
};

static void ask(struct asked *asked, const char *const *question)
{
    memset(asked, 0, sizeof *asked);
    asked->options = seatsim_options_new(NULL);
    asked->diagnostics = seatsim_diagnostics_new(NULL);
    for (; *question; question += 2)
        assert_int_equal(seatsim_options_set(asked->options, question[0], question[1], asked->diagnostics), SEATSIM_OK);
    assert_int_equal(seatsim_scenario_load_text("a.yaml", text, strlen(text), asked->options, &asked->scenario, NULL),
                     SEATSIM_OK);
    asked->status = seatsim_explain(asked->scenario, asked->options, &asked->explanation, asked->diagnostics);
}

static void forget(struct asked *asked)
{
    seatsim_explanation_free(asked->explanation);
    seatsim_scenario_free(asked->scenario);
    seatsim_diagnostics_free(asked->diagnostics);
    seatsim_options_free(asked->options);
}

/* Follows children by their index down to a node. */
static const struct explained *down(const struct explained *node, const int *path)
{
    for (; *path >= 0; path++) {
        assert_true(*path < node->n_children);
        node = node->children[*path];
    }
    return node;
}

TEST(explain, "demand goes down to the births and the rate, with the line that gives each")
{
    /* 2021: the entry grade is 90 % of 40 = 36, the grade above the 30 of 2020. */
    static const char *const question[] = { "indicator", "demand", "stage", "kg", "year", "2021", "depth", "9", NULL };
    struct asked asked;
    ask(&asked, question);
    assert_int_equal(asked.status, SEATSIM_OK);
    const struct explained *root = asked.explanation->root;
    assert_close(seatsim_explanation_value(asked.explanation), 66, 1e-12);
    assert_int_equal(root->n_children, 2);
    const struct explained *entrants = down(root, (int[]){ 0, 0, -1 }), *rate = down(entrants, (int[]){ 1, -1 });
    assert_int_equal(entrants->formula, FORMULA_PRODUCT);
    assert_close(entrants->value, 36, 1e-12);
    assert_close(rate->value, 0.9, 1e-12);
    assert_string_equal(rate->file, "a.yaml");
    assert_int_equal(rate->line, 9);
    const struct explained *births = down(entrants, (int[]){ 0, 0, 0, -1 });
    assert_int_equal(births->term, TERM_BIRTHS);
    assert_close(births->value, 40, 1e-12);
    assert_int_equal(births->subject.year, 2018);
    const struct explained *before = down(root, (int[]){ 1, 0, 0, -1 });
    assert_close(before->value, 30, 1e-12);
    assert_int_equal(before->subject.year, 2020);
    forget(&asked);
}

TEST(explain, "a facility of the public share says which line made it public, and what its rule read")
{
    static const char *const question[] = { "indicator", "public_share", "stage", "kg", "year", "2021", "depth", "2", NULL };
    struct asked asked;
    ask(&asked, question);
    assert_int_equal(asked.status, SEATSIM_OK);
    const struct explained *opened = down(asked.explanation->root, (int[]){ 0, 1, -1 });
    assert_string_equal(asked.explanation->names->facilities[opened->subject.facility].id, "k3");
    assert_string_equal(opened->because, "public_share 33.3% < 50%, 2020");
    assert_int_equal(opened->line, 15);
    assert_true(opened->more);
    forget(&asked);
}

TEST(explain, "the seats of a facility are those it began with and what projects did")
{
    static const char *const question[] = { "indicator", "seats",   "stage", "kg",    "year", "2022", "facility",
                                            "k3",        "variant", "late",  "depth", "3",    NULL };
    struct asked asked;
    ask(&asked, question);
    assert_int_equal(asked.status, SEATSIM_OK);
    const struct explained *seats = down(asked.explanation->root, (int[]){ 0, -1 });
    assert_int_equal(asked.explanation->root->n_children, 1);
    assert_int_equal(seats->term, TERM_BY_PROJECT);
    assert_int_equal(seats->formula, FORMULA_GIVEN);
    assert_int_equal(seats->subject.year, 2022);
    assert_close(seats->value, 30, 1e-12);
    forget(&asked);
}

TEST(explain, "what a payer has paid goes down to the project's cost, the years' parts of it and the discount")
{
    /* 540 of 900 in 2021 are worth 540 / 1.25 = 432, 360 in 2022 are worth 360 / 1.5625 = 230.4. */
    static const char *const question[] = { "indicator", "cost_present_value.town", "stage", "kg", "year", "2022", "depth", "9",
                                            NULL };
    struct asked asked;
    ask(&asked, question);
    assert_int_equal(asked.status, SEATSIM_OK);
    const struct explained *root = asked.explanation->root, *first = down(root, (int[]){ 0, -1 });
    assert_close(root->value, 662.4, 1e-9);
    assert_close(first->value, 432, 1e-9);
    const struct explained *project = down(first, (int[]){ 0, 0, -1 }), *part = down(project, (int[]){ 1, -1 });
    assert_int_equal(project->line, 15);
    assert_close(down(project, (int[]){ 0, -1 })->value, 900, 0);
    assert_int_equal(part->formula, FORMULA_GIVEN);
    assert_close(part->value, 0.6, 1e-15);
    assert_close(down(root, (int[]){ 1, 1, 0, -1 })->value, 0.25, 0);
    forget(&asked);
}

TEST(explain, "a balance has each school's resource a pupil, and its pupils")
{
    /* 60 books for 20 pupils and 40 for 40: 3 and 1 a pupil, 100 / 60 in the mean. */
    static const char *const question[] = { "indicator", "balance.books", "stage", "kg", "year", "2020", "depth", "3", NULL };
    struct asked asked;
    ask(&asked, question);
    assert_int_equal(asked.status, SEATSIM_OK);
    const struct explained *root = asked.explanation->root;
    assert_int_equal(root->formula, FORMULA_VARIATION);
    assert_int_equal(root->n_children, 4);
    assert_close(root->children[0]->value, 3, 1e-15);
    assert_close(root->children[1]->value, 20, 0);
    assert_close(root->children[2]->value, 1, 1e-15);
    assert_close(root->children[3]->value, 40, 0);
    assert_int_equal(down(root, (int[]){ 2, 0, 0, -1 })->line, 12);
    forget(&asked);
}

TEST(explain, "a share by tag has the line of each school that carries it")
{
    static const char *const question[] = {
        "indicator", "quality_share.model", "stage", "kg", "year", "2021", "depth", "3", NULL
    };
    struct asked asked;
    ask(&asked, question);
    assert_int_equal(asked.status, SEATSIM_OK);
    const struct explained *carries = down(asked.explanation->root, (int[]){ 0, 0, -1 });
    assert_close(asked.explanation->root->value, 1.0 / 3, 1e-15);
    assert_int_equal(carries->line, 11);
    forget(&asked);
}

TEST(explain, "the capital of a school is explained in a year before it opens")
{
    static const char *const question[] = { "indicator", "capital",           "stage", "kg", "year", "2021", "facility", "k3",
                                            "set",       "projects.k3.lag=1", "depth", "2",  NULL };
    struct asked asked;
    ask(&asked, question);
    assert_int_equal(asked.status, SEATSIM_OK);
    assert_close(seatsim_explanation_value(asked.explanation), 540, 1e-9);
    forget(&asked);
}

TEST(explain, "no levels are the number alone")
{
    static const char *const question[] = { "indicator", "enrolled", "stage", "pri", "year", "2020", "depth", "0", NULL };
    struct asked asked;
    struct captured printed = { .length = 0 };
    ask(&asked, question);
    assert_int_equal(seatsim_print_explanation(asked.explanation, asked.options, capture, &printed), SEATSIM_OK);
    assert_string_equal(printed.text, "90  Enrolled, a, pri, 2020 …\n… goes on: --depth 1 or more\n");
    forget(&asked);
}

TEST(explain, "every indicator that has a value is explained, and its tree is the value of the run")
{
    static const char *const stages[] = { "kg", "pri" };
    static const char *const named[] = { "quality_share.model", "balance.books", "capital.town", "cost_present_value.county" };
    for (int i = 0; i < n_indicators + 4; i++)
        for (int stage = 0; stage < 2; stage++) {
            const char *id = i < n_indicators ? indicators[i].id : named[i - n_indicators];
            const char *const question[] = { "indicator", id, "stage", stages[stage], "year", "2022", NULL };
            struct seatsim_results *results;
            struct asked asked;
            ask(&asked, question);
            assert_int_equal(seatsim_run(asked.scenario, asked.options, &results, NULL), SEATSIM_OK);
            double value = seatsim_results_value(results, id, "region", "", stages[stage], "", 2022);
            assert_int_equal(asked.status, value == value ? SEATSIM_OK : SEATSIM_BAD_INPUT);
            if (asked.explanation)
                assert_close(seatsim_explanation_value(asked.explanation), value, 1e-12);
            seatsim_results_free(results);
            forget(&asked);
        }
}

static const struct seatsim_scenario *to_explain;

static const char *indicator_to_explain;

static void explain_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_options *options = seatsim_options_new(allocator);
    struct seatsim_explanation *explanation = NULL;
    if (options && seatsim_options_set(options, "indicator", indicator_to_explain, NULL) == SEATSIM_OK &&
        seatsim_options_set(options, "stage", "kg", NULL) == SEATSIM_OK &&
        seatsim_options_set(options, "year", "2022", NULL) == SEATSIM_OK &&
        seatsim_options_set(options, "depth", "20", NULL) == SEATSIM_OK) {
        enum seatsim_status status = seatsim_explain(to_explain, options, &explanation, NULL);
        assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
        struct captured printed = { .length = 0 };
        if (explanation)
            status = seatsim_print_explanation(explanation, options, capture, &printed);
        assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    }
    seatsim_explanation_free(explanation);
    seatsim_options_free(options);
}

TEST(explain, "whichever request for memory fails, it ends with a status and holds nothing")
{
    static const char *const question[] = { "indicator", "demand", "stage", "kg", "year", "2021", NULL };
    struct asked asked;
    ask(&asked, question);
    static const char *const explained[] = { "shortage", "balance.books", "quality_share.model", "cost_present_value.town" };
    to_explain = asked.scenario;
    for (int i = 0; i < 4; i++) {
        indicator_to_explain = explained[i];
        fail_each_allocation(explain_with);
    }
    forget(&asked);
}
