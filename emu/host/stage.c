/* SPDX-License-Identifier: MIT */
#include "host/stage.h"

#include "host/port.h"

#include <string.h>

/* In each round: a closed page, then for each parameter a page of its own and a closed one */
enum { ROUND_PAGES = 2 * CALLOUT_PARAMETERS_MOST + 1, KNOWN = 0xa5 };

static uint8_t *page_of(const struct stage *stage, unsigned round, unsigned parameter)
{
    return stage->pages + (round * ROUND_PAGES + 2 * parameter + 1) * stage->page_size;
}

static size_t size_of(const struct callout *callout, unsigned parameter)
{
    return argument_places[callout->parameters[parameter].argument].size;
}

bool stage_reserve(struct stage *stage)
{
    *stage = (struct stage){.page_size = port_page_size()};
    stage->pages = port_reserve(STAGE_ROUNDS * ROUND_PAGES * stage->page_size);
    return stage->pages != NULL;
}

void stage_set(struct stage *stage, const struct callout *callout, const struct arguments *arguments,
               void *pointers[CALLOUT_PARAMETERS_MOST])
{
    stage->round = (stage->round + 1) % STAGE_ROUNDS;
    stage->open = true;
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        uint8_t *page = page_of(stage, stage->round, i);
        size_t before = stage->page_size - size_of(callout, i);
        port_open_page(page);
        memset(page, KNOWN, before);
        memcpy(pointers[i] = page + before,
               (const char *)arguments + argument_places[callout->parameters[i].argument].offset,
               size_of(callout, i));
    }
}

static bool is_known(const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != KNOWN)
            return false;
    return true;
}

uint32_t stage_clear(struct stage *stage, const struct callout *callout,
                     struct arguments *arguments, void *const pointers[CALLOUT_PARAMETERS_MOST],
                     bool gone)
{
    uint32_t damaged = 0;
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        uint8_t *page = page_of(stage, stage->round, i);
        memcpy((char *)arguments + argument_places[callout->parameters[i].argument].offset,
               pointers[i], size_of(callout, i));
        if (!is_known(page, stage->page_size - size_of(callout, i)))
            damaged |= UINT32_C(1) << i;
        if (gone)
            port_close_page(page);
    }
    stage->open = false;
    return damaged;
}

bool stage_find(const struct stage *stage, const struct callout *callout, uintptr_t address,
                struct stage_place *place)
{
    uintptr_t from = (uintptr_t)stage->pages;
    if (address < from || address >= from + STAGE_ROUNDS * ROUND_PAGES * stage->page_size)
        return false;
    size_t at = (address - from) / stage->page_size, in_round = at % ROUND_PAGES;
    /* a closed page behind an argument belongs to it, the first of a round to the first */
    unsigned parameter = in_round ? (unsigned)(in_round - 1) / 2 : 0;
    place->current = stage->open && at / ROUND_PAGES == stage->round;
    place->parameter = parameter;
    place->offset = 0;
    if (place->current && parameter < callout->parameter_count)
        place->offset = (int64_t)(address - ((uintptr_t)page_of(stage, stage->round, parameter) +
                                             stage->page_size - size_of(callout, parameter)));
    return true;
}
