/* SPDX-License-Identifier: MIT */
#include "host/inprocess.h"

#include "host/baton.h"
#include "host/def_file.h"
#include "host/elf_image.h"
#include "host/elsewhere.h"
#include "host/enter.h"
#include "host/export_comment.h"
#include "host/backtrace.h"
#include "host/image_copy.h"
#include "host/image_end.h"
#include "host/misuse.h"

#include "runtime/current_callout.h"
#include "runtime/loader.h"
#include "runtime/schedule.h"

#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** A DLL loaded into this process. */
struct module {
    struct module *next; /* among those that are loaded */
    const struct inprocess *owner;
    dev_t device; /* with inode: which file it is */
    ino_t inode;
    bool listed;   /* among those */
    bool stays;    /* its image is never unloaded */
    char *copy;    /* the file that was loaded in its place; NULL: itself */
    void *library; /* NULL for functions of this program */
    struct functions functions;
    callout_set unnamed; /* of the exports */
};

/* Several servers may load and unload at the same time. */
static struct module *modules;
static pthread_mutex_t modules_lock = PTHREAD_MUTEX_INITIALIZER;

/* dlsym also finds names of the libraries a DLL needs, and names of variables; Windows finds
 * neither, so both count as missing. */
static bool is_own_function(const struct module *module, void *address)
{
    Dl_info info;
    struct link_map *own = NULL, *of_address = NULL;
    const ElfW(Sym) *symbol = NULL;
    return dlinfo(module->library, RTLD_DI_LINKMAP, &own) == 0 &&
           dladdr1(address, &info, (void **)&of_address, RTLD_DL_LINKMAP) != 0 &&
           dladdr1(address, &info, (void **)&symbol, RTLD_DL_SYMENT) != 0 && own == of_address && symbol &&
           (ELF64_ST_TYPE(symbol->st_info) == STT_FUNC || ELF64_ST_TYPE(symbol->st_info) == STT_GNU_IFUNC);
}

/* Without any, dlvsym() takes every symbol for one of the version asked for. */
static bool has_versions(void *library)
{
    struct link_map *map = NULL;
    if (dlinfo(library, RTLD_DI_LINKMAP, &map) == 0)
        for (const ElfW(Dyn) *entry = map->l_ld; entry->d_tag != DT_NULL; entry++)
            if (entry->d_tag == DT_VERDEF)
                return true;
    return false;
}

/* Protected is what __declspec(dllexport) makes of a symbol here, and a version what a .def file gives it
 * (rrasemu def); without either it is seen because a Unix linker shows all. */
static bool is_named(void *address, const char *name, void *library)
{
    Dl_info info;
    const ElfW(Sym) *symbol = NULL;
    return (has_versions(library) && dlvsym(library, name, DEF_VERSION)) ||
           (dladdr1(address, &info, (void **)&symbol, RTLD_DL_SYMENT) != 0 && symbol &&
            ELF64_ST_VISIBILITY(symbol->st_other) == STV_PROTECTED);
}

static void find_exports(struct module *module)
{
    for (int id = 0; id < CALLOUT_COUNT; id++) {
        void *address = callouts[id].exported ? dlsym(module->library, callouts[id].name) : NULL;
        if (!address || !is_own_function(module, address))
            continue;
        /* POSIX promises that a function's address survives this round trip */
        memcpy(&module->functions.exports[id], &address, sizeof address);
        if (!is_named(address, callouts[id].name, module->library))
            module->unnamed |= CALLOUT_BIT(id);
    }
    struct link_map *map = NULL;
    if (module->unnamed && dlinfo(module->library, RTLD_DI_LINKMAP, &map) == 0)
        module->unnamed &= ~export_comments(map->l_name);
}

static void take_functions(struct module *module, const struct dll_source *source)
{
    for (size_t i = 0; i < source->function_count; i++) {
        const struct callout *callout = callout_find(source->functions[i].name);
        module->functions.exports[callout_id(callout)] = source->functions[i].function;
    }
}

