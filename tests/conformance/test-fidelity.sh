#!/bin/sh
# What the reference promises in its corners, each as a scenario with expectations, in both native hosts.
. "$(dirname "$0")/../cli/common.sh"

build g1.so script.c -DGENERATION=1
build g3.so script.c -DGENERATION=3
build g4.so script.c -DGENERATION=4
build nt4.so nt4.c
build plain.so every.c
build bare.so every.c -DWITHOUT_ADDRESS
build kept.so every.c -DNOTIFY_KEPT
build same.so every.c -DADDRESS=0x0b00000a
build no.so every.c -DWITHOUT_ADDRESS -DANSWER=FALSE
build sleepno.so every.c -DWITHOUT_ADDRESS -DANSWER=FALSE -DSLEEP=5000
build rev7.so slots.c -DREVISION=7

# --- what callouts read and hear ---

holds "Q22: bNotifyRelease is FALSE on entry" --dll ./kept.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 9s, hangup: alice}]
expect:
  - {connection: alice, calls: GA AC AL LH CH}
  - {connection: alice, argument: GA out.bNotifyRelease, is: "0"}
  - {findings: none}
Y
holds "Q22: and TRUE where the policy says so" --dll ./kept.so --policy notify-preset=true <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 9s, hangup: alice}]
expect: [{connection: alice, calls: GA AC AL RA LH CH}, {findings: none}]
Y
for order in newest-first oldest-first; do
    holds "Q2 C3.24: the release comes first while a further link is being authenticated, $order" --dll ./plain.so --policy link-order=$order <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice, tunnel: PPTP}, {at: 5s, join: alice}, {at: 5010ms, cut: alice}]
expect: [{connection: alice, calls: GA AC AL RA LH CH}]
Y
done
holds "Q10: a change of the quarantine state that a DLL cannot be asked about is told, and only that" --dll ./bare.so --dll ./g3.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 2s, quarantine: alice, state: quarantine}, {at: 9s, hangup: alice}]
expect: [{findings: no-reauthentication}, {count: "1", of: RE}]
Y
holds "Q10: never at the start" --dll ./bare.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 9s, hangup: alice}]
expect: [{findings: none}]
Y
holds "Q21 B2.release4: a refused duplicate that the DLL wants to hear of is released" --dll ./same.so --policy duplicate-address=refuse <<'Y'
users: {alice: , bob: }
timeline: [{at: 1s, dial: alice}, {at: 2s, dial: bob}, {at: 9s, hangup: alice}]
expect:
  - {connection: bob, calls: GA RA, rule: Q21}
  - {connection: bob, error: "738"}
  - {connection: bob, ending: "the address is another client's"}
  - {connection: alice, calls: GA AC AL RA LH CH}
  - {findings: duplicate-address}
Y
like "$("$rrasemu" run --dll ./same.so --policy duplicate-address=refuse case.yaml)" 'ADDR > CLOSING .*(error 738) *Q21$' \
    "Q21: by its own rule, with its error number"
holds "C4.rqs: quarantine filters are a bit of the flags, and on 2008 the quarantine state" --os 2008 --dll ./g3.so <<'Y'
users: {alice: {filters: "yes"}}
timeline: [{at: 1s, dial: alice}, {at: 5s, lift: alice}, {at: 9s, hangup: alice}]
expect:
  - {connection: alice, calls: GA AC AL RE RA LH CH}
  - {connection: alice, argument: AC pRasConnection3.rasQuarState, is: "1"}
  - {connection: alice, argument: AC pRasConnection0.dwConnectionFlags, is: "9"}
  - {connection: alice, argument: RE pRasConnection3.rasQuarState, is: "0"}
