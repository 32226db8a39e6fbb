/* SPDX-License-Identifier: MIT */
#include "cli/uses.h"

#include "cli/calls.h"
#include "cli/compile.h"
#include "core/text.h"

#include <stdio.h>

void uses_tell(char *const *sources, int count, struct error *error)
{
    for (int i = 0; i < count && error->class == FAILURE_NONE; i++) {
        struct text names = {0};
        const char *dll = compile_is_source(sources[i]) ? compile_look(sources[i], &names, error) : NULL;
        if (!compile_is_source(sources[i]))
            error_set(error, FAILURE_USAGE,
                      "doctor: %s: is no source, expected a name that ends in .c, .cpp, .cc or .cxx", sources[i]);
        if (dll && names.length == 0) {
            unsigned calls = calls_add(dll, NULL, &names);
            printf("native   %s: %u function%s of Windows%s%s\n", sources[i], calls, calls == 1 ? "" : "s",
                   calls ? ": " : "", text_string(&names));
            text_reset(&names);
            if (calls_add(dll, calls_is_absent, &names) > 0)
                printf("not-here %s: %s\n", sources[i], text_string(&names));
        } else if (dll) {
            printf("wine     %s: needs %s\n", sources[i], text_string(&names));
        }
        text_free(&names);
    }
    compile_clean();
}
