/* SPDX-License-Identifier: MIT */
/**
 * @file schemas.h
 * The mappings of the scenario language.
 */
#ifndef RRASEMU_SCENARIO_SCHEMAS_H
#define RRASEMU_SCENARIO_SCHEMAS_H

#include "input/schema.h"

/** The top of a scenario, its ports and their devices, its DHCP server, a user and a parameter of the user's
 * medium, a server on the network, a step of the timeline, an expectation. */
extern const struct schema scenario_schema, port_schema, device_schema, dhcp_schema, user_schema, parameter_schema,
    peer_schema, step_schema, expect_schema;

#endif
