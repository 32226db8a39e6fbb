/* SPDX-License-Identifier: MIT */
/**
 * @file winerror.h
 * @brief Win32 error codes that callouts and the administration functions use.
 *
 * The codes of RAS (from 600) are in raserror.h, those of the router (from 900) in mprerror.h.
 */
#ifndef RRAS_WIN32_WINERROR_H
#define RRAS_WIN32_WINERROR_H

#include <windef.h>

#define ERROR_SUCCESS 0                     /**< The operation succeeded. */
#define NO_ERROR 0                          /**< The operation succeeded; the name a callout's documentation uses. */
#define ERROR_INVALID_FUNCTION 1            /**< The device or service does not know this function. */
#define ERROR_FILE_NOT_FOUND 2              /**< There is no such file. */
#define ERROR_PATH_NOT_FOUND 3              /**< A folder of the path does not exist. */
#define ERROR_TOO_MANY_OPEN_FILES 4         /**< Too many files are open. */
#define ERROR_ACCESS_DENIED 5               /**< The caller may not do this. */
#define ERROR_INVALID_HANDLE 6              /**< The handle names nothing, or something of another kind. */
#define ERROR_NOT_ENOUGH_MEMORY 8           /**< Memory ran out. */
#define ERROR_INVALID_DATA 13               /**< The data make no sense. */
#define ERROR_OUTOFMEMORY 14                /**< Memory ran out. */
#define ERROR_NO_MORE_FILES 18              /**< There are no more files. */
#define ERROR_WRITE_PROTECT 19              /**< The medium is protected against writing. */
#define ERROR_NOT_READY 21                  /**< The device is not ready. */
#define ERROR_BAD_LENGTH 24                 /**< The buffer has the wrong size. */
#define ERROR_GEN_FAILURE 31                /**< A failure without a better name. */
#define ERROR_SHARING_VIOLATION 32          /**< Another program has the file open and does not share it. */
#define ERROR_LOCK_VIOLATION 33             /**< Another program has locked that part of the file. */
#define ERROR_HANDLE_EOF 38                 /**< The end of the file was reached. */
#define ERROR_NOT_SUPPORTED 50              /**< The request is not supported. */
#define ERROR_BAD_NETPATH 53                /**< There is no such machine on the network. */
#define ERROR_FILE_EXISTS 80                /**< The file is there already. */
#define ERROR_INVALID_PARAMETER 87          /**< An argument is wrong. */
#define ERROR_BROKEN_PIPE 109               /**< The other end of the pipe is closed. */
#define ERROR_OPEN_FAILED 110               /**< It cannot be opened. */
#define ERROR_BUFFER_OVERFLOW 111           /**< The buffer is too small for the name. */
#define ERROR_DISK_FULL 112                 /**< The disk is full. */
#define ERROR_CALL_NOT_IMPLEMENTED 120      /**< The function does nothing on this system. */
#define ERROR_INSUFFICIENT_BUFFER 122       /**< The buffer is too small for the data. */
#define ERROR_INVALID_NAME 123              /**< A name has a character that names may not have. */
#define ERROR_INVALID_LEVEL 124             /**< The information level is unknown. */
#define ERROR_MOD_NOT_FOUND 126             /**< The DLL was not found. */
#define ERROR_PROC_NOT_FOUND 127            /**< The DLL lacks an export. */
#define ERROR_NEGATIVE_SEEK 131             /**< The place would be in front of the beginning of the file. */
#define ERROR_SEEK_ON_DEVICE 132            /**< There are no places in this file. */
#define ERROR_DIR_NOT_EMPTY 145             /**< The folder is not empty. */
#define ERROR_BUSY 170                      /**< What is asked for is in use. */
#define ERROR_ALREADY_EXISTS 183            /**< It exists already. */
#define ERROR_BAD_EXE_FORMAT 193            /**< The file is no program for this machine. */
#define ERROR_ENVVAR_NOT_FOUND 203          /**< There is no such environment variable. */
#define ERROR_FILENAME_EXCED_RANGE 206      /**< The path is too long. */
#define ERROR_MORE_DATA 234                 /**< There is more than fits or was asked for. */
#define ERROR_NO_MORE_ITEMS 259             /**< The list is at its end. */
#define ERROR_DIRECTORY 267                 /**< The path is none of a folder. */
#define ERROR_NOT_OWNER 288                 /**< The mutex is another thread's, or nobody's. */
#define ERROR_TOO_MANY_POSTS 298            /**< The semaphore's count would go beyond its maximum. */
#define ERROR_MR_MID_NOT_FOUND 317          /**< There is no message text for this number. */
#define ERROR_INVALID_ADDRESS 487           /**< Nothing begins at this address. */
#define ERROR_ABANDONED_WAIT_0 735          /**< What was waited for was closed. */
#define ERROR_OPERATION_ABORTED 995         /**< The operation was ended before it was done. */
#define ERROR_IO_PENDING 997                /**< The operation goes on. */
#define ERROR_NOACCESS 998                  /**< Memory may not be used so. */
#define ERROR_CAN_NOT_COMPLETE 1003         /**< The function cannot finish. */
#define ERROR_INVALID_FLAGS 1004            /**< A flag is not known here. */
#define ERROR_FILE_INVALID 1006             /**< An empty file cannot be seen as memory. */
#define ERROR_BADDB 1009                    /**< The registry is damaged. */
#define ERROR_BADKEY 1010                   /**< This is no key of the registry. */
#define ERROR_CANTWRITE 1013                /**< The registry cannot be written. */
#define ERROR_KEY_DELETED 1018              /**< The key was deleted. */
#define ERROR_KEY_HAS_CHILDREN 1020         /**< The key has keys below it. */
#define ERROR_SERVICE_DOES_NOT_EXIST 1060   /**< There is no such service. */
#define ERROR_SERVICE_NOT_ACTIVE 1062       /**< The service is not running. */
#define ERROR_SERVICE_SPECIFIC_ERROR 1066   /**< The service ended with a code of its own. */
#define ERROR_NO_UNICODE_TRANSLATION 1113   /**< There is no such character on the other side. */
#define ERROR_DLL_INIT_FAILED 1114          /**< The entry point of a DLL refused. */
#define ERROR_POSSIBLE_DEADLOCK 1131        /**< Waiting here might never end. */
#define ERROR_MAPPED_ALIGNMENT 1132         /**< An address or a place is no multiple of what it must be. */
#define ERROR_NOT_FOUND 1168                /**< The element was not found. */
#define ERROR_CANCELLED 1223                /**< The user cancelled it. */
#define ERROR_RETRY 1237                    /**< It may work next time. */
#define ERROR_ALREADY_INITIALIZED 1247      /**< It was begun before. */
#define ERROR_NO_IMPERSONATION_TOKEN 1309   /**< The token is none to act by. */
#define ERROR_NO_SUCH_USER 1317             /**< There is no such account. */
#define ERROR_LOGON_FAILURE 1326            /**< Wrong user name or password. */
#define ERROR_ACCOUNT_RESTRICTION 1327      /**< The account may not do this. */
#define ERROR_INVALID_LOGON_HOURS 1328      /**< The account may not log on at this time. */
#define ERROR_PASSWORD_EXPIRED 1330         /**< The password of the account has expired. */
#define ERROR_ACCOUNT_DISABLED 1331         /**< The account is disabled. */
#define ERROR_NONE_MAPPED 1332              /**< None of the names has an identifier. */
#define ERROR_INVALID_SID 1337              /**< That is no security identifier. */
#define ERROR_NO_SUCH_DOMAIN 1355           /**< There is no such domain, or it cannot be reached. */
#define ERROR_INTERNAL_ERROR 1359           /**< A fault inside the system. */
#define ERROR_NO_SUCH_ALIAS 1376            /**< There is no such group on this machine. */
#define ERROR_NO_SYSTEM_RESOURCES 1450      /**< The system has run out of something. */
#define ERROR_TIMEOUT 1460                  /**< The time-out has passed. */
#define ERROR_UNSUPPORTED_TYPE 1630         /**< The data have another type. */
#define RPC_S_INVALID_BINDING 1702          /**< The binding handle of a remote call is wrong. */
#define RPC_S_UNKNOWN_IF 1717               /**< The server does not offer the interface. */
#define RPC_S_SERVER_UNAVAILABLE 1722       /**< The server is not there. */
#define RPC_X_NULL_REF_POINTER 1780         /**< A pointer that must not be NULL was NULL. */
#define ERROR_SUCCESS_REBOOT_REQUIRED 3010  /**< Done; takes effect when the system starts again. */
#define ERROR_SUCCESS_RESTART_REQUIRED 3011 /**< Done; takes effect at the service's next start. */
#define ERROR_INVALID_STATE 5023            /**< It cannot be done in this state. */
#define ERROR_DS_OPERATIONS_ERROR 8224      /**< The directory service reported an operations error. */
#define ERROR_DS_SERVER_DOWN 8250           /**< The directory server does not answer. */

