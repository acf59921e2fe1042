/* Options of the library by name: THE table of what a caller may set, and where it is kept. */
#ifndef BASE_OPTIONS_H
#define BASE_OPTIONS_H

#include "base/diagnostic.h"

#include <seatsim/run.h>

struct text_list {
    int count, room;
    const char **items;
};

struct seatsim_options {
    struct seatsim_allocator allocator;
    struct arena arena; /* owns the texts below */
    enum seatsim_language language; /* lang: en, zh */
    bool plots;                     /* plots: yes, no */
    bool policies;                  /* policies: yes, no */
    bool facilities;                /* facilities: yes, no */
    bool colour;                    /* colour: yes, no */
    int width;                      /* width: columns of the terminal, 40..1000, default 100 */
    int threads;                    /* threads: 1..256, 0: as many as there are cores */
    struct text_list variants;      /* variant: NAME[,NAME], in order */
    struct text_list sets;          /* set: PATH=VALUE, PATH += VALUE, PATH *= VALUE, in order */
    const char *indicator, *stage, *sector, *district, *facility; /* what is explained; NULL: not said */
    int year;                       /* year: 0: not said */
    int depth;                      /* depth: levels of an explanation, 0..99, default 2 */
    struct text_list data;          /* data: folders with standards/ and plots/, in order of search */
};

#endif
