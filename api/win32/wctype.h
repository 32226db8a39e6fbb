/* SPDX-License-Identifier: MIT */
/**
 * @file wctype.h
 * @brief The system's `<wctype.h>`, for characters of 16 bits in the "C" locale of Windows: every letter of Unicode is one, but
 * only those from A to Z have another case.
 *
 * Where wide characters have 32 bits it is the system's header and nothing else.
 */
#pragma GCC system_header

#include_next <wctype.h>

#if __SIZEOF_WCHAR_T__ == 2 && !defined(RRAS_WIN32_WCTYPE_H)
#define RRAS_WIN32_WCTYPE_H

#include <wide/offered.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Kinds of characters; 0: it is none
 * @{ */
int iswalpha(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswalpha");   /**< A letter. */
int iswdigit(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswdigit");   /**< A digit. */
int iswxdigit(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswxdigit"); /**< A digit to the base 16. */
int iswalnum(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswalnum");   /**< A letter or a digit. */
int iswspace(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswspace");   /**< A blank. */
int iswupper(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswupper");   /**< A capital. */
int iswlower(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswlower");   /**< A small letter. */
int iswpunct(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswpunct");   /**< Neither letter, digit, blank nor control. */
int iswcntrl(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswcntrl");   /**< A control character. */
int iswprint(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswprint");   /**< One that is shown. */
int iswgraph(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswgraph");   /**< One that is shown and no blank. */
int iswblank(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswblank");   /**< A blank in a line. */
/** @} */

/** @name Case
 * @{ */
wint_t towlower(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_towlower"); /**< Makes A to Z small. */
wint_t towupper(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_towupper"); /**< Makes a to z capitals. */
/** @} */

#ifdef __cplusplus
}
#endif

#endif
