/* SPDX-License-Identifier: MIT */
#include "scenario/admindll.h"

#include "callout/chain.h"
#include "scenario/near_miss.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_LONGEST = 259 }; /* MAX_PATH without the NUL */

_Static_assert(CHAIN_DLLS_MOST == 64, "a message names the number");

/* Where paths are looked for */
struct source {
    const char *reg_path;
    const struct admindll_mapping *mappings;
    size_t mapping_count;
    const struct policy_choices *policies;
    struct text *warnings;
};

/* --- one path --- */

static bool is_separator(char letter)
{
    return letter == '\\' || letter == '/';
}

/* A stretch of a Windows path */
struct stretch {
    const char *at;
    size_t length;
};

bool admindll_mapping_parse(const char *option, struct admindll_mapping *mapping, struct error *error)
{
    size_t length = strcspn(option, "=");
    if (length == 0 || !option[length] || !option[length + 1])
        return error_set(error, FAILURE_USAGE,
                         "--map: %s, expected a Windows path and a folder such as "
                         "'C:\\callouts\\=./build/'",
                         option);
    mapping->folder = option + length + 1;
    mapping->prefix = text_duplicate(option);
    if (!mapping->prefix)
        return error_out_of_memory(error);
    mapping->prefix[length] = '\0';
    return true;
}

/* Whether the mapping is for the path: all its names, none by half */
static bool applies(const struct admindll_mapping *mapping, struct stretch path)
{
    size_t length = strlen(mapping->prefix);
    if (length > path.length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!registry_same_name(mapping->prefix + i, path.at + i, 1) &&
            !(is_separator(mapping->prefix[i]) && is_separator(path.at[i])))
            return false;
    return length == path.length || is_separator(path.at[length]) || is_separator(path.at[length - 1]);
}

static const struct admindll_mapping *longest(const struct source *source, struct stretch path)
{
    const struct admindll_mapping *best = NULL;
    for (size_t i = 0; i < source->mapping_count; i++) {
        const struct admindll_mapping *mapping = &source->mappings[i];
        if (applies(mapping, path) && (!best || strlen(mapping->prefix) >= strlen(best->prefix)))
            best = mapping;
    }
    return best;
}

static void add_slashed(struct text *file, struct stretch part)
{
    for (size_t i = 0; i < part.length; i++)
        text_add_bytes(file, part.at[i] == '\\' ? "/" : part.at + i, 1);
}

static void add_mapped(struct text *file, const struct admindll_mapping *mapping, struct stretch path)
{
    size_t length = strlen(mapping->prefix), folder = strlen(mapping->folder);
    struct stretch rest = {path.at + length, path.length - length};
    bool slash = mapping->folder[folder - 1] == '/';
    for (; rest.length > 0 && is_separator(*rest.at); rest.length--)
        rest.at++;
    text_add_bytes(file, mapping->folder, folder);
    if (!slash && rest.length > 0)
        text_add(file, "/");
    add_slashed(file, rest);
}

/* The path's file name in the folder of the .reg file */
static void add_beside(struct text *file, const char *reg_path, struct stretch path)
{
    const char *slash = strrchr(reg_path, '/');
    size_t begin = path.length;
    while (begin > 0 && !is_separator(path.at[begin - 1]) && path.at[begin - 1] != ':')
        begin--;
    text_add_bytes(file, reg_path, slash ? (size_t)(slash - reg_path) + 1 : 0);
    text_add_bytes(file, path.at + begin, path.length - begin);
    if (file->length == 0)
        text_add(file, "."); /* a path that names a folder */
}

/* The name in a folder that is this one to Windows; empty when there is none */
static void find_name(const char *folder, const char *name, size_t length, struct text *found)
{
    DIR *all = opendir(folder);
    for (struct dirent *each; all && (each = readdir(all));)
        if (!found->length && strlen(each->d_name) == length && registry_same_name(each->d_name, name, length))
            text_add(found, each->d_name);
    if (all)
        closedir(all);
}