Y
holds "Q16: lifting filters that change no state asks nobody" --os 2008 --dll ./g3.so <<'Y'
users: {alice: {filters: "yes", quarantine: normal}}
timeline: [{at: 1s, dial: alice}, {at: 5s, lift: alice}, {at: 9s, hangup: alice}]
expect: [{connection: alice, calls: GA AC AL RA LH CH}]
Y
holds "S6a: a DLL whose table has another revision is terminated by its slot" --dll ./rev7.so <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}]
expect: [{calls: IN TE}, {start: S6a}]
Y
holds "a refusal counts as one although the client has gone meanwhile" --dll ./sleepno.so <<'Y'
users: {slow: }
timeline: [{at: 1s, dial: slow}, {at: 3s, hangup: slow}]
expect: [{connection: slow, calls: AC(F) CH}, {connection: slow, events: 20250 20270}]
Y
run run --dll ./sleepno.so --format jsonl case.yaml
like "$out" '"refused":1,"failed":0' "the summary too"
like "$out" '"id":20270,.*"refused by a callout"' "20270 gives the refusal as the reason"

# --- device numbers, protocols, other things a server has ---

holds "device numbers are settable" --dll ./plain.so <<'Y'
users: {alice: }
devices: {SSTP: 7}
timeline: [{at: 1s, dial: alice}, {at: 9s, hangup: alice}]
expect: [{connection: alice, argument: GA lpwszPortName, is: VPN7-0}]
Y
holds "names may be empty" --dll ./g3.so <<'Y'
users: {device: {user: "", domain: "", computer: ""}}
timeline: [{at: 1s, dial: device}, {at: 9s, hangup: device}]
expect:
  - {connection: device, accepted: "yes"}
  - {connection: device, argument: GA lpwszUserName, is: ""}
  - {connection: device, argument: AC pRasConnection0.wszUserName, is: ""}
  - {connection: device, argument: AC pRasConnection0.wszLogonDomain, is: ""}
  - {connection: device, argument: AC pRasConnection0.wszRemoteComputer, is: ""}
Y
long=$(printf '%0256d' 7 | tr 0 u)
holds "Q38: a name of 256 characters is whole, everywhere" --dll ./g3.so <<Y
users: {long: {user: $long, domain: ABCDEFGHIJKLMNO}}
timeline: [{at: 1s, dial: long}, {at: 9s, hangup: long}]
expect:
  - {connection: long, argument: GA lpwszUserName, is: $long}
  - {connection: long, argument: RA lpszUserName, is: $long}
  - {connection: long, argument: AC pRasConnection0.wszUserName, is: $long}
  - {connection: long, argument: AC pRasConnection0.wszLogonDomain, is: ABCDEFGHIJKLMNO}
Y
holds "one name in two domains is two accounts" --dll ./plain.so <<'Y'
users: {a: {user: alice, domain: EAST}, b: {user: alice, domain: WEST}}
timeline: [{at: 1s, dial: a}, {at: 1s, dial: b}, {at: 9s, hangup: a}, {at: 9s, hangup: b}]
expect:
  - {connection: a, argument: AC pRasConnection0.wszLogonDomain, is: EAST}
  - {connection: b, argument: AC pRasConnection0.wszLogonDomain, is: WEST}
  - {connection: b, argument: AC pRasConnection0.wszUserName, is: alice}
Y
holds "authentication, encryption and compression are what the user has" --dll ./g3.so <<'Y'
users:
  old: {protocol: PAP, encryption: none, compression: STAC, ratio: 50, vj: "yes", messenger: "yes", interface: dialout}
  mppe: {protocol: MS-CHAP, encryption: 40-bit}
  card: {protocol: EAP, eap: 13}
  ipsec: {encryption: AES-256}
timeline:
  - {at: 1s, dial: old, tunnel: PPTP}
  - {at: 1s, dial: mppe, tunnel: PPTP}
  - {at: 1s, dial: card}
  - {at: 1s, dial: ipsec, tunnel: L2TP}
  - {at: 2s, transfer: old, sent: 4 KB, received: 4 KB}
  - {at: 9s, hangup: old}
