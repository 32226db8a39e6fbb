/* SPDX-License-Identifier: MIT */
/* The sequence as a picture that needs no other program. */
#include "core/calendar.h"
#include "observe/sequence_layout.h"

#include <stdio.h>
#include <string.h>

#define FONT "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif"

enum {
    LEGEND_HEIGHT = 88,
    LEGEND_WIDTH = 700,
    BAR = 10, /* width of an activation bar */
    ARROW_HEAD = 9,
    REPEAT_HEADS = 24, /* steps above which the heads are repeated at the foot */
};

/* Fills of notes; their edges and words have the tone's colour */
static const char *const fills[TONE_COUNT] = {
    [TONE_PLAIN] = "#f3f5f7",
    [TONE_GOOD] = "#e3f6e7",
    [TONE_BAD] = "#ffebec",
    [TONE_WARNING] = "#fff6d6",
};

static const char *const style = "<style>\n"
                                 "text{font:13px " FONT ";fill:#1f2328}\n"
                                 ".time,.process,.key{font-size:11px;fill:#57606a}\n"
                                 ".time{text-anchor:end;font-variant-numeric:tabular-nums}\n"
                                 ".name{font-weight:bold;text-anchor:middle}\n"
                                 ".process,.number{text-anchor:middle}\n"
                                 ".number{font-size:10px;font-weight:bold;fill:#fff}\n"
                                 ".head{fill:#eaf1fb;stroke:#8fa8c8}\n"
                                 ".head.dll{fill:#f3edfb;stroke:#ab97cc}\n"
                                 ".lane{stroke:#c4cbd3;stroke-dasharray:4 4}\n"
                                 ".label{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}\n"
                                 ".bar{fill-opacity:.22}\n"
                                 ".summary{font-weight:bold}\n"
                                 "</style>\n";

static void add_escaped(struct text *text, const char *string, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        switch (string[i]) {
        case '&':
            text_add(text, "&amp;");
            break;
        case '<':
            text_add(text, "&lt;");
            break;
        case '>':
            text_add(text, "&gt;");
            break;
        case '"':
            text_add(text, "&quot;");
            break;
        default:
            text_add_bytes(text, string + i, 1);
        }
    }
}

static void add_string(struct text *text, const char *string)
{
    add_escaped(text, string, strlen(string));
}

/* A label. Where its width is known it is kept, whatever font there is. */
static void add_label(struct text *text, int x, int y, const char *colour, const char *anchor, const char *class,
                      const char *string)
{
    text_addf(text, "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\"", class, x, y, anchor);
    if (colour)
        text_addf(text, " style=\"fill:%s\"", colour);
    if (*string && layout_known(string))
        text_addf(text, " textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\"", layout_width(string, LAYOUT_FONT));
    text_add(text, ">");
    add_string(text, string);
    text_add(text, "</text>\n");
}

/* An arrow from x1 to x2, its point at x2 */
static void add_arrow(struct text *text, int x1, int x2, int y, const char *colour, bool dashed)
{
    int back = x2 > x1 ? -ARROW_HEAD : ARROW_HEAD;
    text_addf(text, "<path d=\"M%d %dH%d\" stroke=\"%s\" stroke-width=\"1.4\"%s/>", x1, y, dashed ? x2 : x2 + back / 2,
              colour, dashed ? " stroke-dasharray=\"5 3\"" : "");
    text_addf(text, "<path d=\"M%d %d.5l%d 4.5l%d 4.5%s\" stroke=\"%s\" fill=\"%s\"/>\n", x2 + back, y - 5, -back, back,
              dashed ? "" : "z", colour, dashed ? "none" : colour);
}

static void add_head(struct text *text, const struct sequence *sequence, size_t index, const struct layout_lane *place,
                     int y)
{
    const struct sequence_lane *lane = &sequence->lanes[index];
    const char *words = sequence_process(lane);
    text_addf(text, "<rect class=\"head%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n",
              lane->kind == LANE_DLL ? " dll" : "", place->x - place->width / 2, y, place->width, LAYOUT_HEAD_HEIGHT);
    text_addf(text, "<text class=\"name\" x=\"%d\" y=\"%d\">", place->x, y + (*words ? 19 : 27));
    add_string(text, sequence_text(sequence, lane->name));
    text_add(text, "</text>\n");
    if (*words)
        text_addf(text, "<text class=\"process\" x=\"%d\" y=\"%d\">%s</text>\n", place->x, y + 35, words);
}

