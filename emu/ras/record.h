/* SPDX-License-Identifier: MIT */
/**
 * @file record.h
 * What happened, as data: one stream of records that every observer reads.
 *
 * Nothing in the engine prints. Transcripts, statistics, the embedding API and test reports are
 * observers of this stream.
 */
#ifndef RRASEMU_RAS_RECORD_H
#define RRASEMU_RAS_RECORD_H

#include "core/text.h"
#include "ras/tunnel.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct callout_call; /* callout/call.h: how a callout was called and what it answered */
struct eventlog_row; /* ras/eventlog.h */

enum record_type {
    RECORD_SERVICE,  /**< the service changed its state */
    RECORD_STATE,    /**< a connection changed its state */
    RECORD_CALLOUT,  /**< a DLL's callout was called */
    RECORD_EVENTLOG, /**< RRAS wrote an event-log entry */
    RECORD_OUTPUT,   /**< a DLL wrote to standard output or standard error */
    RECORD_FINDING,  /**< a DLL did something it must not, or should not */
    RECORD_INPUT,    /**< something came from outside */
    RECORD_SUMMARY,  /**< the run is over */
    RECORD_TYPE_COUNT,
};

/** The names used in JSON lines. */
extern const char *const record_type_names[RECORD_TYPE_COUNT];

/** How bad a finding is. */
enum severity { SEVERITY_WARNING, SEVERITY_FAULT, SEVERITY_COUNT };

extern const char *const severity_names[SEVERITY_COUNT];

/** The connection a record is about, as it stood when the record was made. Strings are the server's, which keeps them
 * as long as it lives. */
struct record_subject {
    const char *user;     /**< `DOMAIN\name`, the name alone where there is no domain; "": nobody is named */
    const char *computer; /**< the remote computer's name */
    enum tunnel tunnel;
    bool has_port;
    uint32_t device, port; /**< numbers of the first port's device, and of the port among its tunnel's; port_name() */
    bool given4, given6;   /**< these are the client's addresses */
    uint32_t ipv4;         /**< host order */
    uint8_t ipv6_id[8];
    uint32_t ending; /**< enum end_reason */
    bool served;     /**< it was active */
};

/** A service or connection state change, by the numbers of ras/lifecycle.h or ras/service.h. */
struct record_change {
    uint32_t from, to, event;
    uint32_t row;       /**< of the table */
    const char *detail; /**< what it is about, or NULL */
};

/** An event-log entry; its words are made by eventlog_add_parameter() when somebody reads them. */
struct record_eventlog {
    unsigned id;
    const struct eventlog_row *row; /**< of an entry about a connection, from these: */
    uint32_t arc;                   /**< row of the lifecycle */
    int64_t start;                  /**< date of the service start, seconds since 1970 */
    uint64_t since_ns;              /**< when the connection was accepted */
    uint8_t guid[16], ipv6_prefix[8];
    const char *name, *domain;                  /**< the user's */
    uint32_t endpoint, new_endpoint, new_local; /**< host order */
    uint32_t bytes_sent, bytes_received, quarantine;
    bool routing_domains;      /**< the version tells them */
    const char *const *params; /**< of an entry about anything else, where row is NULL */
    size_t param_count;
    const char *source; /**< who wrote it, of an entry of a DLL's; NULL: RRAS did, and the rest is not used */
    const char *level, *data, *dll, *process; /**< the data as hexadecimal digits; the process by name */
    unsigned category, qualifiers;            /**< the upper half of its identifier */
};

/** What a DLL wrote during one callout. */
struct record_output {
    const char *stream, *dll, *process, *text; /* the process it was written in, by name */
    const char *peer;                          /**< of stream "peer": the server that it was sent to; or NULL */
};

/** Something wrong with a DLL. */
struct record_finding {
    const char *id;
    enum severity severity;
    const char *callout; /**< or NULL */
    const char *dll;
    const char *message;
    /** Where the callout stood, the innermost first, a frame a line: function, file, line, module and offset, with TABs
     * between; what is not known is empty, or 0. Or NULL. */
    const char *backtrace;
};

/** What came from outside, as it was applied. */
struct record_input {
    const char *kind, *origin;
    void (*add)(struct text *text, const void *source); /**< adds its arguments, as members of a JSON object */
    const void *source;
};

/** What a run came to. */
struct record_summary {
    uint32_t connections; /**< calls that came in */
    uint32_t accepted;    /**< reached ACTIVE */
    uint32_t refused;     /**< a callout refused the connection or its first link */
    uint32_t failed;      /**< ended before any accept callout: authentication, address, no port */
    uint64_t callouts;    /**< callout records */
    uint32_t findings[SEVERITY_COUNT];
};

/** One thing that happened. */
struct record {
    uint64_t sequence; /**< from 1; given by the stream */
    uint64_t time_ns;  /**< virtual, since the service was told to start */
    enum record_type type;
    const char *rule;              /**< rule id, or NULL */
    uint32_t connection, link;     /**< numbered from 1; 0: none */
    struct record_subject subject; /**< of the connection, while it lives; all zero: it has ended, or there is none */
    union {
        struct record_change change;
        const struct callout_call *call;
        struct record_eventlog eventlog;
        struct record_output output;
        struct record_finding finding;
        struct record_input input;
        struct record_summary summary;
    };
};

/** An observer. The record and all it points at live during the call only. */
struct record_sink {
    void (*take)(void *self, const struct record *record);
    void *self;
};

enum { RECORD_SINKS_MOST = 8 };

/** The stream: numbers the records and hands each to every sink, in order of addition. */
struct record_stream {
    struct record_sink sinks[RECORD_SINKS_MOST];
    size_t sink_count;
    uint64_t sequence;
    struct record_summary totals; /**< kept as records pass */
};

/** Adds an observer; there is room for RECORD_SINKS_MOST. */
void record_observe(struct record_stream *stream, struct record_sink sink);

/** Numbers and hands on a record. */
void record_emit(struct record_stream *stream, struct record *record);

#endif
