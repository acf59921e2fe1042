/* The plan: a scenario as the engine reads it, flat arrays in the order in which they are computed.
 *
 * Districts stand by cluster; parts (a facility in one of its stages) by district, then stage, then facility, so that
 * one stage of one district is a run of parts. Nothing here changes during a run. */
#ifndef ENGINE_PLAN_H
#define ENGINE_PLAN_H

#include "model/measure.h"
#include "model/shape.h"
#include "model/staff.h"
#include "scenario/scenario.h"

struct plan_stage {
    int first_grade, n_grades;
    bool compulsory;
    const real *class_limit; /* [n_grades] */
    real oversize, super_oversize; /* pupils; NaN for none */
    real school_size;        /* pupils a school of this stage alone may have; NaN for no limit */
    real planned_class;      /* seats a room */
    const struct allocation *allocation;
    real *weights;           /* [n_sectors] how much children prefer each sector */
    int first_post, n_posts; /* kinds of posts are numbered through all stages */
    real pupil_price;        /* recurrent money a year */
};

struct plan_district {
    int index;            /* in the scenario */
    int *first_part;      /* [n_stages + 1]; the parts of a stage are first_part[stage] .. first_part[stage + 1] - 1 */
    real *pupils;         /* [n_grades] of the base year's census, whole */
    real *waiting;        /* [n_grades] without a seat in the base year */
    real *ratio;          /* [years][n_grades] from the grade below; of all these the base year is not used */
    real *stay;           /* [years][n_grades] share of the grade who repeat it */
    real *entrants;       /* [years][n_grades] who enter from outside, less those who leave */
    struct post_kind *posts; /* [years][n_posts] */
    real *residents;      /* [years][n_stages] of the stage's ages; NaN where not known */
    real *through;        /* [years][n_stages] share of the leavers of the stage below who go on to this one */
};

struct plan_part {
    const struct part *given; /* in the scenario: rooms and seats at the opening */
    real zone;            /* share of the district's children at the opening; 0 for none */
    bool merged_in;       /* comes with a merger, later than its facility */
    int facility, stage;
    int result;           /* its place in the results: by facility, then stage */
    int feeder;           /* the part in the stage below whose leavers have first claim here; -1 for none */
    real *pupils;         /* [grades of the stage] in the base year */
    struct payments *payments; /* [years]; NULL in a scenario without money */
};

struct plan_facility {
    int sector;           /* in the base year; -1 while a project or rule has not decided it */
    int sites;
    bool stands;          /* in the base year */
    bool by_entry;        /* fills up from the entry grade */
    int *parts;           /* [n_stages]; -1 where it does not serve the stage */
};

/* What a project does to a facility in one autumn; an expansion with an end does two things. In an autumn facilities open
 * first, then expansions end, then the other changes follow in the order of the file. */
enum change_kind { CHANGE_OPEN, CHANGE_SHRINK, CHANGE_EXPAND, CHANGE_SECTOR, CHANGE_ROOMS, CHANGE_CLOSE, CHANGE_MERGE };

struct change {
    int cluster;
    int autumn;           /* counted from the base year, >= 1 */
    enum change_kind kind;
    int project;          /* in the scenario */
    int facility, district; /* the district in the plan */
    int into;             /* MERGE: the facility that stays */
    int part, to_part;    /* EXPAND, SHRINK, ROOMS: whose rooms and seats; ROOMS: where they go */
    real rooms, seats;
    const struct rule *rule; /* OPEN, SECTOR: decides the sector; NULL: it is `sector` */
    int sector;
    int sites, split;     /* SECTOR: of how many sites, and the facility they become; -1: of all */
};

/* A district whose children may sit in another; districts are counted from their cluster's first. */
struct link {
    int home, host;
    int rank;             /* of the host among the home's neighbours, from 0 */
    int first_row;        /* of the guests, who lie by host's part and grade: how many rows of the cluster's stand before */
};

/* Districts that may affect one another; everything else is independent. */
struct cluster {
    int first_district, n_districts;
    int first_part, n_parts;
    int first_change, n_changes;
    int first_link, n_links; /* by rank, host and home */
    int guest_rows;          /* of all links */
};

struct plan {
    struct arena arena; /* owns everything below */
    const struct seatsim_scenario *scenario; /* borrowed: rules, allocation and measures point into it */
    const struct measures *measures;
    int years;          /* base year included */
    int n_stages, n_grades, n_posts, n_sectors, n_clusters, n_districts, n_facilities, n_parts, n_changes, n_links;
    bool with_money;    /* the scenario speaks of money */
    struct plan_stage *stages;
    struct plan_district *districts;
    struct plan_facility *facilities; /* in the order of the scenario */
    struct plan_part *parts;
    int n_overflow;                   /* the longest list of overflow facilities */
    int *overflow;                    /* [n_parts][n_overflow] parts, from the first of the district's stage; -1 for none */
    bool *by_entry;                   /* [n_parts] as their facilities have it */
    struct change *changes;           /* by cluster and autumn, in the order above */
    struct cluster *clusters;
    struct link *links;               /* by cluster; none when no stage lets children sit with neighbours */
    real *public_part, *inclusive_part; /* [n_sectors] see struct part_rules */
};

/* Makes a plan of a checked scenario.
 *
 *   plan   out, set on success only; plan_free it before the scenario
 *
 * Errors: SEATSIM_BAD_INPUT when the facilities give a grade more pupils than their district has (E303),
 * SEATSIM_MACHINE without memory. */
enum seatsim_status plan_new(const struct seatsim_scenario *scenario, const struct seatsim_allocator *allocator,
                             struct plan **plan, struct seatsim_diagnostics *diagnostics);
void plan_free(struct plan *plan);

#endif
