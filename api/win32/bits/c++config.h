/* SPDX-License-Identifier: MIT */
/**
 * @file c++config.h
 * @brief The first header that every header of libstdc++ reads; prepares it for 16-bit characters.
 */
#pragma GCC system_header

#include_next <bits/c++config.h>

#if __SIZEOF_WCHAR_T__ == 2 && !defined(RRAS_WIN32_CXXCONFIG_H)
#define RRAS_WIN32_CXXCONFIG_H

/** @cond only libstdc++ looks at these */

/*
 * The compiled part of libstdc++ holds templates of wide characters for those of 32 bits; 0 makes the compiler generate
 * all of them here.
 */
#ifdef _GLIBCXX_EXTERN_TEMPLATE
#undef _GLIBCXX_EXTERN_TEMPLATE
#define _GLIBCXX_EXTERN_TEMPLATE 0
#endif

/* <cstdlib> and <cmath> pass by every wrapper of <stdlib.h>, so it is read before them. */
#define _GLIBCXX_INCLUDE_NEXT_C_HEADERS
#include <stdlib.h>
#undef _GLIBCXX_INCLUDE_NEXT_C_HEADERS

/** @endcond */

#endif
