/* SPDX-License-Identifier: MIT */
/**
 * @file verb.h
 * The command's verbs and options as tables: parsing and help are made from them.
 */
#ifndef RRASEMU_CLI_VERB_H
#define RRASEMU_CLI_VERB_H

#include "core/choose.h"
#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

/** One option of a verb. */
struct option_row {
    const char *name;     /**< without the dashes */
    char letter;          /**< its short form, or 0 */
    const char *argument; /**< how help calls its argument; NULL: it takes none */
    const char *text;
    /** Takes a value; `argument` is NULL for an option without one. */
    bool (*set)(void *options, const char *argument, struct error *error);
};

/** Options that belong together and that several verbs may share. */
struct option_group {
    const struct option_row *rows;
    size_t count;
};

enum { VERB_GROUPS_MOST = 3 };

/** One verb. */
struct verb {
    const char *name;
    const char *synopsis;
    const char *text;
    const struct option_group *groups[VERB_GROUPS_MOST]; /**< NULL behind the last */
    enum failure (*run)(int argc, char **argv, struct error *error);
};

extern const struct verb verb_build, verb_def, verb_doctor, verb_new, verb_run, verb_spec, verb_test;

/** What became of help or version on standard output. (Transcripts do not go through stdio, where a
 * DLL's own output may be.) */
enum failure verb_printed(struct error *error);

/** Takes options off the command line. Returns the number of words that are not options, which
 * stand first in argv afterwards, or -1. `--help` prints the verb's help and sets *helped. */
int verb_parse(const struct verb *verb, int argc, char **argv, void *options, bool *helped, struct error *error);

/** The words a wrong one is nearest to: `; did you mean X?`, or nothing. */
void verb_suggest(struct text *text, const char *word, const void *words, size_t count, size_t stride);

#endif
