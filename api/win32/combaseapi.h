/* SPDX-License-Identifier: MIT */
/**
 * @file combaseapi.h
 * @brief Of COM, identifiers and text, and so much that callouts with objects compile.
 *
 * There are no objects: CoInitializeEx() returns E_UNEXPECTED, CoCreateInstance() #CO_E_NOTINITIALIZED; that is the finding
 * `not-here`. A DLL built for Windows has them all under Wine.
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

/**
 * Makes an identifier: another each time, and the same in each run.
 * @param pguid receives it
 * @return S_OK; E_INVALIDARG for NULL
 */
HRESULT WINAPI CoCreateGuid(GUID *pguid);

/** An object; what it can do is told by an interface that is derived from it. */
typedef struct rras_unknown IUnknown;
typedef IUnknown *LPUNKNOWN; /**< Address of one. */

#define COINIT_APARTMENTTHREADED 0x2              /**< One thread has the objects. */
#define COINIT_MULTITHREADED 0x0                  /**< All have. */
#define CLSCTX_INPROC_SERVER 0x1                  /**< An object in this process. */
#define CLSCTX_LOCAL_SERVER 0x4                   /**< An object in another one. */
#define CLSCTX_ALL 0x17                           /**< Wherever it is. */
#define CO_E_NOTINITIALIZED ((HRESULT)0x800401F0) /**< CoInitializeEx() has not succeeded. */
#define REGDB_E_CLASSNOTREG ((HRESULT)0x80040154) /**< Nobody makes such objects. */

/** @cond each fails, as said above */
HRESULT WINAPI CoInitialize(LPVOID pvReserved);
HRESULT WINAPI CoInitializeEx(LPVOID pvReserved, DWORD dwCoInit);
HRESULT WINAPI CoInitializeSecurity(PSECURITY_DESCRIPTOR pSecDesc, LONG cAuthSvc, PVOID asAuthSvc, PVOID pReserved1,
                                    DWORD dwAuthnLevel, DWORD dwImpLevel, PVOID pAuthList, DWORD dwCapabilities,
                                    PVOID pReserved3);
HRESULT WINAPI CoCreateInstance(REFCLSID rclsid, LPUNKNOWN pUnkOuter, DWORD dwClsContext, REFIID riid, LPVOID *ppv);
HRESULT WINAPI CLSIDFromProgID(LPCWSTR lpszProgID, LPCLSID lpclsid);
/** @endcond */

/** Does nothing: nothing was begun. */
VOID WINAPI CoUninitialize(VOID);

#define CO_E_CLASSSTRING ((HRESULT)0x800401F3) /**< The text is no identifier. */

#ifdef __cplusplus
}
#endif

#endif
