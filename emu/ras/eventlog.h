/* SPDX-License-Identifier: MIT */
/**
 * @file eventlog.h
 * What RRAS writes to the event log about a connection.
 */
#ifndef RRASEMU_RAS_EVENTLOG_H
#define RRASEMU_RAS_EVENTLOG_H

#include "ras/lifecycle.h"
#include "ras/profile.h"
#include "ras/record.h"

struct server;

/** When an entry is written, besides the arc it belongs to. */
enum eventlog_condition {
    LOG_ALWAYS,
    LOG_ENDS,      /**< the arc leads to the connection's end */
    LOG_LET_IN,    /**< the arc leads out of authentication, */
    LOG_PLAIN,     /**< the same with a link that is not encrypted by PPP or IPsec, */
    LOG_ENCRYPTED, /**< encrypted, */
    LOG_STRONG,    /**< or strongly encrypted */
    LOG_STAYS,     /**< the arc changes nothing */
    LOG_TUNNEL,    /**< the connection was active, over a tunnel */
    LOG_MODEM,     /**< the same over a telephone line */
    LOG_SERVED,    /**< the connection was active */
    LOG_GIVEN4,    /**< it is or was active, and has an IPv4 address */
    LOG_GIVEN6,    /**< the same with an IPv6 identifier */
};

/** One kind of entry. */
struct eventlog_row {
    enum family since, until;
    enum connection_state from; /**< CONNECTION_STATE_COUNT: any */
    enum connection_event event;
    enum eventlog_condition condition;
    unsigned id;
    const char *level;
    const char *params; /**< a letter each: see eventlog.c */
    bool error_data;    /**< its binary data are the RAS error number */
    const char *text;   /**< the emulator's own words */
};

extern const struct eventlog_row eventlog_rows[];
extern const size_t eventlog_length;

/** The parameters of an entry's record, in words, and its binary data. */
size_t eventlog_parameter_count(const struct record *record);
void eventlog_add_parameter(struct text *text, const struct record *record, size_t index);

enum { EVENTLOG_DATA_MOST = 4 };

/** Returns the size of the data; 0: there are none. */
size_t eventlog_data(const struct record *record, uint8_t data[EVENTLOG_DATA_MOST]);

/** Writes the entries of an arc that was just taken from this state. */
void eventlog_arc(struct server *server, const struct connection *connection, const struct lifecycle_row *row,
                  enum connection_state from);

#endif
