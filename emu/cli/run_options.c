/* SPDX-License-Identifier: MIT */
#include "cli/run_options.h"

#include "cli/compile.h"
#include "core/calendar.h"
#include "scenario/values.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool set_dll(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    if (options->dll_count == CHAIN_DLLS_MOST)
        return error_set(error, FAILURE_USAGE, "--dll: more than %d DLLs", CHAIN_DLLS_MOST);
    if (compile_is_source(argument) && !(argument = compile_for_now(argument, error)))
        return false;
    options->dlls[options->dll_count++] = argument;
    return true;
}

static bool set_reg(void *self, const char *argument, struct error *error)
{
    return run_registry_set_file(&((struct run_options *)self)->registry, argument, error);
}

static bool set_map(void *self, const char *argument, struct error *error)
{
    return run_registry_add_mapping(&((struct run_options *)self)->registry, argument, error);
}

static bool set_os(void *self, const char *argument, struct error *error)
{
    size_t index;
    if (!choose_word("--os", argument, profiles, profile_count, sizeof *profiles, &index, error))
        return false;
    ((struct run_options *)self)->profile = &profiles[index];
    return true;
}

static bool set_policy(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    char name[64];
    size_t length = strcspn(argument, "=");
    if (!argument[length] || length >= sizeof name)
        return error_set(error, FAILURE_USAGE, "--policy: %s, expected NAME=VALUE", argument);
    memcpy(name, argument, length);
    name[length] = '\0';
    if (!policy_choose(&options->policies, name, argument + length + 1, error))
        return false;
    options->policy_given[policy_find(name) - policies] = true;
    return true;
}

const char *const host_names[HOST_COUNT] = {"auto", "isolated", "wine", "in-process"};

static bool set_host(void *self, const char *argument, struct error *error)
{
    size_t index;
    if (!choose_word("--host", argument, host_names, HOST_COUNT, sizeof *host_names, &index, error))
        return false;
    ((struct run_options *)self)->host = (enum host_kind)index;
    return true;
}

static bool set_wrap(void *self, const char *argument, struct error *error)
{
    enum { LONGEST = 1000 };
    ((struct run_options *)self)->wrap = argument;
    return (argument[strspn(argument, " ")] && strlen(argument) <= LONGEST) ||
           error_set(error, FAILURE_USAGE, "--wrap: expected a command of at most %d characters", LONGEST);
}

static bool set_sandbox(void *self, const char *argument, struct error *error)
{
    ((struct run_options *)self)->sandbox = argument;
    return *argument || error_set(error, FAILURE_USAGE, "--sandbox: expected a folder");
}

static bool set_timeout(void *self, const char *argument, struct error *error)
{
    enum { SECONDS_MOST = 86400 };
    struct run_options *options = self;
    char *end;
    double seconds = strtod(argument, &end);
    if (*end || end == argument || !(seconds >= 0 && seconds <= SECONDS_MOST))
        return error_set(error, FAILURE_USAGE, "--timeout: %s, expected seconds from 0 (for ever) to %d", argument,
                         SECONDS_MOST);
    options->timeout_ms = (unsigned)ceil(seconds * 1000); /* 0 means no limit */
    options->timeout_given = true;
    return true;
}

const char *const channel_names[CHANNEL_COUNT] = {"auto", "socket", "page"};

unsigned run_options_timeout(const struct run_options *options)
{
    enum { USUAL_MS = 5000 };
    return options->timeout_given ? options->timeout_ms : options->wrap ? 0 : USUAL_MS;
}

static bool set_channel(void *self, const char *argument, struct error *error)
{
    size_t index;
    if (!choose_word("--channel", argument, channel_names, CHANNEL_COUNT, sizeof *channel_names, &index, error))
        return false;
    ((struct run_options *)self)->channel = (enum channel_kind)index;
    return true;
}

static bool set_seed(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    options->seed_given = true;
    return value_uint64(argument, &options->seed) ||
           error_set(error, FAILURE_USAGE, "--seed: %s, expected a whole number from 0 to 18446744073709551615",
                     argument);
}

static bool set_start(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    options->start_given = true;
    return calendar_parse(argument, &options->start) ||
           error_set(error, FAILURE_USAGE, "--start: %s, expected a date such as 2026-01-05T08:00:00Z", argument);
}

static bool set_pace(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    return pace_parse(argument, &options->pace) ||
           error_set(error, FAILURE_USAGE, "--pace: %s, expected max, real or a factor such as 10x", argument);
}

static bool set_fail_on(void *self, const char *argument, struct error *error)
{
    static const char *const words[] = {
        [SEVERITY_WARNING] = "warning", [SEVERITY_FAULT] = "error", [SEVERITY_COUNT] = "never"};
    size_t index;
    if (!choose_word("--fail-on", argument, words, sizeof words / sizeof *words, sizeof *words, &index, error))
        return false;
    ((struct run_options *)self)->fail_on = (enum severity)index;
    return true;
}

static bool set_format(void *self, const char *argument, struct error *error)
{
    size_t index;
    if (!choose_word("--format", argument, transcript_formats, transcript_format_count, sizeof *transcript_formats,
                     &index, error))
        return false;
    ((struct run_options *)self)->format = &transcript_formats[index];
    return true;
}

