/* SPDX-License-Identifier: MIT */
#include "scenario/player.h"

#include "callout/finding.h"
#include "ras/engine.h"
#include "ras/service.h"
#include "scenario/schema.h"

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

/* What a step does to a connection that was dialled; false when that cannot take it */
static bool act_on(const struct step *step, struct server *server, struct connection_ref ref)
{
    uint32_t link = step->link ? step->link : 1;
    switch ((enum action)step->action) {
    case ACTION_JOIN:
        return engine_join(server, ref) != 0;
    case ACTION_LEAVE:
        return engine_leave(server, ref, link);
    case ACTION_TRANSFER:
        return engine_transfer(server, ref, step->sent, step->received);
    case ACTION_QUARANTINE:
        return engine_quarantine(server, ref, step->state, step->probation_ns);
    case ACTION_LIFT:
        return engine_lift_quarantine(server, ref);
    case ACTION_MOVE:
    case ACTION_UPDATE:
        return engine_move(server, ref, step->to, step->local);
    case ACTION_LOSE:
    case ACTION_FIND:
        return engine_reach(server, ref, step->action == ACTION_FIND);
    case ACTION_HANGUP:
        return engine_end(server, ref, END_CLIENT);
    case ACTION_CUT:
        return engine_end(server, ref, END_LINE);
    case ACTION_DISCONNECT:
        return engine_end(server, ref, END_ADMIN);
    case ACTION_FAIL:
        return engine_end(server, ref, END_HARDWARE);
    case ACTION_DISTURB:
        return engine_disturb(server, ref, link, step->errors);
    case ACTION_DIAL:
    case ACTION_DHCP:
    case ACTION_STOP:
    case ACTION_START:
    case ACTION_RESTART:
    case ACTION_COUNT:
        break;
    }
    return true;
}

/* The service's steps; false when it is in no state for them */
static bool act_on_service(const struct step *step, struct server *server)
{
    if (step->action == ACTION_DHCP) {
        service_reach_dhcp(server, step->back);
        return true;
    }
    bool runs = server->state == SERVICE_RUNNING;
    if (step->action == ACTION_START && server->state != SERVICE_STOPPED &&
        server->state != SERVICE_START_FAILED)
        return false;
    if (step->action != ACTION_START && !runs)
        return false;
    if (step->action == ACTION_START)
        service_restart(server);
    else if (step->action == ACTION_STOP)
        service_stop(server);
    else
        service_stop_and_start(server);
    return true;
}

static const char *key_of(const struct step *step)
{
    for (size_t i = 0; i < step_schema.count; i++)
        if (step_schema.fields[i].kind == FIELD_ACTION && step_schema.fields[i].least == step->action)
            return step_schema.fields[i].key;
    return "";
}

/* A step that finds nothing it could do must not look as if it had done it. */
static void tell_ignored(const struct server *server, const struct step *step, struct connection_ref ref,
                         struct text *text)
{
    const struct connection *connection = server_connection(server, ref);
    text_addf(text, "line %d, %s %s: ", step->place.line, key_of(step), step->subject);
    if (ref.number == 0)
        text_addf(text, "the service is %s", service_state_names[server->state]);
    else if (!connection || connection->forgotten)
        text_add(text, "the connection has ended");
    else
        text_addf(text, "the connection is in %s and cannot take it",
                  connection_state_names[connection->state]);
}

static void report_ignored(struct server *server, const struct step *step, struct connection_ref ref)
{
    struct text subject = {0};
    tell_ignored(server, step, ref, &subject);
    if (subject.failed)
        error_out_of_memory(&server->error);
    finding_report(server, &(struct fault){.id = FINDING_STEP_IGNORED,
                                           .connection = ref.number,
                                           .subject = text_string(&subject)});
    text_free(&subject);
}

static bool is_about_connection(const struct step *step)
{
    return step->action != ACTION_DHCP && step->action != ACTION_STOP && step->action != ACTION_START &&
           step->action != ACTION_RESTART;
}

/* Each step queues the next, so that a long timeline is not all in the queue at once. */
static void act(void *self, struct server *server, uint32_t at)
{
    struct player *player = self;
    const struct step *step = &player->scenario->steps[at];
    if (at + 1 < player->scenario->step_count)
        server_schedule_script(server, step[1].at_ns, at + 1);
    if (step->action == ACTION_DIAL) {
        dial(player, server, at);
        return;
    }
    bool about = is_about_connection(step);
    struct connection_ref ref = about ? player->connections[step->dial] : (struct connection_ref){0};
    if (!(about ? act_on(step, server, ref) : act_on_service(step, server)))
        report_ignored(server, step, ref);
}

