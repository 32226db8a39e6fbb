/* SPDX-License-Identifier: MIT */
/*
 * A test DLL that does one bad thing when a connection is to be accepted:
 *
 *   -DBAD_CRASH -DBAD_ABORT -DBAD_EXIT -DBAD_HANG -DBAD_CHDIR -DBAD_STDIO -DBAD_DESCRIPTORS
 */
#include <windows.h>

#include <mprapi.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void misbehave(void)
{
#if defined(BAD_CRASH)
    volatile int *nothing = NULL;
    *nothing = 1;
#elif defined(BAD_ABORT)
    abort();
#elif defined(BAD_EXIT)
    exit(0);
#elif defined(BAD_HANG)
    for (;;)
        ;
#elif defined(BAD_CHDIR)
    if (chdir("/") != 0)
        abort();
#elif defined(BAD_STDIO)
    printf("noise");
    fcloseall();
#elif defined(BAD_DESCRIPTORS)
    for (int file = 3; file < 64; file++)
        close(file);
#endif
}

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    misbehave();
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return TRUE;
}

VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
}