/* The loader does not always say so in its words. */
static bool is_out_of_memory(int number, const char *reason)
{
    return number == ENOMEM || (reason && strstr(reason, strerror(ENOMEM)));
}

static bool is_same_file(const struct module *a, const struct module *b)
{
    return a->inode && a->inode == b->inode && a->device == b->device;
}

/* The file to load for a module, which is known from here on: what the same server has loaded for that path before, or
 * the file itself, or a copy where another server has its image. NULL with errno set when that cannot be made. */
static const char *choose_file(struct module *module, const char *full)
{
    struct stat status = {0};
    bool taken = false, again = false;
    if (stat(full, &status) == 0) {
        module->device = status.st_dev;
        module->inode = status.st_ino;
    }
    pthread_mutex_lock(&modules_lock);
    for (const struct module *each = modules; each && !again; each = each->next) {
        again = is_same_file(each, module) && each->owner == module->owner;
        taken |= is_same_file(each, module) && each->owner != module->owner && !each->copy;
        if (again)
            module->copy = each->copy;
    }
    if (!again && taken)
        module->copy = image_copy_make(full);
    bool failed = !again && taken && !module->copy;
    module->next = modules;
    modules = module;
    module->listed = true;
    pthread_mutex_unlock(&modules_lock);
    return failed ? NULL : module->copy ? module->copy : full;
}

/* The copy is removed with the last module that has it. */
static char *take_copy(const struct module *module)
{
    char *copy = module->copy;
    for (const struct module *each = modules; each; each = each->next)
        if (each != module && each->copy == copy)
            return NULL;
    return copy;
}

static void forget(const struct module *module)
{
    pthread_mutex_lock(&modules_lock);
    struct module **at = &modules;
    while (*at != module)
        at = &(*at)->next;
    *at = module->next;
    image_copy_remove(take_copy(module));
    pthread_mutex_unlock(&modules_lock);
}

/* Its image stays, with threads in it, or without its static objects: nobody may get it for its own. */
static void leave_loaded(struct module *module)
{
    static const struct inprocess nobody;
    module->owner = &nobody;
    module->stays = true;
}

static enum load_result open_library(struct module *module, const struct dll_source *source, const char *full,
                                     struct text *why)
{
    enum load_result result = elf_image_check(full, why);
    if (result != LOAD_OK)
        return result;
    const char *chosen = choose_file(module, full);
    if (!chosen) {
        if (errno == ENOMEM)
            return LOAD_NO_MEMORY;
        text_addf(why, "is loaded by another server, and cannot be copied for this one: %s", strerror(errno));
        return LOAD_REFUSED;
    }
    errno = 0;
    module->library = dlopen(chosen, RTLD_NOW | RTLD_LOCAL);
    int number = errno;
    if (module->library) {
        if (!source->own_folder)
            elf_image_own_libraries(full, why);
        if (why->length == 0)
            return LOAD_OK;
        dlclose(module->library);
        return LOAD_LIBRARY_MISSING;
    }
    struct text reason = {0};
    const char *said = dlerror();
    text_add(&reason, said ? said : "it does not say why"); /* the next call of the loader takes its words away */
    if (reason.failed || is_out_of_memory(number, reason.data))
        result = LOAD_NO_MEMORY;
    else
        result = elf_image_unresolved(full, why);
    if (result == LOAD_REFUSED)
        text_addf(why, "is refused by the loader: %s", reason.data);
    text_free(&reason);
    return result;
}

/* What Windows calls at the beginning and the end; a DLL may do without */
static BOOL call_main(const struct module *module, DWORD reason)
{
    BOOL(WINAPI * entry)(HINSTANCE, DWORD, LPVOID) = NULL;
    struct link_map *map = NULL;
    void *address = dlsym(module->library, "DllMain");
    if (!address || !is_own_function(module, address) || dlinfo(module->library, RTLD_DI_LINKMAP, &map) != 0)
        return TRUE;
    memcpy(&entry, &address, sizeof entry);
    return entry((HINSTANCE)map->l_addr, reason, NULL);
}

