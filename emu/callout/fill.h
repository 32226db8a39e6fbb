/* SPDX-License-Identifier: MIT */
/**
 * @file fill.h
 * How the server model fills the structures that callouts are given.
 *
 * The structures of mprapi.h and of rassapi.h share their names, so this header includes neither:
 * a place is a `void *` here, zeroed before it is filled.
 */
#ifndef RRASEMU_CALLOUT_FILL_H
#define RRASEMU_CALLOUT_FILL_H

#include "core/utf16.h"
#include "ras/server.h"

/** What a structure is filled from. */
struct fill_source {
    const struct server *server;
    const struct question *question;
    const struct connection *connection;
    const struct tunnel_facts *tunnel;
};

/** Stores UTF-8 in an array of WCHAR, cut where it is too long; NULL is empty. */
#define FILL_STRING(array, utf8) utf16_store((uint16_t *)(array), sizeof(array) / sizeof *(array), utf8)

/** The same of a name that the user has in UTF-16. */
#define FILL_NAME(array, wide) utf16_copy((uint16_t *)(array), sizeof(array) / sizeof *(array), wide)

/** Stores an address of host order in an array of WCHAR, dotted. */
enum { DOTTED_UNITS = 16 };
#define FILL_DOTTED(array, address)                                                     \
    do {                                                                                \
        _Static_assert(sizeof(array) / sizeof *(array) >= DOTTED_UNITS, "it has room"); \
        fill_dotted((uint16_t *)(array), address);                                      \
    } while (0)

/** The counters that most structures name alike (Q35). */
#define FILL_STATISTICS(structure, from, counters)                                             \
    do {                                                                                       \
        if (!fill_has_counters(from))                                                          \
            break;                                                                             \
        (structure)->dwBytesXmited = (counters)->bytes_sent;                                   \
        (structure)->dwBytesRcved = (counters)->bytes_received;                                \
        (structure)->dwFramesXmited = (counters)->frames_sent;                                 \
        (structure)->dwFramesRcved = (counters)->frames_received;                              \
        (structure)->dwCrcErr = (counters)->errors[LINE_CRC];                                  \
        (structure)->dwTimeoutErr = (counters)->errors[LINE_TIMEOUT];                          \
        (structure)->dwAlignmentErr = (counters)->errors[LINE_ALIGNMENT];                      \
        (structure)->dwHardwareOverrunErr = (counters)->errors[LINE_HARDWARE_OVERRUN];         \
        (structure)->dwFramingErr = (counters)->errors[LINE_FRAMING];                          \
        (structure)->dwBufferOverrunErr = (counters)->errors[LINE_BUFFER_OVERRUN];             \
        (structure)->dwCompressionRatioIn = (counters)->bytes_received ? fill_ratio(from) : 0; \
        (structure)->dwCompressionRatioOut = (counters)->bytes_sent ? fill_ratio(from) : 0;    \
    } while (0)

/** Whether counters and durations count in this call, or are 0 (Q35). */
bool fill_has_counters(const struct fill_source *from);

/** Whole seconds since then, or 0 (Q35). */
uint32_t fill_seconds(const struct fill_source *from, uint64_t since_ns);

/** Whether a port is shown as disconnected (Q35). */
bool fill_is_disconnected(const struct fill_source *from);

/** Compressed to uncompressed size, in percent. */
uint32_t fill_ratio(const struct fill_source *from);

/** The address of a protocol that only PPP of NT 4.0 to Server 2003 negotiates; NULL: it was not. */
const char *fill_legacy(const struct fill_source *from, const char *address);

void fill_dotted(uint16_t *array, uint32_t address);

/** A number of the emulator's as a handle. */
void *fill_handle(uint32_t number);

/** Why a protocol that no server offers any more was not negotiated; PPP and IKEv2 say so in
 * different words (Q39). */
uint32_t fill_unconfigured(const struct fill_source *from);

/** The same for an address family: NO_ERROR when the client has an address of it. */
uint32_t fill_family_error(const struct fill_source *from, const struct lease *lease);

/* fill_connection.c, by the structure they fill */
void fill_connection_0(void *place, const struct fill_source *from);
void fill_connection_1(void *place, const struct fill_source *from);
void fill_connection_2(void *place, const struct fill_source *from);
void fill_connection_3(void *place, const struct fill_source *from);
void fill_connection_ex(void *place, const struct fill_source *from);

/* fill_port.c: links, and what one brings before it is authenticated */
void fill_port_0(void *place, const struct fill_source *from);
void fill_port_1(void *place, const struct fill_source *from);
void fill_authentication(void *place, const struct fill_source *from);

/* fill_nt4.c: a port of rassapi.h, its statistics */
void fill_nt4_port(void *place, const struct fill_source *from);
void fill_nt4_statistics(void *place, const struct fill_source *from);
void fill_nt4_parameters(void *place, const struct fill_source *from);

#endif
