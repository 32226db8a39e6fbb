/* SPDX-License-Identifier: MIT */
/* Any bytes as a scenario: read it and, when it is one, act it out on a server without DLLs. */
#include "callout/chain.h"
#include "host/inprocess.h"
#include "ras/engine.h"
#include "ras/service.h"
#include "scenario/player.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STEPS_MOST = 10000 };

static void act_out(const struct scenario *scenario)
{
    static struct chain chain;
    struct record_stream records = {0};
    struct server server;
    struct player player;
    struct error error = {0};
    chain_open(&chain, inprocess_host(NULL));
    if (!server_open(&server, &scenario->options, &chain.callouts, &records, &error))
        return;
    if (player_open(&player, scenario, &server, &error)) {
        if (!service_start(&server))
            abort();
        for (int i = 0; i < STEPS_MOST && engine_step(&server); i++)
            ;
        engine_stop(&server);
        if (server.oldest || server.error.class != FAILURE_NONE)
            abort(); /* something outlived its connection */
        player_close(&player);
    }
    server_close(&server);
    chain_close(&chain);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct scenario scenario;
    struct error error = {0};
    if (scenario_parse(&scenario, (const char *)data, size, "fuzz", &error)) {
        act_out(&scenario);
        scenario_free(&scenario);
    } else if (error.class == FAILURE_NONE || !*error.text) {
        abort(); /* refused without a word */
    }
    return 0;
}