/* Each part of the path that is not there is taken in another case, if there is one. */
static void ignore_case(struct text *file)
{
    struct text real = {0};
    const char *at = text_string(file);
    while (*at && !file->failed) {
        size_t slashes = strspn(at, "/"), length;
        text_add_bytes(&real, at, slashes);
        at += slashes;
        length = strcspn(at, "/");
        struct text name = {0}, try = {0};
        text_add(&try, text_string(&real));
        text_add_bytes(&try, at, length);
        if (length && access(text_string(&try), F_OK) != 0)
            find_name(real.length ? text_string(&real) : ".", at, length, &name);
        text_add_bytes(&real, name.length ? text_string(&name) : at, length);
        real.failed |= name.failed | try.failed;
        text_free(&name);
        text_free(&try);
        at += length;
    }
    real.failed |= file->failed;
    text_free(file);
    *file = real;
}

/* X.dll becomes X.so where only that can be there */
static void prefer_present(struct text *file)
{
    ignore_case(file);
    size_t stem = file->length > strlen(".dll") ? file->length - strlen(".dll") : 0;
    if (file->failed || stem == 0 || !registry_same_name(file->data + stem, ".dll", 4) || access(file->data, F_OK) == 0)
        return;
    file->length = stem;
    text_add(file, ".so");
    ignore_case(file);
}

/* --- the list --- */

/* Takes both texts. */
static bool add_file(struct admindll *admindll, struct text *file, struct text *path, struct error *error)
{
    size_t size = (admindll->count + 1) * sizeof(char *);
    char **files = realloc(admindll->files, size);
    admindll->files = files ? files : admindll->files;
    char **paths = files ? realloc(admindll->paths, size) : NULL;
    admindll->paths = paths ? paths : admindll->paths;
    if (!paths || file->failed || path->failed) {
        text_free(file);
        text_free(path);
        return error_out_of_memory(error);
    }
    admindll->files[admindll->count] = file->data;
    admindll->paths[admindll->count++] = path->data;
    return true;
}

static struct stretch trim(struct stretch item)
{
    for (; item.length > 0 && (*item.at == ' ' || *item.at == '\t'); item.length--)
        item.at++;
    while (item.length > 0 && (item.at[item.length - 1] == ' ' || item.at[item.length - 1] == '\t'))
        item.length--;
    return item;
}

/* What no path of Windows holds; NULL when the item may be one */
static const char *unfit(struct stretch item)
{
    size_t characters = 0;
    for (size_t i = 0; i < item.length; i++) {
        if ((unsigned char)item.at[i] < ' ' || item.at[i] == 0x7f)
            return "holds a control character, expected paths";
        characters += ((unsigned char)item.at[i] & 0xc0) != 0x80;
    }
    return characters > PATH_LONGEST ? "holds a path longer than the 259 characters of Windows" : NULL;
}

/* What a server has; others are left as they stand */
static const struct {
    const char *name, *value;
} variables[] = {
    {"SystemRoot", "C:\\Windows"},         {"windir", "C:\\Windows"},          {"SystemDrive", "C:"},
    {"ProgramFiles", "C:\\Program Files"}, {"ProgramData", "C:\\ProgramData"}, {"ALLUSERSPROFILE", "C:\\ProgramData"}};

static void add_expanded(struct text *path, struct stretch item)
{
    for (size_t i = 0; i < item.length; i++) {
        const char *value = NULL, *name = item.at + i + 1;
        const char *end = item.at[i] == '%' ? memchr(name, '%', item.length - i - 1) : NULL;
        for (size_t j = 0; end && j < sizeof variables / sizeof *variables; j++)
            if (strlen(variables[j].name) == (size_t)(end - name) &&
                registry_same_name(variables[j].name, name, (size_t)(end - name)))
                value = variables[j].value;
        if (value) {
            text_add(path, value);
            i = (size_t)(end - item.at);
        } else {
            text_add_bytes(path, item.at + i, 1);
        }
    }
}

/* Q28: an item of the list as it is read */
static void add_read(struct text *path, struct stretch item, const struct policy_choices *policies)
{
    bool quoted = item.length > 1 && item.at[0] == '"' && item.at[item.length - 1] == '"';
    if (quoted && policies->value[POLICY_PATH_QUOTES] == PATH_QUOTES_STRIPPED)
        item = (struct stretch){item.at + 1, item.length - 2};
    if (policies->value[POLICY_PATH_VARIABLES] == PATH_VARIABLES_EXPANDED)
        add_expanded(path, item);
    else
        text_add_bytes(path, item.at, item.length);
}

