/* SPDX-License-Identifier: MIT */
#include "host/coff.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

/* What the file of the DLL that was asked for last says */
static struct {
    char path[MAX_PATH];
    IMAGE_SECTION_HEADER sections[64];
    unsigned section_count;
    IMAGE_SYMBOL *symbols; /* NULL: it has none */
    uint32_t count;
    char *strings; /* behind the symbols, its size in front */
    uint32_t strings_size;
} table;

/* By functions of the system: those of the C run-time library are watched. */
static bool read_at(HANDLE file, uint32_t place, void *to, uint32_t size)
{
    DWORD got = 0;
    return SetFilePointer(file, (LONG)place, NULL, FILE_BEGIN) == place && ReadFile(file, to, size, &got, NULL) &&
           got == size;
}

/* Reads the table; what is wrong with it makes it none. */
static void read_symbols(HANDLE file, const IMAGE_FILE_HEADER *header)
{
    enum { SYMBOLS_MOST = 1 << 22, STRINGS_MOST = 1 << 28 };
    uint32_t place = header->PointerToSymbolTable, count = header->NumberOfSymbols, size = 0;
    uint32_t bytes = count > SYMBOLS_MOST ? 0 : count * IMAGE_SIZEOF_SYMBOL;
    if (!place || !bytes || !read_at(file, place + bytes, &size, sizeof size) || size > STRINGS_MOST)
        return;
    IMAGE_SYMBOL *symbols = malloc(bytes);
    char *strings = malloc((size_t)size + 1);
    if (symbols && strings && read_at(file, place, symbols, bytes) && read_at(file, place + bytes, strings, size)) {
        strings[size] = '\0';
        table.symbols = symbols;
        table.strings = strings;
        table.count = count;
        table.strings_size = size;
    } else {
        free(symbols);
        free(strings);
    }
}

static void read_image(HANDLE file)
{
    IMAGE_DOS_HEADER dos;
    IMAGE_NT_HEADERS64 headers;
    if (!read_at(file, 0, &dos, sizeof dos) || !read_at(file, (uint32_t)dos.e_lfanew, &headers, sizeof headers))
        return;
    uint32_t sections = (uint32_t)dos.e_lfanew + (uint32_t)offsetof(IMAGE_NT_HEADERS64, OptionalHeader) +
                        headers.FileHeader.SizeOfOptionalHeader;
    unsigned count = headers.FileHeader.NumberOfSections;
    if (count > sizeof table.sections / sizeof *table.sections ||
        !read_at(file, sections, table.sections, count * (uint32_t)sizeof *table.sections))
        return;
    table.section_count = count;
    read_symbols(file, &headers.FileHeader);
}

static void open_table(const char *path)
{
    if (strcmp(table.path, path) == 0)
        return;
    free(table.symbols);
    free(table.strings);
    memset(&table, 0, sizeof table);
    snprintf(table.path, sizeof table.path, "%s", path);
    HANDLE file = CreateFileA(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return;
    read_image(file);
    CloseHandle(file);
}

static uint32_t address_of(const IMAGE_SYMBOL *symbol)
{
    bool inside = symbol->SectionNumber > 0 && (unsigned)symbol->SectionNumber <= table.section_count;
    return inside ? table.sections[symbol->SectionNumber - 1].VirtualAddress + symbol->Value : 0;
}

/* The name of the function that the place lies in, NULL when it is not known; `room` is for a short one */
static const char *name_of(uint32_t place, char room[IMAGE_SIZEOF_SHORT_NAME + 1])
{
    enum { FUNCTION = 0x20 };
    const IMAGE_SYMBOL *found = NULL;
    for (uint32_t i = 0; i < table.count; i += 1u + table.symbols[i].NumberOfAuxSymbols) {
        const IMAGE_SYMBOL *symbol = &table.symbols[i];
        uint32_t address = symbol->Type == FUNCTION ? address_of(symbol) : 0;
        if (address && address <= place && (!found || address >= address_of(found)))
            found = symbol;
    }
    if (!found)
        return NULL;
    if (found->N.Name.Short == 0)
        return found->N.Name.Long < table.strings_size ? table.strings + found->N.Name.Long : NULL;
    memcpy(room, found->N.ShortName, IMAGE_SIZEOF_SHORT_NAME);
    room[IMAGE_SIZEOF_SHORT_NAME] = '\0';
    return room;
}

/* Of winpthreads, libgcc and libstdc++; operator new is not among them, which is called for the DLL. */
static bool is_runtime_name(const char *name)
{
    static const char *const beginnings[] = {
        "pthread_",
        "_pthread_",
        "__pth",
        "pop_pthread_",
        "push_pthread_",
        "mutex_impl_init",
        "do_sema_b_",
        "__gthr",
        "__emutls",
        "emutls_",
        "__shmem",
        "__cxa_",
        "__gxx_",
        "_Unwind",
        "__register_frame",
        "_GLOBAL__sub_I__ZN9__gnu_cxx",
        "_ZN9__gnu_cxx",
        "_ZN12_GLOBAL__N_14pool",
        "_ZN10__cxxabiv1",
    };
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (strncmp(name, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

bool coff_is_runtime(const char *path, uint32_t offset)
{
    char room[IMAGE_SIZEOF_SHORT_NAME + 1];
    open_table(path);
    const char *name = name_of(offset, room);
    return name && is_runtime_name(name);
}
