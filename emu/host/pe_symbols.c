/* SPDX-License-Identifier: MIT */
#include "host/pe_symbols.h"

#include "core/text.h"
#include "host/pe_headers.h"

#include <fcntl.h>
#include <gelf.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECTIONS_MOST = 256, NAME_MOST = 4096 };

/* An image in memory: whatever it says of itself is looked at before it is believed */
struct pe {
    const uint8_t *bytes;
    uint64_t size;
    uint64_t header, optional, sections, symbols, strings; /* offsets */
    uint64_t base, image_size;
    uint32_t section_count, symbol_count;
};

/* What is made of it. The buffers live until the file is written. */
struct made {
    Elf *elf;
    struct text names, strings; /* of sections, of symbols: each begins with a NUL */
    Elf64_Sym *symbols;
    size_t symbol_count, symbol_room;
};

/* 0 where there is nothing */
static uint64_t number(const struct pe *pe, uint64_t offset, unsigned size)
{
    uint64_t value = 0;
    if (offset > pe->size || size > pe->size - offset)
        return 0;
    for (unsigned i = size; i-- > 0;)
        value = value << 8 | pe->bytes[offset + i];
    return value;
}

/* A text that ends by a NUL, after `most` bytes, or with the file */
static void take_name(const struct pe *pe, uint64_t offset, size_t most, char name[NAME_MOST])
{
    size_t length = offset < pe->size ? (size_t)(pe->size - offset) : 0;
    length = length < most ? length : most;
    length = length < NAME_MOST ? length : NAME_MOST - 1;
    snprintf(name, NAME_MOST, "%.*s", (int)length, length ? (const char *)pe->bytes + offset : "");
}

static bool look_at_headers(struct pe *pe)
{
    pe->header = number(pe, DOS_NEW_HEADER, 4);
    pe->optional = pe->header + COFF_SIZE;
    pe->sections = pe->optional + number(pe, pe->header + COFF_OPTIONAL_SIZE, 2);
    pe->section_count = (uint32_t)number(pe, pe->header + COFF_SECTIONS, 2);
    pe->symbols = number(pe, pe->header + COFF_SYMBOLS, 4);
    pe->symbol_count = pe->symbols ? (uint32_t)number(pe, pe->header + COFF_SYMBOL_COUNT, 4) : 0;
    pe->strings = pe->symbols + (uint64_t)pe->symbol_count * SYMBOL_SIZE;
    pe->base = number(pe, pe->optional + OPTIONAL_IMAGE_BASE_64, 8);
    pe->image_size = number(pe, pe->optional + OPTIONAL_IMAGE_SIZE, 4);
    return number(pe, 0, 2) == 0x5a4d && number(pe, pe->optional, 2) == MAGIC_64 &&
           number(pe, pe->header + COFF_MACHINE, 2) == MACHINE_AMD64 && pe->section_count <= SECTIONS_MOST &&
           pe->strings <= pe->size;
}

static uint64_t section_header(const struct pe *pe, uint32_t index)
{
    return pe->sections + (uint64_t)index * SECTION_SIZE;
}

/* --- symbols --- */

/* `section` counts from 1 in both kinds of file. */
static void add_symbol(struct made *made, const char *name, uint64_t value, uint32_t section)
{
    if (made->symbol_count == made->symbol_room) {
        size_t room = made->symbol_room ? 2 * made->symbol_room : 1024;
        Elf64_Sym *symbols = realloc(made->symbols, room * sizeof *symbols);
        if (!symbols) {
            made->strings.failed = true;
            return;
        }
        made->symbols = symbols;
        made->symbol_room = room;
    }
    made->symbols[made->symbol_count++] = (Elf64_Sym){
        .st_name = (Elf64_Word)made->strings.length,
        .st_info = ELF64_ST_INFO(*name ? STB_GLOBAL : STB_LOCAL, *name ? STT_FUNC : STT_NOTYPE),
        .st_shndx = (Elf64_Section)section,
        .st_value = value};
    text_add_bytes(&made->strings, name, strlen(name) + 1);
}

