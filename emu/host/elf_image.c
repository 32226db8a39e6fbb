/* SPDX-License-Identifier: MIT */
#include "host/elf_image.h"

#include "host/lookalike.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <gelf.h>
#include <libelf.h>
#include <limits.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__x86_64__)
enum { OUR_MACHINE = EM_X86_64 };
#elif defined(__aarch64__)
enum { OUR_MACHINE = EM_AARCH64 };
#else
#error "add the ELF machine number of this processor"
#endif

/* The dynamic section names libraries and symbols by offsets into its string table */
struct dynamic {
    Elf *elf;
    size_t strings;
    Elf_Scn *needed;  /* SHT_DYNAMIC */
    Elf_Scn *symbols; /* SHT_DYNSYM */
};

static struct dynamic find_dynamic(Elf *elf)
{
    struct dynamic dynamic = {.elf = elf};
    for (Elf_Scn *section = NULL; (section = elf_nextscn(elf, section));) {
        GElf_Shdr header;
        if (!gelf_getshdr(section, &header))
            continue;
        if (header.sh_type == SHT_DYNAMIC)
            dynamic.needed = section;
        if (header.sh_type == SHT_DYNSYM) {
            dynamic.symbols = section;
            dynamic.strings = header.sh_link;
        }
    }
    return dynamic;
}

enum { LIBRARIES_MOST = 64 };

/* Whether the folder of a DLL has a library of this name */
static bool is_beside(const char *path, const char *name)
{
    struct text beside = {0};
    const char *slash = strrchr(path, '/'), *last = strrchr(name, '/');
    text_addf(&beside, "%.*s/%s", slash ? (int)(slash - path) : 1, slash ? path : ".", last ? last + 1 : name);
    bool there = access(text_string(&beside), F_OK) == 0;
    text_free(&beside);
    return there;
}

/* Opens the libraries a DLL needs, as the loader would. Adds those that are not there to *why. */
static size_t open_needed(const struct dynamic *dynamic, const char *path, void *libraries[LIBRARIES_MOST],
                          struct text *why)
{
    size_t count = 0;
    Elf_Data *data = dynamic->needed ? elf_getdata(dynamic->needed, NULL) : NULL;
    GElf_Dyn entry;
    for (int i = 0; data && gelf_getdyn(data, i, &entry) && entry.d_tag != DT_NULL; i++) {
        if (entry.d_tag != DT_NEEDED || count == LIBRARIES_MOST)
            continue;
        const char *name = elf_strptr(dynamic->elf, dynamic->strings, entry.d_un.d_val);
        void *library = name ? dlopen(name, RTLD_LAZY | RTLD_LOCAL) : NULL;
        if (library)
            libraries[count++] = library;
        else
            text_addf(why, "%s the library %s", why->length ? "," : "needs", name ? name : "?");
        if (!library && name && is_beside(path, name))
            text_add(why, " (it is in the DLL's own folder: link with -Wl,-rpath,'$ORIGIN')");
    }
    return count;
}

static bool resolved(const char *name, void *const libraries[], size_t count)
{
    if (dlsym(RTLD_DEFAULT, name))
        return true;
    for (size_t i = 0; i < count; i++)
        if (dlsym(libraries[i], name))
            return true;
    return false;
}

/* What the dynamic symbol table refers to and nobody has */
static void add_unresolved(const struct dynamic *dynamic, void *const libraries[], size_t count, struct text *why)
{
    Elf_Data *data = dynamic->symbols ? elf_getdata(dynamic->symbols, NULL) : NULL;
    GElf_Sym symbol;
    for (int i = 1; data && gelf_getsym(data, i, &symbol); i++) {
        const char *name = elf_strptr(dynamic->elf, dynamic->strings, symbol.st_name);
        if (symbol.st_shndx != SHN_UNDEF || GELF_ST_BIND(symbol.st_info) != STB_GLOBAL || !name || !*name ||
            resolved(name, libraries, count))
            continue;
        text_addf(why, "%s %s", why->length ? "," : "needs", name);
    }
}

/* A file that was cut short would be mapped all the same and kill who touches what is missing. */
static bool is_whole(Elf *elf, uint64_t size)
{
    size_t count = 0;
    GElf_Phdr segment;
    if (elf_getphdrnum(elf, &count) != 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!gelf_getphdr(elf, (int)i, &segment) ||
            (segment.p_type == PT_LOAD && (segment.p_offset > size || segment.p_filesz > size - segment.p_offset)))
            return false;
    return count > 0;
}

static enum load_result check_kind(Elf *elf, uint64_t size, struct text *why)
{
    GElf_Ehdr header;
    if (!elf || elf_kind(elf) != ELF_K_ELF || !gelf_getehdr(elf, &header)) {
        size_t length = 0;
        const char *bytes = elf ? elf_rawfile(elf, &length) : NULL;
        text_add(why, bytes && length > 1 && bytes[0] == 'M' && bytes[1] == 'Z'
                          ? "is a Windows DLL, expected the same source built as a shared object (.so)"
                          : "is not an ELF file, expected a shared object (.so)");
        return LOAD_NOT_AN_IMAGE;
    }
    if (header.e_machine != OUR_MACHINE || header.e_ident[EI_CLASS] != ELFCLASS64 ||
        header.e_ident[EI_DATA] != ELFDATA2LSB) {
        text_addf(why, "is built for another processor (ELF machine %u, expected %u)", (unsigned)header.e_machine,
                  (unsigned)OUR_MACHINE);
        return LOAD_NOT_AN_IMAGE;
    }
    if (header.e_type != ET_DYN) {
        text_add(why, "is not a shared object, expected one linked with -shared");
        return LOAD_NOT_AN_IMAGE;
    }
    if (!is_whole(elf, size)) {
        text_add(why, "is cut short: it is smaller than its parts");
        return LOAD_NOT_AN_IMAGE;
    }
    return LOAD_OK;
}

