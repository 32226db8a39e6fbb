/* SPDX-License-Identifier: MIT */
#include "ras/profile.h"

#include <string.h>

const struct profile profiles[] = {
    {"nt4", FAMILY_NT4, "Windows NT 4.0", false},
    {"nt4-rras", FAMILY_NT4_RRAS, "Windows NT 4.0 with the Routing and RAS update", false},
    {"2000", FAMILY_2000, "Windows 2000 Server", false},
    {"2003", FAMILY_2003, "Windows Server 2003", false},
    {"2008", FAMILY_2008, "Windows Server 2008", false},
    {"2008r2", FAMILY_R2, "Windows Server 2008 R2", false},
    {"2012", FAMILY_R2, "Windows Server 2012", false},
    {"2012r2", FAMILY_R2, "Windows Server 2012 R2", true},
    {"2016", FAMILY_R2, "Windows Server 2016", true},
    {"2019", FAMILY_R2, "Windows Server 2019", true},
    {"2022", FAMILY_R2, "Windows Server 2022", true},
    {"2025", FAMILY_R2, "Windows Server 2025", true},
};
const size_t profile_count = sizeof profiles / sizeof *profiles;

const struct profile *profile_find(const char *name)
{
    for (size_t i = 0; i < profile_count; i++)
        if (strcmp(profiles[i].name, name) == 0)
            return &profiles[i];
    return NULL;
}

bool profile_hangs_up_after_refusal(const struct profile *profile)
{
    return profile->family >= FAMILY_2003;
}

bool profile_has_ipv6(const struct profile *profile)
{
    return profile->family >= FAMILY_2008;
}

bool profile_has_single_dll(const struct profile *profile)
{
    return profile->family <= FAMILY_2000;
}
