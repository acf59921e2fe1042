/* The tables of a run as CSV (RFC 4180 quoting, UTF-8, LF): a table of columns for each table, and who writes its rows. */
#include "output/csv_cell.h"
#include "output/figures.h"
#include "output/table.h"
#include "results/verdict.h"

#include <seatsim/export.h>

#include <math.h>
#include <string.h>

enum { COLUMNS_MOST = 24, FLUSH_AT = 1 << 16 };

/* What a cell may speak of; each table sets what its columns read. */
struct csv_row {
    int year;                      /* index */
    enum scope scope;
    int district, facility, part;  /* indices; -1 where they do not apply */
    int stage, sector, grade, indicator;
    double value;
    const struct verdict *verdict;
    enum policy policy;
    bool extreme;                  /* the policy is one of the extremes, not the plan's own */
};

struct csv;
struct csv_column {
    const char *head;
    void (*cell)(struct csv *csv, const struct csv_row *row);
};

struct csv_table {
    const char *name;
    const struct csv_column *columns; /* ended by a NULL head */
    bool (*rows)(struct csv *csv);    /* false as soon as nobody reads any more */
};

struct csv {
    const struct seatsim_results *results;
    const struct seatsim_verdicts *verdicts;
    const char *path;             /* of the scenario that was checked */
    const struct csv_table *table;
    int column;                   /* the one whose cell is being written */
    int indicators[COLUMNS_MOST]; /* of the columns that are named like an indicator; -1 for the others */
    struct buffer buffer;
    seatsim_write *write;
    void *context;
    bool refused; /* write gave up */
};

/* --- cells ------------------------------------------------------------------------------------------------------- */

static void path_cell(struct csv *csv, const struct csv_row *row)
{
    (void)row;
    csv_text_add(&csv->buffer, csv->path);
}

static void scenario_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict ? csv->verdicts->scenario : csv->results->scenario);
}

static void variant_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict ? csv->verdicts->variant : csv->results->variant);
}

static void year_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, csv->results->base_year + row->year);
}

static void scope_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, scope_names[row->scope]);
}

static void id_cell(struct csv *csv, const struct csv_row *row)
{
    if (row->scope == SCOPE_DISTRICT)
        csv_text_add(&csv->buffer, csv->results->districts[row->district].id);
    if (row->scope == SCOPE_FACILITY)
        csv_text_add(&csv->buffer, csv->results->facilities[row->facility].id);
}

static void district_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, csv->results->districts[row->district].id);
}

static void facility_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, csv->results->facilities[row->facility].id);
}

static void stage_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, csv->results->stages[row->stage].name.id);
}

static void sector_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->sector < 0 ? "" : csv->results->sectors[row->sector].id);
}

static void grade_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, csv->results->grades[row->grade].id);
}

static void indicator_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict ? row->verdict->indicator_id : csv->results->measures.indicators[row->indicator].id);
}

static void unit_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, unit_names[csv->results->measures.indicators[row->indicator].unit]);
}

static void value_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, row->value);
}

/* The indicator that the column is named after, of the row's facility. */
static void facility_value_cell(struct csv *csv, const struct csv_row *row)
{
    const double *values = results_part_series(csv->results, row->part, csv->indicators[csv->column]);
    if (values)
        csv_number_add(&csv->buffer, values[row->year]);
}

static double pupils_of(const struct csv *csv, const double *pupils, const struct csv_row *row)
{
    const struct seatsim_results *results = csv->results;
    return pupils[(row->district * results->n_grades + row->grade) * results->years + row->year];
}

static void demand_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, pupils_of(csv, csv->results->demand, row));
}

static void enrolled_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, pupils_of(csv, csv->results->enrolled, row));
}

static void unmet_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, pupils_of(csv, csv->results->unmet, row));
}

static void policy_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, policy_names[row->policy]);
}

static void role_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->extreme ? "extreme" : "plan");
}

static void target_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict->target);
}

static void verdict_stage_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict->stage);
}

static void verdict_id_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict->id);
}

static void verdict_sector_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict->sector);
}

static void condition_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, comparison_names[row->verdict->comparison]);
}

static void bound_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, row->verdict->bound);
}

