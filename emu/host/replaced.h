/* SPDX-License-Identifier: MIT */
/**
 * @file replaced.h
 * Other names for functions of Windows that api/runtime has too, so that they can be built for Windows
 * beside those of the system. Compiled in front of their sources.
 */
#ifndef RRASEMU_HOST_REPLACED_H
#define RRASEMU_HOST_REPLACED_H

/* Has to come first; who needs no sockets has included <windows.h> already. */
#ifndef _WINDOWS_
#include <winsock2.h>
#endif
#include <windows.h>
#ifdef _WINSOCK2API_
#include <lm.h>
#include <rtutils.h>
#include <ws2tcpip.h>
#endif

VOID WINAPI rras_GetSystemTime(LPSYSTEMTIME time);
VOID WINAPI rras_GetLocalTime(LPSYSTEMTIME time);
VOID WINAPI rras_GetSystemTimeAsFileTime(LPFILETIME time);
DWORD WINAPI rras_GetTickCount(VOID);
ULONGLONG WINAPI rras_GetTickCount64(VOID);
BOOL WINAPI rras_QueryPerformanceCounter(LARGE_INTEGER *count);
BOOL WINAPI rras_QueryPerformanceFrequency(LARGE_INTEGER *frequency);
BOOL WINAPI rras_QueryUnbiasedInterruptTime(PULONGLONG time);
VOID WINAPI rras_Sleep(DWORD ms);
DWORD WINAPI rras_SleepEx(DWORD ms, BOOL alertable);
VOID WINAPI rras_OutputDebugStringA(LPCSTR text);
VOID WINAPI rras_OutputDebugStringW(LPCWSTR text);
HANDLE WINAPI rras_RegisterEventSourceW(LPCWSTR lpUNCServerName, LPCWSTR lpSourceName);
HANDLE WINAPI rras_RegisterEventSourceA(LPCSTR lpUNCServerName, LPCSTR lpSourceName);
BOOL WINAPI rras_DeregisterEventSource(HANDLE hEventLog);
BOOL WINAPI rras_ReportEventW(HANDLE hEventLog, WORD wType, WORD wCategory, DWORD dwEventID, PSID lpUserSid,
                              WORD wNumStrings, DWORD dwDataSize, LPCWSTR *lpStrings, LPVOID lpRawData);
BOOL WINAPI rras_ReportEventA(HANDLE hEventLog, WORD wType, WORD wCategory, DWORD dwEventID, PSID lpUserSid,
                              WORD wNumStrings, DWORD dwDataSize, LPCSTR *lpStrings, LPVOID lpRawData);
BOOL WINAPI rras_FileTimeToSystemTime(const FILETIME *from, LPSYSTEMTIME time);

UINT WINAPI rras_GetSystemDirectoryW(LPWSTR to, UINT size);
UINT WINAPI rras_GetSystemDirectoryA(LPSTR to, UINT size);
UINT WINAPI rras_GetWindowsDirectoryW(LPWSTR to, UINT size);
UINT WINAPI rras_GetWindowsDirectoryA(LPSTR to, UINT size);
DWORD WINAPI rras_GetTempPathW(DWORD size, LPWSTR to);
DWORD WINAPI rras_GetTempPathA(DWORD size, LPSTR to);
DWORD WINAPI rras_GetCurrentDirectoryW(DWORD size, LPWSTR to);
DWORD WINAPI rras_GetCurrentDirectoryA(DWORD size, LPSTR to);
BOOL WINAPI rras_SetCurrentDirectoryW(LPCWSTR path);
BOOL WINAPI rras_SetCurrentDirectoryA(LPCSTR path);
DWORD WINAPI rras_GetFileAttributesA(LPCSTR path);
DWORD WINAPI rras_GetFullPathNameW(LPCWSTR given, DWORD size, LPWSTR to, LPWSTR *name);
DWORD WINAPI rras_GetFullPathNameA(LPCSTR given, DWORD size, LPSTR to, LPSTR *name);

