#include "output/chart.h"

#include "output/chart_gnuplot.h"
#include "output/chart_svg.h"
#include "output/figures.h"
#include "output/panel.h"

#include <seatsim/seatsim.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

/* THE chart table: the name is that of the template and of the files. */
static const struct {
    const char *name;
    void (*build)(struct drawing *drawing, struct chart *chart);
} charts[] = {
    { "class-size", build_class_size },
    { "public-share", build_public_share },
    { "seats", build_seats },
};
enum { CHARTS = sizeof charts / sizeof *charts, TITLE_CELLS = 104, SECONDS_MOST = 60, FILE_MOST = 32 << 20, SAID_MOST = 300 };

struct studio {
    struct drawing drawing;
    struct file_set *set;
    const struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    const char *plots; /* the folder of the templates */
    struct buffer script;
    struct chart charts[CHARTS];
};

/* --- what gnuplot reads ------------------------------------------------------------------------------------------ */

/* Text in single quotes, in which gnuplot runs and expands nothing; a quote is doubled, controls are left out. */
static void add_quoted(struct buffer *out, const char *text)
{
    buffer_text(out, "'");
    for (; *text; text++) {
        if (*text == '\'')
            buffer_text(out, "'");
        if ((unsigned char)*text >= 0x20)
            buffer_add(out, text, 1);
    }
    buffer_text(out, "'");
}

static void add_string(struct buffer *out, const char *name, const char *text)
{
    buffer_text(out, name);
    buffer_text(out, " = ");
    add_quoted(out, text);
    buffer_text(out, "\n");
}

static void add_number(struct buffer *out, const char *name, double number)
{
    buffer_text(out, name);
    buffer_text(out, " = ");
    buffer_text(out, decimal_text(number, 4).text);
    buffer_text(out, "\n");
}

/* "p2_y1": a variable of a panel's line or bound. */
struct variable {
    char name[32];
};
static struct variable variable(int panel, const char *what, int index)
{
    struct variable variable;
    snprintf(variable.name, sizeof variable.name, index < 0 ? "p%d_%s" : "p%d_%s%d", panel + 1, what, index + 1);
    return variable;
}

static void add_panel(struct buffer *out, const struct panel *panel, int index)
{
    add_string(out, variable(index, "title", -1).name, panel->title);
    add_string(out, variable(index, "note", -1).name, panel->note ? panel->note : "");
    add_number(out, variable(index, "bottom", -1).name, panel->bottom);
    add_number(out, variable(index, "top", -1).name, panel->top);
    add_number(out, variable(index, "lines", -1).name, panel->n_lines);
    add_number(out, variable(index, "bounds", -1).name, panel->n_bounds);
    for (int i = 0; i < panel->n_lines; i++) {
        add_string(out, variable(index, "label", i).name, panel->lines[i].label);
        add_number(out, variable(index, "at", i).name, panel->lines[i].at);
    }
    for (int i = 0; i < panel->n_bounds; i++) {
        add_string(out, variable(index, "bound_label", i).name, panel->bounds[i].label);
        add_number(out, variable(index, "bound", i).name, panel->bounds[i].at);
    }
}

/* Where a title that is too long for one line is broken: behind the last space or clause that still fits. */
static size_t title_break(const char *title)
{
    size_t length = strlen(title), best = 0, at = 0;
    int32_t code;
    if (text_width(title, length) <= TITLE_CELLS)
        return length;
    while (at < length && text_width(title, at) <= TITLE_CELLS) {
        int bytes = text_decode(title + at, length - at, &code);
        at += bytes > 0 ? (size_t)bytes : 1;
        if (code == ' ' || code == 0xFF1B || code == 0x3001 || code == 0xFF0C)
            best = at;
    }
    return best > 0 ? best : at;
}

