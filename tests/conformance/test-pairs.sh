#!/bin/sh
# What every stimulus does in every state of a connection, as the reference has it, and not as the table has it: a DLL
# whose callouts take their time keeps the connection in each state for long enough.
. "$(dirname "$0")/../cli/common.sh"

build script4.so script.c -DGENERATION=4

# sweep TUNNEL KIND [KEYS]: one connection for each 20 ms of a life, to which the stimulus comes then; they do not overlap.
# A life has every state: 250 ms behind its beginning to be active it re-authenticates and then moves, and at its session
# limit it ends, which takes a while too.
sweep() {
    tunnel=$1 kind=$2 keys=$3
    awk -v tunnel="$tunnel" -v kind="$kind" -v keys="$keys" -v links="${links:-2}" 'BEGIN {
        print "links: " links "\nusers: {slow: {session: 650ms" (ENVIRON["user"] ? ", " ENVIRON["user"] : "") "}}\ntimeline:"
        for (i = 0; i < 85; i++) {
            begin = 1000 + i * 20000
            n = 0
            step[n++] = sprintf("%07d {at: %dms, dial: slow, as: c%d, tunnel: %s}", begin, begin, i, tunnel)
            step[n++] = sprintf("%07d {at: %dms, %s: c%d%s}", begin + 1 + i * 20, begin + 1 + i * 20, kind, i, keys)
            ends = kind ~ /^(hangup|cut)$/ # behind which a scenario has no steps
            if (!ends || i * 20 > 700)
                step[n++] = sprintf("%07d {at: %dms, quarantine: c%d, state: quarantine}", begin + 700, begin + 700, i)
            if (tunnel == "IKEv2")
                step[n++] = sprintf("%07d {at: %dms, move: c%d, to: 203.0.113.1}", begin + 850, begin + 850, i)
            for (a = 0; a < n; a++)
                for (b = a + 1; b < n; b++)
                    if (step[b] < step[a]) { t = step[a]; step[a] = step[b]; step[b] = t }
            for (a = 0; a < n; a++)
                print "  - " substr(step[a], 9)
        }
    }' >sweep.yaml
    run run --host in-process --dll ./script4.so --os "${os:-2022}" ${policy:+--policy "$policy"} --format jsonl sweep.yaml
    # the state when an input comes, and what the record behind it says
    awk -v kind="$kind" '
        function value(key,   text) {
            text = $0
            if (sub(".*\"" key "\":\"", "", text)) sub(/".*/, "", text)
            else if (sub(".*\"" key "\":", "", text)) sub(/[,}].*/, "", text)
            else text = ""
            return text
        }
        { connection = value("connection"); type = value("type") }
        waits && type == "state" && connection == subject { print state[connection] ": " value("text"); waits = 0 }
        waits && type == "finding" && value("id") == "step-ignored" { print state[subject] ": has ended"; waits = 0 }
        waits { print state[subject] ": at once"; waits = 0 }
        type == "state" { state[connection] = value("to") }
        type == "input" && value("kind") == kind { subject = connection; waits = 1 }
    ' out | sort -u >seen
}

# expect NAME: the pairs on standard input, in the order of sort(1)
expect() {
    sort -u >wanted
    is "$status $(cat seen)" "0 $(cat wanted)" "$1"
}

