/* SPDX-License-Identifier: MIT */
/* Any bytes as a module-definition file: a linker script, or one line of what is wrong. */
#include "host/def_file.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text script = {0};
    struct error error = {0};
    if (def_file_convert(&script, (const char *)data, size, "fuzz.def", &error) != (error.class == FAILURE_NONE))
        abort(); /* a failure without a word, or a word without one */
    if (strchr(error.text, '\n'))
        abort(); /* more than a line */
    text_free(&script);
    return 0;
}
