/* SPDX-License-Identifier: MIT */
#include "callout/start.h"

#include "callout/call.h"
#include "callout/finding.h"
#include "ras/server.h"

#include <stdio.h>
#include <string.h>

/* Event ids and codes of a start that failed (events.md, Q29) */
enum {
    EVENT_DLL_FAILED = 20113,
    EVENT_NOT_AN_IMAGE = 20204,
    EVENT_SERVICE_ENDED = 7024,
};

/* Initialize and terminate belong to the notification group (Q31). */
static struct call_subject lifecycle_of(struct chain *chain)
{
    return (struct call_subject){.blocked = &chain->groups[GROUP_NOTIFICATION].blocked};
}

/* Writes what the event log would say, and keeps the line for the user. */
static void fail(struct chain *chain, struct server *server, const char *rule, const char *path,
                 const char *what, uint32_t code, bool not_an_image)
{
    char reason[sizeof chain->start_error.text], number[16];
    snprintf(reason, sizeof reason, "%s: %s", path, what);
    snprintf(number, sizeof number, "%u", (unsigned)code);
    /* 20204 is known since Server 2003 */
    bool by_image = not_an_image && server->options.profile->family >= FAMILY_2003;
    server_eventlog(server, rule, by_image ? EVENT_NOT_AN_IMAGE : EVENT_DLL_FAILED,
                    (const char *const[]){by_image ? path : reason, NULL});
    server_eventlog(server, rule, EVENT_SERVICE_ENDED,
                    (const char *const[]){SERVICE_TITLE, number, NULL});
    error_set(&chain->start_error, FAILURE_SERVICE_START,
              "%s (%s); the service did not start", reason, rule);
}

static uint32_t load_code(enum load_result result)
{
    switch (result) {
    case LOAD_OK:
        break;
    case LOAD_NOT_FOUND:
        return ERROR_MOD_NOT_FOUND;
    case LOAD_NOT_AN_IMAGE:
        return ERROR_BAD_EXE_FORMAT;
    case LOAD_UNRESOLVED:
        return ERROR_PROC_NOT_FOUND;
    case LOAD_NO_MEMORY:
        return ERROR_NOT_ENOUGH_MEMORY;
    case LOAD_REFUSED:
        return ERROR_DLL_INIT_FAILED;
    }
    return NO_ERROR;
}

static const char *path_of(const struct dll *dll)
{
    return dll->source.path ? dll->source.path : dll->name;
}

/* On Windows these would be missing (S4). */
static void report_unnamed(struct server *server, const struct dll *dll, callout_set unnamed)
{
    struct text names = {0};
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (unnamed & CALLOUT_BIT(id))
            text_addf(&names, "%s%s", names.length ? ", " : "", callouts[id].name);
    if (unnamed)
        finding_report(server, FINDING_NOT_EXPORTED, 0, NULL, dll->name, text_string(&names), NULL);
    text_free(&names);
}

static enum start_result load_one(struct chain *chain, struct server *server, struct dll *dll,
                                  struct text *words)
{
    const struct profile *profile = server->options.profile;
    enum load_result result = call_load(chain, server, dll, words);
    if (result == LOAD_NO_MEMORY || words->failed) {
        error_out_of_memory(&chain->start_error);
        return START_UNLOADABLE;
    }
    if (result != LOAD_OK) {
        fail(chain, server, "S3", path_of(dll), text_string(words), load_code(result),
             result == LOAD_NOT_AN_IMAGE);
        return START_UNLOADABLE;
    }
    struct export_list exports = chain->host.exports(chain->host.self, dll->module);
    dll->offer = (struct offer){.exports = exports.all & callouts_known(profile)};
    report_unnamed(server, dll, exports.unnamed & dll->offer.exports);
    if (!require_check(&server->options, &dll->offer, words)) {
        struct text lacks = {0};
        text_addf(&lacks, "lacks %s", text_string(words));
        fail(chain, server, "S4", path_of(dll), text_string(&lacks), ERROR_PROC_NOT_FOUND, false);
        text_free(&lacks);
        return START_MISSING;
    }
    dll->generation = require_generation(&server->options, &dll->offer);
    return START_OK;
}

