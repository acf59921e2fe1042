/* A folder of results: every table and every chart, whole or not at all. */
#include "base/file.h"
#include "base/options.h"
#include "output/chart.h"
#include "output/table.h"

#include <seatsim/export.h>

#include <stdio.h>
#include <string.h>

enum { CHART_SECONDS = 60 };

static enum seatsim_status write_tables(const struct seatsim_results *results, const struct seatsim_verdicts *verdicts,
                                        struct file_set *set, struct seatsim_diagnostics *diagnostics)
{
    enum seatsim_status status = SEATSIM_OK;
    const char *name;
    for (int table = 0; status == SEATSIM_OK && (name = table_name(table)) != NULL; table++) {
        char file[64];
        if (strcmp(name, "targets") == 0 && !verdicts)
            continue;
        snprintf(file, sizeof file, "%s.csv", name);
        status = file_set_start(set, file);
        if (status == SEATSIM_OK)
            status = seatsim_export_table(results, verdicts, name, file_set_write, set, diagnostics);
    }
    return status;
}

enum seatsim_status seatsim_export_folder(const struct seatsim_results *results, const struct seatsim_verdicts *verdicts,
                                          const char *folder, const struct seatsim_options *options,
                                          void (*written)(void *context, const char *path), void *context,
                                          struct seatsim_diagnostics *diagnostics)
{
    struct file_set *set;
    enum seatsim_status status = file_set_open(folder, &options->allocator, &set, diagnostics);
    if (status != SEATSIM_OK)
        return status;
    status = write_tables(results, verdicts, set, diagnostics);
    if (status == SEATSIM_OK && options->plots)
        status = draw_charts(results, verdicts, set, options, CHART_SECONDS, diagnostics);
    if (status == SEATSIM_OK)
        return file_set_commit(set, written, context);
    file_set_abandon(set);
    return status;
}