/* A list may name a DLL twice. */
static bool is_open_elsewhere(const struct module *module)
{
    bool found = false;
    pthread_mutex_lock(&modules_lock);
    for (const struct module *each = modules; each; each = each->next)
        found |= each != module && each->library == module->library && each->owner == module->owner;
    pthread_mutex_unlock(&modules_lock);
    return found;
}

static void close_library(struct module *module)
{
    const bool last = !is_open_elsewhere(module);
    const struct image_place place = last ? image_place_of(module->library) : (struct image_place){0};
    rras_loader_begin(FALSE);
    rras_dll_enter((struct rras_clock){0});
    rras_clock_stop(TRUE);
    call_main(module, DLL_PROCESS_DETACH);
    dlclose(module->library);
    if (last && image_end(place))
        leave_loaded(module);
    rras_clock_stop(FALSE);
    rras_loader_end();
    rras_dll_leave();
}

static enum load_result start_library(struct module *module, struct text *why)
{
    if (call_main(module, DLL_PROCESS_ATTACH)) {
        find_exports(module);
        return LOAD_OK;
    }
    text_add(why, "is refused by its own DllMain");
    close_library(module); /* as Windows does */
    return LOAD_REFUSED;
}

/* It has waited for good, and only here it did get on. It is not unloaded: its thread may still run its code. */
static enum load_result refuse_deadlock(struct text *why)
{
    text_reset(why);
    text_add(why, "never ends its loading on Windows: it waits for a thread, which cannot begin before");
    return LOAD_REFUSED;
}

static enum load_result load_library(struct module *module, const struct dll_source *source, struct text *why)
{
    const char *folder = module->owner->folder;
    struct text full = {0};
    if (!rras_schedule_watch())
        return LOAD_NO_MEMORY;
    /* dlopen looks for a bare name in the library path, and a DLL is always a file; one that was loaded before
     * may have changed the working directory */
    if (*source->path != '/')
        text_addf(&full, "%s/", folder);
    text_add(&full, source->path);
    rras_loader_begin(TRUE);
    rras_dll_enter((struct rras_clock){TRUE, source->start, source->now_ns});
    rras_clock_stop(TRUE);
    enum load_result result = full.failed ? LOAD_NO_MEMORY : open_library(module, source, text_string(&full), why);
    if (result == LOAD_OK)
        result = start_library(module, why);
    rras_clock_stop(FALSE);
    bool deadlock = rras_loader_end();
    rras_dll_leave();
    if (deadlock && result == LOAD_OK)
        result = refuse_deadlock(why);
    if (deadlock && module->library)
        leave_loaded(module);
    if (result == LOAD_OK) {
        struct image image;
        backtrace_image_of(module->library, &image);
        elf_image_lookalikes(text_string(&full), why);
        backtrace_know(&image);
    }
    text_free(&full);
    return result;
}

static void drop(struct module *module)
{
    if (module->stays)
        return;
    if (module->listed)
        forget(module);
    free(module);
}

static enum load_result load_in_process(void *self, const struct dll_source *source, struct module **loaded,
                                        struct text *why)
{
    struct module *module = calloc(1, sizeof *module);
    if (!module)
        return LOAD_NO_MEMORY;
    module->owner = self;
    enum load_result result = LOAD_OK;
    if (source->path)
        result = load_library(module, source, why);
    if (result != LOAD_OK) {
        drop(module);
        return result;
    }
    take_functions(module, source);
    *loaded = module;
    return LOAD_OK;
}

static struct export_list exports(void *self, struct module *module)
{
    (void)self;
    struct export_list list = {.unnamed = module->unnamed};
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (module->functions.exports[id])
            list.all |= CALLOUT_BIT(id);
    return list;
}