/* names */
BOOL WINAPI rras_GetComputerNameW(LPWSTR lpBuffer, LPDWORD nSize);
BOOL WINAPI rras_GetComputerNameA(LPSTR lpBuffer, LPDWORD nSize);
BOOL WINAPI rras_GetComputerNameExW(COMPUTER_NAME_FORMAT NameType, LPWSTR lpBuffer, LPDWORD nSize);
BOOL WINAPI rras_GetComputerNameExA(COMPUTER_NAME_FORMAT NameType, LPSTR lpBuffer, LPDWORD nSize);
BOOL WINAPI rras_GetUserNameW(LPWSTR lpBuffer, LPDWORD pcbBuffer);
BOOL WINAPI rras_GetUserNameA(LPSTR lpBuffer, LPDWORD pcbBuffer);

/* registry */
LSTATUS WINAPI rras_RegOpenKeyExW(HKEY hKey, LPCWSTR lpSubKey, DWORD ulOptions, REGSAM samDesired, PHKEY phkResult);
LSTATUS WINAPI rras_RegOpenKeyExA(HKEY hKey, LPCSTR lpSubKey, DWORD ulOptions, REGSAM samDesired, PHKEY phkResult);
LSTATUS WINAPI rras_RegCreateKeyExW(HKEY hKey, LPCWSTR lpSubKey, DWORD Reserved, LPWSTR lpClass, DWORD dwOptions,
                                    REGSAM samDesired, const LPSECURITY_ATTRIBUTES lpSecurityAttributes,
                                    PHKEY phkResult, LPDWORD lpdwDisposition);
LSTATUS WINAPI rras_RegCreateKeyExA(HKEY hKey, LPCSTR lpSubKey, DWORD Reserved, LPSTR lpClass, DWORD dwOptions,
                                    REGSAM samDesired, const LPSECURITY_ATTRIBUTES lpSecurityAttributes,
                                    PHKEY phkResult, LPDWORD lpdwDisposition);
LSTATUS WINAPI rras_RegCloseKey(HKEY hKey);
LSTATUS WINAPI rras_RegQueryValueExW(HKEY hKey, LPCWSTR lpValueName, LPDWORD lpReserved, LPDWORD lpType, LPBYTE lpData,
                                     LPDWORD lpcbData);
LSTATUS WINAPI rras_RegQueryValueExA(HKEY hKey, LPCSTR lpValueName, LPDWORD lpReserved, LPDWORD lpType, LPBYTE lpData,
                                     LPDWORD lpcbData);
LSTATUS WINAPI rras_RegGetValueW(HKEY hkey, LPCWSTR lpSubKey, LPCWSTR lpValue, DWORD dwFlags, LPDWORD pdwType,
                                 PVOID pvData, LPDWORD pcbData);
LSTATUS WINAPI rras_RegSetValueExW(HKEY hKey, LPCWSTR lpValueName, DWORD Reserved, DWORD dwType, const BYTE *lpData,
                                   DWORD cbData);
LSTATUS WINAPI rras_RegSetValueExA(HKEY hKey, LPCSTR lpValueName, DWORD Reserved, DWORD dwType, const BYTE *lpData,
                                   DWORD cbData);
LSTATUS WINAPI rras_RegDeleteValueW(HKEY hKey, LPCWSTR lpValueName);
LSTATUS WINAPI rras_RegDeleteValueA(HKEY hKey, LPCSTR lpValueName);
LSTATUS WINAPI rras_RegDeleteKeyW(HKEY hKey, LPCWSTR lpSubKey);
LSTATUS WINAPI rras_RegDeleteKeyA(HKEY hKey, LPCSTR lpSubKey);
LSTATUS WINAPI rras_RegEnumKeyExW(HKEY hKey, DWORD dwIndex, LPWSTR lpName, LPDWORD lpcchName, LPDWORD lpReserved,
                                  LPWSTR lpClass, LPDWORD lpcchClass, PFILETIME lpftLastWriteTime);
LSTATUS WINAPI rras_RegEnumValueW(HKEY hKey, DWORD dwIndex, LPWSTR lpValueName, LPDWORD lpcchValueName,
                                  LPDWORD lpReserved, LPDWORD lpType, LPBYTE lpData, LPDWORD lpcbData);

