/* SPDX-License-Identifier: MIT */
/* rrasemu new: a callout project that builds and passes its own tests. */
#include "callout/callout.h"
#include "cli/verb.h"
#include "core/choose.h"
#include "runtime/device.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* --- what is asked for --- */

static const struct {
    const char *word;
    enum callout_id accept, hangup;
} generations[] = {
    {"plain", CALLOUT_ACCEPT, CALLOUT_HANGUP},
    {"2", CALLOUT_ACCEPT2, CALLOUT_HANGUP2},
    {"3", CALLOUT_ACCEPT3, CALLOUT_HANGUP3},
    {"ex", CALLOUT_ACCEPT_EX, CALLOUT_HANGUP_EX},
};
enum { GENERATION_COUNT = sizeof generations / sizeof *generations };

struct new_options {
    size_t generation;
    bool addresses;
};

static bool set_generation(void *self, const char *argument, struct error *error)
{
    return choose_word("--generation", argument, generations, GENERATION_COUNT, sizeof *generations,
                       &((struct new_options *)self)->generation, error);
}

static bool set_addresses(void *self, const char *argument, struct error *error)
{
    (void)argument, (void)error;
    ((struct new_options *)self)->addresses = true;
    return true;
}

static const struct option_row new_rows[] = {
    {"generation", 0, "GENERATION", "the connection callouts: plain (default), 2, 3 or ex", set_generation},
    {"addresses", 0, NULL, "with the callouts that give and take back IPv4 addresses", set_addresses},
};
static const struct option_group new_options = {new_rows, sizeof new_rows / sizeof *new_rows};

/* The callouts of such a project, in order */
static callout_set callouts_of(const struct new_options *options)
{
    callout_set set = CALLOUT_BIT(CALLOUT_INITIALIZE) | CALLOUT_BIT(CALLOUT_TERMINATE) |
                      CALLOUT_BIT(CALLOUT_ACCEPT_LINK) | CALLOUT_BIT(CALLOUT_LINK_HANGUP) |
                      CALLOUT_BIT(generations[options->generation].accept) |
                      CALLOUT_BIT(generations[options->generation].hangup);
    if (options->addresses)
        set |= CALLOUT_BIT(CALLOUT_GET4) | CALLOUT_BIT(CALLOUT_RELEASE4);
    return set;
}

/* --- the source, made from the callout table --- */

static const char *const types[ARGUMENT_COUNT] = {
    [ARGUMENT_USER_NAME] = "WCHAR",
    [ARGUMENT_PORT_NAME] = "WCHAR",
    [ARGUMENT_IPV4] = "DWORD",
    [ARGUMENT_NOTIFY] = "BOOL",
    [ARGUMENT_CONNECTION_0] = "RAS_CONNECTION_0",
    [ARGUMENT_CONNECTION_1] = "RAS_CONNECTION_1",
    [ARGUMENT_CONNECTION_2] = "RAS_CONNECTION_2",
    [ARGUMENT_CONNECTION_3] = "RAS_CONNECTION_3",
    [ARGUMENT_CONNECTION_EX] = "RAS_CONNECTION_EX",
    [ARGUMENT_PORT_0] = "RAS_PORT_0",
    [ARGUMENT_PORT_1] = "RAS_PORT_1",
};

static const struct {
    enum callout_id id;
    const char *comment; /* what it is for */
    const char *body;    /* NULL: returns its success */
} parts[] = {
    {CALLOUT_INITIALIZE, "The service starts, and does not unless this returns NO_ERROR.", NULL},
    {CALLOUT_TERMINATE, "The service stops.", NULL},
    {CALLOUT_GET4, "A user is to be given an IPv4 address; RAS proposes one, in network byte order.",
     "    *bNotifyRelease = TRUE; /* MprAdminReleaseIpAddress is to be called */\n    return NO_ERROR;\n"},
    {CALLOUT_RELEASE4, "The address is free again.", NULL},
    {CALLOUT_ACCEPT, "A user was authenticated: may the connection live?", ""},
    {CALLOUT_HANGUP, "The connection has ended, or was refused.", NULL},
    {CALLOUT_ACCEPT_LINK, "A connection has one link or more; each is asked for.", NULL},
    {CALLOUT_LINK_HANGUP, "A link has ended.", NULL},
};

