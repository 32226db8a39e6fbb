/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "host/backtrace.h"
#include "host/pe_image.h"
#include "host/pe_symbols.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <link.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#ifdef HAVE_LIBDW
#include <elfutils/libdwfl.h>
#endif

enum { FRAMES_MOST = 48, KNOWN_MOST = 64 };

/* DLLs, which a thread may still be in when they are unloaded. A signal handler reads them beside a server's thread
 * that adds one, and takes no lock. */
static struct {
    atomic_bool whole; /* the image is not being written */
    struct image image;
} known[KNOWN_MOST];
static pthread_mutex_t known_lock = PTHREAD_MUTEX_INITIALIZER; /* of who adds */
static unsigned known_count;

static int find_end(struct dl_phdr_info *info, size_t size, void *self)
{
    struct image *image = self;
    (void)size;
    if (info->dlpi_addr != image->base)
        return 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        uintptr_t end = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr + info->dlpi_phdr[i].p_memsz;
        if (info->dlpi_phdr[i].p_type == PT_LOAD && end > image->end)
            image->end = end;
    }
    return 1;
}

void backtrace_image_of(void *library, struct image *image)
{
    struct link_map *map = NULL;
    *image = (struct image){0};
    if (!library || dlinfo(library, RTLD_DI_LINKMAP, &map) != 0)
        return;
    image->base = map->l_addr;
    snprintf(image->path, sizeof image->path, "%s", map->l_name);
    dl_iterate_phdr(find_end, image);
}

void backtrace_know(const struct image *image)
{
    pthread_mutex_lock(&known_lock);
    unsigned place = known_count++ % KNOWN_MOST;
    known[place].whole = false;
    known[place].image = *image;
    known[place].whole = true;
    pthread_mutex_unlock(&known_lock);
}

/* The module that code belongs to, or belonged to */
static bool find_module(void *address, Dl_info *info)
{
    if (dladdr(address, info))
        return true;
    for (unsigned i = 0; i < KNOWN_MOST; i++)
        if (known[i].whole && image_has(&known[i].image, (uintptr_t)address)) {
            *info = (Dl_info){.dli_fbase = (void *)known[i].image.base, .dli_fname = known[i].image.path};
            return true;
        }
    return false;
}

void backtrace_prepare(void)
{
    void *frame;
    backtrace(&frame, 1); /* loads what it needs */
}

static uintptr_t interrupted;

void backtrace_interrupted(uintptr_t place)
{
    interrupted = place;
}

static size_t add_frame(char *text, size_t size, uintptr_t offset, const char *path)
{
    int written = snprintf(text, size, "%llx %s\n", (unsigned long long)offset, path);
    return written < 0 || (size_t)written >= size ? 0 : (size_t)written;
}

/* Whether the interrupted place is in no module: then its stack cannot be walked, as who walks it reads there. */
static bool is_nowhere(void **place)
{
    Dl_info info;
    memcpy(place, &interrupted, sizeof *place);
    return interrupted && !dladdr(*place, &info);
}

static sigjmp_buf broken;

static void on_broken(int unused)
{
    (void)unused;
    siglongjmp(broken, 1);
}

/* Does what may crash: walking a stack that is overwritten, a library that was given no memory. Whether it did not. */
static bool survives(void (*attempt)(void *self), void *self)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT};
    enum { SIGNALS = sizeof signals / sizeof *signals };
    struct sigaction before[SIGNALS], action = {.sa_handler = on_broken, .sa_flags = SA_ONSTACK | SA_NODEFER};
    sigset_t set, blocked;
    sigemptyset(&set);
    for (int i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], &action, &before[i]);
        sigaddset(&set, signals[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &set, &blocked); /* a handler under way has blocked one */
    bool survived = sigsetjmp(broken, 1) == 0;
    if (survived)
        attempt(self);
    pthread_sigmask(SIG_SETMASK, &blocked, NULL);
    for (int i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &before[i], NULL);
    return survived;
}

struct walk {
    void **frames;
    int count;
};

static void walk_stack(void *self)
{
    struct walk *walk = self;
    walk->count = backtrace(walk->frames, FRAMES_MOST);
}

/* The frames of this thread; of one whose stack is overwritten as many as none. */
static int walk(void *frames[FRAMES_MOST], bool in_handler)
{
    struct walk walk = {.frames = frames};
    if (!in_handler)
        return backtrace(frames, FRAMES_MOST);
    return survives(walk_stack, &walk) ? walk.count : 0;
}

size_t backtrace_take_place(char *text, size_t size)
{
    void *place;
    Dl_info module;
    memcpy(&place, &interrupted, sizeof place);
    return interrupted && find_module(place, &module)
               ? add_frame(text, size, interrupted - (uintptr_t)module.dli_fbase, module.dli_fname)
               : 0;
}

/* Whether it is where the schedule keeps a thread that waits: what it calls there is of no interest. */
static bool is_schedule(const Dl_info *info)
{
    return info->dli_sname && strncmp(info->dli_sname, "rras_schedule_", strlen("rras_schedule_")) == 0;
}

