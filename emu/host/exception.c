/* SPDX-License-Identifier: MIT */
#include "host/exception.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A std::type_info, and what __si_class_type_info has behind it: the one base class */
struct type {
    const struct type_functions *functions;
    const char *name;
    const struct type *base;
};

/* In front of the functions of a class stands its own type. */
struct type_functions {
    const void *none;
};

static const char *kind_of(const struct type *type)
{
    return (*(const struct type *const *)((const char *)type->functions - sizeof(void *)))->name;
}

/* std::runtime_error for St13runtime_error, app::Refused for N3app7RefusedE; other names stay mangled. */
static void add_name(char *words, size_t size, const char *mangled)
{
    const char *at = mangled + (*mangled == '*'); /* a name that is local to its module */
    size_t used = strlen(words), begin = used;
    if (*at == 'N')
        at++;
    if (strncmp(at, "St", 2) == 0 && isdigit((unsigned char)at[2])) {
        used += (size_t)snprintf(words + used, size - used, "std");
        at += 2;
    }
    while (isdigit((unsigned char)*at) && used < size) {
        char *name;
        unsigned long length = strtoul(at, &name, 10);
        if (strlen(name) < length)
            break;
        used += (size_t)snprintf(words + used, size - used, "%s%.*s", used > begin ? "::" : "", (int)length, name);
        at = name + length;
    }
    if (used == begin || (*at && *at != 'E'))
        snprintf(words + begin, size - begin, "%s", mangled);
}

/* Whether it is a std::exception, by its only base classes */
static int is_exception(const struct type *type)
{
    enum { DEPTH_MOST = 32 };
    for (int i = 0; i < DEPTH_MOST; i++) {
        if (strcmp(type->name, "St9exception") == 0)
            return 1;
        if (strcmp(kind_of(type), "N10__cxxabiv120__si_class_type_infoE") != 0)
            return 0;
        type = type->base;
    }
    return 0;
}

/* std::exception's third virtual function, behind two destructors */
static const char *what_of(void *object)
{
    typedef const char *(*what_function)(const void *);
    what_function what;
    memcpy(&what, *(const char *const *)object + 2 * sizeof(void *), sizeof what);
    return what(object);
}

void exception_describe(const void *type_info, void *object, char *words, size_t size)
{
    const struct type *type = type_info;
    snprintf(words, size, "exception ");
    add_name(words, size, type->name);
    if (!is_exception(type))
        return;
    size_t used = strlen(words);
    snprintf(words + used, size - used, ": %s", what_of(object));
    for (char *at = words + used; *at; at++)
        if ((unsigned char)*at < ' ')
            *at = ' ';
}

/* The type stands 80 bytes in front of the unwinder's header, and behind that the object. */
void exception_describe_header(const void *header, char *words, size_t size)
{
#ifdef _WIN64
    enum { TYPE = 80, HEADER = 64 }; /* structured exceptions keep their own things in the header */
#else
    enum { TYPE = 80, HEADER = 32 };
#endif
    const void *type = *(const void *const *)((const char *)header - TYPE);
    exception_describe(type, (char *)header + HEADER, words, size);
}

void exception_describe_microsoft(const uintptr_t parameters[4], char *words, size_t size)
{
    /* ThrowInfo, its list of catchable types, the first of them, its type descriptor; all relative to the image */
    const char *base = (const char *)parameters[3];
    const uint32_t *info = (const uint32_t *)parameters[2];
    const uint32_t *types = (const uint32_t *)(base + info[3]);
    const uint32_t *first = (const uint32_t *)(base + types[1]);
    const char *name = base + first[1] + 2 * sizeof(void *); /* as .?AVRefused@app@@ */
    snprintf(words, size, "exception ");
    if (strncmp(name, ".?A", 3) != 0) {
        snprintf(words + strlen(words), size - strlen(words), "%s", name);
        return;
    }
    const char *at = name + 4, *parts[8];
    size_t lengths[8], count = 0;
    for (; *at && *at != '@' && count < 8; at += lengths[count++] + 1) {
        parts[count] = at;
        lengths[count] = strcspn(at, "@");
        if (!at[lengths[count]])
            break;
    }
    for (size_t i = count; i-- > 0;) {
        size_t used = strlen(words);
        snprintf(words + used, size - used, "%.*s%s", (int)lengths[i], parts[i], i ? "::" : "");
    }
}
