/* SPDX-License-Identifier: MIT */
/* rrasemu build: a DLL of a callout's sources. */
#include "cli/compile.h"
#include "cli/verb.h"

#include <string.h>

struct build_options {
    const char *output;
    bool windows;
};

static bool set_output(void *self, const char *argument, struct error *error)
{
    (void)error;
    ((struct build_options *)self)->output = argument;
    return true;
}

static bool set_windows(void *self, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    ((struct build_options *)self)->windows = true;
    return true;
}

static const struct option_row build_rows[] = {
    {"output", 'o', "FILE", "the DLL; otherwise NAME.so or NAME.dll, after the first source", set_output},
    {"windows", 0, NULL, "for Windows and Wine, by mingw-w64", set_windows},
};

static const struct option_group build_options = {build_rows, sizeof build_rows / sizeof *build_rows};

static bool check_sources(int count, char **sources, struct error *error)
{
    int defs = 0;
    if (count == 0)
        return error_set(error, FAILURE_USAGE, "build: no source, expected one in C or C++");
    for (int i = 0; i < count; i++) {
        bool def = strlen(sources[i]) > 4 && strcasecmp(sources[i] + strlen(sources[i]) - 4, ".def") == 0;
        defs += def;
        if (!def && !compile_is_source(sources[i]))
            return error_set(error, FAILURE_USAGE,
                             "%s: is no source, expected a name that ends in .c, .cpp, .cc, .cxx or .def", sources[i]);
    }
    if (defs > 1)
        return error_set(error, FAILURE_USAGE, "build: %d .def files, expected one at most", defs);
    return compile_is_source(sources[0]) ||
           error_set(error, FAILURE_USAGE, "%s: comes first, expected a source", sources[0]);
}

static enum failure build_verb(int argc, char **argv, struct error *error)
{
    struct build_options options = {0};
    struct text output = {0};
    bool helped;
    int count = verb_parse(&verb_build, argc, argv, &options, &helped, error);
    if (count < 0 || helped || !check_sources(count, argv, error))
        return error->class;
    if (!options.output) {
        const char *slash = strrchr(argv[0], '/'), *name = slash ? slash + 1 : argv[0];
        text_addf(&output, "%.*s%s", (int)(strrchr(name, '.') - name), name, options.windows ? ".dll" : ".so");
        options.output = text_string(&output);
    }
    compile(&(struct compiling){argv, (size_t)count, options.output, options.windows}, error);
    text_free(&output);
    return error->class;
}

const struct verb verb_build = {
    .name = "build",
    .synopsis = "[-o FILE] [--windows] SOURCE...",
    .text =
        "Compiles a callout: the flags of pkg-config mprapi, and what NAME.def beside it exports. The compiler is $CC or\n"
        "$CXX (cc, c++), for Windows $MINGW_CC or $MINGW_CXX (mingw-w64). rrasemu run --dll SOURCE.c does it on the way.",
    .groups = {&build_options},
    .run = build_verb,
};
