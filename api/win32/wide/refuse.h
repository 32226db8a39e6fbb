/* SPDX-License-Identifier: MIT */
/**
 * @file refuse.h
 * @brief How a wide function of the C library is refused.
 */
#ifndef RRAS_WIN32_WIDE_REFUSE_H
#define RRAS_WIN32_WIDE_REFUSE_H

#include <wide/offered.h>

/** @cond only the headers of this folder use it */
/*
 * `error` refuses a call but not an address: libstdc++ names wcstol and its like in inline
 * functions that nobody may ever use. An older clang knows only `unavailable`, which would refuse
 * those as well. Either way the symbol is one that does not exist, so the C library's function is
 * never reached.
 */
#if defined(__has_attribute)
#if __has_attribute(__error__)
#define RRAS_REFUSE(message) __attribute__((__error__(message)))
#elif __has_attribute(__unavailable__) && !defined(__cplusplus)
#define RRAS_REFUSE(message) __attribute__((__unavailable__(message)))
#endif
#endif
#ifndef RRAS_REFUSE
#define RRAS_REFUSE(message)
#endif
#define RRAS_NOT_OFFERED(type, name, parameters) \
    type name parameters RRAS_SYMBOL("rras_not_offered_" #name) RRAS_REFUSE(#name " is not offered by rrasemu yet")
/** @endcond */

#endif