static void add_bar(struct text *text, int x, const struct layout_step *place, const char *colour)
{
    text_addf(text,
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#fff\"/>"
              "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"%s\" "
              "stroke=\"%s\"/>\n",
              x - BAR / 2, place->y + LAYOUT_ARROW - 4, BAR, place->answer - LAYOUT_ARROW + 8, x - BAR / 2,
              place->y + LAYOUT_ARROW - 4, BAR, place->answer - LAYOUT_ARROW + 8, colour, colour);
}

static void add_callout(struct text *text, const struct sequence *sequence, const struct sequence_step *step,
                        const struct layout_picture *layout, const struct layout_step *place)
{
    const char *colour = sequence_connection_colour(step->connection);
    int from = layout->lanes[step->from].x, to = layout->lanes[step->to].x;
    add_bar(text, to, place, colour);
    add_arrow(text, from, to - BAR / 2, place->y + LAYOUT_ARROW, colour, false);
    add_arrow(text, to - BAR / 2, from, place->y + place->answer, tone_colours[step->tone], true);
    if (step->also != step->to) {
        int also = layout->lanes[step->also].x;
        add_bar(text, also, place, colour);
        text_addf(text, "<circle cx=\"%d\" cy=\"%d\" r=\"3\" fill=\"%s\"/>\n", also, place->y + LAYOUT_ARROW, colour);
    }
    add_label(text, from + LAYOUT_PAD, place->y + LAYOUT_ARROW - 6, NULL, "start", "label call",
              sequence_text(sequence, step->text));
    if (step->answer)
        add_label(text, from + LAYOUT_PAD, place->y + place->answer - 7, tone_colours[step->tone], "start",
                  "label answer", sequence_text(sequence, step->answer));
}

static void add_message(struct text *text, const struct sequence *sequence, const struct sequence_step *step,
                        const struct layout_picture *layout, const struct layout_step *place)
{
    int from = layout->lanes[step->from].x, to = layout->lanes[step->to].x;
    add_arrow(text, from, to, place->y + LAYOUT_ARROW, sequence_connection_colour(step->connection), false);
    add_label(text, (from < to ? from : to) + LAYOUT_PAD, place->y + LAYOUT_ARROW - 6, NULL, "start", "label message",
              sequence_text(sequence, step->text));
}

static void add_note(struct text *text, const struct sequence *sequence, const struct sequence_step *step,
                     const struct layout_step *place)
{
    const char *string = sequence_text(sequence, step->text);
    int width = place->right - place->left - 2 * LAYOUT_NOTE_PAD;
    int y = place->y + LAYOUT_NOTE_FIRST;
    text_addf(text,
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\" stroke=\"%s\" "
              "stroke-opacity=\".55\"/>\n",
              place->left, place->y, place->right - place->left, place->height - 12, fills[step->tone],
              tone_colours[step->tone]);
    while (*string) {
        size_t skip, taken = layout_break(string, width, &skip);
        text_addf(text, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" style=\"fill:%s\">",
                  (place->left + place->right) / 2, y, tone_colours[step->tone]);
        add_escaped(text, string, taken);
        text_add(text, "</text>\n");
        string += taken + skip;
        y += LAYOUT_LINE;
    }
}

static void add_step(struct text *text, const struct sequence *sequence, size_t index,
                     const struct layout_picture *layout)
{
    static const char *const classes[] = {[STEP_MESSAGE] = "message", [STEP_CALLOUT] = "callout", [STEP_NOTE] = "note"};
    const struct sequence_step *step = &sequence->steps[index];
    const struct layout_step *place = &layout->steps[index];
    int y = place->y + (step->kind == STEP_NOTE ? LAYOUT_NOTE_FIRST : LAYOUT_ARROW);
    text_addf(text, "<g class=\"%s\">\n", classes[step->kind]);
    if (step->rule) { /* shown when the pointer rests on the step */
        text_add(text, "<title>rule ");
        add_string(text, sequence_text(sequence, step->rule));
        text_add(text, "</title>\n");
    }
    if (index == 0 || step->time_ns != step[-1].time_ns) {
        text_addf(text, "<text class=\"time\" x=\"%d\" y=\"%d\">", LAYOUT_TIME_END, y);
        calendar_add_clock(text, step->time_ns);
        text_add(text, "</text>\n");
    }
    if (step->connection) {
        char number[32];
        int length = snprintf(number, sizeof number, "%u", (unsigned)step->connection);
        if (step->link > 1)
            snprintf(number + length, sizeof number - (size_t)length, ".%u", (unsigned)step->link);
        int wide = layout_width(number, 10) + 12;
        text_addf(text,
                  "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"16\" rx=\"8\" fill=\"%s\"/>"
                  "<text class=\"number\" x=\"%d\" y=\"%d\">%s</text>\n",
                  LAYOUT_BADGE, y - 12, wide, sequence_connection_colour(step->connection), LAYOUT_BADGE + wide / 2, y,
                  number);
    }
    if (step->kind == STEP_CALLOUT)
        add_callout(text, sequence, step, layout, place);
    else if (step->kind == STEP_MESSAGE)
        add_message(text, sequence, step, layout, place);
    else
        add_note(text, sequence, step, place);
    text_add(text, "</g>\n");
}

