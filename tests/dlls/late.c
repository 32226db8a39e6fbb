/* SPDX-License-Identifier: MIT */
/*
 * A test DLL whose own thread computes for a while after it has accepted a connection and then crashes, while another
 * DLL is called.
 */
#include <windows.h>

#include <mprapi.h>

#define OWN_ACCEPT
#include "rest.h"

#ifdef _WIN32
static DWORD WINAPI crash(void *unused)
#else
#include <pthread.h>
static void *crash(void *unused)
#endif
{
    volatile int *nothing = unused;
    for (volatile int i = 0; i < 200000000; i++)
        ;
    *nothing = 1;
    return 0;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
#ifdef _WIN32
    CreateThread(NULL, 0, crash, NULL, 0, NULL);
#else
    pthread_t thread;
    pthread_create(&thread, NULL, crash, NULL);
#endif
    return TRUE;
}
