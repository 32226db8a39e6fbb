/* SPDX-License-Identifier: MIT */
#include "callout/inquiry.h"

#include "callout/call.h"
#include "callout/chain.h"
#include "callout/dll_log.h"
#include "callout/finding.h"
#include "ras/lifecycle.h"
#include "ras/oddity.h"
#include "ras/service.h"

#include <stdlib.h>
#include <string.h>

/* What a DLL has for a question, or NULL. A connection's own pair, and a re-authentication where there is the choice
 * (Q8), go by the generation of the DLL's connections; otherwise the newest counts. */
static const struct callout *callout_for(const struct dll *dll, enum ask ask)
{
    callout_set offered = dll->offer.exports | dll->offer.slots;
    enum callout_id id = ask == ASK_ACCEPT_CONNECTION   ? dll->generation.accept
                         : ask == ASK_CONNECTION_HANGUP ? dll->generation.hangup
                                                        : CALLOUT_NONE;
    bool by_generation = ask == ASK_ACCEPT_CONNECTION || ask == ASK_CONNECTION_HANGUP;
    if (ask == ASK_REAUTHENTICATION && (offered & CALLOUT_BIT(dll->generation.reauthenticate)))
        id = dll->generation.reauthenticate;
    for (int each = CALLOUT_COUNT; id == CALLOUT_NONE && !by_generation && each-- > 0;)
        if (callouts[each].ask == ask && (offered & CALLOUT_BIT(each)))
            id = (enum callout_id)each;
    return id == CALLOUT_NONE ? NULL : &callouts[id];
}

/* What no client can use, RRAS delivers as given. */
static void report_oddity(struct server *server, struct dll *dll, struct fault fault, uint32_t address)
{
    struct text words = {0}, odd = {0};
    oddity_describe(&odd, address, dll->last_ipv4, &server->pool);
    if (odd.length) {
        text_add_ipv4(&words, address);
        text_addf(&words, ", which is %s", text_string(&odd));
        fault.id = FINDING_ODD_ADDRESS;
        fault.subject = text_string(&words);
        finding_report(server, &fault);
    }
    text_free(&odd);
    text_free(&words);
    dll->last_ipv4 = address;
}

/* The answer as the DLL left it: address, wish to be told of the release, code. */
static void take_address(struct server *server, struct dll *dll, const struct question *question,
                         const struct callout_call *call, struct answer *answer)
{
    static const uint8_t no_id[8];
    bool v4 = question->ask == ASK_GET4;
    const struct arguments *out = call->out;
    struct fault fault = {.connection = question->connection->number, .callout = call->callout, .dll = dll->name};
    answer->agreed = !call->refused;
    answer->notify = call->outcome == OUTCOME_RETURNED && out->notify != FALSE;
    answer->ipv4 = arguments_ipv4(server, out->ipv4);
    memcpy(answer->ipv6_id, (const uint8_t *)&out->ipv6 + arguments_id_offset(server), sizeof answer->ipv6_id);
    if (!answer->agreed)
        return;
    if (out->notify != FALSE && out->notify != TRUE) {
        fault.id = FINDING_ODD_BOOL;
        fault.subject = "bNotifyRelease";
        finding_report(server, &fault);
    }
    bool none = v4 ? answer->ipv4 == 0 : memcmp(answer->ipv6_id, no_id, sizeof no_id) == 0;
    answer->duplicate = !none &&
                        (v4 ? server_address_in_use(server, answer->ipv4) : server_id_in_use(server, answer->ipv6_id));
    fault.id = none ? FINDING_ZERO_ADDRESS : FINDING_DUPLICATE_ADDRESS;
    if (none || answer->duplicate)
        finding_report(server, &fault);
    if (v4 && !none)
        report_oddity(server, dll, fault, answer->ipv4);
}

/* Q31: the group of each question */
static enum group_id group_of(const struct server *server, enum ask ask)
{
    static const struct {
        enum group_id two, named; /* with two groups; where the documentation names one */
    } groups[ASK_COUNT] = {
        [ASK_PREAUTHENTICATION] = {GROUP_NOTIFICATION, GROUP_PREAUTHENTICATION},
        [ASK_GET4] = {GROUP_ADDRESS, GROUP_ADDRESS},
        [ASK_GET6] = {GROUP_ADDRESS, GROUP_IPV6},
        [ASK_ACCEPT_CONNECTION] = {GROUP_NOTIFICATION, GROUP_NOTIFICATION},
        [ASK_ACCEPT_LINK] = {GROUP_NOTIFICATION, GROUP_LINK},
        [ASK_REAUTHENTICATION] = {GROUP_NOTIFICATION, GROUP_REAUTHENTICATION},
        [ASK_ENDPOINT] = {GROUP_NOTIFICATION, GROUP_ENDPOINT},
        [ASK_RELEASE4] = {GROUP_ADDRESS, GROUP_ADDRESS},
        [ASK_RELEASE6] = {GROUP_ADDRESS, GROUP_IPV6},
        [ASK_LINK_HANGUP] = {GROUP_NOTIFICATION, GROUP_LINK},
        [ASK_CONNECTION_HANGUP] = {GROUP_NOTIFICATION, GROUP_NOTIFICATION},
    };
    if (POLICY_IS(server, SERIALIZATION, ONE_LOCK))
        return GROUP_NOTIFICATION;
    return POLICY_IS(server, SERIALIZATION, NAMED_ONLY) ? groups[ask].named : groups[ask].two;
}

