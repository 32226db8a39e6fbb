/* SPDX-License-Identifier: MIT */
/**
 * @file strsafe.h
 * @brief Copying, joining and formatting strings within a buffer that is known.
 *
 * Every function ends the buffer with a null, whatever happens, and says by its result whether all went in:
 * S_OK; #STRSAFE_E_INSUFFICIENT_BUFFER when it was cut; #STRSAFE_E_INVALID_PARAMETER when the buffer has no
 * room at all or more than #STRSAFE_MAX_CCH. Names with `Cch` count characters, with `Cb` bytes, both with
 * the null. Those with `Ex` also tell where the string ends and what is left, and take flags. `A` is for
 * narrow strings, `W` for wide ones, whose formats are those of swprintf(). Narrow strings that are formatted
 * count as UTF-8; bytes that are not become the replacement character.
 */
#ifndef RRAS_WIN32_STRSAFE_H
#define RRAS_WIN32_STRSAFE_H

#include <windef.h>
#include <winerror.h>

#include <stdarg.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Results
 * @{ */
#define STRSAFE_E_INVALID_PARAMETER ((HRESULT)0x80070057)   /**< The buffer's size makes no sense. */
#define STRSAFE_E_INSUFFICIENT_BUFFER ((HRESULT)0x8007007A) /**< The string was cut. */
#define STRSAFE_E_END_OF_FILE ((HRESULT)0x80070026)         /**< Nothing more is to be read. */
/** @} */

#define STRSAFE_MAX_CCH 2147483647 /**< Most characters of a buffer. */

/** @name Flags of the functions with Ex; the low byte is what to fill with
 * @{ */
#define STRSAFE_IGNORE_NULLS 0x100     /**< NULL counts as an empty string. */
#define STRSAFE_FILL_BEHIND_NULL 0x200 /**< Fills what is left of the buffer. */
#define STRSAFE_FILL_ON_FAILURE 0x400  /**< Fills the buffer on a failure. */
#define STRSAFE_NULL_ON_FAILURE 0x800  /**< Empties the string on a failure. */
#define STRSAFE_NO_TRUNCATION 0x1000   /**< On a failure leaves the string as it was, or empty. */
#define STRSAFE_FILL_BYTE(byte) ((DWORD)(((byte) & 0xff) | STRSAFE_FILL_BEHIND_NULL))   /**< Fills with this byte. */
#define STRSAFE_FAILURE_BYTE(byte) ((DWORD)(((byte) & 0xff) | STRSAFE_FILL_ON_FAILURE)) /**< The same on a failure. */
/** @} */

/** @cond the same for both characters, and for sizes in characters and bytes */
#define RRAS_STRSAFE(Unit, Suffix)                                                                       \
    HRESULT StringCchLength##Suffix(const Unit *text, size_t most, size_t *length);                      \
    HRESULT StringCbLength##Suffix(const Unit *text, size_t most, size_t *length);                       \
    HRESULT StringCchCopy##Suffix(Unit *to, size_t size, const Unit *from);                              \
    HRESULT StringCbCopy##Suffix(Unit *to, size_t size, const Unit *from);                               \
    HRESULT StringCchCopyN##Suffix(Unit *to, size_t size, const Unit *from, size_t most);                \
    HRESULT StringCbCopyN##Suffix(Unit *to, size_t size, const Unit *from, size_t most);                 \
    HRESULT StringCchCat##Suffix(Unit *to, size_t size, const Unit *from);                               \
    HRESULT StringCbCat##Suffix(Unit *to, size_t size, const Unit *from);                                \
    HRESULT StringCchCatN##Suffix(Unit *to, size_t size, const Unit *from, size_t most);                 \
    HRESULT StringCbCatN##Suffix(Unit *to, size_t size, const Unit *from, size_t most);                  \
    HRESULT StringCchPrintf##Suffix(Unit *to, size_t size, const Unit *format, ...);                     \
    HRESULT StringCbPrintf##Suffix(Unit *to, size_t size, const Unit *format, ...);                      \
    HRESULT StringCchVPrintf##Suffix(Unit *to, size_t size, const Unit *format, va_list arguments);      \
    HRESULT StringCbVPrintf##Suffix(Unit *to, size_t size, const Unit *format, va_list arguments);       \
    HRESULT StringCchCopyEx##Suffix(Unit *to, size_t size, const Unit *from, Unit **end, size_t *left,   \
                                    DWORD flags);                                                        \
    HRESULT StringCbCopyEx##Suffix(Unit *to, size_t size, const Unit *from, Unit **end, size_t *left,    \
                                   DWORD flags);                                                         \
    HRESULT StringCchCopyNEx##Suffix(Unit *to, size_t size, const Unit *from, size_t most, Unit **end,   \
                                     size_t *left, DWORD flags);                                         \
    HRESULT StringCbCopyNEx##Suffix(Unit *to, size_t size, const Unit *from, size_t most, Unit **end,    \
                                    size_t *left, DWORD flags);                                          \
    HRESULT StringCchCatEx##Suffix(Unit *to, size_t size, const Unit *from, Unit **end, size_t *left,    \
                                   DWORD flags);                                                         \
    HRESULT StringCbCatEx##Suffix(Unit *to, size_t size, const Unit *from, Unit **end, size_t *left,     \
                                  DWORD flags);                                                          \
    HRESULT StringCchCatNEx##Suffix(Unit *to, size_t size, const Unit *from, size_t most, Unit **end,    \
                                    size_t *left, DWORD flags);                                          \
    HRESULT StringCbCatNEx##Suffix(Unit *to, size_t size, const Unit *from, size_t most, Unit **end,     \
                                   size_t *left, DWORD flags);                                           \
    HRESULT StringCchPrintfEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags,      \
                                      const Unit *format, ...);                                          \
    HRESULT StringCbPrintfEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags,       \
                                     const Unit *format, ...);                                           \
    HRESULT StringCchVPrintfEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags,     \
                                       const Unit *format, va_list arguments);                           \
    HRESULT StringCbVPrintfEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags,      \
                                      const Unit *format, va_list arguments);                            \
    HRESULT StringCchGets##Suffix(Unit *to, size_t size);                                                \
    HRESULT StringCbGets##Suffix(Unit *to, size_t size);                                                 \
    HRESULT StringCchGetsEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags);       \
    HRESULT StringCbGetsEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags);

