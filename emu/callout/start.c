/* SPDX-License-Identifier: MIT */
#include "callout/start.h"

#include "callout/call.h"
#include "callout/dll_log.h"
#include "callout/finding.h"
#include "ras/server.h"

#include <stdio.h>
#include <string.h>

/* Initialize and terminate belong to the notification group (Q31). */
static struct call_subject lifecycle_of(struct chain *chain)
{
    return (struct call_subject){.blocked = &chain->groups[GROUP_NOTIFICATION].blocked};
}

/* What the registry calls the DLL of this path, or NULL */
static const char *listed_as(const struct chain *chain, const char *path)
{
    for (size_t i = 0; i < chain->count; i++)
        if (chain->dlls[i].source.path == path)
            return chain->dlls[i].source.listed;
    return NULL;
}

/* Writes what the event log would say, and keeps the line for the user. */
static void fail(struct chain *chain, struct server *server, const char *rule, const char *path, const char *what,
                 uint32_t code, bool not_an_image)
{
    struct text reason = {0};
    const char *listed = listed_as(chain, path);
    text_addf(&reason, "%s%s%s%s: %s", path, listed ? " (" : "", listed ? listed : "",
              listed ? " in the registry)" : "", what);
    dll_log_start_failed(server, rule, path, text_string(&reason), code, not_an_image);
    error_set(&chain->start_error, FAILURE_SERVICE_START, "%s (%s); the service did not start%s", text_string(&reason),
              rule, chain->starts > 1 ? " again" : "");
    text_free(&reason);
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
    case LOAD_LIBRARY_MISSING:
        return ERROR_MOD_NOT_FOUND;
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
        finding_report(server,
                       &(struct fault){.id = FINDING_NOT_EXPORTED, .dll = dll->name, .subject = text_string(&names)});
    text_free(&names);
}

/* Which policy bears what is lacking (Q43) */
static const char *hint_for(const struct text *lacking)
{
    bool lifecycle = strstr(text_string(lacking), callouts[CALLOUT_INITIALIZE].name) ||
                     strstr(text_string(lacking), callouts[CALLOUT_TERMINATE].name);
    return lifecycle ? " (--policy missing-lifecycle=bear does without initialize and terminate)" : "";
}

static enum start_result load_words(struct chain *chain, struct server *server, struct dll *dll, struct text *words)
{
    const struct profile *profile = server->options.profile;
    enum load_result result = call_load(chain, server, dll, words);
    if (result == LOAD_NO_MEMORY || words->failed) {
        error_out_of_memory(&chain->start_error);
        return START_UNLOADABLE;
    }
    if (result != LOAD_OK) {
        fail(chain, server, "S3", path_of(dll), text_string(words), load_code(result), result == LOAD_NOT_AN_IMAGE);
        return START_UNLOADABLE;
    }
    struct export_list exports = chain->host.exports(chain->host.self, dll->module);
    dll->offer = (struct offer){.exports = exports.all & callouts_known(profile)};
    report_unnamed(server, dll, exports.unnamed & dll->offer.exports);
    struct text lacking = {0};
    if (!require_check(&server->options, &dll->offer, &lacking)) {
        struct text lacks = {0};
        text_addf(&lacks, "lacks %s%s%s%s", text_string(&lacking), words->length ? "; it exports " : "",
                  text_string(words), hint_for(&lacking));
        text_free(&lacking);
        fail(chain, server, "S4", path_of(dll), text_string(&lacks), ERROR_PROC_NOT_FOUND, false);
        text_free(&lacks);
        return START_MISSING;
    }
    text_free(&lacking);
    dll->generation = require_generation(&server->options, &dll->offer);
    return START_OK;
}

static enum start_result load_one(struct chain *chain, struct server *server, struct dll *dll)
{
    struct text words = {0};
    enum start_result result = load_words(chain, server, dll, &words);
    text_free(&words);
    return result;
}

/* In order, while their processes still run */
static void unload_all(struct chain *chain, struct server *server)
{
    for (size_t i = 0; i < chain->count; i++)
        if (chain->dlls[i].module)
            call_unload(chain, server, &chain->dlls[i]);
    chain_forget_modules(chain);
}

/* D.key, Q29: a key that cannot be opened names nobody. The list is read again at each start. */
bool start_read(void *self, struct server *server)
{
    struct chain *chain = self;
    chain->start_error = (struct error){0};
    if (chain->starts++ > 0 && chain->list) {
        chain_clear(chain);
        if (!chain->list(chain->list_self, chain, &server->error))
            return false;
    }
    if (!server->options.key_denied)
        return true;
    dll_log_key_denied(server);
    chain_clear(chain);
    return POLICY_IS(server, UNREADABLE_KEY, NO_DLLS) ||
           error_set(&chain->start_error, FAILURE_SERVICE_START,
                     "the registry key of the administration DLLs cannot be opened (D.key); the service did "
                     "not start");
}

