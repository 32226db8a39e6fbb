/* SPDX-License-Identifier: MIT */
/**
 * @file pe_host.h
 * The host that runs Windows DLLs in this process, which is one of Windows or Wine.
 */
#ifndef RRASEMU_HOST_PE_HOST_H
#define RRASEMU_HOST_PE_HOST_H

#include "callout/host.h"
#include "host/stage.h"

#include <windows.h>

struct host pe_host(struct stage *stage);

/** What LoadLibrary() gave for a DLL. */
HMODULE pe_host_library(const struct module *module);

#endif
