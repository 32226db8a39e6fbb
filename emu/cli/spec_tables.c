/* SPDX-License-Identifier: MIT */
#include "cli/spec_tables.h"

#include "callout/callout.h"
#include "callout/finding.h"
#include "observe/json.h"
#include "ras/eventlog.h"
#include "ras/lifecycle.h"
#include "ras/policy.h"
#include "ras/profile.h"
#include "ras/rule.h"
#include "ras/service.h"
#include "scenario/schema.h"

#include <stdio.h>
#include <string.h>

/* --- the tables --- */

static void lifecycle_cells(size_t index, const char *cells[SPEC_COLUMNS_MOST])
{
    const struct lifecycle_row *row = &lifecycle[index];
    cells[0] = row->rule;
    cells[1] = connection_state_names[row->from];
    cells[2] = connection_event_names[row->event];
    cells[3] = connection_state_names[row->to];
    cells[4] = row->text;
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
        [RESULT_VOID] = "VOID", [RESULT_BOOL] = "BOOL", [RESULT_DWORD] = "DWORD",
        [RESULT_ALLOWANCE] = "DWORD"};
    static struct text parameters;
    const struct callout *callout = &callouts[index];
    text_reset(&parameters);
    for (unsigned i = 0; i < callout->parameter_count; i++)
        text_addf(&parameters, "%s%s", i ? ", " : "", callout->parameters[i].name);
    cells[0] = callout->rule;
    cells[1] = callout->name;
    cells[2] = since(callout->since);
    cells[3] = callout->until == FAMILY_R2 ? "" : since(callout->until);
    cells[4] = process_names[callout->process];
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
    [FIELD_TEXT] = "text",          [FIELD_UINT] = "whole number",
    [FIELD_UINT64] = "whole number", [FIELD_DURATION] = "duration",
    [FIELD_SIZE] = "size",          [FIELD_DATE] = "date",
    [FIELD_IPV4] = "IPv4 address",  [FIELD_IPV4_RANGE] = "IPv4 range",
    [FIELD_IPV6_PREFIX] = "IPv6 prefix", [FIELD_CHOICE] = "",
    [FIELD_FLAGS] = "",             [FIELD_RECORD] = "mapping",
    [FIELD_MAP] = "names, each with a mapping", [FIELD_LIST] = "list of mappings",
    [FIELD_ACTION] = "name",       [FIELD_POLICIES] = "policy names, each with a value",
};

static const struct schema *const schemas[] = {&scenario_schema, &port_schema, &device_schema, &dhcp_schema,
                                               &user_schema, &parameter_schema, &step_schema, &expect_schema};
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

#define EDGES 1, 2, 3
#define NO_EDGES 0, 0, 0

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
                    ending_rows = END_REASON_COUNT - 1; /* END_NONE is none */

const struct spec_table spec_tables[] = {
    {"lifecycle", "the life of a connection",
     {"id", "from", "event", "to", "what"}, &lifecycle_length, lifecycle_cells, EDGES},
    {"service", "the life of the service",
     {"id", "from", "event", "to", "what"}, &service_table_length, service_cells, EDGES},
    {"callouts", "the callouts",
     {"id", "name", "since", "until", "process", "pair", "slot", "result", "shorthand", "parameters"}, &callout_rows,
     callout_cells, NO_EDGES},
    {"policies", "choices where the documentation is silent",
     {"id", "name", "value", "default", "question", "means"}, &policy_rows, policy_cells, NO_EDGES},
    {"profiles", "the Windows versions",
     {"id", "title", "behaves"}, &profile_count, profile_cells, NO_EDGES},
    {"findings", "the faults of a DLL that are reported",
     {"id", "severity", "rule", "portable", "what"}, &finding_rows, finding_cells, NO_EDGES},
    {"events", "what is written to the event log about a connection",
     {"id", "level", "since", "until", "from", "event", "what"}, &eventlog_length, event_cells, NO_EDGES},
    {"endings", "why connections end: the RAS error number and the words",
     {"id", "what"}, &ending_rows, ending_cells, NO_EDGES},
    {"scenario", "the keys of scenario files",
     {"id", "of", "holds", "what"}, &key_rows, key_cells, NO_EDGES},
    {"rules", "what every rule id stands for",
     {"id", "what"}, &rule_count, rule_cells, NO_EDGES},
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
    return *table->rows;
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
    text_add(text, "]}\n");
    return true;
}

static bool add_dot(struct text *text, const struct spec_table *table)
{
    const char *cells[SPEC_COLUMNS_MOST];
    if (!table->to)
        return false;
    text_addf(text, "digraph %s {\n"
                    "  rankdir=TB; node [shape=box, style=rounded, fontname=\"Helvetica\"];\n"
                    "  edge [fontname=\"Helvetica\", fontsize=10];\n",
              table->name);
    for (size_t row = 0; row < row_count(table); row++) {
        table->row(row, cells);
        text_addf(text, "  \"%s\" -> \"%s\" [label=\" %s\\n%s \"];\n", cells[table->from],
                  cells[table->to], cells[0], cells[table->event]);
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