/* the server */
VOID WINAPI rras_GetSystemInfo(LPSYSTEM_INFO info);
VOID WINAPI rras_GetNativeSystemInfo(LPSYSTEM_INFO info);
BOOL WINAPI rras_GlobalMemoryStatusEx(LPMEMORYSTATUSEX status);
DWORD WINAPI rras_GetTimeZoneInformation(LPTIME_ZONE_INFORMATION zone);
BOOL WINAPI rras_SystemTimeToTzSpecificLocalTime(const TIME_ZONE_INFORMATION *zone, const SYSTEMTIME *time,
                                                 LPSYSTEMTIME local);
UINT WINAPI rras_GetDriveTypeW(LPCWSTR root);
UINT WINAPI rras_GetDriveTypeA(LPCSTR root);
BOOL WINAPI rras_GetDiskFreeSpaceExW(LPCWSTR path, PULARGE_INTEGER own, PULARGE_INTEGER total, PULARGE_INTEGER there);
LPSTR WINAPI rras_GetCommandLineA(VOID);
LPWSTR WINAPI rras_GetCommandLineW(VOID);
HANDLE WINAPI rras_GetStdHandle(DWORD which);
BOOL WINAPI rras_GetVolumeInformationW(LPCWSTR path, LPWSTR label, DWORD label_size, LPDWORD number, LPDWORD longest,
                                       LPDWORD flags, LPWSTR name, DWORD name_size);
BOOL WINAPI rras_GetVolumeInformationA(LPCSTR path, LPSTR label, DWORD label_size, LPDWORD number, LPDWORD longest,
                                       LPDWORD flags, LPSTR name, DWORD name_size);
BOOL WINAPI rras_IsProcessorFeaturePresent(DWORD feature);
LSTATUS WINAPI rras_RegEnumKeyExA(HKEY hKey, DWORD dwIndex, LPSTR lpName, LPDWORD lpcchName, LPDWORD lpReserved,
                                  LPSTR lpClass, LPDWORD lpcchClass, PFILETIME lpftLastWriteTime);
LSTATUS WINAPI rras_RegEnumValueA(HKEY hKey, DWORD dwIndex, LPSTR lpValueName, LPDWORD lpcchValueName,
                                  LPDWORD lpReserved, LPDWORD lpType, LPBYTE lpData, LPDWORD lpcbData);
LSTATUS WINAPI rras_RegGetValueA(HKEY hkey, LPCSTR lpSubKey, LPCSTR lpValue, DWORD dwFlags, LPDWORD pdwType,
                                 PVOID pvData, LPDWORD pcbData);
LSTATUS WINAPI rras_RegQueryInfoKeyW(HKEY hKey, LPWSTR lpClass, LPDWORD lpcchClass, LPDWORD lpReserved,
                                     LPDWORD lpcSubKeys, LPDWORD lpcbMaxSubKeyLen, LPDWORD lpcbMaxClassLen,
                                     LPDWORD lpcValues, LPDWORD lpcbMaxValueNameLen, LPDWORD lpcbMaxValueLen,
                                     LPDWORD lpcbSecurityDescriptor, PFILETIME lpftLastWriteTime);
LSTATUS WINAPI rras_RegQueryInfoKeyA(HKEY hKey, LPSTR lpClass, LPDWORD lpcchClass, LPDWORD lpReserved,
                                     LPDWORD lpcSubKeys, LPDWORD lpcbMaxSubKeyLen, LPDWORD lpcbMaxClassLen,
                                     LPDWORD lpcValues, LPDWORD lpcbMaxValueNameLen, LPDWORD lpcbMaxValueLen,
                                     LPDWORD lpcbSecurityDescriptor, PFILETIME lpftLastWriteTime);
BOOL WINAPI rras_IsDebuggerPresent(VOID);
UINT WINAPI rras_SetErrorMode(UINT mode);
BOOL WINAPI rras_AreFileApisANSI(VOID);
HANDLE WINAPI rras_GetCurrentThread(VOID);
BOOL WINAPI rras_SetThreadPriority(HANDLE thread, int priority);
BOOL WINAPI rras_HeapValidate(HANDLE heap, DWORD flags, LPCVOID memory);
VOID WINAPI rras_ExitProcess(UINT code);
int WINAPI rras_MulDiv(int number, int numerator, int denominator);
BOOL WINAPI rras_Beep(DWORD frequency, DWORD ms);
int WINAPI rras_MessageBoxA(HWND window, LPCSTR words, LPCSTR title, UINT type);
int WINAPI rras_MessageBoxW(HWND window, LPCWSTR words, LPCWSTR title, UINT type);

