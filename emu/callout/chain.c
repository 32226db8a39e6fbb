/* SPDX-License-Identifier: MIT */
#include "callout/chain.h"

#include "callout/call.h"
#include "callout/finding.h"
#include "callout/start.h"
#include "ras/lifecycle.h"
#include "ras/server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- making and unmaking --- */

static void ask(void *self, struct server *server, const struct question *question);

void chain_open(struct chain *chain, struct host host)
{
    *chain = (struct chain){.host = host};
    chain->callouts = (struct ras_callouts){chain, start_load, start_initialize, start_terminate, ask};
}

static char *transcript_name(const struct chain *chain, const struct dll_source *source)
{
    const char *slash = source->path ? strrchr(source->path, '/') : NULL;
    const char *base = source->name ? source->name : slash ? slash + 1 : source->path;
    size_t before = 0, length = strlen(base);
    for (size_t i = 0; i < chain->count; i++) {
        const char *other = chain->dlls[i].name;
        before += strncmp(other, base, length) == 0 && (!other[length] || other[length] == '#');
    }
    struct text name = {0};
    text_add(&name, base);
    if (before > 0)
        text_addf(&name, "#%zu", before + 1);
    if (!name.failed)
        return name.data;
    text_free(&name);
    return NULL;
}

bool chain_add(struct chain *chain, const struct dll_source *source, struct error *error)
{
    if (chain->count == CHAIN_DLLS_MOST)
        return error_set(error, FAILURE_USAGE, "more than %d DLLs", CHAIN_DLLS_MOST);
    struct dll *dll = &chain->dlls[chain->count];
    *dll = (struct dll){.source = *source, .name = transcript_name(chain, source)};
    if (!dll->name)
        return error_out_of_memory(error);
    chain->count++;
    return true;
}

void chain_close(struct chain *chain)
{
    for (size_t i = 0; i < chain->count; i++) {
        if (chain->dlls[i].module)
            chain->host.unload(chain->host.self, chain->dlls[i].module);
        free(chain->dlls[i].name);
    }
    *chain = (struct chain){0};
}

/* --- questions --- */

/* What a duplicate address closes with, where a policy refuses it (Q21) */
#define ERROR_DUPLICATE_ADDRESS 738 /* ERROR_PPP_NO_ADDRESS_ASSIGNED */

/* The callouts that answer a question, the first a DLL offers; a connection's own pair is the DLL's
 * generation. Windows NT 4.0 knows no links: its connection callouts come once a port (B5.nt4). */
static const struct {
    enum callout_id ids[2];
    size_t count;
} candidates[ASK_COUNT] = {
    [ASK_PREAUTHENTICATION] = {{CALLOUT_PREAUTHENTICATE_EX}, 1},
    [ASK_GET4] = {{CALLOUT_GET4, CALLOUT_NT4_GET4}, 2},
    [ASK_GET6] = {{CALLOUT_GET6}, 1},
    [ASK_ACCEPT_LINK] = {{CALLOUT_ACCEPT_LINK, CALLOUT_NT4_ACCEPT}, 2},
    [ASK_REAUTHENTICATION] = {{CALLOUT_REAUTHENTICATE_EX, CALLOUT_REAUTHENTICATE}, 2}, /* Q8 */
    [ASK_ENDPOINT] = {{CALLOUT_ENDPOINT_EX}, 1},
    [ASK_RELEASE4] = {{CALLOUT_RELEASE4, CALLOUT_NT4_RELEASE4}, 2},
    [ASK_RELEASE6] = {{CALLOUT_RELEASE6}, 1},
    [ASK_LINK_HANGUP] = {{CALLOUT_LINK_HANGUP, CALLOUT_NT4_HANGUP}, 2},
};

/* What a DLL has for a question, or NULL */
static const struct callout *callout_for(const struct dll *dll, enum ask ask)
{
    callout_set offered = dll->offer.exports | dll->offer.slots;
    enum callout_id id = ask == ASK_ACCEPT_CONNECTION   ? dll->generation.accept
                         : ask == ASK_CONNECTION_HANGUP ? dll->generation.hangup
                                                        : CALLOUT_NONE;
    for (size_t i = 0; id == CALLOUT_NONE && i < candidates[ask].count; i++)
        if (offered & CALLOUT_BIT(candidates[ask].ids[i]))
            id = candidates[ask].ids[i];
    return id == CALLOUT_NONE ? NULL : &callouts[id];
}

/* Puts the question to a DLL that has a callout for it; `out` is left as the DLL left it. */
static struct callout_call put(struct chain *chain, struct server *server, struct dll *dll,
                               const struct question *question, struct arguments *out)
{
    const struct callout *callout = callout_for(dll, question->ask);
    struct arguments in;
    arguments_fill(&in, callout, server, question);
    return call_make(chain, server, dll, callout, question->connection->number,
                     question->link ? question->link->number : 0, &in, out);
}

/* B0.address, Q22: the first DLL of the list that has a callout for the question, or NULL */
static struct dll *first_with(struct chain *chain, enum ask ask)
{
    for (size_t i = 0; i < chain->count; i++)
        if (callout_for(&chain->dlls[i], ask))
            return &chain->dlls[i];
    return NULL;
}