/* All connection pairs say the same as the plain one. */
static size_t part_of(enum callout_id id)
{
    for (size_t g = 0; g < GENERATION_COUNT; g++)
        id = id == generations[g].accept ? CALLOUT_ACCEPT : id == generations[g].hangup ? CALLOUT_HANGUP : id;
    size_t i = 0;
    while (parts[i].id != id)
        i++;
    return i;
}

static void add_signature(struct text *text, const struct callout *callout)
{
    static const char *const results[] = {"VOID", "BOOL", "DWORD", "DWORD"};
    text_addf(text, "%s APIENTRY %s(", results[callout->result], callout->name);
    for (unsigned i = 0; i < callout->parameter_count; i++)
        text_addf(text, "%s%s *%s", i ? ", " : "", types[callout->parameters[i].argument], callout->parameters[i].name);
    text_add(text, callout->parameter_count ? ")\n{\n" : "VOID)\n{\n");
}

static void add_function(struct text *text, const struct callout *callout)
{
    size_t part = part_of(callout_id(callout));
    text_addf(text, "\n/* %s */\n", parts[part].comment);
    add_signature(text, callout);
    bool accept = parts[part].id == CALLOUT_ACCEPT;
    for (unsigned i = accept || parts[part].id == CALLOUT_GET4 ? 1 : 0; i < callout->parameter_count; i++)
        if (callout->parameters[i].argument != ARGUMENT_NOTIFY)
            text_addf(text, "    (void)%s;\n", callout->parameters[i].name);
    if (parts[part].id == CALLOUT_GET4)
        text_addf(text, "    (void)%s;\n", callout->parameters[0].name);
    if (accept)
        text_addf(text, "    return wcscmp(%s->wszUserName, L\"mallory\") != 0;\n", callout->parameters[0].name);
    else if (parts[part].body)
        text_add(text, parts[part].body);
    else if (callout->result != RESULT_VOID)
        text_addf(text, "    return %s;\n", callout->result == RESULT_BOOL ? "TRUE" : "NO_ERROR");
    text_add(text, "}\n");
}

static void add_source(struct text *text, const char *name, callout_set set)
{
    text_addf(text,
              "/*\n * %s: a RAS administration DLL. RRAS calls these functions; none may call an administration\n"
              " * function itself, keep an argument beyond its call, or take long: other users wait.\n */\n"
              "#include <windows.h>\n\n#include <mprapi.h>\n",
              name);
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (set & CALLOUT_BIT(id))
            add_function(text, &callouts[id]);
}

static void add_def(struct text *text, const char *name, callout_set set)
{
    text_addf(text, "LIBRARY %s\nEXPORTS\n", name);
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (set & CALLOUT_BIT(id))
            text_addf(text, "    %s\n", callouts[id].name);
}

/* --- the files --- */

static const struct {
    const char *name, *text;
} templates[] = {
#include "project_files.h"
};

/* Where each goes; % is the project's name */
static const struct {
    const char *template, *place;
} places[] = {
    {"Makefile", "Makefile"},
    {"CMakeLists.txt", "CMakeLists.txt"},
    {"README.md", "README.md"},
    {"tests.yaml", "tests/who-gets-in.yaml"},
    {"github.yml", ".github/workflows/callout.yml"},
    {"gitlab.yml", ".gitlab-ci.yml"},
    {"install.reg", "install.reg"},
    {"remove.reg", "remove.reg"},
    {"gitignore", ".gitignore"},
};

/* A template with the name in the place of @NAME@ */
static void add_template(struct text *text, const char *template, const char *name)
{
    static const char mark[] = "@NAME@";
    for (size_t i = 0; i < sizeof templates / sizeof *templates; i++) {
        const char *at = templates[i].text, *next;
        if (strcmp(templates[i].name, template) != 0)
            continue;
        for (; (next = strstr(at, mark)); at = next + sizeof mark - 1) {
            text_add_bytes(text, at, (size_t)(next - at));
            text_add(text, name);
        }
        text_add(text, at);
    }
}

