/* SPDX-License-Identifier: MIT */
#include "scenario/decode.h"

#include "core/calendar.h"
#include "core/utf16.h"
#include "scenario/values.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { SCALAR_LONGEST = 4096 };

static const char *or_nothing(const char *string)
{
    return string ? string : "";
}

/* --- scalars --- */

/* YAML's ways to say nothing */
static bool is_nothing(const struct node *node)
{
    static const char *const words[] = {"", "~", "null", "Null", "NULL"};
    for (size_t i = 0; node->kind == NODE_SCALAR && node->plain && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], node->text) == 0)
            return true;
    return false;
}

/* A scalar's text as a C string. False when it is not a scalar, too long or not UTF-8. */
static bool scalar(const struct yaml *yaml, const struct node *node, const char *what, char text[SCALAR_LONGEST],
                   struct error *error)
{
    if (node->kind == NODE_ALIAS)
        return yaml_error(yaml, node->place, error, "%s is an alias, which scenarios do not use", what);
    if (node->kind != NODE_SCALAR)
        return yaml_error(yaml, node->place, error, "%s holds a collection, expected a single value", what);
    if (node->length >= SCALAR_LONGEST)
        return yaml_error(yaml, node->place, error, "%s is longer than %d bytes", what, SCALAR_LONGEST - 1);
    memcpy(text, node->text, node->length + 1);
    if (utf16_length(text) < 0 || strlen(text) != node->length)
        return yaml_error(yaml, node->place, error, "%s is not valid UTF-8 text", what);
    if (utf8_has_control(text))
        return yaml_error(yaml, node->place, error, "%s holds a control character", what);
    return true;
}

static bool word_index(const struct field *field, const char *word, uint32_t *index, const char **nearest)
{
    /* the profiles are a table of their own; a words table of NULL stands for it */
    size_t count = field->words ? field->words->count : profile_count;
    const void *list = field->words ? (const void *)field->words->list : (const void *)profiles;
    size_t stride = field->words ? sizeof *field->words->list : sizeof *profiles;
    for (size_t i = 0; i < count; i++) {
        const char *candidate = field->words ? field->words->list[i] : profiles[i].name;
        if (strcmp(candidate, word) == 0) {
            *index = (uint32_t)i;
            return true;
        }
    }
    *nearest = text_nearest(word, list, count, stride);
    return false;
}

static bool unknown_word(const struct yaml *yaml, struct place place, const struct field *field, const char *word,
                         const char *nearest, struct error *error)
{
    struct text list = {0};
    size_t count = field->words ? field->words->count : profile_count;
    for (size_t i = 0; i < count; i++)
        text_addf(&list, "%s%s", i ? ", " : "", field->words ? field->words->list[i] : profiles[i].name);
    yaml_error(yaml, place, error, "%s: %s is none of %s%s%s%s", field->key, word, text_string(&list),
               nearest ? "; did you mean " : "", or_nothing(nearest), nearest ? "?" : "");
    text_free(&list);
    return false;
}

static bool decode_text(const struct yaml *yaml, struct place place, const struct field *field, const char *text,
                        char **place_of_text, struct error *error)
{
    if (!*text && !field->empty)
        return yaml_error(yaml, place, error, "%s is empty", field->key);
    if ((uint64_t)utf16_length(text) > field->most)
        return yaml_error(yaml, place, error, "%s is longer than %" PRIu64 " characters", field->key, field->most);
    char *copy = text_duplicate(text);
    if (!copy)
        return error_out_of_memory(error);
    free(*place_of_text);
    *place_of_text = copy;
    return true;
}

static bool decode_uint(const struct field *field, const char *text, void *place)
{
    uint64_t number;
    if (!value_uint64(text, &number) || number < field->least || number > field->most)
        return false;
    *(uint32_t *)place = (uint32_t)number;
    return true;
}

