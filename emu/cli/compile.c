/* SPDX-License-Identifier: MIT */
#include "cli/compile.h"

#include "cli/calls.h"

#include "cli/dialect.h"
#include "core/temporary.h"
#include "core/text.h"
#include "host/def_file.h"
#include "scenario/source.h"

#include "config.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { WORDS_MOST = 256, MADE_MOST = 128 };

/* --- names of files --- */

static const char *ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.');
    return dot ? dot : "";
}

static bool ends_as(const char *path, const char *const *endings)
{
    for (; *endings; endings++)
        if (strcmp(ending_of(path), *endings) == 0)
            return true;
    return false;
}

static bool is_cxx(const char *path)
{
    return ends_as(path, (const char *const[]){".cpp", ".cc", ".cxx", NULL});
}

bool compile_is_source(const char *path)
{
    return is_cxx(path) || strcmp(ending_of(path), ".c") == 0;
}

static bool is_def(const char *path)
{
    return ends_as(path, (const char *const[]){".def", ".DEF", NULL});
}

/* --- the command --- */

/* Words in one text, and where they begin */
struct command {
    struct text text;
    size_t starts[WORDS_MOST];
    size_t count;
};

static void add_word(struct command *command, const char *word)
{
    if (command->count == WORDS_MOST - 1)
        command->text.failed = true;
    if (command->text.failed)
        return;
    command->starts[command->count++] = command->text.length;
    text_add_bytes(&command->text, word, strlen(word) + 1);
}

/* Words between blanks; a backslash keeps the character behind it, as pkg-config writes it. */
static void add_words(struct command *command, const char *words)
{
    struct text word = {0};
    for (;;) {
        words += strspn(words, " \t\r\n");
        if (!*words)
            break;
        text_reset(&word);
        for (; *words && !isspace((unsigned char)*words); words++) {
            words += *words == '\\' && words[1];
            text_add_bytes(&word, words, 1);
        }
        command->text.failed |= word.failed;
        add_word(command, text_string(&word));
    }
    text_free(&word);
}

