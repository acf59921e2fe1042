#include "scenario/table.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A scenario beside one CSV file, t.csv, with its tables expanded. */
struct expansion {
    struct arena arena;
    struct source source;
    struct seatsim_diagnostics *diagnostics;
    struct tables tables;
    struct node *root;
    bool good;
    struct captured said;
    struct buffer tree; /* what the root holds, as one line of YAML */
};

static char folder[] = "/tmp/table-test-XXXXXX", scenario_path[64], table_path[64];

static void write_table(const char *csv)
{
    if (!scenario_path[0]) {
        assert_non_null(mkdtemp(folder));
        snprintf(scenario_path, sizeof scenario_path, "%s/a.yaml", folder);
        snprintf(table_path, sizeof table_path, "%s/t.csv", folder);
    }
    FILE *file = fopen(table_path, "wb");
    assert_non_null(file);
    fputs(csv, file);
    fclose(file);
}

static void remove_table(void)
{
    unlink(table_path);
    rmdir(folder);
    scenario_path[0] = 0;
    memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
}

static void add_tree(struct buffer *text, const struct node *node)
{
    if (node->kind == NODE_SCALAR) {
        buffer_text(text, node->text);
        return;
    }
    buffer_text(text, node->kind == NODE_LIST ? "[" : "{");
    for (int i = 0; i < node->count; i++) {
        buffer_text(text, i ? ", " : "");
        buffer_text(text, node->kind == NODE_MAPPING ? node->keys[i]->text : "");
        buffer_text(text, node->kind == NODE_MAPPING ? ": " : "");
        add_tree(text, node->items[i]);
    }
    buffer_text(text, node->kind == NODE_LIST ? "]" : "}");
}

static void expand(struct expansion *expansion, const char *yaml, const char *csv, const struct seatsim_allocator *allocator)
{
    memset(expansion, 0, sizeof *expansion);
    write_table(csv);
    arena_init(&expansion->arena, allocator);
    buffer_init(&expansion->tree, NULL);
    expansion->diagnostics = seatsim_diagnostics_new(NULL);
    expansion->source = (struct source) { .name = scenario_path, .text = yaml, .length = strlen(yaml) };
    tables_init(&expansion->tables, &expansion->arena, scenario_path, expansion->diagnostics);
    expansion->good = tree_read(&expansion->source, yaml, ORIGIN_FILE, &expansion->arena, &expansion->root,
                                expansion->diagnostics) == SEATSIM_OK &&
                      expand_tables(&expansion->tables, expansion->root, scenario_keys);
    for (int i = 0; expansion->good && i < expansion->root->count; i++) {
        buffer_text(&expansion->tree, expansion->root->keys[i]->text);
        buffer_text(&expansion->tree, ": ");
        add_tree(&expansion->tree, expansion->root->items[i]);
    }
    capture_diagnostics(&expansion->said, expansion->diagnostics, SEATSIM_ENGLISH, 20);
}

static void forget(struct expansion *expansion)
{
    tables_clear(&expansion->tables);
    seatsim_diagnostics_free(expansion->diagnostics);
    buffer_clear(&expansion->tree);
    arena_clear(&expansion->arena);
    remove_table();
}

/* What a scenario becomes beside a table. */
static void assert_becomes(const char *yaml, const char *csv, const char *tree)
{
    struct expansion expansion;
    expand(&expansion, yaml, csv, NULL);
    if (!expansion.good)
        fail_msg("%s\n%s\n%s", yaml, csv, expansion.said.text);
    assert_string_equal(expansion.tree.text, tree);
    forget(&expansion);
}

#define DISTRICT(text) "districts: [{id: west, " text "}]"

TEST(table, "rows by year become years, whatever the columns are called and however the numbers are written")
{
    static const char tree[] = DISTRICT("births: {2018: 2753, 2019: 1400}");
    assert_becomes(DISTRICT("births: {table: t.csv}"), "year,births\n2018,2753\n2019,1400\n", tree);
    assert_becomes(DISTRICT("births: {table: t.csv}"), "year,value\n2018,2753\n2019,1400\n", tree);
    assert_becomes(DISTRICT("births: {table: t.csv, year: 年份, value: 人数, thousands: \",\"}"),
                   "年份;人数\n２０１８年;\" ２，７５３ \"\n2019 年;1400\n", DISTRICT("births: {2018: 2753, 2019: 1400}"));
    assert_becomes(DISTRICT("births: {table: t.csv, missing: [—]}"), "year,births\n2018,2753\n2017,—\n2016,\n2019,1400\n", tree);
    assert_becomes(DISTRICT("births: {table: t.csv, where: {sex: all}, by: id}"),
                   "id,sex,year,births\nwest,all,2018,2753\nwest,f,2018,1300\neast,all,2018,9\nwest,all,2019,1400\n", tree);
}

TEST(table, "a table whose headers are years gives the years of its one row")
{
    assert_becomes(DISTRICT("births: {table: t.csv, by: district}"), "district,2018,2019年,note\neast,1,2,x\nwest,2753,1400,y\n",
                   DISTRICT("births: {2018: 2753, 2019: 1400}"));
}

TEST(table, "what stands beside the table stays, and counts before what the table says")
{
    assert_becomes(DISTRICT("births: {table: t.csv, 2019: 1500, projection: -5%, source: census}"),
                   "year,births\n2018,2753\n2019,1400\n",
                   DISTRICT("births: {2018: 2753, 2019: 1500, projection: -5%, source: census}"));
}

