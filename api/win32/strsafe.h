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
#define STRSAFE_FILL_BYTE(byte) ((DWORD)(((byte)&0xff) | STRSAFE_FILL_BEHIND_NULL))   /**< Fills with this byte. */
#define STRSAFE_FAILURE_BYTE(byte) ((DWORD)(((byte)&0xff) | STRSAFE_FILL_ON_FAILURE)) /**< The same on a failure. */
/** @} */

/** @cond the same for both characters, and for sizes in characters and bytes */
#define RRAS_STRSAFE(Unit, Suffix)                                                                                     \
    HRESULT StringCchLength##Suffix(const Unit *text, size_t most, size_t *length);                                    \
    HRESULT StringCbLength##Suffix(const Unit *text, size_t most, size_t *length);                                     \
    HRESULT StringCchCopy##Suffix(Unit *to, size_t size, const Unit *from);                                            \
    HRESULT StringCbCopy##Suffix(Unit *to, size_t size, const Unit *from);                                             \
    HRESULT StringCchCopyN##Suffix(Unit *to, size_t size, const Unit *from, size_t most);                              \
    HRESULT StringCbCopyN##Suffix(Unit *to, size_t size, const Unit *from, size_t most);                               \
    HRESULT StringCchCat##Suffix(Unit *to, size_t size, const Unit *from);                                             \
    HRESULT StringCbCat##Suffix(Unit *to, size_t size, const Unit *from);                                              \
    HRESULT StringCchCatN##Suffix(Unit *to, size_t size, const Unit *from, size_t most);                               \
    HRESULT StringCbCatN##Suffix(Unit *to, size_t size, const Unit *from, size_t most);                                \
    HRESULT StringCchPrintf##Suffix(Unit *to, size_t size, const Unit *format, ...);                                   \
    HRESULT StringCbPrintf##Suffix(Unit *to, size_t size, const Unit *format, ...);                                    \
    HRESULT StringCchVPrintf##Suffix(Unit *to, size_t size, const Unit *format, va_list arguments);                    \
    HRESULT StringCbVPrintf##Suffix(Unit *to, size_t size, const Unit *format, va_list arguments);                     \
    HRESULT StringCchCopyEx##Suffix(Unit *to, size_t size, const Unit *from, Unit **end, size_t *left, DWORD flags);   \
    HRESULT StringCbCopyEx##Suffix(Unit *to, size_t size, const Unit *from, Unit **end, size_t *left, DWORD flags);    \
    HRESULT StringCchCopyNEx##Suffix(Unit *to, size_t size, const Unit *from, size_t most, Unit **end, size_t *left,   \
                                     DWORD flags);                                                                     \
    HRESULT StringCbCopyNEx##Suffix(Unit *to, size_t size, const Unit *from, size_t most, Unit **end, size_t *left,    \
                                    DWORD flags);                                                                      \
    HRESULT StringCchCatEx##Suffix(Unit *to, size_t size, const Unit *from, Unit **end, size_t *left, DWORD flags);    \
    HRESULT StringCbCatEx##Suffix(Unit *to, size_t size, const Unit *from, Unit **end, size_t *left, DWORD flags);     \
    HRESULT StringCchCatNEx##Suffix(Unit *to, size_t size, const Unit *from, size_t most, Unit **end, size_t *left,    \
                                    DWORD flags);                                                                      \
    HRESULT StringCbCatNEx##Suffix(Unit *to, size_t size, const Unit *from, size_t most, Unit **end, size_t *left,     \
                                   DWORD flags);                                                                       \
    HRESULT StringCchPrintfEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags,                    \
                                      const Unit *format, ...);                                                        \
    HRESULT StringCbPrintfEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags, const Unit *format, \
                                     ...);                                                                             \
    HRESULT StringCchVPrintfEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags,                   \
                                       const Unit *format, va_list arguments);                                         \
    HRESULT StringCbVPrintfEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags,                    \
                                      const Unit *format, va_list arguments);                                          \
    HRESULT StringCchGets##Suffix(Unit *to, size_t size);                                                              \
    HRESULT StringCbGets##Suffix(Unit *to, size_t size);                                                               \
    HRESULT StringCchGetsEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags);                     \
    HRESULT StringCbGetsEx##Suffix(Unit *to, size_t size, Unit **end, size_t *left, DWORD flags);

RRAS_STRSAFE(WCHAR, W)
RRAS_STRSAFE(CHAR, A)

/* The size, as it is; one that is larger than the object, where the compiler knows that, is a finding. */
size_t rras_strsafe_size(size_t size, size_t unit, size_t object, const char *function);

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

#define RRAS_STRSAFE_TO(to, size, unit, function) \
    (to), rras_strsafe_size((size), unit, __builtin_object_size((to), 1), function)
