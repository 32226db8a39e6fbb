/* SPDX-License-Identifier: MIT */
/**
 * @file interlockedapi.h
 * @brief Operations on a number that no other thread can come between. They take numbers of any size.
 */
#ifndef RRAS_WIN32_INTERLOCKEDAPI_H
#define RRAS_WIN32_INTERLOCKEDAPI_H

#include <windef.h>

/** @name Interlocked operations
 * Each is whole, and ordered with all others.
 * @{ */
#define InterlockedIncrement(place) __atomic_add_fetch((place), 1, __ATOMIC_SEQ_CST)        /**< Adds 1. */
#define InterlockedDecrement(place) __atomic_sub_fetch((place), 1, __ATOMIC_SEQ_CST)        /**< Takes 1. */
#define InterlockedIncrement64(place) __atomic_add_fetch((place), 1, __ATOMIC_SEQ_CST)      /**< Adds 1. */
#define InterlockedDecrement64(place) __atomic_sub_fetch((place), 1, __ATOMIC_SEQ_CST)      /**< Takes 1. */
#define InterlockedIncrementAcquire(place) __atomic_add_fetch((place), 1, __ATOMIC_SEQ_CST) /**< Adds 1. */
#define InterlockedDecrementAcquire(place) __atomic_sub_fetch((place), 1, __ATOMIC_SEQ_CST) /**< Takes 1. */
#define InterlockedIncrementRelease(place) __atomic_add_fetch((place), 1, __ATOMIC_SEQ_CST) /**< Adds 1. */
#define InterlockedDecrementRelease(place) __atomic_sub_fetch((place), 1, __ATOMIC_SEQ_CST) /**< Takes 1. */
#define InterlockedIncrement16(place) __atomic_add_fetch((place), 1, __ATOMIC_SEQ_CST)      /**< Adds 1. */
#define InterlockedDecrement16(place) __atomic_sub_fetch((place), 1, __ATOMIC_SEQ_CST)      /**< Takes 1. */
#define InterlockedExchange(place, value) \
    __atomic_exchange_n((place), (value), __ATOMIC_SEQ_CST) /**< Stores; what was there. */
#define InterlockedExchange64(place, value) \
    __atomic_exchange_n((place), (value), __ATOMIC_SEQ_CST) /**< Stores; what was there. */
#define InterlockedExchangeAcquire(place, value) \
    __atomic_exchange_n((place), (value), __ATOMIC_SEQ_CST) /**< Stores; what was there. */
#define InterlockedExchange16(place, value) \
    __atomic_exchange_n((place), (value), __ATOMIC_SEQ_CST) /**< Stores; what was there. */
#define InterlockedExchange8(place, value) \
    __atomic_exchange_n((place), (value), __ATOMIC_SEQ_CST) /**< Stores; what was there. */
#define InterlockedExchangePointer(place, value) \
    __atomic_exchange_n((place), (value), __ATOMIC_SEQ_CST) /**< Stores; what was there. */
#define InterlockedExchangeAdd(place, value) \
    __atomic_fetch_add((place), (value), __ATOMIC_SEQ_CST) /**< Adds; what was there. */
#define InterlockedAdd(place, value) __atomic_add_fetch((place), (value), __ATOMIC_SEQ_CST) /**< Adds. */
#define InterlockedExchangeAdd64(place, value) \
    __atomic_fetch_add((place), (value), __ATOMIC_SEQ_CST) /**< Adds; what was there. */
