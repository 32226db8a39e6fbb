/* SPDX-License-Identifier: MIT */
#include "host/forked.h"

#include "host/children.h"
#include "host/leaving.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t parent;
static unsigned forks;     /* when code of a DLL returned last */
static unsigned *returned; /* shared with the children: how many have returned since */

bool forked_begin(void)
{
    if (!returned) {
        void *memory = mmap(NULL, sizeof *returned, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED)
            return false;
        returned = memory;
    }
    parent = getpid();
    forks = children_begun();
    return true;
}

bool forked_is_parent(void)
{
    return getpid() == parent;
}

static bool child_returned(void)
{
    enum { MOMENTS = 250, MOMENT_US = 2000 };
    for (int i = 0; i < MOMENTS && *returned == 0; i++) {
        siginfo_t info = {0};
        if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0)
            break; /* there is none, or it has ended */
        usleep(MOMENT_US);
    }
    return *returned != 0;
}

bool forked_returned(void)
{
    if (!returned)
        return false;
    if (!forked_is_parent()) {
        ++*returned;
        leaving_now(0);
    }
    bool forked = forks != children_begun() && child_returned();
    forks = children_begun();
    *returned = 0;
    return forked;
}
