/* SPDX-License-Identifier: MIT */
/**
 * @file ask.h
 * What a worker can be asked: each question a frame, each answer one or more.
 */
#ifndef RRASEMU_HOST_ASK_H
#define RRASEMU_HOST_ASK_H

#include "callout/host.h"
#include "host/process.h"

/** Waits until a worker that was started can be asked. */
bool ask_ready(struct process *worker, struct error *error);

/** Loads a DLL, under the next number. On failure *why says in words what is wrong. */
enum load_result ask_load(struct process *worker, const struct dll_source *source, struct export_list *exports,
                          struct text *why);

/** Calls a callout; of one that was sent ahead only the answer is waited for. */
struct call_report ask_call(struct process *worker, const struct asked *asked, const struct arguments *in,
                            struct arguments *out, struct call_watch *watch);

/** Sends several calls that follow one another, with their arguments, in one request; with `until_refusal` who
 * refuses is the last. Returns how many were sent. */
size_t ask_ahead(struct process *worker, const struct asked *asked, const struct arguments *const *arguments,
                 size_t count, bool until_refusal, const struct call_watch *watch);

/** Lets threads of its DLLs run (struct host). */
enum outcome ask_advance(struct process *worker, struct call_watch *watch, uint64_t horizon_ns);

/** Tells what was printed since the last time. */
void ask_tell_output(struct process *worker, struct call_watch *watch);

/** Unloads a DLL; returns what is left of it, RESIDUE_*. `process` says in a finding which process that is, or NULL where there is
 * one; `watch` may be NULL. */
uint32_t ask_unload(struct process *worker, uint32_t module, const char *process, struct call_watch *watch);

#endif