/* Runs it with standard error, and output, led to a file, or where they go; its exit status, or -1 */
static int run_command(const struct command *command, int said)
{
    char *words[WORDS_MOST];
    pid_t child;
    int status;
    posix_spawn_file_actions_t actions;
    for (size_t i = 0; i < command->count; i++)
        words[i] = command->text.data + command->starts[i];
    words[command->count] = NULL;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return -1;
    posix_spawn_file_actions_adddup2(&actions, said, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, said, STDERR_FILENO);
    int failed = posix_spawnp(&child, words[0], &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed) {
        errno = failed;
        return -1;
    }
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* --- what pkg-config says --- */

/* Where its files are: beside a program that was built and not installed, or where they were installed */
static void add_pkg_config_path(struct text *path)
{
    char program[PATH_MAX] = "", package[PATH_MAX + 64];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    char *libs = length > 0 ? strstr(program, "/.libs/") : NULL;
    if (libs)
        *libs = '\0';
    else if (length > 0)
        *strrchr(program, '/') = '\0';
    snprintf(package, sizeof package, "%s/api/mprapi-uninstalled.pc", program);
    if (length > 0 && access(package, R_OK) == 0)
        text_addf(path, "%s/api", program);
    else
        text_add(path, PKGCONFIGDIR);
    const char *given = getenv("PKG_CONFIG_PATH");
    if (given && *given)
        text_addf(path, ":%s", given);
}

static bool add_flags(struct command *command, const char *package, struct error *error)
{
    struct text path = {0}, call = {0}, flags = {0};
    char piece[1024];
    add_pkg_config_path(&path);
    setenv("RRASEMU_PKG_CONFIG_PATH", text_string(&path), 1);
    text_addf(&call, "PKG_CONFIG_PATH=\"$RRASEMU_PKG_CONFIG_PATH\" pkg-config --cflags --libs %s", package);
    FILE *pipe = path.failed || call.failed ? NULL : popen(text_string(&call), "re");
    for (size_t got; pipe && (got = fread(piece, 1, sizeof piece, pipe)) > 0;)
        text_add_bytes(&flags, piece, got);
    bool fine = pipe && pclose(pipe) == 0 && flags.length > 0;
    unsetenv("RRASEMU_PKG_CONFIG_PATH");
    if (fine)
        add_words(command, text_string(&flags));
    else
        error_set(error, FAILURE_INTERNAL, "pkg-config knows nothing of %s in %s", package, text_string(&path));
    text_free(&path);
    text_free(&call);
    text_free(&flags);
    return fine;
}

/* --- exports --- */

/* The .def file among the sources, or beside the first of them; NULL: there is none. `beside` is for its name. */
static const char *find_def(const struct compiling *compiling, struct text *beside)
{
    for (size_t i = 0; i < compiling->count; i++)
        if (is_def(compiling->sources[i]))
            return compiling->sources[i];
    const char *first = compiling->sources[0];
    text_add_bytes(beside, first, (size_t)(ending_of(first) - first));
    text_add(beside, ".def");
    return access(text_string(beside), R_OK) == 0 ? text_string(beside) : NULL;
}

/* As a script for the linker, in a file of that name */
static bool write_script(const char *def, const char *name, struct error *error)
{
    struct text source = {0}, script = {0};
    bool fine = source_read(&source, def, "a module-definition file", error) &&
                def_file_convert(&script, text_string(&source), source.length, def, error);
    FILE *file = fine ? fopen(name, "we") : NULL;
    if (fine && (!file || fwrite(text_string(&script), 1, script.length, file) != script.length))
        fine = error_set(error, FAILURE_INTERNAL, "%s: cannot be written: %s", name, strerror(errno));
    if (file && fclose(file) != 0 && fine)
        fine = error_set(error, FAILURE_INTERNAL, "%s: cannot be written: %s", name, strerror(errno));
    text_free(&source);
    text_free(&script);
    return fine;
}

/* --- compiling --- */

static bool has_cxx(const struct compiling *compiling)
{
    for (size_t i = 0; i < compiling->count; i++)
        if (is_cxx(compiling->sources[i]))
            return true;
    return false;
}

/* Whether a program of this name is found */
static bool is_there(const char *name)
{
    char path[PATH_MAX];
    for (const char *at = getenv("PATH"); at && *at; at += strcspn(at, ":"), at += *at == ':') {
        snprintf(path, sizeof path, "%.*s/%s", (int)strcspn(at, ":"), at, name);
        if (access(path, X_OK) == 0)
            return true;
    }
    return false;
}

/* The variant of mingw-w64 whose C++ has threads, where there are two */
static const char *usual_compiler(bool cxx, bool windows)
{
    static const char threads[] = "x86_64-w64-mingw32-g++-posix";
    if (!windows)
        return cxx ? "c++" : "cc";
    return !cxx ? "x86_64-w64-mingw32-gcc" : is_there(threads) ? threads : "x86_64-w64-mingw32-g++";
}

static void add_compiler(struct command *command, bool cxx, bool windows)
{
    const char *named = getenv(windows ? (cxx ? "MINGW_CXX" : "MINGW_CC") : cxx ? "CXX" : "CC");
    add_words(command, named && *named ? named : usual_compiler(cxx, windows));
    add_words(command, windows ? "-g -O1 -shared -static-libgcc" : "-g -shared -fPIC -Wl,--no-undefined");
    if (windows && cxx)
        add_word(command, "-static");
}

/* Adds a name that a compiler or linker has put between quotes of some kind, unless it is there. */
static void add_name(struct text *names, const char *quoted)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    struct text one = {0};
    quoted += strcspn(quoted, letters);
    text_addf(&one, "%.*s", (int)strspn(quoted, letters), quoted);
    if (one.length && !strstr(text_string(names), text_string(&one)))
        text_addf(names, "%s%s", names->length ? ", " : "", text_string(&one));
    text_free(&one);
}

/* Adds the name of a header that is not there. */
static void add_header(struct text *names, const char *name)
{
    text_addf(names, "%s%.*s", names->length ? ", " : "", (int)(strstr(name, ".h") + 2 - name), name);
}

