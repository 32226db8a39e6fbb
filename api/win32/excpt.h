/* SPDX-License-Identifier: MIT */
/**
 * @file excpt.h
 * @brief The words of structured exceptions, which no compiler knows here: each is one error that says what to do.
 *
 * In C++ `__try` is a word of the C++ library's own; there the word behind its block is refused.
 */
#ifndef RRAS_WIN32_EXCPT_H
#define RRAS_WIN32_EXCPT_H

/** @name What a filter answers
 * @{ */
#define EXCEPTION_EXECUTE_HANDLER 1       /**< The block behind is run. */
#define EXCEPTION_CONTINUE_SEARCH 0       /**< The next one outside is asked. */
#define EXCEPTION_CONTINUE_EXECUTION (-1) /**< What failed is tried again. */
/** @} */

/** @cond they only refuse */
// clang-format off
#define RRAS_NO_SEH \
    _Pragma("GCC error \"structured exceptions (__try, __except, __finally) are Visual C++'s: keep them in #ifdef _MSC_VER, or try the DLL that Visual C++ has built\"")
#ifdef __cplusplus
#ifndef __try
#define __try try
#endif
#define __except(filter) RRAS_NO_SEH catch (...)
#define __finally RRAS_NO_SEH catch (...)
#define __leave RRAS_NO_SEH
#else
#define __try RRAS_NO_SEH if (1)
#define __except(filter) else if (filter)
#define __finally else
#define __leave (void)0
#endif
// clang-format on
/** @endcond */

#endif
