/* SPDX-License-Identifier: MIT */
/**
 * @file host.h
 * What the chain needs of the place where DLL code runs.
 */
#ifndef RRASEMU_CALLOUT_HOST_H
#define RRASEMU_CALLOUT_HOST_H

#include "callout/arguments.h"
#include "callout/callout.h"
#include "callout/check.h"
#include "callout/finding.h"
#include "core/text.h"

struct module; /**< a loaded DLL, as its host knows it */

/** A callout given as a function of this program, by export name. */
struct callout_function {
    const char *name;
    void (*function)(void);
};

/** Where a DLL comes from: a file, or functions of this program. */
struct dll_source {
    const char *path;   /**< or NULL */
    bool own_folder;    /**< the libraries it needs are looked for in its own folder too */
    const char *listed; /**< as the registry has it, for messages; NULL: it does not */
    const char *name;   /**< how transcripts call it; NULL: the path's last part */
    const struct callout_function *functions;
    size_t function_count;
    int64_t start;   /**< when it is loaded, as in struct call_watch */
    uint64_t now_ns; /**< virtual time since then */
};

/** Why a DLL could not be loaded. */
enum load_result {
    LOAD_OK,
    LOAD_NOT_FOUND,
    LOAD_NOT_AN_IMAGE,    /**< not a file this host can run (event 20204) */
    LOAD_LIBRARY_MISSING, /**< it needs a library that is not there */
    LOAD_UNRESOLVED,      /**< it needs symbols nobody has */
    LOAD_NO_MEMORY,
    LOAD_REFUSED, /**< its own start-up code or the loader said no */
};

/** Whether a function is called by its export or by its slot in the callback table (Q9). */
enum origin { ORIGIN_EXPORT, ORIGIN_SLOT };

/** How a call ended. */
enum outcome {
    OUTCOME_RETURNED,
    OUTCOME_BLOCKED, /**< it never will (B0.forbidden) */
    OUTCOME_ENDED,   /**< its process is gone, and all that DLLs kept in it */
};

/** What becomes of a callout that calls a forbidden function. */
enum verdict {
    VERDICT_RETURNS, /**< the function returns ERROR_POSSIBLE_DEADLOCK */
    VERDICT_BLOCKS,  /**< it never returns: OUTCOME_BLOCKED */
    VERDICT_ENDS,    /**< its process ends: OUTCOME_ENDED, where DLLs have one of their own */
};

/** What a callout did, or how it was ended before it returned. */
struct call_end {
    enum finding_id finding;
    const char *detail;    /**< in words, for the finding */
    const char *backtrace; /**< as records have it (ras/record.h); or NULL */
    const char *frames;    /**< the same as `OFFSET MODULE` lines, which tell whose code it was; or NULL */
    bool returned;         /**< the callout had returned, and a thread of its DLL did it */
};

/** Who is told of what a callout does while it runs. A backtrace is as records have it. */
struct call_watch {
    int64_t start;         /**< the virtual clock: when it began, seconds since 1970, */
    uint64_t now_ns;       /**< and what has passed since */
    bool arguments_stay;   /**< their memory can be used after the call, for a while */
    bool shared_forbidden; /**< the functions that both groups share are forbidden too (Q30) */
    bool forbidden_fails;  /**< what forbidden() is going to say: VERDICT_RETURNS */
    /** It calls a function that is forbidden inside callouts (B0.forbidden). */
    enum verdict (*forbidden)(struct call_watch *watch, const char *function, const char *backtrace);
    /** Its process ended by a crash, an exit or a hang. */
    void (*ended)(struct call_watch *watch, const struct call_end *end);
    /** It ran in both processes, with different results (Q11). */
    void (*differs)(struct call_watch *watch, uint32_t address, uint32_t notification);
    /** It has done this, or was unloaded and has left this. */
    void (*found)(struct call_watch *watch, const struct call_end *found);
    /** Whether DLLs have something to tell since the last time; for advance(). NULL: the host knows. */
    bool (*told)(void);
    /** It wrote to "stdout" or "stderr", or spoke to a debugger: "debug". `role` is ROLE_BOTH where there is
     * only one. */
    void (*output)(struct call_watch *watch, const char *stream, enum role role, const char *text);
};

