/* SPDX-License-Identifier: MIT */
/**
 * @file worker.h
 * A process in which DLLs run: worker.c does what the emulator asks, worker_posix.c and
 * worker_windows.c know the system.
 */
#ifndef RRASEMU_HOST_WORKER_H
#define RRASEMU_HOST_WORKER_H

#include "host/channel.h"
#include "host/held.h"
#include "host/image.h"
#include "host/stage.h"

#include "callout/host.h"

enum { WORKER_MODULES_MOST = 64 };

/** What signal handlers and other threads have to know too. */
struct worker {
    struct channel channel;
    struct stage stage;
    bool inside; /**< a callout, or the loading of a DLL */
};

extern struct worker worker;

/** The callout or DLL ends this process: says so, with the frames of where it stands. */
void worker_tell_end(enum wire_type type, const void *payload, size_t size, bool in_handler);

/** The same, and ends. */
_Noreturn void worker_end(enum wire_type type, const void *payload, size_t size, bool in_handler);

/** The same for a crash; its code, and whether it was an `access` to memory, of which the place is told. */
_Noreturn void worker_crash(uint32_t code, bool access, uintptr_t address);

/** The same for what words say; `code` is one of WIRE_CRASH_*. */
_Noreturn void worker_end_by_words(uint32_t code, const char *words);

/* --- the system's part --- */

/** Takes the channel the emulator has opened. */
bool system_open(int argc, char **argv, struct channel *channel);

/** From now on exits are told, and the end of the channel ends this process. */
bool system_watch(void);

/** A thread that runs DLL code was ended by it. */
_Noreturn void worker_thread_end(void);

/** From now on crashes of this thread are told, which runs DLL code. */
void system_watch_thread(void);

/** Where DLLs run: in this process. */
struct host system_host(struct stage *stage);

/** Flushes what DLLs have printed, so that it can be taken. */
void system_flush(void);

/** Takes a piece of what they printed on one of the two streams that are files; 0: that was all. */
size_t system_take_printed(enum wire_stream stream, char *bytes, size_t room);

/** Looks at the process before the first DLL is loaded, and before each time that code of a DLL runs; says what of this one of
 * them has changed, RESIDUE_*. */
void system_look(void);
void system_turn(uint32_t number);
uint32_t system_residue(uint32_t number, const struct image *image, uint32_t asked);

/** Watches what a DLL allocates, and says where it lies. */
void system_loaded(const struct module *module, struct image *image);

/** What a DLL that is unloaded has allocated and nobody has freed. */
struct held_memory system_held(const struct image *image);

/** Whether the loader has taken it away; otherwise its destructors have not run, and what they would have put right is
 * not known. */
bool system_is_gone(const struct image *image);

/** Whether the callout that has just returned left the channel as it was, and whether this is still the process
 * that was to return; a child process of it ends here. *forked: such a child has returned too. */
bool system_returned(bool *forked);

/** Words for an exception that was not caught; false when that is not what ends the process. */
bool system_exception(char *words, size_t size);

/** Sees to it that the process ends, should it not end by itself soon. */
void system_set_alarm(void);

/** Ends the process at once: nobody's exit handlers are called. */
_Noreturn void system_exit(int status);

#endif
