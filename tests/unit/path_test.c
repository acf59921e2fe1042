#include "scenario/path.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static const char file[] =
    "title: {en: Plan}\n"
    "cutoff: {value: 08-31, source: S}\n"
    "stages: [{id: kg, class_limit: [25, 30]}, {id: pri, oversize: {value: 56, source: S}}]\n"
    "sectors: [public, private]\n"
    "districts:\n"
    "  - {id: a, births: {2018: 100, 2019: 80, projection: {2025: 70}}, pupils: {pri: {value: 90, source: S}},\n"
    "     entry: {kg: {rate: 50%}}, progression: {pri: \"0.5\"}}\n"
    "  - {id: b, births: {2018: 10}, pupils: {pri: [1, 2]}}\n"
    "facilities: [{id: f, stages: {pri: {classes: 6}}}, {id: g, stage: kg, classes: 3}]\n"
    "projects: [{open: x, year: 2021, stage: kg}, {expand: f, year: 2023, lag: 2}]\n";

struct patched {
    struct arena arena;
    struct source file, source;
    struct seatsim_diagnostics *diagnostics;
    struct node *root;
    bool good;
    struct captured said;
};

static void patch(struct patched *patched, const char *text)
{
    memset(patched, 0, sizeof *patched);
    arena_init(&patched->arena, NULL);
    patched->file = (struct source){ .name = "a.yaml", .text = file, .length = sizeof file - 1 };
    patched->source = (struct source){ .name = "--set", .text = text, .length = strlen(text), .order = 1 };
    patched->diagnostics = seatsim_diagnostics_new(NULL);
    assert_int_equal(tree_read(&patched->file, file, ORIGIN_FILE, &patched->arena, &patched->root, patched->diagnostics),
                     SEATSIM_OK);
    struct patching patching = { .root = patched->root, .arena = &patched->arena, .diagnostics = patched->diagnostics };
    patched->good = patch_text(&patching, &patched->source, ORIGIN_SET);
    patching_clear(&patching);
    capture_diagnostics(&patched->said, patched->diagnostics, SEATSIM_ENGLISH, 20);
}

static void forget(struct patched *patched)
{
    seatsim_diagnostics_free(patched->diagnostics);
    arena_clear(&patched->arena);
}

/* The node at keys and indices with slashes between; NULL when there is none. */
static struct node *at(struct node *node, const char *way)
{
    char step[64];
    while (node && *way) {
        size_t length = strcspn(way, "/");
        snprintf(step, sizeof step, "%.*s", (int)length, way);
        int index = step[0] - '0';
        if (node->kind == NODE_LIST)
            node = index < node->count ? node->items[index] : NULL;
        else
            node = node_get(node, step);
        way += length + (way[length] != 0);
    }
    return node;
}

