/* SPDX-License-Identifier: MIT */
/* rrasemu def: what a .def file says, for the linker of this system. */
#include "cli/verb.h"
#include "observe/output.h"
#include "host/def_file.h"
#include "scenario/source.h"

struct def_options {
    const char *output;
};

static bool set_output(void *self, const char *argument, struct error *error)
{
    (void)error;
    ((struct def_options *)self)->output = argument;
    return true;
}

static const struct option_row def_rows[] = {
    {"output", 'o', "FILE", "write there instead of standard output", set_output},
};

static const struct option_group def_options = {def_rows, sizeof def_rows / sizeof *def_rows};

static enum failure def_verb(int argc, char **argv, struct error *error)
{
    struct def_options options = {0};
    struct output output;
    struct text source = {0}, script = {0};
    bool helped;
    int count = verb_parse(&verb_def, argc, argv, &options, &helped, error);
    if (count < 0 || helped)
        return error->class;
    if (count != 1)
        error_set(error, FAILURE_USAGE, "def: %d files, expected one", count);
    else if (source_read(&source, argv[0], "a module-definition file", error) &&
             def_file_convert(&script, text_string(&source), source.length, argv[0], error) &&
             output_open(&output, options.output, error)) {
        output_begin(&output);
        text_add_bytes(&output.pending, text_string(&script), script.length);
        output_close(&output, options.output, error);
    }
    text_free(&source);
    text_free(&script);
    return error->class;
}

const struct verb verb_def = {
    .name = "def",
    .synopsis = "[-o FILE] FILE.def",
    .text = "Turns a module-definition file into a linker script, so that a DLL exports here what it exports on\n"
            "Windows: rrasemu def -o my.ver my.def; cc -shared -fPIC my.c my.ver -o my.so ...",
    .groups = {&def_options},
    .run = def_verb,
};
