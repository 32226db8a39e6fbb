/* SPDX-License-Identifier: MIT */
#include "host/pe_image.h"

#include "host/pe_headers.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEADERS_MOST = 4096 };

/** The beginning of a file, zeros behind its end. */
struct image {
    uint8_t bytes[HEADERS_MOST];
    uint64_t size;
};

static bool read_image(const char *path, struct image *image)
{
    struct stat status;
    *image = (struct image){0};
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool fine = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
                read(file, image->bytes, sizeof image->bytes) >= 0;
    image->size = fine ? (uint64_t)status.st_size : 0;
    if (file >= 0)
        close(file);
    return fine;
}

static uint32_t number(const struct image *image, uint64_t offset, unsigned size)
{
    uint32_t value = 0;
    for (unsigned i = size; i-- > 0;)
        value = value << 8 | (offset + i < HEADERS_MOST ? image->bytes[offset + i] : 0);
    return value;
}

bool pe_image_is(const char *path)
{
    struct image image;
    return read_image(path, &image) && image.bytes[0] == 'M' && image.bytes[1] == 'Z';
}

/* An assembly holds code for the common language run-time, which exports nothing. */
static bool is_assembly(const struct image *image, uint64_t optional)
{
    bool wide = number(image, optional, 2) == MAGIC_64;
    uint64_t count = optional + (wide ? OPTIONAL_DIRECTORY_COUNT_64 : OPTIONAL_DIRECTORY_COUNT_32);
    return number(image, count, 4) > DIRECTORY_CLR && number(image, count + 4 + DIRECTORY_CLR * DIRECTORY_SIZE, 4) != 0;
}

static bool is_whole(const struct image *image, uint64_t header, uint64_t optional)
{
    uint64_t section = optional + number(image, header + COFF_OPTIONAL_SIZE, 2);
    for (uint32_t i = number(image, header + COFF_SECTIONS, 2); i > 0; i--, section += SECTION_SIZE)
        if ((uint64_t)number(image, section + SECTION_RAW_PLACE, 4) + number(image, section + SECTION_RAW_SIZE, 4) >
            image->size)
            return false;
    return section <= image->size;
}

enum load_result pe_image_check(const char *path, struct text *why)
{
    struct image image;
    errno = 0;
    if (!read_image(path, &image)) {
        text_addf(why, "cannot be read: %s", errno ? strerror(errno) : "it is not a file");
        return LOAD_NOT_FOUND;
    }
    uint64_t header = number(&image, DOS_NEW_HEADER, 4), optional = header + COFF_SIZE;
    uint32_t machine = number(&image, header + COFF_MACHINE, 2);
    if (header > HEADERS_MOST - COFF_SIZE || memcmp(image.bytes + header, "PE\0", 4) != 0)
        text_add(why, "is a program for DOS, or cut short; expected a 64-bit Windows DLL");
    else if (is_assembly(&image, optional))
        text_add(why, "is a .NET assembly, which exports no functions; expected a native 64-bit DLL");
    else if (machine == MACHINE_I386)
        text_add(why, "is a 32-bit DLL, and RRAS is a 64-bit service; build it for x64");
    else if (machine != MACHINE_AMD64)
        text_addf(why, "is built for another processor (PE machine 0x%x, expected 0x%x, x64)", (unsigned)machine,
                  (unsigned)MACHINE_AMD64);
    else if (!(number(&image, header + COFF_CHARACTERISTICS, 2) & CHARACTERISTIC_DLL))
        text_add(why, "is a program (EXE), expected a DLL");
    else if (!is_whole(&image, header, optional))
        text_add(why, "is cut short: it is smaller than its parts");
    return why->length ? LOAD_NOT_AN_IMAGE : LOAD_OK;
}
