/* SPDX-License-Identifier: MIT */
#include "scenario/scenario.h"

#include "core/text.h"
#include "input/encode.h"
#include "ras/rule.h"
#include "scenario/decode.h"
#include "scenario/schemas.h"
#include "scenario/expectation.h"
#include "scenario/names.h"
#include "scenario/peer.h"
#include "scenario/source.h"

#include "mprapi.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- what the tables cannot say: references, order, defaults --- */

static bool complete_user(struct scenario_user *user)
{
    if (user->router)
        user->interface_type = ROUTER_IF_TYPE_FULL_ROUTER;
    if (user->filters && !decode_given(&user_schema, user, "quarantine"))
        user->quarantine = RAS_QUAR_STATE_QUARANTINE;
    if (!user->user && !(user->user = text_duplicate(user->name)))
        return false;
    if (!user->domain && !(user->domain = text_duplicate("EXAMPLE")))
        return false;
    if (user->computer)
        return true;
    /* ALICE-PC, as far as a computer's name may be long and in letters it may have */
    enum { LONGEST = 16 };
    char name[LONGEST + 1];
    size_t length = 0;
    for (const char *at = user->user; *at && length < LONGEST - strlen("-PC"); at++)
        if (isalnum((unsigned char)*at) && (unsigned char)*at < 0x80)
            name[length++] = (char)toupper((unsigned char)*at);
    snprintf(name + length, sizeof name - length, "%s", length ? "-PC" : "CLIENT-PC");
    return (user->computer = text_duplicate(name)) != NULL;
}

static bool check_user(const struct yaml *yaml, const struct scenario_user *user, struct error *error)
{
    bool probation = user->quarantine == RAS_QUAR_STATE_PROBATION;
    if (strchr(user->user, '\\'))
        return yaml_error(yaml, user->place, error,
                          "%s: expected the user's name alone; the domain is a key of its own", user->user);
    if (probation != (user->probation_ns > 0))
        return yaml_error(yaml, user->place, error,
                          probation ? "%s: a probation needs probation, its duration"
                                    : "%s: probation goes with quarantine: probation only",
                          user->name);
    if (user->filters_ns && !user->filters)
        return yaml_error(yaml, user->place, error, "%s: filters-session goes with filters: yes only", user->name);
    if (user->wishes.eap_type && user->wishes.protocol && user->wishes.protocol != PROTOCOL_EAP)
        return yaml_error(yaml, user->place, error, "%s: eap goes with protocol: EAP only", user->name);
    if (user->parameter_count > MEDIA_PARAMETERS_MOST)
        return yaml_error(yaml, user->place, error, "%s: has %zu parameters, expected at most %d", user->name,
                          user->parameter_count, MEDIA_PARAMETERS_MOST);
    for (size_t i = 0; i < user->parameter_count; i++)
        if (!user->parameters[i].text == !decode_given(&parameter_schema, &user->parameters[i], "number"))
            return yaml_error(yaml, user->parameters[i].place, error, "%s: expected number or text",
                              user->parameters[i].name);
    return true;
}

/* Of a record with one key that says what it is about: which, and whether the others go with it */
static bool find_action(const struct yaml *yaml, const struct schema *schema, uint64_t given, struct place place,
                        uint32_t *action, struct error *error)
{
    const struct field *found = NULL;
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = &schema->fields[i];
        if (field->kind != FIELD_ACTION || !(given >> i & 1))
            continue;
        if (found)
            return yaml_error(yaml, place, error, "%s is about one thing, this has %s and %s", schema->name, found->key,
                              field->key);
        found = field;
    }
    if (!found)
        return yaml_error(yaml, place, error, "%s that does nothing, expected %s or the like", schema->name,
                          schema == &step_schema ? "dial, hangup" : "calls, accepted");
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = &schema->fields[i];
        if (given >> i & 1 && field->actions && !(field->actions >> found->least & 1))
            return yaml_error(yaml, place, error, "%s does not go with %s", field->key, found->key);
    }
    *action = (uint32_t)found->least;
    return true;
}

static bool check_time(const struct yaml *yaml, struct step *step, uint64_t before_ns, struct error *error)
{
    bool at = decode_given(&step_schema, step, "at");
    bool after = decode_given(&step_schema, step, "after");
    if (at && after)
        return yaml_error(yaml, step->place, error, "a step has either at or after, not both");
    if (at && step->at_ns < before_ns)
        return yaml_error(yaml, step->place, error, "this step is earlier than the one before it");
    if (!at)
        step->at_ns = before_ns + step->after_ns;
    if (step->at_ns > UINT64_MAX / 2)
        return yaml_error(yaml, step->place, error, "this step is more than 292 years ahead");
    return true;
}

