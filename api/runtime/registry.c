/* SPDX-License-Identifier: MIT */
#include "runtime/registry.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char signature[] = "Windows Registry Editor Version 5.00";

/* --- names: the letters A to Z count as a to z --- */

static int lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : (unsigned char)byte;
}

static int compare_names(const char *left, const char *right)
{
    while (*left && lower(*left) == lower(*right))
        left++, right++;
    return lower(*left) - lower(*right);
}

bool rras_registry_is_below(const char *path, const char *key)
{
    while (*key && lower(*path) == lower(*key))
        path++, key++;
    return *key == '\0' && (*path == '\0' || *path == '\\');
}

/* --- keys and values --- */

static char *copy(struct rras_registry *registry, const char *text, size_t length)
{
    char *made = malloc(length + 1);
    if (made) {
        memcpy(made, text, length);
        made[length] = '\0';
    }
    registry->failed |= !made;
    return made;
}

struct rras_key *rras_registry_find(struct rras_registry *registry, const char *path)
{
    for (size_t i = 0; i < registry->count; i++)
        if (compare_names(registry->keys[i].path, path) == 0)
            return &registry->keys[i];
    return NULL;
}

static struct rras_key *add_key(struct rras_registry *registry, const char *path, size_t length)
{
    char *name = copy(registry, path, length);
    struct rras_key *larger = name ? realloc(registry->keys, (registry->count + 1) * sizeof *larger) : NULL;
    if (!larger) {
        registry->failed = true;
        free(name);
        return NULL;
    }
    registry->keys = larger;
    larger[registry->count] = (struct rras_key){.path = name};
    return &larger[registry->count++];
}

struct rras_key *rras_registry_make(struct rras_registry *registry, const char *path, bool *made)
{
    struct rras_key *key = rras_registry_find(registry, path);
    *made = !key;
    for (const char *end = strchr(path, '\\'); !key && end; end = strchr(end + 1, '\\')) {
        char *above = copy(registry, path, (size_t)(end - path));
        if (above && !rras_registry_find(registry, above))
            add_key(registry, path, (size_t)(end - path));
        free(above);
    }
    return key ? key : add_key(registry, path, strlen(path));
}

static void free_key(struct rras_key *key)
{
    for (size_t i = 0; i < key->count; i++) {
        free(key->values[i].name);
        free(key->values[i].data);
    }
    free(key->values);
    free(key->path);
}

void rras_registry_delete(struct rras_registry *registry, const char *path)
{
    size_t kept = 0;
    for (size_t i = 0; i < registry->count; i++) {
        if (rras_registry_is_below(registry->keys[i].path, path))
            free_key(&registry->keys[i]);
        else
            registry->keys[kept++] = registry->keys[i];
    }
    registry->count = kept;
}

void rras_registry_free(struct rras_registry *registry)
{
    for (size_t i = 0; i < registry->count; i++)
        free_key(&registry->keys[i]);
    free(registry->keys);
    *registry = (struct rras_registry){0};
}

struct rras_value *rras_key_find(struct rras_key *key, const char *name)
{
    for (size_t i = 0; i < key->count; i++)
        if (compare_names(key->values[i].name, name) == 0)
            return &key->values[i];
    return NULL;
}

void rras_key_set(struct rras_registry *registry, struct rras_key *key, const char *name, DWORD type, const void *data,
                  size_t size)
{
    struct rras_value *value = rras_key_find(key, name);
    BYTE *bytes = malloc(size + 1);
    if (!value && bytes) {
        struct rras_value *larger = realloc(key->values, (key->count + 1) * sizeof *larger);
        char *own = larger ? copy(registry, name, strlen(name)) : NULL;
        if (larger)
            key->values = larger;
        if (own) {
            value = &larger[key->count++];
            *value = (struct rras_value){.name = own};
        }
    }
    if (!value || !bytes) {
        registry->failed = true;
        free(bytes);
        return;
    }
    memcpy(bytes, data, size);
    free(value->data);
    value->type = type;
    value->data = bytes;
    value->size = (DWORD)size;
}

bool rras_key_delete(struct rras_key *key, const char *name)
{
    struct rras_value *value = rras_key_find(key, name);
    if (!value)
        return false;
    free(value->name);
    free(value->data);
    memmove(value, value + 1, (size_t)(key->values + key->count - (value + 1)) * sizeof *value);
    key->count--;
    return true;
}

/* --- text --- */

