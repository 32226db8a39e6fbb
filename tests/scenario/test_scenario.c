/* SPDX-License-Identifier: MIT */
/* Scenario files: what is read, and what is refused with which words at which place. */
#include "scenario/scenario.h"
#include "tests/cmocka_tests.h"

#define START "users: {alice: }\ntimeline:\n"

static void every_key_is_read(void **state)
{
    (void)state;
    static const char source[] =
        "title: all\n"
        "os: 2008r2\n"
        "seed: 18446744073709551615\n"
        "start: 2020-02-29T12:00Z\n"
        "pool: 10.0.0.1-10.0.0.9\n"
        "prefix: 2001:db8:5:6::/64\n"
        "ports: {SSTP: 3, PPTP: 0}\n"
        "users:\n"
        "  alice: {domain: HOME, computer: BOX, authentication: fails}\n"
        "  bob:\n"
        "timeline:\n"
        "  - {at: 1s, dial: alice, as: a, tunnel: IKEv2, wants: [ipv6, ipv4], from: 198.51.100.9}\n"
        "  - {after: 500ms, dial: bob}\n"
        "  - {transfer: a, sent: 1 KB, received: 2KiB}\n"
        "  - {at: 1m, hangup: bob}\n";
    struct scenario scenario;
    struct error error = {0};
    assert_true(scenario_parse(&scenario, source, sizeof source - 1, "all.yaml", &error));
    assert_string_equal(scenario.title, "all");
    assert_string_equal(scenario.options.profile->name, "2008r2");
    assert_true(scenario.options.seed == UINT64_MAX);
    assert_int_equal(scenario.options.start, 1582977600);
    assert_int_equal(scenario.options.pool.last, 0x0a000009);
    assert_int_equal(scenario.options.ipv6_prefix.bytes[7], 6);
    assert_int_equal(scenario.options.ports[TUNNEL_SSTP], 3);
    assert_int_equal(scenario.options.ports[TUNNEL_PPTP], 0);
    assert_int_equal(scenario.options.ports[TUNNEL_L2TP], PORTS_DEFAULT);
    assert_int_equal(scenario.user_count, 2);
    assert_string_equal(scenario.users[0].domain, "HOME");
    assert_int_equal(scenario.users[0].authentication, AUTHENTICATION_FAILS);
    assert_string_equal(scenario.users[1].domain, "EXAMPLE");
    assert_string_equal(scenario.users[1].computer, "BOB-PC");
    assert_int_equal(scenario.step_count, 4);
    const struct step *steps = scenario.steps;
    assert_int_equal(steps[0].with.tunnel, TUNNEL_IKEV2);
    assert_int_equal(steps[0].with.wants, WANTS_IPV4 | WANTS_IPV6);
    assert_int_equal(steps[0].with.from, 0xc6336409);
    assert_int_equal(steps[1].at_ns, 1500000000);
    assert_int_equal(steps[1].with.wants, WANTS_IPV4);
    assert_int_equal(steps[2].with.sent, 1000);
    assert_int_equal(steps[2].with.received, 2048);
    assert_int_equal(steps[2].dial, 0);
    assert_int_equal(steps[3].dial, 1);
    assert_int_equal(steps[3].at_ns, 60000000000);
    scenario_free(&scenario);
}

static void the_builtin_scenario_is_a_scenario(void **state)
{
    (void)state;
    struct scenario scenario;
    struct error error = {0};
    assert_true(scenario_builtin(&scenario, &error));
    assert_string_equal(scenario.users[0].name, "alice");
    assert_int_equal(scenario.steps[0].with.tunnel, TUNNEL_COUNT); /* the default: SSTP */
    scenario_free(&scenario);
}

static void a_name_means_the_latest_connection_of_that_name(void **state)
{
    (void)state;
    static const char source[] = START "  - {dial: alice}\n  - {hangup: alice}\n"
                                       "  - {dial: alice}\n  - {hangup: alice}\n";
    struct scenario scenario;
    struct error error = {0};
    assert_true(scenario_parse(&scenario, source, sizeof source - 1, "x", &error));
    assert_int_equal(scenario.steps[1].dial, 0);
    assert_int_equal(scenario.steps[3].dial, 2);
    scenario_free(&scenario);
}

#define OPEN_16 "[[[[[[[[[[[[[[[["

