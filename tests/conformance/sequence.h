/* SPDX-License-Identifier: MIT */
/*
 * A DLL made of functions of the test, whose answers the test sets, and the calls it got in the
 * reference's shorthand: GA AC AL RA LH CH, with (F) after a refusal.
 */
#ifndef RRASEMU_TESTS_CONFORMANCE_SEQUENCE_H
#define RRASEMU_TESTS_CONFORMANCE_SEQUENCE_H

#include "tests/cmocka_tests.h"

#include "rrasemu.h"

#include "mprapi.h"

/* What the DLLs of the test answer; reset by sequence_reset() to "yes, and notify" */
struct sequence_answers {
    DWORD get4, get6; /* codes of the Get callouts */
    BOOL notify;
    BOOL zero4; /* give the address 0 */
    BOOL accept, link;
    DWORD terminate;
    unsigned refuse_only; /* number of the connection to refuse; 0: answers count for all */
};
extern struct sequence_answers sequence_answers;

/* What the last accept callouts were given */
struct sequence_seen {
    RAS_CONNECTION_0 c0;
    RAS_CONNECTION_1 c1;
    RAS_CONNECTION_2 c2;
    RAS_CONNECTION_3 c3;
    RAS_CONNECTION_EX ex;
    RAS_PORT_0 p0;
    RAS_PORT_1 p1;
    WCHAR user[UNLEN + 1];
    WCHAR port[MAX_PORT_NAME + 1];
    DWORD proposed4;
    IN6_ADDR proposed6;
};
/* at the accept callouts, and at the hang-up callouts */
extern struct sequence_seen seen_at_accept, seen_at_end;

/* Which callouts a DLL of the test has */
enum { WITH_GET4 = 1, WITH_GET6 = 2 };

void sequence_reset(void);

/* Adds a DLL of generation 1, 2, 3 or 4 (Ex, by named exports) */
void sequence_add_dll(rrasemu_server *server, const char *name, int generation, unsigned with);

/* Puts this callout in the place of the same one in DLLs added from now on; NULL: no more */
void sequence_replace(const rrasemu_callout *callout);

/* The shorthand of all connection callouts so far. With more than one DLL in the run each call is
 * followed by its DLL, as AC.x; `connection` 0 takes all. */
const char *sequence_of(const rrasemu_server *server, uint32_t connection);

#endif
