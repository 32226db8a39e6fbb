/* SPDX-License-Identifier: MIT */
/* What callouts do with sockets (acts.h). */
#include <winsock2.h>

#define OWN_INITIALIZE
#define OWN_TERMINATE
#include "acts.h"

#include <ws2tcpip.h>

/* The result of a call, with the error where it failed, and how long it took */
static ULONGLONG began;
static void begin(void)
{
    began = GetTickCount64();
}
static int told(const char *what, int result)
{
    int error = WSAGetLastError();
    if (result < 0)
        say("%s: error %d, %u ms\n", what, error, (unsigned)(GetTickCount64() - began));
    else
        say("%s: %d, %u ms\n", what, result, (unsigned)(GetTickCount64() - began));
    begin();
    return result;
}

static SOCKADDR_IN place(const char *address, USHORT port)
{
    SOCKADDR_IN made = {0};
    made.sin_family = AF_INET;
    made.sin_port = htons(port);
    made.sin_addr.s_addr = inet_addr(address);
    return made;
}

static SOCKET open_stream(USHORT port)
{
    SOCKADDR_IN peer = place("10.0.0.7", port);
    SOCKET made = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    begin();
    told("connect", connect(made, (SOCKADDR *)&peer, sizeof peer));
    return made;
}

static int receive(SOCKET from, int size, int flags)
{
    char bytes[64] = "";
    int got = recv(from, bytes, size, flags);
    if (got > 0)
        say("'%.*s'\n", got, bytes);
    return told("recv", got);
}

static void limit(SOCKET of, DWORD ms)
{
    setsockopt(of, SOL_SOCKET, SO_RCVTIMEO, (const char *)&ms, sizeof ms);
}

static int ready(SOCKET one, LONG ms, int writes)
{
    fd_set set;
    TIMEVAL most;
    most.tv_sec = ms / 1000;
    most.tv_usec = ms % 1000 * 1000;
    FD_ZERO(&set);
    FD_SET(one, &set);
    int found = select(0, writes ? NULL : &set, writes ? &set : NULL, NULL, &most);
    if (found > 0 && !FD_ISSET(one, &set))
        say("select has lost it\n");
    return told(writes ? "select to write" : "select to read", found);
}

/* --- a stream to a peer --- */

static void stream(void)
{
    SOCKADDR_IN name = {0};
    int size = sizeof name;
    SOCKET s = open_stream(389);
    getpeername(s, (SOCKADDR *)&name, &size);
    say("peer %s port %u, %d bytes\n", inet_ntoa(name.sin_addr), ntohs(name.sin_port), size);
    told("send", send(s, "who is alice?", 13, 0));
    receive(s, 5, 0);
    receive(s, 64, 0);
    receive(s, 64, 0); /* the peer has closed */
    receive(s, 64, 0);
    told("shutdown", shutdown(s, SD_SEND));
    told("send", send(s, "x", 1, 0));
    told("closesocket", closesocket(s));
    told("closesocket", closesocket(s));
}

static void whole(void)
{
    SOCKET s = open_stream(389);
    send(s, "who is alice?", 13, 0);
    send(s, "who is alice?", 13, 0);
    receive(s, 3, MSG_PEEK);
    receive(s, 40, MSG_WAITALL); /* two answers, and the end between them */
    closesocket(s);
}

static void never_waits(void)
{
    u_long yes = 1, bytes = 7;
    SOCKADDR_IN peer = place("10.0.0.7", 389);
    SOCKET s = socket(AF_INET, SOCK_STREAM, 0);
    begin();
    told("ioctlsocket", ioctlsocket(s, FIONBIO, &yes));
    told("connect", connect(s, (SOCKADDR *)&peer, sizeof peer));
    ready(s, 1000, 1);
    told("connect", connect(s, (SOCKADDR *)&peer, sizeof peer));
    told("send", send(s, "who is bob?", 11, 0));
    receive(s, 64, 0);
    ready(s, 100, 0);
    ready(s, 5000, 0);
    ioctlsocket(s, FIONREAD, &bytes);
    say("%u bytes\n", (unsigned)bytes);
    receive(s, 64, 0);
    receive(s, 64, 0);
    closesocket(s);
}

static void reset(void)
{
    SOCKET s = open_stream(636);
    told("send", send(s, "hello", 5, 0));
    receive(s, 64, 0);
    receive(s, 64, 0);
    told("send", send(s, "hello", 5, 0));
    closesocket(s);
}

/* --- datagrams --- */

static SOCKET open_datagrams(void)
{
    begin();
    return socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
}

static void ask(SOCKET s, USHORT port, const char *words)
{
    SOCKADDR_IN peer = place("10.0.0.7", port);
    told("sendto", sendto(s, words, (int)strlen(words), 0, (SOCKADDR *)&peer, sizeof peer));
}