/* Q12: all are loaded and checked before the first is initialized, or each just before it is */
enum start_result start_load(void *self, struct server *server)
{
    struct chain *chain = self;
    if (chain->count > 1 && profile_has_single_dll(server->options.profile)) {
        fail(chain, server, "D.single", path_of(&chain->dlls[1]),
             "a second DLL, where this version of Windows takes one", ERROR_MOD_NOT_FOUND, false);
        return START_UNLOADABLE;
    }
    for (size_t i = 0; i < chain->count && POLICY_IS(server, LOAD_ORDER, ALL_FIRST); i++) {
        enum start_result result = load_one(chain, server, &chain->dlls[i]);
        if (result != START_OK) {
            unload_all(chain, server);
            return result;
        }
    }
    return START_OK;
}

/* Until one does not return; then there is nobody left to call, unless by policy its process is replaced. */
static enum stop_result terminate_initialized(struct chain *chain, struct server *server)
{
    static const struct arguments none;
    struct arguments out;
    const struct callout *terminate = &callouts[CALLOUT_TERMINATE];
    bool reverse = POLICY_IS(server, TERMINATE_ORDER, REVERSE);
    for (size_t i = 0; i < chain->count; i++) {
        struct dll *dll = &chain->dlls[reverse ? chain->count - 1 - i : i];
        bool has = (dll->offer.exports | dll->offer.slots) & CALLOUT_BIT(CALLOUT_TERMINATE);
        if (!dll->initialized || !has)
            continue;
        struct callout_call call = call_make(chain, server, dll, terminate, lifecycle_of(chain), &none, &out);
        if (call.outcome == OUTCOME_BLOCKED)
            return STOP_BLOCKED;
        if (call.outcome == OUTCOME_ENDED && POLICY_IS(server, PROCESS_ENDED, RESTART))
            return STOP_ENDED;
        if (call.outcome == OUTCOME_ENDED) {
            dll_log_fault(server, dll->name, terminate->name, findings[call.fault].name);
            if (!chain->host.revive(chain->host.self))
                return STOP_ENDED;
        } else if (call.result != NO_ERROR) {
            dll_log_terminate(server, path_of(dll), call.result);
        }
    }
    return STOP_OK;
}

/* The slots that a callback table sets and its revision allows (Q9) */
static callout_set slots_of(const struct server *server, const MPRAPI_ADMIN_DLL_CALLBACKS *table)
{
    bool without_ex = table->revision < MPRAPI_ADMIN_DLL_VERSION_2 && POLICY_IS(server, REVISION_1_SLOTS, IGNORED);
    callout_set slots = 0;
    for (int id = 0; id < CALLOUT_COUNT; id++) {
        const struct callout *callout = &callouts[id];
        if (callout->slot_offset == CALLOUT_NO_SLOT)
            continue;
        void *pointer;
        memcpy(&pointer, (const char *)table + callout->slot_offset, sizeof pointer);
        if (pointer && !(callout->takes_ex && without_ex))
            slots |= CALLOUT_BIT(id);
    }
    return slots;
}

static bool sets_ex_slots(const MPRAPI_ADMIN_DLL_CALLBACKS *table)
{
    return table->lpfnRasAdminAcceptNewConnectionEx || table->lpfnRasAdminConnectionHangupNotificationEx ||
           table->lpfnRasAdminAcceptReauthenticationEx || table->lpfnRasAdminAcceptEndpointChangeEx;
}

/* S6a: the table a DLL has filled decides what it offers. Whether it may be used, or why not */
static bool table_is_usable(const struct server *server, struct dll *dll, const MPRAPI_ADMIN_DLL_CALLBACKS *table,
                            struct text *why)
{
    struct text missing = {0};
    dll->revision = table->revision;
    dll->offer.by_table = true;
    dll->offer.slots = slots_of(server, table);
    dll->called_slots = dll->offer.slots;
    if (POLICY_IS(server, SLOT_OR_EXPORT, EXPORT))
        dll->called_slots &= ~dll->offer.exports;
    if (table->revision != MPRAPI_ADMIN_DLL_VERSION_1 && table->revision != MPRAPI_ADMIN_DLL_VERSION_2) {
        text_addf(why, "MprAdminInitializeDllEx set revision %u, expected 1 or 2", table->revision);
        return false;
    }
    if (table->revision == MPRAPI_ADMIN_DLL_VERSION_1 && POLICY_IS(server, REVISION_1_SLOTS, IGNORED))
        for (int id = 0; id < CALLOUT_COUNT; id++)
            if (callouts[id].takes_ex)
                dll->offer.exports &= ~CALLOUT_BIT(id);
    bool usable = require_check(&server->options, &dll->offer, &missing);
    if (!usable)
        text_addf(why, "its callback table and exports lack %s", text_string(&missing));
    if (!usable && table->revision == MPRAPI_ADMIN_DLL_VERSION_1 && sets_ex_slots(table))
        text_add(why, "; it sets slots that take RAS_CONNECTION_EX, and its revision 1 ends before them: set "
                      "revision to MPRAPI_ADMIN_DLL_VERSION_2");
    why->failed |= missing.failed;
    text_free(&missing);
    dll->generation = require_generation(&server->options, &dll->offer);
    return usable;
}

