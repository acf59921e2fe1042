#include "base/workers.h"

#include "failing_allocator.h"
#include "test.h"

#include <time.h>

enum { PIECES = 200 };

/* What each piece of work leaves behind, and the order in which it was taken. */
struct pieces {
    int squares[PIECES], times[PIECES];
    int taken, order[PIECES];
};

static void square(void *context, int index)
{
    struct pieces *pieces = context;
    if (index % 50 == 0)
        nanosleep(&(struct timespec) { 0, 3000000 }, NULL); /* the slow ones must not be overtaken where results are taken */
    pieces->squares[index] = index * index;
    pieces->times[index]++;
}

static void take(void *context, int index)
{
    struct pieces *pieces = context;
    assert_int_equal(pieces->squares[index], index * index);
    pieces->order[pieces->taken++] = index;
}

static void assert_all_in_order(const struct pieces *pieces, int count)
{
    assert_int_equal(pieces->taken, count);
    for (int i = 0; i < count; i++) {
        assert_int_equal(pieces->times[i], 1);
        assert_int_equal(pieces->order[i], i);
    }
}

TEST(workers, "every piece of work is done once and taken in order, whatever the number of threads")
{
    static const int threads[] = { 0, 1, 2, 3, 8, 1000 };
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
        struct pieces pieces = { .taken = 0 };
        work_in_order(PIECES, threads[i], &memory_c_library, square, take, &pieces);
        assert_all_in_order(&pieces, PIECES);
    }
}

TEST(workers, "no work and one piece of it are fine")
{
    for (int count = 0; count < 2; count++) {
        struct pieces pieces = { .taken = 0 };
        work_in_order(count, 4, &memory_c_library, square, take, &pieces);
        assert_all_in_order(&pieces, count);
    }
}

static void work_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct pieces pieces = { .taken = 0 };
    (void)failing;
    work_in_order(3, 2, allocator, square, take, &pieces);
    assert_all_in_order(&pieces, 3);
}

TEST(workers, "without memory for threads the caller does all of it")
{
    fail_each_allocation(work_with);
}
