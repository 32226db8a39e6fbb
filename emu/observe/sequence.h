/* SPDX-License-Identifier: MIT */
/**
 * @file sequence.h
 * The sequence of a run as lanes and ordered steps: what every picture is drawn from.
 *
 * One observer builds it while records pass; each format is a writer over the finished model. All
 * strings are clean: valid UTF-8, one line, no control characters. Writers escape what their own
 * language gives a meaning.
 */
#ifndef RRASEMU_OBSERVE_SEQUENCE_H
#define RRASEMU_OBSERVE_SEQUENCE_H

#include "callout/callout.h"
#include "core/text.h"
#include "observe/words.h"
#include "ras/record.h"

/** A string of a sequence: its place in the sequence's text. 0 is the empty string. */
typedef size_t sequence_string;

/** Who acts, in the order of the picture. */
enum lane_kind { LANE_CLIENT, LANE_SERVER, LANE_DLL };

/** One lane. A DLL has one for each process that Windows would call it in. */
struct sequence_lane {
    enum lane_kind kind;
    sequence_string name;
    enum role role; /**< ROLE_BOTH: it was only initialized and terminated */
    char id[32];    /**< a name for languages: client, rras, dll1a, dll1n, dll1 */
};

enum step_kind {
    STEP_MESSAGE, /**< between client and RRAS */
    STEP_CALLOUT, /**< RRAS calls a DLL, which answers */
    STEP_NOTE,    /**< something that matters, over the lanes from .. to */
};

/** One step. */
struct sequence_step {
    enum step_kind kind;
    enum tone tone; /**< of the note, or of the answer */
    uint64_t time_ns;
    uint32_t connection, link;
    size_t from, to; /**< lanes */
    size_t also;     /**< callout in both processes: the other one's lane; else `to` */
    sequence_string text, answer, rule;
};

/** A DLL seen so far. */
struct sequence_dll {
    sequence_string name;
    bool called[ROLE_NOTIFICATION + 1];
    size_t lanes[ROLE_NOTIFICATION + 1];
};

/** The sequence; all zero is an empty one. */
struct sequence {
    struct sequence_lane *lanes;
    size_t lane_count;
    struct sequence_step *steps;
    size_t step_count, step_capacity;
    struct sequence_dll *dlls;
    size_t dll_count;
    sequence_string summary;
    struct text strings;
    bool client_seen;
    bool failed; /**< memory ran out */
};

/** Takes a record in. With the summary the lanes are made and the sequence is finished. */
void sequence_take(struct sequence *sequence, const struct record *record);

/** Frees what it holds; it is empty again afterwards. */
void sequence_free(struct sequence *sequence);

/** A string of it. */
const char *sequence_text(const struct sequence *sequence, sequence_string string);

/** The words under a lane's name: `address process`, or "". */
const char *sequence_process(const struct sequence_lane *lane);

/** The colour (#rrggbb) of a connection, again and again the same few, and of a tone. */
const char *sequence_connection_colour(uint32_t connection);
extern const char *const tone_colours[TONE_COUNT];

/** A writer: adds the whole picture. */
typedef void sequence_writer(struct text *text, const struct sequence *sequence);

sequence_writer sequence_add_mermaid, sequence_add_msc, sequence_add_markdown, sequence_add_dot, sequence_add_svg;

#endif
