#include "base/options.h"
#include "captured.h"
#include "failing_allocator.h"
#include "scenario/kind.h"
#include "test.h"

#include <seatsim/seatsim.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One stage, one school of two rooms: 50 children at a limit of 30, so that classes hold 25. */
#define PLAN                                                                                                                   \
    "seatsim: 1\nyears: 2020..2022\nsectors: [public]\n"                                                                       \
    "stages: [{id: primary, entry_age: 6, grades: 1, class_limit: 30}]\n"                                                      \
    "districts: [{id: west, pupils: {primary: 50}, births: {2013: 50, projection: hold}}]\n"                                   \
    "facilities: [{id: hill, stage: primary, rooms: 2, pupils: 50}]\n"
#define AT_MOST_(bound) PLAN "targets: [{id: size, indicator: class_size_max, at_most: " bound ", in: 2020}]\n"

static char before[4096], folder[64];
static struct captured caught;

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* A folder of a scenario that is met, one that is missed, one that is wrong, and of files that are none. */
static void enter_folder(void)
{
    assert_non_null(getcwd(before, sizeof before));
    strcpy(folder, "/tmp/seatsim-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    put("met.yaml", AT_MOST_("limit"));
    put("missed.yaml", AT_MOST_("24"));
    put("wrong.yaml", "seatsim: 1\nyears: 2020..2022\nstanderd: x\n");
    put("part.yaml", "fragment: true\nseatsim: 1\n");
    put("ours.yaml", "seatsim: 1\nstandard_id: ours\n");
    put("workflow.yml", "name: check\non: push\n");
    put("other.yaml", "--- !tag\nx: *unknown\n");
}

static void leave_folder(void)
{
    char command[128];
    assert_int_equal(chdir(before), 0);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

static void note(void *context, const char *path, enum seatsim_status status, const struct seatsim_verdicts *verdicts,
                 const struct seatsim_diagnostics *diagnostics)
{
    char line[256];
    struct captured *into = context;
    snprintf(line, sizeof line, "%s %d %d %d\n", path, status, verdicts ? seatsim_verdicts_count(verdicts) : -1,
             seatsim_diagnostics_count(diagnostics, SEATSIM_ERROR) > 0);
    capture(into, line, strlen(line));
}

TEST(kind, "a file says what it is")
{
    static const struct {
        const char *text;
        enum file_kind kind;
    } rows[] = {
        { PLAN, FILE_SCENARIO },
        { "districts: []\n", FILE_SCENARIO },                  /* the version was forgotten */
        { "seatsim: 1\n  extends: x\n", FILE_SCENARIO },       /* not YAML, but ours */
        { "seatsim: 1\nstandard_id: x\n", FILE_STANDARD },
        { "seatsim: 1\nfragment: true\n", FILE_FRAGMENT },
        { "seatsim: 1\nfragment: {value: true}\n", FILE_FRAGMENT },
        { "seatsim: 1\nfragment: false\n", FILE_SCENARIO },
        { "seatsim: 1\nfragment: 'true'\n", FILE_SCENARIO },   /* no truth: a mistake to be told */
        { "jobs: {check: {steps: [{run: seatsim check}]}}\n", FILE_OTHER },
        { "- a list\n", FILE_OTHER },
        { "a: [\n", FILE_OTHER },
    };
    enter_folder();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        put("x.yaml", rows[i].text);
        assert_int_equal(file_kind("x.yaml", &memory_c_library), rows[i].kind);
    }
    assert_int_equal(file_kind("none.yaml", &memory_c_library), FILE_SCENARIO);
    leave_folder();
}

TEST(check_files, "scenarios of a folder are told by name, what is none is left out, one that is wrong stops nobody")
{
    static const char *const paths[] = { "." }, *const threads[] = { "1", "2", "8" };
    enter_folder();
    for (int i = 0; i < 3; i++) {
        struct seatsim_options *options = seatsim_options_new(NULL);
        int left_out = -1;
        seatsim_options_set(options, "threads", threads[i], NULL);
        caught.length = 0;
        assert_int_equal(seatsim_check_files(paths, 1, options, note, &caught, &left_out, NULL), SEATSIM_BAD_INPUT);
        assert_string_equal(caught.text, "met.yaml 0 1 0\nmissed.yaml 1 1 0\nwrong.yaml 2 -1 1\n");
        assert_int_equal(left_out, 4);
        seatsim_options_free(options);
    }
    leave_folder();
}

TEST(check_files, "a file that is named is checked whatever it says; a folder without scenarios is an error")
{
    static const char *const paths[] = { "part.yaml", "met.yaml", "empty" };
    struct seatsim_options *options = seatsim_options_new(NULL);
    enter_folder();
    assert_int_equal(mkdir("empty", 0700), 0);
    caught.length = 0;
    assert_int_equal(seatsim_check_files(paths, 3, options, note, &caught, NULL, NULL), SEATSIM_BAD_INPUT);
    assert_string_equal(caught.text, "part.yaml 2 -1 1\nmet.yaml 0 1 0\nempty 2 -1 1\n");
    caught.length = 0;
    assert_int_equal(seatsim_check_files(paths + 1, 1, options, note, &caught, NULL, NULL), SEATSIM_OK);
    leave_folder();
    seatsim_options_free(options);
}

static const char *format;
static struct seatsim_checklist *list;

static void add_to_list(void *context, const char *path, enum seatsim_status status, const struct seatsim_verdicts *verdicts,
                        const struct seatsim_diagnostics *diagnostics)
{
    enum seatsim_status *worst = context;
    enum seatsim_status added = seatsim_checklist_add(list, path, status, verdicts, diagnostics);
    *worst = added > *worst ? added : *worst;
}

static void check_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static const char *const paths[] = { "." };
    struct seatsim_options *options = seatsim_options_new(allocator);
    enum seatsim_status worst = SEATSIM_OK;
    if (!options)
        return;
    enum seatsim_status set = seatsim_options_set(options, "threads", "1", NULL);
    list = seatsim_checklist_new(format, true, options, capture, &caught, NULL);
    caught.length = 0;
    if (list && set == SEATSIM_OK) {
        enum seatsim_status status = seatsim_check_files(paths, 1, options, add_to_list, &worst, NULL, NULL);
        assert_true(failing->failed || (status == SEATSIM_BAD_INPUT && worst == SEATSIM_OK));
    }
    seatsim_checklist_end(list, 0);
    seatsim_options_free(options);
}

