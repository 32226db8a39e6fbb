/* SPDX-License-Identifier: MIT */
/* Asks a server by UDP whether a user may connect, as callouts do that speak RADIUS: two seconds for an answer, two tries. */
#include <winsock2.h>
#include <windows.h>

#include <mprapi.h>
#include <stdio.h>
#include <string.h>
#include <ws2tcpip.h>

static SOCKET asks = INVALID_SOCKET;

__declspec(dllexport) DWORD WINAPI MprAdminInitializeDll(VOID)
{
    WSADATA data;
    DWORD limit = 2000;
    if (WSAStartup(MAKEWORD(2, 2), &data) != 0)
        return ERROR_NOT_READY;
    asks = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
    if (asks == INVALID_SOCKET)
        return (DWORD)WSAGetLastError();
    setsockopt(asks, SOL_SOCKET, SO_RCVTIMEO, (const char *)&limit, sizeof limit);
    return NO_ERROR;
}

__declspec(dllexport) DWORD WINAPI MprAdminTerminateDll(VOID)
{
    closesocket(asks);
    WSACleanup();
    return NO_ERROR;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    enum { TRIES = 2 };
    char request[300], answer[300], said[400];
    SOCKADDR_IN server = {0};
    struct addrinfo hints = {0}, *found = NULL;
    (void)c1;
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_DGRAM;
    if (getaddrinfo("radius.example.com", "radius", &hints, &found) != 0)
        return FALSE;
    memcpy(&server, found->ai_addr, sizeof server);
    freeaddrinfo(found);
    snprintf(request, sizeof request, "Access-Request %ls", (const wchar_t *)c0->wszUserName);
    for (int i = 0; i < TRIES; i++) {
        SOCKADDR_IN from;
        int size = sizeof from;
        ULONGLONG began = GetTickCount64();
        sendto(asks, request, (int)strlen(request), 0, (const SOCKADDR *)&server, sizeof server);
        int got = recvfrom(asks, answer, sizeof answer - 1, 0, (SOCKADDR *)&from, &size);
        int error = WSAGetLastError();
        answer[got > 0 ? got : 0] = '\0';
        snprintf(said, sizeof said, "%d %d '%s' after %u ms from port %u\n", got, got < 0 ? error : 0, answer,
                 (unsigned)(GetTickCount64() - began), got < 0 ? 0 : ntohs(from.sin_port));
        OutputDebugStringA(said);
        if (got > 0)
            return strcmp(answer, "Access-Accept") == 0;
    }
    return FALSE;
}

#define OWN_INITIALIZE
#define OWN_TERMINATE
#define OWN_ACCEPT
#include "rest.h"
