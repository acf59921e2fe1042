/* Many scenarios checked at once: files and whole folders, in parallel, told in the order of their names. */
#include "base/folder.h"
#include "base/options.h"
#include "base/workers.h"
#include "results/verdict.h"
#include "scenario/kind.h"

#include <seatsim/scenario.h>

/* A file, or the end of a folder's files, where what is to be said of the folder itself is said. */
struct item {
    const char *path;
    bool listed; /* found in a folder: a scenario only if it says so */
    bool folder_end;
    bool left_out;
    enum seatsim_status status;
    struct seatsim_verdicts *verdicts;
    struct seatsim_diagnostics *diagnostics;
};

struct batch {
    const struct seatsim_options *options;
    struct arena arena;
    int count, room;
    struct item *items; /* [count] */
    int in_folder;      /* scenarios of the folder that is being told */
    int left_out;
    enum seatsim_status worst;
    seatsim_checked *checked;
    void *context;
};

/* --- what there is to check -------------------------------------------------------------------------------------- */

static bool add_item(struct batch *batch, struct item item)
{
    if (!memory_make_room(&batch->options->allocator, (void **)&batch->items, batch->count, &batch->room, sizeof *batch->items)) {
        seatsim_diagnostics_free(item.diagnostics);
        return false;
    }
    batch->items[batch->count++] = item;
    return true;
}

static bool add_folder(struct batch *batch, const char *folder)
{
    static const char *const endings[] = { ".yaml", ".yml", NULL };
    struct path_list files = { 0 };
    struct item end = { .path = folder, .folder_end = true, .diagnostics = seatsim_diagnostics_new(&batch->options->allocator) };
    end.status = folder_files(folder, endings, &batch->arena, &files, end.diagnostics);
    bool good = end.diagnostics != NULL;
    for (int i = 0; good && i < files.count; i++)
        good = add_item(batch, (struct item){ .path = files.paths[i], .listed = true });
    memory_free(&batch->options->allocator, files.paths);
    if (good)
        return add_item(batch, end);
    seatsim_diagnostics_free(end.diagnostics);
    return false;
}

static bool list_items(struct batch *batch, const char *const *paths, int count)
{
    bool good = true;
    for (int i = 0; good && i < count; i++)
        good = folder_exists(paths[i]) ? add_folder(batch, paths[i]) : add_item(batch, (struct item){ .path = paths[i] });
    return good;
}

/* --- checking: on any thread ------------------------------------------------------------------------------------- */

static enum seatsim_status run_and_judge(struct item *item, const struct seatsim_scenario *scenario,
                                         const struct seatsim_options *options)
{
    struct seatsim_results *results = NULL;
    enum seatsim_status status = seatsim_run(scenario, options, &results, item->diagnostics);
    if (status == SEATSIM_OK)
        status = seatsim_check(scenario, results, options, &item->verdicts, item->diagnostics);
    seatsim_results_free(results);
    return status;
}

static void check_item(void *context, int index)
{
    const struct batch *batch = context;
    struct item *item = &batch->items[index];
    struct seatsim_scenario *scenario = NULL;
    if (item->folder_end)
        return;
    item->left_out = item->listed && file_kind(item->path, &batch->options->allocator) != FILE_SCENARIO;
    if (item->left_out)
        return;
    item->diagnostics = seatsim_diagnostics_new(&batch->options->allocator);
    item->status =
        item->diagnostics ? seatsim_scenario_load(item->path, batch->options, &scenario, item->diagnostics) : SEATSIM_MACHINE;
    if (item->status == SEATSIM_OK)
        item->status = run_and_judge(item, scenario, batch->options);
    seatsim_scenario_free(scenario);
}

/* --- telling: in order ------------------------------------------------------------------------------------------- */

/* A folder without scenarios is a mistake: a check of nothing would always pass. */
static void end_folder(struct batch *batch, struct item *item)
{
    if (batch->in_folder == 0 && item->status == SEATSIM_OK) {
        report2(item->diagnostics, (struct place){ 0 }, "E530", "path", item->path, NULL, NULL);
        item->status = SEATSIM_BAD_INPUT;
    }
    batch->in_folder = 0;
}

static void tell_item(void *context, int index)
{
    struct batch *batch = context;
    struct item *item = &batch->items[index];
    if (item->folder_end)
        end_folder(batch, item);
    batch->left_out += item->left_out;
    batch->in_folder += item->listed && !item->left_out;
    if (!item->left_out && (!item->folder_end || item->status != SEATSIM_OK))
        batch->checked(batch->context, item->path, item->status, item->verdicts, item->diagnostics);
    batch->worst = item->status > batch->worst ? item->status : batch->worst;
    seatsim_verdicts_free(item->verdicts);
    seatsim_diagnostics_free(item->diagnostics);
}

enum seatsim_status seatsim_check_files(const char *const *paths, int count, const struct seatsim_options *options,
                                        seatsim_checked *checked, void *context, int *left_out,
                                        struct seatsim_diagnostics *diagnostics)
{
    struct batch batch = { .options = options, .checked = checked, .context = context };
    arena_init(&batch.arena, &options->allocator);
    if (list_items(&batch, paths, count)) {
        work_in_order(batch.count, options->threads, &options->allocator, check_item, tell_item, &batch);
    } else {
        batch.worst = report_no_memory(diagnostics);
        for (int i = 0; i < batch.count; i++)
            seatsim_diagnostics_free(batch.items[i].diagnostics);
    }
    memory_free(&options->allocator, batch.items);
    arena_clear(&batch.arena);
    if (left_out)
        *left_out = batch.left_out;
    return batch.worst;
}
