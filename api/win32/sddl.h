/* SPDX-License-Identifier: MIT */
/**
 * @file sddl.h
 * @brief Security identifiers as text.
 */
#ifndef RRAS_WIN32_SDDL_H
#define RRAS_WIN32_SDDL_H

#include <securitybaseapi.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Writes one.
 * @param Sid a security identifier
 * @param StringSid receives the text, as `S-1-5-32-544`, to be freed with LocalFree()
 * @return TRUE; FALSE with ERROR_INVALID_SID
 */
BOOL WINAPI ConvertSidToStringSidW(PSID Sid, LPWSTR *StringSid);
/** Narrow. @copydoc ConvertSidToStringSidW */
BOOL WINAPI ConvertSidToStringSidA(PSID Sid, LPSTR *StringSid);
/**
 * Reads one.
 * @param StringSid the text, in numbers; the letters of SDDL, as `BA`, are not read
 * @param Sid receives it, to be freed with LocalFree()
 * @return TRUE; FALSE with ERROR_INVALID_SID
 */
BOOL WINAPI ConvertStringSidToSidW(LPCWSTR StringSid, PSID *Sid);
/** Narrow. @copydoc ConvertStringSidToSidW */
BOOL WINAPI ConvertStringSidToSidA(LPCSTR StringSid, PSID *Sid);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define ConvertSidToStringSid ConvertSidToStringSidW /**< As ConvertSidToStringSidW(). */
#define ConvertStringSidToSid ConvertStringSidToSidW /**< As ConvertStringSidToSidW(). */
#else
#define ConvertSidToStringSid ConvertSidToStringSidA /**< As ConvertSidToStringSidA(). */
#define ConvertStringSidToSid ConvertStringSidToSidA /**< As ConvertStringSidToSidA(). */
#endif
/** @} */

#endif
