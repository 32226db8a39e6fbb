/* SPDX-License-Identifier: MIT */
#include "host/wine.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* --- where it is --- */

static bool is_program(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

bool wine_find_in_path(char found[PATH_MAX], const char *name)
{
    const char *path = getenv("PATH");
    for (const char *at = path ? path : ""; *at;) {
        size_t length = strcspn(at, ":");
        int written = snprintf(found, PATH_MAX, "%.*s/%s", (int)length, at, name);
        if (written > 0 && written < PATH_MAX && is_program(found))
            return true;
        at += length + (at[length] == ':');
    }
    return false;
}

/* The 64-bit loader itself where it has a name, since RRAS is a 64-bit service */
static bool find_program(char found[PATH_MAX])
{
    static const char *const places[] = {"/usr/lib/wine/wine64", "/opt/wine-stable/bin/wine64",
                                         "/opt/wine-devel/bin/wine64"};
    const char *given = getenv("RRASEMU_WINE");
    if (given) {
        snprintf(found, PATH_MAX, "%s", given);
        return is_program(found);
    }
    if (wine_find_in_path(found, "wine64"))
        return true;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (is_program(strcpy(found, places[i])))
            return true;
    return wine_find_in_path(found, "wine");
}

/* Beside the native worker, or above the folder that libtool puts that in */
static bool find_worker(char found[PATH_MAX], const char *worker)
{
    static const char *const places[] = {"rrasemu-worker.exe", "../rrasemu-worker.exe"};
    const char *slash = strrchr(worker, '/');
    size_t length = slash ? (size_t)(slash - worker) + 1 : 0;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int written = snprintf(found, PATH_MAX, "%.*s%s", (int)length, worker, places[i]);
        if (written > 0 && written < PATH_MAX && access(found, R_OK) == 0)
            return true;
    }
    return false;
}

/* $XDG_CACHE_HOME/rrasemu/wine, and its folders */
static bool make_prefix_path(char prefix[PATH_MAX], struct error *error)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    bool own = cache && *cache == '/';
    int written = snprintf(prefix, PATH_MAX, "%s%s/rrasemu/wine", own ? cache : home ? home : "", own ? "" : "/.cache");
    if (written < 0 || written >= PATH_MAX - 16)
        return error_set(error, FAILURE_INTERNAL, "Wine: the name of the cache folder is too long");
    for (char *slash = strchr(prefix + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        int failed = mkdir(prefix, 0777) != 0 && errno != EEXIST ? errno : 0;
        if (failed)
            error_set(error, FAILURE_INTERNAL,
                      "Wine needs a folder of its own, and %s cannot be made: %s; XDG_CACHE_HOME may "
                      "name another place",
                      prefix, strerror(failed));
        *slash = '/';
        if (failed)
            return false;
    }
    return true;
}

/* --- what it is started with --- */

static char **make_environment(const char *prefix)
{
    static const char *const ours[] = {
        "WINEDEBUG=-all",
        /* our library, not Wine's; no question about .NET or HTML, no desktop menus */
        "WINEDLLOVERRIDES=mprapi=n;mscoree=;mshtml=;winemenubuilder.exe=", "WINEARCH=win64",
        "TZ=UTC",         /* the zone of virtual time */
        "LC_ALL=C.UTF-8", /* file names, and what is narrow in a DLL, are the same everywhere */
    };
    static const char *const dropped[] = {"WINE", "DISPLAY=", "WAYLAND_DISPLAY=", "LC_", "LANG=", "LANGUAGE=", "TZ="};
    enum { OURS = sizeof ours / sizeof *ours, DROPPED = sizeof dropped / sizeof *dropped };
    size_t count = 0, used = 0;
    while (environ[count])
        count++;
    char **made = calloc(count + OURS + 2, sizeof *made);
    if (!made)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        bool keep = true;
        for (size_t d = 0; d < DROPPED; d++)
            keep &= strncmp(environ[i], dropped[d], strlen(dropped[d])) != 0;
        if (keep)
            made[used++] = environ[i];
    }
    for (size_t i = 0; i < OURS; i++)
        made[used++] = (char *)ours[i];
    static char variable[PATH_MAX + 16];
    snprintf(variable, sizeof variable, "WINEPREFIX=%s", prefix);
    made[used] = variable;
    return made;
}

bool wine_find_program(struct wine *wine, struct error *error)
{
    *wine = (struct wine){0};
    return find_program(wine->program) ||
           error_set(error, FAILURE_INTERNAL,
                     "a Windows DLL needs Wine, which is not installed (64-bit; Debian: apt install "
                     "wine64)%s",
                     getenv("RRASEMU_WINE") ? "; RRASEMU_WINE names no program" : "");
}

