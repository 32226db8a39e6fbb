/* SPDX-License-Identifier: MIT */
#include "observe/sequence_layout.h"

#include "core/utf16.h"

#include <stdlib.h>
#include <string.h>

/* --- text --- */

enum { UNITS = 1000, WIDE = 1000, UNKNOWN = 800 };

/* Advance widths of Helvetica for the characters from blank to tilde, in 1/1000 of the size (Adobe
 * font metrics, core 14 fonts) */
static const short widths[] = {
    278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, /*   - / */
    556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, /* 0 - ? */
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, /* @ - O */
    667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, /* P - _ */
    333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, /* ` - o */
    556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,      /* p - ~ */
};

static int width_of(uint32_t code)
{
    if (code >= ' ' && code <= '~')
        return widths[code - ' '];
    return code >= 0x1100 ? WIDE : UNKNOWN;
}

int layout_width(const char *string, int size)
{
    long long sum = 0;
    while (*string) {
        uint32_t code = 0xfffd;
        size_t taken = utf8_decode(string, &code);
        sum += width_of(code);
        string += taken ? taken : 1;
    }
    return (int)((sum * size + UNITS - 1) / UNITS);
}

bool layout_known(const char *string)
{
    for (; *string; string++)
        if (*string < ' ' || *string > '~')
            return false;
    return true;
}

size_t layout_break(const char *string, int width, size_t *skip)
{
    long long sum = 0, most = (long long)width * UNITS / LAYOUT_FONT;
    size_t at = 0, blank = 0;
    *skip = 0;
    while (string[at]) {
        uint32_t code = 0xfffd;
        size_t taken = utf8_decode(string + at, &code);
        sum += width_of(code);
        if (sum > most && at > 0) {
            *skip = blank > 0;
            return blank ? blank : at;
        }
        if (code == ' ')
            blank = at;
        at += taken ? taken : 1;
    }
    return at;
}

/* --- places --- */

enum {
    LANE_GAP = 28,
    HEAD_PAD = 16,
    HEAD_LEAST = 92,
    MESSAGE_HEIGHT = 34,
    ANSWER_STEP = 26, /* from a call's arrow to its answer's */
    VOID_STEP = 14,   /* the same where nothing is said */
    CALLOUT_END = 16,
    NOTE_GAP = 12,
    NOTE_LEAST = 430,
    NOTE_OVER = 12, /* how far a note goes beyond its lanes */
    TIME_GAP = 8,   /* where time passes */
};

static int max(int a, int b)
{
    return a > b ? a : b;
}

static size_t first_lane(const struct sequence_step *step)
{
    return step->from < step->to ? step->from : step->to;
}

static size_t last_lane(const struct sequence_step *step)
{
    return step->from < step->to ? step->to : step->from;
}

static int head_width(const struct sequence *sequence, const struct sequence_lane *lane)
{
    const char *words = sequence_process(lane);
    /* names are bold: about an eighth wider */
    int name = layout_width(sequence_text(sequence, lane->name), LAYOUT_FONT) * 9 / 8;
    int below = layout_width(words, LAYOUT_SMALL);
    return max(HEAD_LEAST, max(name, below) + 2 * HEAD_PAD);
}

/* Lanes from the left: each as near as heads and labels allow */
static void place_lanes(const struct sequence *sequence, struct layout_picture *layout)
{
    for (size_t i = 0; i < sequence->lane_count; i++) {
        struct layout_lane *lane = &layout->lanes[i];
        lane->width = head_width(sequence, &sequence->lanes[i]);
        lane->x = i == 0 ? LAYOUT_LANES + lane->width / 2 : lane[-1].x + (lane[-1].width + lane->width) / 2 + LANE_GAP;
        for (size_t j = 0; j < sequence->step_count && i > 0; j++) {
            const struct sequence_step *step = &sequence->steps[j];
            size_t nearest = step->also && step->also < step->to ? step->also : last_lane(step);
            if (step->kind == STEP_NOTE || nearest != i)
                continue;
            int text = max(layout_width(sequence_text(sequence, step->text), LAYOUT_FONT),
                           layout_width(sequence_text(sequence, step->answer), LAYOUT_FONT));
            lane->x = max(lane->x, layout->lanes[first_lane(step)].x + text + 3 * LAYOUT_PAD);
        }
    }
}

static int note_lines(const char *text, int width)
{
    int lines = 0;
    do {
        size_t skip, taken = layout_break(text, width, &skip);
        text += taken + skip;
        lines++;
    } while (*text);
    return lines;
}

/* A note stands over its lanes: as wide as its words, or broken into lines */
static void place_note(const struct sequence *sequence, const struct sequence_step *step,
                       const struct layout_picture *layout, struct layout_step *place)
{
    const char *text = sequence_text(sequence, step->text);
    int left = layout->lanes[step->from].x - NOTE_OVER, right = layout->lanes[step->to].x + NOTE_OVER;
    int words = layout_width(text, LAYOUT_FONT) + 2 * LAYOUT_NOTE_PAD;
    if (step->connection && words <= right - left) {
        left = (left + right - words) / 2;
        right = left + words;
    } else if (right - left < NOTE_LEAST) {
        right = left + NOTE_LEAST;
    }
    place->left = left;
    place->right = right;
    place->height = note_lines(text, right - left - 2 * LAYOUT_NOTE_PAD) * LAYOUT_LINE + LAYOUT_NOTE_PAD + NOTE_GAP;
}

static void place_steps(const struct sequence *sequence, struct layout_picture *layout)
{
    int y = LAYOUT_HEADS + LAYOUT_HEAD_HEIGHT + NOTE_GAP;
    for (size_t i = 0; i < sequence->step_count; i++) {
        const struct sequence_step *step = &sequence->steps[i];
        struct layout_step *place = &layout->steps[i];
        if (i > 0 && step->time_ns != step[-1].time_ns)
            y += TIME_GAP;
        place->y = y;
        place->height = MESSAGE_HEIGHT;
        if (step->kind == STEP_CALLOUT) {
            place->answer = LAYOUT_ARROW + (step->answer ? ANSWER_STEP : VOID_STEP);
            place->height = place->answer + CALLOUT_END;
        } else if (step->kind == STEP_NOTE) {
            place_note(sequence, step, layout, place);
            layout->width = max(layout->width, place->right + LAYOUT_MARGIN);
        }
        y += place->height;
    }
    layout->lanes_end = y + NOTE_GAP;
}

struct layout_picture layout_make(const struct sequence *sequence, int legend, int least)
{
    struct layout_picture layout = {.width = least};
    layout.lanes = calloc(sequence->lane_count + 1, sizeof *layout.lanes);
    layout.steps = calloc(sequence->step_count + 1, sizeof *layout.steps);
    layout.failed = !layout.lanes || !layout.steps;
    if (layout.failed)
        return layout;
    place_lanes(sequence, &layout);
    const struct layout_lane *last = &layout.lanes[sequence->lane_count - 1];
    layout.width = max(layout.width, last->x + last->width / 2 + LAYOUT_MARGIN);
    layout.width = max(layout.width,
                       LAYOUT_MARGIN * 2 + layout_width(sequence_text(sequence, sequence->summary), LAYOUT_FONT));
    place_steps(sequence, &layout);
    layout.height = layout.lanes_end + legend;
    return layout;
}

void layout_free(struct layout_picture *layout)
{
    free(layout->lanes);
    free(layout->steps);
    *layout = (struct layout_picture){0};
}
