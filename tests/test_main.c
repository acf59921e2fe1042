/* Runs every test that registered itself in this program, in the order of the file; prints TAP. */
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { TESTS_MOST = 500 };
static struct CMUnitTest tests[TESTS_MOST];
static char names[TESTS_MOST][160];
static size_t n_tests;

void test_register(const char *suite, const char *sentence, void (*function)(void **state))
{
    if (n_tests == TESTS_MOST) {
        fprintf(stderr, "more than %d tests in one program\n", TESTS_MOST);
        abort();
    }
    snprintf(names[n_tests], sizeof names[0], "%s: %s", suite, sentence);
    tests[n_tests] = (struct CMUnitTest) { names[n_tests], function, NULL, NULL, NULL };
    n_tests++;
}

void test_close(double value, double expected, double tolerance, const char *file, int line)
{
    if (fabs(value - expected) <= tolerance || (isnan(value) && isnan(expected)))
        return;
    print_error("%.17g is not within %g of %.17g\n", value, tolerance, expected);
    _fail(file, line);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return _cmocka_run_group_tests("tests", tests, n_tests, NULL, NULL);
}