/* Names that are missed, by the words of gcc, clang and their linkers, which stand in front of the name or behind it */
static void add_missing(struct text *names, const char *line)
{
    static const char *const before[] = {
        "implicit declaration of function ", "call to undeclared function ", "implicitly declaring library function ",
        "use of undeclared identifier ",     "undefined reference to ",      "undefined symbol: "};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        const char *found = strstr(line, before[i]);
        if (found)
            add_name(names, found + strlen(before[i]));
    }
    const char *error = strstr(line, "error: ");
    if (error && strstr(error, " was not declared in this scope"))
        add_name(names, error + strlen("error: "));
    if (error && strstr(error, ".h: No such file"))
        add_header(names, error + strlen("error: "));
    else if (error && strstr(error, " file not found"))
        add_header(names, error + strlen("error: '"));
}

static void find_missing(FILE *said, struct text *missing)
{
    char line[4096];
    rewind(said);
    while (fgets(line, sizeof line, said))
        add_missing(missing, line);
}

static void pass_on(FILE *said)
{
    char line[4096];
    rewind(said);
    while (fgets(line, sizeof line, said))
        fputs(line, stderr);
}

/* What callouts call beside the libraries that mingw-w64 links by itself; a DLL imports only what it uses. */
static const char windows_libraries[] =
    "-lws2_32 -lnetapi32 -lshlwapi -lwinhttp -lwldap32 -lodbc32 -lole32 -loleaut32 -luuid "
    "-lbcrypt -lcrypt32 -lrtutils -lsynchronization -lwinmm";

/* One compiler's go, with a file of that name for a script of the linker; whether it has made the DLL */
static bool go(const struct compiling *compiling, const char *script, FILE *said, struct error *error)
{
    struct command command = {0};
    struct text beside = {0};
    const char *def = find_def(compiling, &beside);
    bool fine = true;
    add_compiler(&command, has_cxx(compiling), compiling->windows);
    for (size_t i = 0; i < compiling->count; i++)
        if (!is_def(compiling->sources[i]))
            add_word(&command, compiling->sources[i]);
    if (def && compiling->windows) {
        add_word(&command, def);
    } else if (def) {
        add_word(&command, script);
        fine = write_script(def, script, error);
    }
    add_word(&command, "-o");
    add_word(&command, compiling->output);
    fine = fine && add_flags(&command, compiling->windows ? "mprapi-mingw" : "mprapi", error);
    if (compiling->windows)
        add_words(&command, windows_libraries);
    if (fine && (command.text.failed || beside.failed))
        fine = error_out_of_memory(error);
    int status = fine ? run_command(&command, fileno(said)) : -1;
    if (fine && status < 0)
        fine = error_set(error, FAILURE_USAGE, "%s: cannot be run: %s", command.text.data, strerror(errno));
    text_free(&command.text);
    text_free(&beside);
    return fine && status == 0;
}

/* What a compiler was let say */
struct said {
    FILE *file;
    struct text missing; /* names it does not know */
};

/* A go whose words are kept */
static bool try(const struct compiling *compiling, struct said *said, struct error *error)
{
    char folder[PATH_MAX];
    struct text script = {0};
    *said = (struct said){.file = tmpfile()};
    if (!said->file || !temporary_folder(folder))
        return error_set(error, FAILURE_INTERNAL, "no temporary file can be made: %s", strerror(errno));
    text_addf(&script, "%s/exports.ver", folder);
    bool fine = go(compiling, text_string(&script), said->file, error);
    if (!fine && error->class == FAILURE_NONE)
        find_missing(said->file, &said->missing);
    unlink(text_string(&script));
    rmdir(folder);
    text_free(&script);
    return fine;
}

static void said_free(struct said *said)
{
    if (said->file)
        fclose(said->file);
    text_free(&said->missing);
}

/* Whether mingw-w64 makes a DLL of what has failed here: then it is functions of Windows that are missing. */
static bool is_for_windows(const struct compiling *failed, const char *output)
{
    const struct compiling other = {failed->sources, failed->count, output, true};
    struct error unheard = {0};
    struct said said;
    bool fine = try(&other, &said, &unheard);
    said_free(&said);
    return fine;
}

