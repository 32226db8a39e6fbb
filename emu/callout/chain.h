/* SPDX-License-Identifier: MIT */
/**
 * @file chain.h
 * The administration DLLs in their order.
 */
#ifndef RRASEMU_CALLOUT_CHAIN_H
#define RRASEMU_CALLOUT_CHAIN_H

#include "callout/host.h"
#include "callout/require.h"
#include "callout/inquiry.h"
#include "core/error.h"
#include "ras/questions.h"

/** Most DLLs in a chain: one bit of a `heard` mask each. */
enum { CHAIN_DLLS_MOST = 64 };

/** One DLL of the chain. */
struct dll {
    struct dll_source source;
    char *name;            /**< as in transcripts: file name, `x.dll#2` for a repeated one */
    struct module *module; /**< NULL while not loaded */
    struct offer offer;
    callout_set called_slots; /**< what is called by its slot, not by its export (Q9) */
    struct generation generation;
    uint8_t revision; /**< of its callback table; 0: initialized without one */
    bool initialized;
    uint32_t last_ipv4; /**< the address it gave last, in host byte order; 0: none */
};

/** A question has no more kinds of callouts. */
enum { FILLED_MOST = 4 };

/** What the question under way gives to the DLLs, by callout. */
struct filled {
    uint64_t question; /**< inquiry.sequence */
    uint64_t now_ns;   /**< a callout that sleeps makes it old */
    size_t count;
    struct {
        const struct callout *callout;
        struct arguments arguments;
    } of[FILLED_MOST];
};

/** The chain. */
struct chain {
    struct filled filled;
    struct host host;
    struct dll dlls[CHAIN_DLLS_MOST];
    size_t count;
    struct ras_callouts callouts; /**< what the server is given */
    struct group groups[GROUP_COUNT];
    struct inquiry *spare_inquiries;
    uint64_t inquiry_sequence;
    struct error start_error; /**< why the service did not start */
    unsigned starts;          /**< how often it was started */
    /** Lists the DLLs anew when the service is started again, as the registry may have changed; NULL: they
     * stay. False when that fails. */
    bool (*list)(void *self, struct chain *chain, struct error *error);
    void *list_self;
};

/** Makes an empty chain. It must not move afterwards. */
void chain_open(struct chain *chain, struct host host);

/** Adds a DLL at the end; the source's strings and functions must outlive the chain. */
bool chain_add(struct chain *chain, const struct dll_source *source, struct error *error);

/** Forgets every DLL, none of which is loaded. */
void chain_clear(struct chain *chain);

/** Unloads what is loaded, without a word to the DLLs, and ends the processes they run in. */
void chain_forget_modules(struct chain *chain);

/** Unloads what is still loaded and frees the chain. */
void chain_close(struct chain *chain);

#endif
