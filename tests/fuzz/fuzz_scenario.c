/* SPDX-License-Identifier: MIT */
/* Any bytes as a scenario: read it and, when it is one, act it out on a server without DLLs. */
#include "callout/chain.h"
#include "host/inprocess.h"
#include "ras/engine.h"
#include "ras/service.h"
#include "scenario/player.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STEPS_MOST = 10000 };

static void act_out(const struct scenario *scenario)
{
    static struct chain chain;
    static struct inprocess here;
    struct record_stream records = {0};
    struct server server;
    struct player player;
    struct error error = {0};
    chain_open(&chain, inprocess_host(&here));
    if (!server_open(&server, &scenario->options, &chain.callouts, &records, &error))
        return;
    if (player_open(&player, scenario, &server, &error)) {
        if (!service_start(&server))
            abort();
        for (int i = 0; i < STEPS_MOST && engine_step(&server); i++)
            ;
        engine_stop(&server);
        if (server.roster.live || server.error.class != FAILURE_NONE)
            abort(); /* something outlived its connection */
        player_close(&player);
    }
    server_close(&server);
    chain_close(&chain);
}

/* What is printed is read as the same. */
static void print_and_read(const struct scenario *scenario)
{
    struct text first = {0}, second = {0};
    struct scenario again;
    struct error error = {0};
    scenario_encode(&first, scenario);
    if (!scenario_parse(&again, text_string(&first), first.length, "printed", &error))
        abort();
    scenario_encode(&second, &again);
    if (strcmp(text_string(&first), text_string(&second)) != 0)
        abort();
    scenario_free(&again);
    text_free(&first);
    text_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct scenario scenario;
    struct error error = {0};
    if (scenario_parse(&scenario, (const char *)data, size, "fuzz", &error)) {
        print_and_read(&scenario);
        act_out(&scenario);
        scenario_free(&scenario);
    } else if (error.class == FAILURE_NONE || !*error.text) {
        abort(); /* refused without a word */
    }
    return 0;
}
