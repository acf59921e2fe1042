#include "output/chart.h"

#include "base/cause.h"
#include "output/chart_gnuplot.h"
#include "output/chart_svg.h"
#include "output/figures.h"
#include "output/panel.h"

#include <seatsim/seatsim.h>

#include <errno.h>
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
enum { CHARTS = sizeof charts / sizeof *charts, TITLE_CELLS = 104, FILE_MOST = 32 << 20, SAID_MOST = 300 };

/* The files that each chart is drawn as. Points of a PNG are larger than those of an SVG. */
static const struct picture {
    const char *ending, *terminal;
    double font_scale;
    bool (*is_whole)(const char *bytes, size_t length);
} pictures[] = {
    { ".svg", "svg", 4.0 / 3, svg_is_whole },
    { ".png", "pngcairo", 1, png_is_whole },
};
enum { PICTURES = sizeof pictures / sizeof *pictures, FONT_SIZE = 15 };

struct studio {
    struct drawing drawing;
    struct file_set *set;
    const struct seatsim_options *options;
    int seconds; /* that a program may take */
    struct seatsim_diagnostics *diagnostics;
    const char *plots; /* the folder of the templates */
    const char *font;
    struct buffer script;
    struct chart charts[CHARTS];
    enum seatsim_status status; /* of the files; a lack of memory is the drawing's */
};

static bool stopped(const struct studio *studio)
{
    return studio->drawing.failed || studio->status != SEATSIM_OK;
}

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
    add_number(out, variable(index, "lines", -1).name, panel->n_lines);
    add_number(out, variable(index, "bounds", -1).name, panel->n_bounds);
    for (int i = 0; i < panel->n_lines; i++) {
        add_string(out, variable(index, "label", i).name, panel->lines[i].label);
        add_number(out, variable(index, "at", i).name, panel->lines[i].at);
        add_number(out, variable(index, "beyond", i).name, panel->lines[i].beyond);
    }
    for (int i = 0; i < panel->n_bounds; i++) {
        add_string(out, variable(index, "bound_label", i).name, panel->bounds[i].label);
        add_number(out, variable(index, "bound", i).name, panel->bounds[i].value);
        add_number(out, variable(index, "bound_at", i).name, panel->bounds[i].at);
    }
}

/* How good it is to break a title behind a character: not at all, between words or wide characters, between clauses. */
static int break_quality(int32_t code)
{
    if (code == ';' || code == 0xFF1B)
        return 3;
    if (code == ',' || code == 0xFF0C || code == 0x3001)
        return 2;
    return code == ' ';
}

/* Where a title that is too long for one line is broken: behind the best of the characters that fit, the last of equals. */
static size_t title_break(const char *title)
{
    size_t length = strlen(title), best = 0, at = 0;
    int quality = 0;
    if (text_width(title, length) <= TITLE_CELLS)
        return length;
    while (at < length && text_width(title, at) <= TITLE_CELLS) {
        int32_t code;
        int bytes = text_decode(title + at, length - at, &code);
        at += bytes > 0 ? (size_t)bytes : 1;
        if (bytes > 0 && break_quality(code) > 0 && break_quality(code) >= quality) {
            quality = break_quality(code);
            best = at;
        }
    }
    return best > 0 ? best : at;
}

static void add_parameters(struct studio *studio, const struct chart *chart, struct buffer *out)
{
    size_t first = title_break(chart->title);
    const char *line = arena_copy(studio->drawing.arena, chart->title, first);
    add_string(out, "title1", line ? line : "");
    add_string(out, "title2", chart->title + first + strspn(chart->title + first, " "));
    add_string(out, "subtitle", chart->subtitle);
    add_string(out, "footer", chart->footer);
    add_number(out, "first_year", chart->first_year);
    add_number(out, "last_year", chart->first_year + chart->years - 1);
    add_number(out, "panels", chart->n_panels);
    add_number(out, "width", PICTURE_WIDTH);
    add_number(out, "height", chart->height);
    add_number(out, "bottom", chart->bottom);
    add_number(out, "top", chart->top);
    add_number(out, "step", chart->step);
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
    if (text->failed)
        studio->drawing.failed = true;
    else if (!good && studio->status == SEATSIM_OK && !studio->drawing.failed) {
        studio->status = SEATSIM_MACHINE;
        report2(studio->diagnostics, (struct place){ 0 }, "E008", "path", path, "cause", cause_text(errno).text);
    }
    buffer_clear(text);
}

