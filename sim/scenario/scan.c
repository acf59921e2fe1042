/* What no scenario may hold, whatever YAML thinks of it. */
#include "scenario/tree.h"

#include <stdio.h>

enum { FINDINGS_MOST = 20 };

struct scan {
    const struct source *source;
    const char *text;
    size_t at, length;
    int line, column, findings;
    struct seatsim_diagnostics *diagnostics;
};

static void find(struct scan *scan, const char *code, const char *name, const char *value)
{
    struct place place = { scan->source, scan->line, scan->column, 1 };
    report2(scan->diagnostics, place, code, name, value, NULL, NULL);
    scan->findings++;
}

static void find_bytes(struct scan *scan)
{
    char byte[8];
    snprintf(byte, sizeof byte, "0x%02X", (unsigned)(unsigned char)scan->text[scan->at]);
    find(scan, "E020", "byte", byte);
}

static void find_character(struct scan *scan, int32_t code)
{
    char name[16];
    snprintf(name, sizeof name, "U+%04X", (unsigned)code);
    find(scan, "E021", "character", name);
}

/* A carriage return belongs to the line feed behind it; alone it would shift line numbers against an editor's. The mark of
 * byte order is fine at the very beginning. */
static bool is_fine(const struct scan *scan, int32_t code)
{
    if (code == '\r')
        return scan->at + 1 < scan->length && scan->text[scan->at + 1] == '\n';
    if (code == 0xFEFF)
        return scan->at == 0;
    return !text_deceives(code) && code != 0xFFFE && code != 0xFFFF;
}

static void advance(struct scan *scan, int32_t code, int bytes)
{
    bool mark = code == 0xFEFF && scan->at == 0;
    scan->at += (size_t)bytes;
    scan->column += mark ? 0 : 1;
    bool both = code == '\r' && scan->at < scan->length && scan->text[scan->at] == '\n';
    if (code == '\n' || (code == '\r' && !both)) {
        scan->line++;
        scan->column = 1;
    }
}

/* Most of a text needs no closer look: printable ASCII but for a % that begins a line. */
static void skip_plain(struct scan *scan)
{
    for (; scan->at < scan->length; scan->at++, scan->column++) {
        char byte = scan->text[scan->at];
        if (byte < ' ' || byte > '~' || (byte == '%' && scan->column == 1))
            return;
    }
}

bool scan_text(const struct source *source, const char *text, struct seatsim_diagnostics *diagnostics)
{
    struct scan scan = { source, text, 0, source->length, 1, 1, 0, diagnostics };
    for (skip_plain(&scan); scan.at < scan.length && scan.findings < FINDINGS_MOST; skip_plain(&scan)) {
        int32_t code = 0;
        int bytes = text_decode(text + scan.at, scan.length - scan.at, &code);
        if (bytes == 0) {
            find_bytes(&scan);
            return false;
        }
        if (!is_fine(&scan, code))
            find_character(&scan, code);
        if (code == '%' && scan.column == 1)
            find(&scan, "E022", NULL, NULL);
        advance(&scan, code, bytes);
    }
    return scan.findings == 0;
}