/* What no answer of a DLL could make possible. The version may come from the command line, so only now it is
 * known. */
static const char *impossible_dial(const struct scenario *scenario, const struct step *step,
                                   const struct profile *profile)
{
    const struct scenario_user *user = &scenario->users[step->user];
    enum tunnel tunnel = step->tunnel == TUNNEL_COUNT ? tunnel_default(profile) : (enum tunnel)step->tunnel;
    const struct wishes wishes = terms_wishes(&user->wishes, &tunnels[tunnel].usual);
    if (!tunnel_is_known(tunnel, profile))
        return "has no tunnels of this type";
    if (step->wants & WANTS_IPV6 && !profile_has_ipv6(profile))
        return "has no IPv6 for its clients";
    if (!terms_are_possible(&wishes, tunnels[tunnel].cipher_place))
        return "cannot authenticate, encrypt or compress so over this type of tunnel";
    return NULL;
}

static const char *impossible_step(const struct scenario *scenario, const struct step *step,
                                   const struct profile *profile)
{
    if (step->action == ACTION_DIAL)
        return impossible_dial(scenario, step, profile);
    if (step->action == ACTION_QUARANTINE && profile->family < FAMILY_2008)
        return "has no Network Access Protection (C4.nap)";
    if (step->action == ACTION_LIFT && profile->family < FAMILY_2003)
        return "has no Network Access Quarantine Control (C4.rqs)";
    return NULL;
}

static const char *impossible_user(const struct scenario_user *user, const struct profile *profile)
{
    if (user->filters && profile->family < FAMILY_2003)
        return "has no Network Access Quarantine Control (C4.rqs)";
    if (!user->filters && user->quarantine && profile->family < FAMILY_2008)
        return "has no Network Access Protection (C4.nap)";
    if ((user->netbios || user->ipx || user->appletalk) && profile->family > FAMILY_2003)
        return "negotiates neither NetBEUI nor IPX nor AppleTalk";
    if (user->parameter_count && profile->family > FAMILY_NT4)
        return "gives callouts no parameters of the medium (B5.nt4)";
    return NULL;
}

static bool check_version(const struct scenario *scenario, const struct server *server,
                          struct error *error)
{
    const struct profile *profile = server->options.profile;
    const char *wrong = NULL;
    struct place place = {0};
    for (size_t i = 0; !wrong && i < scenario->user_count; i++) {
        wrong = impossible_user(&scenario->users[i], profile);
        place = scenario->users[i].place;
    }
    for (size_t i = 0; !wrong && i < scenario->step_count; i++) {
        wrong = impossible_step(scenario, &scenario->steps[i], profile);
        place = scenario->steps[i].place;
    }
    return !wrong || error_set(error, FAILURE_USAGE, "%s:%d:%d: %s %s", scenario->file, place.line,
                               place.column, profile->title, wrong);
}

/* The server's user for a scenario's; the strings stay the scenario's. */
static struct user user_of(const struct scenario_user *from)
{
    struct user user = {.name = from->user, .domain = from->domain, .computer = from->computer,
                        .cookie = from->cookie,
                        .netbios = from->netbios, .ipx = from->ipx, .appletalk = from->appletalk,
                        .wrong_password = from->authentication == AUTHENTICATION_FAILS,
                        .no_permission = from->no_permission,
                        .call_back = from->call_back,
                        .messenger = from->messenger,
                        .vj = from->vj,
                        .interface_type = from->interface_type,
                        .wishes = from->wishes,
                        .ratio = from->ratio,
                        .filtered = from->filters,
                        .filters_ns = from->filters_ns,
                        .quarantine = from->quarantine,
                        .probation_ns = from->probation_ns,
                        .ipv4 = from->address,
                        .idle_ns = from->idle_ns,
                        .session_ns = from->session_ns,
                        .media_count = (uint32_t)from->parameter_count};
    for (size_t i = 0; i < from->parameter_count; i++)
        user.media[i] = (struct media_parameter){from->parameters[i].name, from->parameters[i].text,
                                                 from->parameters[i].number};
    return user;
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
        const struct user user = user_of(&scenario->users[i]);
        player->users[i] = server_add_user(server, &user);
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
