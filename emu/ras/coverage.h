/* SPDX-License-Identifier: MIT */
/**
 * @file coverage.h
 * Which rows of the tables a server has taken, for the test that every row is taken by a test.
 */
#ifndef RRASEMU_RAS_COVERAGE_H
#define RRASEMU_RAS_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>

struct server;

/** The tables. */
enum covered {
    COVERED_LIFECYCLE,
    COVERED_ANSWERS,
    COVERED_CLOSING,
    COVERED_SERVICE,
    COVERED_EVENTLOG,
    COVERED_FINDINGS,
    COVERED_TABLES
};

enum { COVERED_ROWS_MOST = 256 };

/** A row was taken or not. */
struct coverage {
    bool rows[COVERED_TABLES][COVERED_ROWS_MOST];
};

/** A row is taken. */
void coverage_take(struct server *server, enum covered table, size_t row);

/** Adds what was taken to the file that the environment variable RRASEMU_COVERAGE names, a line a table: its name and the
 * numbers of the rows, from 0; and the values of the policies in force. Without the variable nothing is done. */
void coverage_write(const struct server *server);

#endif
