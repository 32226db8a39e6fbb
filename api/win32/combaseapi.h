/* SPDX-License-Identifier: MIT */
/**
 * @file combaseapi.h
 * @brief Of COM, the two functions between identifiers and text.
 */
#ifndef RRAS_WIN32_COMBASEAPI_H
#define RRAS_WIN32_COMBASEAPI_H

#include <guiddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Writes an identifier: `{XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}`, capitals.
 * @param rguid the identifier
 * @param lpsz receives the text
 * @param cchMax units in the buffer, 39 at least
 * @return units written, the null included: 39; 0 when the buffer is too small
 */
int WINAPI StringFromGUID2(REFGUID rguid, LPWSTR lpsz, int cchMax);

/**
 * Reads an identifier in the form that StringFromGUID2() writes, digits of any case.
 * @param lpsz the text
 * @param pclsid receives the identifier; all zero when the text is NULL or none
 * @return S_OK; #CO_E_CLASSSTRING when it is no identifier
 */
HRESULT WINAPI CLSIDFromString(LPCWSTR lpsz, LPCLSID pclsid);

#define CO_E_CLASSSTRING ((HRESULT)0x800401F3) /**< The text is no identifier. */

#ifdef __cplusplus
}
#endif

#endif
