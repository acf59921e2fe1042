#include "base/file.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct captured captured;
static char place[64], folder[80]; /* each test's own: PLACE, and PLACE/out, which is not made yet */

static void set_up(void)
{
    strcpy(place, "/tmp/seatsim-test-XXXXXX");
    assert_non_null(mkdtemp(place));
    snprintf(folder, sizeof folder, "%s/out", place);
}

static const char *in_folder(const char *name)
{
    static char path[4][160];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(path[turn], sizeof path[0], "%s/%s", folder, name);
    return path[turn];
}

static void put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_content(const char *name, const char *text)
{
    char content[64] = "";
    FILE *file = fopen(in_folder(name), "r");
    assert_non_null(file);
    content[fread(content, 1, sizeof content - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(content, text);
}

/* How many things stand in the folder, hidden ones too; -1 when it is not there. */
static int things_in(const char *path)
{
    DIR *listing = opendir(path);
    int count = 0;
    if (!listing)
        return -1;
    while (readdir(listing))
        count++;
    closedir(listing);
    return count - 2; /* "." and ".." */
}

static void tear_down(const char *const *names)
{
    for (; *names; names++)
        assert_int_equal(remove(in_folder(*names)), 0);
    rmdir(folder);
    assert_int_equal(rmdir(place), 0); /* nothing is left over */
}

static struct file_set *open_set(void)
{
    struct file_set *set = NULL;
    assert_int_equal(file_set_open(folder, NULL, &set, NULL), SEATSIM_OK);
    return set;
}

static enum seatsim_status add(struct file_set *set, const char *name, const char *text)
{
    enum seatsim_status status = file_set_start(set, name);
    return file_set_write(set, text, strlen(text)) ? status : SEATSIM_MACHINE;
}

static void assert_refused(const char *path, const char *expected)
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct file_set *set = NULL;
    assert_int_equal(file_set_open(path, NULL, &set, diagnostics), SEATSIM_BAD_INPUT);
    assert_null(set);
    assert_int_equal(errors_reported(diagnostics), 1);
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
    if (!strstr(captured.text, expected))
        assert_string_equal(captured.text, expected);
    seatsim_diagnostics_free(diagnostics);
}

static void note(void *context, const char *path)
{
    strcat(context, path + strlen(folder) + 1);
    strcat(context, " ");
}

TEST(file_set, "appears whole on commit, in the order of its start, with nothing left over")
{
    char written[200] = "";
    set_up();
    struct file_set *set = open_set();
    add(set, "b.csv", "bb");
    file_set_write(set, "BB", 2);
    add(set, "charts/a.svg", "<svg>");
    put_file(file_set_path(set, "charts/a.png"), "PNG");
    assert_int_equal(file_set_adopt(set, "charts/a.png"), SEATSIM_OK);
    add(set, "results.json", "");
    assert_int_equal(things_in(folder), 2); /* the lock and the hidden folder */
    assert_int_equal(file_set_commit(set, note, written), SEATSIM_OK);
    assert_string_equal(written, "b.csv charts/a.svg charts/a.png results.json ");
    assert_content("b.csv", "bbBB");
    assert_content("charts/a.svg", "<svg>");
    assert_content("charts/a.png", "PNG");
    assert_content("results.json", "");
    assert_int_equal(things_in(folder), 3);
    tear_down((const char *[]) { "b.csv", "charts/a.svg", "charts/a.png", "charts", "results.json", NULL });
}

TEST(file_set, "replaces earlier files and leaves others alone")
{
    set_up();
    assert_int_equal(mkdir(folder, 0777), 0);
    put_file(in_folder("a.csv"), "earlier");
    put_file(in_folder("notes.txt"), "mine");
    struct file_set *set = open_set();
    add(set, "a.csv", "new");
    assert_content("a.csv", "earlier");
    assert_int_equal(file_set_commit(set, NULL, NULL), SEATSIM_OK);
    assert_content("a.csv", "new");
    assert_content("notes.txt", "mine");
    assert_int_equal(things_in(folder), 2);
    tear_down((const char *[]) { "a.csv", "notes.txt", NULL });
}

TEST(file_set, "abandoned, leaves everything as it was; a folder made for it goes again")
{
    set_up();
    struct file_set *set = open_set();
    add(set, "charts/a.csv", "new");
    file_set_abandon(set);
    assert_int_equal(things_in(folder), -1);
    assert_int_equal(mkdir(folder, 0777), 0);
    put_file(in_folder("a.csv"), "earlier");
    set = open_set();
    add(set, "a.csv", "new");
    file_set_abandon(set);
    assert_content("a.csv", "earlier");
    assert_int_equal(things_in(folder), 1);
    file_set_abandon(NULL);
    tear_down((const char *[]) { "a.csv", NULL });
}

TEST(file_set, "when one file cannot be put in place, none is, and the earlier ones are back")
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct file_set *set = NULL;
    set_up();
    assert_int_equal(mkdir(folder, 0777), 0);
    put_file(in_folder("a.csv"), "earlier");
    assert_int_equal(mkdir(in_folder("c.csv"), 0777), 0); /* a folder stands in the way of the last */
    assert_int_equal(file_set_open(folder, NULL, &set, diagnostics), SEATSIM_OK);
    add(set, "a.csv", "new");
    add(set, "charts/b.csv", "new");
    add(set, "c.csv", "new");
    assert_int_not_equal(file_set_commit(set, NULL, NULL), SEATSIM_OK);
    assert_content("a.csv", "earlier");
    assert_int_equal(things_in(folder), 2);
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
    assert_non_null(strstr(captured.text, "/out/c.csv': "));
    assert_int_equal(errors_reported(diagnostics), 1);
    seatsim_diagnostics_free(diagnostics);
    tear_down((const char *[]) { "a.csv", "c.csv", NULL });
}

