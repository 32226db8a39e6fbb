/* SPDX-License-Identifier: MIT */
#include "ras/lifecycle.h"

#include "ras/actions.h"

const char *const connection_event_names[CONNECTION_EVENT_COUNT] = {
    [ON_CALL] = "call",
    [ON_AUTHENTICATION_FAILED] = "authentication failed",
    [ON_AUTHENTICATED] = "authenticated",
    [ON_COOKIE] = "cookie",
    [ON_COOKIE_ACCEPTED] = "cookie accepted",
    [ON_COOKIE_REFUSED] = "cookie refused",
    [ON_ADDRESS_FAILED] = "address callout failed",
    [ON_NO_ADDRESS] = "no address",
    [ON_DUPLICATE_ADDRESS] = "duplicate address",
    [ON_ADDRESS_GIVEN] = "address given",
    [ON_NEGOTIATED] = "negotiated",
    [ON_NEGOTIATION_OVER] = "negotiation time over",
    [ON_ACCEPTED] = "accepted",
    [ON_REFUSED] = "refused",
    [ON_LINK_CALL] = "further link calls",
    [ON_LINK_AUTHENTICATED] = "further link",
    [ON_LINK_ACCEPTED] = "link accepted",
    [ON_LINK_REFUSED] = "link refused",
    [ON_LINK_DOWN] = "link down",
    [ON_LINK_TOLD] = "link's end told",
    [ON_QUARANTINE_CHANGE] = "quarantine change",
    [ON_REAUTHENTICATED] = "re-authenticated",
    [ON_PROBATION_OVER] = "probation over",
    [ON_FILTERS_OVER] = "filtered session over",
    [ON_QUARANTINE_LIFTED] = "quarantine lifted",
    [ON_MOVE] = "endpoint change",
    [ON_MOVED] = "endpoint changed",
    [ON_UNREACHABLE] = "peer unreachable",
    [ON_REACHABLE] = "peer reachable",
    [ON_OUTAGE] = "outage time over",
    [ON_ECHO_OVER] = "echo time over",
    [ON_IDLE] = "idle time over",
    [ON_SESSION_LIMIT] = "session limit",
    [ON_HANGUP] = "hang-up",
    [ON_SERVICE_LOST] = "service lost",
    [ON_DROPPED] = "dropped",
    [ON_TOLD] = "end told",
    [ON_DISMANTLED] = "dismantled",
};

const char *const decision_names[DECISION_COUNT] = {
    [DECISION_GO] = "go",
    [DECISION_IGNORE] = "ignore",
    [DECISION_DEFER] = "defer",
    [DECISION_CANNOT] = "cannot happen",
};

#undef GUARD
const struct guard_row lifecycle_guards[GUARD_COUNT] = {
    [GUARD_NONE] = {"", "", NULL},
#define GUARD(id, function, text, recipe) [GUARD_##id] = {text, recipe, function},
#include "ras/guards.def"
#undef GUARD
};

#define S(name) CONNECTION_##name
#define IDLE STATE_BIT(CONNECTION_IDLE)
#define AUTH STATE_BIT(CONNECTION_AUTH)
#define ADDR STATE_BIT(CONNECTION_ADDR)
#define ASKCONN STATE_BIT(CONNECTION_ASKCONN)
#define ASKLINK STATE_BIT(CONNECTION_ASKLINK)
#define ACTIVE STATE_BIT(CONNECTION_ACTIVE)
#define REAUTH STATE_BIT(CONNECTION_REAUTH)
#define MOVE STATE_BIT(CONNECTION_MOVE)
#define CLOSING STATE_BIT(CONNECTION_CLOSING)
#define CLOSED STATE_BIT(CONNECTION_CLOSED)
#define ASKED (ASKCONN | ASKLINK)         /* the DLLs are asked */
#define CONNECTING (AUTH | ADDR | ASKED)  /* until it is active */
#define STANDING (ACTIVE | REAUTH | MOVE) /* until it ends */
#define ENDED (IDLE | CLOSED)             /* before its call, and behind its end */
#define SAME CONNECTION_STATE_COUNT

