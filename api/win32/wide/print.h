/* SPDX-License-Identifier: MIT */
/**
 * @file print.h
 * @brief Formatted output as Microsoft's C run-time library does it, wide and narrow.
 *
 * Of a wide function `%%s` and `%%c` are wide, `%%S` and `%%C` narrow; of a narrow one it is the other way
 * round. `%%hs` is narrow, `%%ls` and `%%ws` are wide in both. Narrow text is UTF-8. Integers `d i u x X o` with the sizes
 * `hh h l ll I I32 I64 z t j`; floating point `a e f g` and their capitals, with `L` for a long double; `%%p` and the
 * percent sign; flags, width, precision and `*`.
 *
 * `l` is 32 bits, as on Windows, since it is how a DWORD or LONG is written: of a 64-bit `long` it shows the low
 * half. Use `ll` or `I64` for 64 bits. What is not offered (`%%n`) gives -1 with `errno` EINVAL.
 *
 * The functions whose name ends in `_s` take a buffer that is too small, or NULL, for a fault of the program, which
 * ends it unless _set_invalid_parameter_handler() named a handler. Included by stdio.h and wchar.h.
 */
#ifndef RRAS_WIN32_WIDE_PRINT_H
#define RRAS_WIN32_WIDE_PRINT_H

#include <stdarg.h>
#include <wide/offered.h>
#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Into a buffer
 * They return the characters written without the null.
 * @{ */
/** Formats and always ends the text; -1 when it was cut. */
int swprintf(wchar_t *to, size_t size, const wchar_t *format, ...) RRAS_SYMBOL("rras_swprintf");
/** Formats into a buffer that must be large enough. */
int _swprintf(wchar_t *to, const wchar_t *format, ...) RRAS_SYMBOL("rras__swprintf");
/** The same as swprintf() with the arguments in a list. */
int vswprintf(wchar_t *to, size_t size, const wchar_t *format, va_list arguments) RRAS_SYMBOL("rras_vswprintf");
#ifndef RRAS_SYSTEM_STDIO
/** Formats and always ends the text; the length it would have, when it was cut. */
int snprintf(char *to, size_t size, const char *format, ...) RRAS_SYMBOL("rras_snprintf");
/** The same as snprintf() with the arguments in a list. */
int vsnprintf(char *to, size_t size, const char *format, va_list arguments) RRAS_SYMBOL("rras_vsnprintf");
/** Formats into a buffer that must be large enough. */
int sprintf(char *to, const char *format, ...) RRAS_SYMBOL("rras_sprintf");
/** The same as sprintf() with the arguments in a list. */
int vsprintf(char *to, const char *format, va_list arguments) RRAS_SYMBOL("rras_vsprintf");
#endif
/** Formats; ends the text only when it is shorter than the buffer; -1 when it was cut. NULL and 0 ask for the length. */
int _snwprintf(wchar_t *to, size_t size, const wchar_t *format, ...) RRAS_SYMBOL("rras__snwprintf");
/** The same as _snwprintf() with the arguments in a list. */
int _vsnwprintf(wchar_t *to, size_t size, const wchar_t *format, va_list arguments) RRAS_SYMBOL("rras__vsnwprintf");
/** Formats into a buffer that must be large enough, or the process ends. */
int swprintf_s(wchar_t *to, size_t size, const wchar_t *format, ...) RRAS_SYMBOL("rras_swprintf_s");
/** The same as swprintf_s() with the arguments in a list. */
int vswprintf_s(wchar_t *to, size_t size, const wchar_t *format, va_list arguments) RRAS_SYMBOL("rras_vswprintf_s");
/**
 * Formats at most count characters; -1 when there would have been more.
 * @param to buffer
 * @param size characters in the buffer, which must be large enough unless count is _TRUNCATE
 * @param count characters without the null, or _TRUNCATE: as many as fit
 * @param format the format
 * @return characters written without the null, or -1
 */
int _snwprintf_s(wchar_t *to, size_t size, size_t count, const wchar_t *format, ...) RRAS_SYMBOL("rras__snwprintf_s");
/** The same as _snwprintf_s() with the arguments in a list. */
int _vsnwprintf_s(wchar_t *to, size_t size, size_t count, const wchar_t *format, va_list arguments)
    RRAS_SYMBOL("rras__vsnwprintf_s");
/** Counts the characters of the text. */
int _scwprintf(const wchar_t *format, ...) RRAS_SYMBOL("rras__scwprintf");
/** The same as _scwprintf() with the arguments in a list. */
int _vscwprintf(const wchar_t *format, va_list arguments) RRAS_SYMBOL("rras__vscwprintf");
/** Formats; ends the text only when it is shorter than the buffer; -1 when it was cut. NULL and 0 ask for the length. */
int _snprintf(char *to, size_t size, const char *format, ...) RRAS_SYMBOL("rras__snprintf");
/** The same as _snprintf() with the arguments in a list. */
int _vsnprintf(char *to, size_t size, const char *format, va_list arguments) RRAS_SYMBOL("rras__vsnprintf");
/** Formats into a buffer that must be large enough, or the process ends. */
int sprintf_s(char *to, size_t size, const char *format, ...) RRAS_SYMBOL("rras_sprintf_s");
/** The same as sprintf_s() with the arguments in a list. */
int vsprintf_s(char *to, size_t size, const char *format, va_list arguments) RRAS_SYMBOL("rras_vsprintf_s");
/**
 * Formats at most count characters; -1 when there would have been more.
 * @param to buffer
 * @param size characters in the buffer, which must be large enough unless count is _TRUNCATE
 * @param count characters without the null, or _TRUNCATE: as many as fit
 * @param format the format
 * @return characters written without the null, or -1
 */
int _snprintf_s(char *to, size_t size, size_t count, const char *format, ...) RRAS_SYMBOL("rras__snprintf_s");
/** The same as _snprintf_s() with the arguments in a list. */
int _vsnprintf_s(char *to, size_t size, size_t count, const char *format, va_list arguments)
    RRAS_SYMBOL("rras__vsnprintf_s");
/** Counts the characters of the text. */
int _scprintf(const char *format, ...) RRAS_SYMBOL("rras__scprintf");
/** The same as _scprintf() with the arguments in a list. */
int _vscprintf(const char *format, va_list arguments) RRAS_SYMBOL("rras__vscprintf");
/** @} */

/** @name To a stream
 * They return the characters written, or -1.
 * @{ */
/** Writes to a stream. */
int fwprintf(FILE *stream, const wchar_t *format, ...) RRAS_SYMBOL("rras_fwprintf");
/** Writes to a stream, the arguments in a list. */
int vfwprintf(FILE *stream, const wchar_t *format, va_list arguments) RRAS_SYMBOL("rras_vfwprintf");
/** Writes to the standard output. */
int wprintf(const wchar_t *format, ...) RRAS_SYMBOL("rras_wprintf");
/** Writes to the standard output, the arguments in a list. */
int vwprintf(const wchar_t *format, va_list arguments) RRAS_SYMBOL("rras_vwprintf");
#define fwprintf_s fwprintf   /**< Here there is no difference. */
#define vfwprintf_s vfwprintf /**< Here there is no difference. */
#define wprintf_s wprintf     /**< Here there is no difference. */
#define vwprintf_s vwprintf   /**< Here there is no difference. */
#ifndef RRAS_SYSTEM_STDIO
/** Writes to a stream. */
int fprintf(FILE *stream, const char *format, ...) RRAS_SYMBOL("rras_fprintf");
/** Writes to a stream, the arguments in a list. */
int vfprintf(FILE *stream, const char *format, va_list arguments) RRAS_SYMBOL("rras_vfprintf");
/** Writes to the standard output. */
int printf(const char *format, ...) RRAS_SYMBOL("rras_printf");
/** Writes to the standard output, the arguments in a list. */
int vprintf(const char *format, va_list arguments) RRAS_SYMBOL("rras_vprintf");
#endif
#define fprintf_s fprintf   /**< Here there is no difference. */
#define vfprintf_s vfprintf /**< Here there is no difference. */
#define printf_s printf     /**< Here there is no difference. */
#define vprintf_s vprintf   /**< Here there is no difference. */
/** @} */

#ifdef __cplusplus
}