static bool add_item(struct admindll *admindll, struct stretch item, const struct source *source, struct place place,
                     struct error *error)
{
    struct text file = {0}, path = {0};
    add_read(&path, item, source->policies);
    const char *read = text_string(&path);
    struct stretch whole = {read, strlen(read)};
    const struct admindll_mapping *mapping = longest(source, whole);
    if (mapping)
        add_mapped(&file, mapping, whole);
    else
        add_beside(&file, source->reg_path, whole);
    prefer_present(&file);
    bool there = access(text_string(&file), F_OK) == 0;
    if (near_miss_path(read) && !there)
        text_addf(source->warnings, "%s:%d:%d: DLLPath, %s: %s\n", source->reg_path, place.line, place.column, read,
                  near_miss_path(read));
    return add_file(admindll, &file, &path, error);
}

/* D.list, Q28 */
static bool split(struct admindll *admindll, const char *list, const struct source *source, struct place place,
                  struct error *error)
{
    for (size_t length; *list; list += length + (list[length] == ';')) {
        length = strcspn(list, ";");
        struct stretch item = trim((struct stretch){list, length});
        if (item.length == 0)
            continue;
        const char *wrong = admindll->count == CHAIN_DLLS_MOST ? "lists more than 64 DLLs" : unfit(item);
        if (wrong)
            return error_set(error, FAILURE_USAGE, "%s:%d:%d: DLLPath %s", source->reg_path, place.line, place.column,
                             wrong);
        if (!add_item(admindll, item, source, place, error))
            return false;
    }
    return true;
}

/* The string of a value, taken as it stands; NULL when there is none */
static const char *string_of(const struct registry *registry, const char *name, const char *reg_path,
                             struct registry_value *value, struct text *warnings)
{
    if (!registry_find(registry, ADMINDLL_KEY, name, value))
        return NULL;
    if (value->string && value->type == REGISTRY_EXPAND_SZ)
        text_addf(warnings,
                  "%s:%d:%d: %s is REG_EXPAND_SZ, expected REG_SZ; taken without "
                  "expansion (Q28)\n",
                  reg_path, value->place.line, value->place.column, name);
    return value->string;
}

bool admindll_find(struct admindll *admindll, const struct registry *registry, const char *reg_path,
                   const struct admindll_mapping *mappings, size_t mapping_count, const struct policy_choices *policies,
                   struct text *warnings, struct error *error)
{
    struct registry_value value = {0};
    *admindll = (struct admindll){0};
    const char *list = string_of(registry, "DLLPath", reg_path, &value, warnings);
    if (!list && value.bytes)
        return error_set(error, FAILURE_USAGE,
                         value.type == REGISTRY_MULTI_SZ
                             ? "%s:%d:%d: DLLPath is a list of strings (REG_MULTI_SZ), expected one string "
                               "(REG_SZ) with semicolons between the paths"
                             : "%s:%d:%d: DLLPath is no text, expected a string (REG_SZ)",
                         reg_path, value.place.line, value.place.column);
    const struct source source = {reg_path, mappings, mapping_count, policies, warnings};
    near_miss_keys(warnings, registry, reg_path);
    bool fine = !list || split(admindll, list, &source, value.place, error);
    value = (struct registry_value){0};
    const char *name = fine ? string_of(registry, "DisplayName", reg_path, &value, warnings) : NULL;
    if (!name && value.bytes)
        text_addf(warnings, "%s:%d:%d: DisplayName is no text, expected a string (REG_SZ)\n", reg_path,
                  value.place.line, value.place.column);
    if (name && !(admindll->display_name = text_duplicate(name)))
        fine = error_out_of_memory(error);
    if (!fine)
        admindll_free(admindll);
    return fine;
}

void admindll_free(struct admindll *admindll)
{
    for (size_t i = 0; i < admindll->count; i++)
        free(admindll->files[i]), free(admindll->paths[i]);
    free(admindll->files);
    free(admindll->paths);
    free(admindll->display_name);
    *admindll = (struct admindll){0};
}
