/* SPDX-License-Identifier: MIT */
/**
 * @file sequence_layout.h
 * Where the lanes and steps of a sequence stand in a picture, in pixels from the top left.
 */
#ifndef RRASEMU_OBSERVE_SEQUENCE_LAYOUT_H
#define RRASEMU_OBSERVE_SEQUENCE_LAYOUT_H

#include "observe/sequence.h"

/** The picture's measures. */
enum {
    LAYOUT_FONT = 13,  /**< size of the labels */
    LAYOUT_SMALL = 11, /**< size of times and of words under names */
    LAYOUT_LINE = 17,  /**< from line to line in a note */
    LAYOUT_MARGIN = 24,
    LAYOUT_TIME_END = 112, /**< where the times end */
    LAYOUT_BADGE = 122,    /**< where the connections' numbers begin */
    LAYOUT_LANES = 172,    /**< where the lanes' heads begin */
    LAYOUT_PAD = 14,       /**< between a lane and a label */
    LAYOUT_NOTE_PAD = 10,  /**< between a note's edge and its words */
    LAYOUT_HEAD_HEIGHT = 44,
    LAYOUT_HEADS = 20,      /**< top of the heads */
    LAYOUT_ARROW = 20,      /**< from a step's top to its arrow */
    LAYOUT_NOTE_FIRST = 18, /**< from a note's top to where its first line stands */
};

/** A lane: the middle, and the width of its head. */
struct layout_lane {
    int x, width;
};

/** A step: its top, its height, and the edges of its note. */
struct layout_step {
    int y, height, left, right;
    int answer; /**< from the top to the answer's arrow */
};

/** A layout. */
struct layout_picture {
    struct layout_lane *lanes;
    struct layout_step *steps;
    int width, lanes_end, height; /**< the lanes end below the last step; the legend follows */
    bool failed;
};

/** The width of a string in Helvetica, Arial or any font of their measures. */
int layout_width(const char *string, int size);

/** Whether every character's width is known, not estimated. */
bool layout_known(const char *string);

/** Bytes of the first line of a string that is broken at `width` pixels; behind it, *skip blanks.
 */
size_t layout_break(const char *string, int width, size_t *skip);

/** Places everything; `legend` is the height below the lanes, `least` the least width. */
struct layout_picture layout_make(const struct sequence *sequence, int legend, int least);

void layout_free(struct layout_picture *layout);

#endif
