/* SPDX-License-Identifier: MIT */
#include "scenario/replay.h"

#include "core/text.h"
#include "scenario/decode.h"
#include "scenario/schemas.h"
#include "scenario/values.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The reading of one transcript */
struct replay {
    struct scenario *scenario;
    const char *path;
    int line;
    bool begun; /* the record of the server was read */
};

/* Keys of an input record that are no arguments of its kind */
enum header {
    HEADER_SEQ,
    HEADER_TIME,
    HEADER_TYPE,
    HEADER_CONNECTION,
    HEADER_KIND,
    HEADER_ORIGIN,
    HEADER_LINE,
    HEADER_VERSION,
    HEADER_NAME,
    HEADER_TEXT,
    HEADER_COUNT
};
static const char *const header_keys[HEADER_COUNT] = {"seq",    "t_ns", "type",    "connection", "kind",
                                                      "origin", "line", "version", "name",       "text"};

/* Takes the header out of a record, so that its arguments are left; a key that is not there, or no single value, is "" */
static void take_header(struct node *root, const char *header[HEADER_COUNT])
{
    struct node **place = &root->first;
    for (int i = 0; i < HEADER_COUNT; i++)
        header[i] = "";
    while (*place) {
        struct node *key = *place;
        int i = 0;
        while (i < HEADER_COUNT && strcmp(header_keys[i], key->text ? key->text : "") != 0)
            i++;
        if (i < HEADER_COUNT) {
            header[i] = key->next->text ? key->next->text : "";
            *place = key->next->next;
        } else {
            place = &key->next->next;
        }
    }
}

static bool refuse(const struct replay *replay, struct error *error, const char *what)
{
    return error_set(error, FAILURE_USAGE, "%s:%d: %s", replay->path, replay->line, what);
}

static bool find_origin(const char *name, uint32_t *origin)
{
    for (*origin = 0; *origin < ORIGIN_KINDS; ++*origin)
        if (strcmp(origin_names[*origin], name) == 0)
            return true;
    return false;
}

/* One more place in an array that doubles */
static void *add_place(void *items, size_t count, size_t size)
{
    bool full = (count & (count - 1)) == 0;
    char *more = full ? realloc(items, (count ? count * 2 : 1) * size) : items;
    if (more)
        memset(more + count * size, 0, size);
    return more;
}

/* A step at the time of the record; NULL with the error set */
static struct step *add_step(struct replay *replay, const char *const header[HEADER_COUNT], uint32_t origin,
                             struct error *error)
{
    struct scenario *scenario = replay->scenario;
    uint64_t line = 0, time_ns;
    struct step *steps = add_place(scenario->steps, scenario->step_count, sizeof *steps);
    if (!steps)
        return error_out_of_memory(error), NULL;
    scenario->steps = steps;
    struct step *step = &steps[scenario->step_count++];
    if (!value_uint64(header[HEADER_TIME], &time_ns))
        return refuse(replay, error, "an input without t_ns"), NULL;
    step->at_ns = time_ns;
    decode_mark(&step_schema, step, "at");
    step->place.line = replay->line;
    step->with.origin = origin;
    step->told_line = value_uint64(header[HEADER_LINE], &line) ? (int)line : 0;
    return step;
}

static bool add_user(struct replay *replay, const struct yaml *yaml, const char *name, struct step *step,
                     struct error *error)
{
    struct scenario *scenario = replay->scenario;
    struct scenario_user *users = add_place(scenario->users, scenario->user_count, sizeof *users);
    if (!users)
        return error_out_of_memory(error);
    scenario->users = users;
    struct scenario_user *user = &users[scenario->user_count++];
    user->place.line = replay->line;
    step->with.kind = STIMULUS_COUNT;
    step->user = (uint32_t)scenario->user_count - 1;
    return ((user->name = text_duplicate(name)) || error_out_of_memory(error)) &&
           decode_record(yaml, yaml->root, &user_schema, user, error);
}

static bool take_input(struct replay *replay, struct yaml *yaml, struct error *error)
{
    const char *header[HEADER_COUNT];
    uint32_t origin;
    if (yaml->root->kind != NODE_MAP)
        return refuse(replay, error, "is no record of a transcript");
    take_header(yaml->root, header);
    bool server = strcmp(header[HEADER_KIND], "server") == 0;
    if (server && replay->begun)
        return refuse(replay, error, "another run begins here, expected one");
    if (!server && !replay->begun)
        return refuse(replay, error,
                      "expected the server's input record first, as rrasemu run --format jsonl writes it");
    if (!find_origin(header[HEADER_ORIGIN], &origin))
        return refuse(replay, error, "an input without an origin that is known");
    replay->begun = true;
    if (origin == ORIGIN_DLL)
        return true;
    if (server) {
        replay->scenario->origin = origin;
        return decode_record(yaml, yaml->root, &scenario_schema, replay->scenario, error);
    }
    struct step *step = add_step(replay, header, origin, error);
    if (step && strcmp(header[HEADER_KIND], "user") == 0)
        return add_user(replay, yaml, header[HEADER_NAME], step, error);
    return step && decode_record(yaml, yaml->root, &step_schema, step, error);
}

/* A quotation mark of a string is escaped, so that no text can look like this. */
static bool is_input(const char *line)
{
    return strstr(line, "\"type\":\"input\"") != NULL;
}

static bool take_line(struct replay *replay, const char *line, size_t length, struct error *error)
{
    struct yaml yaml;
    replay->line++;
    if (!is_input(line))
        return replay->begun ||
               refuse(replay, error, "is no transcript in JSON lines, expected the server's input record");
    if (!yaml_open_at(&yaml, line, length, replay->path, replay->line - 1, error))
        return false;
    bool fine = take_input(replay, &yaml, error);
    yaml_close(&yaml);
    return fine;
}

static bool take_file(struct replay *replay, FILE *file, struct error *error)
{
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    bool fine = true;
    while (fine && (length = getline(&line, &size, file)) > 0)
        if (line[length - 1] == '\n' || replay->line == 0) /* a line without its end was cut off */
            fine = take_line(replay, line, (size_t)length, error);
    free(line);
    if (fine && ferror(file))
        return error_set(error, FAILURE_USAGE, "%s: cannot be read: %s", replay->path, strerror(errno));
    return fine && (replay->begun || refuse(replay, error, "is empty, expected a transcript"));
}

bool replay_read(struct scenario *scenario, const char *path, struct error *error)
{
    struct replay replay = {.scenario = scenario, .path = path};
    FILE *file = fopen(path, "re");
    if (!file)
        return error_set(error, FAILURE_USAGE, "%s: %s: %s", path,
                         errno == ENOENT ? "no such transcript" : "cannot be opened for reading", strerror(errno));
    bool fine = scenario_begin(scenario, path, error) && take_file(&replay, file, error);
    fclose(file);
    scenario->replayed = true;
    const struct yaml whole = {.name = path, .text = ""};
    fine = fine && scenario_complete(scenario, &whole, error);
    if (!fine)
        scenario_free(scenario);
    return fine;
}