static void upper_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, row->verdict->upper);
}

static void tolerance_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, row->verdict->tolerance);
}

static void asked_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, asked_names[row->verdict->asked]);
}

static void asked_year_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, row->verdict->asked == ASKED_FROM ? row->verdict->first_year : row->verdict->last_year);
}

static void verdict_year_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, row->verdict->year);
}

static void margin_cell(struct csv *csv, const struct csv_row *row)
{
    csv_number_add(&csv->buffer, row->verdict->margin);
}

static void met_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict->met ? "true" : "false");
}

static void severity_cell(struct csv *csv, const struct csv_row *row)
{
    csv_text_add(&csv->buffer, row->verdict->warning ? "warning" : "error");
}

static void first_met_cell(struct csv *csv, const struct csv_row *row)
{
    if (row->verdict->first_met)
        csv_number_add(&csv->buffer, row->verdict->first_met);
}

static void first_missed_cell(struct csv *csv, const struct csv_row *row)
{
    if (row->verdict->first_missed)
        csv_number_add(&csv->buffer, row->verdict->first_missed);
}

/* --- columns ------------------------------------------------------------------------------------------------------ */

static const struct csv_column indicator_columns[] = {
    { "scenario", scenario_cell }, { "variant", variant_cell }, { "year", year_cell },   { "scope", scope_cell },
    { "id", id_cell },             { "stage", stage_cell },     { "sector", sector_cell }, { "indicator", indicator_cell },
    { "unit", unit_cell },         { "value", value_cell },     { NULL, NULL },
};

static const struct csv_column pupil_columns[] = {
    { "scenario", scenario_cell }, { "variant", variant_cell }, { "year", year_cell },
    { "district", district_cell }, { "stage", stage_cell },     { "grade", grade_cell },
    { "demand", demand_cell },     { "enrolled", enrolled_cell }, { "unmet", unmet_cell },
    { NULL, NULL },
};

static const struct csv_column facility_columns[] = {
    { "scenario", scenario_cell },
    { "variant", variant_cell },
    { "year", year_cell },
    { "district", district_cell },
    { "facility", facility_cell },
    { "stage", stage_cell },
    { "sector", sector_cell },
    { "sites", facility_value_cell },
    { "seats", facility_value_cell },
    { "rooms", facility_value_cell },
    { "enrolled", facility_value_cell },
    { "classes", facility_value_cell },
    { "class_size_mean", facility_value_cell },
    { "class_size_max", facility_value_cell },
    { "classes_over_limit", facility_value_cell },
    { "shortage", facility_value_cell },
    { "surplus", facility_value_cell },
    { "utilisation", facility_value_cell },
    { NULL, NULL },
};

static const struct csv_column policy_columns[] = {
    { "scenario", scenario_cell }, { "variant", variant_cell }, { "policy", policy_cell }, { "role", role_cell },
    { "year", year_cell },         { "scope", scope_cell },     { "id", id_cell },         { "stage", stage_cell },
    { "indicator", indicator_cell }, { "unit", unit_cell },     { "value", value_cell },   { NULL, NULL },
};

/* What is said of a verdict, in targets.csv and behind the path of a scenario that was checked. */
#define TARGET_COLUMNS                                                                                                          \
    { "scenario", scenario_cell }, { "variant", variant_cell }, { "target", target_cell }, { "indicator", indicator_cell },     \
    { "stage", verdict_stage_cell }, { "sector", verdict_sector_cell }, { "scope", scope_cell }, { "id", verdict_id_cell },     \
    { "condition", condition_cell }, { "bound", bound_cell }, { "upper", upper_cell }, { "tolerance", tolerance_cell },         \
    { "asked", asked_cell }, { "asked_year", asked_year_cell }, { "year", verdict_year_cell }, { "value", value_cell },         \
    { "margin", margin_cell }, { "met", met_cell }, { "severity", severity_cell }, { "first_met", first_met_cell },             \
    { "first_missed", first_missed_cell }, { NULL, NULL }

static const struct csv_column target_columns[] = { TARGET_COLUMNS };
static const struct csv_column checked_columns[] = { { "path", path_cell }, TARGET_COLUMNS };

/* --- rows --------------------------------------------------------------------------------------------------------- */

