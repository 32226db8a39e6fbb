/* SPDX-License-Identifier: MIT */
#include "host/def_file.h"

#include <stdio.h>
#include <string.h>

/* A word of the file: a name, a number, or one of the marks = and @ */
struct word {
    const char *text;
    size_t length;
    bool end; /* there is no further one */
    unsigned line, column;
};

struct reader {
    const char *at, *end, *line_begin;
    unsigned line;
    const char *path;
    struct error *error;
};

static struct word next_word(struct reader *reader)
{
    while (reader->at < reader->end) {
        char c = *reader->at;
        if (c == ';')
            while (reader->at < reader->end && *reader->at != '\n')
                reader->at++;
        else if (c == '\n') {
            reader->line_begin = ++reader->at;
            reader->line++;
        } else if (strchr(" \t\r,", c) && c)
            reader->at++;
        else
            break;
    }
    struct word word = {.text = reader->at,
                        .end = reader->at == reader->end,
                        .line = reader->line,
                        .column = (unsigned)(reader->at - reader->line_begin) + 1};
    bool quoted = reader->at < reader->end && *reader->at == '"';
    const char *stop = quoted ? "\"\n" : " \t\r\n,;=@";
    if (quoted)
        word.text = ++reader->at;
    /* directly behind a name an @ belongs to it, as in _Name@8 */
    while (reader->at < reader->end &&
           (!*reader->at || !strchr(stop, *reader->at) || (*reader->at == '@' && !quoted && reader->at > word.text)))
        reader->at++;
    word.length = (size_t)(reader->at - word.text);
    if (reader->at < reader->end && (quoted ? *reader->at == '"' : word.length == 0)) {
        reader->at++; /* the second quote, or the mark */
        word.length += !quoted;
    }
    return word;
}

static bool is(const struct word *word, const char *text)
{
    return word->length == strlen(text) && memcmp(word->text, text, word->length) == 0;
}

static bool complain(struct reader *reader, const struct word *word, const char *expected)
{
    char found[64];
    snprintf(found, sizeof found, "%.*s", (int)word->length, word->text);
    return error_set(reader->error, FAILURE_USAGE, "%s:%u:%u: %s, expected %s", reader->path, word->line, word->column,
                     word->end ? "the end" : found, expected);
}

/* What linkers on both sides take as a name; in front of that nothing has to be quoted */
static bool is_name(const struct word *word)
{
    for (size_t i = 0; i < word->length; i++) {
        char c = word->text[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
        if (!letter && !(i > 0 && c >= '0' && c <= '9'))
            return false;
    }
    return word->length > 0;
}

static bool is_number(const struct word *word)
{
    size_t digits = 0;
    while (digits < word->length && word->text[digits] >= '0' && word->text[digits] <= '9')
        digits++;
    return digits > 0 && digits == word->length;
}

/* What was expected in the place of a word that is no name */
static const char *expected_instead(const struct word *word, const char *otherwise)
{
    return memchr(word->text, '@', word->length) && word->length > 1
               ? "a name without what 32-bit compilers add to it, which those for x64 do not; an ordinal has a space "
                 "in front of its @"
               : otherwise;
}

/* Another encoding, by the mark that editors put in front; *source is behind it in the end. */
static bool skip_mark(const char **source, size_t *length, const char *path, struct error *error)
{
    size_t mark = *length >= 3 && memcmp(*source, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    if (*length >= 2 && (memcmp(*source, "\xff\xfe", 2) == 0 || memcmp(*source, "\xfe\xff", 2) == 0))
        return error_set(error, FAILURE_USAGE, "%s:1:1: text in UTF-16, expected one in UTF-8 or ANSI, as linkers read",
                         path);
    *source += mark;
    *length -= mark;
    return true;
}

/* One entry of EXPORTS: NAME[=INTERNAL] [@ORDINAL [NONAME]] [PRIVATE] [DATA]; *word is the word behind
 * it in the end. */
static bool convert_export(struct reader *reader, struct word *word, struct text *names, struct text *script)
{
    struct word name = *word, internal = *word;
    bool by_name = true;
    if (!is_name(&name))
        return complain(reader, &name, expected_instead(&name, "the name of an export"));
    *word = next_word(reader);
    if (is(word, "=")) {
        internal = next_word(reader);
        if (!is_name(&internal))
            return complain(reader, &internal,
                            expected_instead(&internal, "a name of this DLL's; other DLLs are not forwarded to"));
        *word = next_word(reader);
    }
    if (is(word, "@")) {
        struct word ordinal = next_word(reader);
        if (!is_number(&ordinal))
            return complain(reader, &ordinal, "an ordinal number");
        *word = next_word(reader);
    }
    for (; is(word, "NONAME") || is(word, "PRIVATE") || is(word, "DATA"); *word = next_word(reader))
        by_name &= !is(word, "NONAME");
    if (!by_name) /* RRAS looks for names */
        return true;
    text_addf(names, " %.*s;", (int)name.length, name.text);
    if (internal.text != name.text)
        text_addf(script, "%.*s = %.*s;\n", (int)name.length, name.text, (int)internal.length, internal.text);
    text_addf(script, "ASSERT(DEFINED(%.*s), \"%s:%u:%u: %.*s is exported, and nothing defines it\")\n",
              (int)internal.length, internal.text, reader->path, name.line, name.column, (int)internal.length,
              internal.text);
    return true;
}

enum statement { STATEMENT_NONE, STATEMENT_EXPORTS, STATEMENT_SECTIONS, STATEMENT_OTHER };

static enum statement statement(const struct word *word)
{
    static const char *const others[] = {"NAME", "LIBRARY", "DESCRIPTION", "VERSION", "HEAPSIZE", "STACKSIZE", "STUB"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is(word, others[i]))
            return STATEMENT_OTHER;
    return is(word, "EXPORTS") ? STATEMENT_EXPORTS : is(word, "SECTIONS") ? STATEMENT_SECTIONS : STATEMENT_NONE;
}

/* *word is its first word, and in the end the word behind it. Only exports mean something here. */
static bool convert_statement(struct reader *reader, struct word *word, struct text *names, struct text *script)
{
    enum statement kind = statement(word);
    unsigned line = word->line;
    bool fine = true;
    if (kind == STATEMENT_NONE)
        return complain(reader, word, "a statement such as LIBRARY or EXPORTS");
    *word = next_word(reader);
    while (fine && !word->end && (kind == STATEMENT_OTHER ? word->line == line : !statement(word))) {
        if (kind == STATEMENT_EXPORTS)
            fine = convert_export(reader, word, names, script);
        else
            *word = next_word(reader);
    }
    return fine;
}

bool def_file_convert(struct text *script, const char *source, size_t length, const char *path, struct error *error)
{
    if (!skip_mark(&source, &length, path, error))
        return false;
    struct reader reader = {source, source + length, source, 1, path, error};
    struct text names = {0}, rest = {0};
    struct word word = next_word(&reader);
    bool fine = true;
    while (fine && !word.end)
        fine = convert_statement(&reader, &word, &names, &rest);
    if (fine && names.length == 0)
        fine = error_set(error, FAILURE_USAGE, "%s: exports nothing, expected names behind EXPORTS", path);
    if (fine) {
        text_addf(script, "VERSION { " DEF_VERSION " { global: DllMain;%s local: *; }; }\n%s", text_string(&names),
                  text_string(&rest));
        if (names.failed || rest.failed || script->failed)
            fine = error_out_of_memory(error);
    }
    text_free(&names);
    text_free(&rest);
    return fine;
}
