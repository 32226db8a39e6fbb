/* SPDX-License-Identifier: MIT */
#include "host/elsewhere.h"

#include "callout/host.h"
#include "runtime/current_callout.h"

#include <stdatomic.h>
#include <string.h>

enum { ROOM = OUTPUT_MOST + 4096 };

static char said[ROOM];
static size_t said_size;
static atomic_flag busy = ATOMIC_FLAG_INIT; /* held for as long as copying takes */

static void begin_saying(void)
{
    while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
        ;
}

static void end_saying(void)
{
    atomic_flag_clear_explicit(&busy, memory_order_release);
}

static void add_said(const char *text)
{
    size_t size = strlen(text);
    begin_saying();
    if (size > ROOM - said_size)
        size = ROOM - said_size;
    memcpy(said + said_size, text, size);
    said_size += size;
    end_saying();
}

void elsewhere_listen(void)
{
    rras_debug_elsewhere(add_said);
}

bool elsewhere_has(void)
{
    begin_saying();
    bool has = said_size > 0;
    end_saying();
    return has;
}

size_t elsewhere_take(char *bytes, size_t size)
{
    begin_saying();
    if (size > said_size)
        size = said_size;
    memcpy(bytes, said, size);
    memmove(said, said + size, said_size -= size);
    end_saying();
    return size;
}
