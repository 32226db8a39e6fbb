/* SPDX-License-Identifier: MIT */
#include "callout/check.h"

#include <stdio.h>
#include <string.h>

static const struct member *place_of(const struct callout *callout, unsigned parameter)
{
    return &argument_places[callout->parameters[parameter].argument];
}

static bool is_terminated(const char *text, size_t size)
{
    for (size_t at = 0; at + sizeof(uint16_t) <= size; at += sizeof(uint16_t))
        if (!text[at] && !text[at + 1])
            return true;
    return false;
}

/* `name` is the parameter's, or a member's as pRasConnection0.wszUserName */
static void check_texts(const char *bytes, const struct member *place, const char *name,
                        check_report *report, void *self)
{
    if (place->kind == MEMBER_WSTRING && !is_terminated(bytes, place->size))
        report(self, FINDING_UNTERMINATED, name);
    const struct layout *layout = place->kind == MEMBER_STRUCT ? place->layout : NULL;
    for (size_t i = 0; layout && i < layout->count; i++) {
        const struct member *member = &layout->members[i];
        char path[128];
        if (member->only_if && member->only_if != (uint8_t)*bytes)
            continue; /* the member of a union that does not count */
        snprintf(path, sizeof path, "%s.%s", name, member->name);
        check_texts(bytes + member->offset, member, path, report, self);
    }
}

void check_inputs(const struct arguments *before, const struct arguments *after,
                  const struct callout *callout, check_report *report, void *self)
{
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct parameter *parameter = &callout->parameters[i];
        const struct member *place = place_of(callout, i);
        const char *now = (const char *)after + place->offset;
        if (parameter->direction != DIRECTION_IN ||
            memcmp((const char *)before + place->offset, now, place->size) == 0)
            continue;
        report(self, FINDING_IN_MODIFIED, parameter->name);
        check_texts(now, place, parameter->name, report, self);
    }
}
