/* SPDX-License-Identifier: MIT */
#include "host/os.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

long os_read(int file, void *bytes, size_t size)
{
    ssize_t got;
    do
        got = read(file, bytes, size);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK ? -1 : 0;
    return got;
}

/* A worker that died must cost an error, not a SIGPIPE. */
static bool send_some(int file, struct iovec *parts, int count)
{
    while (count > 0) {
        struct msghdr message = {.msg_iov = parts, .msg_iovlen = (size_t)count};
        ssize_t sent = sendmsg(file, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) {
            poll(&(struct pollfd){.fd = file, .events = POLLOUT}, 1, -1);
            continue;
        }
        if (sent < 0 && errno != EINTR)
            return false;
        for (; count > 0 && sent >= (ssize_t)parts->iov_len; parts++, count--)
            sent -= (ssize_t)parts->iov_len;
        if (count > 0 && sent > 0) {
            parts->iov_base = (uint8_t *)parts->iov_base + sent;
            parts->iov_len -= (size_t)sent;
        }
    }
    return true;
}

bool os_write(int file, const struct part *parts, int count)
{
    enum { PARTS_MOST = 3 };
    struct iovec vector[PARTS_MOST];
    for (int i = 0; i < count; i++)
        vector[i] = (struct iovec){(void *)parts[i].bytes, parts[i].size};
    return send_some(file, vector, count);
}

void os_wake(int file)
{
    send(file, "", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void os_pause(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 100000}, NULL);
}

void os_yield(void)
{
    sched_yield();
}

uint64_t os_now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

size_t os_page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

void *os_reserve(size_t size)
{
    void *pages = mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages == MAP_FAILED ? NULL : pages;
}

void os_open_pages(void *pages, size_t size)
{
    mprotect(pages, size, PROT_READ | PROT_WRITE);
}

void os_close_pages(void *pages, size_t size)
{
    mprotect(pages, size, PROT_NONE);
}