expect:
  - {connection: old, argument: AC pRasConnection3.PppInfo3.lcp.dwRemoteAuthenticationProtocol, is: "49187"}
  - {connection: old, argument: AC pRasConnection3.PppInfo3.ccp.dwCompressionAlgorithm, is: "5"}
  - {connection: old, argument: AC pRasConnection3.PppInfo3.ccp.dwOptions, is: "1"}
  - {connection: old, argument: AC pRasConnection3.PppInfo3.ip.dwOptions, is: "1"}
  - {connection: old, argument: AC pRasConnection0.dwConnectionFlags, is: "3"}
  - {connection: old, argument: AC pRasConnection0.dwInterfaceType, is: "7"}
  - {connection: old, argument: CH pRasConnection1.dwCompressionRatioOut, is: "50"}
  - {connection: mppe, argument: AC pRasConnection3.PppInfo3.lcp.dwRemoteAuthenticationData, is: "128"}
  - {connection: mppe, argument: AC pRasConnection3.PppInfo3.ccp.dwOptions, is: "16777248"}
  - {connection: card, argument: AC pRasConnection3.PppInfo3.lcp.dwRemoteEapTypeId, is: "13"}
  - {connection: ipsec, argument: AC pRasConnection3.PppInfo3.lcp.dwOptions, is: "134"}
Y
holds "each protocol, encryption and compression has its own number" --dll ./g3.so <<'Y'
users:
  spap: {protocol: SPAP, encryption: none}
  chap: {protocol: CHAP, encryption: none}
  v2: {protocol: MS-CHAPv2, encryption: 56-bit, compression: MPPC}
timeline:
  - {at: 1s, dial: spap, tunnel: PPTP}
  - {at: 1s, dial: chap, tunnel: PPTP}
  - {at: 1s, dial: v2, tunnel: PPTP}
  - {at: 9s, hangup: v2}
expect:
  - {connection: spap, argument: AC pRasConnection3.PppInfo3.lcp.dwRemoteAuthenticationProtocol, is: "49191"}
  - {connection: chap, argument: AC pRasConnection3.PppInfo3.lcp.dwRemoteAuthenticationProtocol, is: "49699"}
  - {connection: chap, argument: AC pRasConnection3.PppInfo3.lcp.dwRemoteAuthenticationData, is: "5"}
  - {connection: v2, argument: AC pRasConnection3.PppInfo3.lcp.dwRemoteAuthenticationData, is: "129"}
  - {connection: v2, argument: AC pRasConnection3.PppInfo3.ccp.dwCompressionAlgorithm, is: "6"}
  - {connection: v2, argument: AC pRasConnection3.PppInfo3.ccp.dwOptions, is: "16777345"}
Y
holds "Q34: the kinds of interface that are no router's" --dll ./g1.so <<'Y'
users: {a: {interface: dedicated}, b: {interface: internal}, c: {interface: loopback}, d: {interface: tunnel1}}
timeline: [{at: 1s, dial: a}, {at: 1s, dial: b}, {at: 1s, dial: c}, {at: 1s, dial: d}, {at: 9s, hangup: a}]
expect:
  - {connection: a, argument: AC pRasConnection0.dwInterfaceType, is: "3"}
  - {connection: b, argument: AC pRasConnection0.dwInterfaceType, is: "4"}
  - {connection: c, argument: AC pRasConnection0.dwInterfaceType, is: "5"}
  - {connection: d, argument: AC pRasConnection0.dwInterfaceType, is: "6"}
Y
holds "Q34: the kinds of interface, of which a home router is one" --dll ./g1.so <<'Y'
users: {home: {interface: home-router}, full: {interface: full-router}, plain: {router: "yes"}, alice: }
timeline:
  - {at: 1s, dial: home}
  - {at: 1s, dial: full}
  - {at: 1s, dial: plain}
  - {at: 1s, dial: alice}
  - {at: 9s, hangup: home}
expect:
  - {connection: home, argument: AC pRasConnection0.dwInterfaceType, is: "1"}
  - {connection: home, argument: CH pRasConnection0.dwInterfaceType, is: "1"}
  - {connection: full, argument: AC pRasConnection0.dwInterfaceType, is: "2"}
  - {connection: plain, argument: AC pRasConnection0.dwInterfaceType, is: "2"}
  - {connection: alice, argument: AC pRasConnection0.dwInterfaceType, is: "0"}