RRAS_STRSAFE(WCHAR, W)
RRAS_STRSAFE(CHAR, A)

#ifndef RRAS_STRSAFE_NO_NAMES /* but in the library itself */
#ifdef UNICODE
#define RRAS_STRSAFE_NAME(name) name##W
#else
#define RRAS_STRSAFE_NAME(name) name##A
#endif
#define StringCchLength RRAS_STRSAFE_NAME(StringCchLength)
#define StringCbLength RRAS_STRSAFE_NAME(StringCbLength)
#define StringCchCopy RRAS_STRSAFE_NAME(StringCchCopy)
#define StringCbCopy RRAS_STRSAFE_NAME(StringCbCopy)
#define StringCchCopyN RRAS_STRSAFE_NAME(StringCchCopyN)
#define StringCbCopyN RRAS_STRSAFE_NAME(StringCbCopyN)
#define StringCchCat RRAS_STRSAFE_NAME(StringCchCat)
#define StringCbCat RRAS_STRSAFE_NAME(StringCbCat)
#define StringCchCatN RRAS_STRSAFE_NAME(StringCchCatN)
#define StringCbCatN RRAS_STRSAFE_NAME(StringCbCatN)
#define StringCchPrintf RRAS_STRSAFE_NAME(StringCchPrintf)
#define StringCbPrintf RRAS_STRSAFE_NAME(StringCbPrintf)
#define StringCchVPrintf RRAS_STRSAFE_NAME(StringCchVPrintf)
#define StringCbVPrintf RRAS_STRSAFE_NAME(StringCbVPrintf)
#define StringCchCopyEx RRAS_STRSAFE_NAME(StringCchCopyEx)
#define StringCbCopyEx RRAS_STRSAFE_NAME(StringCbCopyEx)
#define StringCchCopyNEx RRAS_STRSAFE_NAME(StringCchCopyNEx)
#define StringCbCopyNEx RRAS_STRSAFE_NAME(StringCbCopyNEx)
#define StringCchCatEx RRAS_STRSAFE_NAME(StringCchCatEx)
#define StringCbCatEx RRAS_STRSAFE_NAME(StringCbCatEx)
#define StringCchCatNEx RRAS_STRSAFE_NAME(StringCchCatNEx)
#define StringCbCatNEx RRAS_STRSAFE_NAME(StringCbCatNEx)
#define StringCchPrintfEx RRAS_STRSAFE_NAME(StringCchPrintfEx)
#define StringCbPrintfEx RRAS_STRSAFE_NAME(StringCbPrintfEx)
#define StringCchVPrintfEx RRAS_STRSAFE_NAME(StringCchVPrintfEx)
#define StringCbVPrintfEx RRAS_STRSAFE_NAME(StringCbVPrintfEx)
#define StringCchGets RRAS_STRSAFE_NAME(StringCchGets)
#define StringCbGets RRAS_STRSAFE_NAME(StringCbGets)
#define StringCchGetsEx RRAS_STRSAFE_NAME(StringCchGetsEx)
#define StringCbGetsEx RRAS_STRSAFE_NAME(StringCbGetsEx)
#endif
/** @endcond */

#ifdef __cplusplus
}
#endif

#endif
