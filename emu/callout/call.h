/* SPDX-License-Identifier: MIT */
/**
 * @file call.h
 * One call of one DLL's callout, as transcripts see it.
 */
#ifndef RRASEMU_CALLOUT_CALL_H
#define RRASEMU_CALLOUT_CALL_H

#include "callout/host.h"

/** A call that was made. */
struct callout_call {
    const struct callout *callout;
    const char *dll;
    const struct arguments *in;  /**< as given to the DLL */
    const struct arguments *out; /**< of those it gives: as they stood on return */
    enum outcome outcome;
    enum finding_id fault; /**< why it did not return */
    uint32_t result;       /**< as returned; meaningless for VOID */
    uint32_t effective;    /**< what RRAS takes it for: a BOOL is 0 or 1 */
    bool in_part;          /**< in one of them it was NO_ERROR, and in the other it was not */
    bool differs;          /**< its two processes had different results (Q11) */
    bool refused;          /**< that is FALSE, a code, or no allowance; or it did not return (Q32) */
    uint64_t slept_ns;     /**< virtual time it spent sleeping */
    uint64_t waited_ns;    /**< virtual time the question waited for others */
};

/** What a call is about. */
struct call_subject {
    uint32_t connection, link; /**< 0: none */
    uint64_t waited_ns;
    bool *blocked; /**< set when the call never returns; may be NULL */
};

struct chain;
struct dll;
struct server;

/** The call under way. */
struct call_place {
    uint64_t number;  /**< another one for each call */
    const char *dll;  /**< NULL: none is under way */
    const char *what; /**< the callout's name, or what else the DLL is doing */
};

/** May be called at any time, by any thread. */
struct call_place call_under_way(void);

/** What a record made now would say of itself, and of the run so far. */
struct call_mark {
    uint64_t sequence; /**< of the last record */
    uint64_t time_ns;
    uint32_t connection;           /**< 0: the call is about none */
    const struct callout *callout; /**< NULL: none, or nothing is under way */
    struct record_summary totals;
};

/** Of this server, whose thread calls it. */
struct call_mark call_mark(const struct server *server);

/** Whose code these frames are in: the call under way, or a thread of another DLL, which is under no callout. Also where no
 * call is under way. */
struct call_place call_place_of(const char *frames);

/** The call under way has ended this process, or never will: records what would otherwise be recorded
 * behind it, and the summary. False when none is under way. For signal handlers that do not return. */
bool call_end(const struct call_end *end);

/** Calls one callout of a DLL, records the call and reports an odd result. `out` holds
 * what it gives. */
struct callout_call call_make(struct chain *chain, struct server *server, struct dll *dll,
                              const struct callout *callout, struct call_subject subject, const struct arguments *in,
                              struct arguments *out);

/** How a DLL's callout is reached. */
enum origin call_origin(const struct dll *dll, const struct callout *callout);

/** What a callout is told beforehand; nobody is told of it. */
struct call_watch call_watch_of(const struct server *server);

/** Lets threads of DLLs run before `horizon_ns`, until one has something to tell, which is told; the server's time is then. */
enum outcome call_threads(struct chain *chain, struct server *server, uint64_t horizon_ns);

/** Loads a DLL; what it prints is recorded. */
enum load_result call_load(struct chain *chain, struct server *server, struct dll *dll, struct text *why);

/** Unloads a DLL and reports what it does and leaves. */
void call_unload(struct chain *chain, struct server *server, struct dll *dll);

#endif
