/* SPDX-License-Identifier: MIT */
#include "host/fault.h"

#include <ucontext.h>

/* Whether it was read or written, where the processor says so */
static unsigned access_of(const ucontext_t *context)
{
#ifdef __x86_64__
    enum { WRITE_FAULT = 2 };
    return context->uc_mcontext.gregs[REG_ERR] & WRITE_FAULT ? OVERRUN_WRITTEN : OVERRUN_READ;
#else
    (void)context;
    return OVERRUN_SEEN;
#endif
}

uintptr_t fault_place(const void *context)
{
#if defined(__x86_64__)
    return (uintptr_t)((const ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
    return (uintptr_t)((const ucontext_t *)context)->uc_mcontext.pc;
#else
    (void)context;
    return 0;
#endif
}

bool fault_let_through(struct stage *stage, int number, const siginfo_t *info, const void *context)
{
    return number == SIGSEGV && info->si_code == SEGV_ACCERR &&
           stage_let_through(stage, (uintptr_t)info->si_addr, access_of(context));
}
