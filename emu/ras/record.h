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

#include <stddef.h>
#include <stdint.h>

struct callout_call; /* callout/call.h: how a callout was called and what it answered */
struct connection;   /* ras/connection.h */

enum record_type {
    RECORD_SERVICE,  /**< the service changed its state */
    RECORD_STATE,    /**< a connection changed its state */
    RECORD_CALLOUT,  /**< a DLL's callout was called */
    RECORD_EVENTLOG, /**< RRAS wrote an event-log entry */
    RECORD_OUTPUT,   /**< a DLL wrote to standard output or standard error */
    RECORD_FINDING,  /**< a DLL did something it must not, or should not */
    RECORD_SUMMARY,  /**< the run is over */
    RECORD_TYPE_COUNT,
};

/** The names used in JSON lines. */
extern const char *const record_type_names[RECORD_TYPE_COUNT];

/** How bad a finding is. */
enum severity { SEVERITY_WARNING, SEVERITY_FAULT, SEVERITY_COUNT };

extern const char *const severity_names[SEVERITY_COUNT];

/** A service or connection state change. */
struct record_change {
    const char *from, *to;
    const char *text;                    /**< the row's own words */
    const char *detail;                  /**< what they are about, or NULL */
    const struct connection *connection; /**< for observers that say more; NULL for the service */
};

/** An event-log entry. */
struct record_eventlog {
    unsigned id;
    const char *level;
    const char *const *params;
    size_t param_count;
    const char *text; /**< the emulator's own words for what happened; NULL: the parameters say it */
    const uint8_t *data; /**< binary data, data_size bytes */
    size_t data_size;
};

/** What a DLL wrote during one callout. */
struct record_output {
    const char *stream, *dll, *process, *text; /* the process it was written in, by name */
};

/** Something wrong with a DLL. */
struct record_finding {
    const char *id;
    enum severity severity;
    const char *callout; /**< or NULL */
    const char *dll;
    const char *message;
    const char *backtrace; /**< where the callout stood, a function a line, for people; or NULL */
};

/** What a run came to. */
struct record_summary {
    uint32_t connections;  /**< calls that came in */
    uint32_t accepted;     /**< reached ACTIVE */
    uint32_t refused;      /**< a callout refused the connection or its first link */
    uint32_t failed;       /**< ended before any accept callout: authentication, address, no port */
    uint64_t callouts;     /**< callout records */
    uint32_t findings[SEVERITY_COUNT];
};

/** One thing that happened. */
struct record {
    uint64_t sequence; /**< from 1; given by the stream */
    uint64_t time_ns;  /**< virtual, since the service was told to start */
    enum record_type type;
    const char *rule;          /**< rule id, or NULL */
    uint32_t connection, link; /**< numbered from 1; 0: none */
    union {
        struct record_change change;
        const struct callout_call *call;
        struct record_eventlog eventlog;
        struct record_output output;
        struct record_finding finding;
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
