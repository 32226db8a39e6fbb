/* SPDX-License-Identifier: MIT */
/* rrasemu: one verb, then its options. */
#include "cli/compile.h"
#include "cli/verb.h"
#include "host/leaving.h"

#include "config.h"

#include <event2/event.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct verb *const verbs[] = {&verb_run,   &verb_test, &verb_spec,  &verb_new,
                                           &verb_build, &verb_def,  &verb_doctor};
enum { VERB_COUNT = sizeof verbs / sizeof *verbs };

static void print_help(void)
{
    puts("Usage: rrasemu VERB [OPTION]... [WORD]...\n\n"
         "A reference emulator of the Windows RRAS callout interface (mprapi.h).\n");
    for (size_t i = 0; i < VERB_COUNT; i++)
        printf("  %-10s %s\n", verbs[i]->name, verbs[i]->synopsis);
    puts("\nrrasemu VERB --help tells more. Exit status: 0 fine, 1 findings or nothing ran,\n"
         "2 wrong usage or scenario, 3 the service did not start, 4 the emulator failed.");
}

static enum failure dispatch(int argc, char **argv, struct error *error)
{
    if (argc < 2) {
        error_set(error, FAILURE_USAGE, "no verb, expected one; see rrasemu --help");
        return error->class;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        print_help();
        return verb_printed(error);
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("rrasemu " PACKAGE_VERSION);
        return verb_printed(error);
    }
    const char *names[VERB_COUNT];
    for (size_t i = 0; i < VERB_COUNT; i++) {
        names[i] = verbs[i]->name;
        if (strcmp(argv[1], names[i]) == 0)
            return verbs[i]->run(argc - 2, argv + 2, error);
    }
    if (argv[1][0] == '-') {
        error_set(error, FAILURE_USAGE, "%s: options come behind the verb, as in rrasemu run %s ...", argv[1], argv[1]);
        return error->class;
    }
    struct text hint = {0};
    verb_suggest(&hint, argv[1], names, VERB_COUNT, sizeof *names);
    error_set(error, FAILURE_USAGE, "%s: no such verb%s; see rrasemu --help", argv[1], text_string(&hint));
    text_free(&hint);
    return error->class;
}

/* The event library would write lines of its own and exit with 1. */
static void on_event_log(int severity, const char *message)
{
    (void)severity, (void)message;
}

static void on_event_failure(int code)
{
    (void)code;
    fputs("rrasemu: the event loop cannot go on: no descriptors or no memory are left\n", stderr);
    leaving_now(FAILURE_INTERNAL);
}

int main(int argc, char **argv)
{
    event_set_log_callback(on_event_log);
    event_set_fatal_callback(on_event_failure);
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an output that cannot be written, like a full disk */
    struct error error = {0};
    enum failure failure = dispatch(argc, argv, &error);
    compile_clean();
    if (error.class != FAILURE_NONE)
        fprintf(stderr, "rrasemu: %s\n", error.text);
    return (int)failure;
}
