/* What a run leaves for those who ask where its numbers come from: the state of every year, and who sat where after each
 * step of the allocation. A block without a trace keeps nothing and pays nothing. Runs of one draw only. */
#ifndef ENGINE_TRACE_H
#define ENGINE_TRACE_H

#include "engine/block.h"

/* The steps of a year's allocation that are kept, in their order. The second shrinking follows the claims. */
enum step {
    STEP_CONTINUED,
    STEP_SHRUNK,
    STEP_CLAIMED,
    STEP_SHRUNK_AGAIN,
    STEP_TRANSFERRED,
    STEP_SEATED,
    STEP_OVERFLOWED,
    STEP_SEATED_ABOVE,
    STEPS
};

/* What a project moved in an autumn. */
enum stock { STOCK_SEATS, STOCK_ROOMS, STOCK_SITES, STOCK_RESOURCES, STOCK_PUPILS, STOCKS };
struct moved {
    const struct change *change; /* of the plan */
    int part;                    /* of the plan */
    enum stock stock;
    int row;     /* STOCK_PUPILS: a grade of the stage; STOCK_RESOURCES: one of the measures'; else 0 */
    real amount; /* negative where it was taken away */
};

/* The year of a cluster, counted as in its block. */
struct traced_year {
    struct block state;   /* when the year was measured; its pupils_before are those after the changes of supply */
    real *pupils[STEPS];  /* as block.pupils */
    real *waiting[STEPS]; /* as block.waiting */
    real *free[STEPS];    /* as block.free */
    real *guests[STEPS];  /* as block.guests; NULL where it is */
    real *left;           /* as block.pupils: who left for a better sector */
};

struct trace {
    struct arena arena;
    const struct plan *plan;   /* borrowed */
    struct traced_year *years; /* [clusters][years] */
    struct moved *moved;       /* [n_moved] in the order in which it happened */
    int n_moved, room;
    real *stocks; /* [parts][stocks][rows] of a cluster before the next change */
    real *region; /* [years][stages][1 + sectors][n_quantities] */
    bool failed;  /* no memory */
};

/* An empty trace of a plan; false without memory. Clear it in any case. */
bool trace_init(struct trace *trace, const struct plan *plan, const struct seatsim_allocator *allocator);
void trace_clear(struct trace *trace);

/* The year of a cluster. */
struct traced_year *trace_year(const struct trace *trace, int cluster, int autumn);

/* Where those who leave a part and the following ones for better sectors are noted; NULL without memory. */
real *trace_left(const struct block *block, int part);

/* Keeps a step; what a change of supply moved (NULL: begins an autumn); a year that ended. */
void trace_step(const struct block *block, enum step step);
void trace_change(const struct block *block, const struct change *change);
void trace_end(const struct block *block);

#endif
