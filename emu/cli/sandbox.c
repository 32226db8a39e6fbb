/* SPDX-License-Identifier: MIT */
#include "cli/sandbox.h"

#include "core/utf16.h"
#include "runtime/path.h"
#include "runtime/registry.h"
#include "runtime/sandbox.h"
#include "runtime/world.h"
#include "scenario/peer.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[PATH_MAX];
static char *initial; /* the registry as the run began */

/* Nobody else can know the name before the folder is there. */
static bool make_name(void)
{
    const char *temporary = getenv("TMPDIR");
    uint64_t number;
    return getrandom(&number, sizeof number, 0) == sizeof number &&
           snprintf(folder, sizeof folder, "%s/rrasemu-%016llx", temporary && *temporary == '/' ? temporary : "/tmp",
                    (unsigned long long)number) < (int)sizeof folder;
}

static bool take_name(const char *given)
{
    char here[PATH_MAX] = "";
    if (*given != '/' && !getcwd(here, sizeof here))
        return false;
    return snprintf(folder, sizeof folder, "%s%s%s", here, *here ? "/" : "", given) < (int)sizeof folder;
}

/* What DLLs find by getenv(); processes that run them inherit it. */
static bool set_environment(void)
{
    bool fine = true;
    for (const struct rras_variable *fixed = rras_environment; fixed->name; fixed++)
        fine &= setenv(fixed->name, fixed->value, 1) == 0;
    return fine;
}

bool sandbox_choose(const char *given, struct error *error)
{
    struct stat status;
    if (!set_environment())
        return error_out_of_memory(error);
    if (!given && getenv("RRASEMU_SANDBOX")) /* whoever started this has chosen */
        return true;
    if (!(given ? take_name(given) : make_name()))
        return error_set(error, FAILURE_USAGE, "--sandbox: no path, or too long a one");
    if (stat(folder, &status) == 0 && !S_ISDIR(status.st_mode))
        return error_set(error, FAILURE_USAGE, "--sandbox %s: is not a folder", given);
    return setenv("RRASEMU_SANDBOX", folder, 1) == 0 || error_out_of_memory(error);
}

/* A text's data as UTF-16 with its null, or the bytes as they are */
static void set_value(struct rras_registry *registry, struct rras_key *key, const struct registry *export,
                      const struct registry_statement *statement)
{
    const char *data = export->store.data + statement->data, *name = export->store.data + statement->name;
    int units = statement->is_string ? utf16_length(data) : -1;
    if (units < 0) {
        rras_key_set(registry, key, name, statement->type, data, statement->length);
        return;
    }
    uint16_t *wide = calloc((size_t)units + 1, sizeof *wide);
    if (wide) {
        utf16_store(wide, (size_t)units + 1, data);
        rras_key_set(registry, key, name, statement->type, wide, ((size_t)units + 1) * sizeof *wide);
    }
    registry->failed |= !wide;
    free(wide);
}

static void import(struct rras_registry *registry, const struct registry *export)
{
    struct rras_key *key = NULL;
    bool made;
    for (size_t i = 0; i < export->count && !registry->failed; i++) {
        const struct registry_statement *statement = &export->statements[i];
        const char *name = export->store.data + statement->name;
        switch ((enum registry_act)statement->act) {
        case REGISTRY_OPEN_KEY:
            key = rras_registry_make(registry, name, &made);
            break;
        case REGISTRY_DELETE_KEY:
            rras_registry_delete(registry, name);
            key = NULL;
            break;
        case REGISTRY_SET_VALUE:
            if (key)
                set_value(registry, key, export, statement);
            break;
        case REGISTRY_DELETE_VALUE:
            if (key)
                rras_key_delete(key, name);
            break;
        }
    }
}

bool sandbox_set_registry(const struct registry *export, struct error *error)
{
    struct rras_registry registry = {0};
    import(&registry, export);
    free(initial);
    initial = rras_registry_write(&registry);
    rras_registry_free(&registry);
    if (!initial)
        return error_out_of_memory(error);
    rras_registry_lock();
    return rras_registry_unlock(initial) ||
           error_set(error, FAILURE_INTERNAL, "%s: the registry cannot be written there: %s", getenv("RRASEMU_SANDBOX"),
                     strerror(errno));
}

