/* SPDX-License-Identifier: MIT */
#include "cli/leftovers.h"

#include "callout/chain.h"
#include "callout/host.h"
#include "host/children.h"

#include "runtime/current_callout.h"
#include "runtime/registry.h"

#include <stdbool.h>

enum { NOBODY = -1 };

static const struct module *modules[CHAIN_DLLS_MOST]; /* a module's place is its number; NULL: free */
static int forker = NOBODY;                           /* whose code has forked last */
static unsigned forks;                                /* when that was looked at */
static unsigned inherited;                            /* children that were there before the first DLL */

/* The number of a module; of NULL the one that the next to be loaded gets */
static int number_of(const struct module *module)
{
    for (int i = 0; i < CHAIN_DLLS_MOST; i++)
        if (modules[i] == module)
            return i;
    return NOBODY;
}

static void count(void *number, pid_t child)
{
    (void)child;
    ++*(unsigned *)number;
}

static unsigned count_children(void)
{
    unsigned children = 0;
    children_each(count, &children);
    return children;
}

void leftovers_enter(const struct module *module)
{
    static bool begun;
    int number = number_of(module);
    if (!begun)
        inherited = count_children();
    begun = true;
    rras_handles_belong(number);
    rras_keys_belong(number);
    forks = children_begun();
}

void leftovers_leave(const struct module *module)
{
    if (forks != children_begun())
        forker = number_of(module);
    rras_handles_belong(NOBODY);
    rras_keys_belong(NOBODY);
}

void leftovers_loaded(const struct module *module)
{
    int number = number_of(NULL);
    if (number != NOBODY)
        modules[number] = module;
}

void leftovers_unloaded(const struct module *module)
{
    int number = number_of(module);
    if (number != NOBODY)
        modules[number] = NULL;
}

uint32_t leftovers_of(const struct module *module, uint32_t asked)
{
    int number = number_of(module);
    bool processes = forker == number && count_children() > inherited;
    return ((rras_handles_left(number) || rras_keys_left(number) ? RESIDUE_HANDLES : 0) |
            (processes ? RESIDUE_PROCESSES : 0)) &
           asked;
}