early='the connection is not active yet' ending='the connection ends already'
sweep IKEv2 quarantine ", state: probation, for: 1h"
expect "C3.14, C4.nap: a quarantine change, IKEv2" <<'T'
ACTIVE: the client's quarantine state changes
ADDR: the client's quarantine state changes before the DLLs are asked
ASKCONN: the client's quarantine state changes; the DLLs are asked once the connection is active
ASKLINK: the client's quarantine state changes; the DLLs are asked once the connection is active
AUTH: the client's quarantine state changes before the DLLs are asked
CLOSED: has ended
CLOSING: the connection ends already
MOVE: the client's quarantine state changes; the exchange under way comes first
REAUTH: the client's quarantine state changes; the exchange under way comes first
T
policy=address-time=after-accept sweep IKEv2 quarantine ", state: probation, for: 1h"
expect "C4.nap: a quarantine change when the DLLs were asked before addresses" <<'T'
ACTIVE: the client's quarantine state changes
ADDR: the client's quarantine state changes; the DLLs are asked once the connection is active
ASKCONN: the client's quarantine state changes; the DLLs are asked once the connection is active
ASKLINK: the client's quarantine state changes; the DLLs are asked once the connection is active
AUTH: the client's quarantine state changes before the DLLs are asked
CLOSED: has ended
CLOSING: the connection ends already
MOVE: the client's quarantine state changes; the exchange under way comes first
REAUTH: the client's quarantine state changes; the exchange under way comes first
T
same="the client's quarantine state is that already"
sweep SSTP quarantine ", state: normal"
expect "C3.14: a quarantine change that is none" <<T
ACTIVE: $same
ADDR: $same
ASKCONN: $same
ASKLINK: $same
AUTH: $same
CLOSED: has ended
CLOSING: $ending
REAUTH: the client's quarantine state changes; the exchange under way comes first
ACTIVE: the client's quarantine state changes
T
sweep IKEv2 move ", to: 203.0.113.9"
expect "C3.18: an endpoint change, IKEv2" <<T
ACTIVE: the tunnel's endpoint changes
ADDR: error 844: no move while connecting
ASKCONN: error 844: no move while connecting
ASKLINK: error 844: no move while connecting
AUTH: error 844: no move while connecting
CLOSED: has ended
CLOSING: $ending
MOVE: error 838: a move is under way
REAUTH: error 844: no move while re-authenticating
T
sweep IKEv2 lose ""
expect "C3.21: a peer that cannot be reached, IKEv2" <<T
ACTIVE: the peer is unreachable: dormant
ADDR: $early
ASKCONN: $early
ASKLINK: $early
AUTH: $early
CLOSED: has ended
CLOSING: $ending
MOVE: the peer is unreachable; the move under way comes first
REAUTH: the peer is unreachable: dormant
T
sweep SSTP lose ""
expect "C3.23: a peer that is silent, SSTP" <<T
ACTIVE: the peer is silent; the server believes in it for its echo time
ADDR: $early
ASKCONN: $early
ASKLINK: $early
AUTH: $early
CLOSED: has ended
CLOSING: $ending
REAUTH: the peer is silent; the server believes in it for its echo time
T
sweep IKEv2 find ""
expect "C3.21: a peer that was not silent" <<T
ACTIVE: the peer was not silent
ADDR: $early
ASKCONN: $early
ASKLINK: $early
AUTH: $early
CLOSED: has ended
CLOSING: $ending
MOVE: the peer is reachable; the move under way comes first
REAUTH: the peer was not silent
T
user='filters: yes' sweep IKEv2 lift ""
expect "Q16, C4.rqs: quarantine filters are lifted" <<T
ACTIVE: the quarantine filters are removed; re-authentication
ADDR: quarantine filters are removed from active connections
ASKCONN: quarantine filters are removed from active connections
ASKLINK: quarantine filters are removed from active connections
AUTH: quarantine filters are removed from active connections
CLOSED: has ended
CLOSING: $ending
MOVE: the quarantine filters are removed; the exchange under way comes first
T
sweep SSTP lift ""
expect "C4.rqs: filters are lifted where there are none" <<T
ACTIVE: no quarantine filters are in force
ADDR: quarantine filters are removed from active connections
ASKCONN: quarantine filters are removed from active connections
ASKLINK: quarantine filters are removed from active connections
AUTH: quarantine filters are removed from active connections
CLOSED: has ended
CLOSING: $ending
REAUTH: no quarantine filters are in force
T
sweep SSTP leave ", link: 1"
expect "C3.13, C3.23: the only link goes down" <<T
ACTIVE: the line was lost
ADDR: no link is up yet
ASKCONN: no link is up yet
ASKLINK: no link is up yet
AUTH: no link is up yet
CLOSED: has ended
CLOSING: $ending
REAUTH: the line was lost
T
sweep SSTP leave ", link: 2"
expect "C3.13: a link goes down that is not there" <<T
ACTIVE: the link is not up
ADDR: no link is up yet
ASKCONN: no link is up yet
ASKLINK: no link is up yet
AUTH: no link is up yet
CLOSED: has ended
CLOSING: $ending
REAUTH: the link is not up
T
sweep SSTP hangup ""
expect "C3.23: the client hangs up" <<T
ACTIVE: the client hung up
ADDR: the call ends while a DLL is asked for an address
ADDR: the client hung up (error 629)
ASKCONN: the call ends while the DLLs are asked
ASKLINK: the call ends while the DLLs are asked
AUTH: the call ends before authentication
CLOSED: has ended
CLOSING: $ending
REAUTH: the client hung up
T
sweep SSTP join ""
grep -v '^ACTIVE\|^REAUTH' seen >others # there the link is authenticated first
mv others seen
expect "C3.11: a further link calls" <<T
ADDR: a further link calls, but the connection is not active yet
ASKCONN: a further link calls, but the connection is not active yet
ASKLINK: a further link calls, but the connection is not active yet
AUTH: a further link calls, but the connection is not active yet
CLOSED: has ended
CLOSING: a further link calls, but the connection ends
T

