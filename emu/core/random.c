/* SPDX-License-Identifier: MIT */
#include "core/random.h"

static uint64_t splitmix64(uint64_t *state)
{
    uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

struct random_stream random_open(uint64_t seed, const char *name, uint64_t index)
{
    /* FNV-1a over the name: streams of different names must not start alike */
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * UINT64_C(0x100000001b3);
    uint64_t mix = seed;
    mix = splitmix64(&mix) ^ hash;
    mix = splitmix64(&mix) ^ index;
    struct random_stream stream;
    for (int i = 0; i < 4; i++)
        stream.state[i] = splitmix64(&mix);
    return stream;
}

static uint64_t rotate_left(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

uint64_t random_next(struct random_stream *stream)
{
    uint64_t *s = stream->state;
    uint64_t result = rotate_left(s[1] * 5, 7) * 9;
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate_left(s[3], 45);
    return result;
}

uint64_t random_between(struct random_stream *stream, uint64_t low, uint64_t high)
{
    uint64_t span = high - low + 1;
    if (span == 0)
        return random_next(stream);
    /* numbers below 2^64 mod span would favour some answers: draw again */
    uint64_t threshold = -span % span, draw;
    do
        draw = random_next(stream);
    while (draw < threshold);
    return low + draw % span;
}

void random_bytes(struct random_stream *stream, void *bytes, size_t count)
{
    unsigned char *out = bytes;
    for (size_t i = 0; i < count; i += 8) {
        uint64_t draw = random_next(stream);
        for (size_t j = i; j < count && j < i + 8; j++, draw >>= 8)
            out[j] = (unsigned char)draw;
    }
}
