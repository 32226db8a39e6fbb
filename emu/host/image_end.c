/* SPDX-License-Identifier: MIT */
#include "host/image_end.h"

#include "runtime/loader.h"

#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct image_place image_place_of(void *library)
{
    struct link_map *map = NULL;
    if (dlinfo(library, RTLD_DI_LINKMAP, &map) != 0)
        return (struct image_place){0};
    return (struct image_place){strdup(map->l_name), map->l_addr};
}

static const ElfW(Dyn) * entry_of(const struct link_map *map, ElfW(Sxword) tag)
{
    const ElfW(Dyn) *entry = map->l_ld;
    while (entry->d_tag != DT_NULL && entry->d_tag != tag)
        entry++;
    return entry->d_tag == tag ? entry : NULL;
}

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Whether another image was linked with this one */
static bool is_needed(const struct link_map *image)
{
    const struct link_map *first = image;
    while (first->l_prev)
        first = first->l_prev;
    for (const struct link_map *map = first; map; map = map->l_next) {
        const ElfW(Dyn) *strings = entry_of(map, DT_STRTAB);
        for (const ElfW(Dyn) *entry = map->l_ld; strings && map != image && entry->d_tag != DT_NULL; entry++)
            if (entry->d_tag == DT_NEEDED &&
                strcmp(last_name((const char *)strings->d_un.d_ptr + entry->d_un.d_val), last_name(image->l_name)) == 0)
                return true;
    }
    return false;
}

static void nothing(void)
{
}

/* The last is called first, and none again when the process ends. */
static void call_destructors(const struct link_map *map)
{
    const ElfW(Dyn) *array = entry_of(map, DT_FINI_ARRAY), *size = entry_of(map, DT_FINI_ARRAYSZ);
    void (**functions)(void) = array ? (void (**)(void))(map->l_addr + array->d_un.d_ptr) : NULL;
    size_t count = array && size ? size->d_un.d_val / sizeof *functions : 0;
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), begin = (uintptr_t)functions & ~(page - 1);
    bool writable = count > 0 &&
                    mprotect((void *)begin, (uintptr_t)(functions + count) - begin, PROT_READ | PROT_WRITE) == 0;
    while (writable && count-- > 0) {
        void (*function)(void) = functions[count];
        functions[count] = nothing;
        function();
    }
}

bool image_end(struct image_place place)
{
    struct link_map *map = NULL;
    void *library = place.path ? dlopen(place.path, RTLD_LAZY | RTLD_NOLOAD) : NULL;
    bool kept = library && dlinfo(library, RTLD_DI_LINKMAP, &map) == 0 && map->l_addr == place.base &&
                !rras_module_is_held((void *)place.base) && !is_needed(map);
    if (kept)
        call_destructors(map);
    if (library)
        dlclose(library);
    free(place.path);
    return kept;
}