/** @name Into an array, whose size the compiler knows
 * @{ */
/** Formats into an array that must be large enough. */
template <size_t Size> int vswprintf_s(wchar_t (&to)[Size], const wchar_t *format, va_list arguments)
{
    return vswprintf_s(to, Size, format, arguments);
}
/** Formats into an array that must be large enough. */
template <size_t Size> int swprintf_s(wchar_t (&to)[Size], const wchar_t *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vswprintf_s(to, Size, format, arguments);
    va_end(arguments);
    return length;
}
/** Formats at most count characters into an array. */
template <size_t Size> int _snwprintf_s(wchar_t (&to)[Size], size_t count, const wchar_t *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnwprintf_s(to, Size, count, format, arguments);
    va_end(arguments);
    return length;
}
/** Formats into an array that must be large enough. */
template <size_t Size> int vsprintf_s(char (&to)[Size], const char *format, va_list arguments)
{
    return vsprintf_s(to, Size, format, arguments);
}
/** Formats into an array that must be large enough. */
template <size_t Size> int sprintf_s(char (&to)[Size], const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsprintf_s(to, Size, format, arguments);
    va_end(arguments);
    return length;
}
/** Formats at most count characters into an array. */
template <size_t Size> int _snprintf_s(char (&to)[Size], size_t count, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = _vsnprintf_s(to, Size, count, format, arguments);
    va_end(arguments);
    return length;
}
/** Formats at most count characters into an array. */
template <size_t Size> int _vsnwprintf_s(wchar_t (&to)[Size], size_t count, const wchar_t *format, va_list arguments)
{
    return _vsnwprintf_s(to, Size, count, format, arguments);
}
/** Formats at most count characters into an array. */
template <size_t Size> int _vsnprintf_s(char (&to)[Size], size_t count, const char *format, va_list arguments)
{
    return _vsnprintf_s(to, Size, count, format, arguments);
}
/** @} */
#endif

#endif