static void add_parameters(struct studio *studio, const struct chart *chart, struct buffer *out)
{
    size_t first = title_break(chart->title);
    const char *line = arena_copy(studio->drawing.arena, chart->title, first);
    add_string(out, "title1", line ? line : "");
    add_string(out, "title2", chart->title + first);
    add_string(out, "subtitle", chart->subtitle);
    add_string(out, "footer", chart->footer);
    add_number(out, "first_year", chart->first_year);
    add_number(out, "last_year", chart->first_year + chart->years - 1);
    add_number(out, "panels", chart->n_panels);
    for (int i = 0; i < chart->n_panels; i++)
        add_panel(out, &chart->panels[i], i);
    out->failed = out->failed || !line;
}

/* One block a panel, two blank lines between: the year, then each line's value. */
static void add_data(const struct chart *chart, struct buffer *out)
{
    for (int i = 0; i < chart->n_panels; i++) {
        const struct panel *panel = &chart->panels[i];
        for (int year = 0; year < chart->years; year++) {
            buffer_text(out, number_text(chart->first_year + year).text);
            for (int line = 0; line < panel->n_lines; line++) {
                double value = panel->lines[line].scale * panel->lines[line].values[year];
                buffer_text(out, " ");
                buffer_text(out, isnan(value) ? "NaN" : number_text(value).text);
            }
            buffer_text(out, "\n");
        }
        buffer_text(out, "\n\n");
    }
}

/* --- files in the set's hidden folder ---------------------------------------------------------------------------- */

static const char *work_path(struct studio *studio, const char *name, const char *ending)
{
    const char *parts[] = { "work/", name, ending };
    const char *path = arena_join(studio->drawing.arena, parts, 3);
    path = path ? file_set_path(studio->set, path) : NULL;
    studio->drawing.failed = studio->drawing.failed || !path;
    return path ? path : "";
}

/* Writes a work file; it goes with the hidden folder. Clears the buffer. */
static void write_work(struct studio *studio, const char *path, struct buffer *text)
{
    FILE *file = text->failed ? NULL : fopen(path, "w");
    bool good = file && (text->length == 0 || fwrite(text->text, text->length, 1, file) == 1);
    if (file)
        good = fclose(file) == 0 && good;
    studio->drawing.failed = studio->drawing.failed || !good;
    buffer_clear(text);
}

static void add_command(struct studio *studio, const char *command, const char *path)
{
    buffer_text(&studio->script, command);
    add_quoted(&studio->script, path);
    buffer_text(&studio->script, "\n");
}

/* Adds one picture to the script: a fresh state, the parameters, the terminal, the template. */
static void add_picture(struct studio *studio, const char *name, const char *ending, const char *terminal)
{
    const char *parts[] = { studio->plots, "/", name, ".gp" }, *style[] = { studio->plots, "/style.gp" };
    const char *template = arena_join(studio->drawing.arena, parts, 4), *style_path = arena_join(studio->drawing.arena, style, 2);
    buffer_text(&studio->script, "reset session\n");
    add_command(studio, "set loadpath ", studio->plots);
    buffer_text(&studio->script, terminal);
    add_command(studio, "load ", work_path(studio, name, ".par"));
    add_command(studio, "data = ", work_path(studio, name, ".dat"));
    add_command(studio, "set output ", work_path(studio, name, ending));
    add_command(studio, "load ", style_path ? style_path : "");
    add_command(studio, "load ", template ? template : "");
    buffer_text(&studio->script, "unset multiplot\nset output\n");
    studio->drawing.failed = studio->drawing.failed || !template || !style_path;
}

static void prepare(struct studio *studio, int index)
{
    static const char png[] =
        "set terminal pngcairo noenhanced size 1500,820 background '#ffffff' font 'WenQuanYi Micro Hei,15'\n";
    static const char svg[] = "set terminal svg noenhanced size 1500,820 background '#ffffff' font 'WenQuanYi Micro Hei,20'\n";
    struct buffer parameters, data;
    buffer_init(&parameters, &studio->options->allocator);
    buffer_init(&data, &studio->options->allocator);
    add_parameters(studio, &studio->charts[index], &parameters);
    add_data(&studio->charts[index], &data);
    write_work(studio, work_path(studio, charts[index].name, ".par"), &parameters);
    write_work(studio, work_path(studio, charts[index].name, ".dat"), &data);
    add_picture(studio, charts[index].name, ".png", png);
    add_picture(studio, charts[index].name, ".svg", svg);
}

