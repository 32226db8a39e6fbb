#!/bin/sh
# What the engine does exactly at a limit, for the second time, or where there is nothing to do it with: the cases beside
# those that each row of its tables is tried with.
. "$(dirname "$0")/../cli/common.sh"

build bare.so every.c -DWITHOUT_ADDRESS
build without-pair.so every.c -DWITHOUT_ACCEPT -DWITHOUT_HANGUP
build g3.so script.c -DGENERATION=3
build g4.so script.c -DGENERATION=4
build slow.so script.c -DGENERATION=3 -DSLOW_MS=100000
build failget.so every.c -DGET=5
build two.so every.c -DANSWER=2
build nt4.so nt4.c
build table.so table.c
build half-ex.so table.c -DHALVES -DPLAIN_EXPORTS
build crash.so hostile.c -DBAD_CRASH -DWHERE=HANGUP

# --- what a connection keeps of what has happened to it ---

holds "Q25: behind a probation there is no time at which it ends" --os 2008 --dll ./g3.so <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice}
  - {at: 2s, quarantine: alice, state: probation, for: 1h}
  - {at: 3s, quarantine: alice, state: normal}
  - {at: 9s, hangup: alice}
expect: [{connection: alice, argument: CH pRasConnection3.timer, is: "null"}]
Y
holds "Q17: what a client leaves is the address that it has moved to, in whatever strings the callout was asked" --policy endpoint-strings=old --dll ./g4.so <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, tunnel: IKEv2, from: 1.1.1.1}
  - {at: 2s, move: alice, to: 2.2.2.2}
  - {at: 9s, hangup: alice}
expect: [{connection: alice, argument: CH pRasConn.wszRemoteEndpointAddress, is: 2.2.2.2}]
Y
holds "C3.22: a client that was found again can be lost again" --dll ./g4.so <<'Y'
users: {alice: }
outage: 5m
timeline:
  - {at: 1s, dial: alice, tunnel: IKEv2}
  - {at: 10s, lose: alice}
  - {at: 20s, find: alice}
  - {at: 1m, lose: alice}
expect:
  - {connection: alice, ending: the peer did not come back}
  - {findings: none}
Y
holds "C3.23: a client that is found again has its whole idle time in front of it" --dll ./g4.so <<'Y'
users: {alice: {idle: 1m}}
timeline:
  - {at: 1s, dial: alice, tunnel: IKEv2}
  - {at: 10s, lose: alice}
  - {at: 50s, find: alice}
  - {at: 100s, hangup: alice}
expect: [{connection: alice, ending: the client hung up}]
Y
holds "Q25: a run goes on until the probation is over" --dll ./g3.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 2s, quarantine: alice, state: probation, for: 1h}]
expect: [{connection: alice, ending: the probation time is over}]
Y
holds "C3.23: the negotiation time of a connection that ends does not count any more" --dll ./slow.so <<'Y'
users: {slow: }
timeline: [{at: 1s, dial: slow}, {at: 30s, hangup: slow}]
expect: [{connection: slow, ending: the client hung up}, {connection: slow, calls: GA RA}]
Y
holds "C4.rqs: a run goes on until the session under quarantine filters is over" --os 2003 --dll ./bare.so <<'Y'
users: {alice: {filters: "yes", filters-session: 1m}}
timeline: [{at: 1s, dial: alice}]
expect: [{connection: alice, ending: the session time under quarantine filters is over}]
Y
cat >case.yaml <<'Y'
users: {slow: }
timeline:
  - {at: 1s, dial: slow, tunnel: IKEv2}
  - {at: 49s, move: slow, to: 2.2.2.2}
  - {at: 49020ms, quarantine: slow, state: quarantine}
  - {at: 49050ms, quarantine: slow, state: normal}
  - {at: 120s, hangup: slow}
Y
run run --dll ./g4.so --format jsonl case.yaml
is "$(grep -c '"text":"the client.s quarantine state changes; the exchange under way comes first"' out) $(grep -c 'MprAdminAcceptReauthenticationEx' out)" \
    "2 2" "C4.nap: what waits for one exchange and then for the next is told once"
holds "what two links have received is shared out, and what is left over goes to the older one" --dll ./g3.so <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, tunnel: L2TP}
  - {at: 2s, join: alice}
  - {at: 3s, transfer: alice, sent: 5 B, received: 7 B}
  - {at: 4s, leave: alice}
  - {at: 9s, hangup: alice}
expect:
  - {connection: alice, argument: LH pRasPort1.dwBytesXmited, is: "3"}
  - {connection: alice, argument: LH pRasPort1.dwBytesRcved, is: "4"}
  - {connection: alice, argument: CH pRasConnection1.dwBytesRcved, is: "7"}
Y
holds "statistics that were cleared begin with 0" --dll ./g3.so <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice}
  - {at: 2s, transfer: alice, sent: 5 KB, received: 7 KB}
  - {at: 3s, clear: alice}
  - {at: 4s, transfer: alice, sent: 5 B, received: 7 B}
  - {at: 9s, hangup: alice}