/* A callout that never returns stays on its thread; the engine goes on in another. */
static _Thread_local struct inprocess *calling;

static DWORD on_forbidden_here(struct call_watch *watch, const char *function)
{
    char frames[BACKTRACE_SIZE];
    struct text words = {0};
    backtrace_describe(&words, frames, backtrace_take(frames, sizeof frames, false));
    enum verdict verdict = watch->forbidden(watch, function, text_string(&words));
    text_free(&words);
    if (verdict != VERDICT_RETURNS) {
        calling->has_parked = true;
        baton_park();
    }
    return ERROR_POSSIBLE_DEADLOCK;
}

static struct call_report call_in_process(void *self, struct module *module, const struct callout *callout,
                                          enum origin origin, const struct arguments *in, struct arguments *out,
                                          struct call_watch *watch)
{
    struct inprocess *own = calling = self;
    const struct entry entry = {watch, own->stage, on_forbidden_here};
    return enter(&module->functions, callout, origin, in, out, &entry);
}

static bool has_told(void)
{
    return elsewhere_has() || misuse_is_there();
}

static enum outcome advance_in_process(void *self, struct call_watch *watch, uint64_t horizon_ns)
{
    (void)self;
    enter_advance(watch, horizon_ns, watch->told ? watch->told : has_told);
    return OUTCOME_RETURNED;
}

static uint32_t unload(void *self, struct module *module, struct call_watch *watch)
{
    const struct inprocess *own = self;
    (void)watch;
    if (module->library && own->has_parked) {
        leave_loaded(module);
        return 0;
    }
    if (module->library)
        close_library(module);
    drop(module);
    return 0;
}

/* Each DLL may have a library of C++ of its own. Called while the process ends, so it takes no lock. */
bool inprocess_exception(char *words, size_t size)
{
    typedef void *(*current_function)(void);
    for (const struct module *module = modules; module; module = module->next) {
        current_function type, globals;
        void *type_address = module->library ? dlsym(module->library, "__cxa_current_exception_type") : NULL;
        void *globals_address = module->library ? dlsym(module->library, "__cxa_get_globals") : NULL;
        if (!type_address || !globals_address)
            continue;
        memcpy(&type, &type_address, sizeof type);
        memcpy(&globals, &globals_address, sizeof globals);
        /* the first member is the exception that was caught last; std::terminate() catches it */
        enum { HEADER = 80 };
        const char *caught = type() ? *(const char *const *)globals() : NULL;
        if (caught) {
            exception_describe_header(caught + HEADER, words, size);
            return true;
        }
    }
    return false;
}

/* The text that DllMain and threads have said to a debugger */
static void report_output(void *self, struct call_watch *watch)
{
    char said[OUTPUT_MOST + 2];
    (void)self;
    size_t size = elsewhere_take(said, sizeof said - 1);
    said[size] = '\0';
    if (size)
        watch->output(watch, "debug", ROLE_BOTH, said);
    for (const struct misuse *misuse; (misuse = misuse_take());)
        misuse_tell(misuse, watch);
}

void *inprocess_library(const struct module *module)
{
    return module->library;
}

/* What the run-time library tells goes to all servers of this process: it does not know them. */
static void listen_to_runtime(void)
{
    elsewhere_listen();
    misuse_listen();
    rras_schedule_watch(); /* before anybody counts threads; whether it could is asked with each DLL */
}

struct host inprocess_host(struct inprocess *own)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, listen_to_runtime);
    if (!getcwd(own->folder, sizeof own->folder))
        own->folder[0] = '\0';
    return (struct host){.self = own,
                         .load = load_in_process,
                         .exports = exports,
                         .call = call_in_process,
                         .next = enter_next,
                         .advance = advance_in_process,
                         .output = report_output,
                         .unload = unload};
}