static bool flush(struct csv *csv)
{
    if (!csv->buffer.failed && csv->buffer.length > 0 && !csv->write(csv->context, csv->buffer.text, csv->buffer.length))
        csv->refused = true;
    csv->buffer.length = 0;
    return !csv->refused && !csv->buffer.failed;
}

static bool put_row(struct csv *csv, const struct csv_row *row)
{
    for (csv->column = 0; csv->table->columns[csv->column].head; csv->column++) {
        if (csv->column > 0)
            buffer_add(&csv->buffer, ",", 1);
        csv->table->columns[csv->column].cell(csv, row);
    }
    buffer_add(&csv->buffer, "\n", 1);
    return csv->buffer.length < FLUSH_AT ? !csv->buffer.failed : flush(csv);
}

/* A row for each year whose value exists. */
static bool put_series(struct csv *csv, struct csv_row row, const double *values)
{
    for (row.year = 0; row.year < csv->results->years; row.year++) {
        row.value = values[row.year];
        if (!isnan(row.value) && !put_row(csv, &row))
            return false;
    }
    return true;
}

static bool put_part_indicators(struct csv *csv, int part)
{
    const struct seatsim_results *results = csv->results;
    struct csv_row row = { .scope = SCOPE_FACILITY, .facility = results->parts[part].facility,
                           .stage = results->parts[part].stage, .sector = -1 };
    for (int i = 0; i < results->n_part_keys; i++) {
        row.indicator = results->part_indicators[i];
        if (!put_series(csv, row, results_part_series(results, part, row.indicator)))
            return false;
    }
    return true;
}

/* The region's rows, then the districts', then the facilities'; in each by indicator, stage, sector and year. */
static bool indicator_rows(struct csv *csv)
{
    const struct seatsim_results *results = csv->results;
    for (int district = -1; district < results->n_districts; district++)
        for (int i = 0; i < results->n_keys; i++) {
            const struct cell_key *key = &results->keys[i];
            struct csv_row row = { .scope = district < 0 ? SCOPE_REGION : SCOPE_DISTRICT, .district = district,
                                   .stage = key->stage, .sector = key->sector, .indicator = key->indicator };
            if (!put_series(csv, row, results->values + ((size_t)(1 + district) * (size_t)results->n_keys + (size_t)i) *
                                                            (size_t)results->years))
                return false;
        }
    for (int part = 0; part < results->n_parts; part++)
        if (!put_part_indicators(csv, part))
            return false;
    return true;
}

static int stage_of_grade(const struct seatsim_results *results, int grade)
{
    int stage = 0;
    while (grade >= results->stages[stage].first_grade + results->stages[stage].grades)
        stage++;
    return stage;
}

static bool pupil_rows(struct csv *csv)
{
    const struct seatsim_results *results = csv->results;
    struct csv_row row = { .sector = -1 };
    for (row.district = 0; row.district < results->n_districts; row.district++)
        for (row.grade = 0; row.grade < results->n_grades; row.grade++) {
            row.stage = stage_of_grade(results, row.grade);
            for (row.year = 0; row.year < results->years; row.year++)
                if (!put_row(csv, &row))
                    return false;
        }
    return true;
}

/* A row for each facility, stage and year in which it is open. */
static bool facility_rows(struct csv *csv)
{
    const struct seatsim_results *results = csv->results;
    struct csv_row row = { .scope = SCOPE_FACILITY };
    for (row.part = 0; row.part < results->n_parts; row.part++) {
        row.facility = results->parts[row.part].facility;
        row.stage = results->parts[row.part].stage;
        row.district = results->facility_district[row.facility];
        for (row.year = 0; row.year < results->years; row.year++) {
            row.sector = results->part_sector[row.part * results->years + row.year];
            if (row.sector >= 0 && !put_row(csv, &row))
                return false;
        }
    }
    return true;
}

static bool target_rows(struct csv *csv)
{
    for (int i = 0; csv->verdicts && i < csv->verdicts->count; i++) {
        const struct verdict *verdict = &csv->verdicts->list[i];
        struct csv_row row = { .scope = verdict->scope, .indicator = verdict->indicator, .value = verdict->value,
                               .verdict = verdict };
        if (!put_row(csv, &row))
            return false;
    }
    return true;
}

