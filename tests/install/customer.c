/* A program of somebody else: loads a scenario from memory, runs it, and prints a figure. */
#include <seatsim/seatsim.h>

#include <stdio.h>
#include <string.h>

static bool to_stderr(void *context, const char *bytes, size_t length)
{
    (void)context;
    return fwrite(bytes, 1, length, stderr) == length;
}

int main(int argc, char **argv)
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct seatsim_scenario *scenario = NULL;
    struct seatsim_results *results = NULL;
    enum seatsim_status status = argc == 3 ? SEATSIM_OK : SEATSIM_BAD_INPUT;
    if (status == SEATSIM_OK)
        status = seatsim_options_set(options, "data", argv[2], diagnostics);
    if (status == SEATSIM_OK)
        status = seatsim_scenario_load(argv[1], options, &scenario, diagnostics);
    if (status == SEATSIM_OK)
        status = seatsim_run(scenario, options, &results, diagnostics);
    if (status == SEATSIM_OK)
        printf("%s %.0f\n", seatsim_version(), seatsim_results_value(results, "demand", "region", "", "kindergarten", "", 2020));
    seatsim_diagnostics_print(diagnostics, SEATSIM_ENGLISH, false, 20, to_stderr, NULL);
    seatsim_results_free(results);
    seatsim_scenario_free(scenario);
    seatsim_options_free(options);
    seatsim_diagnostics_free(diagnostics);
    return (int)status;
}