# --- what a sweep does not meet ---

# acts [ARGUMENT]...: a scenario on standard input; $said has the words of its state records, each once
acts() {
    cat >life.yaml
    run run --host in-process --dll ./script4.so --format jsonl "$@" life.yaml
    sed -n 's/.*"type":"state".*"text":"\([^"]*\)".*/\1/p' out | sort -u >said
}

# negotiation takes too long, at every 20 ms of it
for ms in $(seq 20 20 500); do
    acts --policy "${policy:-address-time=before-accept}" <<EOF
negotiation: ${ms}ms
users: {slow: }
timeline: [{at: 1s, dial: slow, tunnel: IKEv2}, {at: 1m, dial: slow, tunnel: IKEv2}, {at: 2m, dial: slow, tunnel: IKEv2}]
EOF
    cat said
done | grep 'too long' | sort -u >seen
expect "C3.23: authentication or negotiation takes too long" <<'T'
authentication or negotiation took too long (error 718)
authentication takes too long
negotiation takes too long while a DLL is asked for an address
negotiation takes too long while the DLLs are asked
T

# the same, and a hang-up, while the server calls back a user that the DLLs have accepted before
for second in $(seq 10 1 50); do
    acts --policy callback-callouts=first <<EOF
negotiation: ${second}s
users: {slow: {callback: yes}}
timeline: [{at: 1s, dial: slow, tunnel: modem}]
EOF
    grep 'AUTH.*CLOSING' out
done | sed -n 's/.*"from":"AUTH","to":"CLOSING".*"ending":"\([^"]*\)".*/\1/p' | sort -u >seen
expect "C3.23, Q33: the call-back takes too long" <<'T'
authentication or negotiation took too long
T
for ms in $(seq 13000 500 50000); do
    acts --policy callback-callouts=first <<EOF
users: {slow: {callback: yes}}
timeline: [{at: 1s, dial: slow, tunnel: modem}, {at: ${ms}ms, hangup: slow}]
EOF
    grep 'AUTH.*CLOSING' out
done | sed -n 's/.*"from":"AUTH","to":"CLOSING".*"ending":"\([^"]*\)".*/\1/p' | sort -u >seen
expect "C3.23, Q33: the client hangs up while it is called back" <<'T'
the client hung up
T
# and just before it is authenticated once more, so that this comes when the DLLs are told of the end
authenticated=$(sed -n 's/^{"seq":[0-9]*,"t_ns":\([0-9]*\),.*"text":"the user is authenticated, once more".*/\1/p' out)
acts --policy callback-callouts=first <<EOF
users: {slow: {callback: yes}}
timeline: [{at: 1s, dial: slow, tunnel: modem}]
EOF
authenticated=$(sed -n 's/^{"seq":[0-9]*,"t_ns":\([0-9]*\),.*"text":"the user is authenticated, once more".*/\1/p' out)
acts --policy callback-callouts=first <<EOF
users: {slow: {callback: yes}}
timeline: [{at: 1s, dial: slow, tunnel: modem}, {at: $((authenticated - 1000000))ns, hangup: slow}]
EOF
is "$status $(grep -c 'once more' said)" "0 0" "C3.23: authentication that comes while the connection ends is ignored"