/** @name Errors of sockets
 * @{ */
#define WSAEINTR 10004           /**< The wait was ended. */
#define WSAEBADF 10009           /**< The file is not open. */
#define WSAEACCES 10013          /**< That is not allowed, as a broadcast without #SO_BROADCAST. */
#define WSAEFAULT 10014          /**< A pointer leads nowhere, or a buffer is too small. */
#define WSAEINVAL 10022          /**< An argument is wrong, or the socket is not in that state. */
#define WSAEMFILE 10024          /**< Too many sockets. */
#define WSAEWOULDBLOCK 10035     /**< It is not done at once, and the socket is not to wait. */
#define WSAEINPROGRESS 10036     /**< Another call is under way. */
#define WSAEALREADY 10037        /**< It is being connected. */
#define WSAENOTSOCK 10038        /**< That is no socket. */
#define WSAEDESTADDRREQ 10039    /**< It is not said where to. */
#define WSAEMSGSIZE 10040        /**< The datagram is longer than the buffer; the rest is lost. */
#define WSAEPROTOTYPE 10041      /**< The protocol is none of this type. */
#define WSAENOPROTOOPT 10042     /**< There is no such option. */
#define WSAEPROTONOSUPPORT 10043 /**< There is no such protocol. */
#define WSAESOCKTNOSUPPORT 10044 /**< There is no such type of socket. */
#define WSAEOPNOTSUPP 10045      /**< This socket cannot do that. */
#define WSAEAFNOSUPPORT 10047    /**< The family of addresses is unknown. */
#define WSAEADDRINUSE 10048      /**< Another socket has that address and port. */
#define WSAEADDRNOTAVAIL 10049   /**< That is no address of this machine. */
#define WSAENETDOWN 10050        /**< There is no network. */
#define WSAENETUNREACH 10051     /**< Neither a loopback address nor a peer of the scenario. */
#define WSAECONNABORTED 10053    /**< The connection was given up. */
#define WSAECONNRESET 10054      /**< The peer has ended the connection, or nobody listens at that port. */
#define WSAENOBUFS 10055         /**< There is no memory. */
#define WSAEISCONN 10056         /**< It is connected already. */
#define WSAENOTCONN 10057        /**< It is not connected. */
#define WSAESHUTDOWN 10058       /**< This direction was shut down. */
#define WSAETIMEDOUT 10060       /**< No answer within the limit. */
#define WSAECONNREFUSED 10061    /**< Nobody listens there. */
#define WSAEHOSTUNREACH 10065    /**< There is no way to that machine. */
#define WSASYSNOTREADY 10091     /**< The network is not ready. */
#define WSAVERNOTSUPPORTED 10092 /**< The version is not offered. */
#define WSANOTINITIALISED 10093  /**< WSAStartup() was not called. */
#define WSA_NOT_ENOUGH_MEMORY 8L /**< There is no memory. */
#define WSAHOST_NOT_FOUND 11001  /**< There is no such name. */
#define WSATRY_AGAIN 11002       /**< The server of names does not answer. */
#define WSANO_RECOVERY 11003     /**< The server of names cannot answer. */
#define WSANO_DATA 11004         /**< The name has no address of that kind. */
#define WSATYPE_NOT_FOUND 10109  /**< There is no such service. */
/** @} */