/* The answer as the DLL left it: address, wish to be told of the release, code. */
static void take_address(struct server *server, const struct dll *dll,
                         const struct question *question, const struct callout_call *call,
                         struct answer *answer)
{
    static const uint8_t no_id[8];
    bool v4 = question->ask == ASK_GET4;
    const struct callout *callout = call->callout;
    const struct arguments *out = call->out;
    uint32_t number = question->connection->number;
    answer->agreed = !call->refused;
    answer->code = call->result;
    answer->notify = out->notify != FALSE;
    answer->ipv4 = arguments_ipv4(server, out->ipv4);
    memcpy(answer->ipv6_id, (const uint8_t *)&out->ipv6 + arguments_id_offset(server),
           sizeof answer->ipv6_id);
    if (!answer->agreed)
        return;
    if (out->notify != FALSE && out->notify != TRUE)
        finding_report(server, FINDING_ODD_BOOL, number, callout, dll->name, "bNotifyRelease");
    if (v4 ? answer->ipv4 == 0 : memcmp(answer->ipv6_id, no_id, sizeof no_id) == 0)
        finding_report(server, FINDING_ZERO_ADDRESS, number, callout, dll->name, NULL);
    else if (v4 ? server_address_in_use(server, question->connection, answer->ipv4)
                : server_id_in_use(server, question->connection, answer->ipv6_id))
    {
        finding_report(server, FINDING_DUPLICATE_ADDRESS, number, callout, dll->name, NULL);
        answer->agreed = server_policy(server, POLICY_DUPLICATE_ADDRESS) == POLICY_DEFAULT;
        answer->code = answer->agreed ? NO_ERROR : ERROR_DUPLICATE_ADDRESS;
    }
}

/* An answer to this question, yet without content */
static struct answer answer_to(const struct question *question)
{
    return (struct answer){
        .ask = question->ask,
        .connection = {question->connection->slot, question->connection->number},
        .link = question->link ? question->link->number : 0,
        .agreed = true,
    };
}

/* Without a DLL that has the pair RAS's own proposal stands. */
static void ask_for_address(struct chain *chain, struct server *server,
                            const struct question *question)
{
    struct answer answer = answer_to(question);
    struct dll *dll = first_with(chain, question->ask);
    struct arguments out;
    answer.ipv4 = question->ipv4;
    memcpy(answer.ipv6_id, question->ipv6 + 8, sizeof answer.ipv6_id);
    if (dll) {
        struct callout_call call = put(chain, server, dll, question, &out);
        take_address(server, dll, question, &call, &answer);
    }
    lifecycle_answer(server, &answer);
}

static void tell_release(struct chain *chain, struct server *server,
                         const struct question *question)
{
    struct answer answer = answer_to(question);
    struct dll *dll = first_with(chain, question->ask);
    struct arguments out;
    if (dll)
        put(chain, server, dll, question, &out);
    lifecycle_answer(server, &answer);
}

/* Q18: without a DLL that has the callback nobody is let in by a cookie. */
static void ask_first(struct chain *chain, struct server *server, const struct question *question)
{
    struct answer answer = answer_to(question);
    struct dll *dll = first_with(chain, question->ask);
    struct arguments out;
    answer.agreed = dll && !put(chain, server, dll, question, &out).refused;
    lifecycle_answer(server, &answer);
}

/* B0.accept: all must agree; Q4: the first refusal ends the question, unless all are to be asked. A
 * DLL without the callout agrees and counts as asked, so that it hears of the end (Q10). */
static void ask_all(struct chain *chain, struct server *server, const struct question *question)
{
    struct answer answer = answer_to(question);
    bool to_the_end = server_policy(server, POLICY_FIRST_REFUSAL) == REFUSAL_ASKS_ALL;
    unsigned audience = server_policy(server, POLICY_HANGUP_AUDIENCE);
    for (size_t i = 0; i < chain->count && (answer.agreed || to_the_end); i++) {
        struct dll *dll = &chain->dlls[i];
        bool agreed = true;
        if (callout_for(dll, question->ask)) {
            struct arguments out;
            agreed = !put(chain, server, dll, question, &out).refused;
        }
        answer.agreed &= agreed;
        if (agreed || audience != AUDIENCE_ACCEPTING)
            answer.heard |= UINT64_C(1) << i;
    }
    if (audience == AUDIENCE_ALL)
        answer.heard = UINT64_MAX;
    lifecycle_answer(server, &answer);
}

static void tell_all(struct chain *chain, struct server *server, const struct question *question)
{
    for (size_t i = 0; i < chain->count; i++) {
        struct dll *dll = &chain->dlls[i];
        struct arguments out;
        if (question->heard >> i & 1 && callout_for(dll, question->ask))
            put(chain, server, dll, question, &out);
    }
    struct answer answer = answer_to(question);
    lifecycle_answer(server, &answer);
}

/* How a question goes through the chain */
static void (*const ways[ASK_COUNT])(struct chain *, struct server *, const struct question *) = {
    [ASK_PREAUTHENTICATION] = ask_first,
    [ASK_GET4] = ask_for_address,     [ASK_GET6] = ask_for_address,
    [ASK_RELEASE4] = tell_release,    [ASK_RELEASE6] = tell_release,
    [ASK_ACCEPT_CONNECTION] = ask_all, [ASK_ACCEPT_LINK] = ask_all,
    [ASK_REAUTHENTICATION] = ask_all,  [ASK_ENDPOINT] = ask_all,
    [ASK_LINK_HANGUP] = tell_all,     [ASK_CONNECTION_HANGUP] = tell_all,
};

static void ask(void *self, struct server *server, const struct question *question)
{
    ways[question->ask](self, server, question);
}
