/* What one input of the fuzzer holds: a scenario, and behind lines that start with `%%` further parts of it.
 *
 *     seatsim: 1
 *     standard: cn-2017
 *     %% set          each line that follows is one --set
 *     districts.etdz.waiting.primary=3
 *     %% variant      each line is a variant to apply
 *     one-year-late
 *     %% file births.csv
 *     year,births
 *     2020,3100
 *
 * No line of a scenario can start so: YAML keeps % there for directives, which the loader refuses. */
#ifndef TESTS_FUZZ_INPUT_H
#define TESTS_FUZZ_INPUT_H

#include <stdbool.h>
#include <stddef.h>

enum { FILES_MOST = 16 };

/* A file that the loader may ask for, by the path it asks for. */
struct file {
    const char *path;
    const char *text;
    size_t length;
};

struct input {
    const char *text; /* of the scenario */
    size_t length;
    int n_files;
    struct file files[FILES_MOST];
};

/* Cuts `bytes` into the parts of an input, which point into them, and hands every --set and variant to `option`. Names and
 * options get a NUL behind them, so `bytes` is changed; it has room for one more byte. */
void cut_input(char *bytes, size_t length, struct input *input,
               void (*option)(void *context, const char *name, const char *value), void *context);

/* The files that the loader finds in place of those on the disk; borrowed until the next call. */
void set_files(const struct input *input);

/* Reads a file of the disk that every input may name, once, at `path`. False when it cannot be read. */
bool keep_file(const char *path);

#endif
