/* SPDX-License-Identifier: MIT */
#include "host/stage.h"

#include "host/os.h"

#include <string.h>

/* For each parameter of a round: closed pages, the page that its argument ends, and closed pages again */
enum {
    CLOSED_PAGES = 4,
    PARAMETER_PAGES = 2 * CLOSED_PAGES + 1,
    ROUND_PAGES = CALLOUT_PARAMETERS_MOST * PARAMETER_PAGES,
    KNOWN = 0xa5,
};

/* Some memory beside an argument */
struct stretch {
    uint8_t *begin;
    size_t size;
};

static uint8_t *page_of(const struct stage *stage, unsigned parameter)
{
    size_t page = stage->round * ROUND_PAGES + parameter * PARAMETER_PAGES + CLOSED_PAGES;
    return stage->pages + page * stage->page_size;
}

static struct stretch closed_of(const struct stage *stage, unsigned parameter, enum side side)
{
    size_t size = CLOSED_PAGES * stage->page_size;
    uint8_t *page = page_of(stage, parameter);
    return (struct stretch){side == SIDE_BEFORE ? page - size : page + stage->page_size, size};
}

static const struct member *argument_place(const struct callout *callout, unsigned parameter)
{
    return &argument_places[callout->parameters[parameter].argument];
}

/* The part of an argument's own page that lies before it */
static size_t before_of(const struct stage *stage, unsigned parameter)
{
    return stage->page_size - argument_place(stage->callout, parameter)->size;
}

static uint32_t bit_of(unsigned parameter, enum side side)
{
    return UINT32_C(1) << (parameter * SIDES + side);
}

bool stage_reserve(struct stage *stage)
{
    *stage = (struct stage){.page_size = os_page_size()};
    stage->pages = os_reserve(STAGE_ROUNDS * ROUND_PAGES * stage->page_size);
    return stage->pages != NULL;
}

void stage_set(struct stage *stage, const struct callout *callout, const struct arguments *arguments,
               void *pointers[CALLOUT_PARAMETERS_MOST])
{
    stage->round = (stage->round + 1) % STAGE_ROUNDS;
    stage->callout = callout;
    stage->opened = 0;
    stage->overruns = (struct overruns){0};
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        uint8_t *page = page_of(stage, i);
        size_t before = before_of(stage, i);
        os_open_pages(page, stage->page_size);
        memset(page, KNOWN, before);
        memcpy(pointers[i] = page + before, (const char *)arguments + argument_place(callout, i)->offset,
               argument_place(callout, i)->size);
    }
}

/* Each byte equals the one behind it: memcmp() takes many at a time. */
static bool is_known(struct stretch stretch)
{
    return stretch.size == 0 ||
           (*stretch.begin == KNOWN && memcmp(stretch.begin, stretch.begin + 1, stretch.size - 1) == 0);
}

/* The distance is that of the nearest byte that was written to. */
static void note_written(struct stage *stage, unsigned parameter, enum side side, struct stretch stretch)
{
    struct overrun *overrun = &stage->overruns.of[parameter][side];
    const uint8_t *begin = page_of(stage, parameter) + before_of(stage, parameter);
    size_t nearest = 0;
    if (is_known(stretch))
        return;
    if (side == SIDE_BEHIND)
        while (stretch.begin[nearest] == KNOWN)
            nearest++;
    else
        for (size_t at = stretch.size; at-- > 0 && !nearest;)
            if (stretch.begin[at] != KNOWN)
                nearest = (size_t)(begin - (stretch.begin + at));
    if (!(overrun->access & OVERRUN_WRITTEN) || nearest < overrun->distance)
        overrun->distance = (uint16_t)nearest;
    overrun->access |= OVERRUN_WRITTEN;
}

static void close_opened(struct stage *stage, unsigned parameter)
{
    for (enum side side = 0; side < SIDES; side++) {
        struct stretch closed = closed_of(stage, parameter, side);
        if (!(stage->opened & bit_of(parameter, side)))
            continue;
        note_written(stage, parameter, side, closed);
        os_close_pages(closed.begin, closed.size);
    }
}

void stage_clear(struct stage *stage, bool gone)
{
    const struct callout *callout = stage->callout;
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        uint8_t *page = page_of(stage, i);
        close_opened(stage, i);
        note_written(stage, i, SIDE_BEFORE, (struct stretch){page, before_of(stage, i)});
        if (gone)
            os_close_pages(page, stage->page_size);
    }
    stage->callout = NULL;
}

bool stage_let_through(struct stage *stage, uintptr_t address, unsigned access)
{
    unsigned parameters = stage->callout ? stage->callout->parameter_count : 0;
    for (unsigned i = 0; i < parameters; i++)
        for (enum side side = 0; side < SIDES; side++) {
            struct stretch closed = closed_of(stage, i, side);
            uintptr_t begin = (uintptr_t)closed.begin;
            if (address < begin || address >= begin + closed.size || stage->opened & bit_of(i, side))
                continue;
            size_t before = before_of(stage, i) + (begin + closed.size - address);
            os_open_pages(closed.begin, closed.size);
            memset(closed.begin, KNOWN, closed.size);
            stage->opened |= bit_of(i, side);
            stage->overruns.of[i][side] = (struct overrun){(uint16_t)(side == SIDE_BEHIND ? address - begin : before),
                                                           (uint8_t)access, 0};
            return true;
        }
    return false;
}

bool stage_has(const struct stage *stage, uintptr_t address)
{
    uintptr_t begin = (uintptr_t)stage->pages;
    return address >= begin && address < begin + STAGE_ROUNDS * ROUND_PAGES * stage->page_size;
}
