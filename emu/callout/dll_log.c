/* SPDX-License-Identifier: MIT */
#include "callout/dll_log.h"

#include "callout/callout.h"
#include "core/text.h"
#include "ras/server.h"

#include "mprapi.h"

enum {
    EVENT_KEY_DENIED = 20112,
    EVENT_DLL_FAILED = 20113,
    EVENT_NOT_AN_IMAGE = 20204, /* since Server 2003 */
    EVENT_SERVICE_ENDED = 7024,
};

static void log_one(struct server *server, const char *rule, unsigned id, struct text *reason)
{
    if (reason->failed)
        error_out_of_memory(&server->error);
    server_eventlog(server, rule, id, (const char *const[]){text_string(reason), NULL});
    text_free(reason);
}

void dll_log_start_failed(struct server *server, const char *rule, const char *path, const char *reason, uint32_t code,
                          bool not_an_image)
{
    struct text words = {0}, number = {0};
    bool by_image = not_an_image && server->options.profile->family >= FAMILY_2003;
    text_add(&words, by_image ? path : reason);
    log_one(server, rule, by_image ? EVENT_NOT_AN_IMAGE : EVENT_DLL_FAILED, &words);
    text_add_uint(&number, code);
    server_eventlog(server, rule, EVENT_SERVICE_ENDED,
                    (const char *const[]){SERVICE_TITLE, text_string(&number), NULL});
    text_free(&number);
}

void dll_log_fault(struct server *server, const char *dll, const char *callout, const char *what)
{
    struct text reason = {0};
    text_addf(&reason, "%s: %s failed: %s", dll, callout, what);
    log_one(server, "B0.fault", EVENT_DLL_FAILED, &reason);
}

void dll_log_terminate(struct server *server, const char *path, uint32_t code)
{
    struct text reason = {0};
    text_addf(&reason, "%s: %s returned %u, expected NO_ERROR", path, callouts[CALLOUT_TERMINATE].name, (unsigned)code);
    log_one(server, "Q13", EVENT_DLL_FAILED, &reason);
}

void dll_log_key_denied(struct server *server)
{
    struct text reason = {0};
    text_addf(&reason, "%u", (unsigned)ERROR_ACCESS_DENIED);
    log_one(server, "D.key", EVENT_KEY_DENIED, &reason);
}