static bool unknown(const struct yaml *yaml, const struct step *step, const char *what, const char *nearest,
                    struct error *error)
{
    return yaml_error(yaml, step->place, error, "%s: no such %s%s%s%s", step->subject, what,
                      nearest ? "; did you mean " : "", nearest ? nearest : "", nearest ? "?" : "");
}

/** What names of the scenario stand for, while its steps are read in order. */
struct directory {
    struct names users, connections; /* indices of users, and of the latest dialling steps */
};

static bool find_user(const struct yaml *yaml, const struct scenario *scenario, const struct directory *directory,
                      struct step *step, struct error *error)
{
    if (names_get(&directory->users, step->subject, &step->user))
        return true;
    const char *nearest = scenario->user_count ? text_nearest(step->subject, &scenario->users->name,
                                                              scenario->user_count, sizeof *scenario->users)
                                               : NULL;
    return unknown(yaml, step, "user in users", nearest, error);
}

static const char *connection_name(const struct step *dial)
{
    return dial->as ? dial->as : dial->subject;
}

/* The latest dialling step of that name before this one */
static bool find_connection(const struct yaml *yaml, const struct directory *directory, struct step *step,
                            struct error *error)
{
    return names_get(&directory->connections, step->subject, &step->dial) ||
           unknown(yaml, step, "connection dialled before", NULL, error);
}

/* Whether a step of this kind makes sense for the connection it names */
static bool check_connection(const struct yaml *yaml, struct scenario *scenario, size_t at, struct error *error)
{
    struct step *step = &scenario->steps[at];
    struct step *dial = &scenario->steps[step->dial];
    bool ikev2 = dial->with.tunnel == TUNNEL_IKEV2;
    bool ends = step->with.kind == STIMULUS_HANGUP || step->with.kind == STIMULUS_CUT ||
                step->with.kind == STIMULUS_DISCONNECT || step->with.kind == STIMULUS_FAIL;
    if (!ends && dial->ended_line)
        return yaml_error(yaml, step->place, error, "%s has ended in line %d", step->subject, dial->ended_line);
    if (ends && !dial->ended_line)
        dial->ended_line = step->place.line;
    bool mobile = step->with.kind == STIMULUS_MOVE || step->with.kind == STIMULUS_UPDATE;
    if (mobile && !ikev2)
        return yaml_error(yaml, step->place, error, "%s is no IKEv2 connection, only those move", step->subject);
    if (step->with.kind == STIMULUS_JOIN && ikev2)
        return yaml_error(yaml, step->place, error, "%s is an IKEv2 connection, which has one link", step->subject);
    if (step->with.kind == STIMULUS_MOVE && !step->with.to)
        return yaml_error(yaml, step->place, error, "a move needs to, the new outer address");
    if (step->with.kind == STIMULUS_UPDATE && !step->with.to && !step->with.local)
        return yaml_error(yaml, step->place, error, "an update needs to or local, a new outer address");
    if (step->with.kind == STIMULUS_TRANSFER && !step->with.sent && !step->with.received)
        return yaml_error(yaml, step->place, error, "a transfer needs sent or received");
    bool probation = step->with.state == RAS_QUAR_STATE_PROBATION;
    if (step->with.kind == STIMULUS_QUARANTINE && probation != (step->with.probation_ns > 0))
        return yaml_error(yaml, step->place, error,
                          probation ? "a probation needs for, its duration" : "for goes with state: probation only");
    return true;
}

static bool complete_dhcp(const struct yaml *yaml, const struct scenario *scenario, struct step *step,
                          struct error *error)
{
    step->with.back = strcmp(step->subject, "back") == 0;
    if (scenario->options.pool.source != ADDRESSES_DHCP)
        return yaml_error(yaml, step->place, error, "dhcp goes with addresses: dhcp only");
    return step->with.back || strcmp(step->subject, "lost") == 0 ||
           yaml_error(yaml, step->place, error, "dhcp: %s is none of lost, back", step->subject);
}