#define InterlockedAdd64(place, value) __atomic_add_fetch((place), (value), __ATOMIC_SEQ_CST) /**< Adds. */
#define InterlockedAnd(place, value) \
    __atomic_fetch_and((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedOr(place, value) \
    __atomic_fetch_or((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedXor(place, value) \
    __atomic_fetch_xor((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedAnd64(place, value) \
    __atomic_fetch_and((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedOr64(place, value) \
    __atomic_fetch_or((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedXor64(place, value) \
    __atomic_fetch_xor((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedAnd8(place, value) \
    __atomic_fetch_and((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedOr8(place, value) \
    __atomic_fetch_or((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedXor8(place, value) \
    __atomic_fetch_xor((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedAnd16(place, value) \
    __atomic_fetch_and((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedOr16(place, value) \
    __atomic_fetch_or((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedXor16(place, value) \
    __atomic_fetch_xor((place), (value), __ATOMIC_SEQ_CST) /**< Combines bits; what was there. */
#define InterlockedCompareExchange(place, value, expected) \
    __sync_val_compare_and_swap((place), (expected), (value)) /**< Stores if it is as expected; what was there. */
#define InterlockedCompareExchange64(place, value, expected) \
    __sync_val_compare_and_swap((place), (expected), (value)) /**< Stores if it is as expected; what was there. */
#define InterlockedCompareExchangeAcquire(place, value, expected) \
    __sync_val_compare_and_swap((place), (expected), (value)) /**< Stores if it is as expected; what was there. */
#define InterlockedCompareExchangeRelease(place, value, expected) \
    __sync_val_compare_and_swap((place), (expected), (value)) /**< Stores if it is as expected; what was there. */
#define InterlockedCompareExchange16(place, value, expected) \
    __sync_val_compare_and_swap((place), (expected), (value)) /**< Stores if it is as expected; what was there. */
#define InterlockedCompareExchangePointer(place, value, expected) \
    __sync_val_compare_and_swap((place), (expected), (value)) /**< Stores if it is as expected; what was there. */
#define InterlockedBitTestAndSet(place, bit)                                         \
    ((BOOLEAN)((__atomic_fetch_or((place), 1 << (bit), __ATOMIC_SEQ_CST) >> (bit)) & \
               1)) /**< Sets a bit; whether it was. */
#define InterlockedBitTestAndReset(place, bit)                                           \
    ((BOOLEAN)((__atomic_fetch_and((place), ~(1 << (bit)), __ATOMIC_SEQ_CST) >> (bit)) & \
               1))                                              /**< Clears a bit; whether it was set. */
#define MemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST) /**< All before is done before all after. */
#define YieldProcessor() ((void)0)                              /**< A hint to the processor. */
#define _InterlockedIncrement InterlockedIncrement              /**< The compiler's name of it. */
#define _InterlockedDecrement InterlockedDecrement              /**< The compiler's name of it. */
#define _InterlockedExchange InterlockedExchange                /**< The compiler's name of it. */
#define _InterlockedExchangeAdd InterlockedExchangeAdd          /**< The compiler's name of it. */
#define _InterlockedCompareExchange InterlockedCompareExchange  /**< The compiler's name of it. */
/** @} */

#ifdef __cplusplus
extern "C" {
#endif

/** An entry of a list; the first member of what is listed. It lies at a multiple of 16. */
typedef struct __attribute__((aligned(16))) _SLIST_ENTRY {
    struct _SLIST_ENTRY *Next; /**< The one behind it. */
} SLIST_ENTRY;
typedef SLIST_ENTRY *PSLIST_ENTRY; /**< Address of an SLIST_ENTRY. */

/** The head of a list that several threads may change at once; its members are its own. */
typedef struct __attribute__((aligned(16))) _SLIST_HEADER {
    ULONGLONG Alignment; /**< Its own. */
    ULONGLONG Region;    /**< Its own. */
} SLIST_HEADER;
typedef SLIST_HEADER *PSLIST_HEADER; /**< Address of an SLIST_HEADER. */

/** Makes an empty list.
 * @param ListHead it */
VOID WINAPI InitializeSListHead(PSLIST_HEADER ListHead);
/** Puts an entry in front.
 * @param ListHead the list
 * @param ListEntry the entry
 * @return what was the first before, or NULL */
PSLIST_ENTRY WINAPI InterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry);
/** Takes the first entry.
 * @param ListHead the list
 * @return the entry, or NULL */
PSLIST_ENTRY WINAPI InterlockedPopEntrySList(PSLIST_HEADER ListHead);
/** Takes all entries.
 * @param ListHead the list
 * @return the first of them, or NULL */
PSLIST_ENTRY WINAPI InterlockedFlushSList(PSLIST_HEADER ListHead);
/** Counts the entries.
 * @param ListHead the list
 * @return how many there are, modulo 65536 */
USHORT WINAPI QueryDepthSList(PSLIST_HEADER ListHead);

#ifdef __cplusplus
}
#endif

#endif