static bool set_only(void *self, const char *argument, struct error *error)
{
    struct filter *filter = &((struct run_options *)self)->filter;
    uint64_t number;
    if (!value_uint64(argument, &number) || number == 0 || number > UINT32_MAX)
        return error_set(error, FAILURE_USAGE, "--only: %s, expected a connection's number", argument);
    if (filter->connection_count == FILTER_CONNECTIONS_MOST)
        return error_set(error, FAILURE_USAGE, "--only: more than %d connections", FILTER_CONNECTIONS_MOST);
    filter->connections[filter->connection_count++] = (uint32_t)number;
    return true;
}

static bool set_between(void *self, const char *argument, struct error *error)
{
    struct filter *filter = &((struct run_options *)self)->filter;
    char first[64];
    size_t length = strcspn(argument, ",");
    filter->limited = argument[length] && length < sizeof first;
    if (filter->limited)
        snprintf(first, sizeof first, "%.*s", (int)length, argument);
    return (filter->limited && calendar_parse_duration(first, &filter->first_ns) &&
            calendar_parse_duration(argument + length + 1, &filter->last_ns) && filter->first_ns <= filter->last_ns) ||
           error_set(error, FAILURE_USAGE, "--between: %s, expected two times since the start such as 10s,1m 30s",
                     argument);
}

static bool set_output(void *self, const char *argument, struct error *error)
{
    (void)error;
    ((struct run_options *)self)->output = argument;
    return true;
}

static bool set_report(void *self, const char *argument, struct error *error)
{
    (void)error;
    ((struct run_options *)self)->report = argument;
    return true;
}

static bool set_stats(void *self, const char *argument, struct error *error)
{
    (void)argument;
    (void)error;
    ((struct run_options *)self)->stats = true;
    return true;
}

static const struct option_row server_rows[] = {
    {"dll", 0, "PATH", "administration DLL to load, or its source; again for more, called in this order", set_dll},
    {"reg", 0, "FILE", "registry export that names DLLs; they come before those of --dll", set_reg},
    {"map", 0, "WINPATH=DIR", "where files of its Windows paths are; again for more", set_map},
    {"os", 0, "PROFILE", "Windows version to be, as 2003, 2008r2, 2022 (default)", set_os},
    {"policy", 0, "NAME=VALUE", "choose where the documentation is silent; see spec policies", set_policy},
    {"host", 0, "HOST", "where DLLs run: auto (default), isolated in two processes, wine, or in-process", set_host},
    {"timeout", 0, "SECONDS", "real time a callout may take (default 5); 0 is for ever", set_timeout},
    {"channel", 0, "CHANNEL", "how to speak to it: auto (default), socket, or page, which both watch", set_channel},
    {"wrap", 0, "COMMAND", "run their processes under this, as 'valgrind -q'; no time limit then", set_wrap},
    {"sandbox", 0, "DIR", "folder for what callouts write to C:\\ (default: one for temporary files)", set_sandbox},
    {"seed", 0, "N", "decides every made-up value (default 1)", set_seed},
    {"fail-on", 0, "LEVEL", "exit with 1 on findings: error (default), warning, never", set_fail_on},
    {"start", 0, "TIME", "virtual date of the service start (2026-01-05T08:00:00Z)", set_start},
};
const struct option_group server_option_group = {server_rows, sizeof server_rows / sizeof *server_rows};

static bool set_from(void *self, const char *argument, struct error *error)
{
    (void)error;
    ((struct run_options *)self)->from = argument;
    return true;
}

static bool set_no_compare(void *self, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    ((struct run_options *)self)->no_compare = true;
    return true;
}

static const struct option_row play_rows[] = {
    {"from", 0, "FILE", "repeat the run of this transcript in JSON lines, and compare", set_from},
    {"no-compare", 0, NULL, "with --from: go on where the run departs", set_no_compare},
    {"pace", 0, "PACE", "max (default), real, or a factor such as 10x", set_pace},
};
const struct option_group play_option_group = {play_rows, sizeof play_rows / sizeof *play_rows};

static const struct option_row view_rows[] = {
    {"format", 0, "FORMAT", "text (default), jsonl, svg, mermaid, msc, dot, markdown", set_format},
    {"only", 0, "N", "show connection N only; again for more", set_only},
    {"between", 0, "T1,T2", "show connections between these times since the start", set_between},
    {"output", 'o', "FILE", "write the transcript there; run: instead of standard output", set_output},
    {"report", 0, "FILE", "write the findings there, with where each happened", set_report},
    {"stats", 0, NULL, "print counts and speed to standard error at the end", set_stats},
};
const struct option_group view_option_group = {view_rows, sizeof view_rows / sizeof *view_rows};

static bool set_junit(void *self, const char *argument, struct error *error)
{
    (void)error;
    ((struct run_options *)self)->junit = argument;
    return true;
}

static const struct option_row test_rows[] = {
    {"junit", 0, "FILE", "write the results there too, as JUnit XML", set_junit},
};
const struct option_group test_option_group = {test_rows, sizeof test_rows / sizeof *test_rows};
