#include "base/workers.h"

#include <pthread.h>
#include <unistd.h>

/* What the threads share: `lock` keeps `next` and `done`. */
struct shared {
    pthread_mutex_t lock;
    pthread_cond_t finished;
    int count, next;
    bool *done; /* [count] */
    void (*work)(void *context, int index);
    void *context;
};

static int take_next(struct shared *shared)
{
    pthread_mutex_lock(&shared->lock);
    int index = shared->next < shared->count ? shared->next++ : -1;
    pthread_mutex_unlock(&shared->lock);
    return index;
}

static void *labour(void *argument)
{
    struct shared *shared = argument;
    for (int index; (index = take_next(shared)) >= 0;) {
        shared->work(shared->context, index);
        pthread_mutex_lock(&shared->lock);
        shared->done[index] = true;
        pthread_cond_broadcast(&shared->finished);
        pthread_mutex_unlock(&shared->lock);
    }
    return NULL;
}

static void wait_for(struct shared *shared, int index)
{
    pthread_mutex_lock(&shared->lock);
    while (!shared->done[index])
        pthread_cond_wait(&shared->finished, &shared->lock);
    pthread_mutex_unlock(&shared->lock);
}

static int cores(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 && count < WORKERS_MOST ? (int)count : count > 0 ? WORKERS_MOST : 1;
}

static int workers_for(int count, int threads)
{
    int workers = threads > 0 ? threads : cores();
    workers = workers < WORKERS_MOST ? workers : WORKERS_MOST;
    return workers < count ? workers : count;
}

/* Starts up to `wanted` threads; returns how many there are. */
static int start(pthread_t *threads, int wanted, struct shared *shared)
{
    int started = 0;
    while (started < wanted && pthread_create(&threads[started], NULL, labour, shared) == 0)
        started++;
    return started;
}

void work_in_order(int count, int threads, const struct seatsim_allocator *allocator, void (*work)(void *context, int index),
                   void (*take)(void *context, int index), void *context)
{
    pthread_t workers[WORKERS_MOST];
    int wanted = workers_for(count, threads), started = 0;
    struct shared shared = { .count = count, .work = work, .context = context };
    pthread_mutex_init(&shared.lock, NULL);
    pthread_cond_init(&shared.finished, NULL);
    shared.done = wanted > 1 ? memory_new(allocator, (size_t)count, sizeof *shared.done) : NULL;
    if (shared.done)
        started = start(workers, wanted, &shared);
    for (int index = 0; index < count; index++) {
        if (started > 0)
            wait_for(&shared, index);
        else
            work(context, index);
        take(context, index);
    }
    for (int worker = 0; worker < started; worker++)
        pthread_join(workers[worker], NULL);
    memory_free(allocator, shared.done);
    pthread_cond_destroy(&shared.finished);
    pthread_mutex_destroy(&shared.lock);
}
