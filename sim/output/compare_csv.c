/* A comparison as CSV: a row for each value of each but the first, beside what the first has. */
#include "output/compare_forms.h"
#include "output/csv_cell.h"

#include <math.h>

/* The columns of indicators.csv, and three more. */
static const char *const head = "scenario,variant,year,scope,id,stage,sector,indicator,unit,value,base,difference,relative\n";

static void texts_add(struct buffer *buffer, const char *const *texts, int count)
{
    for (int i = 0; i < count; i++) {
        csv_text_add(buffer, texts[i]);
        buffer_text(buffer, ",");
    }
}

static void row_add(struct comparison_page *page, int which, struct compared_cell cell, int year)
{
    const struct seatsim_results *first = page->comparison->list[0].results, *own = page->comparison->list[which].results;
    struct difference difference = compared_difference(page->comparison, which, cell, year);
    const struct indicator *indicator = &first->measures.indicators[cell.indicator];
    if (isnan(difference.base) && isnan(difference.value))
        return;
    texts_add(&page->buffer, (const char *const[]){ own->scenario, own->variant }, 2);
    csv_number_add(&page->buffer, page->comparison->first_year + year);
    buffer_text(&page->buffer, ",");
    const char *const texts[] = {
        scope_names[cell.district < 0 ? SCOPE_REGION : SCOPE_DISTRICT],
        seatsim_results_name(first, SEATSIM_COLUMN_ID, cell.district),
        seatsim_results_name(first, SEATSIM_COLUMN_STAGE, cell.stage),
        seatsim_results_name(first, SEATSIM_COLUMN_SECTOR, cell.sector),
        indicator->id,
        unit_names[indicator->unit],
    };
    texts_add(&page->buffer, texts, sizeof texts / sizeof texts[0]);
    const double numbers[] = { difference.value, difference.base, difference.absolute, difference.relative };
    for (int i = 0; i < (int)(sizeof numbers / sizeof numbers[0]); i++) {
        buffer_text(&page->buffer, i > 0 ? "," : "");
        csv_number_add(&page->buffer, numbers[i]);
    }
    buffer_text(&page->buffer, "\n");
}

static void cell_add(struct comparison_page *page, struct compared_cell cell)
{
    for (int which = 1; which < page->comparison->count; which++)
        for (int year = 0; year < page->comparison->years && compared_has(page->comparison, which, cell); year++)
            row_add(page, which, cell, year);
}

void comparison_csv(struct comparison_page *page)
{
    buffer_text(&page->buffer, head);
    each_compared_cell(page, cell_add);
}