expect:
  - {connection: alice, argument: LH pRasPort1.dwBytesRcved, is: "7"}
  - {connection: alice, argument: CH pRasConnection1.dwBytesXmited, is: "5"}
Y
holds "Q36: the port of a release of an IPv6 address is that of the link that is left, too" --policy release-port=last --dll ./g3.so <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, tunnel: L2TP, wants: [ipv4, ipv6]}
  - {at: 2s, join: alice}
  - {at: 4s, leave: alice}
  - {at: 9s, hangup: alice}
expect:
  - {connection: alice, argument: GA6 lpwszPortName, is: VPN2-0}
  - {connection: alice, argument: RA6 lpszPortName, is: VPN2-1}
Y
holds "B2.get6: without a DLL that gives one, the client has the identifier it proposed" --dll ./table.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice, wants: [ipv6]}, {at: 9s, hangup: alice}]
expect:
  - {connection: alice, argument: AC pRasConn.ProjectionInfo.PppProjectionInfo.bRemoteInterfaceIdentifier, is: b0d911ff52cd98af}
Y

# --- what a result is taken for ---

holds "B2.get4: an error code is no BOOL" --dll ./failget.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}]
expect: [{connection: alice, calls: GA(F)}, {findings: none}]
Y
holds "B0.bool: a BOOL of 2 is TRUE, and told" --dll ./two.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 9s, hangup: alice}]
expect: [{connection: alice, calls: GA AC AL RA LH CH}, {findings: odd-bool}]
Y
run run --dll ./two.so --format jsonl case.yaml
like "$out" '"result":2,.*"effective":1' "B0.bool: 2 is what it returned, 1 what RRAS takes it for"

# --- the right DLL for a question ---

holds "Q10 Q8: a DLL whose newest pair is a half is not told by the other half of an older one" --dll ./half-ex.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 9s, hangup: alice}]
expect: [{connection: alice, calls: GA AC AL RA}]
Y
for host in isolated in-process; do
    cat >case.yaml <<'Y'
users: {media: {parameters: {SPEED: {number: 33600}, NAME: {text: COM7}, LINE: {text: a line}}}}
timeline: [{at: 1s, dial: media}, {at: 9s, hangup: media}]
Y
    run run --host $host --os nt4 --dll ./nt4.so --format jsonl case.yaml
    is "$status $(sed -n 's/.*"type":"output".*"text":"\([^"]*\)".*/\1/p' out | tr '\n' ' ')" "0 COM7 a line " \
        "B5.nt4: a DLL reads the texts among the medium's parameters, $host"
done

# --- what a DLL must have ---

# lacks VERSION DLL WHAT [OPTION]...: it is not taken there, for that reason
lacks() {
    version=$1 dll=$2 what=$3
    shift 3
    run run --os "$version" --dll "./$dll" "$@" case.yaml
    is "$status" 3 "S4: $dll is not taken by $version"
    like "$err" "$what" "S4: which is said"
}
cat >case.yaml <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}]
Y
lacks nt4-rras without-pair.so 'lacks MprAdminAcceptNewConnection and MprAdminConnectionHangupNotification'
lacks 2008 bare.so 'lacks MprAdminAcceptReauthentication' --policy reauthentication-callout=required

# --- arguments ---

holds "F.ppp: VJ compression is one of IPv4, and none where there is no IPv4; identifiers stand as the server sees them" \
    --policy address-view=by-page --dll ./g3.so <<'Y'
users: {alice: {vj: "yes"}}
timeline: [{at: 1s, dial: alice, tunnel: PPTP, wants: [ipv6]}, {at: 9s, hangup: alice}]
expect:
  - {connection: alice, argument: AC pRasConnection2.PppInfo2.ip.dwOptions, is: "0"}
  - {connection: alice, argument: AC pRasConnection3.PppInfo3.ip.dwOptions, is: "0"}
  - {connection: alice, argument: AC pRasConnection3.PppInfo3.ipv6.bInterfaceIdentifier, is: "0000000000000001"}
Y

holds "F.address: octets of one, two and three digits" --dll ./g3.so <<'Y'
pool: 100.99.10.9-100.99.10.200
users: {alice: , bob: {address: 255.9.0.100}}
timeline: [{at: 1s, dial: alice, tunnel: PPTP}, {at: 2s, dial: bob, tunnel: PPTP}, {at: 9s, hangup: alice}]
expect:
  - {connection: alice, argument: AC pRasConnection1.PppInfo.ip.wszRemoteAddress, is: 100.99.10.10}
  - {connection: bob, argument: AC pRasConnection1.PppInfo.ip.wszRemoteAddress, is: 255.9.0.100}
Y

# --- the service ---