#ifdef _WINSOCK2API_
/* sockets */
SOCKET WINAPI rras_accept(SOCKET socket, SOCKADDR *address, int *size);
int WINAPI rras_bind(SOCKET socket, const SOCKADDR *address, int size);
int WINAPI rras_closesocket(SOCKET socket);
int WINAPI rras_connect(SOCKET socket, const SOCKADDR *address, int size);
VOID WINAPI rras_freeaddrinfo(ADDRINFOA *list);
VOID WINAPI rras_FreeAddrInfoW(ADDRINFOW *list);
INT WINAPI rras_getaddrinfo(LPCSTR node, LPCSTR service, const ADDRINFOA *hints, ADDRINFOA **result);
INT WINAPI rras_GetAddrInfoW(LPCWSTR node, LPCWSTR service, const ADDRINFOW *hints, ADDRINFOW **result);
HOSTENT *WINAPI rras_gethostbyname(const char *name);
int WINAPI rras_gethostname(char *name, int size);
INT WINAPI rras_getnameinfo(const SOCKADDR *address, int length, PCHAR node, DWORD node_size, PCHAR service,
                            DWORD service_size, INT flags);
int WINAPI rras_getpeername(SOCKET socket, SOCKADDR *name, int *size);
int WINAPI rras_getsockname(SOCKET socket, SOCKADDR *name, int *size);
int WINAPI rras_getsockopt(SOCKET socket, int level, int name, char *value, int *size);
int WINAPI rras_ioctlsocket(SOCKET socket, LONG command, ULONG *argument);
int WINAPI rras_listen(SOCKET socket, int most);
int WINAPI rras_recv(SOCKET socket, char *bytes, int size, int flags);
int WINAPI rras_recvfrom(SOCKET socket, char *bytes, int size, int flags, SOCKADDR *from, int *from_size);
int WINAPI rras_select(int unused, fd_set *readable, fd_set *writable, fd_set *exceptional, const TIMEVAL *timeout);
int WINAPI rras_send(SOCKET socket, const char *bytes, int size, int flags);
int WINAPI rras_sendto(SOCKET socket, const char *bytes, int size, int flags, const SOCKADDR *to, int to_size);
int WINAPI rras_setsockopt(SOCKET socket, int level, int name, const char *value, int size);
int WINAPI rras_shutdown(SOCKET socket, int how);
SOCKET WINAPI rras_socket(int family, int type, int protocol);
int WINAPI rras_WSAPoll(LPWSAPOLLFD sockets, ULONG count, INT ms);
SOCKET WINAPI rras_WSASocketA(int family, int type, int protocol, PVOID info, UINT group, DWORD flags);
SOCKET WINAPI rras_WSASocketW(int family, int type, int protocol, PVOID info, UINT group, DWORD flags);

/* accounts */
NET_API_STATUS WINAPI rras_NetUserGetInfo(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer);
NET_API_STATUS WINAPI rras_NetUserGetGroups(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer, DWORD most,
                                            LPDWORD read, LPDWORD total);
NET_API_STATUS WINAPI rras_NetUserGetLocalGroups(LPCWSTR server, LPCWSTR name, DWORD level, DWORD flags, LPBYTE *buffer,
                                                 DWORD most, LPDWORD read, LPDWORD total);
NET_API_STATUS WINAPI rras_NetLocalGroupGetMembers(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer,
                                                   DWORD most, LPDWORD read, LPDWORD total, PDWORD_PTR resume);
