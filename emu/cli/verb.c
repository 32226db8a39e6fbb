/* SPDX-License-Identifier: MIT */
#include "cli/verb.h"

#include <stdio.h>
#include <string.h>

void verb_suggest(struct text *text, const char *word, const void *words, size_t count, size_t stride)
{
    const char *nearest = count ? text_nearest(word, words, count, stride) : NULL;
    if (nearest)
        text_addf(text, "; did you mean %s?", nearest);
}

/* The row of this number through all groups of a verb, or NULL behind the last */
static const struct option_row *row_at(const struct verb *verb, size_t index)
{
    for (size_t i = 0; i < VERB_GROUPS_MOST && verb->groups[i]; i++) {
        if (index < verb->groups[i]->count)
            return &verb->groups[i]->rows[index];
        index -= verb->groups[i]->count;
    }
    return NULL;
}

static void print_help(const struct verb *verb)
{
    printf("Usage: rrasemu %s %s\n\n%s\n\n", verb->name, verb->synopsis, verb->text);
    const struct option_row *row;
    for (size_t i = 0; (row = row_at(verb, i)); i++) {
        char form[64];
        snprintf(form, sizeof form, "%c%c%s --%s%s%s", row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
                 row->letter ? "," : " ", row->name, row->argument ? " " : "", row->argument ? row->argument : "");
        printf("  %-26s %s\n", form, row->text);
    }
    printf("      %-22s %s\n", "--help", "print this and exit");
}

enum failure verb_printed(struct error *error)
{
    if (fflush(stdout) != 0)
        error_set(error, FAILURE_INTERNAL, "standard output could not be written");
    return error->class;
}

static const struct option_row *find_long(const struct verb *verb, const char *name, size_t length)
{
    const struct option_row *row;
    for (size_t i = 0; (row = row_at(verb, i)); i++)
        if (strlen(row->name) == length && strncmp(row->name, name, length) == 0)
            return row;
    return NULL;
}

static const struct option_row *find_letter(const struct verb *verb, char letter)
{
    const struct option_row *row;
    for (size_t i = 0; (row = row_at(verb, i)); i++)
        if (row->letter == letter)
            return row;
    return NULL;
}

static bool unknown_option(const struct verb *verb, const char *word, struct error *error)
{
    enum { NAMES_MOST = 32 };
    const char *names[NAMES_MOST];
    const struct option_row *row;
    size_t count = 0;
    for (; count < NAMES_MOST && (row = row_at(verb, count)); count++)
        names[count] = row->name;
    struct text hint = {0};
    verb_suggest(&hint, word + strspn(word, "-"), names, count, sizeof *names);
    error_set(error, FAILURE_USAGE, "%s: no such option of %s%s", word, verb->name, text_string(&hint));
    text_free(&hint);
    return false;
}

/* One option at argv[*at]; its argument may be the next word. */
static bool take_option(const struct verb *verb, int argc, char **argv, int *at, void *options, struct error *error)
{
    const char *word = argv[*at], *attached = NULL;
    const struct option_row *row;
    if (word[1] == '-') {
        size_t length = strcspn(word + 2, "=");
        row = find_long(verb, word + 2, length);
        attached = word[2 + length] ? word + 2 + length + 1 : NULL;
    } else {
        row = find_letter(verb, word[1]);
        attached = word[2] ? word + 2 : NULL;
    }
    if (!row)
        return unknown_option(verb, word, error);
    if (!row->argument && attached)
        return error_set(error, FAILURE_USAGE, "--%s takes no argument", row->name);
    const char *argument = attached;
    if (row->argument && !argument) {
        if (*at + 1 >= argc)
            return error_set(error, FAILURE_USAGE, "--%s needs an argument, %s", row->name, row->argument);
        argument = argv[++*at];
    }
    return row->set(options, argument, error);
}

int verb_parse(const struct verb *verb, int argc, char **argv, void *options, bool *helped, struct error *error)
{
    int words = 0;
    bool only_words = false;
    *helped = false;
    for (int at = 0; at < argc; at++) {
        if (!only_words && strcmp(argv[at], "--help") == 0) {
            print_help(verb);
            verb_printed(error);
            *helped = true;
            return 0;
        }
        if (!only_words && strcmp(argv[at], "--") == 0)
            only_words = true;
        else if (only_words || argv[at][0] != '-' || !argv[at][1])
            argv[words++] = argv[at];
        else if (!take_option(verb, argc, argv, &at, options, error))
            return -1;
    }
    return words;
}
