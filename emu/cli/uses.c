/* SPDX-License-Identifier: MIT */
#include "cli/uses.h"

#include "cli/compile.h"
#include "core/text.h"
#include "runtime/schedule.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdio.h>
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

static unsigned add_undefined(Elf *elf, Elf_Scn *section, const GElf_Shdr *header, struct text *names)
{
    Elf_Data *data = elf_getdata(section, NULL);
    unsigned count = 0;
    for (size_t i = 0; data && header->sh_entsize && i < header->sh_size / header->sh_entsize; i++) {
        GElf_Sym symbol;
        if (!gelf_getsym(data, (int)i, &symbol) || symbol.st_shndx != SHN_UNDEF)
            continue;
        const char *name = elf_strptr(elf, header->sh_link, symbol.st_name);
        if (name && *name && is_ours(name))
            text_addf(names, "%s%s", count++ > 0 ? ", " : "", plain(name));
    }
    return count;
}

/* The functions of our library that a DLL calls; how many there are */
static unsigned find_calls(const char *dll, struct text *names)
{
    unsigned count = 0;
    int file = open(dll, O_RDONLY | O_CLOEXEC);
    elf_version(EV_CURRENT);
    Elf *elf = file >= 0 ? elf_begin(file, ELF_C_READ, NULL) : NULL;
    GElf_Shdr header;
    for (Elf_Scn *section = NULL; elf && (section = elf_nextscn(elf, section));)
        if (gelf_getshdr(section, &header) && header.sh_type == SHT_DYNSYM)
            count += add_undefined(elf, section, &header, names);
    if (elf)
        elf_end(elf);
    if (file >= 0)
        close(file);
    return count;
}

void uses_tell(char *const *sources, int count, struct error *error)
{
    for (int i = 0; i < count && error->class == FAILURE_NONE; i++) {
        struct text names = {0};
        const char *dll = compile_is_source(sources[i]) ? compile_look(sources[i], &names, error) : NULL;
        if (!compile_is_source(sources[i]))
            error_set(error, FAILURE_USAGE,
                      "doctor: %s: is no source, expected a name that ends in .c, .cpp, .cc or .cxx", sources[i]);
        if (dll && names.length == 0) {
            unsigned calls = find_calls(dll, &names);
            printf("native   %s: %u function%s of Windows%s%s\n", sources[i], calls, calls == 1 ? "" : "s",
                   calls ? ": " : "", text_string(&names));
        } else if (dll) {
            printf("wine     %s: needs %s\n", sources[i], text_string(&names));
        }
        text_free(&names);
    }
    compile_clean();
}