static bool tell_failure(const struct compiling *compiling, const struct said *said, struct error *error)
{
    if (error->class != FAILURE_NONE)
        return false;
    pass_on(said->file);
    return error_set(error, FAILURE_USAGE, "%s: cannot be compiled; what the compiler says stands above",
                     compiling->sources[0]);
}

bool compile(const struct compiling *compiling, struct error *error)
{
    struct text trial = {0};
    struct said said;
    for (size_t i = 0; i < compiling->count; i++)
        if (!is_def(compiling->sources[i]) && !dialect_check(compiling->sources[i], error))
            return false;
    text_addf(&trial, "%s.trial", compiling->output);
    bool fine = try(compiling, &said, error);
    if (fine)
        pass_on(said.file);
    else if (error->class == FAILURE_NONE && !compiling->windows && is_for_windows(compiling, text_string(&trial)))
        error_set(error, FAILURE_USAGE,
                  "%s: needs %s, which only Windows and Wine have; rrasemu build --windows makes a DLL for them",
                  compiling->sources[0], said.missing.length ? text_string(&said.missing) : "something");
    else
        tell_failure(compiling, &said, error);
    unlink(text_string(&trial));
    text_free(&trial);
    said_free(&said);
    return fine;
}

/* --- for now --- */

static struct {
    char folder[PATH_MAX];
    char *made[MADE_MOST]; /* paths in it */
    size_t count;
} temporary;

static char *path_in_folder(const char *source, const char *ending)
{
    const char *slash = strrchr(source, '/'), *name = slash ? slash + 1 : source;
    struct text path = {0};
    text_addf(&path, "%s/%.*s%s", temporary.folder, (int)(ending_of(name) - name), name, ending);
    char *copy = path.failed ? NULL : text_duplicate(text_string(&path));
    text_free(&path);
    return copy;
}

static bool make_folder(struct error *error)
{
    if (*temporary.folder)
        return true;
    if (temporary_folder(temporary.folder))
        return true;
    error_set(error, FAILURE_INTERNAL, "no folder can be made for the DLL: %s", strerror(errno));
    *temporary.folder = '\0';
    return false;
}

/* A path in the folder, to be removed with it; NULL with the error set */
static const char *new_path(const char *source, const char *ending, struct error *error)
{
    if (temporary.count == MADE_MOST) {
        error_set(error, FAILURE_USAGE, "%s: is one source too many", source);
        return NULL;
    }
    char *path = path_in_folder(source, ending);
    if (path)
        temporary.made[temporary.count++] = path;
    else
        error_out_of_memory(error);
    return path;
}

const char *compile_look(const char *source, struct text *missing, struct error *error)
{
    char *const sources[] = {(char *)source};
    struct said said;
    const char *native = make_folder(error) ? new_path(source, ".so", error) : NULL;
    const char *made = NULL, *windows = native ? new_path(source, ".dll", error) : NULL;
    if (!windows)
        return NULL;
    const struct compiling compiling = {sources, 1, native, false};
    if (try(&compiling, &said, error)) {
        calls_add(native, calls_is_absent, missing);
        made = missing->length && is_for_windows(&compiling, windows) ? windows : native;
        if (made == native)
            text_reset(missing);
    } else if (error->class == FAILURE_NONE && is_for_windows(&compiling, windows)) {
        text_add(missing, said.missing.length ? text_string(&said.missing) : "something");
        made = windows;
    } else {
        tell_failure(&compiling, &said, error);
    }
    said_free(&said);
    return made;
}

const char *compile_for_now(const char *source, struct error *error)
{
    struct text missing = {0};
    const char *made = compile_look(source, &missing, error);
    if (made && missing.length)
        fprintf(stderr, "rrasemu: note: %s: needs %s, which only Windows and Wine have: runs under Wine\n", source,
                text_string(&missing));
    text_free(&missing);
    return made;
}

void compile_clean(void)
{
    for (size_t i = 0; i < temporary.count; i++) {
        if (temporary.made[i])
            unlink(temporary.made[i]);
        free(temporary.made[i]);
    }
    temporary.count = 0;
    if (*temporary.folder)
        rmdir(temporary.folder);
    *temporary.folder = '\0';
}
