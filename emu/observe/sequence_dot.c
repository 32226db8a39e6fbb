/* SPDX-License-Identifier: MIT */
/* The sequence for Graphviz: every node has its place, `layout=nop` keeps it there. */
#include "core/calendar.h"
#include "observe/sequence_layout.h"

#include <string.h>

static const char *const fills[TONE_COUNT] = {
    [TONE_PLAIN] = "#f3f5f7",
    [TONE_GOOD] = "#e3f6e7",
    [TONE_BAD] = "#ffebec",
    [TONE_WARNING] = "#fff6d6",
};

/* Inside quotes: Graphviz reads backslashes and HTML's names of characters */
static void add_escaped(struct text *text, const char *string, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (string[i] == '&')
            text_add(text, "&amp;");
        else if (string[i] == '"' || string[i] == '\\')
            text_addf(text, "\\%c", string[i]);
        else
            text_add_bytes(text, string + i, 1);
    }
}

/* A picture on its way: nodes are numbered, y grows upwards */
struct drawing {
    struct text *text;
    const struct sequence *sequence;
    struct layout_picture layout;
    unsigned nodes;
};

/* Opens a node with its place; the caller adds attributes and closes it. */
static unsigned add_node(struct drawing *drawing, int x, int y)
{
    text_addf(drawing->text, "  n%u [pos=\"%d,%d\"", drawing->nodes, x, drawing->layout.height - y);
    return drawing->nodes++;
}

static unsigned add_point(struct drawing *drawing, int x, int y)
{
    unsigned node = add_node(drawing, x, y);
    text_add(drawing->text, ", shape=point, style=invis, width=0, height=0];\n");
    return node;
}

/* Words from x to the right, or to the left, or around it */
enum side { SIDE_RIGHT, SIDE_LEFT };

static void add_label(struct drawing *drawing, int x, int y, enum side side, const char *colour, const char *class,
                      const char *string)
{
    int size = side == SIDE_LEFT ? LAYOUT_SMALL : LAYOUT_FONT;
    int half = layout_width(string, size) / 2;
    add_node(drawing, side == SIDE_LEFT ? x - half : x + half, y);
    text_addf(drawing->text, ", class=\"%s\", fontsize=%d, fontcolor=\"%s\", label=\"", class, size, colour);
    add_escaped(drawing->text, string, strlen(string));
    text_add(drawing->text, "\"];\n");
}

static void add_edge(struct drawing *drawing, int x1, int x2, int y, const char *class, const char *attributes,
                     const char *colour)
{
    unsigned from = add_point(drawing, x1, y), to = add_point(drawing, x2, y);
    text_addf(drawing->text, "  n%u -> n%u [class=\"%s\", color=\"%s\"%s];\n", from, to, class, colour, attributes);
}

static void add_lane(struct drawing *drawing, size_t index)
{
    const struct sequence_lane *lane = &drawing->sequence->lanes[index];
    const struct layout_lane *place = &drawing->layout.lanes[index];
    const char *name = sequence_text(drawing->sequence, lane->name);
    const char *words = sequence_process(lane);
    unsigned top = add_point(drawing, place->x, LAYOUT_HEADS + LAYOUT_HEAD_HEIGHT);
    unsigned foot = add_point(drawing, place->x, drawing->layout.lanes_end);
    text_addf(drawing->text,
              "  n%u -> n%u [class=\"lane\", color=\"#c4cbd3\", style=dashed, "
              "arrowhead=none];\n",
              top, foot);
    add_node(drawing, place->x, LAYOUT_HEADS + LAYOUT_HEAD_HEIGHT / 2);
    text_addf(drawing->text,
              ", class=\"head\", shape=box, style=\"filled,rounded\", fillcolor=\"%s\", "
              "color=\"#8fa8c8\", width=%d.%02d, height=0.6, label=\"",
              lane->kind == LANE_DLL ? "#f3edfb" : "#eaf1fb", place->width / 72, place->width % 72 * 100 / 72);
    add_escaped(drawing->text, name, strlen(name));
    text_addf(drawing->text, "%s%s\"];\n", *words ? "\\n" : "", words);
}