/* The bytes of a work file in the arena; NULL when it is not there. */
static char *read_work(struct studio *studio, const char *path, size_t *length)
{
    char *bytes = NULL;
    enum seatsim_status status = file_read(path, FILE_MOST, (struct place){ 0 }, studio->drawing.arena, &bytes, length, NULL);
    studio->drawing.failed = studio->drawing.failed || status == SEATSIM_MACHINE;
    return status == SEATSIM_OK ? bytes : NULL;
}

/* A command with a path, NULL without memory. One that does not begin with '/' is put behind "./": gnuplot runs '|x' and '<x' as
 * programs. */
static void add_command(struct studio *studio, const char *command, const char *path)
{
    struct buffer safe;
    if (!path) {
        studio->drawing.failed = true;
        return;
    }
    buffer_init(&safe, &studio->options->allocator);
    buffer_text(&safe, *path == '/' ? "" : "./");
    buffer_text(&safe, path);
    buffer_text(&studio->script, command);
    add_quoted(&studio->script, safe.failed ? "" : safe.text);
    buffer_text(&studio->script, "\n");
    studio->drawing.failed = studio->drawing.failed || safe.failed;
    buffer_clear(&safe);
}

/* "set terminal svg … font 'Noto Sans CJK SC,20'" */
static void add_terminal(struct studio *studio, const struct picture *picture, int height)
{
    struct number_text size = decimal_text(FONT_SIZE * picture->font_scale, 0);
    const char *parts[] = { studio->font, ",", size.text };
    const char *font = arena_join(studio->drawing.arena, parts, 3);
    buffer_text(&studio->script, "set terminal ");
    buffer_text(&studio->script, picture->terminal);
    buffer_text(&studio->script, " noenhanced background '#ffffff' size ");
    buffer_text(&studio->script, decimal_text(PICTURE_WIDTH, 0).text);
    buffer_text(&studio->script, ",");
    buffer_text(&studio->script, decimal_text(height, 0).text);
    buffer_text(&studio->script, " font ");
    add_quoted(&studio->script, font ? font : "");
    buffer_text(&studio->script, "\n");
    add_number(&studio->script, "font_scale", picture->font_scale);
    studio->drawing.failed = studio->drawing.failed || !font;
}

/* Adds one picture to the script: a fresh state, the terminal, the parameters, the template. */
static void add_picture(struct studio *studio, int index, const struct picture *picture)
{
    const char *name = charts[index].name;
    const char *parts[] = { studio->plots, "/", name, ".gp" };
    const char *template = arena_join(studio->drawing.arena, parts, 4);
    studio->drawing.failed = studio->drawing.failed || !template;
    buffer_text(&studio->script, "reset session\n");
    add_terminal(studio, picture, studio->charts[index].height);
    add_command(studio, "templates = ", arena_join(studio->drawing.arena, parts, 2));
    add_command(studio, "load ", work_path(studio, name, ".par"));
    add_command(studio, "data = ", work_path(studio, name, ".dat"));
    add_command(studio, "set output ", work_path(studio, name, picture->ending));
    buffer_text(&studio->script, "load templates.'style.gp'\n");
    add_command(studio, "load ", template ? template : "");
    buffer_text(&studio->script, "unset multiplot\nset output\n");
}

static void prepare(struct studio *studio, int index)
{
    struct buffer parameters, data;
    buffer_init(&parameters, &studio->options->allocator);
    buffer_init(&data, &studio->options->allocator);
    add_parameters(studio, &studio->charts[index], &parameters);
    add_data(&studio->charts[index], &data);
    write_work(studio, work_path(studio, charts[index].name, ".par"), &parameters);
    write_work(studio, work_path(studio, charts[index].name, ".dat"), &data);
    for (int i = 0; i < PICTURES; i++)
        add_picture(studio, index, &pictures[i]);
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
    size_t length = 0;
    char *said = end == PROGRAM_FAILED ? read_work(studio, errors, &length) : NULL;
    if (length > SAID_MOST)
        said[SAID_MOST] = '\0';
    report2(studio->diagnostics, (struct place){ 0 }, codes[end], "said", said && *said ? said : NULL, "seconds",
            number_text(studio->seconds).text);
}

/* Writes a whole picture into the set. */
static enum seatsim_status keep(struct studio *studio, const char *name, const char *bytes, size_t length)
{
    enum seatsim_status status = file_set_start(studio->set, name);
    if (status == SEATSIM_OK && !file_set_write(studio->set, bytes, length))
        status = SEATSIM_MACHINE;
    return status;
}

static enum seatsim_status keep_svg(struct studio *studio, int index, const char *name, const char *bytes)
{
    struct buffer out;
    buffer_init(&out, &studio->options->allocator);
    svg_finish(bytes, charts[index].name, studio->charts[index].title, studio->charts[index].description, &out);
    enum seatsim_status status = SEATSIM_OK;
    if (out.failed)
        studio->drawing.failed = true;
    else
        status = keep(studio, name, out.text, out.length);
    buffer_clear(&out);
    return status;
}