Y
holds "IKEv2 by certificate, with another cipher" --dll ./g4.so <<'Y'
users: {device: {user: "", protocol: certificate, encryption: 3DES}}
timeline: [{at: 1s, dial: device, tunnel: IKEv2}, {at: 9s, hangup: device}]
expect:
  - {connection: device, argument: AC pRasConn.ProjectionInfo.Ikev2ProjectionInfo.dwAuthenticationProtocol, is: "1"}
  - {connection: device, argument: AC pRasConn.ProjectionInfo.Ikev2ProjectionInfo.dwEapTypeId, is: "0"}
  - {connection: device, argument: AC pRasConn.ProjectionInfo.Ikev2ProjectionInfo.dwEncryptionMethod, is: "2"}
Y
holds "NetBEUI, IPX and AppleTalk up to Server 2003" --os 2003 --dll ./g1.so <<'Y'
users: {alice: {netbios: ALICE, ipx: 00000001.0000000000aa, appletalk: "12.34"}, bob: }
timeline: [{at: 1s, dial: alice}, {at: 1s, dial: bob}, {at: 9s, hangup: alice}, {at: 9s, hangup: bob}]
expect:
  - {connection: alice, argument: AC pRasConnection1.PppInfo.nbf.wszWksta, is: ALICE}
  - {connection: alice, argument: AC pRasConnection1.PppInfo.ipx.dwError, is: "0"}
  - {connection: alice, argument: AC pRasConnection1.PppInfo.ipx.wszAddress, is: 00000001.0000000000aa}
  - {connection: alice, argument: AC pRasConnection1.PppInfo.at.wszAddress, is: "12.34"}
  - {connection: bob, argument: AC pRasConnection1.PppInfo.at.dwError, is: "731"}
Y
holds "B5.nt4: parameters of the medium" --os nt4 --dll ./nt4.so <<'Y'
users: {alice: {parameters: {SPEED: {number: 33600}, NAME: {text: COM7}}}}
timeline: [{at: 1s, dial: alice}, {at: 9s, hangup: alice}]
expect:
  - {connection: alice, argument: AC pRasPort1.NumMediaParms, is: "2"}
  - {connection: alice, argument: AC pRasParams.P_Value, is: "33600"}
Y
# DLLs of two generations in one chain each get their own structures, whoever comes first
cat >case.yaml <<'Y'
users: {alice: {computer: DESK-7, domain: NORTH}}
timeline: [{at: 1s, dial: alice}, {at: 9s, hangup: alice}]
Y
for dlls in './g1.so ./g4.so' './g4.so ./g1.so'; do
    for host in isolated in-process; do
        run run --host $host --dll "${dlls% *}" --dll "${dlls#* }" --format jsonl case.yaml
        is "$(sed -n 's/.*"callout":"MprAdmin\(Accept\|Connection\)\([A-Za-z]*\)".*"wszUserName":"alice","wszLogonDomain":"NORTH","wszRemoteComputer":"DESK-7".*/\2/p' out | sort | tr '\n' ' ')" \
            "HangupNotification HangupNotificationEx NewConnection NewConnectionEx " "B0.arguments: $dlls, $host: each generation gets its own structures, with all names"
    done
done
# one that serves later versions too, by callouts that NT 4.0 has not
{
    cat "$top_srcdir/tests/dlls/nt4.c"
    echo 'DWORD APIENTRY MprAdminInitializeDll(VOID) { OutputDebugStringW(L"initialized"); return 5; }'
    echo 'DWORD APIENTRY MprAdminTerminateDll(VOID) { OutputDebugStringW(L"terminated"); return 5; }'
} >versions.c
# shellcheck disable=SC2046  # one word a flag
${CC:-cc} -shared -fPIC versions.c -o versions.so $(pkg-config --cflags --libs mprapi) || exit 99
cat >nt4.yaml <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice, tunnel: PPTP}, {at: 9s, hangup: alice}]
Y
for host in isolated in-process; do
    run run --fail-on never --host $host --os nt4 --dll ./versions.so --format jsonl nt4.yaml
    is "$status $(grep -c 'MprAdmin\|"initialized"\|"terminated"' out)" "0 0" "B5.nt4: callouts of later versions are not called, $host"
