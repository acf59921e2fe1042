#include "cli/help.h"

#include "cli/options.h"

#include <stdio.h>
#include <string.h>

struct page {
    enum seatsim_language language;
    seatsim_write *write;
    void *context;
};

enum word {
    WORD_USAGE, WORD_COMMAND, WORD_OPTIONS, WORD_SCENARIO, WORD_ABOUT, WORD_COMMANDS_HEAD, WORD_OPTIONS_HEAD,
    WORD_EXAMPLE, WORD_MORE, WORDS
};
static const char *const words[WORDS][LANGUAGES] = {
    [WORD_USAGE] = { "usage: seatsim ", "用法：seatsim " },
    [WORD_COMMAND] = { "COMMAND", "命令" },
    [WORD_OPTIONS] = { " [options]", " [选项]" },
    [WORD_SCENARIO] = { " SCENARIO...  (- reads standard input)\n", " 情景文件...（- 表示标准输入）\n" },
    [WORD_ABOUT] = { "School-seat capacity planning from scenarios in YAML.\n", "由 YAML 情景文件推演学位供需。\n" },
    [WORD_COMMANDS_HEAD] = { "\nCommands\n", "\n命令\n" },
    [WORD_OPTIONS_HEAD] = { "\nOptions\n", "\n选项\n" },
    [WORD_EXAMPLE] = { "\nFor example: ", "\n例如：" },
    [WORD_MORE] = { "\nA command's own options: seatsim COMMAND --help\n"
                    "Exit status: 0 done, 1 a target is missed, 2 wrong input, 3 the machine failed\n",
                      "\n各命令的选项：seatsim 命令 --help\n退出状态：0 完成，1 有目标未达到，2 输入有误，3 机器故障\n" },
};

static void say(const struct page *page, const char *text)
{
    page->write(page->context, text, strlen(text));
}

static void say_word(const struct page *page, enum word word)
{
    say(page, words[word][page->language]);
}

/* A row of two columns; what stands in the first is plain ASCII. */
static void say_row(const struct page *page, const char *first, int width, const char *second)
{
    char padded[96];
    snprintf(padded, sizeof padded, "  %-*s ", width, first);
    say(page, padded);
    say(page, second);
    say(page, "\n");
}

enum { FIRST_COLUMN = 31 };

/* "-o, --output DIR"; a format by the names that the command takes, where these fit. */
static bool fill_first(const struct option_row *row, const char *argument, char first[64])
{
    char letter[8] = "    ";
    if (row->letter)
        snprintf(letter, sizeof letter, "-%c, ", row->letter);
    return snprintf(first, 64, "%s--%s %s", letter, row->name, argument) <= FIRST_COLUMN;
}

static void say_option(const struct page *page, const struct option_row *row, const struct command *command)
{
    const char *argument = row->argument ? row->argument : "", *meaning = row->meaning[page->language];
    const char *formats = row->for_formats && command ? command->formats : NULL;
    char first[64];
    if (!fill_first(row, formats ? formats : argument, first) && formats) {
        fill_first(row, argument, first);
        meaning = formats;
    }
    say_row(page, first, FIRST_COLUMN, meaning);
}

static void say_options(const struct page *page, const struct command *command)
{
    struct option_row rows[OPTIONS_MOST];
    int count = options_offered(rows);
    say_word(page, WORD_OPTIONS_HEAD);
    for (int row = 0; row < count; row++)
        if (option_belongs(&rows[row], command) && (command || (!rows[row].only && !rows[row].for_scenarios)))
            say_option(page, &rows[row], command);
}

static void say_commands(const struct page *page)
{
    say_word(page, WORD_COMMANDS_HEAD);
    for (const struct command *command = commands; command->name; command++)
        say_row(page, command->name, 12, command->meaning[page->language]);
}

void write_help(const struct command *command, enum seatsim_language language, seatsim_write *write, void *context)
{
    struct page page = { language, write, context };
    say_word(&page, WORD_USAGE);
    say(&page, command ? command->name : words[WORD_COMMAND][language]);
    say_word(&page, WORD_OPTIONS);
    if (command && command->alone)
        say(&page, "\n");
    else
        say_word(&page, WORD_SCENARIO);
    if (command) {
        say(&page, command->meaning[language]);
        say(&page, "\n");
    } else {
        say_word(&page, WORD_ABOUT);
        say_commands(&page);
    }
    say_options(&page, command);
    if (command) {
        say_word(&page, WORD_EXAMPLE);
        say(&page, command->example);
        say(&page, "\n");
    } else
        say_word(&page, WORD_MORE);
}
