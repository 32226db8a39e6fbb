/* SPDX-License-Identifier: MIT */
/**
 * @file winhttp.h
 * @brief Web requests: so much that callouts with them compile.
 *
 * There is no network: each function fails, WinHttpOpen() with NULL and #ERROR_WINHTTP_INTERNAL_ERROR, all others with
 * ERROR_INVALID_HANDLE; that is the finding `not-here`. A DLL built for Windows has them all under Wine.
 */
#ifndef RRAS_WIN32_WINHTTP_H
#define RRAS_WIN32_WINHTTP_H

#include <windows.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef LPVOID HINTERNET;   /**< A session, a connection or a request. */
typedef WORD INTERNET_PORT; /**< A port. */

#define INTERNET_DEFAULT_PORT 0         /**< The usual one. */
#define INTERNET_DEFAULT_HTTP_PORT 80   /**< That of HTTP. */
#define INTERNET_DEFAULT_HTTPS_PORT 443 /**< That of HTTPS. */

#define WINHTTP_ACCESS_TYPE_DEFAULT_PROXY 0   /**< By the proxy that is set. */
#define WINHTTP_ACCESS_TYPE_NO_PROXY 1        /**< Without one. */
#define WINHTTP_ACCESS_TYPE_NAMED_PROXY 3     /**< By this one. */
#define WINHTTP_ACCESS_TYPE_AUTOMATIC_PROXY 4 /**< By the one that is found. */
#define WINHTTP_NO_PROXY_NAME NULL            /**< No proxy. */
#define WINHTTP_NO_PROXY_BYPASS NULL          /**< Nothing that goes without it. */
#define WINHTTP_NO_REFERER NULL               /**< No page that leads there. */
#define WINHTTP_DEFAULT_ACCEPT_TYPES NULL     /**< Any kind of answer. */
#define WINHTTP_NO_ADDITIONAL_HEADERS NULL    /**< No further headers. */
#define WINHTTP_NO_REQUEST_DATA NULL          /**< No data. */
#define WINHTTP_HEADER_NAME_BY_INDEX NULL     /**< A header by its number. */
#define WINHTTP_NO_OUTPUT_BUFFER NULL         /**< Nowhere. */
#define WINHTTP_NO_HEADER_INDEX NULL          /**< The first. */
#define WINHTTP_FLAG_SECURE 0x00800000        /**< HTTPS. */
#define WINHTTP_QUERY_CONTENT_LENGTH 5        /**< A header: how long the answer is. */
#define WINHTTP_QUERY_STATUS_CODE 19          /**< A header: the number, as 200. */
#define WINHTTP_QUERY_FLAG_NUMBER 0x20000000  /**< As a number. */
#define WINHTTP_ADDREQ_FLAG_ADD 0x20000000    /**< Adds a header. */
#define WINHTTP_OPTION_SECURITY_FLAGS 31      /**< An option: SECURITY_FLAG_*. */
#define WINHTTP_AUTH_TARGET_SERVER 0          /**< For the server, not a proxy. */
#define WINHTTP_AUTH_SCHEME_BASIC 1           /**< User and password. */

#define ERROR_WINHTTP_TIMEOUT 12002           /**< No answer within the limit. */
#define ERROR_WINHTTP_INTERNAL_ERROR 12004    /**< Something is wrong. */
#define ERROR_WINHTTP_NAME_NOT_RESOLVED 12007 /**< There is no such name. */
#define ERROR_WINHTTP_CANNOT_CONNECT 12029    /**< No connection. */
#define ERROR_WINHTTP_CONNECTION_ERROR 12030  /**< The connection was ended. */
#define ERROR_WINHTTP_SECURE_FAILURE 12175    /**< The certificate is wrong. */

/** @cond each fails, as said above */
HINTERNET WINAPI WinHttpOpen(LPCWSTR pszAgentW, DWORD dwAccessType, LPCWSTR pszProxyW, LPCWSTR pszProxyBypassW,
                             DWORD dwFlags);
HINTERNET WINAPI WinHttpConnect(HINTERNET hSession, LPCWSTR pswzServerName, INTERNET_PORT nServerPort,
                                DWORD dwReserved);
HINTERNET WINAPI WinHttpOpenRequest(HINTERNET hConnect, LPCWSTR pwszVerb, LPCWSTR pwszObjectName, LPCWSTR pwszVersion,
                                    LPCWSTR pwszReferrer, LPCWSTR *ppwszAcceptTypes, DWORD dwFlags);
BOOL WINAPI WinHttpSetTimeouts(HINTERNET hInternet, int nResolveTimeout, int nConnectTimeout, int nSendTimeout,
                               int nReceiveTimeout);
BOOL WINAPI WinHttpSetOption(HINTERNET hInternet, DWORD dwOption, LPVOID lpBuffer, DWORD dwBufferLength);
BOOL WINAPI WinHttpSetCredentials(HINTERNET hRequest, DWORD AuthTargets, DWORD AuthScheme, LPCWSTR pwszUserName,
                                  LPCWSTR pwszPassword, LPVOID pAuthParams);
BOOL WINAPI WinHttpAddRequestHeaders(HINTERNET hRequest, LPCWSTR lpszHeaders, DWORD dwHeadersLength, DWORD dwModifiers);
BOOL WINAPI WinHttpSendRequest(HINTERNET hRequest, LPCWSTR lpszHeaders, DWORD dwHeadersLength, LPVOID lpOptional,
                               DWORD dwOptionalLength, DWORD dwTotalLength, DWORD_PTR dwContext);
BOOL WINAPI WinHttpWriteData(HINTERNET hRequest, LPCVOID lpBuffer, DWORD dwNumberOfBytesToWrite,
                             LPDWORD lpdwNumberOfBytesWritten);
BOOL WINAPI WinHttpReceiveResponse(HINTERNET hRequest, LPVOID lpReserved);
BOOL WINAPI WinHttpQueryHeaders(HINTERNET hRequest, DWORD dwInfoLevel, LPCWSTR pwszName, LPVOID lpBuffer,
                                LPDWORD lpdwBufferLength, LPDWORD lpdwIndex);
BOOL WINAPI WinHttpQueryDataAvailable(HINTERNET hRequest, LPDWORD lpdwNumberOfBytesAvailable);
BOOL WINAPI WinHttpReadData(HINTERNET hRequest, LPVOID lpBuffer, DWORD dwNumberOfBytesToRead,
                            LPDWORD lpdwNumberOfBytesRead);
BOOL WINAPI WinHttpCloseHandle(HINTERNET hInternet);
/** @endcond */

#ifdef __cplusplus
}
#endif

#endif
