/* SPDX-License-Identifier: MIT */
/* rrasemu spec: prints the tables the engine runs on. */
#include "cli/spec_tables.h"
#include "cli/verb.h"
#include "observe/output.h"

#include <string.h>

/** What the command line says. */
struct spec_options {
    const struct spec_format *format;
    const char *output;
};

static bool set_format(void *self, const char *argument, struct error *error)
{
    struct spec_options *options = self;
    size_t index;
    if (!choose_word("--format", argument, spec_formats, spec_format_count, sizeof *spec_formats, &index, error))
        return false;
    options->format = &spec_formats[index];
    return true;
}

static bool set_output(void *self, const char *argument, struct error *error)
{
    (void)error;
    ((struct spec_options *)self)->output = argument;
    return true;
}

static const struct option_row spec_rows[] = {
    {"format", 0, "FORMAT", "text (default), json, dot for state machines, schema for scenario", set_format},
    {"output", 'o', "FILE", "write there instead of standard output", set_output},
};

static const struct option_group spec_options = {spec_rows, sizeof spec_rows / sizeof *spec_rows};

/* The tables named; every one when none is */
static bool print_tables(const struct spec_options *options, size_t named, char **names, struct text *text,
                         struct error *error)
{
    size_t count = named ? named : spec_table_count;
    for (size_t i = 0; i < count; i++) {
        size_t index = i;
        if (named && !choose_word("spec", names[i], spec_tables, spec_table_count, sizeof *spec_tables, &index, error))
            return false;
        const struct spec_table *table = &spec_tables[index];
        if (count > 1 && options->format == &spec_formats[0])
            text_addf(text, "%s%s: %s\n\n", i ? "\n" : "", table->name, table->text);
        if (!options->format->add(text, table))
            return error_set(error, FAILURE_USAGE, "--format %s: cannot show %s, %s", options->format->name,
                             table->name, options->format->shows);
    }
    return true;
}

static enum failure spec_verb(int argc, char **argv, struct error *error)
{
    struct spec_options options = {.format = &spec_formats[0]};
    struct output output;
    bool helped;
    int count = verb_parse(&verb_spec, argc, argv, &options, &helped, error);
    if (count < 0 || helped)
        return error->class;
    struct text text = {0};
    if (print_tables(&options, (size_t)count, argv, &text, error) && output_open(&output, options.output, error)) {
        output_begin(&output);
        text_add_bytes(&output.pending, text_string(&text), text.length);
        output.pending.failed |= text.failed;
        output_close(&output, options.output, error);
    }
    text_free(&text);
    return error->class;
}

const struct verb verb_spec = {
    .name = "spec",
    .synopsis = "[--format FORMAT] [TABLE]...",
    .text = "Prints the tables the engine runs on: lifecycle, service, callouts, policies, profiles, findings,\n"
            "events, scenario keys, and rules, which tells what every id in the others and in transcripts stands for.",
    .groups = {&spec_options},
    .run = spec_verb,
};
