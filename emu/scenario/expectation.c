/* SPDX-License-Identifier: MIT */
#include "scenario/expectation.h"

#include "callout/callout.h"
#include "callout/finding.h"
#include "ras/connection.h"
#include "ras/rule.h"
#include "scenario/values.h"

#include <string.h>

#define CALLOUT_WORDS "a callout by name or shorthand, such as MprAdminAcceptNewLink or AL"

static const struct callout *callout_named(const char *name, size_t length)
{
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (callout_is_named(&callouts[id], name, length))
            return &callouts[id];
    return NULL;
}

static bool is_word(const char *word, size_t length, const char *candidate)
{
    return strlen(candidate) == length && strncmp(word, candidate, length) == 0;
}

/* GA, AL2, AC.x, AC.x(F): a shorthand, a link's number, a DLL, a refusal */
static bool is_call(const char *word, size_t length)
{
    static const char *const six[] = {"GA6", "RA6"};
    size_t name = 2;
    for (size_t i = 0; i < 2; i++)
        if (length >= 3 && strncmp(word, six[i], 3) == 0)
            name = 3;
    if (length < name || !callout_named(word, name))
        return false;
    size_t at = name + strspn(word + name, "0123456789");
    if (at < length && word[at] == '.')
        while (at < length && word[at] != '(')
            at++;
    return at == length || is_word(word + at, length - at, "(F)");
}

static bool is_finding(const char *word, size_t length)
{
    for (int id = 0; id < FINDING_COUNT; id++)
        if (is_word(word, length, findings[id].name))
            return true;
    return false;
}

static bool is_event(const char *word, size_t length)
{
    return length > 0 && strspn(word, "0123456789") >= length;
}

/* Words separated by blanks that are all of a kind, or the one word none */
static bool all_are(const char *list, bool (*is)(const char *word, size_t length))
{
    if (strcmp(list, "none") == 0)
        return true;
    for (size_t length; *list; list += length + (list[length] == ' ')) {
        length = strcspn(list, " ");
        if (!is(list, length))
            return false;
    }
    return true;
}

static bool is_ending(const char *value)
{
    for (int reason = 0; reason < END_REASON_COUNT; reason++)
        if (strcmp(end_reasons[reason].text, value) == 0)
            return true;
    return false;
}

/* A callout, and a path that begins with one of its parameters, with out. or with result */
static bool is_argument(const char *argument)
{
    size_t name = strcspn(argument, " ");
    const struct callout *callout = callout_named(argument, name);
    const char *path = argument + name + strspn(argument + name, " ");
    if (!callout || !*path)
        return false;
    if (strcmp(path, "result") == 0 || strncmp(path, "out.", 4) == 0)
        return true;
    for (int id = 0; id < CALLOUT_COUNT; id++) /* a shorthand stands for several */
        for (unsigned i = 0; callout_is_named(&callouts[id], argument, name) && i < callouts[id].parameter_count; i++)
            if (is_word(path, strcspn(path, "."), callouts[id].parameters[i].name))
                return true;
    return false;
}

bool expectation_makes_sense(const struct expect *expect, struct text *expected)
{
    const char *value = expect->value;
    const char *wanted = NULL;
    uint64_t number;
    switch ((enum expectation)expect->kind) {
    case EXPECT_CALLS:
        wanted = all_are(value, is_call) ? NULL : "none, or shorthands such as GA AC(F) AL2 CH.x";
        break;
    case EXPECT_NEVER:
        wanted = callout_named(value, strlen(value)) ? NULL : CALLOUT_WORDS;
        break;
    case EXPECT_COUNT:
        wanted = !callout_named(expect->of, strlen(expect->of)) ? "in of " CALLOUT_WORDS
                 : !value_uint64(value, &number)                ? "a whole number"
                                                                : NULL;
        break;
    case EXPECT_ARGUMENT:
        wanted = is_argument(expect->argument) ? NULL
                                               : "in argument a callout and one of its parameters, out. or result";
        break;
    case EXPECT_ACCEPTED:
        wanted = strcmp(value, "yes") == 0 || strcmp(value, "no") == 0 ? NULL : "yes or no";
        break;
    case EXPECT_ERROR:
        wanted = value_uint64(value, &number) ? NULL : "a whole number";
        break;
    case EXPECT_EVENTS:
        wanted = all_are(value, is_event) ? NULL : "none, or ids of event-log entries";
        break;
    case EXPECT_FINDINGS:
        wanted = all_are(value, is_finding) ? NULL : "none, or ids that rrasemu spec findings lists";
        break;
    case EXPECT_START:
        wanted = strcmp(value, "running") == 0 || rule_find(value) ? NULL : "running, or a rule";
        break;
    case EXPECT_ENDING:
        wanted = is_ending(value) ? NULL : "the words of an ending, which rrasemu spec endings lists";
        break;
    case EXPECT_ASKED:
    case EXPECT_ADDRESS:
    case EXPECT_KINDS:
        break;
    }
    if (wanted)
        text_add(expected, wanted);
    return !wanted;
}
