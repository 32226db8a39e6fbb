/* SPDX-License-Identifier: MIT */
/**
 * @file profile.h
 * The Windows versions the emulator can be, and what sets them apart.
 */
#ifndef RRASEMU_RAS_PROFILE_H
#define RRASEMU_RAS_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

/** The behaviours of versions of Windows; later ones include what the documentation says of earlier ones. */
enum family {
    FAMILY_NT4,
    FAMILY_NT4_RRAS,
    FAMILY_2000,
    FAMILY_2003,
    FAMILY_2008,
    FAMILY_R2,
};

/** One `--os` value. */
struct profile {
    const char *name;
    enum family family;
    const char *title;
    bool routing_domains; /**< event-log entries name one: after 2012 */
};

extern const struct profile profiles[];
extern const size_t profile_count;

/** The profile of this name, or NULL. */
const struct profile *profile_find(const char *name);

/** Whether RRAS calls the hang-up callout of what a callout refused (Q3): from 2003 on. */
bool profile_hangs_up_after_refusal(const struct profile *profile);

/** Whether clients may ask for IPv6: from 2008 on. */
bool profile_has_ipv6(const struct profile *profile);

/** Whether only one administration DLL may be registered (B0.single): 2000 and earlier. */
bool profile_has_single_dll(const struct profile *profile);

#endif
