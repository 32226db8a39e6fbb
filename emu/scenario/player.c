/* SPDX-License-Identifier: MIT */
#include "scenario/player.h"

#include "ras/engine.h"

#include <stdlib.h>

static void dial(struct player *player, struct server *server, uint32_t at)
{
    const struct step *step = &player->scenario->steps[at];
    struct dial wish = {
        .user = player->users[step->user],
        .tunnel = (enum tunnel)step->tunnel,
        .ipv4 = step->wants & WANTS_IPV4,
        .ipv6 = step->wants & WANTS_IPV6,
        .endpoint = step->from,
    };
    player->connections[at] = engine_dial(server, &wish);
}

/* Each step queues the next, so that a long timeline is not all in the queue at once. */
static void act(void *self, struct server *server, uint32_t at)
{
    struct player *player = self;
    const struct step *step = &player->scenario->steps[at];
    if (at + 1 < player->scenario->step_count)
        server_schedule_script(server, step[1].at_ns, at + 1);
    switch ((enum action)step->action) {
    case ACTION_DIAL:
        dial(player, server, at);
        break;
    case ACTION_TRANSFER:
        engine_transfer(server, player->connections[step->dial], step->sent, step->received);
        break;
    case ACTION_HANGUP:
        engine_hang_up(server, player->connections[step->dial]);
        break;
    case ACTION_COUNT:
        break;
    }
}

bool player_open(struct player *player, const struct scenario *scenario, struct server *server,
                 struct error *error)
{
    *player = (struct player){
        .scenario = scenario,
        .users = calloc(scenario->user_count + 1, sizeof *player->users),
        .connections = calloc(scenario->step_count + 1, sizeof *player->connections),
    };
    bool fine = player->users && player->connections;
    for (size_t i = 0; fine && i < scenario->user_count; i++) {
        const struct scenario_user *user = &scenario->users[i];
        player->users[i] = server_add_user(
            server, &(struct user){user->name, user->domain, user->computer,
                                   user->authentication == AUTHENTICATION_FAILS});
        fine = player->users[i] != NULL;
    }
    if (!fine) {
        player_close(player);
        return error_out_of_memory(error);
    }
    server->script = (struct server_script){act, player};
    server_schedule_script(server, scenario->steps[0].at_ns, 0);
    return true;
}

void player_close(struct player *player)
{
    free(player->users);
    free(player->connections);
    *player = (struct player){0};
}
