/* SPDX-License-Identifier: MIT */
#include "cli/spec_tables.h"

#include "callout/callout.h"
#include "callout/finding.h"
#include "core/json_text.h"
#include "ras/answers.h"
#include "ras/closing.h"
#include "ras/eventlog.h"
#include "ras/lifecycle.h"
#include "ras/policy.h"
#include "ras/profile.h"
#include "ras/rule.h"
#include "ras/service.h"
#include "scenario/schemas.h"

#include <stdio.h>
#include <string.h>

/* --- the tables --- */

/* Every pair of state and event with its rows, in order */
static struct lifecycle_index pairs;
static size_t pair_rows;

static void lifecycle_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    enum connection_state from = CONNECTION_IDLE;
    while (pairs.end[from][CONNECTION_EVENT_COUNT - 1] <= index)
        from++;
    const struct lifecycle_row *row = &lifecycle[pairs.rows[index]];
    bool stays = row->to == CONNECTION_STATE_COUNT;
    cells[0] = row->rule ? row->rule : "";
    cells[1] = connection_state_names[from];
    cells[2] = connection_event_names[row->event];
    cells[3] = lifecycle_guards[row->guard].text;
    cells[4] = decision_names[row->decision];
    cells[5] = row->decision != DECISION_GO ? "" : connection_state_names[stays ? from : row->to];
    cells[6] = row->text ? row->text : "";
}

static void answer_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    const struct answer_row *row = &answers[index];
    cells[0] = ask_names[row->ask];
    cells[1] = response_names[row->response];
    cells[2] = connection_event_names[row->event];
    cells[3] = row->exchange ? "when an exchange with the client is over" : "at once";
}

static void closing_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    const struct policy *policy = &policies[POLICY_RELEASE_TIME];
    size_t order = index / closing_length;
    static char place[8];
    const struct closing_row *row = closing_rows;
    while (row->place[order] != index % closing_length)
        row++;
    snprintf(place, sizeof place, "%u", (unsigned)row->place[order] + 1);
    cells[0] = row->rule;
    cells[1] = policy->values[order].name;
    cells[2] = place;
    cells[3] = ask_names[row->ask];
    cells[4] = row->text;
}

static void guard_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    cells[0] = lifecycle_guards[index + 1].text;
    cells[1] = lifecycle_guards[index + 1].recipe;
}

static void service_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    const struct service_row *row = &service_table[index];
    cells[0] = row->rule;
    cells[1] = service_state_names[row->from];
    cells[2] = service_event_names[row->event];
    cells[3] = service_state_names[row->to];
    cells[4] = row->text;
}

static const char *since(enum family family)
{
    for (size_t i = 0; i < profile_count; i++)
        if (profiles[i].family == family)
            return profiles[i].name;
    return "";
}

static void callout_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    static const char *const results[] = {
        [RESULT_VOID] = "VOID", [RESULT_BOOL] = "BOOL", [RESULT_DWORD] = "DWORD", [RESULT_ALLOWANCE] = "DWORD"};
    static struct text parameters;
    const struct callout *callout = &callouts[index];
    text_reset(&parameters);
    for (unsigned i = 0; i < callout->parameter_count; i++)
        text_addf(&parameters, "%s%s", i ? ", " : "", callout->parameters[i].name);
    cells[0] = callout->rule;
    cells[1] = callout->name;
    cells[2] = since(callout->since);
    cells[3] = callout->until == FAMILY_R2 ? "" : since(callout->until);
    cells[4] = role_names[callout->role];
    cells[5] = callout->pair == CALLOUT_NONE ? "" : callouts[callout->pair].name;
    cells[6] = callout->slot ? callout->slot : "";
    cells[7] = results[callout->result];
    cells[8] = callout->shorthand;
    cells[9] = text_string(&parameters);
}

static void ending_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    static char code[12];
    snprintf(code, sizeof code, "%u", (unsigned)end_reasons[index + 1].code);
    cells[0] = code;
    cells[1] = end_reasons[index + 1].text;
}

static void profile_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    cells[0] = profiles[index].name;
    cells[1] = profiles[index].title;
    cells[2] = since(profiles[index].family);
}

static void finding_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    cells[0] = findings[index].name;
    cells[1] = severity_names[findings[index].severity];
    static struct text what;
    const char *text = findings[index].text, *hole = strstr(text, "%s");
    text_reset(&what);
    text_addf(&what, "%.*s%s%s", hole ? (int)(hole - text) : (int)strlen(text), text, hole ? "..." : "",
              hole ? hole + strlen("%s") : "");
    cells[2] = findings[index].rule ? findings[index].rule : "";
    cells[3] = findings[index].portable ? "yes" : "no";
    cells[4] = text_string(&what);
}

static size_t policy_rows;