/* --- legend --- */

static void add_key(struct text *text, int x, int y, const char *words)
{
    text_addf(text, "<text class=\"key\" x=\"%d\" y=\"%d\">%s</text>\n", x, y, words);
}

static void add_legend(struct text *text, const struct sequence *sequence, const struct layout_picture *layout)
{
    int y = layout->height - LEGEND_HEIGHT + 34;
    static const struct {
        int x;
        enum tone tone;
        const char *words;
    } answers[] = {
        {172, TONE_PLAIN, "answer"},
        {272, TONE_GOOD, "TRUE"},
        {366, TONE_BAD, "FALSE, error"},
    };
    text_addf(text, "<g class=\"legend\">\n<path d=\"M%d %dH%d\" stroke=\"#d0d7de\"/>\n", LAYOUT_MARGIN, y - 20,
              layout->width - LAYOUT_MARGIN);
    add_arrow(text, LAYOUT_MARGIN, LAYOUT_MARGIN + 40, y, sequence_connection_colour(1), false);
    add_key(text, LAYOUT_MARGIN + 48, y + 4, "callout, call");
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        add_arrow(text, answers[i].x + 40, answers[i].x, y, tone_colours[answers[i].tone], true);
        add_key(text, answers[i].x + 48, y + 4, answers[i].words);
    }
    for (int i = 0; i < 3; i++)
        text_addf(text,
                  "<rect x=\"%d\" y=\"%d\" width=\"16\" height=\"16\" rx=\"8\" fill=\"%s\"/>"
                  "<text class=\"number\" x=\"%d\" y=\"%d\">%d</text>\n",
                  512 + i * 20, y - 8, sequence_connection_colour((uint32_t)i + 1), 520 + i * 20, y + 4, i + 1);
    add_key(text, 580, y + 4, "connection");
    text_addf(text, "<text class=\"summary\" x=\"%d\" y=\"%d\">", LAYOUT_MARGIN, y + 34);
    add_string(text, sequence_text(sequence, sequence->summary));
    text_add(text, "</text>\n</g>\n");
}

void sequence_add_svg(struct text *text, const struct sequence *sequence)
{
    struct layout_picture layout = layout_make(sequence, LEGEND_HEIGHT, LEGEND_WIDTH);
    text->failed |= layout.failed;
    if (!layout.failed) {
        bool repeat = sequence->step_count > REPEAT_HEADS;
        int foot = layout.lanes_end;
        if (repeat)
            layout.height += LAYOUT_HEAD_HEIGHT;
        text_addf(text,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                  "viewBox=\"0 0 %d %d\" role=\"img\">\n<title>RRAS callout sequence</title>\n",
                  layout.width, layout.height, layout.width, layout.height);
        text_add(text, style);
        text_addf(text, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", layout.width, layout.height);
        for (size_t i = 0; i < sequence->lane_count; i++) {
            text_addf(text, "<path class=\"lane\" d=\"M%d %dV%d\"/>\n", layout.lanes[i].x,
                      LAYOUT_HEADS + LAYOUT_HEAD_HEIGHT, foot);
            add_head(text, sequence, i, &layout.lanes[i], LAYOUT_HEADS);
            if (repeat)
                add_head(text, sequence, i, &layout.lanes[i], foot);
        }
        for (size_t i = 0; i < sequence->step_count; i++)
            add_step(text, sequence, i, &layout);
        add_legend(text, sequence, &layout);
        text_add(text, "</svg>\n");
    }
    layout_free(&layout);
}