done
holds "IPv6: a short prefix, and no identifier to propose" --dll ./g3.so <<'Y'
users: {alice: }
prefix: 2001:db8::/57
identifiers: "no"
timeline: [{at: 1s, dial: alice, wants: [ipv6]}]
expect:
  - {connection: alice, argument: GA6 lpdwIpv6Address, is: "2001:db8:0:0:0:0:0:0"}
  - {connection: alice, ending: there is no address to give}
  - {connection: alice, error: "717"}
Y
holds "line errors and failing hardware" --dll ./g1.so <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, tunnel: modem}
  - {at: 60s, disturb: alice, crc: 3, framing: 4, timeout: 5, alignment: 6, hardware-overrun: 7, buffer-overrun: 8}
  - {at: 70s, hardware: alice}
expect:
  - {connection: alice, argument: LH pRasPort1.dwCrcErr, is: "3"}
  - {connection: alice, argument: CH pRasConnection1.dwFramingErr, is: "4"}
  - {connection: alice, argument: CH pRasConnection1.dwTimeoutErr, is: "5"}
  - {connection: alice, argument: CH pRasConnection1.dwAlignmentErr, is: "6"}
  - {connection: alice, argument: CH pRasConnection1.dwHardwareOverrunErr, is: "7"}
  - {connection: alice, argument: CH pRasConnection1.dwBufferOverrunErr, is: "8"}
  - {connection: alice, argument: LH pRasPort1.dwHardwareCondition, is: "1"}
  - {connection: alice, ending: "the port's hardware failed"}
Y
holds "C3.18: mobility may be disabled: error 843" --dll ./g4.so <<'Y'
users: {alice: }
mobility: "no"
timeline: [{at: 1s, dial: alice, tunnel: IKEv2}, {at: 2s, move: alice, to: 203.0.113.1}, {at: 9s, hangup: alice}]
expect: [{connection: alice, calls: GA AC AL RA LH CH}, {connection: alice, events: 20266 20274 20278 20272 20275}]
Y
run run --dll ./g4.so case.yaml
like "$out" 'ACTIVE > ACTIVE *error 843: mobility is disabled *C3.18' "C3.18: which says so"
cat >case.yaml <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 1050ms, quarantine: alice, state: quarantine}, {at: 9s, hangup: alice}]
Y
run run --dll ./g3.so case.yaml --format jsonl
like "$out" '"rule":"C4.nap".*changes before the DLLs are asked' "C4.nap: a change before the DLLs are asked, by its rule"
holds "C3.18 C3.19: the server may change endpoints, too" --dll ./g4.so <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, tunnel: IKEv2, from: 203.0.113.1}
  - {at: 2s, update: alice, local: 192.0.2.77}
  - {at: 9s, hangup: alice}
expect:
  - {connection: alice, argument: EP pRasConn.wszLocalEndpointAddress, is: 192.0.2.77}
  - {connection: alice, argument: EP pRasConn.wszRemoteEndpointAddress, is: 203.0.113.1}
  - {connection: alice, argument: CH pRasConn.dwNumSwitchOvers, is: "1"}
Y
holds "C4.nap C3.17: a quarantine state from the beginning" --dll ./g3.so <<'Y'
users: {alice: {quarantine: quarantine}, late: {quarantine: probation, probation: 1m}}
timeline:
  - {at: 1s, dial: alice}
  - {at: 1s, dial: late}
  - {at: 9s, quarantine: alice, state: normal}
  - {at: 10m, hangup: alice}
expect:
  - {connection: alice, argument: AC pRasConnection3.rasQuarState, is: "1"}
  - {connection: alice, argument: RE pRasConnection3.rasQuarState, is: "0"}

  - {connection: late, ending: the probation time is over}
Y
holds "C4.rqs: the session time under quarantine filters" --dll ./g1.so --os 2003 <<'Y'
users: {stays: {filters: "yes", filters-session: 1m}, leaves: {filters: "yes", filters-session: 1m}}
timeline:
  - {at: 1s, dial: stays}
  - {at: 1s, dial: leaves}
  - {at: 30s, lift: leaves}
  - {at: 5m, hangup: leaves}