# refusals that come when the connection ends anyway
acts <<'EOF'
users: {slow-noreauth: }
timeline: [{at: 1s, dial: slow-noreauth}, {at: 10s, quarantine: slow-noreauth, state: quarantine}, {at: 10050ms, hangup: slow-noreauth}]
EOF
like "$(cat said)" '^the client hung up$' "C3.16, C3.23: a re-authentication that is refused after the hang-up"
unlike "$(cat said)" 'does not let the user stay' "C3.16: ends nothing"
# a further link that is refused: at every 20 ms around it the client hangs up, and every link that was asked about
# hears of its end
for ms in $(seq 10020 20 10600); do
    acts <<EOF
users: {slow-nosecond: }
timeline: [{at: 1s, dial: slow-nosecond}, {at: 10s, join: slow-nosecond}, {at: ${ms}ms, hangup: slow-nosecond}]
EOF
    asked=$(grep -c '"callout":"MprAdminAcceptNewLink"' out) told=$(grep -c '"callout":"MprAdminLinkHangupNotification"' out)
    echo "$status $asked asked, $told told"
done | sort -u >seen
is "$(cat seen)" "0 1 asked, 1 told
0 2 asked, 2 told" "C3.12, C3.24: links that are refused while the connection ends"

# the same of a link in the place of the first, which has left: a life every two minutes, the hang-up 20 ms later in each
{
    printf 'users: {slow: }\ntimeline:\n'
    for life in $(seq 1 30); do
        at=$((life * 120000))
        printf '  - {at: %sms, dial: slow, as: c%s}\n  - {at: %sms, join: c%s}\n' $at $life $((at + 10000)) $life
        printf '  - {at: %sms, leave: c%s, link: 1}\n  - {at: %sms, join: c%s}\n' $((at + 20000)) $life $((at + 30000)) $life
        printf '  - {at: %sms, hangup: c%s}\n' $((at + 30000 + life * 20)) $life
    done
} >places.yaml
acts <places.yaml
asked=$(grep -c '"callout":"MprAdminAcceptNewLink"' out) told=$(grep -c '"callout":"MprAdminLinkHangupNotification"' out)
is "$status $err $((asked - told))" "0  0" "C3.24: a link in the place of the first is answered before it is told of its end"
ok "$([ "$asked" -gt 60 ] && [ "$asked" -lt 90 ]; echo $?)" "C3.24: in some of those lives it was asked about, not in all"

# links that find no port, no room
acts <<'EOF'
ports: {SSTP: 1}
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 10s, join: alice}, {at: 20s, hangup: alice}]
EOF
like "$(cat said)" '^a further link calls, but no port listens$' "C3.11: a further link without a port"
acts <<'EOF'
links: 1
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 10s, join: alice}, {at: 20s, hangup: alice}]
EOF
like "$(cat said)" '^a further link finds no room$' "C3.11: a further link beyond the limit"
acts <<'EOF'
users: {alice: }
timeline: [{at: 1s, dial: alice, tunnel: IKEv2}, {at: 10s, lose: alice}, {at: 11s, lose: alice}, {at: 12s, find: alice}, {at: 20s, hangup: alice}]
EOF
like "$(cat said)" '^the peer is silent already$' "C3.21: a peer that is lost twice"
acts --policy preauthentication=on --policy address-time=after-accept <<'EOF'
users: {alice: {cookie: good one}}
timeline: [{at: 1s, dial: alice}, {at: 20s, hangup: alice}]
EOF
like "$(cat said)" '^the cookie lets the user in; addresses come later$' "C3.2a, Q1: a cookie, and addresses after the accept callouts"
like "$out" '"type":"state","rule":"Q1",.*"from":"ADDR","to":"ASKLINK"' "Q1: and the link after the addresses"
acts --policy duplicate-address=refuse <<'EOF'
users: {same-a: , same-b: }
timeline: [{at: 1s, dial: same-a, wants: [ipv6]}, {at: 10s, dial: same-b, wants: [ipv6]}, {at: 20s, hangup: same-a}]
EOF
like "$(cat said)" "^the address is another client's" "Q21: an identifier that another client has"

# a probation that begins while the user is authenticated lasts as long as it was told to
acts <<'EOF'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {after: 1ms, quarantine: alice, state: probation, for: 1h}, {at: 20s, hangup: alice}]
EOF
like "$(cat said)" '^the client hung up$' "C3.17, C4.nap: a probation from before the accept callouts"