/* `"name"` with backslashes in front of quotes and backslashes, or `@`, and then `=`; NULL: it is something else */
static char *read_name(struct rras_registry *registry, const char **at)
{
    const char *end = *at;
    if (**at == '@') {
        *at += 2;
        return (*at)[-1] == '=' ? copy(registry, "", 0) : NULL;
    }
    if (**at != '"')
        return NULL;
    for (end++; *end && !strchr("\"\r\n", *end); end++)
        end += *end == '\\' && (end[1] == '\\' || end[1] == '"');
    char *name = *end == '"' ? copy(registry, *at + 1, (size_t)(end - *at - 1)) : NULL;
    if (!name || end[1] != '=') {
        free(name);
        return NULL;
    }
    char *to = name;
    for (const char *from = name; *from; from++) {
        from += *from == '\\' && from[1];
        *to++ = *from;
    }
    *to = '\0';
    *at = end + 2;
    return name;
}

static int digit_of(char byte)
{
    const char *digits = "0123456789abcdef", *found = byte ? strchr(digits, lower(byte)) : NULL;
    return found ? (int)(found - digits) : -1;
}

static void read_value(struct rras_registry *registry, struct rras_key *key, const char *at, const char *end)
{
    char *name = read_name(registry, &at);
    BYTE *bytes = name ? malloc((size_t)(end - at) / 2 + 1) : NULL;
    size_t count = 0;
    if (name && at < end && *at == '-') {
        rras_key_delete(key, name);
    } else if (bytes && strncmp(at, "hex(", 4) == 0) {
        char *behind;
        DWORD type = (DWORD)strtoul(at + 4, &behind, 16);
        bool whole = behind[0] == ')' && behind[1] == ':';
        for (at = behind + 2; whole && at + 1 < end && digit_of(at[0]) >= 0 && digit_of(at[1]) >= 0; at += 3)
            bytes[count++] = (BYTE)(digit_of(at[0]) << 4 | digit_of(at[1]));
        if (whole)
            rras_key_set(registry, key, name, type, bytes, count);
    }
    free(bytes);
    free(name);
}

void rras_registry_read(struct rras_registry *registry, const char *text)
{
    char *path = NULL;
    while (*text && !registry->failed) {
        const char *end = text + strcspn(text, "\r\n"), *close = end - 1;
        bool made;
        if (*text == '[' && close > text && *close == ']') {
            bool delete = text[1] == '-';
            free(path);
            path = copy(registry, text + 1 + delete, (size_t)(close - text - 1 - delete));
            if (path && delete)
                rras_registry_delete(registry, path);
            else if (path)
                rras_registry_make(registry, path, &made);
        } else if (path && (*text == '"' || *text == '@')) {
            struct rras_key *key = rras_registry_find(registry, path);
            if (key)
                read_value(registry, key, text, end);
        }
        text = end + strspn(end, "\r\n");
    }
    free(path);
}

/* Text that grows */
struct writer {
    char *text;
    size_t length, room;
    bool failed;
};

static void put(struct writer *writer, const char *text, size_t length)
{
    if (writer->length + length + 1 > writer->room) {
        size_t room = 2 * writer->room + length + 1;
        char *larger = writer->failed ? NULL : realloc(writer->text, room);
        writer->failed |= !larger;
        if (!larger)
            return;
        writer->text = larger;
        writer->room = room;
    }
    memcpy(writer->text + writer->length, text, length);
    writer->length += length;
    writer->text[writer->length] = '\0';
}

static void put_text(struct writer *writer, const char *text)
{
    put(writer, text, strlen(text));
}

static void put_value(struct writer *writer, const struct rras_value *value)
{
    char piece[24];
    put_text(writer, *value->name ? "\"" : "@");
    for (const char *at = value->name; *at; at++) {
        if (*at == '"' || *at == '\\')
            put(writer, "\\", 1);
        put(writer, at, 1);
    }
    snprintf(piece, sizeof piece, "%s=hex(%x):", *value->name ? "\"" : "", (unsigned)value->type);
    put_text(writer, piece);
    for (DWORD i = 0; i < value->size; i++) {
        snprintf(piece, sizeof piece, "%s%02x", i ? "," : "", value->data[i]);
        put_text(writer, piece);
    }
    put_text(writer, "\r\n");
}

static int order(const void *left, const void *right)
{
    return compare_names(((const struct rras_key *)left)->path, ((const struct rras_key *)right)->path);
}

void rras_registry_sort(struct rras_registry *registry)
{
    if (registry->count > 0)
        qsort(registry->keys, registry->count, sizeof *registry->keys, order);
}

char *rras_registry_write(struct rras_registry *registry)
{
    struct writer writer = {.failed = registry->failed};
    rras_registry_sort(registry);
    put_text(&writer, signature);
    put_text(&writer, "\r\n");
    for (size_t i = 0; i < registry->count; i++) {
        put_text(&writer, "\r\n[");
        put_text(&writer, registry->keys[i].path);
        put_text(&writer, "]\r\n");
        for (size_t v = 0; v < registry->keys[i].count; v++)
            put_value(&writer, &registry->keys[i].values[v]);
    }
    if (writer.failed) {
        free(writer.text);
        return NULL;
    }
    return writer.text;
}
