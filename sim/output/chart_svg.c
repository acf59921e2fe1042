#include "output/chart_svg.h"

#include <string.h>

static const char FONTS[] =
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'PingFang SC', 'Microsoft YaHei', sans-serif";

static bool ends_with(const char *bytes, size_t length, const char *end, size_t end_length)
{
    return length >= end_length && memcmp(bytes + length - end_length, end, end_length) == 0;
}

bool svg_is_whole(const char *text, size_t length)
{
    while (length > 0 && strchr(" \r\n\t", text[length - 1]))
        length--;
    return ends_with(text, length, "</svg>", 6);
}

bool png_is_whole(const char *bytes, size_t length)
{
    return ends_with(bytes, length, "IEND\xAE\x42\x60\x82", 8);
}

static void add_escaped(struct buffer *out, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '&':
            buffer_text(out, "&amp;");
            break;
        case '<':
            buffer_text(out, "&lt;");
            break;
        case '>':
            buffer_text(out, "&gt;");
            break;
        case '"':
            buffer_text(out, "&quot;");
            break;
        default:
            buffer_add(out, text, 1);
        }
}

/* Copies up to the end of a quoted value that begins at `text` and returns what follows it. */
static const char *skip_quoted(const char *text)
{
    const char *end = strchr(text + 1, *text);
    return end ? end + 1 : text + strlen(text);
}

/* The head, from <svg to the end of gnuplot's own <desc>. Returns what follows. */
static const char *add_head(struct buffer *out, const char *text, const char *name, const char *title, const char *description)
{
    const char *svg = strstr(text, "<svg"), *box = strstr(text, "viewBox="), *rest = strstr(text, "</desc>");
    if (!svg || !box || !rest)
        return text;
    buffer_text(out, "<svg role=\"img\" aria-labelledby=\"");
    buffer_text(out, name);
    buffer_text(out, "-title ");
    buffer_text(out, name);
    buffer_text(out, "-desc\" ");
    buffer_add(out, box, (size_t)(skip_quoted(box + strlen("viewBox=")) - box));
    buffer_text(out, " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n<title id=\"");
    buffer_text(out, name);
    buffer_text(out, "-title\">");
    add_escaped(out, title);
    buffer_text(out, "</title>\n<desc id=\"");
    buffer_text(out, name);
    buffer_text(out, "-desc\">");
    add_escaped(out, description);
    buffer_text(out, "</desc>\n");
    return rest + strlen("</desc>");
}

/* What is put behind each of these openings wherever it stands in a tag. */
static const char *opening_at(const char *text)
{
    static const char *const openings[] = { " id=\"", " id='", "href='#", "href=\"#", "url(#" };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
        if (strncmp(text, openings[i], strlen(openings[i])) == 0)
            return openings[i];
    return NULL;
}

void svg_finish(const char *text, const char *name, const char *title, const char *description, struct buffer *out)
{
    static const char font[] = "font-family=\"";
    text = add_head(out, text, name, title, description);
    for (bool in_tag = false; *text;) {
        const char *opening = in_tag ? opening_at(text) : NULL;
        if (opening) {
            buffer_text(out, opening);
            buffer_text(out, name);
            buffer_text(out, "-");
            text += strlen(opening);
        } else if (in_tag && strncmp(text, font, strlen(font)) == 0) {
            buffer_text(out, font);
            buffer_text(out, FONTS);
            text += strlen(font) + strcspn(text + strlen(font), "\"");
        } else {
            in_tag = *text == '<' || (in_tag && *text != '>');
            buffer_add(out, text++, 1);
        }
    }
}
