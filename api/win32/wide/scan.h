/* SPDX-License-Identifier: MIT */
/**
 * @file scan.h
 * @brief Values out of texts, as Microsoft's C run-time library reads them.
 *
 * `%s`, `%c` and `%[` are of the width of the function, `%hs` is narrow and `%ls` wide; `%S` is of the other width. `%ld` and `%lu` store 32
 * bits, as on Windows: what they are given is a `LONG` or a `DWORD`; of a `long` of 64 bits the upper half stays as it is. The functions
 * whose name ends in `_s` take the size of the buffer, an `unsigned` of units, behind each buffer of a string. They return how many
 * values were stored, or EOF. Included by stdio.h and wchar.h.
 */
#ifndef RRAS_WIN32_WIDE_SCAN_H
#define RRAS_WIN32_WIDE_SCAN_H

#include <stdarg.h>
#include <wide/offered.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef RRAS_SYSTEM_STDIO
/** Reads values. */
int sscanf(const char *text, const char *format, ...) RRAS_SYMBOL("rras_sscanf");
/** The same with the arguments in a list. */
int vsscanf(const char *text, const char *format, va_list arguments) RRAS_SYMBOL("rras_vsscanf");
/** Reads values from a file; a pipe or a terminal has none. */
int fscanf(FILE *stream, const char *format, ...) RRAS_SYMBOL("rras_fscanf");
#endif
/** Reads values. */
int sscanf_s(const char *text, const char *format, ...) RRAS_SYMBOL("rras_sscanf_s");
/** Reads values. */
int swscanf(const wchar_t *text, const wchar_t *format, ...) RRAS_SYMBOL("rras_swscanf");
/** Reads values. */
int swscanf_s(const wchar_t *text, const wchar_t *format, ...) RRAS_SYMBOL("rras_swscanf_s");
/** Reads values from a file. */
int fscanf_s(FILE *stream, const char *format, ...) RRAS_SYMBOL("rras_fscanf_s");
/** The same as sscanf_s() with the arguments in a list. */
int vsscanf_s(const char *text, const char *format, va_list arguments) RRAS_SYMBOL("rras_vsscanf_s");
/** The same as swscanf_s() with the arguments in a list. */
int vswscanf_s(const wchar_t *text, const wchar_t *format, va_list arguments) RRAS_SYMBOL("rras_vswscanf_s");
/** The same as swscanf() with the arguments in a list. */
int vswscanf(const wchar_t *text, const wchar_t *format, va_list arguments) RRAS_SYMBOL("rras_vswscanf");

#ifdef __cplusplus
}
#endif

#endif
