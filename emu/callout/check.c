/* SPDX-License-Identifier: MIT */
#include "callout/check.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { TEXTS_MOST = 32 }; /* in one parameter: the bits of input_faults.unterminated */

static const struct member *argument_place(const struct callout *callout, unsigned parameter)
{
    return &argument_places[callout->parameters[parameter].argument];
}

/* Walks the texts of a parameter in one order: what is found in one process is named in another. */
struct walk {
    unsigned number; /* of the text that comes next */
    void (*visit)(struct walk *walk, const struct member *text, const char *bytes, const char *name);
    uint32_t bits;
    const struct walk_telling *telling;
};

/* `bytes` is NULL where only names matter. A member of a union that does not count is no text, but has its number. */
static void walk_texts(struct walk *walk, const struct member *place, const char *bytes, const char *name)
{
    const struct layout *layout = place->kind == MEMBER_STRUCT ? place->layout : NULL;
    if (place->kind == MEMBER_WSTRING && walk->number < TEXTS_MOST) {
        walk->visit(walk, place, bytes, name);
        walk->number++;
    }
    for (size_t i = 0; layout && i < layout->count; i++) {
        const struct member *member = &layout->members[i];
        bool counts = bytes && (!member->only_if || member->only_if == (uint8_t)*bytes);
        char path[128];
        snprintf(path, sizeof path, "%s.%s", name, member->name);
        walk_texts(walk, member, counts ? bytes + member->offset : NULL, path);
    }
}

static bool is_terminated(const char *text, size_t size)
{
    for (size_t at = 0; at + sizeof(uint16_t) <= size; at += sizeof(uint16_t))
        if (!text[at] && !text[at + 1])
            return true;
    return false;
}

static void look_at_text(struct walk *walk, const struct member *text, const char *bytes, const char *name)
{
    (void)name;
    if (bytes && !is_terminated(bytes, text->size))
        walk->bits |= UINT32_C(1) << walk->number;
}

struct input_faults check_inputs(const struct callout *callout, const struct arguments *before,
                                 void *const now[CALLOUT_PARAMETERS_MOST])
{
    struct input_faults faults = {0};
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = argument_place(callout, i);
        if (callout->parameters[i].direction != DIRECTION_IN ||
            memcmp((const char *)before + place->offset, now[i], place->size) == 0)
            continue;
        struct walk walk = {.visit = look_at_text};
        walk_texts(&walk, place, now[i], "");
        faults.modified |= UINT32_C(1) << i;
        faults.unterminated[i] = walk.bits;
    }
    return faults;
}

/* --- in words --- */

struct walk_telling {
    check_report *report;
    void *self;
};

static void tell_text(struct walk *walk, const struct member *text, const char *bytes, const char *name)
{
    (void)text, (void)bytes;
    if (walk->bits >> walk->number & 1)
        walk->telling->report(walk->telling->self, FINDING_UNTERMINATED, name);
}

void check_tell(const struct input_faults *faults, const struct callout *callout, check_report *report, void *self)
{
    const struct walk_telling telling = {report, self};
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        struct walk walk = {.visit = tell_text, .bits = faults->unterminated[i], .telling = &telling};
        if (!(faults->modified >> i & 1))
            continue;
        report(self, FINDING_IN_MODIFIED, callout->parameters[i].name);
        walk_texts(&walk, argument_place(callout, i), NULL, callout->parameters[i].name);
    }
}