/** @name Results of COM
 * @{ */
#define S_OK ((HRESULT)0)                                    /**< All went well. */
#define S_FALSE ((HRESULT)1)                                 /**< It went well, and the answer is no. */
#define E_FAIL ((HRESULT)0x80004005)                         /**< A failure without a better name. */
#define E_POINTER ((HRESULT)0x80004003)                      /**< A pointer is wrong. */
#define E_NOTIMPL ((HRESULT)0x80004001)                      /**< It is not implemented. */
#define E_ABORT ((HRESULT)0x80004004)                        /**< It was ended before it was done. */
#define E_UNEXPECTED ((HRESULT)0x8000FFFF)                   /**< Nobody thought of this. */
#define E_ACCESSDENIED ((HRESULT)0x80070005)                 /**< The caller may not do this. */
#define E_HANDLE ((HRESULT)0x80070006)                       /**< The handle is wrong. */
#define HRESULT_CODE(result) ((result)&0xffff)               /**< The number of the failure. */
#define HRESULT_FACILITY(result) (((result) >> 16) & 0x1fff) /**< Whose number it is. */
#define FACILITY_WIN32 7                                     /**< The system's. */
#define E_OUTOFMEMORY ((HRESULT)0x8007000E)                  /**< Memory ran out. */
#define E_INVALIDARG ((HRESULT)0x80070057)                   /**< An argument is wrong. */
#define SUCCEEDED(result) ((HRESULT)(result) >= 0)           /**< Whether a result is no failure. */
#define FAILED(result) ((HRESULT)(result) < 0)               /**< Whether it is one. */
/** The result that stands for an error of the other kind. */
#define HRESULT_FROM_WIN32(code) \
    ((HRESULT)(code) <= 0 ? (HRESULT)(code) : (HRESULT)(((DWORD)(code)&0xffff) | 0x80070000))
/** @} */

#endif
