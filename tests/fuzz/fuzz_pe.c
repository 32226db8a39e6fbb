/* SPDX-License-Identifier: MIT */
/* Any bytes as a Windows DLL: what its functions are called, and what is wrong with it. */
#include "host/pe_image.h"
#include "host/pe_symbols.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    struct text why = {0};
    int file = memfd_create("fuzz", 0), symbols;
    if (file < 0 || write(file, data, size) != (ssize_t)size)
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if ((pe_image_check(path, &why) == LOAD_OK) != (why.length == 0))
        abort(); /* a failure without a word, or a word without one */
    if ((symbols = pe_symbols_open(path)) >= 0)
        close(symbols);
    text_free(&why);
    close(file);
    return 0;
}
