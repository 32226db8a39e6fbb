/* SPDX-License-Identifier: MIT */
/**
 * @file ioapiset.h
 * @brief Completion ports, as queues between threads. Files are read and written at once here, so that none is ever bound to a port.
 */
#ifndef RRAS_WIN32_IOAPISET_H
#define RRAS_WIN32_IOAPISET_H

#include <minwinbase.h>
#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Makes a completion port.
 * @param FileHandle INVALID_HANDLE_VALUE; a file is refused with ERROR_NOT_SUPPORTED
 * @param ExistingCompletionPort NULL
 * @param CompletionKey not looked at
 * @param NumberOfConcurrentThreads not looked at
 * @return its handle, to be closed; NULL with the last error set
 */
HANDLE WINAPI CreateIoCompletionPort(HANDLE FileHandle, HANDLE ExistingCompletionPort, ULONG_PTR CompletionKey,
                                     DWORD NumberOfConcurrentThreads);
/**
 * Puts a packet into a port.
 * @param CompletionPort the port
 * @param dwNumberOfBytesTransferred what its receiver is told
 * @param dwCompletionKey as well
 * @param lpOverlapped as well; it is not looked at
 * @return TRUE; FALSE with the last error set
 */
BOOL WINAPI PostQueuedCompletionStatus(HANDLE CompletionPort, DWORD dwNumberOfBytesTransferred,
                                       ULONG_PTR dwCompletionKey, LPOVERLAPPED lpOverlapped);
/**
 * Takes the packet that was put into a port first, and waits for one.
 * @param CompletionPort the port
 * @param lpNumberOfBytesTransferred receives what its sender gave
 * @param lpCompletionKey as well
 * @param lpOverlapped as well; NULL where there is no packet
 * @param dwMilliseconds how long at most; INFINITE
 * @return TRUE; FALSE with WAIT_TIMEOUT, or ERROR_ABANDONED_WAIT_0 where the port was closed meanwhile
 */
BOOL WINAPI GetQueuedCompletionStatus(HANDLE CompletionPort, LPDWORD lpNumberOfBytesTransferred,
                                      PULONG_PTR lpCompletionKey, LPOVERLAPPED *lpOverlapped, DWORD dwMilliseconds);

#ifdef __cplusplus
}
#endif

#endif