/* The first DLL of the list that has a callout for the question, or NULL (B0.address, Q22) */
static struct dll *first_with(struct chain *chain, const struct server *server, enum ask ask)
{
    bool address = ask == ASK_GET4 || ask == ASK_GET6 || ask == ASK_RELEASE4 || ask == ASK_RELEASE6;
    bool by_dll = address && POLICY_IS(server, ADDRESS_OWNER, FIRST_DLL);
    for (size_t i = 0; i < chain->count; i++) {
        struct dll *dll = &chain->dlls[i];
        if (by_dll && (callout_for(dll, ASK_GET4) || callout_for(dll, ASK_GET6)))
            return callout_for(dll, ask) ? dll : NULL;
        if (callout_for(dll, ask))
            return dll;
    }
    return NULL;
}

/* Q16, Q17: whether only one DLL of the chain is asked */
static bool asks_first_only(const struct server *server, enum ask ask)
{
    return (ask == ASK_REAUTHENTICATION && POLICY_IS(server, REAUTHENTICATION_AUDIENCE, FIRST)) ||
           (ask == ASK_ENDPOINT && POLICY_IS(server, ENDPOINT_AUDIENCE, FIRST));
}

/* Whether a DLL is going to be asked, if the question comes as far */
static bool is_concerned(struct chain *chain, const struct server *server, const struct inquiry *inquiry, size_t index)
{
    enum ask ask = inquiry->question.ask;
    const struct dll *dll = &chain->dlls[index];
    bool told = ask == ASK_LINK_HANGUP || ask == ASK_CONNECTION_HANGUP;
    return callout_for(dll, ask) && (!told || inquiry->question.heard >> index & 1) &&
           (!asks_first_only(server, ask) || dll == first_with(chain, server, ask));
}

/* What a question gives to a callout: filled once for all DLLs that are asked now. */
static const struct arguments *filled_for(struct chain *chain, const struct server *server,
                                          const struct inquiry *inquiry, const struct callout *callout)
{
    struct filled *filled = &chain->filled;
    if (filled->question != inquiry->sequence || filled->now_ns != server->now_ns || filled->count == FILLED_MOST)
        filled->count = 0;
    filled->question = inquiry->sequence;
    filled->now_ns = server->now_ns;
    for (size_t i = 0; i < filled->count; i++)
        if (filled->of[i].callout == callout)
            return &filled->of[i].arguments;
    filled->of[filled->count].callout = callout;
    arguments_fill(&filled->of[filled->count].arguments, callout, server, &inquiry->question);
    return &filled->of[filled->count++].arguments;
}

/* Consecutive DLLs of one process take one request. The first of them is asked now. */
static void announce(struct chain *chain, struct server *server, struct inquiry *inquiry, size_t first)
{
    struct announced calls[CALLOUTS_AHEAD_MOST];
    const struct call_watch watch = call_watch_of(server);
    bool to_the_end = POLICY_IS(server, FIRST_REFUSAL, ASK_ALL);
    size_t count = 0, indexes[CALLOUTS_AHEAD_MOST];
    if (!chain->host.announce || first < inquiry->announced)
        return;
    for (size_t index = first; index < chain->count && count < CALLOUTS_AHEAD_MOST; index++) {
        struct dll *dll = &chain->dlls[index];
        if (!is_concerned(chain, server, inquiry, index))
            continue;
        const struct callout *callout = callout_for(dll, inquiry->question.ask);
        calls[count] = (struct announced){dll->module, callout, call_origin(dll, callout),
                                          filled_for(chain, server, inquiry, callout)};
        indexes[count++] = index;
    }
    size_t taken = 1;
    if (count > 1)
        taken = chain->host.announce(chain->host.self, calls, count, !to_the_end, &watch);
    inquiry->announced = indexes[taken - 1] + 1;
}

/* Puts the question to a DLL that has a callout for it; `out` is left as the DLL left it. */
static struct callout_call put(struct chain *chain, struct server *server, struct dll *dll,
                               const struct inquiry *inquiry, struct arguments *out)
{
    const struct question *question = &inquiry->question;
    const struct callout *callout = callout_for(dll, question->ask);
    return call_make(chain, server, dll, callout,
                     (struct call_subject){
                         .connection = question->connection->number,
                         .link = question->link ? question->link->number : 0,
                         .waited_ns = server->now_ns - inquiry->since_ns,
                         .blocked = &chain->groups[group_of(server, question->ask)].blocked,
                     },
                     filled_for(chain, server, inquiry, callout), out);
}