TEST(path, "leads to what it names, and += and *= keep the form of a number")
{
    static const struct {
        const char *patch, *way, *text;
    } rows[] = {
        { "projects.x.year=2022", "projects/0/year", "2022" },
        { "projects.x.year += 1", "projects/0/year", "2022" },
        { "projects.*.lag += 1", "projects/0/lag", "1" }, /* 0 by default */
        { "projects.*.lag += 1", "projects/1/lag", "3" },
        { "projects[year=2023].lag *= 2", "projects/1/lag", "4" },
        { "projects.*[year=2023,lag=2].lag=5", "projects/1/lag", "5" },
        { "projects[year=2021,lag=0].lag=5", "projects/0/lag", "5" },
        { "districts.a.entry.kg.rate *= 0.9", "districts/0/entry/kg/rate", "45%" },
        { "districts.a.births *= 0.9", "districts/0/births/2019", "72" },
        { "districts.a.births *= 0.9", "districts/0/births/projection/2025", "70" },
        { "districts.*.births.2018 *= 0.5", "districts/1/births/2018", "5" },
        { "stages.kg.class_limit += 5", "stages/0/class_limit/1", "35" },
        /* Inside values with a shape of their own. */
        { "districts.a.births.projection.2025=60", "districts/0/births/projection/2025", "60" },
        { "districts.a.births.projection.2026=55", "districts/0/births/projection/2026", "55" },
        { "districts.a.births.projection *= 0.5", "districts/0/births/projection/2025", "35" },
        { "districts.b.births.projection.2025=60", "districts/1/births/projection/2025", "60" },
        { "title.zh=计划", "title/zh", "计划" },
        { "title.zh=计划", "title/en", "Plan" },
        { "stages.kg.title.zh=园", "stages/0/title/zh", "园" },
        { "sectors.private.title.en=Other", "sectors/1/title/en", "Other" },
        /* What is set replaces a value and its source; what is changed keeps it; a step goes inside. */
        { "cutoff=09-01", "cutoff", "09-01" },
        { "stages.pri.oversize += 4", "stages/1/oversize/value", "60" },
        { "stages.pri.oversize += 4", "stages/1/oversize/source", "S" },
        { "districts.a.pupils.pri.total=80", "districts/0/pupils/pri/value/total", "80" },
        { "districts.a.pupils.pri.spread=equal", "districts/0/pupils/pri/value/total", "90" },
        { "districts.b.pupils.pri.grades *= 2", "districts/1/pupils/pri/grades/1", "4" },
        /* A star over stages takes those that are not given where there is a default for them, and only there. */
        { "districts.*.entry.*.rate *= 0.9", "districts/0/entry/kg/rate", "45%" },
        { "districts.*.entry.*.rate *= 0.9", "districts/0/entry/pri/rate", "90%" },
        { "districts.*.entry.*.rate *= 0.9", "districts/1/entry/kg/rate", "90%" },
        { "districts.b.progression.* *= 0.5", "districts/1/progression/pri", "0.5" },
        { "allocation.*.transfer=20%", "allocation/pri/transfer", "20%" },
        { "allocation.*=public_first", "allocation/kg", "public_first" }, /* a star, not a product */
        { "facilities.*.stages.*.classes += 1", "facilities/0/stages/pri/classes", "7" },
        { "facilities.*.stages.*.classes += 1", "facilities/0/stages/kg", NULL },
        { "facilities.*.stages.*.classes += 1", "facilities/1/stages", NULL },
        { "districts.a.pupils.*.total *= 2", "districts/0/pupils/kg", NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct patched patched;
        patch(&patched, rows[i].patch);
        if (!patched.good)
            fail_msg("%s: %s", rows[i].patch, patched.said.text);
        const struct node *node = at(patched.root, rows[i].way);
        const char *text = node && node->kind == NODE_SCALAR ? node->text : NULL;
        if (!!text != !!rows[i].text || (text && strcmp(text, rows[i].text) != 0))
            fail_msg("%s: %s is %s", rows[i].patch, rows[i].way, text ? text : "nothing");
        forget(&patched);
    }
}

TEST(path, "refuses what leads nowhere, and names what is near")
{
    static const struct {
        const char *patch, *said;
    } rows[] = {
        { "projects.y.year=2022", "there is no 'y'" },
        { "districts.a.birhts.2018=1", "(did you mean 'births'?)" },
        { "title.zn=x", "(did you mean 'zh'?)" },
        { "districts.a.births.projection.foo=1", "there is no 'foo'" },
        { "projects[year=2030].lag=1", "nothing matches the filter on 'year'" },
        { "projects..lag=1", "cannot be read" },
        { "projects[year].lag=1", "cannot be read" },
        { "projects.x.year", "sets nothing" },
        { "projects.x.year= ", "sets nothing" },
        { "projects.x.year += late", "need numbers" },
        { "projects.x.year += \"1\"", "need numbers" },
        { "districts.a.progression.pri *= 2", "need numbers" },
        { "projects.x.stage *= 2", "need numbers" },
        { "stages.kg.oversize += 1", "need numbers" }, /* there is no default to start from */
        { "projects.x.year.2020=1", "there is no '2020'" },
        { "stages.kg.class_limit.*.x=1", "there is no 'x'" },
        { "sectors.public.title.en.x=1", "'x' lies inside a single value" },
        { "facilities.g.stages.*.classes += 1", "nothing matches" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct patched patched;
        patch(&patched, rows[i].patch);
        if (patched.good || !strstr(patched.said.text, rows[i].said))
            fail_msg("%s: %d, said: %s", rows[i].patch, patched.good, patched.said.text);
        forget(&patched);
    }
}

TEST(path, "gives what it changes its own origin and place, in code points behind Chinese")
{
    struct patched patched;
    patch(&patched, "stages.pri.oversize += 4");
    const struct node *size = at(patched.root, "stages/1/oversize");
    assert_int_equal(size->origin, ORIGIN_SET);
    assert_int_equal(node_value(size)->origin, ORIGIN_SET);
    assert_int_equal(node_get(size, "source")->origin, ORIGIN_FILE);
    assert_ptr_equal(node_value(size)->place.source, &patched.source);
    assert_int_equal(node_value(size)->place.column, 24);
    assert_int_equal(at(patched.root, "stages/0")->origin, ORIGIN_FILE);
    forget(&patched);
    /* The filter's two characters are six bytes; the tag stands in column 24. */
    patch(&patched, "projects[stage=小学].lag=!x 1");
    assert_non_null(strstr(patched.said.text, "--set:1:24: error: the tag"));
    forget(&patched);
}

static void patch_all_kinds(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static const char *const patches[] = { "allocation.*=public_first", "projects[year=2023].lag += 1",
                                           "districts.*.entry.*.rate *= 0.9", "districts.a.pupils.pri.total=80",
                                           "title.zh={a: [1, 2]}" };
    struct source source = { .name = "a.yaml", .text = file, .length = sizeof file - 1 }, set = { .name = "--set", .order = 1 };
    struct arena arena;
    struct node *root;
    arena_init(&arena, allocator);
    bool good = tree_read(&source, file, ORIGIN_FILE, &arena, &root, NULL) == SEATSIM_OK;
    for (size_t i = 0; good && i < sizeof patches / sizeof patches[0]; i++) {
        set.text = patches[i];
        set.length = strlen(patches[i]);
        struct patching patching = { .root = root, .arena = &arena };
        good = patch_text(&patching, &set, ORIGIN_SET);
        patching_clear(&patching);
    }
    assert_int_equal(good, !failing->failed);
    arena_clear(&arena);
}

TEST(path, "ends cleanly whichever allocation fails")
{
    fail_each_allocation(patch_all_kinds);
}