size_t backtrace_take(char *text, size_t size, bool in_handler)
{
    void *frames[FRAMES_MOST];
    if (in_handler && is_nowhere(&frames[0]))
        return backtrace_take_place(text, size);
    int count = walk(frames, in_handler);
    if (count == 0)
        return backtrace_take_place(text, size);
    size_t length = 0;
    Dl_info own = {0}, info;
    bool interrupts = false; /* the frame before called a handler */
    dladdr((void *)(uintptr_t)backtrace_take, &own);
    for (int i = 0; i < count; i++) {
        if (!find_module(frames[i], &info) || info.dli_fbase == own.dli_fbase)
            continue;
        /* a return address is behind the call; of the interrupted function it is the place itself */
        bool interrupted = interrupts;
        interrupts = in_handler;
        if (in_handler) {
            in_handler = false;
            continue;
        }
        if (is_schedule(&info)) {
            length = 0;
            continue;
        }
        uintptr_t offset = (uintptr_t)frames[i] - (uintptr_t)info.dli_fbase - !interrupted;
        size_t written = add_frame(text + length, size - length, offset, info.dli_fname);
        if (written == 0)
            break;
        length += written;
    }
    return length;
}

/* --- telling --- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

struct frame {
    const char *function, *file;
    int line; /* 0: it is not known */
    const char *module;
    uint64_t offset;
};

/* Names have no blanks of this kind, whatever a DLL's symbols say. */
static void add_field(struct text *out, const char *field)
{
    for (; *field; field++)
        text_add_bytes(out, *field == '\t' || *field == '\n' ? " " : field, 1);
    text_add(out, "\t");
}

static void add_line(struct text *out, const struct frame *frame)
{
    add_field(out, frame->function);
    add_field(out, frame->file);
    text_addf(out, "%d\t", frame->line);
    add_field(out, frame->module);
    text_addf(out, "0x%llx\n", (unsigned long long)frame->offset);
}

#ifdef HAVE_LIBDW
/* What every thread begins with, and every signal handler is returned to by */
static bool is_plumbing(const char *function)
{
    static const char *const names[] = {
        "__restore_rt", "__libc_start_call_main", "__libc_start_main", "start_thread", "__clone", "clone"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(function, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

/* Unit by unit: not every compiler leaves a table of addresses for all of them */
static const char *find_source(Dwfl_Module *module, Dwarf_Addr address, int *number)
{
    Dwarf_Addr bias;
    for (Dwarf_Die *unit = NULL; (unit = dwfl_module_nextcu(module, unit, &bias));) {
        Dwarf_Line *line = dwarf_haspc(unit, address - bias) > 0 ? dwarf_getsrc_die(unit, address - bias) : NULL;
        if (line && dwarf_lineno(line, number) == 0)
            return dwarf_linesrc(line, NULL, NULL);
    }
    return NULL;
}

/* A function of C++ as its source calls it. The C++ library knows how; where it is not there, the name stays as it is. */
static void demangle(char *function, size_t size)
{
    char *(*plain)(const char *, char *, size_t *, int *) = NULL;
    void *library = strncmp(function, "_Z", 2) == 0 ? dlopen("libstdc++.so.6", RTLD_LAZY) : NULL;
    void *found = library ? dlsym(library, "__cxa_demangle") : NULL;
    memcpy(&plain, &found, sizeof plain);
    char *name = plain ? plain(function, NULL, NULL, NULL) : NULL;
    if (name)
        snprintf(function, size, "%s", name);
    free(name);
}

/* What a module's own symbols say of a place */
struct search {
    const char *path;
    uint64_t offset;
    char function[1024], file[256]; /* empty: nothing */
    int line;
};

/* A Windows DLL's are made into what libdw reads. */
static void search_symbols(void *self)
{
    static const Dwfl_Callbacks callbacks = {
        .find_elf = dwfl_build_id_find_elf,
        .find_debuginfo = dwfl_standard_find_debuginfo,
        .section_address = dwfl_offline_section_address,
    };
    struct search *search = self;
    int made = pe_image_is(search->path) ? pe_symbols_open(search->path) : -1;
    Dwfl *dwfl = dwfl_begin(&callbacks);
    Dwfl_Module *module = dwfl ? dwfl_report_offline(dwfl, "", search->path, made) : NULL; /* which takes the file */
    if (module && dwfl_report_end(dwfl, NULL, NULL) == 0) {
        Dwarf_Addr low = 0;
        dwfl_module_info(module, NULL, &low, NULL, NULL, NULL, NULL, NULL);
        const char *function = dwfl_module_addrname(module, low + search->offset);
        snprintf(search->function, sizeof search->function, "%s", function ? function : "");
        demangle(search->function, sizeof search->function);
        const char *file = find_source(module, low + search->offset, &search->line);
        snprintf(search->file, sizeof search->file, "%s", file ? base_name(file) : "");
    }
    if (dwfl)
        dwfl_end(dwfl);
}

/* Whether the module's own symbols know the place. libdw crashes when it gets no memory: what it has found until then
 * counts. */
static bool add_source(struct text *out, const char *module_path, uint64_t offset)
{
    struct search search = {.path = module_path, .offset = offset};
    survives(search_symbols, &search);
    if (*search.function && !is_plumbing(search.function))
        add_line(out, &(struct frame){search.function, search.file, *search.file ? search.line : 0,
                                      base_name(module_path), offset});
    return *search.function != '\0';
}
#else
static bool add_source(struct text *out, const char *module_path, uint64_t offset)
{
    (void)out, (void)module_path, (void)offset;
    return false;
}
#endif

/* Whoever says where it stands may say anything. */
static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

void backtrace_describe(struct text *out, const char *frames, size_t length)
{
    for (const char *at = frames, *end = frames + length; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        char path[4096], *rest;
        uint64_t offset = strtoull(at, &rest, 16);
        if (!newline || rest >= newline || (size_t)(newline - rest) > sizeof path)
            return;
        snprintf(path, sizeof path, "%.*s", (int)(newline - rest - 1), rest + 1);
        if (!is_file(path) || !add_source(out, path, offset))
            add_line(out, &(struct frame){"", "", 0, base_name(path), offset});
        at = newline + 1;
    }
}
