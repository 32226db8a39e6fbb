/* SPDX-License-Identifier: MIT */
/**
 * @file inttypes.h
 * @brief The system's `<inttypes.h>`; what reads numbers from wide strings is refused.
 *
 * Where wide characters have 32 bits it is the system's header and nothing else.
 */
#pragma GCC system_header

#if __SIZEOF_WCHAR_T__ != 2
#include_next <inttypes.h>
#else
/** @cond names only */
#define wcstoimax rras_system_wcstoimax
#define wcstoumax rras_system_wcstoumax
/** @endcond */
#include_next <inttypes.h>
#undef wcstoimax
#undef wcstoumax

#ifndef RRAS_WIN32_INTTYPES_H
#define RRAS_WIN32_INTTYPES_H

#include <wide/refuse.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @cond one message says it all */
RRAS_NOT_OFFERED(intmax_t, wcstoimax, (const wchar_t *, wchar_t **, int));
RRAS_NOT_OFFERED(uintmax_t, wcstoumax, (const wchar_t *, wchar_t **, int));
/** @endcond */

#ifdef __cplusplus
}
#endif

#endif
#endif