static void policy_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    size_t at = 0, value = index;
    while (value >= policy_value_count(&policies[at]))
        value -= policy_value_count(&policies[at++]);
    const struct policy *policy = &policies[at];
    cells[0] = policy->question;
    cells[1] = policy->name;
    cells[2] = policy->values[value].name;
    cells[3] = value == POLICY_DEFAULT ? "default" : "";
    cells[4] = policy->text;
    cells[5] = policy->values[value].text;
}

static void rule_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    cells[0] = rules[index].id;
    cells[1] = rules[index].text;
}

/* The kinds of value, as a writer of scenarios would call them */
static const char *const kinds[] = {
    [FIELD_TEXT] = "text",
    [FIELD_UINT] = "whole number",
    [FIELD_UINT64] = "whole number",
    [FIELD_DURATION] = "duration",
    [FIELD_SIZE] = "size",
    [FIELD_DATE] = "date",
    [FIELD_IPV4] = "IPv4 address",
    [FIELD_IPV4_RANGE] = "IPv4 range",
    [FIELD_IPV6_PREFIX] = "IPv6 prefix",
    [FIELD_CHOICE] = "",
    [FIELD_FLAGS] = "",
    [FIELD_RECORD] = "mapping",
    [FIELD_MAP] = "names, each with a mapping",
    [FIELD_LIST] = "list of mappings",
    [FIELD_ACTION] = "name",
    [FIELD_POLICIES] = "policy names, each with a value",
};

static const struct schema *const schemas[] = {&scenario_schema, &port_schema, &device_schema,
                                               &dhcp_schema,     &user_schema, &parameter_schema,
                                               &peer_schema,     &step_schema, &expect_schema};
static size_t key_rows;

static void key_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    static struct text words;
    size_t at = 0;
    while (index >= schemas[at]->count)
        index -= schemas[at++]->count;
    const struct field *field = &schemas[at]->fields[index];
    text_reset(&words);
    text_add(&words, kinds[field->kind]);
    if (field->words)
        for (size_t i = 0; i < field->words->count; i++)
            text_addf(&words, "%s%s", i ? ", " : "", field->words->list[i]);
    else if (field->kind == FIELD_CHOICE)
        text_add(&words, "see profiles");
    cells[0] = field->key;
    cells[1] = schemas[at]->name;
    cells[2] = text_string(&words);
    cells[3] = field->text;
}

#define EDGES 1, 2, 3, 0
#define NO_EDGES 0, 0, 0, 0

static void event_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    static char id[8];
    const struct eventlog_row *row = &eventlog_rows[index];
    snprintf(id, sizeof id, "%u", row->id);
    cells[0] = id;
    cells[1] = row->level;
    cells[2] = since(row->since);
    cells[3] = row->until == FAMILY_R2 ? "" : since(row->until);
    cells[4] = row->from == CONNECTION_STATE_COUNT ? "any" : connection_state_names[row->from];
    cells[5] = connection_event_names[row->event];
    cells[6] = row->text;
}

static const size_t callout_rows = CALLOUT_COUNT, finding_rows = FINDING_COUNT,
                    ending_rows = END_REASON_COUNT - 1, /* END_NONE is none */
    guard_rows = GUARD_COUNT - 1;                       /* nor is GUARD_NONE */
static size_t closing_table_rows;

const struct spec_table spec_tables[] = {
    {"lifecycle",
     "the life of a connection",
     {"id", "from", "event", "if", "decision", "to", "what"},
     &pair_rows,
     lifecycle_cells,
     1,
     2,
     5,
     4},
    {"guards",
     "the conditions of the lifecycle, and what in a scenario makes them true",
     {"if", "scenario"},
     &guard_rows,
     guard_cells,
     NO_EDGES},
    {"answers",
     "what follows from the answer to a question",
     {"question", "answer", "event", "when"},
     &answers_length,
     answer_cells,
     NO_EDGES},
    {"closing",
     "the end of a connection, in the order of each value of the policy release-time",
     {"id", "release-time", "place", "told", "what"},
     &closing_table_rows,
     closing_cells,
     NO_EDGES},
    {"service",
     "the life of the service",
     {"id", "from", "event", "to", "what"},
     &service_table_length,
     service_cells,
     EDGES},
    {"callouts",
     "the callouts",
     {"id", "name", "since", "until", "process", "pair", "slot", "result", "shorthand", "parameters"},
     &callout_rows,
     callout_cells,
     NO_EDGES},
    {"policies",
     "choices where the documentation is silent",
     {"id", "name", "value", "default", "question", "means"},
     &policy_rows,
     policy_cells,
     NO_EDGES},
    {"profiles", "the Windows versions", {"id", "title", "behaves"}, &profile_count, profile_cells, NO_EDGES},
    {"findings",
     "the faults of a DLL that are reported",
     {"id", "severity", "rule", "portable", "what"},
     &finding_rows,
     finding_cells,
     NO_EDGES},
    {"events",
     "what is written to the event log about a connection",
     {"id", "level", "since", "until", "from", "event", "what"},
     &eventlog_length,
     event_cells,
     NO_EDGES},
    {"endings",
     "why connections end: the RAS error number and the words",
     {"id", "what"},
     &ending_rows,
     ending_cells,
     NO_EDGES},
    {"scenario", "the keys of scenario files", {"id", "of", "holds", "what"}, &key_rows, key_cells, NO_EDGES},
    {"rules", "what every rule id stands for", {"id", "what"}, &rule_count, rule_cells, NO_EDGES},
};
const size_t spec_table_count = sizeof spec_tables / sizeof *spec_tables;

