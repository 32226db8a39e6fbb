/* SPDX-License-Identifier: MIT */
/* Completion ports as queues: ioapiset.h. A port is a semaphore that counts its packets, which are kept by its handle's object. */
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

/* The first packet, which is of whoever waited for it; NULL where the port was closed meanwhile */
static struct rras_packet *take(HANDLE port)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *object = rras_object_find(port, RRAS_PORT);
    struct rras_packet *packet = object ? object->packets : NULL;
    if (packet)
        object->packets = packet->next;
    pthread_mutex_unlock(&rras_objects_lock);
    return packet;
}

BOOL WINAPI GetQueuedCompletionStatus(HANDLE port, LPDWORD bytes, PULONG_PTR key, LPOVERLAPPED *overlapped, DWORD ms)
{
    *overlapped = NULL;
    DWORD result = WaitForSingleObject(port, ms);
    struct rras_packet *packet = result == WAIT_OBJECT_0 ? take(port) : NULL;
    if (!packet) {
        SetLastError(result == WAIT_TIMEOUT ? WAIT_TIMEOUT : ERROR_INVALID_HANDLE);
        return FALSE;
    }
    *bytes = packet->bytes;
    *key = packet->key;
    *overlapped = packet->overlapped;
    free(packet);
    return TRUE;
}
