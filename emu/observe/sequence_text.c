/* SPDX-License-Identifier: MIT */
/* The sequence in languages that are themselves text: Mermaid, mscgen's, Markdown. */
#include "core/calendar.h"
#include "observe/sequence_layout.h"

#include <string.h>

/* --- what a language's escapes look like --- */

typedef void escape(struct text *text, const char *string);

/* Mermaid reads `#35;` as the character 35. Whatever may mean something to it is written so, the
 * backslash because `\n` would be a line end, the dollar because `$$` begins a formula. */
static void escape_mermaid(struct text *text, const char *string)
{
    for (; *string; string++) {
        if (strchr("#;<>&\"`%{}\\$@", *string))
            text_addf(text, "#%d;", *string);
        else
            text_add_bytes(text, string, 1);
    }
}

/* mscgen knows `\"` and `\n` and has no way to write a backslash in front of an n, a quote or the
 * end: a blank without width (U+200B) keeps them apart. */
static void escape_msc(struct text *text, const char *string)
{
    for (; *string; string++) {
        if (*string == '"')
            text_add(text, "\\\"");
        else if (*string == '\\' && (!string[1] || strchr("n\"\\", string[1])))
            text_add(text, "\\\xe2\x80\x8b");
        else
            text_add_bytes(text, string, 1);
    }
}

static void escape_markdown(struct text *text, const char *string)
{
    for (; *string; string++) {
        if (*string == '&')
            text_add(text, "&amp;");
        else if (*string == '<')
            text_add(text, "&lt;");
        else if (strchr("\\`*_{}[]#|~>!$@", *string))
            text_addf(text, "\\%c", *string);
        else
            text_add_bytes(text, string, 1);
    }
}

static void add_number(struct text *text, const struct sequence_step *step)
{
    if (step->connection)
        text_addf(text, "%u", (unsigned)step->connection);
    if (step->link)
        text_addf(text, ".%u", (unsigned)step->link);
}

/* --- mermaid --- */

/* Time and connection: there is no column for them */
static void add_when(struct text *text, const struct sequence_step *step)
{
    calendar_add_clock(text, step->time_ns);
    if (step->connection) {
        text_add(text, " (");
        add_number(text, step);
        text_add(text, ")");
    }
    text_add(text, " ");
}

static const char *id_of(const struct sequence *sequence, size_t lane)
{
    return sequence->lanes[lane].id;
}

static void add_mermaid_lane(struct text *text, const struct sequence *sequence, const struct sequence_lane *lane)
{
    const char *words = sequence_process(lane);
    text_addf(text, "    %s %s as ", lane->kind == LANE_CLIENT ? "actor" : "participant", lane->id);
    escape_mermaid(text, sequence_text(sequence, lane->name));
    text_addf(text, "%s%s\n", *words ? "<br/>" : "", words);
}

static void add_mermaid_over(struct text *text, const struct sequence *sequence, size_t first, size_t last)
{
    text_addf(text, "    Note over %s%s%s: ", id_of(sequence, first), first == last ? "" : ",",
              first == last ? "" : id_of(sequence, last));
}

static void add_mermaid_step(struct text *text, const struct sequence *sequence, const struct sequence_step *step)
{
    const char *from = id_of(sequence, step->from), *to = id_of(sequence, step->to);
    if (step->kind == STEP_NOTE)
        add_mermaid_over(text, sequence, step->from, step->to);
    else
        text_addf(text, "    %s->>%s%s: ", from, step->kind == STEP_CALLOUT ? "+" : "", to);
    add_when(text, step);
    escape_mermaid(text, sequence_text(sequence, step->text));
    text_add(text, "\n");
    if (step->kind != STEP_CALLOUT)
        return;
    text_addf(text, "    %s-->>-%s: ", to, from);
    escape_mermaid(text, step->answer ? sequence_text(sequence, step->answer) : "done");
    text_add(text, "\n");
}

void sequence_add_mermaid(struct text *text, const struct sequence *sequence)
{
    text_add(text, "sequenceDiagram\n");
    for (size_t i = 0; i < sequence->lane_count; i++)
        add_mermaid_lane(text, sequence, &sequence->lanes[i]);
    for (size_t i = 0; i < sequence->step_count; i++)
        add_mermaid_step(text, sequence, &sequence->steps[i]);
    add_mermaid_over(text, sequence, 0, sequence->lane_count - 1);
    escape_mermaid(text, sequence_text(sequence, sequence->summary));
    text_add(text, "\n");
}

/* --- msc --- */

enum { MSC_LEAST = 130, MSC_PAD = 72 };