/* What is wrong, and how the one line begins */
static const struct {
    const char *source, *message;
} wrong[] = {
    {"", "f:1:1: is empty, expected a scenario"},
    {"# nothing\n", "f:1:1: is empty, expected a scenario"},
    {"42\n", "f:1:1: expected the keys of a scenario"},
    {"- a\n", "f:1:1: expected the keys of a scenario"},
    {"title: x\n", "f:1:1: nothing happens in this scenario"},
    {"timeline: []\n", "f:1:1: nothing happens in this scenario"},
    {"timelin: []\n", "f:1:1: timelin is no key of a scenario; did you mean timeline?"},
    {START "  - {dail: alice}\n", "f:3:6: dail is no key of a step; did you mean dial?"},
    {"users: {alice: {domian: X}}\n", "f:1:17: domian is no key of a user; did you mean domain?"},
    {"ports: {SSPT: 1}\n", "f:1:9: SSPT is no key of ports; did you mean SSTP?"},
    {START "  - {dial: alcie}\n", "f:3:6: alcie: no such user in users; did you mean alice?"},
    {"timeline:\n  - {dial: bob}\n", "f:2:6: bob: no such user in users"},
    {START "  - {hangup: alice}\n", "f:3:6: alice: no such connection dialled before"},
    {START "  - {dial: alice, tunnel: STTP}\n",
     "f:3:27: tunnel: STTP is none of SSTP, IKEv2, L2TP, PPTP, modem; did you mean SSTP?"},
    {START "  - {dial: alice, tunnel: [SSTP]}\n", "f:3:27: tunnel holds a collection"},
    {START "  - {dial: alice, wants: ipv4}\n", "f:3:19: wants, expected a list such as [ipv4]"},
    {START "  - {dial: alice, wants: [ipv5]}\n", "f:3:27: wants: ipv5 is none of ipv4, ipv6"},
    {START "  - {dial: alice, wants: []}\n", "f:3:19: wants is an empty list"},
    {START "  - {dial: alice, from: 300.1.1.1}\n", "f:3:25: from: 300.1.1.1, expected an IPv4"},
    {START "  - {dial: alice, sent: 1 KB}\n", "f:3:6: sent does not go with dial"},
    {START "  - {dial: alice, hangup: alice}\n", "f:3:6: a step is about one thing"},
    {START "  - {at: 1s}\n", "f:3:6: a step that does nothing, expected dial, hangup or the like"},
    {START "  - {at: 1s, after: 1s, dial: alice}\n", "f:3:6: a step has either at or after"},
    {START "  - {at: 2s, dial: alice}\n  - {at: 1s, hangup: alice}\n",
     "f:4:6: this step is earlier than the one before it"},
    {START "  - {dial: alice}\n  - {hangup: alice}\n  - {join: alice}\n", "f:5:6: alice has ended in line 4"},
    {START "  - {dial: alice, tunnel: PPTP}\n  - {move: alice, to: 1.2.3.4}\n",
     "f:4:6: alice is no IKEv2 connection, only those move"},
    {START "  - {dial: alice, tunnel: IKEv2}\n  - {move: alice}\n", "f:4:6: a move needs to"},
    {START "  - {dial: alice, tunnel: IKEv2}\n  - {join: alice}\n",
     "f:4:6: alice is an IKEv2 connection, which has one link"},
    {START "  - {dial: alice}\n  - {quarantine: alice, state: probation}\n",
     "f:4:6: a probation needs for, its duration"},
    {START "  - {dial: alice}\n  - {quarantine: alice, for: 1h}\n", "f:4:6: for goes with state: probation only"},
    {START "  - {dhcp: lost}\n", "f:3:6: dhcp goes with addresses: dhcp only"},
    {"addresses: dhcp\ntimeline:\n  - {dhcp: gone}\n", "f:3:6: dhcp: gone is none of lost, back"},
    {"addresses: dhcq\n", "f:1:12: addresses: dhcq is none of static, dhcp, none; did you mean dhcp?"},
    {"dhcp: {block: 0}\n", "f:1:15: block: 0, expected a whole number from 1 to 1048576"},
    {START "  - {dial: alice}\n  - {leave: alice, link: 0}\n", "f:4:26: link: 0, expected"},
    {START "  - {dial: alice}\n  - {transfer: alice}\n", "f:4:6: a transfer needs sent or received"},
    {"users: {'EXAMPLE\\alice': }\ntimeline: [{dial: x}]\n", "f:1:9: EXAMPLE\\alice: expected the user's name alone"},
    {"users: {\"a\\nb\": }\n", "f:1:9: name holds a control character"},
    {"\"a\\eb\": 1\n", "f:1:1: a key holds a control character"},
    {"policies: {first-refusal: stpo}\n",
     "f:1:27: first-refusal: stpo, expected one of stop, ask-all; did you mean stop?"},
    {"policies: {first-refsal: stop}\n", "f:1:12: policy: first-refsal, expected one of address-time"},
    {"policies: [stop]\n", "f:1:1: policies, expected names with a value each"},
    {START "  - {dial: alice}\nexpect:\n  - {calls: GA, never: AC}\n", "f:5:6: an expectation is about one thing"},
    {START "  - {dial: alice}\nexpect:\n  - {connection: alice}\n",
     "f:5:6: an expectation that does nothing, expected calls, accepted"},
#define EXPECTING(what) START "  - {dial: alice}\nexpect:\n  - {" what "}\n"
    {EXPECTING("never: MprAdminAcceptNewConection"),
     "f:5:6: MprAdminAcceptNewConection: is never met, expected a callout"},
    {EXPECTING("never: al"), "f:5:6: al: is never met, expected a callout by name or shorthand"},
    {EXPECTING("count: 0, of: MprAdminAcceptNewLnk"), "f:5:6: 0: is never met, expected in of a callout"},
    {EXPECTING("count: -1, of: AC"), "f:5:6: -1: is never met, expected a whole number"},
    {EXPECTING("connection: alice, accepted: maybe"), "f:5:6: maybe: is never met, expected yes or no"},
    {EXPECTING("calls: GA XX"), "f:5:6: GA XX: is never met, expected none, or shorthands"},
    {EXPECTING("calls: GA AC(T)"), "f:5:6: GA AC(T): is never met, expected none, or shorthands"},
    {EXPECTING("start: S99"), "f:5:6: S99: is never met, expected running, or a rule"},
    {EXPECTING("findings: foo"), "f:5:6: foo: is never met, expected none, or ids that"},
    {EXPECTING("events: abc"), "f:5:6: abc: is never met, expected none, or ids of event-log"},
    {EXPECTING("argument: AC nope.field, is: 1"), "f:5:6: 1: is never met, expected in argument a callout"},
    {START "  - {dial: alice}\nexpect:\n  - {calls: GA, rule: C3.1 C3.99}\n",
     "f:5:6: rule: C3.99 is none of those that rrasemu spec rules lists"},
    {START "  - {dial: alice}\nexpect:\n  - {accepted: yes}\n", "f:5:6: this needs connection"},
    {START "  - {dial: alice}\nexpect:\n  - {connection: alice, findings: none}\n",
     "f:5:6: this is about the whole run"},
    {START "  - {dial: alice}\nexpect:\n  - {connection: bob, calls: GA}\n",
     "f:5:6: bob: no such connection in the timeline"},
    {START "  - {at: 5, dial: alice}\n", "f:3:10: at: 5, expected a duration such as"},
    {START "  - {at: 5 parsecs, dial: alice}\n", "f:3:10: at: 5 parsecs, expected a duration"},
    {START "  - {at: -1s, dial: alice}\n", "f:3:10: at: -1s, expected a duration"},
    {START "  - {at: 100000d, dial: alice}\n  - {after: 100000d, hangup: alice}\n",
     "f:4:6: this step is more than 292 years ahead"},
    {START "  - {dial: alice}\n  - {transfer: alice, sent: 5}\n", "f:4:29: sent: 5, expected a size"},
    {START "  - {dial: alice}\n  - {transfer: alice, sent: 5 Kb}\n", "f:4:29: sent: 5 Kb, expected"},
    {"seed: 1.0\n", "f:1:7: seed: 1.0, expected a whole number"},
    {"seed: -3\n", "f:1:7: seed: -3, expected a whole number"},
    {"seed: 0x10\n", "f:1:7: seed: 0x10, expected a whole number"},
    {"os: vista\n", "f:1:5: os: vista is none of nt4, nt4-rras, 2000"},
    {"start: tomorrow\n", "f:1:8: start: tomorrow, expected a date"},
    {"ports: {SSTP: 10000001}\n", "f:1:15: SSTP: 10000001, expected a whole number from 0 to 10000000"},
    {"ports: 5\n", "f:1:1: ports, expected a mapping"},
    {"pool: 10.0.0.9-10.0.0.1\n", "f:1:7: pool: 10.0.0.9-10.0.0.1, expected an IPv4 range"},
    {"pool: 0.0.0.1-255.255.255.255\n", "f:1:7: pool: 0.0.0.1-255.255.255.255, expected"},
    {"prefix: 2001:db8::1\n", "f:1:9: prefix: 2001:db8::1, expected an IPv6 prefix"},
    {"users: [alice]\n", "f:1:1: users, expected names with a mapping each"},
    {"users: {alice: {domain: SIXTEENLETTERSXX}}\n", "f:1:25: domain is longer than 15 characters"},
    {"users: {alice: {cookie: ''}}\n", "f:1:25: cookie is empty"},
    {"users: &a {alice: *a}\n", "f:1:"},
    {"title: a\n---\ntitle: b\n", "f:2:1: a second document begins"},
    {"users: " OPEN_16 OPEN_16 "\n", "f:1:39: more than 32 collections stand in each other"},
    {"title: a\ntitle: b\n", "f:2:1: title is given twice"},
    {"users: {a: , b: , a: }\n"
     "timeline: [{dial: a}]\n",
     "f:1:19: a: is in line 1 already"},
    {"title: [a\n", "f:"},
    {"\ttitle: a\n", "f:1:"},
    {"title: a\nos: \xff\xfe\n", "f:2:5: is not valid UTF-8 here"},
    {"title: \x1b[31m\n", "f:1:8: holds the control character 27"},
    {"%YAML 1.2\n---\ntitle: a\n", "f:1:1: a YAML directive, which scenarios do not use"},
};