/* In order, while their processes still run */
static void unload_all(struct chain *chain, struct server *server)
{
    for (size_t i = 0; i < chain->count; i++)
        if (chain->dlls[i].module)
            call_unload(chain, server, &chain->dlls[i]);
    chain_forget_modules(chain);
}

enum start_result start_load(void *self, struct server *server)
{
    struct chain *chain = self;
    if (chain->count > 1 && profile_has_single_dll(server->options.profile)) {
        fail(chain, server, "D.single", path_of(&chain->dlls[1]),
             "a second DLL, where this version of Windows takes one", ERROR_MOD_NOT_FOUND, false);
        return START_UNLOADABLE;
    }
    /* Q12: all are loaded and checked before the first is initialized */
    for (size_t i = 0; i < chain->count; i++) {
        struct text words = {0};
        enum start_result result = load_one(chain, server, &chain->dlls[i], &words);
        text_free(&words);
        if (result != START_OK) {
            unload_all(chain, server);
            return result;
        }
    }
    return START_OK;
}

/* Q13: a code changes nothing; it is logged as every callout's fault is (B0.fault) */
static void log_terminate(struct server *server, const struct dll *dll, uint32_t code)
{
    struct text reason = {0};
    if (code == NO_ERROR)
        return;
    text_addf(&reason, "%s: %s returned %u, expected NO_ERROR", path_of(dll),
              callouts[CALLOUT_TERMINATE].name, (unsigned)code);
    server_eventlog(server, "Q13", EVENT_DLL_FAILED, (const char *const[]){text_string(&reason), NULL});
    text_free(&reason);
}

/* Until one does not return; then there is nobody left to call. */
static void terminate_initialized(struct chain *chain, struct server *server)
{
    static const struct arguments none;
    struct arguments out;
    const struct callout *terminate = &callouts[CALLOUT_TERMINATE];
    bool reverse = server_policy(server, POLICY_TERMINATE_ORDER) != POLICY_DEFAULT;
    for (size_t i = 0; i < chain->count; i++) {
        struct dll *dll = &chain->dlls[reverse ? chain->count - 1 - i : i];
        bool has = (dll->offer.exports | dll->offer.slots) & CALLOUT_BIT(CALLOUT_TERMINATE);
        bool due = dll->initialized && has;
        dll->initialized = false;
        if (!due)
            continue;
        struct callout_call call =
            call_make(chain, server, dll, terminate, lifecycle_of(chain), &none, &out);
        if (call.outcome != OUTCOME_RETURNED)
            return;
        log_terminate(server, dll, call.result);
    }
}

/* The slots that a callback table sets and its revision allows (Q9) */
static callout_set slots_of(const MPRAPI_ADMIN_DLL_CALLBACKS *table)
{
    callout_set slots = 0;
    for (int id = 0; id < CALLOUT_COUNT; id++) {
        const struct callout *callout = &callouts[id];
        if (callout->slot_offset == CALLOUT_NO_SLOT)
            continue;
        void *pointer;
        memcpy(&pointer, (const char *)table + callout->slot_offset, sizeof pointer);
        if (pointer && !(callout->takes_ex && table->revision < MPRAPI_ADMIN_DLL_VERSION_2))
            slots |= CALLOUT_BIT(id);
    }
    return slots;
}

/* S6a: the table a DLL has filled decides what it offers. Whether it may be used, or why not */
static bool table_is_usable(const struct server *server, struct dll *dll,
                            const MPRAPI_ADMIN_DLL_CALLBACKS *table, struct text *why)
{
    struct text missing = {0};
    dll->revision = table->revision;
    if (table->revision != MPRAPI_ADMIN_DLL_VERSION_1 &&
        table->revision != MPRAPI_ADMIN_DLL_VERSION_2) {
        text_addf(why, "MprAdminInitializeDllEx set revision %u, expected 1 or 2",
                  table->revision);
        return false;
    }
    dll->offer.by_table = true;
    dll->offer.slots = slots_of(table);
    if (table->revision == MPRAPI_ADMIN_DLL_VERSION_1)
        for (int id = 0; id < CALLOUT_COUNT; id++)
            if (callouts[id].takes_ex)
                dll->offer.exports &= ~CALLOUT_BIT(id);
    bool usable = require_check(&server->options, &dll->offer, &missing);
    if (!usable)
        text_addf(why, "its callback table and exports lack %s", text_string(&missing));
    why->failed |= missing.failed;
    text_free(&missing);
    dll->generation = require_generation(&server->options, &dll->offer);
    return usable;
}