/* A share under the plan's own policy, then under the extremes where they were computed. */
static bool put_share(struct csv *csv, struct csv_row row, enum share share)
{
    const struct seatsim_results *results = csv->results;
    row.indicator = measure_of(&results->measures, share_ids[share]);
    row.policy = results->stages[row.stage].policy;
    if (!put_series(csv, row, results_series(results, 1 + row.district, row.indicator, row.stage, -1)))
        return false;
    row.extreme = true;
    for (int extreme = 0; extreme < EXTREMES && results->extreme_shares; extreme++) {
        row.policy = extreme_policies[extreme];
        if (!put_series(csv, row, results_extreme(results, (enum extreme)extreme, 1 + row.district, row.stage, share)))
            return false;
    }
    return true;
}

/* The region's rows, then the districts', of the stages whose facilities have different sectors. */
static bool policy_rows(struct csv *csv)
{
    const struct seatsim_results *results = csv->results;
    for (int district = -1; district < results->n_districts; district++)
        for (int stage = 0; stage < results->n_stages; stage++) {
            struct csv_row row = { .scope = district < 0 ? SCOPE_REGION : SCOPE_DISTRICT, .district = district, .stage = stage };
            for (int share = 0; share < SHARES && results_sectors_differ(results, stage); share++)
                if (!put_share(csv, row, (enum share)share))
                    return false;
        }
    return true;
}

static const struct csv_table tables[] = {
    { "indicators", indicator_columns, indicator_rows },
    { "pupils", pupil_columns, pupil_rows },
    { "facilities", facility_columns, facility_rows },
    { "policies", policy_columns, policy_rows },
    { "targets", target_columns, target_rows },
};
enum { TABLES = sizeof tables / sizeof tables[0] };

const char *table_name(int index)
{
    return index < TABLES ? tables[index].name : NULL;
}

static const struct csv_table *table_of(const char *name, struct seatsim_diagnostics *diagnostics)
{
    const char *names[TABLES];
    for (int i = 0; i < TABLES; i++) {
        names[i] = tables[i].name;
        if (strcmp(tables[i].name, name) == 0)
            return &tables[i];
    }
    report2(diagnostics, (struct place) { 0 }, "E401", "table", name, "nearest", text_nearest(name, names, TABLES));
    return NULL;
}

static void put_heads(struct csv *csv)
{
    for (int i = 0; csv->table->columns[i].head; i++) {
        csv->indicators[i] = indicator_of(csv->table->columns[i].head);
        if (i > 0)
            buffer_text(&csv->buffer, ",");
        buffer_text(&csv->buffer, csv->table->columns[i].head);
    }
    buffer_text(&csv->buffer, "\n");
}

bool csv_checked(const char *path, const struct seatsim_verdicts *verdicts, bool head, const struct seatsim_allocator *allocator,
                 seatsim_write *write, void *context)
{
    static const struct csv_table checked = { "check", checked_columns, target_rows };
    struct csv csv = { .verdicts = verdicts, .path = path, .table = &checked, .write = write, .context = context };
    buffer_init(&csv.buffer, allocator);
    if (head)
        put_heads(&csv);
    bool done = target_rows(&csv) && flush(&csv);
    buffer_clear(&csv.buffer);
    return done;
}

enum seatsim_status seatsim_export_table(const struct seatsim_results *results, const struct seatsim_verdicts *verdicts,
                                         const char *table, seatsim_write *write, void *context,
                                         struct seatsim_diagnostics *diagnostics)
{
    struct csv csv = { .results = results, .verdicts = verdicts, .write = write, .context = context };
    csv.table = table_of(table, diagnostics);
    if (!csv.table)
        return SEATSIM_BAD_INPUT;
    buffer_init(&csv.buffer, &results->arena.allocator);
    put_heads(&csv);
    bool done = csv.table->rows(&csv) && flush(&csv);
    bool no_memory = csv.buffer.failed;
    buffer_clear(&csv.buffer);
    if (no_memory)
        return report_no_memory(diagnostics);
    return done ? SEATSIM_OK : SEATSIM_MACHINE;
}