static void what_is_wrong_is_said_with_its_place(void **state)
{
    (void)state;
    int bad = 0; /* all are shown before the test fails */
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        struct scenario scenario;
        struct error error = {0};
        if (scenario_parse(&scenario, wrong[i].source, strlen(wrong[i].source), "f", &error))
            fail_msg("accepted:\n%s", wrong[i].source);
        assert_int_equal(error.class, FAILURE_USAGE);
        if (strncmp(error.text, wrong[i].message, strlen(wrong[i].message)) != 0)
            print_error("for\n%s\ngot      %s\nexpected %s\n", wrong[i].source, error.text, wrong[i].message), bad++;
    }
    assert_int_equal(bad, 0);
}

static void the_line_is_shown_with_a_caret(void **state)
{
    (void)state;
    struct scenario scenario;
    struct error error = {0};
    static const char source[] = START "  - {dail: alice}\n";
    assert_false(scenario_parse(&scenario, source, strlen(source), "f", &error));
    assert_string_equal(error.text, "f:3:6: dail is no key of a step; did you mean dial?\n"
                                    "    - {dail: alice}\n"
                                    "       ^");
}

static void a_nul_byte_is_refused(void **state)
{
    (void)state;
    struct scenario scenario;
    struct error error = {0};
    assert_false(scenario_parse(&scenario, "seed: 1\0", 8, "f", &error));
    assert_string_equal(error.text, "f:1:8: holds the control character 0, expected YAML text\n  seed: 1 \n         ^");
}

