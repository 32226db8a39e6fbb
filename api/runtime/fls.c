/* SPDX-License-Identifier: MIT */
/* Memory of threads with a function for its end: fibersapi.h. */
#include "object.h"

#include <fibersapi.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

enum { SLOTS = 128 };

/* The value of one thread */
struct cell {
    unsigned slot;
    PVOID value;
    struct cell *next;
};

static struct {
    enum { FREE, USED, ENDING } state;
    pthread_key_t key; /* of the thread's cell */
    PFLS_CALLBACK_FUNCTION callback;
} slots[SLOTS];
static struct cell *cells;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Takes a cell out of the list: this one, or any of a slot's; NULL: there is none. The lock is held. */
static struct cell *take(const struct cell *wanted, unsigned slot)
{
    struct cell **at = &cells;
    while (*at && !(wanted ? *at == wanted : (*at)->slot == slot))
        at = &(*at)->next;
    struct cell *found = *at;
    if (found)
        *at = found->next;
    return found;
}

/* The callback may use any of these functions. */
static void finish(struct cell *cell, PFLS_CALLBACK_FUNCTION callback)
{
    if (cell && callback && cell->value)
        callback(cell->value);
    free(cell);
}

static void thread_ends(void *self)
{
    pthread_mutex_lock(&lock);
    struct cell *cell = take(self, 0);
    PFLS_CALLBACK_FUNCTION callback = cell ? slots[cell->slot].callback : NULL;
    pthread_mutex_unlock(&lock);
    finish(cell, callback);
}

DWORD WINAPI FlsAlloc(PFLS_CALLBACK_FUNCTION callback)
{
    DWORD slot = 0;
    pthread_mutex_lock(&lock);
    while (slot < SLOTS && slots[slot].state != FREE)
        slot++;
    bool fine = slot < SLOTS && pthread_key_create(&slots[slot].key, thread_ends) == 0;
    if (fine) {
        slots[slot].state = USED;
        slots[slot].callback = callback;
    }
    pthread_mutex_unlock(&lock);
    if (!fine)
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return fine ? slot : FLS_OUT_OF_INDEXES;
}

static bool is_slot(DWORD slot)
{
    pthread_mutex_lock(&lock);
    bool used = slot < SLOTS && slots[slot].state == USED;
    pthread_mutex_unlock(&lock);
    SetLastError(used ? ERROR_SUCCESS : ERROR_INVALID_PARAMETER);
    return used;
}

PVOID WINAPI FlsGetValue(DWORD slot)
{
    const struct cell *cell = is_slot(slot) ? pthread_getspecific(slots[slot].key) : NULL;
    return cell ? cell->value : NULL;
}

BOOL WINAPI FlsSetValue(DWORD slot, PVOID value)
{
    if (!is_slot(slot))
        return FALSE;
    struct cell *cell = pthread_getspecific(slots[slot].key);
    if (!cell) {
        cell = calloc(1, sizeof *cell);
        if (!cell || pthread_setspecific(slots[slot].key, cell) != 0) {
            free(cell);
            SetLastError(ERROR_NOT_ENOUGH_MEMORY);
            return FALSE;
        }
        cell->slot = slot;
        pthread_mutex_lock(&lock);
        cell->next = cells;
        cells = cell;
        pthread_mutex_unlock(&lock);
    }
    cell->value = value;
    return TRUE;
}

BOOL WINAPI FlsFree(DWORD slot)
{
    pthread_mutex_lock(&lock);
    bool used = slot < SLOTS && slots[slot].state == USED;
    if (used) {
        PFLS_CALLBACK_FUNCTION callback = slots[slot].callback;
        slots[slot].state = ENDING; /* nobody may use it, nor get it, while the callbacks run */
        for (struct cell *cell; (cell = take(NULL, slot)) != NULL;) {
            pthread_mutex_unlock(&lock);
            finish(cell, callback);
            pthread_mutex_lock(&lock);
        }
        pthread_key_delete(slots[slot].key);
        slots[slot].state = FREE;
    }
    pthread_mutex_unlock(&lock);
    SetLastError(used ? ERROR_SUCCESS : ERROR_INVALID_PARAMETER);
    return used;
}

void rras_fls_end(void)
{
    for (DWORD slot = 0; slot < SLOTS; slot++) {
        struct cell *cell = is_slot(slot) ? pthread_getspecific(slots[slot].key) : NULL;
        if (!cell)
            continue;
        pthread_setspecific(slots[slot].key, NULL);
        thread_ends(cell);
    }
}
