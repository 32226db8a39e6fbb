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
    size_t at;                          /**< the step that is next */
};

/** Records what a server is made from, which begins a transcript that can be repeated: every key of the scenario but
 * its timeline and what it expects, with the server's options as they are in force.
 * @param scenario with its title and users; the rest is not read */
void player_record_server(struct server *server, const struct scenario *scenario, enum origin_kind origin);

/** Applies one step, whose stimulus is complete, and reports one that finds nothing it could do (step-ignored). */
bool player_apply(struct server *server, struct step *step);

/** Records an account that is added while the service runs. */
void player_record_user(struct server *server, const struct scenario_user *user, enum origin_kind origin);

/** The server's user for a scenario's; the strings stay the scenario's. */
struct user player_user(const struct scenario_user *from);

/** Gives the server the scenario's users and queues its first step. The player must not move and
 * must outlive the run. */
bool player_open(struct player *player, const struct scenario *scenario, struct server *server, struct error *error);

void player_close(struct player *player);

#endif