static void add_hex(struct text *text, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        text_addf(text, "%02x", (unsigned char)bytes[i]);
    text_add(text, "\t");
}

static void add_hex_string(struct text *text, const char *string)
{
    add_hex(text, string ? string : "", string ? strlen(string) : 0);
}

static void add_peer(struct text *text, const struct scenario_peer *peer)
{
    struct text answer = {0};
    peer_add_answer(&answer, peer);
    text_add(text, RRAS_WORLD_PEER "\t");
    add_hex_string(text, peer->name);
    text_addf(text, "%d\t%u\t%u\t%u\t%u\t%llu\t", peer->tcp != NULL, (unsigned)peer->ipv4, (unsigned)peer->port,
              (unsigned)peer->resets, (unsigned)peer->closes, (unsigned long long)peer->after_ns);
    add_hex_string(text, peer->host);
    add_hex_string(text, peer->when);
    text_addf(text, "%d\t", peer->answer || peer->hex);
    add_hex(text, text_string(&answer), answer.length);
    text_add(text, "\n");
    text->failed |= answer.failed;
    text_free(&answer);
}

static void add_account(struct text *text, const struct scenario_user *user)
{
    text_add(text, RRAS_WORLD_ACCOUNT "\t");
    add_hex_string(text, user->user);
    add_hex_string(text, user->domain);
    add_hex_string(text, user->password);
    text_addf(text, "%d\t", user->authentication == AUTHENTICATION_FAILS);
    add_hex_string(text, user->groups);
    text_add(text, "\n");
}

bool sandbox_set_world(const struct scenario *scenario, struct error *error)
{
    const char *chosen = getenv("RRASEMU_SANDBOX");
    struct text text = {0}, path = {0};
    for (size_t i = 0; i < scenario->peer_count; i++)
        add_peer(&text, &scenario->peers[i]);
    for (size_t i = 0; i < scenario->user_count; i++)
        add_account(&text, &scenario->users[i]);
    text_addf(&path, "%s/" RRAS_WORLD_FILE, chosen ? chosen : folder);
    rras_sandbox_make();
    bool fine = !text.failed && !path.failed;
    FILE *file = fine ? fopen(text_string(&path), "we") : NULL;
    if (!fine)
        error_out_of_memory(error);
    else if (!file || fwrite(text_string(&text), 1, text.length, file) != text.length || fflush(file) != 0)
        fine = error_set(error, FAILURE_INTERNAL, "%s: cannot be written: %s", text_string(&path), strerror(errno));
    if (file && fclose(file) != 0 && fine)
        fine = error_set(error, FAILURE_INTERNAL, "%s: cannot be written: %s", text_string(&path), strerror(errno));
    text_free(&text);
    text_free(&path);
    rras_world_forget();
    return fine;
}

void sandbox_end_world(void)
{
    const char *chosen = getenv("RRASEMU_SANDBOX");
    char path[PATH_MAX + 16];
    snprintf(path, sizeof path, "%s/" RRAS_WORLD_FILE, chosen ? chosen : folder);
    unlink(path);
}

void sandbox_registry_path(struct text *path)
{
    text_addf(path, "%s/registry.reg", getenv("RRASEMU_SANDBOX"));
}

/* The registry as it was and nothing else is nothing to tell of. */
static void take_back(void)
{
    char path[PATH_MAX + 16];
    char *text = rras_registry_lock() ? rras_shared_text(RRAS_REGISTRY_FILE) : NULL;
    bool same = text && initial && strcmp(text, initial) == 0;
    rras_registry_unlock(NULL);
    free(text);
    snprintf(path, sizeof path, "%s/registry.reg", folder);
    if (same)
        unlink(path);
    size_t count = 0;
    while (rras_path_folders[count])
        count++;
    while (count-- > 0) {
        snprintf(path, sizeof path, "%s/C/%s", folder, rras_path_folders[count]);
        rmdir(path);
    }
    snprintf(path, sizeof path, "%s/C", folder);
    rmdir(path);
    rmdir(folder);
}

void sandbox_tell(const char *given)
{
    struct stat status;
    if (!given && *folder && stat(folder, &status) == 0) {
        take_back();
        if (stat(folder, &status) == 0)
            fprintf(stderr, "rrasemu: what the callouts wrote is in %s; --sandbox names another folder\n", folder);
    }
    free(initial);
    initial = NULL;
}