expect:
  - {connection: stays, ending: the session time under quarantine filters is over}
  - {connection: leaves, ending: the client hung up}
Y
holds "C3.23: a PPP peer that vanishes is believed in for the echo time" --dll ./g1.so <<'Y'
users: {gone: , back: }
echo: 30s
timeline:
  - {at: 1s, dial: gone, tunnel: PPTP}
  - {at: 1s, dial: back}
  - {at: 10s, lose: gone}
  - {at: 10s, lose: back}
  - {at: 20s, find: back}
  - {at: 60s, hangup: back}
expect:
  - {connection: gone, ending: the peer answered no echo request}
  - {connection: gone, argument: CH pRasConnection0.dwConnectDuration, is: "38"}
  - {connection: back, ending: the client hung up}
Y

holds "C3.22: a run goes on until the peer is given up" --dll ./g4.so <<'Y'
users: {alice: }
outage: 5m
timeline: [{at: 1s, dial: alice, tunnel: IKEv2}, {at: 2s, lose: alice}]
expect:
  - {connection: alice, ending: the peer did not come back}
Y

# --- the service's stop and start ---

holds "S8 S9 S1: the service can be started again within a run" --dll ./plain.so <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice}
  - {at: 10s, restart: service}
  - {at: 20s, dial: alice, as: again}
  - {at: 30s, stop: service}
  - {at: 40s, dial: alice, as: closed}
  - {at: 50s, start: service}
  - {at: 60s, dial: alice, as: third}
  - {at: 70s, hangup: third}
expect:
  - {calls: IN GA AC AL RA LH CH TE IN GA AC AL RA LH CH TE IN GA AC AL RA LH CH TE}
  - {connection: alice, ending: the service stops}
  - {connection: closed, ending: the service does not run}
  - {connection: third, accepted: "yes"}
  - {findings: none}
Y
cat >rewrites.c <<'C'
#include <windows.h>
#include <mprapi.h>
/* Takes itself off the list when it is terminated. */
static void rewrite(void)
{
    HKEY key;
    static const WCHAR none[] = L"C:\\nowhere\\other.dll";
    if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Microsoft\\RAS\\AdminDll", 0, KEY_SET_VALUE, &key) == 0) {
        RegSetValueExW(key, L"DLLPath", 0, REG_SZ, (const BYTE *)none, sizeof none);
        RegCloseKey(key);
    }
}
C
sed 's/^DWORD APIENTRY MprAdminTerminateDll(VOID)/&/; s/^    return 0;$/    rewrite(); return 0;/' \
    "$top_srcdir/tests/dlls/every.c" >>rewrites.c
build rewrites.so ../../../../../../../../../..$PWD/rewrites.c -DWITHOUT_ADDRESS
printf '%s\n' 'REGEDIT4' '' '[HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\RAS\AdminDll]' '"DLLPath"="C:\\\\x\\\\rewrites.so"' >list.reg
cat >again.yaml <<'Y'
users: {alice: }
timeline: [{at: 1s, restart: service}, {at: 2s, dial: alice}]
Y
run run --reg list.reg again.yaml
is "$status" 3 "S1: a restart reads the registry as callouts have left it; a start that fails there is exit status 3"
like "$err" 'other.so (C:.nowhere.other.dll in the registry): does not exist (S3); the service did not start again' \
    "S3: and says that it was not the first"
like "$out" 'IDLE > CLOSED .*the service does not run' "C3.1: who calls then is not served"
like "$out" '1 connection: 0 accepted, 0 refused, 1 failed' "and is not counted as refused"

# --- faults that leave an entry (B0.fault) ---

for where in HANGUP RELEASE LINK_HANGUP; do
    cat >fault.c <<C
#define $where 1
#include <windows.h>
#include <mprapi.h>
#include <stdlib.h>
C
    sed "/^VOID APIENTRY $(case $where in HANGUP) echo HANGUP_NAME ;; RELEASE) echo MprAdminReleaseIpAddress ;; *) echo MprAdminLinkHangupNotification ;; esac)/,/^}/s/^{/{ abort();/" \
        "$top_srcdir/tests/dlls/every.c" >>fault.c
    build fault.so ../../../../../../../../../..$PWD/fault.c
    run run --dll ./fault.so --policy process-ended=refuse --format jsonl
    is "$(grep -c '"rule":"B0.fault","id":20113,"level":"error","params":\["fault.so: MprAdmin[A-Za-z]* failed: crash"\]' out)" 1 \
        "B0.fault: a crash in $where is told in the event log"