static void add_coff_symbols(struct made *made, const struct pe *pe)
{
    char name[NAME_MOST];
    for (uint64_t i = 0; i < pe->symbol_count; i++) {
        uint64_t at = pe->symbols + i * SYMBOL_SIZE;
        uint32_t section = (uint32_t)number(pe, at + SYMBOL_SECTION, 2);
        i += number(pe, at + SYMBOL_AUXILIARIES, 1);
        if (number(pe, at + SYMBOL_TYPE, 2) != SYMBOL_IS_FUNCTION || section == 0 || section > pe->section_count)
            continue;
        if (number(pe, at, 4) == 0) /* a long one is elsewhere */
            take_name(pe, pe->strings + number(pe, at + 4, 4), NAME_MOST, name);
        else
            take_name(pe, at, SYMBOL_NAME_SIZE, name);
        uint64_t address = number(pe, section_header(pe, section - 1) + SECTION_ADDRESS, 4);
        add_symbol(made, name, pe->base + address + number(pe, at + SYMBOL_VALUE, 4), section);
    }
}

/* The section that an address from the base lies in, from 1; 0: none */
static uint32_t section_of(const struct pe *pe, uint64_t address)
{
    for (uint32_t i = 0; i < pe->section_count; i++) {
        uint64_t begin = number(pe, section_header(pe, i) + SECTION_ADDRESS, 4);
        if (address >= begin && address - begin < number(pe, section_header(pe, i) + SECTION_VIRTUAL_SIZE, 4))
            return i + 1;
    }
    return 0;
}

static uint64_t place_of(const struct pe *pe, uint64_t address)
{
    uint32_t section = section_of(pe, address);
    if (!section)
        return pe->size; /* where there is nothing */
    uint64_t header = section_header(pe, section - 1);
    return address - number(pe, header + SECTION_ADDRESS, 4) + number(pe, header + SECTION_RAW_PLACE, 4);
}

static void add_exports(struct made *made, const struct pe *pe)
{
    char name[NAME_MOST];
    uint64_t directory = pe->optional + OPTIONAL_DIRECTORY_COUNT_64 + 4 + DIRECTORY_EXPORT * DIRECTORY_SIZE;
    uint64_t table = place_of(pe, number(pe, directory, 4));
    uint64_t names = place_of(pe, number(pe, table + EXPORTS_NAMES, 4));
    uint64_t ordinals = place_of(pe, number(pe, table + EXPORTS_ORDINALS, 4));
    uint64_t functions = place_of(pe, number(pe, table + EXPORTS_FUNCTIONS, 4));
    uint64_t count = number(pe, table + EXPORTS_NAME_COUNT, 4);
    for (uint64_t i = 0; i < count && names + 4 * i < pe->size; i++) {
        uint64_t address = number(pe, functions + 4 * number(pe, ordinals + 2 * i, 2), 4);
        uint32_t section = section_of(pe, address);
        take_name(pe, place_of(pe, number(pe, names + 4 * i, 4)), NAME_MOST, name);
        if (section)
            add_symbol(made, name, pe->base + address, section);
    }
}

/* --- sections --- */

/* One that has bytes, or only a place where there are some */
static bool add_section(struct made *made, const char *name, GElf_Shdr header, const void *bytes)
{
    Elf_Scn *section = elf_newscn(made->elf);
    Elf_Data *data = section ? elf_newdata(section) : NULL;
    if (!data)
        return false;
    header.sh_name = (GElf_Word)made->names.length;
    text_add_bytes(&made->names, name, strlen(name) + 1);
    *data = (Elf_Data){.d_buf = header.sh_type == SHT_NOBITS ? NULL : (void *)bytes,
                       .d_type = header.sh_type == SHT_SYMTAB ? ELF_T_SYM : ELF_T_BYTE,
                       .d_size = header.sh_size,
                       .d_align = 1,
                       .d_version = EV_CURRENT};
    return gelf_update_shdr(section, &header) != 0;
}

static bool add_image_section(struct made *made, const struct pe *pe, uint32_t index)
{
    char name[NAME_MOST];
    uint64_t header = section_header(pe, index);
    take_name(pe, header, SECTION_NAME_SIZE, name);
    if (*name == '/') /* a long one is elsewhere */
        take_name(pe, pe->strings + strtoul(name + 1, NULL, 10), NAME_MOST, name);
    bool is_debug = strncmp(name, ".debug_", strlen(".debug_")) == 0;
    uint64_t size = number(pe, header + SECTION_VIRTUAL_SIZE, 4), raw = number(pe, header + SECTION_RAW_SIZE, 4);
    uint64_t place = number(pe, header + SECTION_RAW_PLACE, 4);
    if (is_debug && (place > pe->size || raw > pe->size - place))
        return false;
    bool is_code = number(pe, header + SECTION_CHARACTERISTICS, 4) & SECTION_IS_CODE;
    return add_section(made, name,
                       (GElf_Shdr){.sh_type = is_debug ? SHT_PROGBITS : SHT_NOBITS,
                                   .sh_flags = is_debug  ? 0
                                               : is_code ? SHF_ALLOC | SHF_EXECINSTR
                                                         : SHF_ALLOC,
                                   .sh_addr = is_debug ? 0 : pe->base + number(pe, header + SECTION_ADDRESS, 4),
                                   .sh_size = is_debug && raw < size ? raw : size},
                       pe->bytes + place);
}