/* mingw-w64's own mprapi.h has a table of 88 bytes, without the slot for endpoint changes. With it the hang-up
 * callout lands in the slot for re-authentication, and the slot for hang-ups stays empty. A table that is so
 * by intention looks the same: half a pair is allowed (Q10). */
static void report_shape(struct server *server, const struct dll *dll)
{
    callout_set pair = CALLOUT_BIT(CALLOUT_ACCEPT_EX) | CALLOUT_BIT(CALLOUT_HANGUP_EX), set = dll->offer.slots;
    bool shifted = (set & pair) == CALLOUT_BIT(CALLOUT_ACCEPT_EX) && (set & CALLOUT_BIT(CALLOUT_REAUTHENTICATE_EX));
    if (shifted)
        finding_report(
            server, &(struct fault){
                        .id = FINDING_TABLE_SHAPE,
                        .callout = &callouts[CALLOUT_INITIALIZE_EX],
                        .dll = dll->name,
                        .subject = "the slot for re-authentication is set and the one for hang-ups is empty, which is "
                                   "allowed (Q10) and rarely meant"});
}

static bool take_table(struct chain *chain, struct server *server, struct dll *dll,
                       const MPRAPI_ADMIN_DLL_CALLBACKS *table)
{
    struct text why = {0};
    bool usable = table_is_usable(server, dll, table, &why);
    report_shape(server, dll);
    if (!usable)
        fail(chain, server, "S6a", path_of(dll), why.failed ? "cannot be used" : text_string(&why),
             ERROR_PROC_NOT_FOUND, false);
    text_free(&why);
    return usable;
}

static enum start_result initialize_one(struct chain *chain, struct server *server, struct dll *dll)
{
    enum callout_id id = require_initialize(&server->options, &dll->offer);
    bool ex = id == CALLOUT_INITIALIZE_EX;
    dll->initialized = id == CALLOUT_NONE; /* NT 4.0 knows no initialize; elsewhere Q43 */
    if (id == CALLOUT_NONE)
        return START_OK;
    static const struct arguments in = {.callbacks = {.revision = MPRAPI_ADMIN_DLL_VERSION_2}};
    struct arguments out;
    struct callout_call call = call_make(chain, server, dll, &callouts[id], lifecycle_of(chain), &in, &out);
    uint32_t code = call.result;
    if (call.outcome == OUTCOME_BLOCKED)
        return START_BLOCKED;
    if (call.outcome == OUTCOME_ENDED) {
        char what[160];
        snprintf(what, sizeof what, "%s ended its process: %s%s", callouts[id].name, findings[call.fault].name,
                 call.fault == FINDING_HANG ? " (--timeout SECONDS gives it more time, 0 all it wants)" : "");
        fail(chain, server, "S6", path_of(dll), what, ERROR_DLL_INIT_FAILED, false);
        return START_ENDED;
    }
    if (code != NO_ERROR) {
        char what[192];
        snprintf(what, sizeof what, "%s returned %u, expected NO_ERROR%s", callouts[id].name, (unsigned)code,
                 call.in_part ? " (in one of its two processes only; --policy processes=one runs it in one)" : "");
        fail(chain, server, "S6", path_of(dll), what, code, false);
        dll->initialized = call.in_part; /* Q12: it is terminated where it was initialized */
        return START_INIT_FAILED;
    }
    dll->initialized = true;
    return !ex || take_table(chain, server, dll, &out.callbacks) ? START_OK : START_TABLE_UNUSABLE;
}

enum start_result start_initialize(void *self, struct server *server)
{
    struct chain *chain = self;
    for (size_t i = 0; i < chain->count; i++) {
        struct dll *dll = &chain->dlls[i];
        enum start_result result = dll->module ? START_OK : load_one(chain, server, dll); /* Q12 */
        if (result == START_OK)
            result = initialize_one(chain, server, dll);
        if (result == START_BLOCKED)
            return result;
        if (result != START_OK) {
            if (result != START_ENDED && POLICY_IS(server, FAILED_START, TERMINATE))
                terminate_initialized(chain, server); /* Q12 */
            unload_all(chain, server);
            return result;
        }
    }
    return START_OK;
}

enum stop_result start_terminate(void *self, struct server *server)
{
    struct chain *chain = self;
    if (chain->groups[GROUP_NOTIFICATION].blocked) /* by one of these, perhaps */
        return STOP_BLOCKED;
    enum stop_result result = terminate_initialized(chain, server);
    if (result == STOP_OK)
        unload_all(chain, server);
    return result;
}
