/* Tests that register themselves: TEST(suite, "a sentence that states the behaviour") { … assert_…(…); } */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

void test_register(const char *suite, const char *sentence, void (*function)(void **state));

#define TEST_JOIN2(a, b) a##b
#define TEST_JOIN(a, b) TEST_JOIN2(a, b)
#define TEST(suite, sentence)                                                                \
    static void TEST_JOIN(test_, __LINE__)(void **state);                                    \
    __attribute__((constructor)) static void TEST_JOIN(register_, __LINE__)(void)            \
    {                                                                                        \
        test_register(#suite, sentence, TEST_JOIN(test_, __LINE__));                         \
    }                                                                                        \
    static void TEST_JOIN(test_, __LINE__)(void **state __attribute__((unused)))

/* Two doubles that differ by at most `tolerance`, with both printed when they do not. */
#define assert_close(value, expected, tolerance) test_close((value), (expected), (tolerance), __FILE__, __LINE__)
void test_close(double value, double expected, double tolerance, const char *file, int line);

#endif