#define RRAS_CCH_W(to, size, function) RRAS_STRSAFE_TO(to, size, sizeof(WCHAR), function)
#define RRAS_CCH_A(to, size, function) RRAS_STRSAFE_TO(to, size, sizeof(CHAR), function)
#define RRAS_CB_W(to, size, function) RRAS_STRSAFE_TO(to, size, 1, function)
#define RRAS_CB_A(to, size, function) RRAS_STRSAFE_TO(to, size, 1, function)
#define StringCchCopyW(to, size, ...) StringCchCopyW(RRAS_CCH_W(to, size, "StringCchCopyW"), __VA_ARGS__)
#define StringCchCopyA(to, size, ...) StringCchCopyA(RRAS_CCH_A(to, size, "StringCchCopyA"), __VA_ARGS__)
#define StringCbCopyW(to, size, ...) StringCbCopyW(RRAS_CB_W(to, size, "StringCbCopyW"), __VA_ARGS__)
#define StringCbCopyA(to, size, ...) StringCbCopyA(RRAS_CB_A(to, size, "StringCbCopyA"), __VA_ARGS__)
#define StringCchCopyNW(to, size, ...) StringCchCopyNW(RRAS_CCH_W(to, size, "StringCchCopyNW"), __VA_ARGS__)
#define StringCchCopyNA(to, size, ...) StringCchCopyNA(RRAS_CCH_A(to, size, "StringCchCopyNA"), __VA_ARGS__)
#define StringCbCopyNW(to, size, ...) StringCbCopyNW(RRAS_CB_W(to, size, "StringCbCopyNW"), __VA_ARGS__)
#define StringCbCopyNA(to, size, ...) StringCbCopyNA(RRAS_CB_A(to, size, "StringCbCopyNA"), __VA_ARGS__)
#define StringCchCatW(to, size, ...) StringCchCatW(RRAS_CCH_W(to, size, "StringCchCatW"), __VA_ARGS__)
#define StringCchCatA(to, size, ...) StringCchCatA(RRAS_CCH_A(to, size, "StringCchCatA"), __VA_ARGS__)
#define StringCbCatW(to, size, ...) StringCbCatW(RRAS_CB_W(to, size, "StringCbCatW"), __VA_ARGS__)
#define StringCbCatA(to, size, ...) StringCbCatA(RRAS_CB_A(to, size, "StringCbCatA"), __VA_ARGS__)
#define StringCchCatNW(to, size, ...) StringCchCatNW(RRAS_CCH_W(to, size, "StringCchCatNW"), __VA_ARGS__)
#define StringCchCatNA(to, size, ...) StringCchCatNA(RRAS_CCH_A(to, size, "StringCchCatNA"), __VA_ARGS__)
#define StringCbCatNW(to, size, ...) StringCbCatNW(RRAS_CB_W(to, size, "StringCbCatNW"), __VA_ARGS__)
#define StringCbCatNA(to, size, ...) StringCbCatNA(RRAS_CB_A(to, size, "StringCbCatNA"), __VA_ARGS__)
#define StringCchPrintfW(to, size, ...) StringCchPrintfW(RRAS_CCH_W(to, size, "StringCchPrintfW"), __VA_ARGS__)
#define StringCchPrintfA(to, size, ...) StringCchPrintfA(RRAS_CCH_A(to, size, "StringCchPrintfA"), __VA_ARGS__)
#define StringCbPrintfW(to, size, ...) StringCbPrintfW(RRAS_CB_W(to, size, "StringCbPrintfW"), __VA_ARGS__)
#define StringCbPrintfA(to, size, ...) StringCbPrintfA(RRAS_CB_A(to, size, "StringCbPrintfA"), __VA_ARGS__)
#define StringCchVPrintfW(to, size, ...) StringCchVPrintfW(RRAS_CCH_W(to, size, "StringCchVPrintfW"), __VA_ARGS__)
#define StringCchVPrintfA(to, size, ...) StringCchVPrintfA(RRAS_CCH_A(to, size, "StringCchVPrintfA"), __VA_ARGS__)
#define StringCbVPrintfW(to, size, ...) StringCbVPrintfW(RRAS_CB_W(to, size, "StringCbVPrintfW"), __VA_ARGS__)
#define StringCbVPrintfA(to, size, ...) StringCbVPrintfA(RRAS_CB_A(to, size, "StringCbVPrintfA"), __VA_ARGS__)
#define StringCchCopyExW(to, size, ...) StringCchCopyExW(RRAS_CCH_W(to, size, "StringCchCopyExW"), __VA_ARGS__)
#define StringCchCopyExA(to, size, ...) StringCchCopyExA(RRAS_CCH_A(to, size, "StringCchCopyExA"), __VA_ARGS__)
#define StringCbCopyExW(to, size, ...) StringCbCopyExW(RRAS_CB_W(to, size, "StringCbCopyExW"), __VA_ARGS__)
#define StringCbCopyExA(to, size, ...) StringCbCopyExA(RRAS_CB_A(to, size, "StringCbCopyExA"), __VA_ARGS__)
#define StringCchCopyNExW(to, size, ...) StringCchCopyNExW(RRAS_CCH_W(to, size, "StringCchCopyNExW"), __VA_ARGS__)
#define StringCchCopyNExA(to, size, ...) StringCchCopyNExA(RRAS_CCH_A(to, size, "StringCchCopyNExA"), __VA_ARGS__)
#define StringCbCopyNExW(to, size, ...) StringCbCopyNExW(RRAS_CB_W(to, size, "StringCbCopyNExW"), __VA_ARGS__)
#define StringCbCopyNExA(to, size, ...) StringCbCopyNExA(RRAS_CB_A(to, size, "StringCbCopyNExA"), __VA_ARGS__)
#define StringCchCatExW(to, size, ...) StringCchCatExW(RRAS_CCH_W(to, size, "StringCchCatExW"), __VA_ARGS__)
#define StringCchCatExA(to, size, ...) StringCchCatExA(RRAS_CCH_A(to, size, "StringCchCatExA"), __VA_ARGS__)
#define StringCbCatExW(to, size, ...) StringCbCatExW(RRAS_CB_W(to, size, "StringCbCatExW"), __VA_ARGS__)
#define StringCbCatExA(to, size, ...) StringCbCatExA(RRAS_CB_A(to, size, "StringCbCatExA"), __VA_ARGS__)
#define StringCchCatNExW(to, size, ...) StringCchCatNExW(RRAS_CCH_W(to, size, "StringCchCatNExW"), __VA_ARGS__)
#define StringCchCatNExA(to, size, ...) StringCchCatNExA(RRAS_CCH_A(to, size, "StringCchCatNExA"), __VA_ARGS__)
#define StringCbCatNExW(to, size, ...) StringCbCatNExW(RRAS_CB_W(to, size, "StringCbCatNExW"), __VA_ARGS__)
#define StringCbCatNExA(to, size, ...) StringCbCatNExA(RRAS_CB_A(to, size, "StringCbCatNExA"), __VA_ARGS__)
#define StringCchPrintfExW(to, size, ...) StringCchPrintfExW(RRAS_CCH_W(to, size, "StringCchPrintfExW"), __VA_ARGS__)
#define StringCchPrintfExA(to, size, ...) StringCchPrintfExA(RRAS_CCH_A(to, size, "StringCchPrintfExA"), __VA_ARGS__)
#define StringCbPrintfExW(to, size, ...) StringCbPrintfExW(RRAS_CB_W(to, size, "StringCbPrintfExW"), __VA_ARGS__)
#define StringCbPrintfExA(to, size, ...) StringCbPrintfExA(RRAS_CB_A(to, size, "StringCbPrintfExA"), __VA_ARGS__)
#define StringCchVPrintfExW(to, size, ...) StringCchVPrintfExW(RRAS_CCH_W(to, size, "StringCchVPrintfExW"), __VA_ARGS__)
#define StringCchVPrintfExA(to, size, ...) StringCchVPrintfExA(RRAS_CCH_A(to, size, "StringCchVPrintfExA"), __VA_ARGS__)
#define StringCbVPrintfExW(to, size, ...) StringCbVPrintfExW(RRAS_CB_W(to, size, "StringCbVPrintfExW"), __VA_ARGS__)
#define StringCbVPrintfExA(to, size, ...) StringCbVPrintfExA(RRAS_CB_A(to, size, "StringCbVPrintfExA"), __VA_ARGS__)
#define StringCchGetsExW(to, size, ...) StringCchGetsExW(RRAS_CCH_W(to, size, "StringCchGetsExW"), __VA_ARGS__)
#define StringCchGetsExA(to, size, ...) StringCchGetsExA(RRAS_CCH_A(to, size, "StringCchGetsExA"), __VA_ARGS__)
#define StringCbGetsExW(to, size, ...) StringCbGetsExW(RRAS_CB_W(to, size, "StringCbGetsExW"), __VA_ARGS__)
#define StringCbGetsExA(to, size, ...) StringCbGetsExA(RRAS_CB_A(to, size, "StringCbGetsExA"), __VA_ARGS__)
#define StringCchGetsW(to, size) StringCchGetsW(RRAS_CCH_W(to, size, "StringCchGetsW"))
#define StringCchGetsA(to, size) StringCchGetsA(RRAS_CCH_A(to, size, "StringCchGetsA"))
#define StringCbGetsW(to, size) StringCbGetsW(RRAS_CB_W(to, size, "StringCbGetsW"))
#define StringCbGetsA(to, size) StringCbGetsA(RRAS_CB_A(to, size, "StringCbGetsA"))
#endif
/** @endcond */

#ifdef __cplusplus
}
#endif

#endif
