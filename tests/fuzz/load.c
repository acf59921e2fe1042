/* The whole way of a scenario for any bytes: loaded, every message printed in both languages, run when it loads and is
 * small enough, judged, written as tables and for the terminal. Whatever the bytes, no call may crash or leak, a refusal
 * names an error, and a scenario that loads runs. */
#include "failing_allocator.h"
#include "input.h"
#include "scenario/scenario.h"

#include <seatsim/seatsim.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Runs of more cells than this are left out: they take long and show nothing that small ones do not. */
enum { CELLS_MOST = 20000 };

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What must hold. A fuzzer takes the abort for a finding. */
static void must(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "fuzz: this does not hold: %s\n", what);
    abort();
}

static bool sink(void *context, const char *bytes, size_t length)
{
    *(size_t *)context += length;
    return length == 0 || bytes[length - 1] != 1;
}

static void print_all(const struct seatsim_diagnostics *diagnostics)
{
    size_t written = 0;
    seatsim_diagnostics_print(diagnostics, SEATSIM_ENGLISH, true, 20, sink, &written);
    seatsim_diagnostics_print(diagnostics, SEATSIM_CHINESE, false, 1000, sink, &written);
}

/* Counts of a scenario multiplied: a bound on the work of a run. */
static bool is_small(const struct seatsim_scenario *scenario)
{
    double years = scenario->horizon - scenario->base_year + 1;
    double things = 1.0 + scenario->n_districts + scenario->n_facilities + scenario->n_targets;
    return years * things * (1.0 + scenario->n_stages) * (1.0 + scenario->n_sectors) <= CELLS_MOST;
}

/* --- what is done with a scenario -------------------------------------------------------------------------------- */

struct session {
    struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    const struct failing *failing;
};

static void export_all(const struct session *session, const struct seatsim_results *results,
                       const struct seatsim_verdicts *verdicts)
{
    static const char *const tables[] = { "indicators", "pupils", "facilities", "targets" };
    size_t written = 0;
    for (int i = 0; i < 4; i++)
        if (verdicts || strcmp(tables[i], "targets") != 0)
            seatsim_export_table(results, verdicts, tables[i], sink, &written, session->diagnostics);
    seatsim_print_results(results, session->options, sink, &written);
    if (verdicts)
        seatsim_print_verdicts(verdicts, session->options, sink, &written);
}

static void run(const struct session *session, const struct seatsim_scenario *scenario)
{
    struct seatsim_results *results = NULL;
    struct seatsim_verdicts *verdicts = NULL;
    enum seatsim_status status = seatsim_run(scenario, session->options, &results, session->diagnostics);
    must(status != SEATSIM_MACHINE || session->failing->failed, "a run ends well, its invariants hold");
    if (status != SEATSIM_OK)
        return;
    status = seatsim_check(scenario, results, session->options, &verdicts, session->diagnostics);
    must(status != SEATSIM_MACHINE || session->failing->failed, "targets can be judged");
    export_all(session, results, verdicts);
    seatsim_verdicts_free(verdicts);
    seatsim_results_free(results);
}

static void load(const struct session *session, const struct input *input)
{
    struct seatsim_scenario *scenario = NULL;
    enum seatsim_status status = seatsim_scenario_load_text("input.yaml", input->text, input->length, session->options, &scenario,
                                                            session->diagnostics);
    int errors = seatsim_diagnostics_count(session->diagnostics, SEATSIM_ERROR);
    must((status == SEATSIM_OK) == (scenario != NULL), "a scenario is there when loading ended well");
    must(status != SEATSIM_OK || errors == 0, "what loads has no error");
    must(status != SEATSIM_BAD_INPUT || errors > 0, "a refusal names an error");
    must(status != SEATSIM_MACHINE || session->failing->failed, "there is memory enough");
    if (scenario && is_small(scenario))
        run(session, scenario);
    seatsim_scenario_free(scenario);
}

/* --- one input --------------------------------------------------------------------------------------------------- */

static void set_option(void *context, const char *name, const char *value)
{
    const struct session *session = context;
    seatsim_options_set(session->options, name, value, NULL);
}

static void try_input(const uint8_t *data, size_t size, int fail_at)
{
    struct failing failing = { .fail_at = fail_at, .for_good = fail_at % 2 };
    struct seatsim_allocator allocator = failing_allocator(&failing);
    struct session session = { seatsim_options_new(&allocator), seatsim_diagnostics_new(&allocator), &failing };
    struct input input;
    char *bytes = malloc(size + 1);
    if (session.options && session.diagnostics && bytes) {
        memcpy(bytes, data, size);
        seatsim_options_set(session.options, "data", "scenarios", NULL);
        cut_input(bytes, size, &input, set_option, &session);
        set_files(&input);
        load(&session, &input);
        print_all(session.diagnostics);
    }
    set_files(NULL);
    seatsim_diagnostics_free(session.diagnostics);
    seatsim_options_free(session.options);
    free(bytes);
    must(failing.held == 0, "all memory is given back");
}

/* FNV-1a: decides by the input alone whether memory runs out, and when. */
static uint32_t hash_of(const uint8_t *data, size_t size)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ data[i]) * 16777619u;
    return hash;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    must(keep_file("scenarios/standards/cn-2017.yaml"), "the standard is found from the folder the program is started in");
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint32_t hash = hash_of(data, size);
    try_input(data, size, 0);
    if (hash % 16 == 0)
        try_input(data, size, 1 + (int)(hash / 16 % 200));
    return 0;
}