static void add_note(struct drawing *drawing, const struct sequence_step *step, const struct layout_step *place)
{
    const char *string = sequence_text(drawing->sequence, step->text);
    int width = place->right - place->left, height = place->height - 12;
    add_node(drawing, (place->left + place->right) / 2, place->y + height / 2);
    text_addf(drawing->text,
              ", class=\"note\", shape=box, style=\"filled,rounded\", fillcolor=\"%s\", "
              "color=\"%s\", fontcolor=\"%s\", width=%d.%02d, height=%d.%02d, label=\"",
              fills[step->tone], tone_colours[step->tone], tone_colours[step->tone], width / 72, width % 72 * 100 / 72,
              height / 72, height % 72 * 100 / 72);
    for (bool first = true; *string; first = false) {
        size_t skip, taken = layout_break(string, width - 2 * LAYOUT_NOTE_PAD, &skip);
        text_add(drawing->text, first ? "" : "\\n");
        add_escaped(drawing->text, string, taken);
        string += taken + skip;
    }
    text_add(drawing->text, "\"];\n");
}

static void add_arrows(struct drawing *drawing, const struct sequence_step *step, const struct layout_step *place)
{
    const struct sequence *sequence = drawing->sequence;
    bool callout = step->kind == STEP_CALLOUT;
    int from = drawing->layout.lanes[step->from].x, to = drawing->layout.lanes[step->to].x;
    int y = place->y + LAYOUT_ARROW, back = place->y + place->answer;
    add_edge(drawing, from, to, y, callout ? "callout" : "message", "", sequence_connection_colour(step->connection));
    add_label(drawing, (from < to ? from : to) + LAYOUT_PAD, y - 9, SIDE_RIGHT, "#1f2328", callout ? "call" : "words",
              sequence_text(sequence, step->text));
    if (!callout)
        return;
    if (step->also != step->to) { /* called there too */
        add_node(drawing, drawing->layout.lanes[step->also].x, y);
        text_addf(drawing->text, ", shape=point, width=0.08, height=0.08, color=\"%s\"];\n",
                  sequence_connection_colour(step->connection));
    }
    add_edge(drawing, to, from, back, "return", ", style=dashed, arrowhead=vee", tone_colours[step->tone]);
    if (step->answer)
        add_label(drawing, from + LAYOUT_PAD, back - 8, SIDE_RIGHT, tone_colours[step->tone], "answer",
                  sequence_text(sequence, step->answer));
}

static void add_step(struct drawing *drawing, size_t index)
{
    const struct sequence_step *step = &drawing->sequence->steps[index];
    const struct layout_step *place = &drawing->layout.steps[index];
    struct text words = {0};
    int y = place->y + (step->kind == STEP_NOTE ? LAYOUT_NOTE_FIRST : LAYOUT_ARROW) - 4;
    if (index == 0 || step->time_ns != step[-1].time_ns) {
        calendar_add_clock(&words, step->time_ns);
        add_label(drawing, LAYOUT_TIME_END, y, SIDE_LEFT, "#57606a", "time", text_string(&words));
        text_reset(&words);
    }
    if (step->connection) {
        text_add_uint(&words, step->connection);
        if (step->link > 1)
            text_addf(&words, ".%u", (unsigned)step->link);
        add_label(drawing, LAYOUT_BADGE, y, SIDE_RIGHT, sequence_connection_colour(step->connection), "connection",
                  text_string(&words));
    }
    drawing->text->failed |= words.failed;
    text_free(&words);
    if (step->kind == STEP_NOTE)
        add_note(drawing, step, place);
    else
        add_arrows(drawing, step, place);
}

void sequence_add_dot(struct text *text, const struct sequence *sequence)
{
    enum { SUMMARY_HEIGHT = 40 };
    struct drawing drawing = {text, sequence, layout_make(sequence, SUMMARY_HEIGHT, 0), 0};
    text->failed |= drawing.layout.failed;
    if (!drawing.layout.failed) {
        text_add(text, "digraph sequence {\n"
                       "  layout=nop; splines=line; bgcolor=white;\n"
                       "  node [fontname=\"Arial\", fontsize=13, shape=plaintext, width=0, height=0,"
                       " margin=0];\n"
                       "  edge [arrowsize=0.7];\n");
        for (size_t i = 0; i < sequence->lane_count; i++)
            add_lane(&drawing, i);
        for (size_t i = 0; i < sequence->step_count; i++)
            add_step(&drawing, i);
        add_label(&drawing, LAYOUT_MARGIN, drawing.layout.lanes_end + SUMMARY_HEIGHT / 2, SIDE_RIGHT, "#57606a",
                  "summary", sequence_text(sequence, sequence->summary));
        text_add(text, "}\n");
    }
    layout_free(&drawing.layout);
}