/* mingw-w64's own mprapi.h has a table of 88 bytes: without the slot for endpoint changes, so that what is
 * set behind that lies one slot too early. */
static void report_shifted(struct server *server, const struct dll *dll)
{
    callout_set shifted = CALLOUT_BIT(CALLOUT_ACCEPT_EX) | CALLOUT_BIT(CALLOUT_REAUTHENTICATE_EX);
    if ((dll->offer.slots & (shifted | CALLOUT_BIT(CALLOUT_HANGUP_EX))) == shifted)
        finding_report(server, FINDING_UNSET_OUT, 0, &callouts[CALLOUT_INITIALIZE_EX], dll->name,
                       "lpfnRasAdminConnectionHangupNotificationEx, while the slot before it is set: "
                       "mingw-w64's own mprapi.h lacks slots (88 bytes, not 104), build with pkg-config "
                       "mprapi-mingw; it",
                       NULL);
}

static bool take_table(struct chain *chain, struct server *server, struct dll *dll,
                       const MPRAPI_ADMIN_DLL_CALLBACKS *table)
{
    struct text why = {0};
    bool usable = table_is_usable(server, dll, table, &why);
    report_shifted(server, dll);
    if (!usable)
        fail(chain, server, "S6a", path_of(dll),
             why.failed ? "cannot be used" : text_string(&why), ERROR_PROC_NOT_FOUND, false);
    text_free(&why);
    return usable;
}

static enum start_result initialize_one(struct chain *chain, struct server *server,
                                        struct dll *dll)
{
    enum callout_id id = require_initialize(&server->options, &dll->offer);
    bool ex = id == CALLOUT_INITIALIZE_EX;
    dll->initialized = id == CALLOUT_NONE; /* NT 4.0 knows no initialize; elsewhere Q43 */
    if (id == CALLOUT_NONE)
        return START_OK;
    static const struct arguments in = {.callbacks = {.revision = MPRAPI_ADMIN_DLL_VERSION_2}};
    struct arguments out;
    struct callout_call call =
        call_make(chain, server, dll, &callouts[id], lifecycle_of(chain), &in, &out);
    uint32_t code = call.result;
    if (call.outcome == OUTCOME_BLOCKED)
        return START_BLOCKED;
    if (call.outcome == OUTCOME_ENDED) {
        char what[96];
        snprintf(what, sizeof what, "%s ended its process", callouts[id].name);
        fail(chain, server, "S6", path_of(dll), what, ERROR_DLL_INIT_FAILED, false);
        return START_ENDED;
    }
    if (code != NO_ERROR) {
        char what[96];
        snprintf(what, sizeof what, "%s returned %u, expected NO_ERROR", callouts[id].name,
                 (unsigned)code);
        fail(chain, server, "S6", path_of(dll), what, code, false);
        return START_INIT_FAILED;
    }
    dll->initialized = true;
    return !ex || take_table(chain, server, dll, &out.callbacks) ? START_OK : START_TABLE_UNUSABLE;
}

enum start_result start_initialize(void *self, struct server *server)
{
    struct chain *chain = self;
    for (size_t i = 0; i < chain->count; i++) {
        enum start_result result = initialize_one(chain, server, &chain->dlls[i]);
        if (result == START_BLOCKED)
            return result;
        if (result != START_OK) {
            if (result != START_ENDED && server_policy(server, POLICY_FAILED_START) == POLICY_DEFAULT)
                terminate_initialized(chain, server); /* Q12 */
            unload_all(chain, server);
            return result;
        }
    }
    return START_OK;
}

bool start_terminate(void *self, struct server *server)
{
    struct chain *chain = self;
    if (chain->groups[GROUP_NOTIFICATION].blocked) /* by one of these, perhaps */
        return false;
    terminate_initialized(chain, server);
    if (chain->groups[GROUP_NOTIFICATION].blocked)
        return false;
    unload_all(chain, server);
    return true;
}