printf '%s\n' 'users: {alice: }' 'timeline: [{at: 1s, dial: alice}, {at: 5s, hangup: alice}, {at: 20s, dial: alice}]' >case.yaml
run run --dll ./bare.so --dll ./bare.so --dll ./bare.so --format jsonl case.yaml
is "$(sed -n 's/.*"callout":"MprAdminInitializeDll","dll":"\([^"]*\)".*/\1/p' out | tr '\n' ' ')" "bare.so bare.so#2 bare.so#3 " \
    "DLLs of one name are told apart"
dlls=
for _ in $(seq 63); do dlls="$dlls --dll ./bare.so"; done
# shellcheck disable=SC2086  # words
run run $dlls --dll ./crash.so --format jsonl case.yaml
is "$(grep -c '"callout":"MprAdminInitializeDll"' out) $(grep -c '"type":"state","rule":"C3.9"' out)" "128 2" \
    "Q32: as many DLLs as there may be are loaded again"
cat >lost.yaml <<'Y'
users: {alice: , slow: }
timeline:
  - {at: 1s, dial: alice}
  - {at: 5s, dial: slow}
  - {at: 10s, hangup: alice}
  - {at: 300s, dial: alice, as: later}
expect:
  - {connection: slow, ending: "the service's process ended"}
  - {connection: later, argument: GA lpdwIpAddress, is: 192.168.1.2}
Y
run test --fail-on never --policy release-time=last --dll ./slow.so --dll ./crash.so lost.yaml
is "$status" 0 "Q32: what the address process was asked when the service's process ended is asked no more"
build no-initialize.so every.c -DWITHOUT_INITIALIZE
for os in 2000 2003 2008; do
    run run --os $os --dll ./no-initialize.so case.yaml
    like "$status $err" '^3 .*lacks MprAdminInitializeDll' "S4: $os: a DLL that cannot be initialized"
done
# shellcheck disable=SC2086  # words
run run $dlls --dll ./bare.so case.yaml
is "$status $(tail -n 1 out | cut -d';' -f1 | sed 's/.*: //')" "0 2 accepted, 0 refused, 0 failed" \
    "C2.address: of as many DLLs as there may be none gives addresses"

cat >case.yaml <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 2s, dial: alice}]
Y
run run --policy stop-hangup=no --dll ./g3.so --format jsonl case.yaml
is "$status $(grep -c '"rule":"Q13".*"to":"CLOSED"' out) $(grep -c '"rule":"S9"' out)" "0 2 1" \
    "Q13: a service that tells nobody of its stop drops each connection, and stops in order"
cat >case.yaml <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 5s, hangup: alice}, {at: 20s, dial: alice, as: later}]
Y
run run --dll ./crash.so --format jsonl case.yaml
is "$(sed -n 's/.*"t_ns":\([0-9]*\),"type":"service","rule":"\(S1\|Q32\)".*/\1/p' out | head -n 3 | tr '\n' ' ')" "0 5000000000 6000000000 " \
    "Q32: a service whose process has ended starts again a second later"

# Q32: three restarts within 60 s, and the 60th is one of them
# crashes SECONDS LAST: four from then on, the fourth at that time
crashes() {
    cat <<Y
users: {alice: }
timeline:
  - {at: $(($1 + 1))s, dial: alice, as: a}
  - {at: $(($1 + 5))s, hangup: a}
  - {at: $(($1 + 11))s, dial: alice, as: b}
  - {at: $(($1 + 15))s, hangup: b}
  - {at: $(($1 + 21))s, dial: alice, as: c}
  - {at: $(($1 + 25))s, hangup: c}
  - {at: $(($1 + 31))s, dial: alice, as: d}
  - {at: $2, hangup: d}
Y
}
for row in '59999ms 3' '60s 3' '60001ms 1'; do
    crashes 0 "${row% *}" >case.yaml
    run run --dll ./crash.so case.yaml
    is "$status" "${row#* }" "Q32: the fourth end of the process at ${row% *}: exit status ${row#* }"
done
# they begin anew with the first end behind them
crashes 100 160s >case.yaml
run run --dll ./crash.so case.yaml
is "$status $(grep -c 'event 7031' out)" "3 3" "Q32: a further minute has three restarts, too"
cat >case.yaml <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, as: a}
  - {at: 2s, dial: alice, as: b}
  - {at: 5s, hangup: a}
  - {at: 11s, dial: alice, as: c}
expect: [{connection: c, argument: GA lpdwIpAddress, is: 192.168.1.2}]
Y
run test --fail-on never --dll ./crash.so case.yaml
is "$status" 0 "Q32 C3.1: a service that starts again gives its addresses from the first"
cat >case.yaml <<'Y'
users: {alice: }
addresses: dhcp
timeline:
  - {at: 1s, dial: alice, as: a}
  - {at: 2s, dhcp: lost}
  - {at: 5s, hangup: a}
  - {at: 11s, dial: alice, as: automatic}
  - {at: 12s, dhcp: back}
  - {at: 13s, dial: alice, as: still}
  - {at: 15s, hangup: still}
  - {at: 21s, dial: alice, as: leased}
expect:
  - {connection: a, argument: GA lpdwIpAddress, is: 192.168.1.2}
  - {connection: automatic, argument: GA lpdwIpAddress, is: 169.254.0.2}
  - {connection: still, argument: GA lpdwIpAddress, is: 169.254.0.3}
  - {connection: leased, argument: GA lpdwIpAddress, is: 192.168.1.2}
Y
run test --fail-on never --dll ./crash.so case.yaml
is "$status" 0 "B2.dhcp: a service that starts while the DHCP server is lost gives itself addresses, until it starts again"

done_testing