done
for where in ACCEPT GET; do
    build fault.so hostile.c -DBAD_CRASH -DWHERE=$where
    run run --dll ./fault.so --policy process-ended=refuse --format jsonl
    is "$(grep -c '"rule":"B0.fault","id":20113,"level":"error","params":\["fault.so: MprAdmin[A-Za-z]* failed: crash"\]' out)" 1 \
        "B0.fault: a crash in $where is told in the event log"
done
build term.so hostile.c -DBAD_CRASH -DWHERE=TERMINATE
run run --dll ./term.so --format jsonl
like "$out" '"id":7034' "B0.fault: a crash in MprAdminTerminateDll is an unexpected end of the service"
like "$out" '"rule":"Q32","from":"stopping","to":"stopped"' "Q32: and not an orderly stop"

# --- steps that nothing takes ---

cat >ignored.yaml <<'Y'
users: {alice: , bob: }
timeline:
  - {at: 1s, dial: alice, tunnel: modem}
  - {at: 2s, join: alice}
  - {at: 3s, transfer: alice, sent: 1 KB}
  - {at: 1m, leave: alice, link: 5}
  - {at: 1m, find: alice}
  - {at: 1m, lift: alice}
  - {at: 2m, hangup: alice}
  - {at: 3m, dial: bob}
  - {at: 4m, disconnect: bob}
  - {at: 5m, hangup: bob}
  - {at: 6m, start: service}
Y
run run --dll ./plain.so --format jsonl ignored.yaml
is "$status $(grep -c '"id":"step-ignored","severity":"warning"' out)" "0 7" "a step that cannot be taken is a warning, each"
like "$out" '"id":"step-ignored".*"message":"line 4, join alice: the connection is in AUTH and cannot take it, and nothing happens"' \
    "it says which, and why"
