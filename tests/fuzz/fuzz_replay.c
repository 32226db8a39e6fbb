/* SPDX-License-Identifier: MIT */
/* Any bytes as a transcript: read it and, when it is one, act it out on a server without DLLs and compare. */
#include "callout/chain.h"
#include "host/inprocess.h"
#include "observe/compare.h"
#include "ras/engine.h"
#include "ras/service.h"
#include "scenario/player.h"
#include "scenario/replay.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { STEPS_MOST = 10000 };

static void act_out(const struct scenario *scenario, const char *path)
{
    static struct chain chain;
    static struct inprocess here;
    static struct server server;
    struct record_stream records = {0};
    struct player player;
    struct compare compare;
    struct error error = {0};
    chain_open(&chain, inprocess_host(&here));
    if (!compare_open(&compare, path, &error))
        abort();
    record_observe(&records, compare_sink(&compare, &server.error));
    if (!server_open(&server, &scenario->options, &chain.callouts, &records, &error))
        return;
    if (player_open(&player, scenario, &server, &error)) {
        player_record_server(&server, scenario, (enum origin_kind)scenario->origin);
        service_start(&server);
        for (int i = 0; i < STEPS_MOST && engine_step(&server); i++)
            ;
        if (server.error.class == FAILURE_INTERNAL)
            abort();
        player_close(&player);
    }
    server_close(&server);
    chain_close(&chain);
    compare_close(&compare);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct scenario scenario;
    struct error error = {0};
    char path[40];
    int file = memfd_create("transcript", MFD_CLOEXEC);
    if (file < 0 || write(file, data, size) != (ssize_t)size)
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if (replay_read(&scenario, path, &error)) {
        act_out(&scenario, path);
        scenario_free(&scenario);
    } else if (error.class == FAILURE_NONE || !*error.text) {
        abort(); /* refused without a word */
    }
    close(file);
    return 0;
}
