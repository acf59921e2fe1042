/* Work in parallel whose results are taken in order. */
#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include "base/memory.h"

enum { WORKERS_MOST = 256 };

/* Does `count` pieces of work and takes their results, in order, as soon as they are there.
 *
 *   threads   how many may work at once; 0: as many as the machine has cores
 *   work      called once for each index, on any thread
 *   take      called once for each index from 0 on, on the caller's thread, when `work` has returned for it
 *
 * With one thread, and where no other can be made, all is done on the caller's. */
void work_in_order(int count, int threads, const struct seatsim_allocator *allocator, void (*work)(void *context, int index),
                   void (*take)(void *context, int index), void *context);

#endif
