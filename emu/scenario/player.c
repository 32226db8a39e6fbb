/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "scenario/player.h"

#include "callout/finding.h"
#include "ras/engine.h"
#include "ras/service.h"
#include "core/json_text.h"
#include "input/encode.h"
#include "scenario/decode.h"
#include "scenario/schemas.h"

#include <stdlib.h>
#include <string.h>

/* A step that finds nothing it could do must not look as if it had done it. */
static void tell_ignored(const struct server *server, const struct step *step, struct text *text)
{
    struct connection_ref ref = step->with.ref;
    const struct connection *connection = server_living(server, ref);
    if (step->told_line)
        text_addf(text, "line %d, ", step->told_line);
    text_addf(text, "%s %s: ", stimuli[step->with.kind].key, step->subject);
    if (ref.number == 0)
        text_addf(text, "the service is %s", service_state_names[server->state]);
    else if (!connection)
        text_add(text, "the connection has ended");
    else
        text_addf(text, "the connection is in %s and cannot take it", connection_state_names[connection->state]);
}

static void report_ignored(struct server *server, const struct step *step)
{
    struct text subject = {0};
    tell_ignored(server, step, &subject);
    if (subject.failed)
        error_out_of_memory(&server->error);
    finding_report(server, &(struct fault){.id = FINDING_STEP_IGNORED,
                                           .connection = step->with.ref.number,
                                           .subject = text_string(&subject)});
    text_free(&subject);
}

static void add_step(struct text *text, const void *step)
{
    static const char *const told_otherwise[] = {"at", "after", NULL}; /* by the record's own keys */
    int line = ((const struct step *)step)->told_line;
    if (line)
        text_addf(text, "\"line\":%d,", line);
    encode_members(text, &step_schema, step, told_otherwise);
}

bool player_apply(struct server *server, struct step *step)
{
    bool taken = stimulus_apply(server, &step->with, add_step, step);
    if (!taken)
        report_ignored(server, step);
    return taken;
}

static void add_server(struct text *text, const void *scenario)
{
    static const char *const others[] = {"timeline", "expect", NULL};
    text_add(text, "\"version\":\"" PACKAGE_VERSION "\",");
    encode_members(text, &scenario_schema, scenario, others);
}

/* All that has a default is told: another version may have another. */
static uint64_t given_of(const struct scenario *scenario)
{
    uint64_t given = 0;
    for (size_t i = 0; i < scenario_schema.count; i++) {
        const char *key = scenario_schema.fields[i].key;
        bool optional = strcmp(key, "title") == 0 || strcmp(key, "users") == 0;
        if (!optional || decode_given(&scenario_schema, scenario, key))
            given |= UINT64_C(1) << i;
    }
    return given;
}

void player_record_server(struct server *server, const struct scenario *scenario, enum origin_kind origin)
{
    struct scenario effective = *scenario;
    effective.given = given_of(scenario);
    effective.options = server->options;
    effective.profile = (uint32_t)(server->options.profile - profiles);
    struct record record = {
        .type = RECORD_INPUT,
        .input = {.kind = "server", .origin = origin_names[origin], .add = add_server, .source = &effective},
    };
    server_emit(server, &record);
}

static void add_user(struct text *text, const void *user)
{
    text_add(text, "\"name\":");
    json_add_string(text, ((const struct scenario_user *)user)->name);
    text_add(text, ",");
    encode_members(text, &user_schema, user, NULL);
}

void player_record_user(struct server *server, const struct scenario_user *user, enum origin_kind origin)
{
    struct record record = {
        .type = RECORD_INPUT,
        .input = {.kind = "user", .origin = origin_names[origin], .add = add_user, .source = user},
    };
    server_emit(server, &record);
}

static bool next_step(void *self, uint64_t *time_ns)
{
    const struct player *player = self;
    if (player->at == player->scenario->step_count)
        return false;
    *time_ns = player->scenario->steps[player->at].at_ns;
    return true;
}

static void act(void *self, struct server *server)
{
    struct player *player = self;
    struct step step = player->scenario->steps[player->at];
    if (step.with.kind == STIMULUS_COUNT) {
        player_record_user(server, &player->scenario->users[step.user], (enum origin_kind)step.with.origin);
        player->at++;
        return;
    }
    enum need needs = stimuli[step.with.kind].needs;
    if (needs == NEED_USER)
        step.with.user = player->users[step.user];
    if (needs == NEED_CONNECTION)
        step.with.ref = player->connections[step.dial];
    player_apply(server, &step);
    if (needs == NEED_USER)
        player->connections[player->at] = step.with.ref;
    player->at++;
}

/* What no answer of a DLL could make possible. The version may come from the command line, so only now it is
 * known. */
static const char *impossible_dial(const struct scenario *scenario, const struct step *step,
                                   const struct profile *profile)
{
    const struct scenario_user *user = &scenario->users[step->user];
    enum tunnel tunnel = step->with.tunnel == TUNNEL_COUNT ? tunnel_default(profile) : (enum tunnel)step->with.tunnel;
    const struct wishes wishes = terms_wishes(&user->wishes, &tunnels[tunnel].usual);
    if (!tunnel_is_known(tunnel, profile))
        return "has no tunnels of this type";
    if (step->with.wants & WANTS_IPV6 && !profile_has_ipv6(profile))
        return "has no IPv6 for its clients";
    if (!terms_are_possible(&wishes, tunnels[tunnel].cipher_place))
        return "cannot authenticate, encrypt or compress so over this type of tunnel";
    return NULL;
}

static const char *impossible_step(const struct scenario *scenario, const struct step *step,
                                   const struct profile *profile)
{
    if (step->with.kind == STIMULUS_DIAL)
        return impossible_dial(scenario, step, profile);
    if (step->with.kind == STIMULUS_QUARANTINE && profile->family < FAMILY_2008)
        return "has no Network Access Protection (C4.nap)";
    if (step->with.kind == STIMULUS_LIFT && profile->family < FAMILY_2003)
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

static bool check_version(const struct scenario *scenario, const struct server *server, struct error *error)
{
    const struct profile *profile = server->options.profile;
    const char *wrong = NULL;
    struct place place = {0};
    if (scenario->replayed) /* what came of it is in the transcript */
        return true;
    for (size_t i = 0; !wrong && i < scenario->user_count; i++) {
        wrong = impossible_user(&scenario->users[i], profile);
        place = scenario->users[i].place;
    }
    for (size_t i = 0; !wrong && i < scenario->step_count; i++) {
        wrong = impossible_step(scenario, &scenario->steps[i], profile);
        place = scenario->steps[i].place;
    }
    return !wrong || error_set(error, FAILURE_USAGE, "%s:%d:%d: %s %s", scenario->file, place.line, place.column,
                               profile->title, wrong);
}

struct user player_user(const struct scenario_user *from)
{
    struct user user = {.name = from->user,
                        .domain = from->domain,
                        .computer = from->computer,
                        .cookie = from->cookie,
                        .netbios = from->netbios,
                        .ipx = from->ipx,
                        .appletalk = from->appletalk,
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

bool player_open(struct player *player, const struct scenario *scenario, struct server *server, struct error *error)
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
        const struct user user = player_user(&scenario->users[i]);
        player->users[i] = server_add_user(server, &user);
        fine = player->users[i] != NULL;
    }
    if (!fine) {
        player_close(player);
        return error_out_of_memory(error);
    }
    server_add_input(server, (struct server_input){next_step, act, player});
    return true;
}

void player_close(struct player *player)
{
    free(player->users);
    free(player->connections);
    *player = (struct player){0};
}