/* --- the ways through the chain: each calls the next DLL; true when there is a further one --- */

/* Of an address, without a DLL that has the pair, RAS's own proposal stands; of a release nobody hears.
 * Q18: without a DLL that has the callback nobody is let in by a cookie. */
static bool ask_first(struct chain *chain, struct server *server, struct inquiry *inquiry, struct callout_call *call)
{
    enum ask ask = inquiry->question.ask;
    struct dll *dll = first_with(chain, server, ask);
    struct arguments out;
    inquiry->answer.agreed = ask != ASK_PREAUTHENTICATION;
    if (!dll)
        return false;
    *call = put(chain, server, dll, inquiry, &out);
    if (ask == ASK_GET4 || ask == ASK_GET6)
        take_address(server, dll, &inquiry->question, call, &inquiry->answer);
    else if (ask == ASK_PREAUTHENTICATION)
        inquiry->answer.agreed = !call->refused;
    return false;
}

/* Q10: a DLL that cannot be asked accepts, and its author may not know */
static void report_unasked(struct server *server, const struct inquiry *inquiry, const struct dll *dll)
{
    if (inquiry->question.ask == ASK_REAUTHENTICATION && !callout_for(dll, ASK_REAUTHENTICATION))
        finding_report(server, &(struct fault){.id = FINDING_NO_REAUTHENTICATION,
                                               .connection = inquiry->question.connection->number,
                                               .dll = dll->name});
}

/* B0.accept: all must agree; Q4: the first refusal ends the question, unless all are to be asked. A
 * DLL without the callout agrees and counts as asked, so that it hears of the end (Q10). */
static bool ask_next(struct chain *chain, struct server *server, struct inquiry *inquiry, struct callout_call *call)
{
    bool to_the_end = POLICY_IS(server, FIRST_REFUSAL, ASK_ALL);
    if (inquiry->next_dll < chain->count) {
        struct dll *dll = &chain->dlls[inquiry->next_dll];
        bool agreed = true;
        report_unasked(server, inquiry, dll);
        if (is_concerned(chain, server, inquiry, inquiry->next_dll)) {
            struct arguments out;
            announce(chain, server, inquiry, inquiry->next_dll);
            *call = put(chain, server, dll, inquiry, &out);
            inquiry->answer.asked = true;
            agreed = !call->refused;
        }
        inquiry->answer.agreed &= agreed;
        if (agreed || !POLICY_IS(server, HANGUP_AUDIENCE, ACCEPTING))
            inquiry->answer.heard |= UINT64_C(1) << inquiry->next_dll;
        inquiry->next_dll++;
    }
    if (inquiry->next_dll < chain->count && (inquiry->answer.agreed || to_the_end))
        return true;
    if (POLICY_IS(server, HANGUP_AUDIENCE, ALL))
        inquiry->answer.heard = UINT64_MAX;
    return false;
}

static bool tell_next(struct chain *chain, struct server *server, struct inquiry *inquiry, struct callout_call *call)
{
    for (; inquiry->next_dll < chain->count; inquiry->next_dll++) {
        struct dll *dll = &chain->dlls[inquiry->next_dll];
        struct arguments out;
        if (!is_concerned(chain, server, inquiry, inquiry->next_dll))
            continue;
        announce(chain, server, inquiry, inquiry->next_dll);
        *call = put(chain, server, dll, inquiry, &out);
        return ++inquiry->next_dll < chain->count;
    }
    return false;
}

static bool (*const ways[ASK_COUNT])(struct chain *, struct server *, struct inquiry *, struct callout_call *) = {
    [ASK_PREAUTHENTICATION] = ask_first,
    [ASK_GET4] = ask_first,
    [ASK_GET6] = ask_first,
    [ASK_RELEASE4] = ask_first,
    [ASK_RELEASE6] = ask_first,
    [ASK_ACCEPT_CONNECTION] = ask_next,
    [ASK_ACCEPT_LINK] = ask_next,
    [ASK_REAUTHENTICATION] = ask_next,
    [ASK_ENDPOINT] = ask_next,
    [ASK_LINK_HANGUP] = tell_next,
    [ASK_CONNECTION_HANGUP] = tell_next,
};

/* --- the groups (E.serial, E.group) --- */

