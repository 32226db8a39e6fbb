/* SPDX-License-Identifier: MIT */
#include "scenario/admindll.h"

#include "callout/chain.h"

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

bool admindll_mapping_parse(const char *option, struct admindll_mapping *mapping,
                            struct error *error)
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
    return length == path.length || is_separator(path.at[length]) ||
           is_separator(path.at[length - 1]);
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

static void add_mapped(struct text *file, const struct admindll_mapping *mapping,
                       struct stretch path)
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

/* X.dll becomes X.so where only that can be there */
static void prefer_present(struct text *file)
{
    size_t stem = file->length > strlen(".dll") ? file->length - strlen(".dll") : 0;
    if (file->failed || stem == 0 || !registry_same_name(file->data + stem, ".dll", 4) ||
        access(file->data, F_OK) == 0)
        return;
    file->length = stem;
    text_add(file, ".so");
}

/* --- the list --- */

static bool add_file(struct admindll *admindll, struct text *file, struct error *error)
{
    char **grown = realloc(admindll->files, (admindll->count + 1) * sizeof *grown);
    if (grown)
        admindll->files = grown;
    if (!grown || file->failed) {
        text_free(file);
        return error_out_of_memory(error);
    }
    admindll->files[admindll->count++] = file->data;
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
    return characters > PATH_LONGEST ? "holds a path longer than the 259 characters of Windows"
                                     : NULL;
}

/* D.list, Q28 */
static bool split(struct admindll *admindll, const char *list, const struct source *source,
                  struct place place, struct error *error)
{
    for (size_t length; *list; list += length + (list[length] == ';')) {
        length = strcspn(list, ";");
        struct stretch item = trim((struct stretch){list, length});
        if (item.length == 0)
            continue;
        const char *wrong =
            admindll->count == CHAIN_DLLS_MOST ? "lists more than 64 DLLs" : unfit(item);
        if (wrong)
            return error_set(error, FAILURE_USAGE, "%s:%d:%d: DLLPath %s", source->reg_path,
                             place.line, place.column, wrong);
        struct text file = {0};
        const struct admindll_mapping *mapping = longest(source, item);
        if (mapping)
            add_mapped(&file, mapping, item);
        else
            add_beside(&file, source->reg_path, item);
        prefer_present(&file);
        if (!add_file(admindll, &file, error))
            return false;
    }
    return true;
}

/* The string of a value, taken as it stands; NULL when there is none */
static const char *string_of(const struct registry *registry, const char *name,
                             const char *reg_path, struct registry_value *value,
                             struct text *warnings)
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
                   const struct admindll_mapping *mappings, size_t mapping_count,
                   struct text *warnings, struct error *error)
{
    struct registry_value value = {0};
    *admindll = (struct admindll){0};
    const char *list = string_of(registry, "DLLPath", reg_path, &value, warnings);
    if (!list && value.bytes)
        return error_set(error, FAILURE_USAGE,
                         "%s:%d:%d: DLLPath is no text, expected a string (REG_SZ)", reg_path,
                         value.place.line, value.place.column);
    const struct source source = {reg_path, mappings, mapping_count};
    bool fine = !list || split(admindll, list, &source, value.place, error);
    value = (struct registry_value){0};
    const char *name = fine ? string_of(registry, "DisplayName", reg_path, &value, warnings) : NULL;
    if (!name && value.bytes)
        text_addf(warnings, "%s:%d:%d: DisplayName is no text, expected a string (REG_SZ)\n",
                  reg_path, value.place.line, value.place.column);
    if (name && !(admindll->display_name = text_duplicate(name)))
        fine = error_out_of_memory(error);
    if (!fine)
        admindll_free(admindll);
    return fine;
}

void admindll_free(struct admindll *admindll)
{
    for (size_t i = 0; i < admindll->count; i++)
        free(admindll->files[i]);
    free(admindll->files);
    free(admindll->display_name);
    *admindll = (struct admindll){0};
}