NET_API_STATUS WINAPI rras_NetGetDCName(LPCWSTR server, LPCWSTR domain, LPBYTE *buffer);
NET_API_STATUS WINAPI rras_NetWkstaGetInfo(LPWSTR server, DWORD level, LPBYTE *buffer);
NET_API_STATUS WINAPI rras_NetApiBufferFree(LPVOID buffer);
BOOL WINAPI rras_LookupAccountNameW(LPCWSTR system, LPCWSTR name, PSID sid, LPDWORD size, LPWSTR domain, LPDWORD units,
                                    PSID_NAME_USE use);
BOOL WINAPI rras_LookupAccountNameA(LPCSTR system, LPCSTR name, PSID sid, LPDWORD size, LPSTR domain, LPDWORD bytes,
                                    PSID_NAME_USE use);
BOOL WINAPI rras_LookupAccountSidW(LPCWSTR system, PSID sid, LPWSTR name, LPDWORD name_units, LPWSTR domain,
                                   LPDWORD domain_units, PSID_NAME_USE use);
BOOL WINAPI rras_LookupAccountSidA(LPCSTR system, PSID sid, LPSTR name, LPDWORD name_bytes, LPSTR domain,
                                   LPDWORD domain_bytes, PSID_NAME_USE use);
BOOL WINAPI rras_LogonUserW(LPCWSTR user, LPCWSTR domain, LPCWSTR password, DWORD type, DWORD provider, PHANDLE token);
BOOL WINAPI rras_LogonUserA(LPCSTR user, LPCSTR domain, LPCSTR password, DWORD type, DWORD provider, PHANDLE token);
BOOL WINAPI rras_ImpersonateLoggedOnUser(HANDLE token);
BOOL WINAPI rras_RevertToSelf(VOID);
BOOL WINAPI rras_CheckTokenMembership(HANDLE token, PSID sid, PBOOL member);

/* rtutils */
DWORD WINAPI rras_TraceRegisterExW(LPCWSTR name, DWORD flags);
DWORD WINAPI rras_TraceRegisterExA(LPCSTR name, DWORD flags);
DWORD WINAPI rras_TraceDeregisterW(DWORD client);
DWORD WINAPI rras_TraceDeregisterA(DWORD client);
DWORD WINAPI rras_TracePutsExW(DWORD client, DWORD flags, LPCWSTR text);
DWORD WINAPI rras_TracePutsExA(DWORD client, DWORD flags, LPCSTR text);
DWORD WINAPI rras_TraceVprintfExW(DWORD client, DWORD flags, LPCWSTR format, va_list arguments);
DWORD WINAPI rras_TraceVprintfExA(DWORD client, DWORD flags, LPCSTR format, va_list arguments);
DWORD __cdecl rras_TracePrintfW(DWORD client, LPCWSTR format, ...);
DWORD __cdecl rras_TracePrintfA(DWORD client, LPCSTR format, ...);
DWORD __cdecl rras_TracePrintfExW(DWORD client, DWORD flags, LPCWSTR format, ...);
DWORD __cdecl rras_TracePrintfExA(DWORD client, DWORD flags, LPCSTR format, ...);
HANDLE WINAPI rras_RouterLogRegisterW(LPCWSTR source);
HANDLE WINAPI rras_RouterLogRegisterA(LPCSTR source);
VOID WINAPI rras_RouterLogDeregisterW(HANDLE log);
VOID WINAPI rras_RouterLogDeregisterA(HANDLE log);
VOID WINAPI rras_RouterLogEventW(HANDLE log, DWORD type, DWORD id, DWORD count, LPWSTR *texts, DWORD error);
VOID WINAPI rras_RouterLogEventA(HANDLE log, DWORD type, DWORD id, DWORD count, LPSTR *texts, DWORD error);
VOID WINAPI rras_LogEventW(DWORD type, DWORD id, DWORD count, LPWSTR *texts);
VOID WINAPI rras_LogEventA(DWORD type, DWORD id, DWORD count, LPSTR *texts);
VOID WINAPI rras_LogErrorW(DWORD id, DWORD count, LPWSTR *texts, DWORD error);
VOID WINAPI rras_LogErrorA(DWORD id, DWORD count, LPSTR *texts, DWORD error);
#endif