bool wine_find(struct wine *wine, const char *worker, struct error *error)
{
    if (!wine_find_program(wine, error))
        return false;
    if (!find_worker(wine->worker, worker))
        return error_set(error, FAILURE_INTERNAL,
                         "a Windows DLL needs rrasemu-worker.exe, which is not there: rrasemu was built "
                         "without mingw-w64; rrasemu doctor tells more");
    if (!make_prefix_path(wine->prefix, error))
        return false;
    wine->environment = make_environment(wine->prefix);
    return wine->environment || error_out_of_memory(error);
}

void wine_free(struct wine *wine)
{
    free(wine->environment);
    *wine = (struct wine){0};
}

/* --- the prefix --- */

/* Runs it with one or two words, its output into the file `output` if there is one. Its status, or -1 */
static int run(const struct wine *wine, const char *first, const char *second, int output, struct error *error)
{
    posix_spawn_file_actions_t actions;
    char *const words[] = {(char *)wine->program, (char *)first, (char *)second, NULL};
    pid_t pid;
    int status = -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (output >= 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int failed = posix_spawn(&pid, wine->program, &actions, NULL, words,
                             wine->environment ? wine->environment : environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed) {
        error_set(error, FAILURE_INTERNAL, "%s: cannot be started: %s", wine->program, strerror(failed));
        return -1;
    }
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return status;
}

bool wine_version(const struct wine *wine, char *version, size_t size, struct error *error)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return error_set(error, FAILURE_INTERNAL, "no pipe: %s", strerror(errno));
    int status = run(wine, "--version", NULL, ends[1], error);
    close(ends[1]);
    ssize_t got = read(ends[0], version, size - 1);
    close(ends[0]);
    version[got > 0 ? got : 0] = '\0';
    version[strcspn(version, "\n")] = '\0';
    return (status == 0 && strncmp(version, "wine-", 5) == 0) ||
           error_set(error, FAILURE_INTERNAL, "%s does not tell its version, as Wine does (status %d)", wine->program,
                     status);
}

static bool create(const struct wine *wine, const char *ready, struct error *error)
{
    int status = run(wine, "wineboot", "--init", -1, error);
    int file = status == 0 ? open(ready, O_WRONLY | O_CREAT | O_CLOEXEC, 0666) : -1;
    if (file < 0)
        return error_set(error, FAILURE_INTERNAL, "%s: cannot prepare %s (status %d); rrasemu doctor tells more",
                         wine->program, wine->prefix, status);
    close(file);
    return true;
}

/* With too few descriptors Wine does not fail, it waits for ever. It takes as many as the hard limit allows. */
static bool check_limit(struct error *error)
{
    enum { LEAST = 64 };
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_max == RLIM_INFINITY || files.rlim_max >= LEAST)
        return true;
    return error_set(error, FAILURE_INTERNAL, "Wine needs %d open files, and the limit here is %llu (ulimit -Hn)",
                     LEAST, (unsigned long long)files.rlim_max);
}

/* It holds a lock in a folder that is named after the prefix. */
static bool server_runs(const struct wine *wine)
{
    struct stat prefix;
    struct flock held = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    char path[PATH_MAX];
    if (stat(wine->prefix, &prefix) != 0)
        return false;
    snprintf(path, sizeof path, "/tmp/.wine-%u/server-%llx-%llx/lock", (unsigned)getuid(),
             (unsigned long long)prefix.st_dev, (unsigned long long)prefix.st_ino);
    int lock = open(path, O_RDWR | O_CLOEXEC);
    bool runs = lock >= 0 && fcntl(lock, F_GETLK, &held) == 0 && held.l_type != F_UNLCK;
    if (lock >= 0)
        close(lock);
    return runs;
}

/* The first program of Wine's starts its services, and they write where it does: what they say when they crash must not be
 * taken for what a DLL prints. */
static bool start_services(const struct wine *wine, struct error *error)
{
    return server_runs(wine) || run(wine, "wineboot", "--init", -1, error) >= 0;
}

static bool make_prefix(const struct wine *wine, void (*say)(const char *what), struct error *error)
{
    char ready[PATH_MAX + 16], lock_path[PATH_MAX + 16];
    snprintf(ready, sizeof ready, "%s/.prepared", wine->prefix);
    snprintf(lock_path, sizeof lock_path, "%s.lock", wine->prefix);
    if (access(ready, F_OK) == 0)
        return true;
    int lock = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock < 0 || flock(lock, LOCK_EX) != 0) {
        if (lock >= 0)
            close(lock);
        return error_set(error, FAILURE_INTERNAL, "%s: cannot be written: %s", lock_path, strerror(errno));
    }
    bool fine = access(ready, F_OK) == 0; /* another run was faster */
    if (!fine) {
        if (say)
            say("Wine is prepared, which is done once");
        fine = create(wine, ready, error);
    }
    close(lock);
    return fine;
}

bool wine_prepare(const struct wine *wine, void (*say)(const char *what), struct error *error)
{
    return check_limit(error) && make_prefix(wine, say, error) && start_services(wine, error);
}
