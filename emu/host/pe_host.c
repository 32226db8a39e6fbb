/* SPDX-License-Identifier: MIT */
#include "host/pe_host.h"

#include "host/enter.h"
#include "host/imports_windows.h"
#include "host/left_windows.h"
#include "host/lookalike.h"

#include "runtime/current_callout.h"

#include <mprerror.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

/** A DLL loaded into this process. */
struct module {
    HMODULE library;
    struct functions functions;
};

/* A path of the machine below: all of it is the drive Z: */
static bool widen(const char *path, WCHAR *wide, int capacity)
{
    char full[MAX_PATH * 4];
    int length = snprintf(full, sizeof full, "Z:%s", path);
    for (char *at = full; *at; at++)
        if (*at == '/')
            *at = '\\';
    return length > 0 && length < (int)sizeof full && MultiByteToWideChar(CP_UTF8, 0, full, -1, wide, capacity) > 0;
}

static enum load_result explain(DWORD code, const WCHAR *path, struct text *why)
{
    switch (code) {
    case ERROR_BAD_EXE_FORMAT:
        text_add(why, "is not a DLL this machine can run");
        return LOAD_NOT_AN_IMAGE;
    case ERROR_MOD_NOT_FOUND:
        imports_missing(path, why);
        text_add(why, why->length ? ", which is not there" : "needs a DLL that is not there");
        return LOAD_LIBRARY_MISSING;
    case ERROR_PROC_NOT_FOUND:
        text_add(why, "needs a function that is not there");
        return LOAD_UNRESOLVED;
    case ERROR_DLL_INIT_FAILED:
        text_add(why, "is refused by its own DllMain");
        return LOAD_REFUSED;
    default:
        text_addf(why, "is refused by the loader, error %u", (unsigned)code);
        return LOAD_REFUSED;
    }
}

static enum load_result load_pe(void *self, const struct dll_source *source, struct module **loaded, struct text *why)
{
    WCHAR path[MAX_PATH * 4];
    (void)self;
    struct module *module = calloc(1, sizeof *module);
    if (!module || !widen(source->path, path, sizeof path / sizeof *path)) {
        free(module);
        return LOAD_NO_MEMORY;
    }
    rras_dll_enter((struct rras_clock){TRUE, source->start, source->now_ns});
    left_wait_for_threads();
    rras_clock_stop(TRUE);
    module->library = LoadLibraryExW(path, NULL, source->own_folder ? LOAD_WITH_ALTERED_SEARCH_PATH : 0);
    rras_clock_stop(FALSE);
    DWORD error = GetLastError();
    rras_dll_leave();
    enum load_result result = module->library ? LOAD_OK : explain(error, path, why);
    if (result == LOAD_OK) {
        /* Wine lets what is missing crash when it is called; Windows refuses at once */
        imports_unresolved(module->library, why);
        result = why->length ? LOAD_UNRESOLVED : LOAD_OK;
        if (why->length)
            text_add(why, ", which is not there");
    }
    if (result != LOAD_OK) {
        free(module);
        return result;
    }
    imports_redirect(module->library);
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (callouts[id].exported)
            module->functions.exports[id] = (callout_pointer)(void (*)(void))GetProcAddress(module->library,
                                                                                            callouts[id].name);
    imports_exported(module->library, lookalike_add, why);
    *loaded = module;
    return LOAD_OK;
}

static struct export_list exports(void *self, struct module *module)
{
    struct export_list list = {0};
    (void)self;
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (module->functions.exports[id])
            list.all |= CALLOUT_BIT(id);
    return list;
}

static DWORD on_forbidden_in_pe(struct call_watch *watch, const char *function)
{
    watch->forbidden(watch, function, NULL);
    return ERROR_POSSIBLE_DEADLOCK;
}

static struct call_report call_pe(void *self, struct module *module, const struct callout *callout, enum origin origin,
                                  const struct arguments *in, struct arguments *out, struct call_watch *watch)
{
    const struct entry entry = {watch, self, on_forbidden_in_pe};
    return enter(&module->functions, callout, origin, in, out, &entry);
}

HMODULE pe_host_library(const struct module *module)
{
    return module->library;
}

static uint32_t unload(void *self, struct module *module, struct call_watch *watch)
{
    (void)self, (void)watch;
    left_wait_for_threads();
    rras_dll_enter((struct rras_clock){0});
    rras_clock_stop(TRUE);
    FreeLibrary(module->library);
    rras_clock_stop(FALSE);
    rras_dll_leave();
    free(module);
    return 0;
}

static enum outcome advance(void *self, struct call_watch *watch, uint64_t horizon_ns)
{
    (void)self;
    enter_advance(watch, horizon_ns, watch->told);
    return OUTCOME_RETURNED;
}

struct host pe_host(struct stage *stage)
{
    return (struct host){.self = stage,
                         .load = load_pe,
                         .exports = exports,
                         .call = call_pe,
                         .unload = unload,
                         .next = enter_next,
                         .advance = advance};
}
