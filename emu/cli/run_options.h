/* SPDX-License-Identifier: MIT */
/**
 * @file run_options.h
 * The options of `rrasemu run` and `rrasemu test`.
 */
#ifndef RRASEMU_CLI_RUN_OPTIONS_H
#define RRASEMU_CLI_RUN_OPTIONS_H

#include "callout/chain.h"
#include "callout/finding.h"
#include "cli/pace.h"
#include "cli/run_registry.h"
#include "cli/verb.h"
#include "observe/filter.h"
#include "observe/transcript.h"
#include "ras/policy.h"
#include "ras/profile.h"

/** Where DLLs run. */
enum host_kind { HOST_AUTO, HOST_ISOLATED, HOST_WINE, HOST_IN_PROCESS, HOST_COUNT };

/** The words of `--host`. */
extern const char *const host_names[HOST_COUNT];

/** How workers are spoken to. */
enum channel_kind { CHANNEL_AUTO, CHANNEL_SOCKET, CHANNEL_PAGE, CHANNEL_COUNT };

/** The words of `--channel`. */
extern const char *const channel_names[CHANNEL_COUNT];

struct run_options;

/** Real milliseconds a callout may take; 0: as many as it likes. */
unsigned run_options_timeout(const struct run_options *options);

/** What the command line says. */
struct run_options {
    const char *dlls[CHAIN_DLLS_MOST];
    size_t dll_count;
    struct run_registry registry;   /**< its DLLs come before dlls */
    const struct profile *profile;  /**< NULL: the scenario's */
    struct policy_choices policies; /**< those of policy_given */
    bool policy_given[POLICY_COUNT];
    enum host_kind host;
    enum channel_kind channel;
    const char *wrap;
    const char *sandbox; /**< NULL: one for temporary files */
    unsigned timeout_ms; /**< of timeout_given */
    bool timeout_given, seed_given, start_given;
    uint64_t seed;
    int64_t start;
    struct pace pace;
    enum severity fail_on; /**< SEVERITY_COUNT: never */
    const struct transcript_format *format;
    struct filter filter; /**< what the transcript shows */
    const char *output;
    const char *report; /**< where findings are told at length; NULL: nowhere */
    bool stats;
    const char *from; /**< the transcript that is repeated; NULL: none */
    bool no_compare;
    const char *junit;
};

/** Their tables, each row of which sets a part of struct run_options: what server and DLLs are like, what is shown of a
 * run, and what belongs to `rrasemu run` or `rrasemu test` alone. */
extern const struct option_group server_option_group, view_option_group, play_option_group, test_option_group;

#endif
