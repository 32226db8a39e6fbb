/* SPDX-License-Identifier: MIT */
/**
 * @file layout_build.h
 * How the tables of layout.h are written.
 */
#ifndef RRASEMU_CALLOUT_LAYOUT_BUILD_H
#define RRASEMU_CALLOUT_LAYOUT_BUILD_H

#include "callout/layout.h"

#define PLACE(structure, field) offsetof(structure, field), sizeof(((structure *)0)->field)
/* clang-format off */
#define MEMBER(kind, structure, field) {#field, MEMBER_##kind, PLACE(structure, field), NULL, 0}
#define NESTED(structure, field, layout) \
    {#field, MEMBER_STRUCT, PLACE(structure, field), &layout, 0}
#define VARIANT(structure, field, layout, tag) \
    {#field, MEMBER_STRUCT, PLACE(structure, field), &layout, tag}
/* clang-format on */
#define LAYOUT(variable, structure)                                                    \
    const struct layout variable = {#structure, sizeof(structure), variable##_members, \
                                    sizeof variable##_members / sizeof *variable##_members}

#endif
