/* SPDX-License-Identifier: MIT */
/**
 * @file nt4.h
 * What the callouts of Windows NT 4.0 are given, without the names of rassapi.h, which are those of
 * mprapi.h.
 */
#ifndef RRASEMU_CALLOUT_NT4_H
#define RRASEMU_CALLOUT_NT4_H

#include "callout/layout.h"

#include <windows.h>

#include <stdbool.h>

/** A RAS_PORT_1 of rassapi.h. */
struct nt4_port {
    uint32_t words[297];
};

/** A RAS_PORT_STATISTICS. */
struct nt4_statistics {
    uint32_t words[28];
};

enum { NT4_PARAMETERS_MOST = 4, NT4_PARAMETER_TEXT = 64 };

/** An array of RAS_PARAMETERS, and the texts they point at. Elsewhere than in front of a callout the pointers
 * are distances from the beginning (nt4_parameters_place()). */
struct nt4_parameters {
    uint64_t words[NT4_PARAMETERS_MOST][7];
    char texts[NT4_PARAMETERS_MOST][NT4_PARAMETER_TEXT];
};

/** Makes the pointers of parameters fit the place where they are, or distances again when they are `gone`. */
void nt4_parameters_place(struct nt4_parameters *parameters, bool gone);

extern const struct layout layout_nt4_port, layout_nt4_statistics, layout_nt4_parameters;

/** The user of a port: RAS_PORT_0.wszUserName. */
const uint16_t *nt4_user_name(const struct nt4_port *port);

#endif
