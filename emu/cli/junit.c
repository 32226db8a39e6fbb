/* SPDX-License-Identifier: MIT */
#include "cli/junit.h"

#include <string.h>

/* Text and attributes alike; control characters that XML cannot hold become question marks. */
static void add_escaped(struct text *out, const char *string)
{
    static const struct {
        char character;
        const char *entity;
    } entities[] = {{'<', "&lt;"}, {'>', "&gt;"}, {'&', "&amp;"}, {'"', "&quot;"}, {'\n', "&#10;"}, {'\t', "&#9;"}};
    for (; *string; string++) {
        const char *entity = NULL;
        for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
            if (entities[i].character == *string)
                entity = entities[i].entity;
        if (entity)
            text_add(out, entity);
        else
            text_add_bytes(out, (unsigned char)*string < ' ' || *string == 0x7f ? "?" : string, 1);
    }
}

static void add_attribute(struct text *out, const char *name, const char *value)
{
    text_addf(out, " %s=\"", name);
    add_escaped(out, value);
    text_add(out, "\"");
}

/* dir/good.yaml as build servers like it: dir.good */
static void add_class_name(struct text *out, const char *file)
{
    struct text name = {0};
    const char *ending = strrchr(file, '.');
    size_t length = ending ? (size_t)(ending - file) : strlen(file);
    text_add_bytes(&name, file, length);
    for (size_t i = 0; i < name.length; i++)
        if (name.data[i] == '/')
            name.data[i] = '.';
    const char *string = text_string(&name);
    add_attribute(out, "classname", string + strspn(string, "."));
    out->failed |= name.failed;
    text_free(&name);
}

static void add_failure(struct text *out, const struct test_case *test)
{
    struct text message = {0};
    text_addf(&message, test->expected ? "got %s, expected %s" : "%s", test->got, test->expected);
    text_add(out, "      <failure");
    add_attribute(out, "type", test->kind);
    add_attribute(out, "message", text_string(&message));
    text_add(out, ">");
    add_escaped(out, text_string(&message));
    text_add(out, "\n");
    add_escaped(out, test->excerpt);
    text_add(out, "</failure>\n");
    out->failed |= message.failed;
    text_free(&message);
}

void junit_case(struct junit *junit, const struct test_case *test)
{
    struct text *out = &junit->cases;
    junit->count++;
    text_add(out, "    <testcase");
    add_attribute(out, "name", test->name);
    add_class_name(out, test->file);
    add_attribute(out, "file", test->file);
    if (test->line)
        text_addf(out, " line=\"%d\"", test->line);
    text_addf(out, " time=\"0\"%s>\n", test->passed ? "/" : "");
    if (test->passed)
        return;
    junit->failures++;
    add_failure(out, test);
    text_add(out, "    </testcase>\n");
}

void junit_suite(struct junit *junit, const struct test_suite *suite)
{
    enum { NS_PER_MS = 1000000 };
    struct text *out = &junit->suites;
    unsigned long long ms = suite->took_ns / NS_PER_MS;
    text_add(out, "  <testsuite");
    add_attribute(out, "name", suite->name);
    text_addf(out,
              " tests=\"%u\" failures=\"%u\" errors=\"0\" skipped=\"0\" time=\"%llu.%03llu\">\n"
              "    <properties><property name=\"seed\" value=\"%llu\"/></properties>\n",
              junit->count, junit->failures, ms / 1000, ms % 1000, (unsigned long long)suite->seed);
    text_add(out, text_string(&junit->cases));
    if (junit->failures) {
        text_add(out, "    <system-out>");
        add_escaped(out, suite->output);
        text_add(out, "</system-out>\n");
    }
    text_add(out, "  </testsuite>\n");
    out->failed |= junit->cases.failed;
    text_reset(&junit->cases);
    junit->count = junit->failures = 0;
}

void junit_write(struct text *out, const struct junit *junit)
{
    text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    text_add(out, text_string(&junit->suites));
    text_add(out, "</testsuites>\n");
    out->failed |= junit->suites.failed | junit->cases.failed;
}

void junit_free(struct junit *junit)
{
    text_free(&junit->suites);
    text_free(&junit->cases);
}
