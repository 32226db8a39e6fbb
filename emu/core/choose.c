/* SPDX-License-Identifier: MIT */
#include "core/choose.h"

#include "core/text.h"

#include <string.h>

bool choose_word(const char *what, const char *word, const void *words, size_t count, size_t stride, size_t *index,
                 struct error *error)
{
    struct text list = {0};
    for (*index = 0; *index < count; (*index)++) {
        const char *each;
        memcpy(&each, (const char *)words + *index * stride, sizeof each);
        if (strcmp(each, word) == 0) {
            text_free(&list);
            return true;
        }
        text_addf(&list, "%s%s", *index ? ", " : "", each);
    }
    const char *nearest = count ? text_nearest(word, words, count, stride) : NULL;
    error_set(error, FAILURE_USAGE, "%s: %s, expected one of %s%s%s%s", what, word, text_string(&list),
              nearest ? "; did you mean " : "", nearest ? nearest : "", nearest ? "?" : "");
    text_free(&list);
    return false;
}
