/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi.h
 * The Routing and Remote Access interface: everything at once.
 *
 * This header has no declaration of its own; it gathers the topic headers, and each of those may
 * be included alone. It stands in for the header of the same name of the Windows SDK, on POSIX
 * and with mingw-w64 alike: place its directory in front of the compiler's own. A callout
 * includes <windows.h> and <mprapi.h> and needs nothing else.
 */
#ifndef __ROUTING_MPRADMIN_H__
#define __ROUTING_MPRADMIN_H__

#ifdef _RASSAPI_H_
#error "rassapi.h and mprapi.h give the same names other members: include only one of them"
#else
#include "mprapi_base.h"
#include "mprapi_ppp.h"
#include "mprapi_projection.h"
#include "mprapi_connection.h"
#include "mprapi_callout.h"
#include "mprapi_user.h"
#include "mprapi_interface.h"
#include "mprapi_tunnel.h"
#include "mprapi_server.h"
#include "mprapi_admin.h"
#include "mprapi_router.h"
#include "mprapi_config.h"
#include "mprapi_info.h"
#include "mprapi_mib.h"
#endif

#endif /* __ROUTING_MPRADMIN_H__ */