/* --- sentences ---------------------------------------------------------------------------------------------------- */

static void add_footer(struct studio *studio, struct chart *chart)
{
    const struct seatsim_results *results = studio->drawing.results;
    const char *variant = "";
    chart->footer =
        say(&studio->drawing, WORD_CHART_FOOTER,
            (struct slot[]){
                { "version", seatsim_version() }, { "scenario", results->scenario }, { "hash", results->hash }, { NULL, NULL } });
    if (strcmp(results->variant, "base") != 0)
        variant =
            say(&studio->drawing, WORD_CHART_FOOTER_VARIANT, (struct slot[]){ { "variant", results->variant }, { NULL, NULL } });
    chart->footer = joined(&studio->drawing, chart->footer, "", variant);
}

/* What the picture shows, in words: the finding, what is plotted, and each panel's last values. */
static void describe(struct studio *studio, struct chart *chart)
{
    struct drawing *drawing = &studio->drawing;
    struct number_text year = number_text(chart->first_year + chart->years - 1);
    chart->description = chart->subtitle;
    for (int i = 0; i < chart->n_panels; i++) {
        const char *labels = "";
        for (int line = 0; line < chart->panels[i].n_lines && *chart->panels[i].lines[line].label; line++)
            labels = joined(drawing, labels, word_text(WORD_LABEL_JOIN, drawing->language), chart->panels[i].lines[line].label);
        struct slot slots[] = {
            { "panel", chart->panels[i].title }, { "year", year.text }, { "labels", labels }, { NULL, NULL }
        };
        chart->description = joined(drawing, chart->description, i ? "" : ".", say(drawing, WORD_DESCRIBE_PANEL, slots));
    }
}

static void build(struct studio *studio, int index)
{
    struct chart *chart = &studio->charts[index];
    chart->title = "";
    chart->first_year = studio->drawing.results->base_year;
    chart->years = studio->drawing.results->years;
    charts[index].build(&studio->drawing, chart);
    chart->title = capitalised(&studio->drawing, chart->title);
    add_footer(studio, chart);
    describe(studio, chart);
    if (!studio->drawing.failed)
        prepare(studio, index);
}

/* --- running, and taking what came out --------------------------------------------------------------------------- */

static void warn_failed(struct studio *studio, enum program_end end, const char *errors)
{
    static const char *const codes[] = { [PROGRAM_MISSING] = "W401", [PROGRAM_FAILED] = "W402", [PROGRAM_TOO_SLOW] = "W403" };
    char *said = NULL;
    size_t length = 0;
    if (file_read(errors, FILE_MOST, (struct place){ 0 }, studio->drawing.arena, &said, &length, NULL) == SEATSIM_OK &&
        length > SAID_MOST)
        said[SAID_MOST] = 0;
    report2(studio->diagnostics, (struct place){ 0 }, codes[end], "said", said && *said ? said : NULL, NULL, NULL);
}

