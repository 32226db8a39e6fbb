// SPDX-License-Identifier: MIT
// Sockets in C++, beside functions of the standard library and members that have their names.
#include <functional>
#include <string>

#include <winsock2.h>
#include <windows.h>

#include <mprapi.h>
#include <ws2tcpip.h>

struct connection {
    SOCKET made = socket(AF_INET, SOCK_DGRAM, 0);
    ~connection()
    {
        closesocket(made);
    }
    bool bind()
    {
        SOCKADDR_IN any = {};
        any.sin_family = AF_INET;
        any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return ::bind(made, reinterpret_cast<SOCKADDR *>(&any), sizeof any) == 0;
    }
    int send(const std::string &words, const SOCKADDR_IN &to)
    {
        return sendto(made, words.data(), static_cast<int>(words.size()), 0, reinterpret_cast<const SOCKADDR *>(&to),
                      sizeof to);
    }
    SOCKADDR_IN name()
    {
        SOCKADDR_IN own = {};
        int size = sizeof own;
        getsockname(made, reinterpret_cast<SOCKADDR *>(&own), &size);
        return own;
    }
    std::string receive()
    {
        char bytes[16];
        fd_set set;
        TIMEVAL limit = {1, 0};
        FD_ZERO(&set);
        FD_SET(made, &set);
        int got = select(0, &set, nullptr, nullptr, &limit) == 1 ? recv(made, bytes, sizeof bytes, 0) : -1;
        return got < 0 ? "nothing" : std::string(bytes, static_cast<size_t>(got));
    }
};

extern "C" DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    WSADATA data;
    WSAStartup(MAKEWORD(2, 2), &data);
    {
        connection a, b;
        auto bound = std::bind(&connection::bind, &a);
        char own[64];
        bool fine = bound() && b.send("C++", a.name()) == 3 && gethostname(own, sizeof own) == 0;
        OutputDebugStringA((std::string(fine ? own : "?") + " " + a.receive()).c_str());
    }
    WSACleanup();
    return NO_ERROR;
}

extern "C" DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

extern "C" BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
    return TRUE;
}

extern "C" VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
}

extern "C" BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *, RAS_PORT_1 *)
{
    return TRUE;
}

extern "C" VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *, RAS_PORT_1 *)
{
}
