/* SPDX-License-Identifier: MIT */
/**
 * @file stdio.h
 * @brief The system's `<stdio.h>`; the stream that collects wide characters is refused.
 *
 * Where wide characters have 32 bits it is the system's header and nothing else.
 */
#pragma GCC system_header

#if __SIZEOF_WCHAR_T__ != 2
#include_next <stdio.h>
#else
/** @cond names only */
#define open_wmemstream rras_system_open_wmemstream
/** @endcond */
#include_next <stdio.h>
#undef open_wmemstream

#ifndef RRAS_WIN32_STDIO_H
#define RRAS_WIN32_STDIO_H

#include <wide/refuse.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @cond one message says it all */
RRAS_NOT_OFFERED(FILE *, open_wmemstream, (wchar_t **, size_t *));
/** @endcond */

#ifdef __cplusplus
}
#endif

#endif
#endif
