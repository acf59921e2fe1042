/* The scenario to begin with: what fails while it is written. That it is right is told by tests/cli/new.sh. */
#include "base/options.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <seatsim/scenario.h>

#include <string.h>

static struct seatsim_options *shipped_standards(const struct seatsim_allocator *allocator)
{
    struct seatsim_options *options = seatsim_options_new(allocator);
    if (options && seatsim_options_set(options, "data", "scenarios", NULL) == SEATSIM_OK)
        return options;
    seatsim_options_free(options);
    return NULL;
}

static void write_starter(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_options *options = shipped_standards(allocator);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(allocator);
    struct captured said = { .length = 0 };
    if (options && diagnostics) {
        enum seatsim_status status = seatsim_scenario_new("england", options, capture, &said, diagnostics);
        if (status != SEATSIM_OK && (!failing->failed || status != SEATSIM_MACHINE))
            fail_msg("request %d: status %d", failing->fail_at, (int)status);
        if (status == SEATSIM_OK)
            assert_non_null(strstr(said.text, "\nvariants:\n"));
        else
            assert_int_equal(said.length, 0); /* nothing or all of it */
    }
    seatsim_diagnostics_free(diagnostics);
    seatsim_options_free(options);
}

TEST(starter, "every failed allocation while a scenario to begin with is written leaves nothing behind")
{
    fail_each_allocation(write_starter);
}

static bool gives_up(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

TEST(starter, "a writer that gives up is a failure of the machine; a standard there is none of, wrong input")
{
    struct seatsim_options *options = shipped_standards(NULL);
    assert_int_equal(seatsim_scenario_new("kr", options, gives_up, NULL, NULL), SEATSIM_MACHINE);
    assert_int_equal(seatsim_scenario_new("nowhere", options, gives_up, NULL, NULL), SEATSIM_BAD_INPUT);
    seatsim_options_free(options);
}
