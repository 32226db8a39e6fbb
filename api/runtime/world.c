/* SPDX-License-Identifier: MIT */
#include "world.h"

#include "registry.h"

#include <windows.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static struct rras_world world;
static char *text; /* of the file; NULL: it was not read */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* --- fields of a line --- */

static char *next_field(char **at)
{
    char *field = *at, *end = field + strcspn(field, "\t");
    *at = *end ? end + 1 : end;
    *end = '\0';
    return field;
}

static uint64_t next_number(char **at)
{
    return strtoull(next_field(at), NULL, 10);
}

static unsigned digit_of(char digit)
{
    return digit <= '9' ? (unsigned)(digit - '0') : (unsigned)(digit - 'a') + 10;
}

/* What hexadecimal digits mean, with a null behind it; it takes their place */
static char *next_text(char **at, size_t *size)
{
    char *digits = next_field(at), *text = digits;
    *size = strlen(digits) / 2;
    for (size_t i = 0; i < *size; i++)
        text[i] = (char)(digit_of(digits[2 * i]) << 4 | digit_of(digits[2 * i + 1]));
    text[*size] = '\0';
    return text;
}

static char *next_string(char **at)
{
    size_t size;
    return next_text(at, &size);
}

/* --- the file --- */

static void *add_place(void *items, size_t count, size_t size)
{
    bool full = (count & (count - 1)) == 0;
    return full ? realloc(items, (count ? count * 2 : 1) * size) : items;
}

static bool add_peer(char *at)
{
    struct rras_peer *peers = add_place(world.peers, world.peer_count, sizeof *peers);
    if (!peers)
        return false;
    world.peers = peers;
    struct rras_peer *peer = &peers[world.peer_count++];
    *peer = (struct rras_peer){.name = next_string(&at)};
    peer->tcp = next_number(&at) != 0;
    peer->ipv4 = (uint32_t)next_number(&at);
    peer->port = (uint16_t)next_number(&at);
    peer->resets = next_number(&at) != 0;
    peer->closes = next_number(&at) != 0;
    peer->after_ns = next_number(&at);
    peer->host = next_string(&at);
    peer->when = next_string(&at);
    bool answers = next_number(&at) != 0;
    char *answer = next_text(&at, &peer->size);
    peer->answer = answers ? answer : NULL;
    return true;
}

/* The place of a group of that name; it is added where there is none. False: no memory */
static bool find_group(char *name, size_t *place)
{
    for (*place = 0; *place < world.group_count; ++*place)
        if (_stricmp(world.groups[*place], name) == 0)
            return true;
    char **groups = add_place(world.groups, world.group_count, sizeof *groups);
    if (groups)
        (world.groups = groups)[world.group_count++] = name;
    return groups != NULL;
}

/* Names with commas between, and blanks around them */
static bool add_groups(struct rras_account *account, char *list)
{
    for (char *at = list + strspn(list, ", "), *next; *at; at = next + strspn(next, ", ")) {
        char *end = next = at + strcspn(at, ",");
        next += *next != '\0';
        while (end[-1] == ' ')
            end--;
        *end = '\0';
        size_t *groups = add_place(account->groups, account->group_count, sizeof *groups);
        if (!groups)
            return false;
        account->groups = groups;
        if (!find_group(at, &groups[account->group_count]))
            return false;
        account->group_count++;
    }
    return true;
}

static bool add_account(char *at)
{
    struct rras_account *accounts = add_place(world.accounts, world.account_count, sizeof *accounts);
    if (!accounts)
        return false;
    world.accounts = accounts;
    struct rras_account *account = &accounts[world.account_count++];
    *account = (struct rras_account){.user = next_string(&at)};
    account->domain = next_string(&at);
    account->password = next_string(&at);
    account->fails = next_number(&at) != 0;
    return add_groups(account, next_string(&at));
}

static bool take_line(char *line)
{
    char *at = line;
    const char *kind = next_field(&at);
    return strcmp(kind, RRAS_WORLD_PEER) == 0 ? add_peer(at) : add_account(at);
}

/* The texts of the world lie in that of the file, which is kept. */
static void read_text(char *text)
{
    char *next;
    for (char *line = text; *line; line = next) {
        next = line + strcspn(line, "\n");
        if (*next)
            *next++ = '\0';
        if (!take_line(line))
            break;
    }
}

const struct rras_world *rras_world(void)
{
    pthread_mutex_lock(&lock);
    if (!text && (text = rras_shared_text(RRAS_WORLD_FILE)))
        read_text(text);
    pthread_mutex_unlock(&lock);
    return &world;
}

void rras_world_forget(void)
{
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < world.account_count; i++)
        free(world.accounts[i].groups);
    free(world.peers);
    free(world.accounts);
    free(world.groups);
    free(text);
    world = (struct rras_world){0};
    text = NULL;
    pthread_mutex_unlock(&lock);
}