/* Takes a picture into the set if it is whole. */
static enum seatsim_status adopt(struct studio *studio, int index, const char *ending, bool svg)
{
    const char *parts[] = { "charts/", charts[index].name, ending };
    const char *name = arena_join(studio->drawing.arena, parts, 3), *path = work_path(studio, charts[index].name, ending);
    char *bytes;
    size_t length;
    if (!name || file_read(path, FILE_MOST, (struct place){ 0 }, studio->drawing.arena, &bytes, &length, NULL) != SEATSIM_OK ||
        !(svg ? svg_is_whole(bytes, length) : png_is_whole(bytes, length))) {
        report2(studio->diagnostics, (struct place){ 0 }, "W404", "chart", charts[index].name, NULL, NULL);
        return SEATSIM_OK;
    }
    struct buffer out;
    buffer_init(&out, &studio->options->allocator);
    if (svg)
        svg_finish(bytes, charts[index].name, studio->charts[index].title, studio->charts[index].description, &out);
    enum seatsim_status status = out.failed ? report_no_memory(studio->diagnostics) : file_set_start(studio->set, name);
    if (status == SEATSIM_OK && !file_set_write(studio->set, svg ? out.text : bytes, svg ? out.length : length))
        status = SEATSIM_MACHINE;
    buffer_clear(&out);
    return status;
}

static enum seatsim_status run(struct studio *studio)
{
    const char *script = work_path(studio, "script", ".gp"), *said = work_path(studio, "said", ".txt");
    const char *errors = work_path(studio, "errors", ".txt");
    enum seatsim_status status = SEATSIM_OK;
    write_work(studio, script, &studio->script);
    if (studio->drawing.failed)
        return report_no_memory(studio->diagnostics);
    enum program_end end = run_program((const char *const[]){ "gnuplot", "-d", script, NULL }, said, errors, SECONDS_MOST);
    if (end != PROGRAM_DONE) {
        warn_failed(studio, end, errors);
        return SEATSIM_OK;
    }
    for (int i = 0; i < CHARTS && status == SEATSIM_OK; i++) {
        status = adopt(studio, i, ".svg", true);
        if (status == SEATSIM_OK)
            status = adopt(studio, i, ".png", false);
    }
    return status;
}

/* The first data folder with templates. */
static const char *find_plots(const struct seatsim_options *options, struct arena *arena)
{
    for (int i = 0; i < options->data.count; i++) {
        const char *folder[] = { options->data.items[i], "/plots" }, *style[] = { options->data.items[i], "/plots/style.gp" };
        const char *path = arena_join(arena, style, 2);
        if (path && file_exists(path))
            return arena_join(arena, folder, 2);
    }
    return NULL;
}

/* Chinese text without a Chinese font is a row of boxes. */
static void check_font(struct studio *studio)
{
    const char *said = work_path(studio, "fonts", ".txt"), *errors = work_path(studio, "errors", ".txt");
    char *fonts;
    size_t length;
    if (studio->drawing.language != SEATSIM_CHINESE ||
        run_program((const char *const[]){ "fc-list", ":lang=zh", "family", NULL }, said, errors, SECONDS_MOST) != PROGRAM_DONE)
        return;
    if (file_read(said, FILE_MOST, (struct place){ 0 }, studio->drawing.arena, &fonts, &length, NULL) == SEATSIM_OK &&
        length == 0)
        report(studio->diagnostics, (struct place){ 0 }, "W406", NULL);
}

enum seatsim_status draw_charts(const struct seatsim_results *results, const struct seatsim_verdicts *verdicts,
                                struct file_set *set, const struct seatsim_options *options,
                                struct seatsim_diagnostics *diagnostics)
{
    struct arena arena;
    struct studio studio = { .drawing = { results, verdicts, options->language, &arena, false },
                             .set = set,
                             .options = options,
                             .diagnostics = diagnostics };
    enum seatsim_status status = SEATSIM_OK;
    arena_init(&arena, &options->allocator);
    buffer_init(&studio.script, &options->allocator);
    studio.plots = find_plots(options, &arena);
    if (!studio.plots)
        report(diagnostics, (struct place){ 0 }, "W405", NULL);
    for (int i = 0; studio.plots && i < CHARTS && !studio.drawing.failed; i++)
        build(&studio, i);
    if (studio.drawing.failed)
        status = report_no_memory(diagnostics);
    else if (studio.plots) {
        check_font(&studio);
        status = run(&studio);
    }
    buffer_clear(&studio.script);
    arena_clear(&arena);
    return status;
}
