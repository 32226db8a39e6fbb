/* SPDX-License-Identifier: MIT */
/* rrasemu doctor: whether Windows DLLs can be run here, and what is missing if not; where a source can run. */
#include "cli/session.h"
#include "cli/uses.h"
#include "cli/verb.h"
#include "host/isolated.h"
#include "host/wine.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the checks hand on */
struct examination {
    char worker[PATH_MAX];
    struct wine wine;
    struct error error; /* of the check that failed */
    struct text detail; /* of the one that passed */
};

static bool check_native(struct examination *examination)
{
    isolated_program(examination->worker);
    text_add(&examination->detail, examination->worker);
    return access(examination->worker, X_OK) == 0 ||
           error_set(&examination->error, FAILURE_FINDING, "%s is not there: install rrasemu again",
                     examination->worker);
}

static bool check_wine(struct examination *examination)
{
    char version[128];
    if (!wine_find_program(&examination->wine, &examination->error) ||
        !wine_version(&examination->wine, version, sizeof version, &examination->error))
        return false;
    text_addf(&examination->detail, "%s, %s", examination->wine.program, version);
    return true;
}

static bool check_worker(struct examination *examination)
{
    if (!wine_find(&examination->wine, examination->worker, &examination->error))
        return false;
    text_add(&examination->detail, examination->wine.worker);
    return true;
}

static void say(const char *what)
{
    fprintf(stderr, "rrasemu: %s\n", what);
}

static bool check_prefix(struct examination *examination)
{
    text_add(&examination->detail, examination->wine.prefix);
    return wine_prepare(&examination->wine, isatty(STDERR_FILENO) ? say : NULL, &examination->error);
}

/* A whole connection, with a DLL of ours */
static bool check_smoke(struct examination *examination)
{
    static struct session session;
    struct scenario scenario;
    char dll[PATH_MAX];
    bool interrupted;
    const char *slash = strrchr(examination->wine.worker, '/');
    snprintf(dll, sizeof dll, "%.*s/rrasemu-smoke.dll", slash ? (int)(slash - examination->wine.worker) : 1,
             slash ? examination->wine.worker : ".");
    struct run_options options = {.host = HOST_WINE, .dlls = {dll}, .dll_count = 1};
    if (!scenario_builtin(&scenario, &examination->error))
        return false;
    session = (struct session){0};
    bool ran = session_open(&session, &options, &scenario, &examination->error) &&
               session_run(&session, &options, false, &interrupted, &examination->error);
    const struct record_summary totals = session.records.totals;
    struct error ignored = {0};
    session_close(&session, &ignored);
    scenario_free(&scenario);
    text_addf(&examination->detail, "%llu callouts", (unsigned long long)totals.callouts);
    return ran && (totals.accepted == 1 || error_set(&examination->error, FAILURE_FINDING,
                                                     "%s was called, and its answer did not come through", dll));
}

static bool check_mingw(struct examination *examination)
{
    char path[PATH_MAX];
    if (!wine_find_in_path(path, "x86_64-w64-mingw32-gcc"))
        return error_set(&examination->error, FAILURE_FINDING,
                         "x86_64-w64-mingw32-gcc is not there, so no DLL can be built here (Debian: apt "
                         "install gcc-mingw-w64-x86-64); DLLs that were built elsewhere run all the same");
    text_add(&examination->detail, path);
    return true;
}

static const struct check {
    const char *name;
    bool (*look)(struct examination *examination);
    bool needed; /* for what comes behind it, and for Windows DLLs at all */
} checks[] = {
    {"the worker of this system", check_native, true}, {"Wine", check_wine, true},
    {"the worker for Windows", check_worker, true},    {"a folder for Wine", check_prefix, true},
    {"a Windows DLL runs", check_smoke, true},         {"mingw-w64, which builds them", check_mingw, false},
};

static enum failure doctor_verb(int argc, char **argv, struct error *error)
{
    struct examination examination = {0};
    bool helped, fine = true;
    int count = verb_parse(&verb_doctor, argc, argv, NULL, &helped, error);
    if (count < 0 || helped)
        return error->class;
    if (count > 0) {
        uses_tell(argv, count, error);
        enum failure told = verb_printed(error);
        return error->class ? error->class : told;
    }
    for (size_t i = 0; i < sizeof checks / sizeof *checks && fine; i++) {
        text_reset(&examination.detail);
        examination.error = (struct error){0};
        bool found = checks[i].look(&examination);
        printf("%-8s %s: %s\n", found ? "ok" : "missing", checks[i].name,
               found ? text_string(&examination.detail) : examination.error.text);
        fine = found || !checks[i].needed;
    }
    puts(fine ? "Windows DLLs run here." : "Windows DLLs do not run here; shared objects (.so) do.");
    if (!fine && examination.error.class != FAILURE_NONE)
        error_set(error, FAILURE_FINDING, "%s", examination.error.text);
    text_free(&examination.detail);
    wine_free(&examination.wine);
    enum failure printed = verb_printed(error);
    return error->class ? error->class : printed;
}

const struct verb verb_doctor = {
    .name = "doctor",
    .synopsis = "[SOURCE...]",
    .text =
        "Looks for what it takes to run Windows DLLs: Wine, its worker, a folder for it; runs one, and says in\n"
        "plain words what is missing. Of sources, looks whether they run here or under Wine only, and lists the functions\n"
        "of Windows for which that is so; nothing is kept.",
    .run = doctor_verb,
};