/** What DLLs leave behind in their process. */
enum {
    RESIDUE_FOLDER = 1, /**< another working directory */
    RESIDUE_SIGNALS = 2,
    RESIDUE_LOCALE = 4,
    RESIDUE_FLOAT = 8,
    RESIDUE_FILES = 16, /**< descriptors that are still open */
    RESIDUE_THREADS = 32,
    RESIDUE_PROCESSES = 64,
    RESIDUE_HANDLES = 128, /**< of the run-time library that are still open */
    /** What is asked when a DLL is unloaded, since its DllMain and destructors put that right; the rest is when it was
     * terminated. */
    RESIDUE_AT_UNLOAD = RESIDUE_FILES | RESIDUE_HANDLES,
};

/** What a callout did to the bytes beside an argument. */
enum { OVERRUN_READ = 1, OVERRUN_WRITTEN = 2, OVERRUN_SEEN = 4 /**< read or written */ };

struct overrun {
    uint16_t distance; /**< behind: bytes that lie between; before: 1 is the byte in front */
    uint8_t access;    /**< OVERRUN_*; 0: nothing */
    uint8_t unused;
};

enum side { SIDE_BEFORE, SIDE_BEHIND, SIDES };

struct overruns {
    struct overrun of[CALLOUT_PARAMETERS_MOST][SIDES];
};

/** Bytes of output that are kept of a stream and a callout; a host passes more than these on if there was more, so
 * that who hears of it can tell. */
enum { OUTPUT_MOST = 65536 };

/** What became of a call. */
struct call_report {
    enum outcome outcome;
    uint32_t result;            /**< as returned; 0 of a VOID callout */
    uint64_t slept_ns;          /**< virtual time the callout spent sleeping */
    uint32_t residue;           /**< of a terminate: RESIDUE_* */
    struct overruns overruns;   /**< beside its arguments */
    struct input_faults faults; /**< in its arguments */
    bool forked;                /**< a child process of the callout has returned from it too */
};

/** What a DLL offers by name. */
struct export_list {
    callout_set all;
    callout_set unnamed; /**< neither a .def file nor __declspec(dllexport) names them */
};

/** A call that is going to be made if the one before it has agreed and has not slept. */
struct announced {
    struct module *module;
    const struct callout *callout;
    enum origin origin;
    const struct arguments *arguments;
};

enum { CALLOUTS_AHEAD_MOST = 8 };

/** A place where DLL code runs. */
struct host {
    void *self;
    /** Loads a DLL. On failure *why says in words what is wrong; otherwise, which exports are nearly callouts. */
    enum load_result (*load)(void *self, const struct dll_source *source, struct module **module, struct text *why);
    /** The callouts it exports by name, and which of them only a Unix linker exports. */
    struct export_list (*exports)(void *self, struct module *module);
    /** Tells beforehand which calls come one after another, of DLLs in one process, so that they take
     * one request; with `until_refusal` it stops after the first refusal. Returns how many it has taken. NULL:
     * it makes no difference. */
    size_t (*announce)(void *self, const struct announced *calls, size_t count, bool until_refusal,
                       const struct call_watch *watch);
    /** Calls one with the arguments `in`; of what it gives, `out` holds what it left. */
    struct call_report (*call)(void *self, struct module *module, const struct callout *callout, enum origin origin,
                               const struct arguments *in, struct arguments *out, struct call_watch *watch);
    /** When a thread of a DLL wants to run next, in virtual time; UINT64_MAX: never. NULL: that is not known. */
    uint64_t (*next)(void *self);
    /** Lets threads of DLLs run from there on, before `horizon_ns`, until one of them has something to tell; by output() it
     * does. The instant that was reached comes back in watch->now_ns. */
    enum outcome (*advance)(void *self, struct call_watch *watch, uint64_t horizon_ns);
    /** Tells what DLLs have written, and said to a debugger outside of callouts, since the last call of this. */
    void (*output)(void *self, struct call_watch *watch);
    /** Unloads it; returns what is left then, RESIDUE_*. `watch` is NULL when nobody wants to hear of it. */
    uint32_t (*unload)(void *self, struct module *module, struct call_watch *watch);
    /** Replaces the process that a call ended: the DLLs are loaded and initialized there again, in
     * order, without a word. False when that fails; NULL: there are no processes. */
    bool (*revive)(void *self);
    /** Ends the processes that DLLs run in, and with them every module; NULL: they have none. */
    void (*reset)(void *self);
};

#endif