enum load_result elf_image_check(const char *path, struct text *why)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        if (errno == ENOENT)
            text_add(why, "does not exist");
        else
            text_addf(why, "cannot be reached: %s", strerror(errno));
        return LOAD_NOT_FOUND;
    }
    if (!S_ISREG(status.st_mode)) {
        text_add(why, "is not a file, expected a shared object (.so)");
        return LOAD_NOT_FOUND;
    }
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        text_addf(why, "cannot be opened for reading: %s", strerror(errno));
        return LOAD_NOT_FOUND;
    }
    elf_version(EV_CURRENT);
    errno = 0;
    Elf *elf = elf_begin(file, ELF_C_READ, NULL);
    enum load_result result = check_kind(elf, (uint64_t)status.st_size, why);
    if (result != LOAD_OK && errno == ENOMEM) { /* of the file nothing is known then */
        text_reset(why);
        result = LOAD_NO_MEMORY;
    }
    elf_end(elf);
    close(file);
    return result;
}

/* An image that is open for reading */
struct opened {
    int file;
    Elf *elf;
    struct dynamic dynamic;
};

static bool open_image(struct opened *image, const char *path)
{
    *image = (struct opened){.file = open(path, O_RDONLY | O_CLOEXEC)};
    elf_version(EV_CURRENT);
    image->elf = image->file < 0 ? NULL : elf_begin(image->file, ELF_C_READ, NULL);
    if (image->elf)
        image->dynamic = find_dynamic(image->elf);
    return image->elf != NULL;
}

static void close_image(struct opened *image)
{
    elf_end(image->elf);
    if (image->file >= 0)
        close(image->file);
}

enum load_result elf_image_unresolved(const char *path, struct text *why)
{
    struct opened image;
    enum load_result result = LOAD_REFUSED;
    if (open_image(&image, path)) {
        void *libraries[LIBRARIES_MOST];
        size_t count = open_needed(&image.dynamic, path, libraries, why);
        if (why->length > 0)
            result = LOAD_LIBRARY_MISSING;
        add_unresolved(&image.dynamic, libraries, count, why);
        while (count > 0)
            dlclose(libraries[--count]);
        if (why->length > 0)
            text_add(why, ", which nothing here offers");
        if (why->length > 0 && result == LOAD_REFUSED)
            result = LOAD_UNRESOLVED;
    }
    close_image(&image);
    return result;
}

/* Whether the library, as the loader found it, lies in the DLL's own folder */
static bool is_in_own_folder(const char *path, const char *name)
{
    struct link_map *map = NULL;
    char own[PATH_MAX], found[PATH_MAX];
    void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL | RTLD_NOLOAD);
    bool same = library && dlinfo(library, RTLD_DI_LINKMAP, &map) == 0 && realpath(path, own) &&
                realpath(map->l_name, found);
    char *own_end = same ? strrchr(own, '/') : NULL, *found_end = same ? strrchr(found, '/') : NULL;
    same = same && own_end - own == found_end - found && memcmp(own, found, (size_t)(own_end - own)) == 0;
    if (library)
        dlclose(library);
    return same;
}

void elf_image_own_libraries(const char *path, struct text *why)
{
    struct opened image;
    Elf_Data *data = NULL;
    GElf_Dyn entry;
    if (open_image(&image, path) && image.dynamic.needed)
        data = elf_getdata(image.dynamic.needed, NULL);
    for (int i = 0; data && gelf_getdyn(data, i, &entry) && entry.d_tag != DT_NULL; i++) {
        const char *name = entry.d_tag == DT_NEEDED ? elf_strptr(image.elf, image.dynamic.strings, entry.d_un.d_val)
                                                    : NULL;
        if (name && is_in_own_folder(path, name))
            text_addf(why, "%s the library %s", why->length ? "," : "needs", name);
    }
    if (why->length)
        text_add(why, ", which is in the DLL's own folder only, where Windows does not look "
                      "(--policy dependent-folder)");
    close_image(&image);
}

void elf_image_lookalikes(const char *path, struct text *words)
{
    struct opened image;
    Elf_Data *data = NULL;
    GElf_Sym symbol;
    if (open_image(&image, path) && image.dynamic.symbols)
        data = elf_getdata(image.dynamic.symbols, NULL);
    for (int i = 1; data && gelf_getsym(data, i, &symbol); i++) {
        const char *name = elf_strptr(image.elf, image.dynamic.strings, symbol.st_name);
        if (symbol.st_shndx != SHN_UNDEF && GELF_ST_TYPE(symbol.st_info) == STT_FUNC && name)
            lookalike_add(words, name);
    }
    close_image(&image);
}
