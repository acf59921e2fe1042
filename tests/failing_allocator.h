/* An allocator that fails the n-th request, once or from then on, and counts what is still held. */
#ifndef TESTS_FAILING_ALLOCATOR_H
#define TESTS_FAILING_ALLOCATOR_H

#include <seatsim/diagnostic.h>

struct failing {
    int request;  /* requests made so far */
    int fail_at;  /* the request, from 1, that fails; 0: none */
    bool for_good; /* all later ones fail too */
    int held;     /* pieces of memory that were not freed */
    bool failed;  /* whether a request was refused */
};

/* The allocator over `failing`, which must outlive what it is given to. */
struct seatsim_allocator failing_allocator(struct failing *failing);

/* Calls `work` with allocators that fail the 1st, 2nd, ... request, once and for good, until one that fails none; checks
 * that nothing stays held. `work` checks what it got; `failing->failed` tells it whether a request was refused. */
void fail_each_allocation(void (*work)(const struct seatsim_allocator *allocator, const struct failing *failing));

#endif