/* The last section holds the names of all, its own too. */
static bool add_names(struct made *made)
{
    static const char own[] = ".shstrtab";
    struct text *names = &made->names;
    uint32_t name = (uint32_t)names->length;
    text_add_bytes(names, own, sizeof own);
    Elf_Scn *section = elf_newscn(made->elf);
    Elf_Data *data = section && !names->failed ? elf_newdata(section) : NULL;
    if (!data)
        return false;
    *data = (Elf_Data){.d_buf = (void *)(uintptr_t)text_string(names),
                       .d_type = ELF_T_BYTE,
                       .d_size = names->length,
                       .d_align = 1,
                       .d_version = EV_CURRENT};
    return gelf_update_shdr(section, &(GElf_Shdr){.sh_name = name, .sh_type = SHT_STRTAB, .sh_size = names->length}) !=
           0;
}

static bool add_tables(struct made *made, const struct pe *pe)
{
    uint32_t strings = pe->section_count + 2; /* the section behind the symbols' */
    return add_section(made, ".symtab",
                       (GElf_Shdr){.sh_type = SHT_SYMTAB,
                                   .sh_size = made->symbol_count * sizeof *made->symbols,
                                   .sh_entsize = sizeof *made->symbols,
                                   .sh_link = strings,
                                   .sh_info = 1},
                       made->symbols) &&
           add_section(made, ".strtab", (GElf_Shdr){.sh_type = SHT_STRTAB, .sh_size = made->strings.length},
                       text_string(&made->strings)) &&
           add_names(made);
}

static bool make(struct made *made, const struct pe *pe)
{
    GElf_Phdr whole = {
        .p_type = PT_LOAD, .p_flags = PF_R | PF_X, .p_vaddr = pe->base, .p_memsz = pe->image_size, .p_align = 4096};
    GElf_Ehdr header;
    text_add_bytes(&made->names, "", 1);
    add_symbol(made, "", 0, 0);
    add_coff_symbols(made, pe);
    if (made->symbol_count == 1)
        add_exports(made, pe);
    if (!gelf_newehdr(made->elf, ELFCLASS64) || !gelf_newphdr(made->elf, 1))
        return false;
    for (uint32_t i = 0; i < pe->section_count; i++)
        if (!add_image_section(made, pe, i))
            return false;
    if (made->strings.failed || !add_tables(made, pe))
        return false;
    if (!gelf_getehdr(made->elf, &header))
        return false;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_type = ET_EXEC;
    header.e_machine = EM_X86_64;
    header.e_version = EV_CURRENT;
    header.e_shstrndx = (GElf_Half)(pe->section_count + 3);
    return gelf_update_ehdr(made->elf, &header) && gelf_update_phdr(made->elf, 0, &whole) &&
           elf_update(made->elf, ELF_C_WRITE) >= 0;
}

static int make_file(const struct pe *pe)
{
    struct made made = {0};
    int file = memfd_create("symbols", MFD_CLOEXEC);
    elf_version(EV_CURRENT);
    made.elf = file >= 0 ? elf_begin(file, ELF_C_WRITE, NULL) : NULL;
    bool fine = made.elf && make(&made, pe);
    if (made.elf)
        elf_end(made.elf);
    text_free(&made.names);
    text_free(&made.strings);
    free(made.symbols);
    if (!fine && file >= 0)
        close(file);
    return fine ? file : -1;
}

int pe_symbols_open(const char *path)
{
    struct stat status;
    int made = -1, file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return -1;
    struct pe pe = {.size = fstat(file, &status) == 0 && S_ISREG(status.st_mode) ? (uint64_t)status.st_size : 0};
    void *bytes = pe.size ? mmap(NULL, (size_t)pe.size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    if (bytes != MAP_FAILED) {
        pe.bytes = bytes;
        made = look_at_headers(&pe) ? make_file(&pe) : -1;
        munmap(bytes, (size_t)pe.size);
    }
    close(file);
    return made;
}