static void datagrams(void)
{
    SOCKADDR_IN own = {0};
    int size = sizeof own;
    SOCKET s = open_datagrams();
    limit(s, 1500);
    told("recv", recv(s, (char *)&own, sizeof own, 0)); /* it has no address */
    ask(s, 514, "nobody answers this");
    told("getsockname", getsockname(s, (SOCKADDR *)&own, &size));
    say("port %u\n", ntohs(own.sin_port) >= 49152);
    receive(s, 64, 0);
    ask(s, 1813, "first");
    ask(s, 1812, "second, which is answered sooner");
    receive(s, 64, 0);
    receive(s, 64, 0);
    ask(s, 1812, "once more");
    receive(s, 4, MSG_PEEK);
    receive(s, 4, 0);
    receive(s, 64, 0);
    ask(s, 1814, "nobody is there");
    receive(s, 64, 0);
    receive(s, 64, 0);
    told("recv", recv(s, (char *)&own, sizeof own, MSG_PEEK | MSG_WAITALL));
    closesocket(s);
}

static void binary(void)
{
    SOCKADDR_IN peer = place("10.0.0.7", 1815);
    SOCKET s = open_datagrams();
    unsigned char bytes[8] = {0};
    sendto(s, "\x01\xff\\\0z", 5, 0, (SOCKADDR *)&peer, sizeof peer);
    int got = recv(s, (char *)bytes, sizeof bytes, 0);
    say("%d: %02x %02x %02x %02x\n", got, bytes[0], bytes[1], bytes[2], bytes[3]);
    closesocket(s);
}

static void polls(void)
{
    WSAPOLLFD sockets[3];
    SOCKET a = open_datagrams(), b = open_datagrams();
    ask(a, 1812, "soon");
    ask(b, 1813, "later");
    memset(sockets, 0, sizeof sockets);
    sockets[0].fd = a;
    sockets[1].fd = b;
    sockets[2].fd = INVALID_SOCKET;
    sockets[0].events = sockets[1].events = sockets[2].events = POLLIN;
    told("WSAPoll", WSAPoll(sockets, 2, 10));
    told("WSAPoll", WSAPoll(sockets, 2, -1));
    say("%x %x\n", (unsigned)sockets[0].revents, (unsigned)sockets[1].revents);
    receive(a, 64, 0);
    told("WSAPoll", WSAPoll(sockets, 2, 60000));
    say("%x %x\n", (unsigned)sockets[0].revents, (unsigned)sockets[1].revents);
    closesocket(a);
    closesocket(b);
}

/* --- this machine --- */

static void loopback(void)
{
    SOCKADDR_IN any = place("127.0.0.1", 0), from = {0};
    int size = sizeof any;
    char bytes[16] = "";
    SOCKET a = open_datagrams(), b = open_datagrams(), c = open_datagrams();
    told("bind", bind(a, (SOCKADDR *)&any, sizeof any));
    told("getsockname", getsockname(a, (SOCKADDR *)&any, &size));
    told("bind", bind(c, (SOCKADDR *)&any, sizeof any)); /* in use */
    told("bind", bind(a, (SOCKADDR *)&any, sizeof any));
    told("sendto", sendto(b, "hello", 5, 0, (SOCKADDR *)&any, sizeof any));
    size = sizeof from;
    told("recvfrom", recvfrom(a, bytes, sizeof bytes, 0, (SOCKADDR *)&from, &size));
    say("'%s' from %s\n", bytes, inet_ntoa(from.sin_addr));
    told("sendto", sendto(a, "and back", 8, 0, (SOCKADDR *)&from, sizeof from));
    receive(b, 4, 0); /* longer than that */
    closesocket(a);
    closesocket(b);
    closesocket(c);
}

static DWORD WINAPI serve(LPVOID listens)
{
    char bytes[16];
    SOCKET caller = accept((SOCKET)listens, NULL, NULL);
    int got = recv(caller, bytes, sizeof bytes, 0);
    send(caller, bytes, got, 0);
    closesocket(caller);
    return 0;
}

