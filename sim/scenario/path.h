/* Patches by path: the one path syntax of --set, variants and sweeps.
 *
 *     projects.jinyu-jiayuan-east.year=2022     districts.*.births *= 0.9     projects[year=2023,stage=junior].lag += 1
 *
 * A step is a key, the id of a thing in a list, or *, each with an optional filter [key=value,...]. A thing of the list
 * `projects` is named by its id: what open, expand or convert says. */
#ifndef SCENARIO_PATH_H
#define SCENARIO_PATH_H

#include "scenario/keys.h"
#include "scenario/name_index.h"

/* What all patches of a tree together may lead to: a thousand paths over a thousand things are fine, a million are not. */
enum { PATCHES_COST_MOST = 10 * 1000 * 1000 };

/* The patches of one tree, one after another. */
struct patching {
    struct node *root;
    struct arena *arena; /* owns what patches add */
    struct seatsim_diagnostics *diagnostics;
    struct name_index names; /* of the list that was searched last */
    int cost;                /* places that were walked to and values that were copied so far */
};
void patching_clear(struct patching *patching); /* the tree stays */

/* Applies one patch to a merged tree in place.
 *
 *   path     up to the operator, e.g. "projects.*.lag" or "projects.*.lag += " (the operator may end the path ...)
 *   value    a tree; or a scalar whose text begins with "+= " or "*= " (... or begin the value)
 *   place    where the patch stands, for messages
 *   origin   of the values it sets
 *
 * += and *= keep the text form (a percentage stays one), begin at the key's default in the table where the key is not
 * given, and go through maps and lists of numbers. A path that matches nothing is an error that names the nearest; so is the
 * patch with which all of them come to more than PATCHES_COST_MOST.
 * False when something was reported or there is no memory. */
bool patch_tree(struct patching *patching, const char *path, struct node *value, struct place place, enum origin origin);

/* Applies a patch written as one text, "PATH=VALUE", "PATH += VALUE" or "PATH *= VALUE"; the value is read as YAML.
 * `source` holds the text and is what places point into. */
bool patch_text(struct patching *patching, const struct source *source, enum origin origin);

#endif