TEST(checklist, "in every form an allocation that fails leaks nothing, and none fails unseen")
{
    static const char *const formats[] = { "text", "csv", "junit", "tap", "github", "json" };
    enter_folder();
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        format = formats[i];
        fail_each_allocation(check_with);
    }
    leave_folder();
}

static bool refuse(void *context, const char *bytes, size_t length)
{
    (void)context, (void)bytes, (void)length;
    return false;
}

TEST(checklist, "there is no other format, and a reader that is gone is told")
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    assert_null(seatsim_checklist_new("jsn", true, options, capture, &caught, diagnostics));
    capture_diagnostics(&caught, diagnostics, SEATSIM_ENGLISH, 10);
    assert_non_null(strstr(caught.text, "there is no format 'jsn' (did you mean 'json'?) [E402]"));
    struct seatsim_checklist *gone = seatsim_checklist_new("tap", true, options, refuse, NULL, diagnostics);
    assert_int_equal(seatsim_checklist_add(gone, "a", SEATSIM_BAD_INPUT, NULL, NULL), SEATSIM_MACHINE);
    assert_int_equal(seatsim_checklist_end(gone, 0), SEATSIM_MACHINE);
    assert_int_equal(seatsim_checklist_end(NULL, 0), SEATSIM_OK);
    seatsim_diagnostics_free(diagnostics);
    seatsim_options_free(options);
}
