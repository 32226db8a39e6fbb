/* SPDX-License-Identifier: MIT */
/* The scenario language as JSON Schema (draft 7), for editors; made from the tables of schema.h. */
#include "cli/spec_tables.h"

#include "core/json_text.h"
#include "ras/policy.h"
#include "ras/profile.h"
#include "scenario/schemas.h"

#include <inttypes.h>
#include <string.h>

/* What a value of a kind looks like. YAML reads `os: 2022` as a number and, in its older version,
 * `yes` as a boolean, so scalars are taken by what they say rather than by their type. */
#define SCALAR "\"type\":[\"string\",\"number\",\"boolean\"]"
#define PATTERN(regex) "\"type\":\"string\",\"pattern\":\"^" regex "$\""
#define OCTET "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
#define DOTTED OCTET "(\\\\." OCTET "){3}"

static const char *const shapes[] = {
    [FIELD_TEXT] = SCALAR,
    [FIELD_ACTION] = SCALAR,
    [FIELD_UINT] = "\"type\":\"integer\"",
    [FIELD_UINT64] = "\"type\":\"integer\",\"minimum\":0",
    [FIELD_DURATION] = "\"anyOf\":[{\"const\":0},{" PATTERN(
        "(0|([0-9]+(\\\\.[0-9]+)? *(ns|us|ms|s|m|min|h|d) *)+)") "}]",
    [FIELD_SIZE] = "\"anyOf\":[{\"const\":0},{" PATTERN("(0|[0-9]+(\\\\.[0-9]+)? *([kKMGT]?B|[KMGT]iB))") "}]",
    [FIELD_DATE] = "\"type\":\"string\"",
    [FIELD_IPV4] = PATTERN(DOTTED),
    [FIELD_IPV4_RANGE] = PATTERN(DOTTED "-" DOTTED),
    [FIELD_IPV6_PREFIX] = PATTERN("[0-9A-Fa-f:]+(/64)?"),
};

/* A word as it may stand in a file: also as the number or the boolean it looks like */
static void add_word(struct text *text, const char *separator, const char *word)
{
    text_add(text, separator);
    json_add_string(text, word);
    if (word[strspn(word, "0123456789")] == '\0')
        text_addf(text, ",%s", word);
    else if (strcmp(word, "yes") == 0 || strcmp(word, "on") == 0)
        text_add(text, ",true");
    else if (strcmp(word, "no") == 0 || strcmp(word, "off") == 0)
        text_add(text, ",false");
}

static void add_words(struct text *text, const struct words *words)
{
    size_t count = words ? words->count : profile_count;
    text_add(text, "\"enum\":[");
    for (size_t i = 0; i < count; i++)
        add_word(text, i ? "," : "", words ? words->list[i] : profiles[i].name);
    text_add(text, "]");
}

static void add_policies(struct text *text)
{
    text_add(text, "\"type\":\"object\",\"additionalProperties\":false,\"properties\":{");
    for (size_t i = 0; i < POLICY_COUNT; i++) {
        text_addf(text, "%s\"%s\":{\"description\":", i ? "," : "", policies[i].name);
        json_add_string(text, policies[i].text);
        text_add(text, ",\"enum\":[");
        for (size_t value = 0; value < policy_value_count(&policies[i]); value++)
            add_word(text, value ? "," : "", policies[i].values[value].name);
        text_add(text, "]}");
    }
    text_add(text, "}");
}

static void add_schema(struct text *text, const struct schema *schema);

static void add_shape(struct text *text, const struct field *field)
{
    switch (field->kind) {
    case FIELD_CHOICE:
        add_words(text, field->words);
        break;
    case FIELD_FLAGS:
        text_add(text, "\"type\":\"array\",\"minItems\":1,\"items\":{");
        add_words(text, field->words);
        text_add(text, "}");
        break;
    case FIELD_RECORD:
        add_schema(text, field->schema);
        break;
    case FIELD_MAP: /* a name may be followed by nothing */
        text_add(text, "\"type\":\"object\",\"additionalProperties\":{\"anyOf\":[{\"type\":\"null\"},{");
        add_schema(text, field->schema);
        text_add(text, "}]}");
        break;
    case FIELD_LIST:
        text_add(text, "\"type\":\"array\",\"items\":{");
        add_schema(text, field->schema);
        text_add(text, "}");
        break;
    case FIELD_POLICIES:
        add_policies(text);
        break;
    default:
        text_add(text, field->empty ? "\"type\":\"string\"" : shapes[field->kind]);
        if (field->kind == FIELD_UINT)
            text_addf(text, ",\"minimum\":%" PRIu64 ",\"maximum\":%" PRIu64, field->least, field->most);
        break;
    }
}

/* One of the keys of these actions has to be there. */
static void add_alternatives(struct text *text, const char *beginning, const struct schema *schema, uint32_t actions)
{
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = &schema->fields[i];
        if (field->kind != FIELD_ACTION || !(actions >> field->least & 1))
            continue;
        text_addf(text, "%s{\"required\":[\"%s\"]}", beginning, field->key);
        beginning = ",";
    }
    text_add(text, "]");
}

/* Of a step or an expectation: one key says what it is about, others go with some of those only. */
static void add_actions(struct text *text, const struct schema *schema)
{
    add_alternatives(text, ",\"oneOf\":[", schema, UINT32_MAX);
    const char *separator = ",\"dependencies\":{";
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = &schema->fields[i];
        if (!field->actions)
            continue;
        text_addf(text, "%s\"%s\":{", separator, field->key);
        add_alternatives(text, "\"anyOf\":[", schema, field->actions);
        text_add(text, "}");
        separator = ",";
    }
    text_add(text, "}");
}

static void add_schema(struct text *text, const struct schema *schema)
{
    text_add(text, "\"type\":\"object\",\"additionalProperties\":false,\"properties\":{");
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = &schema->fields[i];
        text_addf(text, "%s\"%s\":{\"description\":", i ? "," : "", field->key);
        json_add_string(text, field->text);
        text_add(text, ",");
        add_shape(text, field);
        text_add(text, "}");
    }
    text_add(text, "}");
    if (schema == &step_schema || schema == &expect_schema)
        add_actions(text, schema);
}

bool spec_add_schema(struct text *text, const struct spec_table *table)
{
    if (strcmp(table->name, "scenario") != 0)
        return false;
    text_add(text, "{\"$schema\":\"http://json-schema.org/draft-07/schema#\","
                   "\"title\":\"rrasemu scenario\",\"required\":[\"timeline\"],");
    add_schema(text, &scenario_schema);
    text_add(text, "}\n");
    return true;
}