static bool decode_scalar(const struct yaml *yaml, const struct node *node, const struct field *field, void *place,
                          struct error *error)
{
    char text[SCALAR_LONGEST];
    const char *expected = "", *nearest = NULL;
    struct place at = node->place;
    bool fine = true;
    if (!scalar(yaml, node, field->key, text, error))
        return false;
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_ACTION:
        return decode_text(yaml, at, field, text, place, error);
    case FIELD_CHOICE:
        return word_index(field, text, place, &nearest) || unknown_word(yaml, at, field, text, nearest, error);
    case FIELD_UINT:
        fine = decode_uint(field, text, place);
        if (!fine)
            return yaml_error(yaml, at, error, "%s: %s, expected a whole number from %" PRIu64 " to %" PRIu64,
                              field->key, text, field->least, field->most);
        break;
    case FIELD_UINT64:
        fine = value_uint64(text, place);
        expected = "a whole number from 0 to 18446744073709551615";
        break;
    case FIELD_DURATION:
        fine = calendar_parse_duration(text, place);
        expected = "a duration such as 250ms, 5s, 1h 30m (units ns us ms s m h d)";
        break;
    case FIELD_SIZE:
        fine = value_size(text, place);
        expected = "a size such as 4 KB, 1.5 MiB (units B KB MB GB TB KiB MiB GiB TiB)";
        break;
    case FIELD_DATE:
        fine = calendar_parse(text, place);
        expected = "a date such as 2026-01-05T08:00:00Z";
        break;
    case FIELD_IPV4:
        fine = value_ipv4(text, place);
        expected = "an IPv4 address such as 198.51.100.7";
        break;
    case FIELD_IPV4_RANGE:
        fine = value_ipv4_range(text, place);
        expected = "an IPv4 range of at most 2^24 addresses such as 192.168.1.1-192.168.1.254";
        break;
    case FIELD_IPV6_PREFIX:
        fine = value_ipv6_prefix(text, place);
        expected = "an IPv6 prefix of at most 64 bits such as 2001:db8:0:1::/64";
        break;
    case FIELD_FLAGS:
    case FIELD_RECORD:
    case FIELD_POLICIES:
    case FIELD_MAP:
    case FIELD_LIST:
        break;
    }
    return fine || yaml_error(yaml, at, error, "%s: %s, expected %s", field->key, text, expected);
}

/* --- collections --- */

static bool decode_flags(const struct yaml *yaml, const struct node *node, struct place at, const struct field *field,
                         uint32_t *flags, struct error *error)
{
    *flags = 0;
    if (node->kind != NODE_LIST)
        return yaml_error(yaml, at, error, "%s, expected a list such as [%s]", field->key, field->words->list[0]);
    for (const struct node *item = node->first; item; item = item->next) {
        uint32_t index;
        if (!decode_scalar(yaml, item, &(struct field){.key = field->key, .kind = FIELD_CHOICE, .words = field->words},
                           &index, error))
            return false;
        *flags |= UINT32_C(1) << index;
    }
    return *flags || yaml_error(yaml, at, error, "%s is an empty list", field->key);
}

/* A pointer and a count behind it, as FIELD_MAP and FIELD_LIST fill them; what it points to is
 * another type in every record, so it is copied out and in. */
struct array {
    char *items;
    size_t count;
};

static struct array load_array(const char *record, const struct field *field)
{
    struct array array;
    memcpy(&array, record + field->offset, sizeof array);
    return array;
}

/* A zeroed record at the array's end, or NULL */
static char *add_item(char *record, const struct field *field)
{
    size_t size = field->schema->size;
    struct array array = load_array(record, field);
    bool full = (array.count & (array.count - 1)) == 0; /* grown at every power of two */
    char *items = full ? realloc(array.items, (array.count ? array.count * 2 : 1) * size) : array.items;
    if (!items)
        return NULL;
    array.items = items;
    char *item = memset(items + array.count++ * size, 0, size);
    memcpy(record + field->offset, &array, sizeof array);
    return item;
}

static bool decode_map(const struct yaml *yaml, const struct node *node, struct place at, const struct field *field,
                       char *record, struct error *error)
{
    static const struct field name = {.key = "name", .kind = FIELD_TEXT, .most = 256};
    if (node->kind != NODE_MAP)
        return yaml_error(yaml, at, error, "%s, expected names with a mapping each", field->key);
    for (const struct node *key = node->first, *value; key; key = value->next) {
        value = key->next;
        char *item = add_item(record, field);
        if (!item)
            return error_out_of_memory(error);
        if (!decode_scalar(yaml, key, &name, item + field->schema->name_offset, error))
            return false;
        *(struct place *)(item + field->schema->place_offset) = key->place;
        if (!is_nothing(value) && !decode_record(yaml, value, field->schema, item, error))
            return false;
    }
    return true;
}

static bool decode_list(const struct yaml *yaml, const struct node *node, struct place at, const struct field *field,
                        char *record, struct error *error)
{
    if (node->kind != NODE_LIST)
        return yaml_error(yaml, at, error, "%s, expected a list", field->key);
    for (const struct node *each = node->first; each; each = each->next) {
        char *item = add_item(record, field);
        if (!item)
            return error_out_of_memory(error);
        if (!decode_record(yaml, each, field->schema, item, error))
            return false;
    }
    return true;
}

