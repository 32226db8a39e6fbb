/* SPDX-License-Identifier: MIT */
#include "observe/sequence_build.h"

#include "core/utf16.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const tone_colours[TONE_COUNT] = {
    [TONE_PLAIN] = "#424a53",
    [TONE_GOOD] = "#116329",
    [TONE_BAD] = "#b3141f",
    [TONE_WARNING] = "#7d4e00",
};

const char *sequence_connection_colour(uint32_t connection)
{
    static const char *const colours[] = {"#0969da", "#8250df", "#bc4c00", "#0f766e",
                                          "#bf3989", "#6e5a00", "#1b3a8f", "#9a3412"};
    return connection ? colours[(connection - 1) % (sizeof colours / sizeof *colours)] : "#57606a";
}

/* --- strings --- */

/* Adds what the picture can show of a string, whoever made it */
static void add_clean(struct text *to, const char *string)
{
    while (*string) {
        uint32_t code;
        size_t taken = utf8_decode(string, &code);
        bool control = code < ' ' || (code >= 0x7f && code < 0xa0) || code == 0xfffe || code == 0xffff ||
                       (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        if (taken == 0 || control)
            text_add(to, "\xef\xbf\xbd");
        else
            text_add_bytes(to, string, taken);
        string += taken ? taken : 1;
    }
}

sequence_string sequence_keep(struct sequence *sequence, const char *string)
{
    struct text *strings = &sequence->strings;
    if (!string || !*string)
        return 0;
    if (strings->length == 0)
        text_add_bytes(strings, "", 1);
    sequence_string at = strings->length;
    add_clean(strings, string);
    text_add_bytes(strings, "", 1);
    return at;
}

sequence_string sequence_keep_text(struct sequence *sequence, struct text *text)
{
    sequence_string at = sequence_keep(sequence, text_string(text));
    sequence->failed |= text->failed;
    text_free(text);
    return at;
}

const char *sequence_text(const struct sequence *sequence, sequence_string string)
{
    return string && !sequence->strings.failed ? sequence->strings.data + string : "";
}

const char *sequence_process(const struct sequence_lane *lane)
{
    static const char *const words[] = {
        [ROLE_BOTH] = "",
        [ROLE_ADDRESS] = "address process",
        [ROLE_NOTIFICATION] = "notification process",
    };
    return words[lane->role];
}

/* --- steps --- */

static size_t party_of(size_t dll, enum role role)
{
    return PARTY_DLLS + dll * (ROLE_NOTIFICATION + 1) + role;
}

struct sequence_step *sequence_add_step(struct sequence *sequence, enum step_kind kind, const struct record *record)
{
    static struct sequence_step nowhere;
    if (sequence->step_count == sequence->step_capacity) {
        size_t capacity = sequence->step_capacity ? 2 * sequence->step_capacity : 64;
        struct sequence_step *steps = realloc(sequence->steps, capacity * sizeof *steps);
        if (!steps) {
            sequence->failed = true;
            return &nowhere;
        }
        sequence->steps = steps;
        sequence->step_capacity = capacity;
    }
    struct sequence_step *step = &sequence->steps[sequence->step_count++];
    *step = (struct sequence_step){
        .kind = kind,
        .time_ns = record->time_ns,
        .connection = record->connection,
        .link = record->link,
        .rule = sequence_keep(sequence, record->rule),
        .from = PARTY_FIRST,
        .to = record->connection ? PARTY_SERVER : PARTY_LAST,
    };
    sequence->client_seen |= record->connection != 0;
    return step;
}

/* The number of a DLL; a new one is added. */
static size_t find_dll(struct sequence *sequence, const char *name)
{
    struct text clean = {0};
    size_t index = 0;
    add_clean(&clean, name);
    while (index < sequence->dll_count &&
           strcmp(sequence_text(sequence, sequence->dlls[index].name), text_string(&clean)) != 0)
        index++;
    if (index == sequence->dll_count) {
        struct sequence_dll *dlls = realloc(sequence->dlls, (index + 1) * sizeof *dlls);
        sequence->failed |= !dlls;
        if (dlls) {
            sequence->dlls = dlls;
            dlls[index] = (struct sequence_dll){.name = sequence_keep(sequence, text_string(&clean))};
            sequence->dll_count++;
        }
    }
    sequence->failed |= clean.failed;
    text_free(&clean);
    return index < sequence->dll_count ? index : 0;
}

size_t sequence_dll_party(struct sequence *sequence, const char *name, enum role role)
{
    size_t dll = find_dll(sequence, name);
    if (sequence->dll_count > 0)
        sequence->dlls[dll].called[role] = true;
    return party_of(dll, role);
}

/* --- lanes --- */

static size_t add_lane(struct sequence *sequence, enum lane_kind kind, sequence_string name, const char *id)
{
    struct sequence_lane *lane = &sequence->lanes[sequence->lane_count];
    *lane = (struct sequence_lane){.kind = kind, .name = name};
    snprintf(lane->id, sizeof lane->id, "%s", id);
    return sequence->lane_count++;
}

static void add_dll_lanes(struct sequence *sequence, size_t index)
{
    struct sequence_dll *dll = &sequence->dlls[index];
    bool any = false;
    for (int role = ROLE_NOTIFICATION; role >= ROLE_BOTH; role--) {
        char id[32];
        if (role == ROLE_BOTH ? any : !dll->called[role])
            continue;
        snprintf(id, sizeof id, "dll%zu%s", index + 1, role == ROLE_BOTH ? "" : role == ROLE_ADDRESS ? "a" : "n");
        dll->lanes[role] = add_lane(sequence, LANE_DLL, dll->name, id);
        sequence->lanes[dll->lanes[role]].role = (enum role)role;
        any = true;
    }
}

static size_t lane_of(const struct sequence *sequence, size_t party, bool first)
{
    if (party == PARTY_FIRST)
        return 0;
    if (party == PARTY_SERVER)
        return sequence->client_seen;
    if (party == PARTY_LAST)
        return sequence->lane_count - 1;
    const struct sequence_dll *dll = &sequence->dlls[(party - PARTY_DLLS) / (ROLE_NOTIFICATION + 1)];
    enum role role = (enum role)((party - PARTY_DLLS) % (ROLE_NOTIFICATION + 1));
    if (role == ROLE_BOTH) {
        if (dll->called[ROLE_ADDRESS] && dll->called[ROLE_NOTIFICATION])
            role = first ? ROLE_NOTIFICATION : ROLE_ADDRESS;
        else if (dll->called[ROLE_ADDRESS])
            role = ROLE_ADDRESS;
        else if (dll->called[ROLE_NOTIFICATION])
            role = ROLE_NOTIFICATION;
    }
    return dll->lanes[role];
}

void sequence_finish(struct sequence *sequence)
{
    sequence_string client = sequence_keep(sequence, "client"), server = sequence_keep(sequence, "RRAS");
    sequence->lanes = calloc(2 + 2 * sequence->dll_count, sizeof *sequence->lanes);
    sequence->failed |= !sequence->lanes | sequence->strings.failed;
    if (sequence->failed)
        return;
    if (sequence->client_seen)
        add_lane(sequence, LANE_CLIENT, client, "client");
    add_lane(sequence, LANE_SERVER, server, "rras");
    for (size_t i = 0; i < sequence->dll_count; i++)
        add_dll_lanes(sequence, i);
    for (size_t i = 0; i < sequence->step_count; i++) {
        struct sequence_step *step = &sequence->steps[i];
        step->also = step->kind == STEP_CALLOUT ? lane_of(sequence, step->to, true) : 0;
        step->from = lane_of(sequence, step->from, true);
        step->to = lane_of(sequence, step->to, false);
    }
}

void sequence_free(struct sequence *sequence)
{
    free(sequence->lanes);
    free(sequence->steps);
    free(sequence->dlls);
    text_free(&sequence->strings);
    *sequence = (struct sequence){0};
}