/* mscgen's lanes are equally far apart: as far as the longest label needs. */
static int msc_lane_width(const struct sequence *sequence)
{
    int width = MSC_LEAST;
    for (size_t i = 0; i < sequence->step_count; i++) {
        const struct sequence_step *step = &sequence->steps[i];
        size_t span = step->from < step->to ? step->to - step->from : step->from - step->to;
        int label = layout_width(sequence_text(sequence, step->text), LAYOUT_FONT) * 9 / 8 + MSC_PAD;
        if (step->kind != STEP_NOTE && span > 0 && label / (int)span > width)
            width = label / (int)span;
    }
    for (size_t i = 0; i < sequence->lane_count; i++) {
        int name = layout_width(sequence_text(sequence, sequence->lanes[i].name), LAYOUT_FONT);
        width = name + MSC_PAD > width ? name + MSC_PAD : width;
    }
    return width;
}

static void add_msc_step(struct text *text, const struct sequence *sequence, const struct sequence_step *step)
{
    static const char *const fills[TONE_COUNT] = {
        [TONE_PLAIN] = "#f3f5f7", [TONE_GOOD] = "#e3f6e7", [TONE_BAD] = "#ffebec", [TONE_WARNING] = "#fff6d6"};
    const char *from = id_of(sequence, step->from), *to = id_of(sequence, step->to);
    text_add(text, "  time box time [label=\"");
    calendar_add_clock(text, step->time_ns);
    text_add(text, "  ");
    add_number(text, step);
    text_addf(text, "\", linecolour=\"#ffffff\", textcolour=\"%s\"],\n  %s %s %s [label=\"",
              sequence_connection_colour(step->connection), from, step->kind == STEP_NOTE ? "rbox" : "=>", to);
    escape_msc(text, sequence_text(sequence, step->text));
    if (step->kind == STEP_NOTE)
        text_addf(text, "\", textcolour=\"%s\", linecolour=\"%s\", textbgcolour=\"%s\"];\n", tone_colours[step->tone],
                  tone_colours[step->tone], fills[step->tone]);
    else
        text_addf(text, "\", linecolour=\"%s\"];\n", sequence_connection_colour(step->connection));
    if (step->kind != STEP_CALLOUT)
        return;
    text_addf(text, "  %s >> %s [label=\"", to, from);
    escape_msc(text, sequence_text(sequence, step->answer));
    text_addf(text, "\", textcolour=\"%s\", linecolour=\"%s\"];\n", tone_colours[step->tone], tone_colours[step->tone]);
}

void sequence_add_msc(struct text *text, const struct sequence *sequence)
{
    text_addf(text, "msc {\n  width=\"%d\", wordwraparcs=true;\n  time [label=\"\", linecolour=\"#ffffff\"]",
              msc_lane_width(sequence) * (int)(sequence->lane_count + 1));
    for (size_t i = 0; i < sequence->lane_count; i++) {
        const struct sequence_lane *lane = &sequence->lanes[i];
        const char *words = sequence_process(lane);
        text_addf(text, ",\n  %s [label=\"", lane->id);
        escape_msc(text, sequence_text(sequence, lane->name));
        text_addf(text, "%s%s\"]", *words ? "\\n" : "", words);
    }
    text_add(text, ";\n");
    for (size_t i = 0; i < sequence->step_count; i++)
        add_msc_step(text, sequence, &sequence->steps[i]);
    text_add(text, "  --- [label=\"");
    escape_msc(text, sequence_text(sequence, sequence->summary));
    text_add(text, "\"];\n}\n");
}

/* --- markdown --- */

static void add_cell(struct text *text, const struct sequence *sequence, sequence_string string)
{
    text_add(text, " | ");
    escape_markdown(text, sequence_text(sequence, string));
}

static void add_lane_cell(struct text *text, const struct sequence *sequence, size_t index)
{
    const struct sequence_lane *lane = &sequence->lanes[index];
    const char *words = sequence_process(lane);
    add_cell(text, sequence, lane->name);
    text_addf(text, "%s%s%s", *words ? " (" : "", words, *words ? ")" : "");
}

void sequence_add_markdown(struct text *text, const struct sequence *sequence)
{
    text_add(text, "| time | connection | from | to | what | answer | rule |\n"
                   "|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < sequence->step_count; i++) {
        const struct sequence_step *step = &sequence->steps[i];
        text_add(text, "| ");
        calendar_add_clock(text, step->time_ns);
        text_add(text, " | ");
        add_number(text, step);
        if (step->kind == STEP_NOTE) {
            text_add(text, " |  | ");
        } else {
            add_lane_cell(text, sequence, step->from);
            add_lane_cell(text, sequence, step->to);
        }
        add_cell(text, sequence, step->text);
        add_cell(text, sequence, step->answer);
        add_cell(text, sequence, step->rule);
        text_add(text, " |\n");
    }
    text_add(text, "\n");
    escape_markdown(text, sequence_text(sequence, sequence->summary));
    text_add(text, "\n\n```mermaid\n");
    sequence_add_mermaid(text, sequence);
    text_add(text, "```\n");
}