static void serves(void)
{
    SOCKADDR_IN any = place("0.0.0.0", 0);
    int size = sizeof any;
    SOCKET listens = socket(AF_INET, SOCK_STREAM, 0), calls = socket(AF_INET, SOCK_STREAM, 0);
    begin();
    told("listen", listen(listens, 5)); /* without an address */
    told("bind", bind(listens, (SOCKADDR *)&any, sizeof any));
    told("listen", listen(listens, 5));
    getsockname(listens, (SOCKADDR *)&any, &size);
    say("at %s\n", inet_ntoa(any.sin_addr));
    HANDLE server = CreateThread(NULL, 0, serve, (LPVOID)listens, 0, NULL);
    any.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    told("connect", connect(calls, (SOCKADDR *)&any, sizeof any));
    told("send", send(calls, "echo", 4, 0));
    receive(calls, 16, 0);
    receive(calls, 16, 0);
    WaitForSingleObject(server, INFINITE);
    CloseHandle(server);
    closesocket(listens);
    closesocket(calls);
    calls = socket(AF_INET, SOCK_STREAM, 0);
    told("connect", connect(calls, (SOCKADDR *)&any, sizeof any)); /* nobody listens any more */
    closesocket(calls);
}

/* --- what is refused --- */

static void refused(void)
{
    SOCKADDR_IN far_away = place("8.8.8.8", 53), nowhere = place("127.0.0.1", 0);
    SOCKET s = open_datagrams(), t = socket(AF_INET, SOCK_STREAM, 0);
    told("sendto", sendto(s, "x", 1, 0, (SOCKADDR *)&far_away, sizeof far_away));
    told("connect", connect(t, (SOCKADDR *)&far_away, sizeof far_away));
    told("connect", connect(t, (SOCKADDR *)&nowhere, sizeof nowhere));
    told("connect", connect(t, (SOCKADDR *)&far_away, 3));
    told("bind", bind(s, (SOCKADDR *)&far_away, sizeof far_away));
    told("send", send(s, "x", 1, 0));
    told("send", send(t, "x", 1, 0));
    receive(t, 1, 0);
    told("listen", listen(s, 1));
    told("shutdown", shutdown(t, SD_BOTH));
    told("select", select(0, NULL, NULL, NULL, NULL));
    told("send", send(INVALID_SOCKET, "x", 1, 0));
    told("setsockopt", setsockopt(s, SOL_SOCKET, 0x7777, "1234", 4));
    closesocket(s);
    closesocket(t);
    told("socket", (int)socket(77, SOCK_STREAM, 0));
    told("socket", (int)socket(AF_INET, 77, 0));
    told("socket", (int)socket(AF_INET, SOCK_STREAM, IPPROTO_UDP));
}

static void names(void)
{
    static const char *const asked[] = {"ldap.example.com", "LDAP.EXAMPLE.COM", "127.0.0.1", "::1",
                                        "localhost",        "no.such.name",     ""};
    char text[64], own[64];
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        struct addrinfo hints = {0}, *found = NULL;
        hints.ai_socktype = SOCK_STREAM;
        hints.ai_family = strchr(asked[i], ':') ? AF_UNSPEC : AF_INET;
        int code = getaddrinfo(*asked[i] ? asked[i] : NULL, "ldap", &hints, &found);
        *text = '\0';
        if (code == 0)
            getnameinfo(found->ai_addr, (socklen_t)found->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST);
        say("%s: %d %s\n", asked[i], code, text);
        if (code == 0)
            freeaddrinfo(found);
    }
    struct addrinfo *found = NULL;
    say("service: %d\n", getaddrinfo("127.0.0.1", "no-such-service", NULL, &found));
    say("gethostname: %d\n", gethostname(own, sizeof own));
    say("%s\n", own);
    say("gethostname: %d\n", gethostname(own, 2));
    const HOSTENT *host = gethostbyname("ldap.example.com");
    say("%s %s\n", host->h_name, inet_ntoa(*(const struct in_addr *)host->h_addr));
    say("%d\n", gethostbyname("no.such.host") == NULL);
}

static void options(void)
{
    SOCKET s = socket(AF_INET, SOCK_STREAM, 0);
    DWORD number = 0;
    BOOL flag = TRUE;
    int size = sizeof number;
    getsockopt(s, SOL_SOCKET, SO_TYPE, (char *)&number, &size);
    say("type %u\n", (unsigned)number);
    limit(s, 1234);
    getsockopt(s, SOL_SOCKET, SO_RCVTIMEO, (char *)&number, &size);
    say("limit %u, %d bytes\n", (unsigned)number, size);
    begin();
    told("TCP_NODELAY", setsockopt(s, IPPROTO_TCP, TCP_NODELAY, (const char *)&flag, sizeof flag));
    told("SO_LINGER", setsockopt(s, SOL_SOCKET, SO_LINGER, "\1\0\1", 4));
    told("SO_TYPE", setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, (const char *)&number, 2));
    closesocket(s);
}

/* --- threads --- */

static DWORD WINAPI answer_later(LPVOID s)
{
    Sleep(700);
    ask((SOCKET)s, 1812, "from another thread");
    return 0;
}