/* stop, start, restart */
static bool complete_service(const struct yaml *yaml, const struct step *step, struct error *error)
{
    return strcmp(step->subject, "service") == 0 ||
           yaml_error(yaml, step->place, error, "%s: expected service", step->subject);
}

static bool is_about_service(const struct step *step)
{
    return step->with.kind == STIMULUS_STOP || step->with.kind == STIMULUS_START || step->with.kind == STIMULUS_RESTART;
}

static bool complete_step(const struct yaml *yaml, struct scenario *scenario, struct directory *directory, size_t at,
                          struct error *error)
{
    struct step *step = &scenario->steps[at];
    uint64_t before_ns = at > 0 ? scenario->steps[at - 1].at_ns : 0;
    if (!scenario->replayed)
        step->told_line = step->place.line;
    if (step->with.kind == STIMULUS_COUNT)
        return check_time(yaml, step, before_ns, error);
    if (!find_action(yaml, &step_schema, step->given, step->place, &step->with.kind, error) ||
        !check_time(yaml, step, before_ns, error))
        return false;
    if (step->with.kind == STIMULUS_DHCP)
        return complete_dhcp(yaml, scenario, step, error);
    if (is_about_service(step))
        return complete_service(yaml, step, error);
    if (step->with.kind != STIMULUS_DIAL)
        return find_connection(yaml, directory, step, error) &&
               (scenario->replayed || check_connection(yaml, scenario, at, error));
    if (!step->with.wants)
        step->with.wants = WANTS_IPV4;
    if (!decode_given(&step_schema, step, "tunnel"))
        step->with.tunnel = TUNNEL_COUNT;
    return find_user(yaml, scenario, directory, step, error) &&
           (names_set(&directory->connections, connection_name(step), (uint32_t)at) || error_out_of_memory(error));
}

static bool check_rules(const struct yaml *yaml, const struct expect *expect, struct error *error)
{
    size_t length;
    for (const char *at = expect->rule ? expect->rule : ""; *at; at += length + (at[length] == ' ')) {
        char id[16];
        length = strcspn(at, " ");
        snprintf(id, sizeof id, "%.*s", (int)length, at);
        if (length > 0 && (length >= sizeof id || !rule_find(id)))
            return yaml_error(yaml, expect->place, error, "rule: %.*s is none of those that rrasemu spec rules lists",
                              (int)length, at);
    }
    return true;
}

static bool find_peer(const struct scenario *scenario, const char *name)
{
    for (size_t i = 0; name && i < scenario->peer_count; i++)
        if (strcmp(scenario->peers[i].name, name) == 0)
            return true;
    return false;
}

static bool complete_expect(const struct yaml *yaml, const struct scenario *scenario, const struct directory *directory,
                            struct expect *expect, struct error *error)
{
    if (!find_action(yaml, &expect_schema, expect->given, expect->place, &expect->kind, error) ||
        !check_rules(yaml, expect, error))
        return false;
    bool one = expect->kind == EXPECT_ACCEPTED || expect->kind == EXPECT_ENDING || expect->kind == EXPECT_ERROR ||
               expect->kind == EXPECT_ADDRESS;
    if (one && !expect->connection)
        return yaml_error(yaml, expect->place, error, "this needs connection, the one it is about");
    bool all = expect->kind == EXPECT_FINDINGS || expect->kind == EXPECT_START;
    if (all && expect->connection)
        return yaml_error(yaml, expect->place, error, "this is about the whole run, expected no connection");
    if (expect->kind == EXPECT_ASKED && !find_peer(scenario, expect->peer))
        return yaml_error(yaml, expect->place, error, "%s%s", expect->peer ? expect->peer : "asked needs peer",
                          expect->peer ? ": no such peer in peers" : ", the one that was sent it");
    if ((expect->kind == EXPECT_COUNT && !expect->of) || (expect->kind == EXPECT_ARGUMENT && !expect->argument))
        return yaml_error(yaml, expect->place, error,
                          expect->kind == EXPECT_COUNT ? "count needs of, the callout"
                                                       : "is needs argument, CALLOUT PATH");
    struct text expected = {0};
    bool sense = expectation_makes_sense(expect, &expected);
    if (!sense)
        yaml_error(yaml, expect->place, error, "%s: is never met, expected %s", expect->value, text_string(&expected));
    text_free(&expected);
    if (!sense)
        return false;
    return !expect->connection || names_get(&directory->connections, expect->connection, &expect->dial) ||
           yaml_error(yaml, expect->place, error, "%s: no such connection in the timeline", expect->connection);
}

