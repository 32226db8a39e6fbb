/* SPDX-License-Identifier: MIT */
#include "host/lookalike.h"

#include "callout/callout.h"

#include <ctype.h>
#include <string.h>

enum { NAME_MOST = 128, WORDS_MOST = 2000 };

/* The callout of this name with the case of letters as `exact` says, or NULL */
static const struct callout *find_callout(const char *name, size_t length, bool exact)
{
    for (int id = 0; id < CALLOUT_COUNT; id++) {
        const char *other = callouts[id].name;
        bool same = callouts[id].exported && strlen(other) == length;
        for (size_t i = 0; same && i < length; i++)
            same = exact ? name[i] == other[i] : tolower((unsigned char)name[i]) == tolower((unsigned char)other[i]);
        if (same)
            return &callouts[id];
    }
    return NULL;
}

/* The name inside a mangled one: _Z28MprAdminInitializeDll..., ?MprAdminInitializeDll@@... */
static bool unmangle(const char *exported, const char **name, size_t *length)
{
    if (strncmp(exported, "_Z", 2) == 0) {
        *name = exported + 2 + strspn(exported + 2, "L");
        for (*length = 0; isdigit((unsigned char)**name) && *length < NAME_MOST; ++*name)
            *length = *length * 10 + (size_t)(**name - '0');
        return *length > 0 && strlen(*name) >= *length;
    }
    *name = exported + 1;
    *length = strcspn(*name, "@");
    return exported[0] == '?' && (*name)[*length] == '@';
}

/* The name inside one that stdcall decorates: _MprAdminInitializeDll@0 */
static bool undecorate(const char *exported, const char **name, size_t *length)
{
    *name = exported + (exported[0] == '_');
    *length = strcspn(*name, "@");
    const char *bytes = *name + *length + 1;
    return (*name)[*length] == '@' && *bytes && strspn(bytes, "0123456789") == strlen(bytes);
}

/* One that is spelt nearly as a callout is */
static const struct callout *nearest(const char *exported)
{
    const char *names[CALLOUT_COUNT];
    size_t count = 0;
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (callouts[id].exported)
            names[count++] = callouts[id].name;
    const char *nearest = text_nearest(exported, names, count, sizeof *names);
    return nearest ? callout_find(nearest) : NULL;
}

void lookalike_add(struct text *words, const char *exported)
{
    const char *name, *why;
    size_t length;
    const struct callout *meant;
    if (strlen(exported) > NAME_MOST || words->length > WORDS_MOST || find_callout(exported, strlen(exported), true))
        return;
    if (unmangle(exported, &name, &length)) {
        meant = find_callout(name, length, true);
        why = "a C++ function, and extern \"C\" is missing in front of";
    } else if (undecorate(exported, &name, &length)) {
        meant = find_callout(name, length, true);
        why = "decorated as stdcall is; a .def file has to export";
    } else if ((meant = find_callout(exported, strlen(exported), false))) {
        why = "of other case than";
    } else {
        meant = nearest(exported);
        why = "misspelt; did you mean";
    }
    if (meant)
        text_addf(words, "%s%s, %s %s", words->length ? "; " : "", exported, why, meant->name);
}
