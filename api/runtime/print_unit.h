/* SPDX-License-Identifier: MIT */
/* The printf family for one kind of character: UNIT, FORMAT (rras_format_wide or its narrow sister), PUT (to
 * a stream) and the names of the functions. No guard: included twice. */

/* Ends the text if there is room for that; what fits of it, or everything */
int VSNPRINTF_OLD(UNIT *to, size_t size, const UNIT *format, va_list arguments)
{
    int length = FORMAT(to, size, format, arguments);
    if (length >= 0 && (size_t)length < size)
        to[length] = 0;
    return length < 0 || (to == NULL && size == 0) || (size_t)length <= size ? length : -1;
}

int VSPRINTF_S(UNIT *to, size_t size, const UNIT *format, va_list arguments)
{
    if (to == NULL || size == 0 || format == NULL)
        return rras_invalid_parameter(EINVAL, -1);
    int length = FORMAT(to, size, format, arguments);
    bool fits = length >= 0 && (size_t)length < size;
    to[fits ? length : 0] = 0;
    return fits ? length : rras_invalid_parameter(length < 0 ? EINVAL : ERANGE, -1);
}

int VSNPRINTF_S(UNIT *to, size_t size, size_t count, const UNIT *format, va_list arguments)
{
    if (to == NULL && size == 0 && count == 0)
        return 0;
    if (to == NULL || size == 0 || format == NULL)
        return rras_invalid_parameter(EINVAL, -1);
    int length = FORMAT(to, size, format, arguments);
    size_t kept = length < 0 ? 0 : (size_t)length < count ? (size_t)length : count;
    bool cut = count == _TRUNCATE && kept >= size;
    kept = cut ? size - 1 : kept;
    to[kept < size ? kept : 0] = 0;
    if (length < 0 || kept >= size)
        return rras_invalid_parameter(length < 0 ? EINVAL : ERANGE, -1);
    return (size_t)length > kept ? -1 : length;
}

int VSCPRINTF(const UNIT *format, va_list arguments)
{
    return FORMAT(NULL, 0, format, arguments);
}

int VFPRINTF(FILE *stream, const UNIT *format, va_list arguments)
{
    int length = FORMAT(NULL, 0, format, arguments);
    UNIT *text = length >= 0 ? malloc(((size_t)length + 1) * sizeof(*text)) : NULL;
    if (text == NULL || FORMAT(text, (size_t)length, format, arguments) != length || !PUT(stream, text, (size_t)length))
        length = -1;
    free(text);
    return length;
}

int VPRINTF(const UNIT *format, va_list arguments)
{
    return VFPRINTF(stdout, format, arguments);
}

/* The same with the arguments themselves */
/* clang-format off */
#define CALL_WITH_LIST(last, call)  \
    {                               \
        va_list arguments;          \
        va_start(arguments, last);  \
        int length = call;          \
        va_end(arguments);          \
        return length;              \
    }
/* clang-format on */

int SNPRINTF_OLD(UNIT *to, size_t size, const UNIT *format, ...)
    CALL_WITH_LIST(format, VSNPRINTF_OLD(to, size, format, arguments)) int SNPRINTF(UNIT *to, size_t size,
                                                                                    const UNIT *format, ...)
        CALL_WITH_LIST(format, VSNPRINTF(to, size, format, arguments)) int SPRINTF_S(UNIT *to, size_t size,
                                                                                     const UNIT *format, ...)
            CALL_WITH_LIST(format, VSPRINTF_S(to, size, format, arguments)) int SNPRINTF_S(UNIT *to, size_t size,
                                                                                           size_t count,
                                                                                           const UNIT *format, ...)
                CALL_WITH_LIST(format, VSNPRINTF_S(to, size, count, format, arguments)) int SCPRINTF(const UNIT *format,
                                                                                                     ...)
                    CALL_WITH_LIST(format, VSCPRINTF(format, arguments)) int FPRINTF(FILE *stream, const UNIT *format,
                                                                                     ...)
                        CALL_WITH_LIST(format, VFPRINTF(stream, format, arguments)) int PRINTF(const UNIT *format, ...)
                            CALL_WITH_LIST(format, VFPRINTF(stdout, format, arguments))

#undef CALL_WITH_LIST
#undef UNIT
#undef FORMAT
#undef PUT
#undef VSNPRINTF_OLD
#undef VSNPRINTF
#undef VSPRINTF_S
#undef VSNPRINTF_S
#undef VSCPRINTF
#undef VFPRINTF
#undef VPRINTF
#undef SNPRINTF_OLD
#undef SNPRINTF
#undef SPRINTF_S
#undef SNPRINTF_S
#undef SCPRINTF
#undef FPRINTF
#undef PRINTF