void inquiry_ask(void *self, struct server *server, const struct question *question)
{
    struct chain *chain = self;
    struct group *group = &chain->groups[group_of(server, question->ask)];
    struct inquiry *inquiry = chain->spare_inquiries;
    if (inquiry)
        chain->spare_inquiries = inquiry->next;
    else if (!(inquiry = malloc(sizeof *inquiry))) {
        error_out_of_memory(&server->error);
        return;
    }
    *inquiry = (struct inquiry){
        .question = *question,
        .answer = {.ask = question->ask,
                   .connection = {question->connection->slot, question->connection->number},
                   .link = question->link ? question->link->number : 0,
                   .agreed = true,
                   .ipv4 = question->ipv4},
        .since_ns = server->now_ns,
        .sequence = chain->inquiry_sequence++,
    };
    memcpy(inquiry->answer.ipv6_id, question->ipv6 + 8, sizeof inquiry->answer.ipv6_id);
    *(group->first ? &group->last->next : &group->first) = inquiry;
    group->last = inquiry;
}

/* The group whose turn it is: of those that are free, the one with the oldest question */
static struct group *next_group(struct chain *chain, uint64_t now_ns)
{
    struct group *next = NULL;
    for (int i = 0; i < GROUP_COUNT; i++) {
        struct group *group = &chain->groups[i];
        if (group->first && !group->blocked && group->free_ns <= now_ns &&
            (!next || group->first->sequence < next->first->sequence))
            next = group;
    }
    return next;
}

/* The group is free for the next question before the answer puts further ones. */
static void finish_inquiry(struct chain *chain, struct server *server, struct group *group)
{
    struct inquiry *inquiry = group->first;
    struct answer answer = inquiry->answer;
    group->first = inquiry->next;
    inquiry->next = chain->spare_inquiries;
    chain->spare_inquiries = inquiry;
    lifecycle_answer(server, &answer);
}

/* One call. A callout that sleeps holds its group meanwhile: what comes next, the answer too, comes
 * then. */
bool inquiry_pump(void *self, struct server *server)
{
    struct chain *chain = self;
    struct group *group = next_group(chain, server->now_ns);
    if (!group)
        return false;
    struct inquiry *inquiry = group->first;
    struct callout_call call = {0};
    if (!inquiry->called_all)
        inquiry->called_all = !ways[inquiry->question.ask](chain, server, inquiry, &call);
    group->free_ns = server->now_ns + call.slept_ns;
    if (group->blocked)
        return true;
    bool ended = call.outcome == OUTCOME_ENDED;
    if (ended && (POLICY_IS(server, PROCESS_ENDED, RESTART) || !chain->host.revive(chain->host.self))) {
        service_process_ended(server);
        return true;
    }
    if (ended) /* the service goes on, and says why it took no answer (B0.fault) */
        dll_log_fault(server, call.dll, call.callout->name, findings[call.fault].name);
    if (call.slept_ns)
        server_schedule_callouts(server, group->free_ns);
    else if (inquiry->called_all)
        finish_inquiry(chain, server, group);
    return true;
}

enum pending inquiry_pending(void *self)
{
    struct chain *chain = self;
    enum pending pending = PENDING_NOTHING;
    for (int i = 0; i < GROUP_COUNT; i++) {
        if (chain->groups[i].first && !chain->groups[i].blocked)
            return PENDING_TIME;
        if (chain->groups[i].first)
            pending = PENDING_FOREVER;
    }
    return pending;
}

/* Who waits behind a callout that never returns */
static void report_starving(struct chain *chain, struct server *server, const struct inquiry *inquiry)
{
    for (size_t i = 0; i < chain->count; i++) {
        const struct dll *dll = &chain->dlls[i];
        const struct callout *callout = callout_for(dll, inquiry->question.ask);
        if (!callout)
            continue;
        finding_report(server, &(struct fault){.id = FINDING_BLOCKED,
                                               .connection = inquiry->question.connection->number,
                                               .callout = callout,
                                               .dll = dll->name});
        return;
    }
}

void inquiry_reset(void *self, struct server *server)
{
    struct chain *chain = self;
    (void)server;
    inquiry_free(chain);
    chain_forget_modules(chain);
}

void inquiry_abandon(void *self, struct server *server)
{
    struct chain *chain = self;
    for (int i = 0; i < GROUP_COUNT; i++)
        for (const struct inquiry *inquiry = chain->groups[i].first; inquiry; inquiry = inquiry->next)
            if (inquiry != chain->groups[i].first)
                report_starving(chain, server, inquiry);
    inquiry_free(chain);
}

void inquiry_free(struct chain *chain)
{
    for (int i = 0; i < GROUP_COUNT; i++) {
        struct group *group = &chain->groups[i];
        while (group->first) {
            struct inquiry *inquiry = group->first;
            group->first = inquiry->next;
            free(inquiry);
        }
        *group = (struct group){0};
    }
    while (chain->spare_inquiries) {
        struct inquiry *inquiry = chain->spare_inquiries;
        chain->spare_inquiries = inquiry->next;
        free(inquiry);
    }
}