static void files_that_cannot_be_read_are_named(void **state)
{
    (void)state;
    struct scenario scenario;
    struct error error = {0};
    assert_false(scenario_read(&scenario, "/nowhere/x.yaml", &error));
    assert_string_equal(error.text, "/nowhere/x.yaml: no such scenario file");
    error = (struct error){0};
    assert_false(scenario_read(&scenario, "/", &error));
    assert_int_equal(error.class, FAILURE_USAGE);
}

/* Print, read, print: the same text, and in it what was given and no default. */
static void what_is_printed_is_read_as_the_same(void **state)
{
    (void)state;
    static const char source[] = "title: \"a \\\" quote, \\\\ and \xc3\xbc\"\n"
                                 "os: 2003\npool: 10.0.0.1-10.0.0.9\nprefix: 2001:db8::/48\nports: {PPTP: 3}\n"
                                 "policies: {release-time: last}\n"
                                 "users: {alice: {filters: yes, probation: 1500us, quarantine: probation}, \"b c\": }\n"
                                 "timeline:\n"
                                 "  - {at: 1s, dial: alice, as: x, wants: [ipv4, ipv6]}\n"
                                 "  - {after: 1ns, transfer: x, sent: 1.5 KiB}\n"
                                 "  - {after: 1h 1ns, hangup: x}\n"
                                 "expect: [{connection: x, calls: none, rule: Q2}]\n";
    struct scenario scenario, again;
    struct error error = {0};
    struct text first = {0}, second = {0};
    assert_true(scenario_parse(&scenario, source, sizeof source - 1, "source", &error));
    scenario_encode(&first, &scenario);
    assert_true(scenario_parse(&again, text_string(&first), first.length, "printed", &error));
    scenario_encode(&second, &again);
    assert_string_equal(text_string(&first), text_string(&second));
    assert_non_null(strstr(text_string(&first), "{\"after\":\"1ns\",\"transfer\":\"x\",\"sent\":\"1536 B\"}"));
    assert_null(strstr(text_string(&first), "seed"));
    scenario_free(&scenario);
    scenario_free(&again);
    text_free(&first);
    text_free(&second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_read),
        cmocka_unit_test(what_is_printed_is_read_as_the_same),
        cmocka_unit_test(the_builtin_scenario_is_a_scenario),
        cmocka_unit_test(a_name_means_the_latest_connection_of_that_name),
        cmocka_unit_test(what_is_wrong_is_said_with_its_place),
        cmocka_unit_test(the_line_is_shown_with_a_caret),
        cmocka_unit_test(a_nul_byte_is_refused),
        cmocka_unit_test(files_that_cannot_be_read_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
