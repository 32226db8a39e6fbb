/* SPDX-License-Identifier: MIT */
/**
 * @file wchar.h
 * @brief The system's `<wchar.h>` with wide functions for 16-bit characters.
 *
 * The types come from the system; so do mbsinit(), mbrlen(), btowc() and wctob(), which touch no
 * wide string. Every other function is ours (wide/offered.h) or refused (wide/not_offered.h). The
 * system's declarations are read under other names, so that neither they nor the inline functions
 * of `_FORTIFY_SOURCE` stand in the way. Where wide characters have 32 bits it is the system's
 * header and nothing else.
 */
#pragma GCC system_header

#if __SIZEOF_WCHAR_T__ != 2
#include_next <wchar.h>
#else
#include <wide/rename_wchar.h>
#include_next <wchar.h>
#include <wide/restore_wchar.h>

#ifndef RRAS_WIN32_WCHAR_H
#define RRAS_WIN32_WCHAR_H

#undef WEOF
#define WEOF ((wint_t)0xFFFF) /**< The end of a file, as a wide character: one of 16 bits can be compared with it. */

#include <wide/offered.h>
#include <stdio.h>
#include <time.h>
#include <wide/environment.h>
#include <wide/number.h>
#include <wide/secure.h>
#include <direct.h>
#include <io.h>
#include <sys/stat.h>
#include <wctype.h>
#include <wide/not_offered.h>

#ifdef __cplusplus
/** @cond only the C++ library looks at these */

/* Tells <cwchar> that the two forms of wcschr and its like are declared already. */
#ifndef __CORRECT_ISO_CPP_WCHAR_H_PROTO
#define __CORRECT_ISO_CPP_WCHAR_H_PROTO
#endif

extern "C" size_t mbrlen(const char *text, size_t bytes, mbstate_t *state);
/** @endcond */
#else
/** @cond the system's, hidden by the renaming */
size_t mbrlen(const char *text, size_t bytes, mbstate_t *state);
/** @endcond */
#endif

#endif
#endif
