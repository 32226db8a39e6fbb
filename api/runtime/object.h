/* SPDX-License-Identifier: MIT */
/**
 * @file object.h
 * @brief What handles name. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_OBJECT_H
#define RRAS_RUNTIME_OBJECT_H

#include <windows.h>

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/** The kinds. */
enum rras_kind {
    RRAS_EVENT,
    RRAS_MUTEX,
    RRAS_SEMAPHORE,
    RRAS_THREAD,
    RRAS_TIMER,
    RRAS_FILE,
    RRAS_SOCKET,
    RRAS_MAPPING,
    RRAS_PORT
};

/** An object. */
struct rras_object {
    enum rras_kind kind;
    unsigned users;  /**< its handle, and for a thread the thread itself */
    bool signalled;  /**< an event, a timer; a thread that has ended */
    bool manual;     /**< an event or a timer that stays so; a mapping that may be written; a port that was closed */
    LONG count;      /**< of a semaphore; how often a mutex is owned, a thread must be resumed; packets in a port */
    LONG most;       /**< of a semaphore */
    DWORD owner;     /**< the number of a mutex's thread, or a thread's own; how many wait for a port */
    bool abandoned;  /**< a mutex whose thread has ended */
    DWORD exit_code; /**< of a thread */
    char *name;      /**< by which it is found again; or NULL */
    int file;        /**< the descriptor of a file, a socket or a mapping */
    int sharing;     /**< of a file: by what its share is given back (sharing.h); -1: by nothing */
    struct rras_timer *timer;    /**< a waitable timer's; NULL until it is set (pool.h) */
    struct rras_packet *packets; /**< that wait in a completion port */
    char *doomed;                /**< the path of a file that is deleted with its handle, or NULL */
};

/** One lock for all of them, and for whoever waits. */
extern pthread_mutex_t rras_objects_lock;
extern pthread_cond_t rras_objects_changed;

/** Makes an object and its handle, or another handle to the one of that kind and name with the last error
 * ERROR_ALREADY_EXISTS. `name` is UTF-8 or NULL, and begins anew in each process. */
HANDLE rras_object_make_named(const struct rras_object *object, LPCSTR name);

/** The same with a wide name. */
HANDLE rras_object_make_wide(const struct rras_object *object, LPCWSTR name);

/** Makes an object and its handle, NULL with the last error set. */
HANDLE rras_object_make(const struct rras_object *object, struct rras_object **made);

/** The object of a handle, NULL with the last error set when there is none of this kind. The lock must be
 * held. */
struct rras_object *rras_object_find(HANDLE handle, enum rras_kind kind);

/** A further handle of the object of that name; NULL with the last error set, ERROR_FILE_NOT_FOUND where there is none. */
HANDLE rras_object_open(enum rras_kind kind, LPCWSTR name);

/** The kind of a handle's object; false with the last error set. */
bool rras_object_kind(HANDLE handle, enum rras_kind *kind);

/** Waits for an object as WaitForSingleObject() does; WAIT_IO_COMPLETION once `cancelled` is set, and
 * rras_objects_changed told, under the lock. */
DWORD rras_object_wait_unless(HANDLE handle, DWORD ms, const bool *cancelled);

/** A thread ends: the mutexes it owns are free, and say so to the next; the lock must be held. */
void rras_objects_abandon(DWORD thread);

/** The view of a mapping that an address lies in; false: in none. */
bool rras_view_of(const void *address, void **base, size_t *size);

/** Frees what waits in a completion port. */
void rras_packets_free(struct rras_packet *packets);

/** This thread ends: the functions for its values (fibersapi.h) are called. */
void rras_fls_end(void);

/** A port is about to lose its last handle: whether it keeps it, for those who wait for it and are told. The lock must be held. */
bool rras_port_stays(struct rras_object *object);

/** Another handle to an object; NULL with the last error set. The lock must be held. */
HANDLE rras_object_handle(struct rras_object *object);

/** The object of this thread, or NULL where it is none of a DLL's; the lock must be held. */
struct rras_object *rras_thread_object(void);

/** One user less; the lock must be held. */
void rras_object_release(struct rras_object *object);

#endif
