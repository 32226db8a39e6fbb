/* SPDX-License-Identifier: MIT */
#include "scenario/player.h"

#include "ras/engine.h"
#include "ras/service.h"

#include <stdlib.h>

static void dial(struct player *player, struct server *server, uint32_t at)
{
    const struct step *step = &player->scenario->steps[at];
    struct dial wish = {
        .user = player->users[step->user],
        .tunnel = step->tunnel == TUNNEL_COUNT ? tunnel_default(server->options.profile)
                                               : (enum tunnel)step->tunnel,
        .ipv4 = step->wants & WANTS_IPV4,
        .ipv6 = step->wants & WANTS_IPV6,
        .endpoint = step->from,
    };
    player->connections[at] = engine_dial(server, &wish);
}

/* What a step does to a connection that was dialled */
static void act_on(const struct step *step, struct server *server, struct connection_ref ref)
{
    switch ((enum action)step->action) {
    case ACTION_JOIN:
        engine_join(server, ref);
        break;
    case ACTION_LEAVE:
        engine_leave(server, ref, step->link ? step->link : 1);
        break;
    case ACTION_TRANSFER:
        engine_transfer(server, ref, step->sent, step->received);
        break;
    case ACTION_QUARANTINE:
        engine_quarantine(server, ref, step->state, step->probation_ns);
        break;
    case ACTION_LIFT:
        engine_lift_quarantine(server, ref);
        break;
    case ACTION_MOVE:
        engine_move(server, ref, step->to);
        break;
    case ACTION_LOSE:
    case ACTION_FIND:
        engine_reach(server, ref, step->action == ACTION_FIND);
        break;
    case ACTION_HANGUP:
        engine_end(server, ref, END_CLIENT);
        break;
    case ACTION_CUT:
        engine_end(server, ref, END_LINE);
        break;
    case ACTION_DISCONNECT:
        engine_end(server, ref, END_ADMIN);
        break;
    case ACTION_DIAL:
    case ACTION_DHCP:
    case ACTION_COUNT:
        break;
    }
}

/* Each step queues the next, so that a long timeline is not all in the queue at once. */
static void act(void *self, struct server *server, uint32_t at)
{
    struct player *player = self;
    const struct step *step = &player->scenario->steps[at];
    if (at + 1 < player->scenario->step_count)
        server_schedule_script(server, step[1].at_ns, at + 1);
    if (step->action == ACTION_DIAL)
        dial(player, server, at);
    else if (step->action == ACTION_DHCP)
        service_reach_dhcp(server, step->back);
    else
        act_on(step, server, player->connections[step->dial]);
}

/* The version may come from the command line, so only now it is known */
static bool check_version(const struct scenario *scenario, const struct server *server,
                          struct error *error)
{
    const struct profile *profile = server->options.profile;
    for (size_t i = 0; i < scenario->step_count; i++) {
        const struct step *step = &scenario->steps[i];
        if (step->action == ACTION_DIAL && step->tunnel != TUNNEL_COUNT &&
            !tunnel_is_known((enum tunnel)step->tunnel, profile))
            return error_set(error, FAILURE_USAGE, "%s:%d:%d: %s has no %s tunnels",
                             scenario->file, step->place.line, step->place.column, profile->title, tunnels[step->tunnel].name);
        if (step->action == ACTION_DIAL && step->wants & WANTS_IPV6 && !profile_has_ipv6(profile))
            return error_set(error, FAILURE_USAGE, "%s:%d:%d: %s has no IPv6 for its clients",
                             scenario->file, step->place.line, step->place.column, profile->title);
    }
    return true;
}

bool player_open(struct player *player, const struct scenario *scenario, struct server *server,
                 struct error *error)
{
    *player = (struct player){0};
    if (!check_version(scenario, server, error))
        return false;
    *player = (struct player){
        .scenario = scenario,
        .users = calloc(scenario->user_count + 1, sizeof *player->users),
        .connections = calloc(scenario->step_count + 1, sizeof *player->connections),
    };
    bool fine = player->users && player->connections;
    for (size_t i = 0; fine && i < scenario->user_count; i++) {
        const struct scenario_user *user = &scenario->users[i];
        player->users[i] = server_add_user(
            server, &(struct user){.name = user->name, .domain = user->domain, .computer = user->computer,
                                   .cookie = user->cookie,
                                   .wrong_password = user->authentication == AUTHENTICATION_FAILS,
                                   .no_permission = user->no_permission,
                                   .call_back = user->call_back,
                                   .router = user->router,
                                   .filtered = user->filters,
                                   .ipv4 = user->address,
                                   .idle_ns = user->idle_ns,
                                   .session_ns = user->session_ns});
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
