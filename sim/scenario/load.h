/* A scenario on its way: from files to one tree (files.c), from the tree to the checked whole (scenario.c). */
#ifndef SCENARIO_LOAD_H
#define SCENARIO_LOAD_H

#include "scenario/tree.h"

struct loading {
    struct seatsim_scenario *scenario; /* owns what is read */
    const struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    const char *path;  /* of the scenario */
    struct node *root; /* the merged tree */
    const struct node *variants; /* that `root` may lack; NULL: those of `root` */
    bool unversioned;  /* a file does not say which version of the language it is written in: reported */
};

/* Files in the order of their messages: the scenario, those it extends, standards, then each --set. */
enum { ORDER_SCENARIO = 0, ORDER_EXTENDED = 1, ORDER_STANDARD = 100000, ORDER_SETS = 200000 };

/* A source for places to point into, in the scenario's arena; `text` is borrowed, `asked` says where another file names it.
 * NULL without memory, which is noted. */
struct source *new_source(const struct loading *loading, const char *name, const char *text, size_t length, int order,
                          const struct place *asked);

/* Makes one tree of a scenario's text and of all files it builds on: the standard at the bottom, then what `extends` names in
 * its order, then the scenario. Files are found beside the file that names them, standards also in standards/ there and in
 * standards/ of the data folders. An extended file may extend others; each is laid once, where it is first needed. The
 * nearest `standard` counts: the scenario's own before that of an extended file. A standard may build on another.
 * `loading->root` is set on success; it holds neither `extends` nor `standard`. */
enum seatsim_status read_files(struct loading *loading, const char *text, size_t length);

#endif
