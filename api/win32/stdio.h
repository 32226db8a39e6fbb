/* SPDX-License-Identifier: MIT */
/**
 * @file stdio.h
 * @brief The system's `<stdio.h>`, with files and formatted output as on Windows.
 *
 * What prints is in wide/print.h, what opens files in wide/stream.h; the stream that collects wide characters is
 * refused. Where wide characters have 32 bits it is the system's header and nothing else. RRAS_SYSTEM_STDIO, defined
 * in front of it, leaves printf(), sscanf(), fopen(), getenv() and their like the system's: for sources that are not a callout's.
 */
#pragma GCC system_header

#if __SIZEOF_WCHAR_T__ != 2
#include_next <stdio.h>
#else
/** @cond names only */
#define open_wmemstream rras_system_open_wmemstream
#ifndef RRAS_SYSTEM_STDIO
#define printf rras_system_printf
#define fprintf rras_system_fprintf
#define sprintf rras_system_sprintf
#define snprintf rras_system_snprintf
#define vprintf rras_system_vprintf
#define vfprintf rras_system_vfprintf
#define vsprintf rras_system_vsprintf
#define vsnprintf rras_system_vsnprintf
#define sscanf rras_system_sscanf
#define vsscanf rras_system_vsscanf
#define fscanf rras_system_fscanf
#define fopen rras_system_fopen
#define fclose rras_system_fclose
#define remove rras_system_remove
#define rename rras_system_rename
#define freopen rras_system_freopen
#define tmpfile rras_system_tmpfile
#define fdopen rras_system_fdopen
#define fputs rras_system_fputs
#define fputc rras_system_fputc
#define putc rras_system_putc
#define fwrite rras_system_fwrite
#define fread rras_system_fread
#define fgets rras_system_fgets
#define fgetc rras_system_fgetc
#define getc rras_system_getc
#define fflush rras_system_fflush
#endif
/** @endcond */
#include_next <stdio.h>
#undef open_wmemstream
#ifndef RRAS_SYSTEM_STDIO
#undef printf
#undef fprintf
#undef sprintf
#undef snprintf
#undef vprintf
#undef vfprintf
#undef vsprintf
#undef vsnprintf
#undef sscanf
#undef vsscanf
#undef fscanf
#undef fopen
#undef fclose
#undef remove
#undef rename
#undef freopen
#undef tmpfile
#undef fdopen
#undef fputs
#undef fputc
#undef putc
#undef fwrite
#undef fread
#undef fgets
#undef fgetc
#undef getc
#undef fflush
#endif

#ifndef RRAS_WIN32_STDIO_H
#define RRAS_WIN32_STDIO_H

/** @cond the type of a wide character or WEOF, as <wchar.h> has it */
#ifndef _WINT_T
#define __need_wint_t
#include <stddef.h>
#endif
/** @endcond */

#include <wide/print.h>
#include <wide/refuse.h>
#include <wide/scan.h>
#include <wide/stream.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @cond one message says it all */
RRAS_NOT_OFFERED(FILE *, open_wmemstream, (wchar_t **, size_t *));
#ifndef RRAS_SYSTEM_STDIO
RRAS_NOT_OFFERED(FILE *, freopen, (const char *, const char *, FILE *));
#endif
/** @endcond */

#ifdef __cplusplus
}
#endif

#endif
#endif
