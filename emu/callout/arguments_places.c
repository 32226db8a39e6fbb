/* SPDX-License-Identifier: MIT */
/* Where arguments stand: all that whoever hands them on needs to know of them. */
#include "callout/arguments.h"

#include <string.h>

/* clang-format off */
#define ARGUMENT(name, kind, layout) \
    {#name, kind, offsetof(struct arguments, name), sizeof(((struct arguments *)0)->name), layout, 0}
/* clang-format on */

const struct member argument_places[ARGUMENT_COUNT] = {
    [ARGUMENT_CALLBACKS] = ARGUMENT(callbacks, MEMBER_STRUCT, &layout_callbacks),
    [ARGUMENT_USER_NAME] = ARGUMENT(user_name, MEMBER_WSTRING, NULL),
    [ARGUMENT_PORT_NAME] = ARGUMENT(port_name, MEMBER_WSTRING, NULL),
    [ARGUMENT_IPV4] = ARGUMENT(ipv4, MEMBER_IPV4, NULL),
    [ARGUMENT_IPV6] = ARGUMENT(ipv6, MEMBER_IPV6, NULL),
    [ARGUMENT_NOTIFY] = ARGUMENT(notify, MEMBER_BOOL, NULL),
    [ARGUMENT_CONNECTION_0] = ARGUMENT(connection_0, MEMBER_STRUCT, &layout_connection_0),
    [ARGUMENT_CONNECTION_1] = ARGUMENT(connection_1, MEMBER_STRUCT, &layout_connection_1),
    [ARGUMENT_CONNECTION_2] = ARGUMENT(connection_2, MEMBER_STRUCT, &layout_connection_2),
    [ARGUMENT_CONNECTION_3] = ARGUMENT(connection_3, MEMBER_STRUCT, &layout_connection_3),
    [ARGUMENT_CONNECTION_EX] = ARGUMENT(connection_ex, MEMBER_STRUCT, &layout_connection_ex),
    [ARGUMENT_PORT_0] = ARGUMENT(port_0, MEMBER_STRUCT, &layout_port_0),
    [ARGUMENT_PORT_1] = ARGUMENT(port_1, MEMBER_STRUCT, &layout_port_1),
    [ARGUMENT_AUTHENTICATION] = ARGUMENT(authentication, MEMBER_STRUCT, &layout_authentication),
    [ARGUMENT_NT4_PORT] = ARGUMENT(nt4_port, MEMBER_STRUCT, &layout_nt4_port),
    [ARGUMENT_NT4_STATISTICS] = ARGUMENT(nt4_statistics, MEMBER_STRUCT, &layout_nt4_statistics),
    [ARGUMENT_NT4_PARAMETERS] = ARGUMENT(nt4_parameters, MEMBER_STRUCT, &layout_nt4_parameters),
};

bool arguments_has(const struct callout *callout, unsigned parameter, enum arguments_part part)
{
    return part == ARGUMENTS_ALL || callout->parameters[parameter].direction != DIRECTION_IN;
}

void arguments_copy(struct arguments *to, const struct arguments *from, const struct callout *callout,
                    enum arguments_part part)
{
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = &argument_places[callout->parameters[i].argument];
        if (arguments_has(callout, i, part))
            memcpy((char *)to + place->offset, (const char *)from + place->offset, place->size);
    }
}