/* --- the formats --- */

static size_t row_count(const struct spec_table *table)
{
    if (table->rows == &key_rows && key_rows == 0)
        for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++)
            key_rows += schemas[i]->count;
    if (table->rows == &policy_rows && policy_rows == 0)
        for (size_t i = 0; i < POLICY_COUNT; i++)
            policy_rows += policy_value_count(&policies[i]);
    if (table->rows == &pair_rows && pair_rows == 0) {
        lifecycle_index(&pairs);
        pair_rows = pairs.end[CONNECTION_STATE_COUNT - 1][CONNECTION_EVENT_COUNT - 1];
    }
    closing_table_rows = CLOSING_ORDERS * closing_length;
    return *table->rows;
}

/* How many rows have each word in the column that is counted; a word and its number by the pattern. */
static void add_counts(struct text *text, const struct spec_table *table, const char *pattern)
{
    const char *cells[SPEC_COLUMNS_MOST];
    for (enum decision each = 0; each < DECISION_COUNT; each++) {
        size_t count = 0;
        for (size_t row = 0; row < row_count(table); row++) {
            table->row(row, cells);
            count += strcmp(cells[table->counted], decision_names[each]) == 0;
        }
        text_add(text, each ? "," : "");
        text_addf(text, pattern, decision_names[each], count);
    }
}

static bool add_text(struct text *text, const struct spec_table *table)
{
    size_t widths[SPEC_COLUMNS_MOST] = {0}, count = 0;
    const char *cells[SPEC_COLUMNS_MOST];
    for (; count < SPEC_COLUMNS_MOST && table->columns[count]; count++)
        widths[count] = strlen(table->columns[count]);
    for (size_t row = 0; row < row_count(table); row++) {
        table->row(row, cells);
        for (size_t i = 0; i < count; i++)
            widths[i] = strlen(cells[i]) > widths[i] ? strlen(cells[i]) : widths[i];
    }
    for (size_t row = 0; row <= row_count(table); row++) { /* row 0 is the heading */
        if (row > 0)
            table->row(row - 1, cells);
        else
            memcpy(cells, table->columns, sizeof cells);
        for (size_t i = 0; i < count; i++) {
            size_t from = text->length;
            text_add(text, cells[i]);
            if (i + 1 < count)
                text_pad(text, from, widths[i] + 2);
        }
        text_add(text, "\n");
    }
    if (table->counted) {
        add_counts(text, table, " %s: %zu");
        text_add(text, "\n");
    }
    return true;
}

static bool add_json(struct text *text, const struct spec_table *table)
{
    const char *cells[SPEC_COLUMNS_MOST];
    text_addf(text, "{\"table\":\"%s\",\"rows\":[", table->name);
    for (size_t row = 0; row < row_count(table); row++) {
        table->row(row, cells);
        for (size_t i = 0; i < SPEC_COLUMNS_MOST && table->columns[i]; i++) {
            text_addf(text, "%s\"%s\":", i ? "," : row ? ",{" : "{", table->columns[i]);
            json_add_string(text, cells[i]);
        }
        text_add(text, "}");
    }
    text_add(text, "]");
    if (table->counted) {
        text_add(text, ",\"counts\":{");
        add_counts(text, table, "\"%s\":%zu");
        text_add(text, "}");
    }
    text_add(text, "}\n");
    return true;
}

static bool add_dot(struct text *text, const struct spec_table *table)
{
    const char *cells[SPEC_COLUMNS_MOST];
    if (!table->to)
        return false;
    text_addf(text,
              "digraph %s {\n"
              "  rankdir=TB; node [shape=box, style=rounded, fontname=\"Helvetica\"];\n"
              "  edge [fontname=\"Helvetica\", fontsize=10];\n",
              table->name);
    for (size_t row = 0; row < row_count(table); row++) {
        table->row(row, cells);
        if (!*cells[table->to] || !*cells[0])
            continue; /* nothing to see */
        text_addf(text, "  \"%s\" -> \"%s\" [label=\" %s\\n%s \"];\n", cells[table->from], cells[table->to], cells[0],
                  cells[table->event]);
    }
    text_add(text, "}\n");
    return true;
}

const struct spec_format spec_formats[] = {
    {"text", add_text, NULL},
    {"json", add_json, NULL},
    {"dot", add_dot, "only state machines: lifecycle, service"},
    {"schema", spec_add_schema, "only scenario"},
};
const size_t spec_format_count = sizeof spec_formats / sizeof *spec_formats;