#ifdef REPLACE
#define GetSystemTime rras_GetSystemTime
#define GetLocalTime rras_GetLocalTime
#define GetSystemTimeAsFileTime rras_GetSystemTimeAsFileTime
#define GetTickCount rras_GetTickCount
#define GetTickCount64 rras_GetTickCount64
#define QueryPerformanceCounter rras_QueryPerformanceCounter
#define QueryPerformanceFrequency rras_QueryPerformanceFrequency
#define QueryUnbiasedInterruptTime rras_QueryUnbiasedInterruptTime
#define Sleep rras_Sleep
#define SleepEx rras_SleepEx
#define OutputDebugStringA rras_OutputDebugStringA
#define OutputDebugStringW rras_OutputDebugStringW
#define RegisterEventSourceW rras_RegisterEventSourceW
#define RegisterEventSourceA rras_RegisterEventSourceA
#define DeregisterEventSource rras_DeregisterEventSource
#define ReportEventW rras_ReportEventW
#define ReportEventA rras_ReportEventA
#define FileTimeToSystemTime rras_FileTimeToSystemTime
#define GetSystemDirectoryW rras_GetSystemDirectoryW
#define GetSystemDirectoryA rras_GetSystemDirectoryA
#define GetWindowsDirectoryW rras_GetWindowsDirectoryW
#define GetWindowsDirectoryA rras_GetWindowsDirectoryA
#define GetTempPathW rras_GetTempPathW
#define GetTempPathA rras_GetTempPathA
#define GetCurrentDirectoryW rras_GetCurrentDirectoryW
#define GetCurrentDirectoryA rras_GetCurrentDirectoryA
#define SetCurrentDirectoryW rras_SetCurrentDirectoryW
#define SetCurrentDirectoryA rras_SetCurrentDirectoryA
#define GetFileAttributesA rras_GetFileAttributesA
#define GetFullPathNameW rras_GetFullPathNameW
#define GetFullPathNameA rras_GetFullPathNameA
#define GetComputerNameW rras_GetComputerNameW
#define GetComputerNameA rras_GetComputerNameA
#define GetComputerNameExW rras_GetComputerNameExW
#define GetComputerNameExA rras_GetComputerNameExA
#define GetUserNameW rras_GetUserNameW
#define GetUserNameA rras_GetUserNameA
#define RegOpenKeyExW rras_RegOpenKeyExW
#define RegOpenKeyExA rras_RegOpenKeyExA
#define RegCreateKeyExW rras_RegCreateKeyExW
#define RegCreateKeyExA rras_RegCreateKeyExA
#define RegCloseKey rras_RegCloseKey
#define RegQueryValueExW rras_RegQueryValueExW
#define RegQueryValueExA rras_RegQueryValueExA
#define RegGetValueW rras_RegGetValueW
#define RegSetValueExW rras_RegSetValueExW
#define RegSetValueExA rras_RegSetValueExA
#define RegDeleteValueW rras_RegDeleteValueW
#define RegDeleteValueA rras_RegDeleteValueA
#define RegDeleteKeyW rras_RegDeleteKeyW
#define RegDeleteKeyA rras_RegDeleteKeyA
#define RegEnumKeyExW rras_RegEnumKeyExW
#define RegEnumValueW rras_RegEnumValueW
#define NetUserGetInfo rras_NetUserGetInfo
#define NetUserGetGroups rras_NetUserGetGroups
#define NetUserGetLocalGroups rras_NetUserGetLocalGroups
#define NetLocalGroupGetMembers rras_NetLocalGroupGetMembers
#define NetGetDCName rras_NetGetDCName
#define NetWkstaGetInfo rras_NetWkstaGetInfo
#define NetApiBufferFree rras_NetApiBufferFree
#define LookupAccountNameW rras_LookupAccountNameW
#define LookupAccountNameA rras_LookupAccountNameA
#define LookupAccountSidW rras_LookupAccountSidW
#define LookupAccountSidA rras_LookupAccountSidA
#define LogonUserW rras_LogonUserW
#define LogonUserA rras_LogonUserA
#define ImpersonateLoggedOnUser rras_ImpersonateLoggedOnUser
#define RevertToSelf rras_RevertToSelf
#define CheckTokenMembership rras_CheckTokenMembership
#define TraceRegisterExW rras_TraceRegisterExW
#define TraceRegisterExA rras_TraceRegisterExA
#define TraceDeregisterW rras_TraceDeregisterW
#define TraceDeregisterA rras_TraceDeregisterA
#define TracePutsExW rras_TracePutsExW
#define TracePutsExA rras_TracePutsExA
#define TraceVprintfExW rras_TraceVprintfExW
#define TraceVprintfExA rras_TraceVprintfExA
#define TracePrintfW rras_TracePrintfW
#define TracePrintfA rras_TracePrintfA
#define TracePrintfExW rras_TracePrintfExW
#define TracePrintfExA rras_TracePrintfExA
#define RouterLogRegisterW rras_RouterLogRegisterW
#define RouterLogRegisterA rras_RouterLogRegisterA
#define RouterLogDeregisterW rras_RouterLogDeregisterW
#define RouterLogDeregisterA rras_RouterLogDeregisterA
#define RouterLogEventW rras_RouterLogEventW
#define RouterLogEventA rras_RouterLogEventA
#define LogEventW rras_LogEventW
#define LogEventA rras_LogEventA
#define LogErrorW rras_LogErrorW
#define LogErrorA rras_LogErrorA
#define GetSystemInfo rras_GetSystemInfo
#define GetNativeSystemInfo rras_GetNativeSystemInfo
#define GlobalMemoryStatusEx rras_GlobalMemoryStatusEx
#define GetTimeZoneInformation rras_GetTimeZoneInformation
#define SystemTimeToTzSpecificLocalTime rras_SystemTimeToTzSpecificLocalTime
#define GetDriveTypeW rras_GetDriveTypeW
#define GetDriveTypeA rras_GetDriveTypeA
#define GetDiskFreeSpaceExW rras_GetDiskFreeSpaceExW
#define GetCommandLineA rras_GetCommandLineA
#define GetCommandLineW rras_GetCommandLineW
#define GetStdHandle rras_GetStdHandle
#define GetVolumeInformationW rras_GetVolumeInformationW
#define GetVolumeInformationA rras_GetVolumeInformationA
#define IsProcessorFeaturePresent rras_IsProcessorFeaturePresent
#define RegEnumKeyExA rras_RegEnumKeyExA
#define RegEnumValueA rras_RegEnumValueA
#define RegGetValueA rras_RegGetValueA
#define RegQueryInfoKeyW rras_RegQueryInfoKeyW
#define RegQueryInfoKeyA rras_RegQueryInfoKeyA
#define IsDebuggerPresent rras_IsDebuggerPresent
#define SetErrorMode rras_SetErrorMode
#define AreFileApisANSI rras_AreFileApisANSI
#define GetCurrentThread rras_GetCurrentThread
#define SetThreadPriority rras_SetThreadPriority
#define HeapValidate rras_HeapValidate
#define ExitProcess rras_ExitProcess
#define MulDiv rras_MulDiv
#define Beep rras_Beep
#define MessageBoxA rras_MessageBoxA
#define MessageBoxW rras_MessageBoxW
#undef GetAddrInfo
#undef FreeAddrInfo
#define accept rras_accept
#define bind rras_bind
#define closesocket rras_closesocket
#define connect rras_connect
#define freeaddrinfo rras_freeaddrinfo
#define FreeAddrInfoW rras_FreeAddrInfoW
#define getaddrinfo rras_getaddrinfo
#define GetAddrInfoW rras_GetAddrInfoW
#define gethostbyname rras_gethostbyname
#define gethostname rras_gethostname
#define getnameinfo rras_getnameinfo
#define getpeername rras_getpeername
#define getsockname rras_getsockname
#define getsockopt rras_getsockopt
#define ioctlsocket rras_ioctlsocket
#define listen rras_listen
#define recv rras_recv
#define recvfrom rras_recvfrom
#define select rras_select
#define send rras_send
#define sendto rras_sendto
#define setsockopt rras_setsockopt
#define shutdown rras_shutdown
#define socket rras_socket
#define WSAPoll rras_WSAPoll
#define WSASocketA rras_WSASocketA
#define WSASocketW rras_WSASocketW
#endif

#endif