#define IF(guard) GUARD_##guard
#define GO(to, action) DECISION_GO, to, action
#define IGNORE DECISION_IGNORE, SAME, NULL, END_NONE
#define DEFER DECISION_DEFER, SAME, NULL, END_NONE
/* clang-format off */
#define CANNOT(event, from) {NULL, from, event, IF(NONE), DECISION_CANNOT, SAME, NULL, END_NONE, NULL}
/* clang-format on */
/* In every other state */
#define BUT(set) ((STATE_BIT(CONNECTION_STATE_COUNT) - 1) & ~(state_set)(set))

/* clang-format off */
const struct lifecycle_row lifecycle[] = {
    /* --- the call and the user --- */
    {"C3.1",   IDLE,    ON_CALL,                  IF(SERVICE_IS_DOWN),        GO(S(CLOSED),  NULL),                    END_NO_SERVICE,     "a client calls, but the service does not run"},
    {"C3.1",   IDLE,    ON_CALL,                  IF(PORT_ANSWERS),           GO(S(AUTH),    begin_call),              END_NONE,           "a client calls"},
    {"C3.1",   IDLE,    ON_CALL,                  IF(NONE),                   GO(S(CLOSED),  NULL),                    END_NO_PORT,        "a client calls, but no port listens"},
    CANNOT(ON_CALL, BUT(IDLE)),

    {"C3.2",   AUTH,    ON_AUTHENTICATION_FAILED, IF(PASSWORD_IS_RIGHT),      GO(S(IDLE),    NULL),                    END_PERMISSION,     "the account has no dial-in permission"},
    {"C3.2",   AUTH,    ON_AUTHENTICATION_FAILED, IF(NONE),                   GO(S(IDLE),    NULL),                    END_AUTHENTICATION, "authentication failed"},
    CANNOT(ON_AUTHENTICATION_FAILED, BUT(AUTH)),

    {"C3.2a",  AUTH,    ON_COOKIE,                IF(NONE),                   GO(S(AUTH),    ask_preauthentication),   END_NONE,           "a client presents a cookie instead of authenticating"},
    CANNOT(ON_COOKIE, BUT(AUTH)),
    {"C3.2",   AUTH,    ON_COOKIE_ACCEPTED,       IF(HAS_NO_PERMISSION),      GO(S(IDLE),    NULL),                    END_PERMISSION,     "the account has no dial-in permission"},
    {"Q1",     AUTH,    ON_COOKIE_ACCEPTED,       IF(ADDRESSES_COME_LATER),   GO(S(ASKCONN), ask_connection),          END_NONE,           "the cookie lets the user in; addresses come later"},
    {"C3.2a",  AUTH,    ON_COOKIE_ACCEPTED,       IF(NONE),                   GO(S(ADDR),    ask_addresses),           END_NONE,           "the cookie lets the user in"},
    CANNOT(ON_COOKIE_ACCEPTED, BUT(AUTH)),
    {"C3.2a",  AUTH,    ON_COOKIE_REFUSED,        IF(COOKIE_OR_NOTHING),      GO(S(IDLE),    NULL),                    END_COOKIE,         "the cookie is refused, and so is the client"},
    {"Q18",    AUTH,    ON_COOKIE_REFUSED,        IF(NONE),                   GO(S(AUTH),    authenticate),            END_NONE,           "the cookie is refused; the user has to authenticate"},
    CANNOT(ON_COOKIE_REFUSED, BUT(AUTH)),

    {"Q33",    AUTH,    ON_AUTHENTICATED,         IF(ASKS_BEFORE_CALL_BACK),  GO(S(ASKCONN), ask_connection),          END_NONE,           "the user is authenticated; the DLLs are asked before the call-back"},
    {"Q33",    AUTH,    ON_AUTHENTICATED,         IF(IS_TO_BE_CALLED_BACK),   GO(S(AUTH),    call_back),               END_NONE,           "the server hangs up and calls the user back"},
    {"Q33",    AUTH,    ON_AUTHENTICATED,         IF(WAS_ACCEPTED),           GO(S(ADDR),    ask_addresses),           END_NONE,           "the user is authenticated, once more"},
    {"Q1",     AUTH,    ON_AUTHENTICATED,         IF(ADDRESSES_COME_LATER),   GO(S(ASKCONN), ask_connection),          END_NONE,           "the user is authenticated; addresses come later"},
    {"C3.3",   AUTH,    ON_AUTHENTICATED,         IF(NONE),                   GO(S(ADDR),    ask_addresses),           END_NONE,           "the user is authenticated"},
    {NULL,     CLOSING, ON_AUTHENTICATED,         IF(NONE),                   IGNORE,                                                      "the call has ended before"},
    CANNOT(ON_AUTHENTICATED, BUT(AUTH | CLOSING)),

    /* --- the addresses --- */
    {"C3.4",   ADDR,    ON_ADDRESS_FAILED,        IF(NONE),                   GO(S(CLOSING), dismantle),               END_ADDRESS,        "the address callout fails"},
    CANNOT(ON_ADDRESS_FAILED, BUT(ADDR)),
    {"C3.5",   ADDR,    ON_NO_ADDRESS,            IF(NONE),                   GO(S(CLOSING), dismantle),               END_NO_ADDRESS,     "there is no address to give"},
    CANNOT(ON_NO_ADDRESS, BUT(ADDR)),
    {"Q21",    ADDR,    ON_DUPLICATE_ADDRESS,     IF(NONE),                   GO(S(CLOSING), dismantle),               END_DUPLICATE,      "the address is another client's"},
    CANNOT(ON_DUPLICATE_ADDRESS, BUT(ADDR)),
    {"C3.23",  ADDR,    ON_ADDRESS_GIVEN,         IF(IS_ENDING),              GO(S(CLOSING), dismantle),               END_NONE,           "the call ended while a DLL was asked for an address"},
    {NULL,     ADDR,    ON_ADDRESS_GIVEN,         IF(NONE),                   GO(SAME,       ask_addresses),           END_NONE,           "the other family is next, or the negotiation"},
    CANNOT(ON_ADDRESS_GIVEN, BUT(ADDR)),
    {"Q33",    ADDR,    ON_NEGOTIATED,            IF(WAS_ASKED_BEFORE),       GO(S(ASKLINK), ask_first_link),          END_NONE,           "the network protocols are negotiated"},
    {"Q1",     ADDR,    ON_NEGOTIATED,            IF(ADDRESSES_COME_LATER),   GO(S(ASKLINK), ask_first_link),          END_NONE,           "the network protocols are negotiated"},
    {"C3.6",   ADDR,    ON_NEGOTIATED,            IF(NONE),                   GO(S(ASKCONN), ask_connection),          END_NONE,           "the network protocols are negotiated"},
    {NULL,     CLOSING, ON_NEGOTIATED,            IF(NONE),                   IGNORE,                                                      "the call has ended before"},
    CANNOT(ON_NEGOTIATED, BUT(ADDR | CLOSING)),

    {"C3.23",  AUTH,    ON_NEGOTIATION_OVER,      IF(WAS_ACCEPTED),           GO(S(CLOSING), dismantle),               END_NEGOTIATION,    "authentication takes too long"},
    {"C3.23",  AUTH,    ON_NEGOTIATION_OVER,      IF(NONE),                   GO(S(IDLE),    NULL),                    END_NEGOTIATION,    "authentication takes too long"},
    {"C3.23",  ADDR,    ON_NEGOTIATION_OVER,      IF(AWAITS_ADDRESS),         GO(S(ADDR),    NULL),                    END_NEGOTIATION,    "negotiation takes too long while a DLL is asked for an address"},
    {"C3.23",  ADDR,    ON_NEGOTIATION_OVER,      IF(NONE),                   GO(S(CLOSING), dismantle),               END_NEGOTIATION,    "negotiation takes too long"},
    {"C3.23",  ASKED,   ON_NEGOTIATION_OVER,      IF(NONE),                   GO(SAME,       NULL),                    END_NEGOTIATION,    "negotiation takes too long while the DLLs are asked"},
    CANNOT(ON_NEGOTIATION_OVER, BUT(CONNECTING)),

    /* --- the accept callouts --- */
    {"C3.23",  ASKCONN, ON_ACCEPTED,              IF(IS_ENDING),              GO(S(CLOSING), dismantle),               END_NONE,           "the call ended while the DLLs were asked"},
    {"Q33",    ASKCONN, ON_ACCEPTED,              IF(IS_TO_BE_CALLED_BACK),   GO(S(AUTH),    call_back),               END_NONE,           "every DLL accepts the connection; the server hangs up and calls the user back"},
    {"Q1",     ASKCONN, ON_ACCEPTED,              IF(ADDRESSES_COME_LATER),   GO(S(ADDR),    ask_addresses),           END_NONE,           "every DLL accepts the connection; now addresses"},
    {"C3.7",   ASKCONN, ON_ACCEPTED,              IF(NONE),                   GO(S(ASKLINK), ask_first_link),          END_NONE,           "every DLL accepts the connection"},
    CANNOT(ON_ACCEPTED, BUT(ASKCONN)),
    {"C3.8",   ASKCONN, ON_REFUSED,               IF(NONE),                   GO(S(CLOSING), close_refused),           END_REFUSED,        "a DLL refuses the connection"},
    {"Q16",    REAUTH,  ON_REFUSED,               IF(REFUSAL_KEEPS_USER),     GO(S(ACTIVE),  NULL),                    END_NONE,           "a DLL refuses, and the user stays"},
    {"C3.16",  REAUTH,  ON_REFUSED,               IF(NONE),                   GO(S(CLOSING), dismantle),               END_REAUTH_REFUSED, "a DLL does not let the user stay"},
    {"Q17",    MOVE,    ON_REFUSED,               IF(REFUSAL_KEEPS_ENDPOINT), GO(S(ACTIVE),  keep_endpoint),           END_NONE,           "a DLL refuses; the old endpoint stays"},
    {"C3.20",  MOVE,    ON_REFUSED,               IF(NONE),                   GO(S(CLOSING), dismantle),               END_MOVE_REFUSED,   "a DLL refuses the new endpoint"},
    {NULL,     CLOSING, ON_REFUSED,               IF(NONE),                   IGNORE,                                                      "the connection ends anyway"},
    CANNOT(ON_REFUSED, BUT(ASKCONN | REAUTH | MOVE | CLOSING)),
    {"C3.23",  ASKLINK, ON_LINK_ACCEPTED,         IF(IS_ENDING),              GO(S(CLOSING), dismantle),               END_NONE,           "the call ended while the DLLs were asked"},
    {"C3.9",   ASKLINK, ON_LINK_ACCEPTED,         IF(NONE),                   GO(S(ACTIVE),  begin_service),           END_NONE,           "every DLL accepts the link"},
    {"C3.11",  STANDING, ON_LINK_ACCEPTED,        IF(NONE),                   GO(SAME,       keep_link),               END_NONE,           "every DLL accepts the link"},
    {NULL,     CLOSING, ON_LINK_ACCEPTED,         IF(NONE),                   GO(SAME,       dismantle),               END_NONE,           "the connection ends: so does the link that was to join"},
    CANNOT(ON_LINK_ACCEPTED, BUT(ASKLINK | STANDING | CLOSING)),
    {"C3.10",  ASKLINK, ON_LINK_REFUSED,          IF(NONE),                   GO(S(CLOSING), close_refused),           END_REFUSED,        "a DLL refuses the first link"},
    {"C3.12",  STANDING, ON_LINK_REFUSED,         IF(NONE),                   GO(SAME,       drop_link),               END_NONE,           "a DLL refuses the further link"},
    {NULL,     CLOSING, ON_LINK_REFUSED,          IF(NONE),                   GO(SAME,       dismantle),               END_NONE,           "the connection ends: so does the link that was to join"},
    CANNOT(ON_LINK_REFUSED, BUT(ASKLINK | STANDING | CLOSING)),

    /* --- further links --- */
    {NULL,     STANDING, ON_LINK_CALL,            IF(LINK_MAY_CALL),          GO(SAME,       begin_link),              END_NONE,           "a further link calls"},
    {"C3.11",  STANDING, ON_LINK_CALL,            IF(NONE),                   IGNORE,                                                      "a further link calls, but no port listens"},
    {"C3.11",  CONNECTING, ON_LINK_CALL,          IF(NONE),                   IGNORE,                                                      "a further link calls, but the connection is not active yet"},
    {"C3.11",  CLOSING, ON_LINK_CALL,             IF(NONE),                   IGNORE,                                                      "a further link calls, but the connection ends"},
    CANNOT(ON_LINK_CALL, ENDED),
    {"C3.11",  STANDING, ON_LINK_AUTHENTICATED,   IF(LINK_MAY_JOIN),          GO(SAME,       ask_further_link),        END_NONE,           "a further link joins"},
    {"C3.11",  STANDING, ON_LINK_AUTHENTICATED,   IF(NONE),                   GO(SAME,       drop_link),               END_NONE,           "a further link finds no room"},
    {NULL,     CLOSING, ON_LINK_AUTHENTICATED,    IF(NONE),                   IGNORE,                                                      "the connection ends: so does the link that was to join"},
    CANNOT(ON_LINK_AUTHENTICATED, BUT(STANDING | CLOSING)),
    {"C3.13",  STANDING, ON_LINK_DOWN,            IF(OTHER_LINKS_ARE_UP),     GO(SAME,       drop_link),               END_NONE,           "one of several links goes down"},
    {"C3.23",  STANDING, ON_LINK_DOWN,            IF(LINK_IS_UP),             GO(S(CLOSING), dismantle),               END_LINE,           "the last link goes down"},
    {"C3.13",  STANDING, ON_LINK_DOWN,            IF(NONE),                   IGNORE,                                                      "the link is not up"},
    {"C3.13",  CONNECTING, ON_LINK_DOWN,          IF(NONE),                   IGNORE,                                                      "no link is up yet"},
    {"C3.13",  CLOSING, ON_LINK_DOWN,             IF(NONE),                   IGNORE,                                                      "the connection ends already"},
    CANNOT(ON_LINK_DOWN, ENDED),
    {NULL,     STANDING | CLOSING, ON_LINK_TOLD,  IF(LINK_WAS_DROPPED),       GO(SAME,       free_link),               END_NONE,           "the port of the dropped link is free"},
    {NULL,     CLOSING, ON_LINK_TOLD,             IF(NONE),                   GO(SAME,       dismantle),               END_NONE,           "the next step of the end"},
    CANNOT(ON_LINK_TOLD, BUT(CLOSING)),

    /* --- quarantine --- */
    {"C4.nap", CONNECTING | STANDING, ON_QUARANTINE_CHANGE, IF(LACKS_PROTECTION), IGNORE,                                                  "this version has no Network Access Protection"},
    {"C3.14",  CONNECTING | STANDING, ON_QUARANTINE_CHANGE, IF(QUARANTINE_IS_SAME), IGNORE,                                                "the client's quarantine state is that already"},
    {"C3.14",  ACTIVE,  ON_QUARANTINE_CHANGE,     IF(NONE),                   GO(S(REAUTH),  ask_reauthentication),    END_NONE,           "the client's quarantine state changes"},
    {"C4.nap", REAUTH | MOVE, ON_QUARANTINE_CHANGE, IF(NONE),                 DEFER,                                                       "the client's quarantine state changes; the exchange under way comes first"},
    {"C4.nap", AUTH | ADDR, ON_QUARANTINE_CHANGE, IF(WAS_ACCEPTED),           DEFER,                                                       "the client's quarantine state changes; the DLLs are asked once the connection is active"},
    {"C4.nap", AUTH | ADDR, ON_QUARANTINE_CHANGE, IF(NONE),                   GO(SAME,       change_quarantine),       END_NONE,           "the client's quarantine state changes before the DLLs are asked"},
    {"C4.nap", ASKED,   ON_QUARANTINE_CHANGE,     IF(NONE),                   DEFER,                                                       "the client's quarantine state changes; the DLLs are asked once the connection is active"},
    {"C3.14",  CLOSING, ON_QUARANTINE_CHANGE,     IF(NONE),                   IGNORE,                                                      "the connection ends already"},
    CANNOT(ON_QUARANTINE_CHANGE, ENDED),
    {"C3.15",  REAUTH,  ON_REAUTHENTICATED,       IF(NOBODY_WAS_ASKED),       GO(S(ACTIVE),  NULL),                    END_NONE,           "no DLL has a callout that is asked whether the user may stay"},
    {"C3.15",  REAUTH,  ON_REAUTHENTICATED,       IF(NONE),                   GO(S(ACTIVE),  NULL),                    END_NONE,           "every DLL lets the user stay"},
    {NULL,     CLOSING, ON_REAUTHENTICATED,       IF(NONE),                   IGNORE,                                                      "the connection has ended before"},
    CANNOT(ON_REAUTHENTICATED, BUT(REAUTH | CLOSING)),
    {"C3.17",  ACTIVE,  ON_PROBATION_OVER,        IF(NONE),                   GO(S(CLOSING), dismantle),               END_PROBATION,      "the probation time is over"},
    {"C3.17",  CONNECTING | REAUTH | MOVE, ON_PROBATION_OVER, IF(NONE),       DEFER,                                                       "the probation time is over; the exchange under way comes first"},
    CANNOT(ON_PROBATION_OVER, BUT(CONNECTING | STANDING)),
    {"Q16",    ACTIVE,  ON_QUARANTINE_LIFTED,     IF(LIFTING_REAUTHENTICATES), GO(S(REAUTH), lift_and_reauthenticate), END_NONE,           "the quarantine filters are removed; re-authentication"},
    {"Q16",    STANDING, ON_QUARANTINE_LIFTED,    IF(LIFTING_REAUTHENTICATES), DEFER,                                                      "the quarantine filters are removed; the exchange under way comes first"},
    {"C4.rqs", STANDING, ON_QUARANTINE_LIFTED,    IF(IS_FILTERED),            GO(SAME,       lift_quarantine),         END_NONE,           "the quarantine filters are removed"},
    {"C4.rqs", STANDING, ON_QUARANTINE_LIFTED,    IF(NONE),                   IGNORE,                                                      "no quarantine filters are in force"},
    {"C4.rqs", CONNECTING, ON_QUARANTINE_LIFTED,  IF(NONE),                   IGNORE,                                                      "quarantine filters are removed from active connections"},
    {"C4.rqs", CLOSING, ON_QUARANTINE_LIFTED,     IF(NONE),                   IGNORE,                                                      "the connection ends already"},
    CANNOT(ON_QUARANTINE_LIFTED, ENDED),
    {"C4.rqs", STANDING, ON_FILTERS_OVER,         IF(NONE),                   GO(S(CLOSING), dismantle),               END_FILTERS,        "the session time under quarantine filters is over"},
    CANNOT(ON_FILTERS_OVER, BUT(STANDING)),

    /* --- mobility --- */
    {"C3.18",  ACTIVE,  ON_MOVE,                  IF(MOBILITY_IS_OFF),        GO(S(ACTIVE),  NULL),                    END_NONE,           "error 843: mobility is disabled"},
    {"C3.18",  ACTIVE,  ON_MOVE,                  IF(MAY_MOVE),               GO(S(MOVE),    ask_endpoint),            END_NONE,           "the tunnel's endpoint changes"},
    {"C3.18",  REAUTH,  ON_MOVE,                  IF(MAY_MOVE),               GO(S(REAUTH),  NULL),                    END_NONE,           "error 844: no move while re-authenticating"},
    {"C3.18",  MOVE,    ON_MOVE,                  IF(MAY_MOVE),               GO(S(MOVE),    NULL),                    END_NONE,           "error 838: a move is under way"},
    {"C3.18",  CONNECTING, ON_MOVE,               IF(MAY_MOVE),               GO(SAME,       NULL),                    END_NONE,           "error 844: no move while connecting"},
    {"C3.18",  CONNECTING | STANDING, ON_MOVE,    IF(NONE),                   IGNORE,                                                      "endpoints of this tunnel cannot change"},
    {"C3.18",  CLOSING, ON_MOVE,                  IF(NONE),                   IGNORE,                                                      "the connection ends already"},
    CANNOT(ON_MOVE, ENDED),
    {"C3.19",  MOVE,    ON_MOVED,                 IF(NOBODY_WAS_ASKED),       GO(S(ACTIVE),  finish_move),             END_NONE,           "no DLL has a callout that is asked about the new endpoint"},
    {"C3.19",  MOVE,    ON_MOVED,                 IF(NONE),                   GO(S(ACTIVE),  finish_move),             END_NONE,           "every DLL accepts the new endpoint"},
    {NULL,     CLOSING, ON_MOVED,                 IF(NONE),                   IGNORE,                                                      "the connection has ended before"},
    CANNOT(ON_MOVED, BUT(MOVE | CLOSING)),

    /* --- peers that are silent --- */
    {"C3.21",  ACTIVE | REAUTH, ON_UNREACHABLE,   IF(MAY_SLEEP),              GO(SAME,       fall_dormant),            END_NONE,           "the peer is unreachable: dormant"},
    {"C3.23",  ACTIVE | REAUTH, ON_UNREACHABLE,   IF(MAY_VANISH),             GO(SAME,       vanish),                  END_NONE,           "the peer is silent; the server believes in it for its echo time"},
    {"C3.21",  ACTIVE | REAUTH, ON_UNREACHABLE,   IF(NONE),                   IGNORE,                                                      "the peer is silent already"},
    {"C3.21",  MOVE,    ON_UNREACHABLE,           IF(NONE),                   DEFER,                                                       "the peer is unreachable; the move under way comes first"},
    {"C3.21",  CONNECTING, ON_UNREACHABLE,        IF(NONE),                   IGNORE,                                                      "the connection is not active yet"},
    {"C3.21",  CLOSING, ON_UNREACHABLE,           IF(NONE),                   IGNORE,                                                      "the connection ends already"},
    CANNOT(ON_UNREACHABLE, ENDED),
    {"C3.21",  ACTIVE | REAUTH, ON_REACHABLE,     IF(IS_DORMANT),             GO(SAME,       wake_up),                 END_NONE,           "the peer is back"},
    {"C3.23",  ACTIVE | REAUTH, ON_REACHABLE,     IF(IS_SILENT),              GO(SAME,       answer_again),            END_NONE,           "the peer answers again"},
    {"C3.21",  ACTIVE | REAUTH, ON_REACHABLE,     IF(NONE),                   IGNORE,                                                      "the peer was not silent"},
    {"C3.21",  MOVE,    ON_REACHABLE,             IF(NONE),                   DEFER,                                                       "the peer is reachable; the move under way comes first"},
    {"C3.21",  CONNECTING, ON_REACHABLE,          IF(NONE),                   IGNORE,                                                      "the connection is not active yet"},
    {"C3.21",  CLOSING, ON_REACHABLE,             IF(NONE),                   IGNORE,                                                      "the connection ends already"},
    CANNOT(ON_REACHABLE, ENDED),
    {"C3.22",  ACTIVE,  ON_OUTAGE,                IF(NONE),                   GO(S(CLOSING), dismantle),               END_OUTAGE,         "the peer did not come back"},
    {"C3.22",  REAUTH | MOVE, ON_OUTAGE,          IF(NONE),                   DEFER,                                                       "the peer did not come back; the exchange under way comes first"},
    CANNOT(ON_OUTAGE, BUT(STANDING)),
    {"C3.23",  ACTIVE | REAUTH, ON_ECHO_OVER,     IF(NONE),                   GO(S(CLOSING), dismantle),               END_ECHO,           "the peer answered no echo request"},
    CANNOT(ON_ECHO_OVER, BUT(ACTIVE | REAUTH)),

    /* --- limits and the end --- */
    {"C3.23",  ACTIVE,  ON_IDLE,                  IF(NONE),                   GO(S(CLOSING), dismantle),               END_IDLE,           "idle for too long"},
    {"C3.23",  REAUTH | MOVE, ON_IDLE,            IF(NONE),                   DEFER,                                                       "idle for too long; the exchange under way comes first"},
    CANNOT(ON_IDLE, BUT(STANDING)),
    {"C3.23",  STANDING, ON_SESSION_LIMIT,        IF(NONE),                   GO(S(CLOSING), dismantle),               END_SESSION,        "the session limit is reached"},
    CANNOT(ON_SESSION_LIMIT, BUT(STANDING)),
    {"C3.23",  AUTH,    ON_HANGUP,                IF(WAS_ACCEPTED),           GO(S(CLOSING), dismantle),               END_NONE,           "the call ends before the server calls back"},
    {"C3.23",  AUTH,    ON_HANGUP,                IF(NONE),                   GO(S(IDLE),    NULL),                    END_NONE,           "the call ends before authentication"},
    {"C3.23",  ADDR | ASKED, ON_HANGUP,           IF(IS_ENDING),              IGNORE,                                                      "the call ends already"},
    {"C3.23",  ADDR,    ON_HANGUP,                IF(AWAITS_ADDRESS),         GO(S(ADDR),    NULL),                    END_NONE,           "the call ends while a DLL is asked for an address"},
    {"C3.23",  ADDR,    ON_HANGUP,                IF(NONE),                   GO(S(CLOSING), dismantle),               END_NONE,           "the call ends while protocols are negotiated"},
    {"C3.23",  ASKED,   ON_HANGUP,                IF(NONE),                   GO(SAME,       NULL),                    END_NONE,           "the call ends while the DLLs are asked"},
    {"C3.23",  STANDING, ON_HANGUP,               IF(NONE),                   GO(S(CLOSING), dismantle),               END_NONE,           "the connection ends"},
    {"C3.23",  CLOSING, ON_HANGUP,                IF(NONE),                   IGNORE,                                                      "the connection ends already"},
    CANNOT(ON_HANGUP, ENDED),
    {NULL,     CLOSING, ON_TOLD,                  IF(NONE),                   GO(SAME,       dismantle),               END_NONE,           "the next step of the end"},
    CANNOT(ON_TOLD, BUT(CLOSING)),
    {"C3.24",  CLOSING, ON_DISMANTLED,            IF(NONE),                   GO(S(CLOSED),  NULL),                    END_NONE,           "everyone was told"},
    CANNOT(ON_DISMANTLED, BUT(CLOSING)),
    {"Q32",    BUT(ENDED), ON_SERVICE_LOST,       IF(NONE),                   GO(S(CLOSED),  lose),                    END_PROCESS,        "the service's process has ended"},
    CANNOT(ON_SERVICE_LOST, ENDED),
    {"Q13",    BUT(ENDED), ON_DROPPED,            IF(NONE),                   GO(S(CLOSED),  lose),                    END_STOP,           "the service stops, and tells nobody"},
    CANNOT(ON_DROPPED, ENDED),
};
/* clang-format on */
const size_t lifecycle_length = sizeof lifecycle / sizeof *lifecycle;

static bool fits(const struct lifecycle_row *row, enum connection_state state, enum connection_event event)
{
    return row->event == event && row->from & STATE_BIT(state);
}

void lifecycle_index(struct lifecycle_index *index)
{
    uint16_t count = 0;
    for (enum connection_state state = 0; state < CONNECTION_STATE_COUNT; state++)
        for (enum connection_event event = 0; event < CONNECTION_EVENT_COUNT; event++) {
            index->first[state][event] = count;
            for (size_t row = 0; row < lifecycle_length; row++)
                if (fits(&lifecycle[row], state, event))
                    index->rows[count++] = (uint8_t)row;
            index->end[state][event] = count;
        }
    index->made = true;
}