static void thread(void)
{
    SOCKET s = open_datagrams();
    ask(s, 514, "nobody answers this");
    HANDLE other = CreateThread(NULL, 0, answer_later, (LPVOID)s, 0, NULL);
    begin();
    receive(s, 64, 0);
    WaitForSingleObject(other, INFINITE);
    CloseHandle(other);
    closesocket(s);
}

static DWORD WINAPI close_later(LPVOID s)
{
    Sleep(300);
    closesocket((SOCKET)s);
    return 0;
}

static void closed(void)
{
    SOCKET s = open_datagrams();
    ask(s, 514, "nobody answers this");
    HANDLE other = CreateThread(NULL, 0, close_later, (LPVOID)s, 0, NULL);
    begin();
    receive(s, 64, 0);
    WaitForSingleObject(other, INFINITE);
    CloseHandle(other);
}

static DWORD WINAPI receive_bound(LPVOID s)
{
    receive((SOCKET)s, 64, 0);
    return 0;
}

/* As clients of RADIUS do: one thread asks, another waits for the answers at a port of this machine's. */
static void receiver(void)
{
    SOCKADDR_IN any = place("0.0.0.0", 0);
    SOCKET s = open_datagrams();
    bind(s, (SOCKADDR *)&any, sizeof any);
    HANDLE other = CreateThread(NULL, 0, receive_bound, (LPVOID)s, 0, NULL);
    Sleep(100);
    begin();
    ask(s, 1812, "from the callout");
    WaitForSingleObject(other, INFINITE);
    CloseHandle(other);
    other = CreateThread(NULL, 0, receive_bound, (LPVOID)s, 0, NULL);
    Sleep(100);
    begin();
    closesocket(s);
    WaitForSingleObject(other, INFINITE);
    CloseHandle(other);
}

/* Nobody listens, and the socket never waits. */
static void fails(void)
{
    u_long yes = 1;
    int error = 0, size = sizeof error;
    SOCKADDR_IN own = place("127.0.0.1", 0);
    SOCKET other = socket(AF_INET, SOCK_STREAM, 0), s = socket(AF_INET, SOCK_STREAM, 0);
    fd_set writable, failed;
    bind(other, (SOCKADDR *)&own, sizeof own);
    size = sizeof own;
    getsockname(other, (SOCKADDR *)&own, &size); /* a port that nobody listens at */
    ioctlsocket(s, FIONBIO, &yes);
    begin();
    int result = connect(s, (SOCKADDR *)&own, sizeof own);
    if (result < 0 && WSAGetLastError() == WSAEWOULDBLOCK) { /* or it has failed at once */
        FD_ZERO(&writable);
        FD_ZERO(&failed);
        FD_SET(s, &writable);
        FD_SET(s, &failed);
        result = select(0, NULL, &writable, &failed, NULL);
        say("select: %d, writes %d, failed %d\n", result, FD_ISSET(s, &writable) != 0, FD_ISSET(s, &failed) != 0);
        size = sizeof error;
        getsockopt(s, SOL_SOCKET, SO_ERROR, (char *)&error, &size);
        say("error %d\n", error);
    }
    FD_CLR(s, &writable);
    FD_CLR(s, &writable);
    say("%u left\n", (unsigned)writable.fd_count);
    closesocket(s);
    closesocket(other);
}

/* Lines to a debugger that look like what the library says itself */
static void forged(void)
{
    OutputDebugStringA("\x1c"
                       "quick\x1f"
                       "not sent\n");
    OutputDebugStringA("\x1e"
                       "nobody\x1f"
                       "4\x1f"
                       "0\x1f"
                       "1\n");
}

static void ever(void)
{
    SOCKET s = open_datagrams();
    ask(s, 514, "nobody answers this");
    receive(s, 64, 0);
}

__declspec(dllexport) DWORD WINAPI MprAdminInitializeDll(VOID)
{
    WSADATA data;
    WSASetLastError(0);
    SOCKET early = socket(AF_INET, SOCK_STREAM, 0);
    say("before WSAStartup: %d\n", early == INVALID_SOCKET ? WSAGetLastError() : 0);
    return (DWORD)WSAStartup(MAKEWORD(2, 2), &data);
}

__declspec(dllexport) DWORD WINAPI MprAdminTerminateDll(VOID)
{
    WSACleanup();
    return NO_ERROR;
}

ACTS({"stream", stream}, {"whole", whole}, {"never-waits", never_waits}, {"reset", reset}, {"datagrams", datagrams},
     {"binary", binary}, {"polls", polls}, {"loopback", loopback}, {"serves", serves}, {"refused", refused},
     {"names", names}, {"options", options}, {"thread", thread}, {"closed", closed}, {"receiver", receiver},
     {"fails", fails}, {"forged", forged}, {"ever", ever})
