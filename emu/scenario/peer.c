/* SPDX-License-Identifier: MIT */
#include "scenario/peer.h"

#include "scenario/values.h"
#include "scenario/yaml.h"

#include <ctype.h>
#include <string.h>

/* Two digits a byte; false: they are none, or one is left over */
static bool add_bytes(struct text *text, const char *hex)
{
    static const char digits[] = "0123456789abcdef";
    for (; *hex; hex += 2) {
        const char *high = strchr(digits, tolower((unsigned char)hex[0]));
        const char *low = hex[1] ? strchr(digits, tolower((unsigned char)hex[1])) : NULL;
        if (!high || !low)
            return false;
        char byte = (char)((high - digits) << 4 | (low - digits));
        if (text)
            text_add_bytes(text, &byte, 1);
    }
    return true;
}

void peer_add_answer(struct text *text, const struct scenario_peer *peer)
{
    if (peer->answer)
        text_add(text, peer->answer);
    else if (peer->hex)
        add_bytes(text, peer->hex);
}

bool peer_complete(const struct yaml *yaml, struct scenario_peer *peer, struct error *error)
{
    const char *at = peer->udp ? peer->udp : peer->tcp, *name = peer->name;
    bool answers = peer->answer || peer->hex;
    if (!peer->udp == !peer->tcp)
        return yaml_error(yaml, peer->place, error, "%s: expected either udp or tcp, where it is", name);
    if (!value_endpoint(at, &peer->ipv4, &peer->port))
        return yaml_error(yaml, peer->place, error, "%s: %s is no endpoint, expected one as 127.0.0.1:1812", name, at);
    if (peer->answer && peer->hex)
        return yaml_error(yaml, peer->place, error, "%s: has answer and bytes, expected one of them", name);
    if (peer->hex && !add_bytes(NULL, peer->hex))
        return yaml_error(yaml, peer->place, error, "%s: bytes: expected hexadecimal digits, two a byte", name);
    if (peer->resets && answers)
        return yaml_error(yaml, peer->place, error, "%s: resets, so that it cannot answer, too", name);
    if (peer->closes && !peer->tcp)
        return yaml_error(yaml, peer->place, error, "%s: closes goes with tcp only", name);
    if (peer->after_ns && !answers && !peer->resets && !peer->closes)
        return yaml_error(yaml, peer->place, error, "%s: after goes with answer, bytes, resets or closes", name);
    return true;
}
