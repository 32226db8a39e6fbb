/* SPDX-License-Identifier: MIT */
#include "host/ntdll.h"

#include <string.h>

struct ntdll ntdll;
struct ntdll_used ntdll_used;

enum { JUMP_SIZE = 14 };

/* jmp [rip]; the address. Functions begin at multiples of 16 bytes, so that there is room for it in the shortest. */
static void write_jump(uint8_t *place, FARPROC function)
{
    static const uint8_t jump[] = {0xff, 0x25, 0, 0, 0, 0};
    memcpy(place, jump, sizeof jump);
    memcpy(place + sizeof jump, &function, sizeof function);
}

bool code_replace(HMODULE module, const char *name, FARPROC function)
{
    uint8_t *place = (uint8_t *)(void *)GetProcAddress(module, name);
    DWORD before;
    if (!place || !VirtualProtect(place, JUMP_SIZE, PAGE_EXECUTE_READWRITE, &before))
        return false;
    write_jump(place, function);
    VirtualProtect(place, JUMP_SIZE, before, &before);
    FlushInstructionCache(GetCurrentProcess(), place, JUMP_SIZE);
    return true;
}

/* What is used as it is */
static const struct {
    const char *name;
    void *place;
} used[] = {
    {"NtCreateEvent", &ntdll_used.CreateEvent},        {"NtOpenEvent", &ntdll_used.OpenEvent},
    {"NtCompareObjects", &ntdll_used.CompareObjects},  {"NtQueryObject", &ntdll_used.QueryObject},
    {"RtlWaitOnAddress", &ntdll_used.WaitOnAddress},   {"RtlWakeAddressSingle", &ntdll_used.WakeAddressSingle},
    {"RtlWakeAddressAll", &ntdll_used.WakeAddressAll},
};

static bool has_what_is_used(HMODULE module)
{
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) {
        FARPROC found = GetProcAddress(module, used[i].name);
        if (!found)
            return false;
        memcpy(used[i].place, &found, sizeof found);
    }
    return true;
}

/* --- system calls: 32 bytes each that do not depend on where they lie, so that a copy is the real one --- */

enum { STUB_SIZE = 32 };
static const struct ntdll_hook *const tables[] = {ntdll_waits,  ntdll_locks,    ntdll_threads,
                                                  ntdll_timers, ntdll_requests, ntdll_handles};
enum { TABLES = sizeof tables / sizeof *tables };

/* mov r10, rcx; mov eax, the number; ...; ret */
static bool is_stub(const uint8_t *code)
{
    static const uint8_t begin[] = {0x4c, 0x8b, 0xd1, 0xb8};
    static const uint8_t rest[] = {0xf6, 0x04, 0x25, 0x08, 0x03, 0xfe, 0x7f, 0x01, 0x75, 0x03, 0x0f, 0x05,
                                   0xc3, 0xeb, 0x01, 0xc3, 0xff, 0x14, 0x25, 0x00, 0x10, 0xfe, 0x7f, 0xc3};
    return code && memcmp(code, begin, sizeof begin) == 0 && memcmp(code + sizeof begin + 4, rest, sizeof rest) == 0;
}

static uint8_t *find(HMODULE module, const struct ntdll_hook *row)
{
    return (uint8_t *)(void *)GetProcAddress(module, row->name);
}

bool ntdll_take_over(void)
{
    HMODULE module = GetModuleHandleA("ntdll.dll");
    size_t count = 0;
    for (size_t t = 0; t < TABLES; t++)
        for (const struct ntdll_hook *row = tables[t]; row->name; row++, count++)
            if (!is_stub(find(module, row)))
                return false;
    if (!has_what_is_used(module) || !GetProcAddress(module, "RtlpWaitForCriticalSection") ||
        !GetProcAddress(module, "RtlpUnWaitCriticalSection"))
        return false;
    uint8_t *copy = VirtualAlloc(NULL, count * STUB_SIZE, MEM_COMMIT | MEM_RESERVE, PAGE_EXECUTE_READWRITE);
    if (!copy)
        return false;
    /* first all copies: what changes the protection of memory may be among them */
    for (size_t t = 0; t < TABLES; t++)
        for (const struct ntdll_hook *row = tables[t]; row->name; row++, copy += STUB_SIZE) {
            memcpy(copy, find(module, row), STUB_SIZE);
            memcpy(row->real, &copy, sizeof copy);
        }
    for (size_t t = 0; t < TABLES; t++)
        for (const struct ntdll_hook *row = tables[t]; row->name; row++)
            if (!code_replace(module, row->name, row->function))
                return false;
    return ntdll_take_over_sections();
}
