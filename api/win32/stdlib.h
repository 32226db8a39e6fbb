/* SPDX-License-Identifier: MIT */
/**
 * @file stdlib.h
 * @brief The system's `<stdlib.h>`, with the numbers and conversions of wide/number.h.
 *
 * Where wide characters have 32 bits it is the system's header and nothing else.
 */
#pragma GCC system_header

/*
 * In C++ the next <stdlib.h> is a wrapper of libstdc++ around <cstdlib>: it must see the true
 * names, and reads the C library's header through bits/c++config.h. The wrapper of libc++ (which
 * has <__config>) needs no such care.
 */
#if __SIZEOF_WCHAR_T__ == 2 && defined(__cplusplus) && defined(__has_include)
#if !__has_include(<__config>) && !defined(_GLIBCXX_INCLUDE_NEXT_C_HEADERS)
#define RRAS_STDLIB_OF_LIBSTDCXX /**< The next one is libstdc++'s. */
#endif
#endif

#if __SIZEOF_WCHAR_T__ != 2 || defined(RRAS_STDLIB_OF_LIBSTDCXX)
#undef RRAS_STDLIB_OF_LIBSTDCXX
#include_next <stdlib.h>
#else
/** @cond names only */
#define mbtowc rras_system_mbtowc
#define wctomb rras_system_wctomb
#define mbstowcs rras_system_mbstowcs
#define wcstombs rras_system_wcstombs
/** @endcond */
#include_next <stdlib.h>
#undef mbtowc
#undef wctomb
#undef mbstowcs
#undef wcstombs

#ifndef RRAS_WIN32_STDLIB_H
#define RRAS_WIN32_STDLIB_H

#include <wide/environment.h>
#include <wide/number.h>

#endif
#endif
