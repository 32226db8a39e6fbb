/* SPDX-License-Identifier: MIT */
/**
 * @file spec_tables.h
 * The tables the engine runs on, printed: for reading beside the reference, for tools, as pictures.
 */
#ifndef RRASEMU_CLI_SPEC_TABLES_H
#define RRASEMU_CLI_SPEC_TABLES_H

#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

enum { SPEC_COLUMNS_MOST = 10 };

/** One table. */
struct spec_table {
    const char *name;
    const char *text;                       /**< what it tells, for help */
    const char *columns[SPEC_COLUMNS_MOST]; /**< NULL behind the last */
    const size_t *rows;                     /**< how many */
    /** Gives the cells of a row; strings live until the next call. */
    void (*row)(size_t index, const char *cells[SPEC_COLUMNS_MOST]);
    int from, event, to; /**< columns of a state machine's edges; all 0: it is none */
    int counted;         /**< a column whose words are counted; 0: none */
};

extern const struct spec_table spec_tables[];
extern const size_t spec_table_count;

/** One `--format` value. */
struct spec_format {
    const char *name;
    /** Adds the table; false when the format cannot show it. */
    bool (*add)(struct text *text, const struct spec_table *table);
    const char *shows; /**< what it can show, where that is not everything */
};

/** JSON Schema of the table scenario. */
bool spec_add_schema(struct text *text, const struct spec_table *table);

extern const struct spec_format spec_formats[];
extern const size_t spec_format_count;

#endif