like "$out" '"message":"line 12, hangup bob: the connection has ended, and nothing happens"' "it says so of one that has ended"
like "$out" '"message":"line 13, start service: the service is running, and nothing happens"' "and of the service"
for wrong in '2003|users: {a: }|quarantine: a, state: quarantine|has no Network Access Protection' \
    '2000|users: {a: }|lift: a|has no Network Access Quarantine Control' \
    '2000|users: {a: {filters: "yes"}}|hangup: a|has no Network Access Quarantine Control' \
    'nt4|users: {a: {filters: "yes"}}|hangup: a|has no Network Access Quarantine Control' \
    'nt4-rras|users: {a: {filters: "yes"}}|hangup: a|has no Network Access Quarantine Control' \
    '2022|users: {a: {ipx: "1.2"}}|hangup: a|negotiates neither NetBEUI' \
    '2022|users: {a: {protocol: certificate}}|hangup: a|cannot authenticate, encrypt or compress so' \
    '2022|users: {a: {encryption: AES-192}}|hangup: a|cannot authenticate, encrypt or compress so' \
    '2003|users: {a: {parameters: {X: {number: 1}}}}|hangup: a|gives callouts no parameters'; do
    os=${wrong%%|*} rest=${wrong#*|}
    users=${rest%%|*} rest=${rest#*|}
    printf '%s\n' "$users" 'timeline:' '  - {dial: a}' "  - {after: 1s, ${rest%%|*}}" >wrong.yaml
    run run --os "$os" --dll ./plain.so wrong.yaml
    is "$status" 2 "what no answer of a DLL makes possible is an error: $os, ${rest%%|*}"
    like "$err" "wrong.yaml:[0-9]*:[0-9]*: .*${rest#*|}" "with its line: $os"
done

# --- the registry key that cannot be opened ---

printf '%s\n' 'users: {a: }' 'registry: denied' 'timeline: [{dial: a}]' >denied.yaml
run run --dll ./plain.so --format jsonl denied.yaml
like "$out" '"rule":"D.key","id":20112,"level":"error","params":\["5"\]' "D.key Q29: a key that cannot be opened is event 20112"
like "$err" 'no callout was called: the registry key of the DLLs cannot be opened' "D.key: and said"
run run --dll ./plain.so --policy unreadable-key=refuse denied.yaml
is "$status" 3 "Q29: where it stops the start: exit status 3"

# --- codes of a start that fails ---

echo 'int helper(void) { return 0; }' >helper.c
${CC:-cc} -shared -fPIC helper.c -o libgone.so -Wl,-soname,libgone.so
# shellcheck disable=SC2046  # one word a flag
${CC:-cc} -shared -fPIC "$top_srcdir/tests/dlls/every.c" -o needs.so -Wl,--no-as-needed -L. -lgone \
    -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi)
run run --dll ./needs.so --format jsonl
like "$err" "needs the library libgone.so (it is in the DLL's own folder: link with -Wl,-rpath" "S3: a library beside the DLL is pointed at"
rm libgone.so
run run --dll ./needs.so --format jsonl
like "$out" '"id":7024,"level":"error","params":\["Routing and Remote Access","126"\]' "S3: a missing library: 7024 with 126"
echo 'extern int nowhere(void); int helper(void) { return nowhere(); }' >undefined.c
${CC:-cc} -shared -fPIC undefined.c -o undefined.so
run run --dll ./undefined.so --format jsonl
like "$out" '"id":7024,"level":"error","params":\["Routing and Remote Access","127"\]' "S3: a missing function: 7024 with 127"

# the typedef that takes its last structure by value behaves as on x64 Windows, here too
build byvalue.so byvalue.c
run run --dll ./byvalue.so --format jsonl
like "$out" '"stream":"debug",.*"text":"by value"[,}]' "B3.accept: a hang-up callout with RAS_CONNECTION_3 by value reads it"
if has_wine; then
    build_windows byvalue.dll byvalue.c
    run run --dll ./byvalue.dll --format jsonl
    like "$out" '"stream":"debug",.*"text":"by value"[,}]' "B3.accept: so does one under Wine"
else
    skip "a structure by value under Wine" "$why_not"
fi

# "every DLL" is only said when one was asked
cat >change.yaml <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, tunnel: IKEv2}
  - {at: 10s, move: alice, to: 203.0.113.1}
  - {at: 20s, hangup: alice}
Y
run run --dll ./byvalue.so change.yaml
like "$out" 'MOVE > ACTIVE *no DLL has a callout that is asked about the new endpoint' "C3.19: no DLL was asked: it is said"
run run --dll ./g4.so change.yaml
like "$out" 'MOVE > ACTIVE *every DLL accepts the new endpoint' "C3.19: every DLL was asked: it is said"
sed 's/tunnel: IKEv2/tunnel: SSTP/; s/move: alice, to: 203.0.113.1/quarantine: alice, state: quarantine/' change.yaml >quarantine.yaml
run run --dll ./byvalue.so quarantine.yaml
like "$out" 'REAUTH > ACTIVE *no DLL has a callout that is asked whether the user may stay' "C3.15: no DLL was asked: it is said"
run run --dll ./g4.so quarantine.yaml
like "$out" 'REAUTH > ACTIVE *every DLL lets the user stay' "C3.15: every DLL was asked: it is said"

# a BOOL that is neither 0 nor 1 counts as TRUE; a code is what it is
build five.so every.c -DWITHOUT_ADDRESS -DANSWER=5
run run --dll ./five.so --format jsonl
like "$out" '"callout":"MprAdminAcceptNewConnection","dll":"five.so".*"result":5,"out":{"effective":1}' "B0.accept: 5 is taken for TRUE"
like "$out" '"to":"ACTIVE"' "B0.accept: and lets the user in"
build code.so every.c -DGET=5
run run --dll ./code.so --format jsonl
like "$out" '"callout":"MprAdminGetIpAddressForUser".*"result":5,' "B2.get4: the code is told"
unlike "$out" '"effective"' "B2.get4: and taken for nothing else"
done_testing
