/* SPDX-License-Identifier: MIT */
#include "cli/junit.h"

/* Text for an attribute; control characters XML cannot hold become question marks */
static void add_escaped(struct text *out, const char *string)
{
    for (; *string; string++) {
        switch (*string) {
        case '<':
            text_add(out, "&lt;");
            break;
        case '>':
            text_add(out, "&gt;");
            break;
        case '&':
            text_add(out, "&amp;");
            break;
        case '"':
            text_add(out, "&quot;");
            break;
        case '\n':
            text_add(out, "&#10;");
            break;
        default:
            text_add_bytes(out, (unsigned char)*string < ' ' ? "?" : string, 1);
        }
    }
}

void junit_case(struct junit *junit, const char *name, const char *what)
{
    junit->count++;
    text_add(&junit->cases, "    <testcase name=\"");
    add_escaped(&junit->cases, name);
    if (!what) {
        text_add(&junit->cases, "\"/>\n");
        return;
    }
    junit->failures++;
    text_add(&junit->cases, "\"><failure message=\"");
    add_escaped(&junit->cases, what);
    text_add(&junit->cases, "\"/></testcase>\n");
}

void junit_suite(struct junit *junit, const char *name, uint64_t seed)
{
    text_add(&junit->suites, "  <testsuite name=\"");
    add_escaped(&junit->suites, name);
    text_addf(&junit->suites,
              "\" tests=\"%u\" failures=\"%u\">\n"
              "    <properties><property name=\"seed\" value=\"%llu\"/></properties>\n",
              junit->count, junit->failures, (unsigned long long)seed);
    text_add(&junit->suites, text_string(&junit->cases));
    text_add(&junit->suites, "  </testsuite>\n");
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
