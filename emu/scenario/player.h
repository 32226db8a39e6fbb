/* SPDX-License-Identifier: MIT */
/**
 * @file player.h
 * Acts a scenario out on a server.
 */
#ifndef RRASEMU_SCENARIO_PLAYER_H
#define RRASEMU_SCENARIO_PLAYER_H

#include "scenario/scenario.h"

/** A scenario under way. */
struct player {
    const struct scenario *scenario;
    const struct user **users;          /**< the server's, in the scenario's order */
    struct connection_ref *connections; /**< by dialling step */
};

/** Gives the server the scenario's users and queues its first step. The player must not move and
 * must outlive the run. */
bool player_open(struct player *player, const struct scenario *scenario, struct server *server,
                 struct error *error);

void player_close(struct player *player);

#endif
