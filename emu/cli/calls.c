/* SPDX-License-Identifier: MIT */
#include "cli/calls.h"

#include "runtime/absent.h"
#include "runtime/schedule.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <gelf.h>
#include <string.h>
#include <unistd.h>

/* Whether it is our library that has a function of this name */
static bool is_ours(const char *name)
{
    Dl_info library, found;
    void *function = dlsym(RTLD_DEFAULT, name);
    return function && dladdr(function, &found) && dladdr((void *)(uintptr_t)rras_schedule_is_on, &library) &&
           found.dli_fbase == library.dli_fbase;
}

/* A symbol of the C run-time library's functions has a mark in front. */
static const char *plain(const char *symbol)
{
    static const char mark[] = "rras_";
    return strncmp(symbol, mark, sizeof mark - 1) == 0 ? symbol + sizeof mark - 1 : symbol;
}

static unsigned add_undefined(Elf *elf, Elf_Scn *section, const GElf_Shdr *header, bool (*is_one)(const char *name),
                              struct text *names)
{
    Elf_Data *data = elf_getdata(section, NULL);
    unsigned count = 0;
    for (size_t i = 0; data && header->sh_entsize && i < header->sh_size / header->sh_entsize; i++) {
        GElf_Sym symbol;
        if (!gelf_getsym(data, (int)i, &symbol) || symbol.st_shndx != SHN_UNDEF)
            continue;
        const char *name = elf_strptr(elf, header->sh_link, symbol.st_name);
        if (name && *name && is_ours(name) && (!is_one || is_one(plain(name))))
            text_addf(names, "%s%s", count++ > 0 ? ", " : "", plain(name));
    }
    return count;
}

unsigned calls_add(const char *dll, bool (*is_one)(const char *name), struct text *names)
{
    unsigned count = 0;
    int file = open(dll, O_RDONLY | O_CLOEXEC);
    elf_version(EV_CURRENT);
    Elf *elf = file >= 0 ? elf_begin(file, ELF_C_READ, NULL) : NULL;
    GElf_Shdr header;
    for (Elf_Scn *section = NULL; elf && (section = elf_nextscn(elf, section));)
        if (gelf_getshdr(section, &header) && header.sh_type == SHT_DYNSYM)
            count += add_undefined(elf, section, &header, is_one, names);
    if (elf)
        elf_end(elf);
    if (file >= 0)
        close(file);
    return count;
}

bool calls_is_absent(const char *name)
{
    for (const char *const *absent = rras_absent; *absent; absent++)
        if (strcmp(*absent, name) == 0)
            return true;
    return false;
}