static bool complete_users(const struct yaml *yaml, struct scenario *scenario, struct directory *directory,
                           struct error *error)
{
    for (size_t i = 0; i < scenario->user_count; i++) {
        struct scenario_user *user = &scenario->users[i];
        uint32_t before;
        if (names_get(&directory->users, user->name, &before))
            return yaml_error(yaml, user->place, error, "%s: is in line %d already", user->name,
                              scenario->users[before].place.line);
        if (!complete_user(user) || !names_set(&directory->users, user->name, (uint32_t)i))
            return error_out_of_memory(error);
        if (!scenario->replayed && !check_user(yaml, user, error))
            return false;
    }
    return true;
}

static bool complete_all(const struct yaml *yaml, struct scenario *scenario, struct directory *directory,
                         struct error *error)
{
    scenario->options.profile = &profiles[scenario->profile];
    if (!complete_users(yaml, scenario, directory, error))
        return false;
    for (size_t i = 0; i < scenario->peer_count; i++)
        if (!peer_complete(yaml, &scenario->peers[i], error))
            return false;
    if (scenario->step_count == 0 && !scenario->replayed)
        return yaml_error(yaml, scenario->place, error,
                          "nothing happens in this scenario, expected a timeline with steps");
    for (size_t i = 0; i < scenario->step_count; i++)
        if (!complete_step(yaml, scenario, directory, i, error))
            return false;
    for (size_t i = 0; i < scenario->expect_count; i++)
        if (!complete_expect(yaml, scenario, directory, &scenario->expects[i], error))
            return false;
    return true;
}

bool scenario_complete(struct scenario *scenario, const struct yaml *yaml, struct error *error)
{
    struct directory directory = {0};
    bool fine = complete_all(yaml, scenario, &directory, error);
    names_free(&directory.users);
    names_free(&directory.connections);
    return fine;
}

/* --- reading --- */

bool scenario_begin(struct scenario *scenario, const char *name, struct error *error)
{
    *scenario = (struct scenario){.options = server_default_options()};
    scenario->profile = (uint32_t)(scenario->options.profile - profiles);
    return (scenario->file = text_duplicate(name)) || error_out_of_memory(error);
}

bool scenario_parse(struct scenario *scenario, const char *text, size_t length, const char *name, struct error *error)
{
    struct yaml yaml;
    if (!scenario_begin(scenario, name, error))
        return false;
    if (!yaml_open(&yaml, text, length, name, error)) {
        scenario_free(scenario);
        return false;
    }
    bool fine = decode_record(&yaml, yaml.root, &scenario_schema, scenario, error) &&
                scenario_complete(scenario, &yaml, error);
    yaml_close(&yaml);
    if (!fine)
        scenario_free(scenario);
    return fine;
}

bool scenario_read(struct scenario *scenario, const char *path, struct error *error)
{
    struct text text = {0};
    bool fine = source_read(&text, path, "scenario file", error);
    if (fine && text.length > 4 && memcmp(text.data, "\177ELF", 4) == 0)
        fine = error_set(error, FAILURE_USAGE, "%s: is a shared object; did you mean --dll %s?", path, path);
    fine = fine && scenario_parse(scenario, text_string(&text), text.length, path, error);
    text_free(&text);
    return fine;
}

bool scenario_builtin(struct scenario *scenario, struct error *error)
{
    static const char source[] = "title: one SSTP tunnel with some traffic\n"
                                 "users:\n"
                                 "  alice: {domain: EXAMPLE, computer: ALICE-PC}\n"
                                 "timeline:\n"
                                 "  - {at: 1s, dial: alice, wants: [ipv4]}\n"
                                 "  - {after: 10s, transfer: alice, sent: 250 KB, received: 40 KB}\n"
                                 "  - {after: 19s, transfer: alice, sent: 3 MB, received: 120 KB}\n"
                                 "  - {after: 30s, hangup: alice}\n";
    return scenario_parse(scenario, source, sizeof source - 1, "built-in scenario", error);
}

void scenario_encode(struct text *text, const struct scenario *scenario)
{
    text_add(text, "{");
    encode_members(text, &scenario_schema, scenario, NULL);
    text_add(text, "}\n");
}

void scenario_free(struct scenario *scenario)
{
    decode_free(&scenario_schema, scenario);
    free(scenario->file);
    *scenario = (struct scenario){0};
}