/* policies: {NAME: VALUE, ...} */
static bool decode_policies(const struct yaml *yaml, const struct node *node, struct place at,
                            struct policy_choices *choices, struct error *error)
{
    if (node->kind != NODE_MAP)
        return yaml_error(yaml, at, error, "policies, expected names with a value each");
    for (const struct node *key = node->first, *value; key; key = value->next) {
        value = key->next;
        char name[SCALAR_LONGEST], choice[SCALAR_LONGEST];
        struct error wrong = {0};
        if (!scalar(yaml, key, "a policy", name, error) || !scalar(yaml, value, name, choice, error))
            return false;
        if (!policy_choose(choices, name, choice, &wrong))
            return yaml_error(yaml, (policy_find(name) ? value : key)->place, error, "%s", wrong.text);
    }
    return true;
}

static bool decode_field(const struct yaml *yaml, const struct node *key, const struct field *field, char *record,
                         struct error *error)
{
    const struct node *value = key->next;
    struct place at = key->place;
    void *place = record + field->offset;
    switch (field->kind) {
    case FIELD_FLAGS:
        return decode_flags(yaml, value, at, field, place, error);
    case FIELD_RECORD:
        if (value->kind != NODE_MAP)
            return yaml_error(yaml, at, error, "%s, expected a mapping", field->key);
        return decode_record(yaml, value, field->schema, place, error);
    case FIELD_POLICIES:
        return decode_policies(yaml, value, at, place, error);
    case FIELD_MAP:
        return decode_map(yaml, value, at, field, record, error);
    case FIELD_LIST:
        return decode_list(yaml, value, at, field, record, error);
    default:
        return decode_scalar(yaml, value, field, place, error);
    }
}

static const struct field *find_field(const struct schema *schema, const char *key)
{
    for (size_t i = 0; i < schema->count; i++)
        if (strcmp(schema->fields[i].key, key) == 0)
            return &schema->fields[i];
    return NULL;
}

static void mark_given(const struct schema *schema, const struct field *field, char *record)
{
    if (schema->given_offset != SIZE_MAX)
        *(uint64_t *)(record + schema->given_offset) |= UINT64_C(1) << (field - schema->fields);
}

bool decode_record(const struct yaml *yaml, const struct node *node, const struct schema *schema, void *record,
                   struct error *error)
{
    if (node->kind != NODE_MAP)
        return yaml_error(yaml, node->place, error, "expected the keys of %s", schema->name);
    if (schema->place_offset != SIZE_MAX && schema->name_offset == SIZE_MAX)
        *(struct place *)((char *)record + schema->place_offset) = node->first ? node->first->place : node->place;
    uint64_t seen = 0;
    for (const struct node *key_node = node->first; key_node; key_node = key_node->next->next) {
        char key[SCALAR_LONGEST];
        if (!scalar(yaml, key_node, "a key", key, error))
            return false;
        const struct field *field = find_field(schema, key);
        if (!field) {
            const char *nearest = text_nearest(key, &schema->fields->key, schema->count, sizeof *schema->fields);
            return yaml_error(yaml, key_node->place, error, "%s is no key of %s%s%s%s", key, schema->name,
                              nearest ? "; did you mean " : "", or_nothing(nearest), nearest ? "?" : "");
        }
        if (seen >> (field - schema->fields) & 1)
            return yaml_error(yaml, key_node->place, error, "%s is given twice", key);
        seen |= UINT64_C(1) << (field - schema->fields);
        if (!decode_field(yaml, key_node, field, record, error))
            return false;
        mark_given(schema, field, record);
    }
    return true;
}

void decode_mark(const struct schema *schema, void *record, const char *key)
{
    mark_given(schema, find_field(schema, key), record);
}

bool decode_given(const struct schema *schema, const void *record, const char *key)
{
    uint64_t given = *(const uint64_t *)((const char *)record + schema->given_offset);
    return given >> (find_field(schema, key) - schema->fields) & 1;
}

void decode_free(const struct schema *schema, void *record)
{
    char *bytes = record;
    if (schema->name_offset != SIZE_MAX)
        free(*(char **)(bytes + schema->name_offset));
    const char *freed = NULL; /* all FIELD_ACTION rows share one place */
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = &schema->fields[i];
        bool text = field->kind == FIELD_TEXT || field->kind == FIELD_ACTION;
        if (text && freed != bytes + field->offset) {
            freed = bytes + field->offset;
            free(*(char **)(bytes + field->offset));
        }
        if (field->kind != FIELD_MAP && field->kind != FIELD_LIST)
            continue;
        struct array array = load_array(bytes, field);
        for (size_t j = 0; j < array.count; j++)
            decode_free(field->schema, array.items + j * field->schema->size);
        free(array.items);
    }
}
