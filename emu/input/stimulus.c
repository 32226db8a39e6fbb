/* SPDX-License-Identifier: MIT */
#include "input/stimulus.h"

#include "ras/engine.h"
#include "ras/service.h"

const char *const origin_names[ORIGIN_KINDS] = {
    [ORIGIN_SCENARIO] = "scenario", [ORIGIN_API] = "api",       [ORIGIN_CLIENT] = "client",
    [ORIGIN_HTTP] = "http",         [ORIGIN_SIGNAL] = "signal", [ORIGIN_DLL] = "dll",
};

#define APPLY(name) static bool name(struct server *server, struct stimulus *stimulus)

APPLY(apply_dial)
{
    const struct dial dial = {
        .user = stimulus->user,
        .tunnel = stimulus->tunnel == TUNNEL_COUNT ? tunnel_default(server->options.profile)
                                                   : (enum tunnel)stimulus->tunnel,
        .ipv4 = stimulus->wants & WANTS_IPV4,
        .ipv6 = stimulus->wants & WANTS_IPV6,
        .endpoint = stimulus->from,
    };
    stimulus->ref = engine_dial(server, &dial);
    return true;
}

APPLY(apply_join)
{
    stimulus->link = engine_join(server, stimulus->ref);
    return stimulus->link != 0;
}

static uint32_t link_of(const struct stimulus *stimulus)
{
    return stimulus->link ? stimulus->link : 1;
}

APPLY(apply_leave)
{
    return engine_leave(server, stimulus->ref, link_of(stimulus));
}

APPLY(apply_transfer)
{
    return engine_transfer(server, stimulus->ref, stimulus->sent, stimulus->received);
}

APPLY(apply_quarantine)
{
    return engine_quarantine(server, stimulus->ref, stimulus->state, stimulus->probation_ns);
}

APPLY(apply_lift)
{
    return engine_lift_quarantine(server, stimulus->ref);
}

APPLY(apply_move)
{
    return engine_move(server, stimulus->ref, stimulus->to, stimulus->local);
}

APPLY(apply_lose)
{
    return engine_reach(server, stimulus->ref, false);
}

APPLY(apply_find)
{
    return engine_reach(server, stimulus->ref, true);
}

APPLY(apply_hangup)
{
    return engine_end(server, stimulus->ref, END_CLIENT);
}

APPLY(apply_cut)
{
    return engine_end(server, stimulus->ref, END_LINE);
}

APPLY(apply_disconnect)
{
    return engine_end(server, stimulus->ref, END_ADMIN);
}

APPLY(apply_fail)
{
    return engine_end(server, stimulus->ref, END_HARDWARE);
}

APPLY(apply_disturb)
{
    return engine_disturb(server, stimulus->ref, link_of(stimulus), stimulus->errors);
}

APPLY(apply_clear)
{
    return engine_clear(server, stimulus->ref);
}

APPLY(apply_stop)
{
    (void)stimulus;
    if (server->state != SERVICE_RUNNING)
        return false;
    service_stop(server);
    return true;
}

APPLY(apply_start)
{
    (void)stimulus;
    if (server->state != SERVICE_STOPPED && server->state != SERVICE_START_FAILED)
        return false;
    service_restart(server);
    return true;
}

APPLY(apply_restart)
{
    (void)stimulus;
    if (server->state != SERVICE_RUNNING)
        return false;
    service_stop_and_start(server);
    return true;
}

APPLY(apply_dhcp)
{
    if (server->state != SERVICE_RUNNING)
        return false;
    service_reach_dhcp(server, stimulus->back);
    return true;
}

const struct stimulus_row stimuli[STIMULUS_COUNT] = {
#define STIMULUS(id, key, needs, raises, apply, words) [STIMULUS_##id] = {key, NEED_##needs, raises, apply, words},
#include "input/stimuli.def"
#undef STIMULUS
};

bool stimulus_apply(struct server *server, struct stimulus *stimulus,
                    void (*add)(struct text *text, const void *source), const void *source)
{
    const struct stimulus_row *row = &stimuli[stimulus->kind];
    struct record record = {
        .type = RECORD_INPUT,
        .connection = row->needs == NEED_CONNECTION ? stimulus->ref.number
                      : row->needs == NEED_USER     ? server->last_number + 1
                                                    : 0,
        .input = {.kind = row->key, .origin = origin_names[stimulus->origin], .add = add, .source = source},
    };
    server_emit(server, &record);
    return row->apply(server, stimulus);
}