/* Takes a picture into the set if it is whole. */
static enum seatsim_status adopt(struct studio *studio, int index, const struct picture *picture)
{
    const char *parts[] = { "charts/", charts[index].name, picture->ending };
    const char *name = arena_join(studio->drawing.arena, parts, 3);
    size_t length = 0;
    char *bytes = read_work(studio, work_path(studio, charts[index].name, picture->ending), &length);
    studio->drawing.failed = studio->drawing.failed || !name;
    if (studio->drawing.failed)
        return SEATSIM_OK;
    if (!bytes || !picture->is_whole(bytes, length)) {
        report2(studio->diagnostics, (struct place){ 0 }, "W404", "chart", charts[index].name, NULL, NULL);
        return SEATSIM_OK;
    }
    return picture->is_whole == svg_is_whole ? keep_svg(studio, index, name, bytes) : keep(studio, name, bytes, length);
}

static void run(struct studio *studio)
{
    const char *script = work_path(studio, "script", ".gp"), *said = work_path(studio, "said", ".txt");
    const char *errors = work_path(studio, "errors", ".txt");
    write_work(studio, script, &studio->script);
    if (stopped(studio))
        return;
    enum program_end end = run_program((const char *const[]){ "gnuplot", "-d", script, NULL }, said, errors, studio->seconds);
    if (end != PROGRAM_DONE)
        warn_failed(studio, end, errors);
    for (int i = 0; i < CHARTS * PICTURES && end == PROGRAM_DONE && !stopped(studio); i++)
        studio->status = adopt(studio, i / PICTURES, &pictures[i % PICTURES]);
}

/* The first data folder with templates; NULL when there is none. */
static const char *find_plots(struct studio *studio)
{
    const struct text_list *data = &studio->options->data;
    for (int i = 0; i < data->count && !studio->drawing.failed; i++) {
        const char *folder[] = { data->items[i], "/plots" }, *style[] = { data->items[i], "/plots/style.gp" };
        const char *path = arena_join(studio->drawing.arena, style, 2), *plots = arena_join(studio->drawing.arena, folder, 2);
        studio->drawing.failed = !path || !plots;
        if (path && plots && file_exists(path))
            return plots;
    }
    return NULL;
}

/* The font of the pictures: the first of the list that fontconfig finds. Chinese text without a Chinese font is a row of
 * boxes, so that is said. */
static void choose_font(struct studio *studio)
{
    static const char wanted[] = "Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Micro Hei,WenQuanYi Zen Hei:lang=zh-cn";
    const char *said = work_path(studio, "font", ".txt"), *errors = work_path(studio, "errors", ".txt");
    const char *const ask[] = { "fc-match", "-f", "%{family[0]}\n%{lang}", wanted, NULL };
    size_t length = 0;
    char *font = NULL;
    if (!stopped(studio) && run_program(ask, said, errors, studio->seconds) == PROGRAM_DONE)
        font = read_work(studio, said, &length);
    const char *languages = font ? strchr(font, '\n') : NULL;
    if (studio->drawing.language == SEATSIM_CHINESE && font && !(languages && strstr(languages, "zh-cn")))
        report(studio->diagnostics, (struct place){ 0 }, "W406", NULL);
    if (font)
        font[strcspn(font, "\n")] = '\0';
    studio->font = font && *font ? font : "sans-serif";
}

static void draw(struct studio *studio)
{
    studio->plots = find_plots(studio);
    if (!studio->plots) {
        if (!studio->drawing.failed)
            report(studio->diagnostics, (struct place){ 0 }, "W405", NULL);
        return;
    }
    choose_font(studio);
    for (int i = 0; i < CHARTS && !stopped(studio); i++)
        build(studio, i);
    run(studio);
}

enum seatsim_status draw_charts(const struct seatsim_results *results, const struct seatsim_verdicts *verdicts,
                                struct file_set *set, const struct seatsim_options *options, int seconds,
                                struct seatsim_diagnostics *diagnostics)
{
    struct arena arena;
    struct studio studio = { .drawing = { results, verdicts, options->language, &arena, false },
                             .set = set,
                             .options = options,
                             .seconds = seconds,
                             .diagnostics = diagnostics };
    arena_init(&arena, &options->allocator);
    buffer_init(&studio.script, &options->allocator);
    draw(&studio);
    buffer_clear(&studio.script);
    arena_clear(&arena);
    return studio.drawing.failed ? report_no_memory(diagnostics) : studio.status;
}
