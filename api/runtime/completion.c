/* SPDX-License-Identifier: MIT */
/* Completion ports as queues: ioapiset.h. A port is a semaphore that counts its packets, which its object keeps. `owner` counts who waits:
 * one that is closed meanwhile is `manual`, which wakes them, and its handle ends with the last of them. */
#include "object.h"

#include <ioapiset.h>
#include <limits.h>
#include <stdlib.h>

struct rras_packet {
    DWORD bytes;
    ULONG_PTR key;
    LPOVERLAPPED overlapped;
    struct rras_packet *next;
};

void rras_packets_free(struct rras_packet *packets)
{
    for (struct rras_packet *next; packets; packets = next) {
        next = packets->next;
        free(packets);
    }
}

HANDLE WINAPI CreateIoCompletionPort(HANDLE file, HANDLE port, ULONG_PTR key, DWORD threads)
{
    (void)key, (void)threads;
    if (file != INVALID_HANDLE_VALUE || port) {
        SetLastError(file == INVALID_HANDLE_VALUE ? ERROR_INVALID_PARAMETER : ERROR_NOT_SUPPORTED);
        return NULL;
    }
    return rras_object_make(&(struct rras_object){.kind = RRAS_PORT, .most = INT_MAX}, NULL);
}

BOOL WINAPI PostQueuedCompletionStatus(HANDLE port, DWORD bytes, ULONG_PTR key, LPOVERLAPPED overlapped)
{
    struct rras_packet *packet = malloc(sizeof *packet);
    if (!packet) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    *packet = (struct rras_packet){bytes, key, overlapped, NULL};
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *object = rras_object_find(port, RRAS_PORT);
    struct rras_packet **at = object ? &object->packets : NULL;
    while (at && *at)
        at = &(*at)->next;
    if (at) {
        *at = packet;
        object->count++;
        pthread_cond_broadcast(&rras_objects_changed);
    }
    pthread_mutex_unlock(&rras_objects_lock);
    if (!at)
        free(packet);
    return at != NULL;
}

/* One more waits for it; false where it is no port that is open */
static bool begin_waiting(HANDLE port)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *object = rras_object_find(port, RRAS_PORT);
    bool open = object && !object->manual;
    if (open)
        object->owner++;
    pthread_mutex_unlock(&rras_objects_lock);
    return open;
}

/* The first packet, which is of whoever waited for it, if there was one; NULL where the port was closed */
static struct rras_packet *end_waiting(HANDLE port, bool ready, bool *closed)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *object = rras_object_find(port, RRAS_PORT);
    struct rras_packet *packet = ready ? object->packets : NULL;
    if (packet)
        object->packets = packet->next;
    *closed = object->manual;
    bool last = --object->owner == 0 && object->manual;
    pthread_mutex_unlock(&rras_objects_lock);
    if (last)
        CloseHandle(port);
    return packet;
}

bool rras_port_stays(struct rras_object *object)
{
    bool waited_for = object->kind == RRAS_PORT && object->users == 1 && object->owner > 0;
    if (waited_for) {
        object->manual = true;
        pthread_cond_broadcast(&rras_objects_changed);
    }
    return waited_for;
}

BOOL WINAPI GetQueuedCompletionStatus(HANDLE port, LPDWORD bytes, PULONG_PTR key, LPOVERLAPPED *overlapped, DWORD ms)
{
    bool closed;
    *overlapped = NULL;
    if (!begin_waiting(port)) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    DWORD result = WaitForSingleObject(port, ms);
    struct rras_packet *packet = end_waiting(port, result == WAIT_OBJECT_0, &closed);
    if (!packet) {
        SetLastError(closed ? ERROR_ABANDONED_WAIT_0 : WAIT_TIMEOUT);
        return FALSE;
    }
    *bytes = packet->bytes;
    *key = packet->key;
    *overlapped = packet->overlapped;
    free(packet);
    return TRUE;
}