# of several changes during an exchange the last one holds
acts <<'EOF'
users: {slow: }
timeline:
  - {at: 1s, dial: slow}
  - {at: 10s, quarantine: slow, state: quarantine}
  - {at: 10010ms, quarantine: slow, state: normal}
  - {at: 10020ms, quarantine: slow, state: quarantine}
  - {at: 20s, hangup: slow}
EOF
is "$(sed -n 's/.*"callout":"MprAdminConnectionHangupNotificationEx".*"rasQuarState":\([0-9]\).*/\1/p' out)" 1 \
    "C3.14: the last of the changes that came during a re-authentication"

# traffic of a connection that ends: it lives by traffic every 80 ms until its session limit, and that goes on while the
# DLLs are told, which takes longer than its idle time
{
    printf 'users: {slow: {idle: 100ms, session: 1s}}\ntimeline:\n  - {at: 1s, dial: slow}\n'
    for ms in $(seq 1400 40 3000); do
        echo "  - {at: ${ms}ms, transfer: slow, sent: 1 B}"
    done
} >traffic.yaml
acts <traffic.yaml
is "$status $err" "0 " "C3.23: traffic that comes while the connection ends is no error of the emulator"
like "$(cat said)" '^the session limit is reached$' "C3.23: and puts nothing off"
like "$out" 'the connection is in CLOSING and cannot take it' "C3.23: it is told that it cannot be taken"

# what the service cannot take in its state is told, and nothing else is
acts <<'EOF'
users: {alice: }
addresses: dhcp
timeline:
  - {at: 1s, stop: service}
  - {at: 2s, stop: service}
  - {at: 3s, restart: service}
  - {at: 4s, dhcp: lost}
  - {at: 5s, start: service}
  - {at: 6s, start: service}
  - {at: 7s, dhcp: lost}
  - {at: 8s, restart: service}
  - {at: 9s, dial: alice}
EOF
is "$(sed -n 's/.*"t_ns":\([0-9]*\)000000000,.*"id":"step-ignored".*/\1/p' out | tr '\n' ' ')" "2 3 4 6 " \
    "S1, S8: what the service cannot take is told"
is "$(grep -c '"to":"stopping"' out)" 3 "S8: a second stop is no further stop"

# a start that fails, and the next
cat >second.c <<'EOF'
#include <windows.h>
#include <mprapi.h>
#include <stdlib.h>
#include <unistd.h>
/* The second initialization fails: each adds a byte to a file. */
__declspec(dllexport) DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    FILE *file = fopen(getenv("STARTS"), "ab");
    fputc('x', file);
    long count = ftell(file);
    fclose(file);
    return count == 2 ? 5 : NO_ERROR;
}
__declspec(dllexport) DWORD APIENTRY MprAdminTerminateDll(VOID) { return NO_ERROR; }
__declspec(dllexport) BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *a, RAS_CONNECTION_1 *b) { return a && b; }
__declspec(dllexport) VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *a, RAS_CONNECTION_1 *b) { (void)a, (void)b; }
__declspec(dllexport) BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *a, RAS_PORT_1 *b) { return a && b; }
__declspec(dllexport) VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *a, RAS_PORT_1 *b) { (void)a, (void)b; }
EOF
# shellcheck disable=SC2046  # one word a flag
${CC:-cc} -shared -fPIC -include stdio.h second.c -o second.so -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" \
    $(pkg-config --cflags --libs mprapi) || exit 99
cat >again.yaml <<'EOF'
users: {alice: }
timeline: [{at: 1s, restart: service}, {at: 10s, start: service}, {at: 20s, dial: alice}, {at: 30s, hangup: alice}]
EOF
STARTS=$PWD/starts run run --host in-process --dll ./second.so --format jsonl again.yaml
like "$out" '"from":"initializing","to":"start failed"' "S6: the second start fails"
like "$out" '"from":"start failed","to":"reading"' "S1: and the third is one"
echo 'int MprAdminInitializeDll(void) { return 0; } int MprAdminTerminateDll(void) { return 0; } int MprAdminAcceptNewLink(void) { return 1; }' >lacks.c
${CC:-cc} -shared -fPIC lacks.c -o lacks.so
run run --host in-process --policy load-order=one-by-one --dll ./script4.so --dll ./lacks.so --format jsonl
like "$out" '"rule":"Q12","from":"initializing","to":"start failed"' "Q12, S4: a second DLL lacks an export when the first is initialized"

done_testing