static bool make_folders(char *path, struct error *error)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
        if (!made)
            error_set(error, FAILURE_USAGE, "%s: cannot be made: %s", path, strerror(errno));
        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

static bool write_file(const char *folder, const char *place, struct text *text, struct error *error)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, place);
    if (text->failed)
        return error_out_of_memory(error);
    if (!make_folders(path, error))
        return false;
    FILE *file = fopen(path, "wxe");
    bool fine = file && fwrite(text_string(text), 1, text->length, file) == text->length;
    if (file && fclose(file) != 0)
        fine = false;
    text_reset(text);
    return fine || error_set(error, FAILURE_USAGE, "%s: cannot be written: %s", path, strerror(errno));
}

static bool write_project(const char *folder, const char *name, const struct new_options *options, struct error *error)
{
    struct text text = {0};
    char place[256];
    callout_set set = callouts_of(options);
    add_source(&text, name, set);
    snprintf(place, sizeof place, "%s.c", name);
    bool fine = write_file(folder, place, &text, error);
    add_def(&text, name, set);
    snprintf(place, sizeof place, "%s.def", name);
    fine = fine && write_file(folder, place, &text, error);
    for (size_t i = 0; fine && i < sizeof places / sizeof *places; i++) {
        add_template(&text, places[i].template, name);
        fine = write_file(folder, places[i].place, &text, error);
    }
    text_free(&text);
    return fine;
}

/* What begins a statement of a .def file */
static bool is_keyword(const char *name)
{
    static const char *const words[] = {"LIBRARY",     "NAME",    "EXPORTS", "IMPORTS",  "SECTIONS",
                                        "DESCRIPTION", "VERSION", "STUB",    "HEAPSIZE", "STACKSIZE",
                                        "BASE",        "DATA",    "PRIVATE", "NONAME",   "CONSTANT"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(words[i], name) == 0)
            return true;
    return false;
}

/* The folder's last part is the DLL's name, in a source, in file names and in a registry path. */
static bool check_name(const char *folder, const char *name, struct error *error)
{
    enum { LONGEST = 64 };
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    if (!*name || strspn(name, letters) != strlen(name) || *name == '-' || isdigit((unsigned char)*name) ||
        strlen(name) > LONGEST)
        return error_set(
            error, FAILURE_USAGE,
            "new: %s, expected a name of at most %d letters, digits, - and _ that begins with a letter or _", folder,
            LONGEST);
    if (rras_device_of(name) != RRAS_NO_DEVICE || is_keyword(name))
        return error_set(error, FAILURE_USAGE, "new: %s, expected a name that means nothing else %s", folder,
                         is_keyword(name) ? "in a .def file" : "to Windows");
    if (mkdir(folder, 0777) != 0)
        return error_set(error, FAILURE_USAGE, "%s: cannot be made: %s", folder, strerror(errno));
    return true;
}

static enum failure new_verb(int argc, char **argv, struct error *error)
{
    struct new_options options = {0};
    bool helped;
    int count = verb_parse(&verb_new, argc, argv, &options, &helped, error);
    if (count < 0 || helped)
        return error->class;
    if (count != 1) {
        error_set(error, FAILURE_USAGE, "new: %d names, expected one", count);
        return error->class;
    }
    const char *slash = strrchr(argv[0], '/'), *name = slash ? slash + 1 : argv[0];
    if (check_name(argv[0], name, error) && write_project(argv[0], name, &options, error))
        printf("%s: a callout project; make -C %s check builds and tries it.\n", argv[0], argv[0]);
    enum failure printed = verb_printed(error);
    return error->class ? error->class : printed;
}

const struct verb verb_new = {
    .name = "new",
    .synopsis = "[--generation GENERATION] [--addresses] NAME",
    .text =
        "Writes a callout project into a new folder: source, .def file, builds for this system, mingw-w64 and\n"
        "Visual Studio, a scenario that tests it, files for GitHub and GitLab, .reg files to install and remove it.",
    .groups = {&new_options},
    .run = new_verb,
};