TEST(file_set, "keeps a second run out, and says who holds the folder")
{
    char holder[80];
    set_up();
    struct file_set *set = open_set();
    snprintf(holder, sizeof holder, "/out' (process %ld) [E011]\n", (long)getpid());
    assert_refused(folder, holder);
    add(set, "a.csv", "new");
    assert_int_equal(file_set_commit(set, NULL, NULL), SEATSIM_OK);
    file_set_abandon(open_set());
    tear_down((const char *[]) { "a.csv", NULL });
}

TEST(file_set, "needs a folder, or a place to make one")
{
    set_up();
    put_file(folder, "a file");
    assert_refused(folder, "/out' is not a folder [E009]\n");
    assert_refused(in_folder("x"), "/out/x' would stand in does not exist [E010]\n");
    assert_int_equal(remove(folder), 0);
    assert_refused(in_folder("x"), "/out/x' would stand in does not exist [E010]\n");
    tear_down((const char *[]) { NULL });
}

/* A process that dies in the middle of writing. */
static void die_while_writing(void)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct file_set *set = NULL;
        file_set_open(folder, NULL, &set, NULL);
        add(set, "charts/a.csv", "half");
        raise(SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
}

TEST(file_set, "a killed run leaves the earlier results, and the next one clears up after it")
{
    set_up();
    assert_int_equal(mkdir(folder, 0777), 0);
    put_file(in_folder("a.csv"), "earlier");
    put_file(in_folder(".seatsim-notes.txt"), "somebody's");
    die_while_writing();
    assert_content("a.csv", "earlier");
    assert_int_equal(things_in(folder), 4); /* both, the lock and the hidden folder */
    struct file_set *set = open_set();
    add(set, "a.csv", "new");
    assert_int_equal(file_set_commit(set, NULL, NULL), SEATSIM_OK);
    assert_content("a.csv", "new");
    assert_int_equal(things_in(folder), 2);
    tear_down((const char *[]) { "a.csv", ".seatsim-notes.txt", NULL });
}

TEST(file_set, "a file that its program did not write is not adopted")
{
    set_up();
    struct file_set *set = open_set();
    assert_non_null(file_set_path(set, "charts/a.png"));
    assert_int_not_equal(file_set_adopt(set, "charts/a.png"), SEATSIM_OK);
    assert_int_not_equal(file_set_start(set, "b.csv"), SEATSIM_OK); /* nothing happens after a failure */
    assert_false(file_set_write(set, "x", 1));
    assert_null(file_set_path(set, "c.csv"));
    assert_int_not_equal(file_set_commit(set, NULL, NULL), SEATSIM_OK);
    tear_down((const char *[]) { NULL });
}

TEST(file_set, "a write that fails is told once and leaves the earlier results")
{
    static char much[200000];
    struct rlimit before, low;
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct file_set *set = NULL;
    set_up();
    assert_int_equal(mkdir(folder, 0777), 0);
    put_file(in_folder("a.csv"), "earlier");
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    low = (struct rlimit) { 100000, before.rlim_max };
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(file_set_open(folder, NULL, &set, diagnostics), SEATSIM_OK);
    assert_int_equal(file_set_start(set, "a.csv"), SEATSIM_OK);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &low), 0);
    assert_false(file_set_write(set, much, sizeof much)); /* a short write first, then EFBIG */
    assert_false(file_set_write(set, much, sizeof much));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(file_set_commit(set, NULL, NULL), SEATSIM_MACHINE);
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
    assert_non_null(strstr(captured.text, "error: cannot write '"));
    assert_non_null(strstr(captured.text, "/out/a.csv': File too large [E008]\n"));
    assert_int_equal(errors_reported(diagnostics), 1);
    assert_content("a.csv", "earlier");
    assert_int_equal(things_in(folder), 1);
    seatsim_diagnostics_free(diagnostics);
    tear_down((const char *[]) { "a.csv", NULL });
}

static void write_without_memory(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct file_set *set = NULL;
    put_file(in_folder("0.csv"), "earlier");
    enum seatsim_status status = file_set_open(folder, allocator, &set, NULL);
    if (status == SEATSIM_OK) {
        char name[32];
        for (int file = 0; file < 20; file++) {
            snprintf(name, sizeof name, file < 18 ? "%d.csv" : "charts-%d/a.csv", file);
            add(set, name, "new");
        }
        status = file_set_commit(set, NULL, NULL);
    }
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    assert_content("0.csv", failing->failed ? "earlier" : "new");
    assert_int_equal(things_in(folder), failing->failed ? 1 : 20);
}

TEST(file_set, "without memory all is as it was")
{
    char name[32];
    set_up();
    assert_int_equal(mkdir(folder, 0777), 0);
    /* The last two calls fail nothing: the second must replace what the first wrote. */
    fail_each_allocation(write_without_memory);
    for (int file = 0; file < 20; file++) {
        snprintf(name, sizeof name, file < 18 ? "%d.csv" : "charts-%d/a.csv", file);
        assert_int_equal(remove(in_folder(name)), 0);
        snprintf(name, sizeof name, "charts-%d", file);
        remove(in_folder(name));
    }
    tear_down((const char *[]) { NULL });
}
