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
/**
 * A letter.
 * @param unit the character
 * @return not 0: it is one
 */
int iswalpha(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswalpha");
/**
 * A digit.
 * @param unit the character
 * @return not 0: it is one
 */
int iswdigit(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswdigit");
/**
 * A digit to the base 16.
 * @param unit the character
 * @return not 0: it is one
 */
int iswxdigit(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswxdigit");
/**
 * A letter or a digit.
 * @param unit the character
 * @return not 0: it is one
 */
int iswalnum(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswalnum");
/**
 * A blank.
 * @param unit the character
 * @return not 0: it is one
 */
int iswspace(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswspace");
/**
 * A capital.
 * @param unit the character
 * @return not 0: it is one
 */
int iswupper(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswupper");
/**
 * A small letter.
 * @param unit the character
 * @return not 0: it is one
 */
int iswlower(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswlower");
/**
 * Neither letter, digit, blank nor control.
 * @param unit the character
 * @return not 0: it is one
 */
int iswpunct(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswpunct");
/**
 * A control character.
 * @param unit the character
 * @return not 0: it is one
 */
int iswcntrl(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswcntrl");
/**
 * One that is shown.
 * @param unit the character
 * @return not 0: it is one
 */
int iswprint(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswprint");
/**
 * One that is shown and no blank.
 * @param unit the character
 * @return not 0: it is one
 */
int iswgraph(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswgraph");
/**
 * A blank in a line.
 * @param unit the character
 * @return not 0: it is one
 */
int iswblank(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_iswblank");
/** @} */

/** @name Case
 * @{ */
/**
 * Makes A to Z small.
 * @param unit the character
 * @return the character
 */
wint_t towlower(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_towlower");
/**
 * Makes a to z capitals.
 * @param unit the character
 * @return the character
 */
wint_t towupper(wint_t unit) RRAS_NOTHROW RRAS_SYMBOL("rras_towupper");
/** @} */

#ifdef __cplusplus
}
#endif

#endif
