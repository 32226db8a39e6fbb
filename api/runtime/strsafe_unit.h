/* SPDX-License-Identifier: MIT */
/* The functions of strsafe.h for one kind of character: UNIT, SUFFIX, and FORMAT(to, size, format, list),
 * which ends the string and returns its length or, when it was cut, -1. No guard: included twice. */

#define PASTE_(base, suffix) base##suffix
#define PASTE(base, suffix) PASTE_(base, suffix)
#define NAME(base) PASTE(base, SUFFIX)

static size_t NAME(count)(const UNIT *text, size_t most)
{
    size_t count = 0;
    while (count < most && text[count])
        count++;
    return count;
}

/* Where a string goes, and what is asked to be told of it; sizes in characters */
struct NAME(target) {
    UNIT *to;
    size_t size;
    UNIT **end;
    size_t *left;
    DWORD flags;
    size_t unit; /* what is told is counted in: 1, or sizeof(UNIT) */
    size_t odd;  /* bytes behind the last whole character */
};

static BOOL NAME(is_usable)(const struct NAME(target) * target)
{
    return target->to && target->size > 0 && target->size <= STRSAFE_MAX_CCH;
}

/* `kept` is how long the string was before, and stays if nothing may be cut */
static HRESULT NAME(finish)(const struct NAME(target) * target, size_t kept, HRESULT result)
{
    UNIT *to = target->to;
    BYTE fill = (BYTE)target->flags;
    if (FAILED(result) && (target->flags & STRSAFE_NO_TRUNCATION))
        to[kept] = 0;
    if (FAILED(result) && (target->flags & STRSAFE_FILL_ON_FAILURE)) {
        memset(to, fill, target->size * sizeof(UNIT));
        to[fill ? target->size - 1 : 0] = 0;
    }
    if (FAILED(result) && (target->flags & STRSAFE_NULL_ON_FAILURE))
        to[0] = 0;
    size_t length = NAME(count)(to, target->size);
    if (!FAILED(result) && (target->flags & STRSAFE_FILL_BEHIND_NULL))
        memset(to + length + 1, fill, (target->size - length - 1) * sizeof(UNIT));
    if (target->end)
        *target->end = to + length;
    if (target->left)
        *target->left = (target->size - length) * target->unit + target->odd;
    return result;
}

/* Puts at most `most` characters behind the first `kept`. */
static HRESULT NAME(put)(const struct NAME(target) * target, BOOL behind, const UNIT *from, size_t most)
{
    static const UNIT nothing[1];
    if (!NAME(is_usable)(target) || most > STRSAFE_MAX_CCH)
        return STRSAFE_E_INVALID_PARAMETER;
    size_t kept = behind ? NAME(count)(target->to, target->size) : 0;
    if (kept == target->size) /* it has no end */
        return STRSAFE_E_INVALID_PARAMETER;
    if (!from && (target->flags & STRSAFE_IGNORE_NULLS))
        from = nothing;
    size_t length = NAME(count)(from, most), room = target->size - kept - 1;
    size_t copied = length < room ? length : room;
    memcpy(target->to + kept, from, copied * sizeof(UNIT));
    target->to[kept + copied] = 0;
    return NAME(finish)(target, kept, copied < length ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK);
}

static HRESULT NAME(print)(const struct NAME(target) * target, const UNIT *format, va_list arguments)
{
    static const UNIT nothing[1];
    if (!NAME(is_usable)(target))
        return STRSAFE_E_INVALID_PARAMETER;
    if (!format && (target->flags & STRSAFE_IGNORE_NULLS))
        format = nothing;
    int length = FORMAT(target->to, target->size, format, arguments);
    return NAME(finish)(target, 0, length < 0 ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK);
}

static HRESULT NAME(measure)(const UNIT *text, size_t most, size_t *length, size_t unit)
{
    size_t count = text ? NAME(count)(text, most) : most;
    BOOL fine = text && most <= STRSAFE_MAX_CCH && count < most;
    if (length)
        *length = fine ? count * unit : 0;
    return fine ? S_OK : STRSAFE_E_INVALID_PARAMETER;
}

static HRESULT NAME(get)(const struct NAME(target) * target)
{
    size_t length = 0;
    int character = EOF;
    if (!NAME(is_usable)(target))
        return STRSAFE_E_INVALID_PARAMETER;
    while (length + 1 < target->size && (character = getchar()) != EOF && character != '\n')
        target->to[length++] = (UNIT)character;
    target->to[length] = 0;
    return NAME(finish)(target, 0, character == EOF && length == 0 ? STRSAFE_E_END_OF_FILE : S_OK);
}

/* Each twice: sizes in characters and in bytes */
/* clang-format off */
#define CCH(...) {to, size, __VA_ARGS__, 1, 0}
#define CB(...) {to, size / sizeof(UNIT), __VA_ARGS__, sizeof(UNIT), size % sizeof(UNIT)}
/* clang-format on */
#define EACH_SIZE(define) define(Cch, CCH, 1) define(Cb, CB, sizeof(UNIT))

