/* SPDX-License-Identifier: MIT */
#include "input/encode.h"

#include "core/calendar.h"
#include "core/json_text.h"
#include "ras/server.h"

#include <inttypes.h>
#include <string.h>

static uint32_t number32(const void *place)
{
    uint32_t number;
    memcpy(&number, place, sizeof number);
    return number;
}

static uint64_t number64(const void *place)
{
    uint64_t number;
    memcpy(&number, place, sizeof number);
    return number;
}

static const char *string_at(const void *place)
{
    const char *string;
    memcpy(&string, place, sizeof string);
    return string ? string : "";
}

/* A string that other functions write */
static void begin_quoted(struct text *text)
{
    text_add(text, "\"");
}

static const char *word_of(const struct field *field, uint32_t index)
{
    return field->words ? field->words->list[index] : profiles[index].name;
}

static void add_flags(struct text *text, const struct field *field, uint32_t flags)
{
    const char *separator = "[";
    for (size_t i = 0; i < field->words->count; i++)
        if (flags >> i & 1) {
            text_add(text, separator);
            json_add_string(text, field->words->list[i]);
            separator = ",";
        }
    text_add(text, "]");
}

static void add_prefix(struct text *text, const struct ipv6_prefix *prefix)
{
    begin_quoted(text);
    for (int i = 0; i < 8; i += 2)
        text_addf(text, "%x:", (unsigned)(prefix->bytes[i] << 8 | prefix->bytes[i + 1]));
    text_addf(text, ":/%u\"", (unsigned)prefix->length);
}

static void add_policies(struct text *text, const struct policy_choices *choices)
{
    for (int i = 0; i < POLICY_COUNT; i++)
        text_addf(text, "%s\"%s\":\"%s\"", i ? "," : "{", policies[i].name, policies[i].values[choices->value[i]].name);
    text_add(text, "}");
}

static void add_record(struct text *text, const struct schema *schema, const void *record)
{
    text_add(text, "{");
    encode_members(text, schema, record, NULL);
    text_add(text, "}");
}

/* A pointer and a count behind it (scenario/decode.c) */
static void add_items(struct text *text, const struct field *field, const char *record, bool named)
{
    struct {
        const char *items;
        size_t count;
    } array;
    memcpy(&array, record + field->offset, sizeof array);
    text_add(text, named ? "{" : "[");
    for (size_t i = 0; i < array.count; i++) {
        const char *item = array.items + i * field->schema->size;
        text_add(text, i ? "," : "");
        if (named) {
            json_add_string(text, string_at(item + field->schema->name_offset));
            text_add(text, ":");
        }
        add_record(text, field->schema, item);
    }
    text_add(text, named ? "}" : "]");
}

static void add_value(struct text *text, const struct field *field, const char *record)
{
    const char *place = record + field->offset;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_ACTION:
        json_add_string(text, string_at(place));
        break;
    case FIELD_UINT:
        text_add_uint(text, number32(place));
        break;
    case FIELD_UINT64:
        text_add_uint(text, number64(place));
        break;
    case FIELD_DURATION:
        text_addf(text, "\"%" PRIu64 "ns\"", number64(place));
        break;
    case FIELD_SIZE:
        text_addf(text, "\"%" PRIu64 " B\"", number64(place));
        break;
    case FIELD_DATE:
        begin_quoted(text);
        calendar_add(text, (int64_t)number64(place), 0, 0);
        text_add(text, "\"");
        break;
    case FIELD_IPV4:
        begin_quoted(text);
        text_add_ipv4(text, number32(place));
        text_add(text, "\"");
        break;
    case FIELD_IPV4_RANGE:
        begin_quoted(text);
        text_add_ipv4(text, number32(place));
        text_add(text, "-");
        text_add_ipv4(text, number32(place + sizeof(uint32_t)));
        text_add(text, "\"");
        break;
    case FIELD_IPV6_PREFIX:
        add_prefix(text, (const struct ipv6_prefix *)(const void *)place);
        break;
    case FIELD_CHOICE:
        json_add_string(text, word_of(field, number32(place)));
        break;
    case FIELD_FLAGS:
        add_flags(text, field, number32(place));
        break;
    case FIELD_RECORD:
        add_record(text, field->schema, place);
        break;
    case FIELD_POLICIES:
        add_policies(text, (const struct policy_choices *)(const void *)place);
        break;
    case FIELD_MAP:
    case FIELD_LIST:
        add_items(text, field, record, field->kind == FIELD_MAP);
        break;
    }
}

static bool is_left_out(const char *key, const char *const *except)
{
    for (; except && *except; except++)
        if (strcmp(*except, key) == 0)
            return true;
    return false;
}

void encode_members(struct text *text, const struct schema *schema, const void *record, const char *const *except)
{
    uint64_t given = schema->given_offset == SIZE_MAX ? UINT64_MAX
                                                      : number64((const char *)record + schema->given_offset);
    const char *separator = "";
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = &schema->fields[i];
        if (!(given >> i & 1) || is_left_out(field->key, except))
            continue;
        text_addf(text, "%s\"%s\":", separator, field->key);
        add_value(text, field, record);
        separator = ",";
    }
}