TEST(table, "months of a year become a list in their order")
{
    assert_becomes(DISTRICT("births: {table: t.csv, month: 月份}"),
                   "year,月份,births\n2018,12,12\n2018,1月,1\n2018,2,2\n2018,3,3\n2018,4,4\n2018,5,5\n2018,6,6\n2018,7,7\n2018,8,8\n"
                   "2018,9,9\n2018,10,10\n2018,11,11\n",
                   DISTRICT("births: {2018: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]}"));
}

TEST(table, "rows by stage, grade and year nest as the key does")
{
    assert_becomes(DISTRICT("waiting: {table: t.csv}"), "stage,waiting\nprimary,3\njunior,5\n",
                   DISTRICT("waiting: {primary: 3, junior: 5}"));
    assert_becomes(DISTRICT("waiting: {table: t.csv, columns: {primary: 小学, junior: 初中}}"), "小学,初中,合计\n3,5,8\n",
                   DISTRICT("waiting: {primary: 3, junior: 5}"));
    assert_becomes(DISTRICT("pupils: {table: t.csv}"), "stage,grade,pupils\njunior,1,90\njunior,2,80\nprimary,1,70\n",
                   DISTRICT("pupils: {junior: {grades: {1: 90, 2: 80}}, primary: {grades: {1: 70}}}"));
    assert_becomes(DISTRICT("pupils: {junior: {table: t.csv, value: n}}"), "grade,n\n1,90\n2,80\n",
                   DISTRICT("pupils: {junior: {grades: {1: 90, 2: 80}}}"));
    assert_becomes(DISTRICT("history: {table: t.csv, value: n}"),
                   "stage,year,n\njunior,2016,90\njunior,2017,80\nprimary,2016,70\n",
                   DISTRICT("history: {junior: {2016: 90, 2017: 80}, primary: {2016: 70}}"));
    assert_becomes(DISTRICT("progression: {table: t.csv, value: n}"), "stage,grade,year,n\njunior,2,2021,0.9\njunior,3,2021,1\n",
                   DISTRICT("progression: {junior: {2: {2021: 0.9}, 3: {2021: 1}}}"));
}

TEST(table, "rows become things, a column a key, with dots for keys inside keys")
{
    assert_becomes("facilities: {table: t.csv}", "id,title.zh,stages.primary.rooms,pupils,tags\nk1,一,9,,a; b\nk2,二,,30,a\n",
                   "facilities: [{id: k1, title: {zh: 一}, stages: {primary: {rooms: 9}}, tags: [a, b]}, "
                   "{id: k2, title: {zh: 二}, pupils: 30, tags: a}]");
}

TEST(table, "each row gets the keys under each, unless its own columns give them, and tables there find its rows")
{
    assert_becomes("districts: {table: t.csv, columns: {id: id}, "
                   "each: {id: x, births: {table: t.csv, by: id, year: y, value: n}, waiting: {primary: 1}}}",
                   "id,y,n\nwest,2018,2753\n",
                   "districts: [{id: west, births: {2018: 2753}, waiting: {primary: 1}}]");
}

TEST(table, "sections by stage take a row each")
{
    assert_becomes("allocation: {table: t.csv}", "stage,policy,transfer\nkindergarten,public_first,10%\nprimary,,\n",
                   "allocation: {kindergarten: {policy: public_first, transfer: 10%}, primary: {}}");
}

TEST(table, "a cell has its place in the table, and the table knows who asked")
{
    struct expansion expansion;
    expand(&expansion, DISTRICT("births: {table: t.csv}"), "year,births\n2018,\"2753\"\n", NULL);
    const struct node *births = node_get(node_get(expansion.root, "districts")->items[0], "births");
    const struct place place = births->items[0]->place;
    assert_string_equal(place.source->name, table_path);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 6);
    assert_int_equal(place.length, 6);
    assert_ptr_equal(place.source->asked->source, &expansion.source);
    assert_int_equal(place.source->asked->column, 40);
    forget(&expansion);
}

TEST(table, "a file that many districts name is read once")
{
    struct expansion expansion;
    struct buffer yaml;
    buffer_init(&yaml, NULL);
    buffer_text(&yaml, "districts:\n");
    for (int i = 0; i < 200; i++)
        buffer_text(&yaml, "- {id: west, births: {table: t.csv, by: id}}\n");
    expand(&expansion, yaml.text, "id,year,births\nwest,2018,2753\n", NULL);
    assert_true(expansion.good);
    assert_int_equal(expansion.tables.n_files, 1);
    forget(&expansion);
    buffer_clear(&yaml);
}

static void expand_without_memory(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct expansion expansion;
    expand(&expansion, DISTRICT("births: {table: t.csv, by: id, skip: {id: all}, thousands: \",\"}, "
                    "pupils: {table: t.csv, value: births, by: id, encoding: gb18030, thousands: \",\"}"),
           "id,stage,year,births\nwest,primary,2018,\"2,753\"\nall,primary,2018,5\n", allocator);
    assert_true(expansion.good || (failing->failed && memory_ran_out(expansion.diagnostics)));
    forget(&expansion);
}

TEST(table, "lack of memory is told, and nothing is lost")
{
    fail_each_allocation(expand_without_memory);
}