#define DEFINE(Size, TARGET, bytes)                                                                                    \
    HRESULT NAME(String##Size##Length)(const UNIT *text, size_t most, size_t *length)                                  \
    {                                                                                                                  \
        return NAME(measure)(text, most / bytes, length, bytes);                                                       \
    }                                                                                                                  \
    HRESULT NAME(String##Size##CopyNEx)(UNIT * to, size_t size, const UNIT *from, size_t most, UNIT **end,             \
                                        size_t *left, DWORD flags)                                                     \
    {                                                                                                                  \
        const struct NAME(target) target = TARGET(end, left, flags);                                                   \
        return NAME(put)(&target, FALSE, from, most / bytes);                                                          \
    }                                                                                                                  \
    HRESULT NAME(String##Size##CatNEx)(UNIT * to, size_t size, const UNIT *from, size_t most, UNIT **end,              \
                                       size_t *left, DWORD flags)                                                      \
    {                                                                                                                  \
        const struct NAME(target) target = TARGET(end, left, flags);                                                   \
        return NAME(put)(&target, TRUE, from, most / bytes);                                                           \
    }                                                                                                                  \
    HRESULT NAME(String##Size##VPrintfEx)(UNIT * to, size_t size, UNIT * *end, size_t * left, DWORD flags,             \
                                          const UNIT *format, va_list arguments)                                       \
    {                                                                                                                  \
        const struct NAME(target) target = TARGET(end, left, flags);                                                   \
        return NAME(print)(&target, format, arguments);                                                                \
    }                                                                                                                  \
    HRESULT NAME(String##Size##GetsEx)(UNIT * to, size_t size, UNIT * *end, size_t * left, DWORD flags)                \
    {                                                                                                                  \
        const struct NAME(target) target = TARGET(end, left, flags);                                                   \
        return NAME(get)(&target);                                                                                     \
    }                                                                                                                  \
    HRESULT NAME(String##Size##Gets)(UNIT * to, size_t size)                                                           \
    {                                                                                                                  \
        return NAME(String##Size##GetsEx)(to, size, NULL, NULL, 0);                                                    \
    }                                                                                                                  \
    HRESULT NAME(String##Size##CopyEx)(UNIT * to, size_t size, const UNIT *from, UNIT **end, size_t *left,             \
                                       DWORD flags)                                                                    \
    {                                                                                                                  \
        return NAME(String##Size##CopyNEx)(to, size, from, STRSAFE_MAX_CCH, end, left, flags);                         \
    }                                                                                                                  \
    HRESULT NAME(String##Size##CatEx)(UNIT * to, size_t size, const UNIT *from, UNIT **end, size_t *left, DWORD flags) \
    {                                                                                                                  \
        return NAME(String##Size##CatNEx)(to, size, from, STRSAFE_MAX_CCH, end, left, flags);                          \
    }                                                                                                                  \
    HRESULT NAME(String##Size##Copy)(UNIT * to, size_t size, const UNIT *from)                                         \
    {                                                                                                                  \
        return NAME(String##Size##CopyNEx)(to, size, from, STRSAFE_MAX_CCH, NULL, NULL, 0);                            \
    }                                                                                                                  \
    HRESULT NAME(String##Size##CopyN)(UNIT * to, size_t size, const UNIT *from, size_t most)                           \
    {                                                                                                                  \
        return NAME(String##Size##CopyNEx)(to, size, from, most, NULL, NULL, 0);                                       \
    }                                                                                                                  \
    HRESULT NAME(String##Size##Cat)(UNIT * to, size_t size, const UNIT *from)                                          \
    {                                                                                                                  \
        return NAME(String##Size##CatNEx)(to, size, from, STRSAFE_MAX_CCH, NULL, NULL, 0);                             \
    }                                                                                                                  \
    HRESULT NAME(String##Size##CatN)(UNIT * to, size_t size, const UNIT *from, size_t most)                            \
    {                                                                                                                  \
        return NAME(String##Size##CatNEx)(to, size, from, most, NULL, NULL, 0);                                        \
    }                                                                                                                  \
    HRESULT NAME(String##Size##VPrintf)(UNIT * to, size_t size, const UNIT *format, va_list arguments)                 \
    {                                                                                                                  \
        return NAME(String##Size##VPrintfEx)(to, size, NULL, NULL, 0, format, arguments);                              \
    }                                                                                                                  \
    HRESULT NAME(String##Size##Printf)(UNIT * to, size_t size, const UNIT *format, ...)                                \
    {                                                                                                                  \
        va_list arguments;                                                                                             \
        va_start(arguments, format);                                                                                   \
        HRESULT result = NAME(String##Size##VPrintf)(to, size, format, arguments);                                     \
        va_end(arguments);                                                                                             \
        return result;                                                                                                 \
    }                                                                                                                  \
    HRESULT NAME(String##Size##PrintfEx)(UNIT * to, size_t size, UNIT * *end, size_t * left, DWORD flags,              \
                                         const UNIT *format, ...)                                                      \
    {                                                                                                                  \
        va_list arguments;                                                                                             \
        va_start(arguments, format);                                                                                   \
        HRESULT result = NAME(String##Size##VPrintfEx)(to, size, end, left, flags, format, arguments);                 \
        va_end(arguments);                                                                                             \
        return result;                                                                                                 \
    }

EACH_SIZE(DEFINE)

#undef PASTE_
#undef PASTE
#undef NAME
#undef CCH
#undef CB
#undef EACH_SIZE
#undef DEFINE
