/* SPDX-License-Identifier: MIT */
/**
 * @file ws2def.h
 * @brief Types of sockets, protocols, options and flags, for winsock2.h.
 */
#ifndef RRAS_WIN32_WS2DEF_H
#define RRAS_WIN32_WS2DEF_H

/* The system's, so that ours come behind them. */
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <windef.h>

/** @cond names that the system has too, with other values */
#undef SOCK_STREAM
#undef SOCK_DGRAM
#undef SOCK_RAW
#undef IPPROTO_IP
#undef IPPROTO_ICMP
#undef IPPROTO_TCP
#undef IPPROTO_UDP
#undef IPPROTO_IPV6
#undef SOL_SOCKET
#undef SO_DEBUG
#undef SO_ACCEPTCONN
#undef SO_REUSEADDR
#undef SO_KEEPALIVE
#undef SO_DONTROUTE
#undef SO_BROADCAST
#undef SO_LINGER
#undef SO_SNDBUF
#undef SO_RCVBUF
#undef SO_SNDTIMEO
#undef SO_RCVTIMEO
#undef SO_ERROR
#undef SO_TYPE
#undef TCP_NODELAY
#undef MSG_OOB
#undef MSG_PEEK
#undef MSG_DONTROUTE
#undef MSG_WAITALL
#undef SOMAXCONN
#undef FIONBIO
#undef FIONREAD
/** @endcond */

/** @name Types of sockets, and protocols
 * @{ */
#define SOCK_STREAM 1   /**< A stream of bytes: TCP. */
#define SOCK_DGRAM 2    /**< Datagrams: UDP. */
#define SOCK_RAW 3      /**< Packets; not offered. */
#define IPPROTO_IP 0    /**< The usual one; options of IP. */
#define IPPROTO_ICMP 1  /**< ICMP; not offered. */
#define IPPROTO_TCP 6   /**< TCP. */
#define IPPROTO_UDP 17  /**< UDP. */
#define IPPROTO_IPV6 41 /**< Options of IPv6. */
/** @} */

/** @name Options
 * @{ */
#define SOL_SOCKET 0xffff                        /**< The level of those below. */
#define SO_DEBUG 0x0001                          /**< Has no effect. */
#define SO_ACCEPTCONN 0x0002                     /**< Whether it listens; to be read only. */
#define SO_REUSEADDR 0x0004                      /**< The address may be in use. */
#define SO_EXCLUSIVEADDRUSE ((int)~SO_REUSEADDR) /**< Nobody else may use the address. */
#define SO_KEEPALIVE 0x0008                      /**< Looks whether the peer is there. */
#define SO_DONTROUTE 0x0010                      /**< Has no effect. */
#define SO_BROADCAST 0x0020                      /**< May send to everybody. */
#define SO_LINGER 0x0080                         /**< What closesocket() does with what is not sent; LINGER. */
#define SO_SNDBUF 0x1001                         /**< Bytes that may wait to be sent. */
#define SO_RCVBUF 0x1002                         /**< Bytes that may wait to be received. */
#define SO_SNDTIMEO 0x1005                       /**< DWORD, milliseconds that sending may wait; 0: for ever. */
#define SO_RCVTIMEO 0x1006                       /**< DWORD, milliseconds that receiving may wait; 0: for ever. */
#define SO_ERROR 0x1007                          /**< The error of a connect() that did not wait; to be read only. */
#define SO_TYPE 0x1008                           /**< #SOCK_STREAM or #SOCK_DGRAM; to be read only. */
#define TCP_NODELAY 0x0001                       /**< Of #IPPROTO_TCP: small pieces are sent at once. */
/** @} */

/** @name Flags
 * @{ */
#define MSG_OOB 0x1                     /**< Urgent bytes; not offered. */
#define MSG_PEEK 0x2                    /**< What is received stays there. */
#define MSG_DONTROUTE 0x4               /**< Has no effect. */
#define MSG_WAITALL 0x8                 /**< Waits until the buffer is full. */
#define SD_RECEIVE 0                    /**< Of shutdown(): nothing is received any more. */
#define SD_SEND 1                       /**< Of shutdown(): nothing is sent any more. */
#define SD_BOTH 2                       /**< Of shutdown(): neither. */
#define SOMAXCONN 0x7fffffff            /**< As many callers as there may wait. */
#define FIONBIO ((LONG)0x8004667eu)     /**< Of ioctlsocket(): whether it never waits. */
#define FIONREAD ((LONG)0x4004667fu)    /**< Of ioctlsocket(): how many bytes are there. */
#define WSA_FLAG_OVERLAPPED 0x01        /**< Of WSASocketW(): as socket() has it. */
#define WSA_FLAG_NO_HANDLE_INHERIT 0x80 /**< Of WSASocketW(): child processes do not have it. */
/** @} */

#include <winsock2.h>

#endif
