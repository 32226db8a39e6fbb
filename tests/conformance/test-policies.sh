#!/bin/sh
# Every value of every policy is seen in what callouts are called with. The rows tell which DLLs are
# loaded (script.c by generation, every.c by its flags), who dials, and what is expected; a value without
# a row fails the test.
. "$(dirname "$0")/../cli/common.sh"

build g1.so script.c -DGENERATION=1
build g3.so script.c -DGENERATION=3
build g4.so script.c -DGENERATION=4
build x.so every.c
build y.so every.c -DWITHOUT_ADDRESS
build no.so every.c -DWITHOUT_ADDRESS -DANSWER=FALSE
build fails.so every.c -DINITIALIZE=9
build kept.so hostile.c -DBAD_KEEP
build shared.so ../../examples/twoprocesses/twoprocesses.c
build bare.so every.c -DWITHOUT_ADDRESS -DWITHOUT_TERMINATE
build two.so generations.c
build with-ex.so generations.c -DWITH_EX
build same.so every.c -DADDRESS=0x0b00000a
build halves.so table.c -DHALVES
build slots.so slots.c
build slots1.so slots.c -DREVISION=1
build halflink.so every.c -DWITHOUT_LINK_HANGUP
build failget.so every.c -DGET=5
build zeroget.so every.c -DADDRESS=0
build shared-call.so forbidden.c -DALLOWED -DWHERE=2
build sleeps.so every.c -DSLEEP=3000
echo 'int helper(void) { return 0; }' >helper.c
${CC:-cc} -shared -fPIC helper.c -o libhelper.so -Wl,-soname,libhelper.so
# shellcheck disable=SC2046  # one word a flag
${CC:-cc} -shared -fPIC "$top_srcdir/tests/dlls/every.c" -o needs.so -DWITHOUT_ADDRESS \
    -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" -Wl,--no-as-needed -L. -lhelper \
    -Wl,-rpath,'$ORIGIN' $(pkg-config --cflags --libs mprapi)
mkdir away
registry='Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\RAS\AdminDll]'
printf '%s\n"DLLPath"="\\"C:\\\\a\\\\x.so\\""\n' "$registry" >quoted.reg
printf '%s\n"DLLPath"="%%SystemRoot%%\\\\x.so"\n' "$registry" >away/variable.reg

# timelines by name; the user of interest dials as u
timeline() {
    case $1 in
    one | denied) echo '[{at: 1s, dial: '"$2"', as: u, tunnel: L2TP}, {at: 9s, hangup: u}]' ;;
    cookie) echo '[{at: 1s, dial: '"$2"', as: u}, {at: 9s, hangup: u}]' ;;
    lost) echo '[{at: 0s, dhcp: lost}, {at: 1s, dial: '"$2"', as: u}, {at: 9s, hangup: u}]' ;;
    six) echo '[{at: 1s, dial: '"$2"', as: u, wants: [ipv4, ipv6]}, {at: 9s, hangup: u}]' ;;
    ikev2) echo '[{at: 1s, dial: '"$2"', as: u, tunnel: IKEv2}, {at: 9s, hangup: u}]' ;;
    links) echo '[{at: 1s, dial: '"$2"', as: u, tunnel: L2TP}, {at: 2s, join: u}, {at: 9s, hangup: u}]' ;;
    reauth) echo '[{at: 1s, dial: '"$2"', as: u}, {at: 2s, quarantine: u, state: probation, for: 1h}, {at: 9s, hangup: u}]' ;;
    lift) echo '[{at: 1s, dial: '"$2"', as: u}, {at: 2s, lift: u}, {at: 9s, hangup: u}]' ;;
    move) echo '[{at: 1s, dial: '"$2"', as: u, tunnel: IKEv2, from: 1.1.1.1}, {at: 2s, move: u, to: 2.2.2.2}, {at: 9s, hangup: u}]' ;;
    modem) echo '[{at: 1s, dial: '"$2"', as: u, tunnel: modem}, {at: 90s, hangup: u}]' ;;
    relay) echo '[{at: 1s, dial: '"$2"', as: u, tunnel: L2TP}, {at: 2s, join: u}, {at: 4s, leave: u}, {at: 9s, hangup: u}]' ;;
    late) echo '[{at: 1s, dial: '"$2"', as: u}, {at: 2s, dial: slow}, {at: 2500ms, hangup: u}, {at: 9s, hangup: slow}]' ;;
    behind) echo '[{at: 1s, dial: slow}, {at: 1500ms, dial: '"$2"', as: u}, {at: 9s, hangup: u}]' ;;
    twice) echo '[{at: 1s, dial: alice, as: first}, {at: 2s, dial: '"$2"', as: u}, {at: 9s, hangup: u}]' ;;
    stop) echo '[{at: 1s, dial: alice, as: v}, {at: 2s, dial: '"$2"', as: u}]' ;;
    esac
}

AC0=pRasConnection0 EX=pRasConn
rows="
address-time=before-accept|g1.so|one|alice|calls: GA AC AL RA LH CH
address-time=after-accept|g1.so|one|alice|calls: AC GA AL RA LH CH
release-time=first|g1.so|one|alice|calls: GA AC AL RA LH CH
release-time=between|g1.so|one|alice|calls: GA AC AL LH RA CH
release-time=last|g1.so|one|alice|calls: GA AC AL LH CH RA
hangup-after-refusal=by-version|g1.so|one|refused|calls: GA AC(F) RA CH
hangup-after-refusal=always|g1.so --os 2000|one|refused|calls: GA AC(F) RA CH
hangup-after-refusal=never|g1.so|one|refused|calls: GA AC(F) RA
first-refusal=stop|no.so y.so|one|alice|calls: AC.no(F) CH.no
first-refusal=ask-all|no.so y.so|one|alice|calls: AC.no(F) AC.y CH.no CH.y
hangup-audience=asked|y.so no.so|one|alice|calls: AC.y AC.no(F) CH.y CH.no
hangup-audience=accepting|y.so no.so|one|alice|calls: AC.y AC.no(F) CH.y
hangup-audience=all|no.so y.so|one|alice|calls: AC.no(F) CH.no CH.y
unoffered-link-hangup=no|g1.so|one|refused|calls: GA AC(F) RA CH
unoffered-link-hangup=yes|g1.so|one|refused|calls: GA AC(F) RA LH CH
link-refusal-hangup=yes|g1.so|one|nolink|calls: GA AC AL(F) RA LH CH
link-refusal-hangup=no|g1.so|one|nolink|calls: GA AC AL(F) RA LH
generation=newest|two.so|one|alice|count: '1', of: MprAdminAcceptNewConnection3
generation=oldest|two.so|one|alice|count: '1', of: MprAdminAcceptNewConnection
generation=newest|with-ex.so|reauth|alice|count: '1', of: MprAdminAcceptReauthenticationEx
generation=oldest|with-ex.so|reauth|alice|count: '1', of: MprAdminAcceptReauthentication
initialize=ex|two.so|one|alice|count: '1', of: MprAdminInitializeDllEx
initialize=plain|two.so|one|alice|count: '1', of: MprAdminInitializeDll
table-halves=either|halves.so|one|alice|start: running
table-halves=both|halves.so|one|alice|start: S6a
reauthentication-callout=optional|g1.so|one|alice|start: running
reauthentication-callout=required|g1.so|one|alice|start: S4
processes=two|shared.so|one|alice|ending: refused by a callout
processes=one|shared.so|one|alice|accepted: 'yes'
argument-memory=gone|kept.so|twice|alice|accepted: 'no'
argument-memory=stays|kept.so|twice|alice|accepted: 'yes'
failed-start=terminate|x.so fails.so|one|alice|calls: IN.x IN.fails(F) TE.x
failed-start=abandon|x.so fails.so|one|alice|calls: IN.x IN.fails(F)
terminate-order=list|y.so no.so|one|alice|calls: IN.y IN.no AC.y AC.no(F) CH.y CH.no TE.y TE.no
terminate-order=reverse|y.so no.so|one|alice|calls: IN.y IN.no AC.y AC.no(F) CH.y CH.no TE.no TE.y
reauthentication-refused=disconnect|g3.so|reauth|noreauth|ending: re-authentication refused by a callout
reauthentication-refused=keep|g3.so|reauth|noreauth|ending: the client hung up
lift-reauthenticates=yes|g3.so|lift|filtered|calls: GA AC AL RE RA LH CH
lift-reauthenticates=no|g3.so|lift|filtered|calls: GA AC AL RA LH CH
endpoint-refused=disconnect|g4.so|move|nomove|ending: new endpoint refused by a callout
endpoint-refused=keep|g4.so|move|nomove|argument: CH $EX.wszRemoteEndpointAddress, is: 1.1.1.1
endpoint-strings=new|g4.so|move|alice|argument: EP $EX.wszRemoteEndpointAddress, is: 2.2.2.2
endpoint-strings=old|g4.so|move|alice|argument: EP $EX.wszRemoteEndpointAddress, is: 1.1.1.1
switchovers=completed|g4.so|move|alice|argument: EP $EX.dwNumSwitchOvers, is: '0'
switchovers=pending|g4.so|move|alice|argument: EP $EX.dwNumSwitchOvers, is: '1'
preauthentication=off|g4.so|cookie|cookie|calls: GA AC AL RA LH CH
preauthentication=on|g4.so|cookie|cookie|calls: PA(F) GA AC AL RA LH CH
preauthentication-result=allow-no-auth|g4.so --policy preauthentication=on|cookie|cookie|calls: PA(F) GA AC AL RA LH CH
preauthentication-result=no-error|g4.so --policy preauthentication=on|cookie|cookie|calls: PA GA AC AL RA LH CH
preauthentication-refused=authenticate|g4.so --policy preauthentication=on|cookie|cookie|accepted: 'yes'
preauthentication-refused=drop|g4.so --policy preauthentication=on|cookie|cookie|ending: the cookie was refused
address-bytes=network|g1.so|one|alice|argument: GA lpdwIpAddress, is: 192.168.1.2
address-bytes=host|g1.so|one|alice|argument: GA lpdwIpAddress, is: 2.1.168.192
interface-identifier=last|g3.so|six|alice|argument: RA6 lpdwIpv6Address, is: /^2001:db8:0:1:/
interface-identifier=first|g3.so|six|alice|argument: RA6 lpdwIpv6Address, is: /:2001:db8:0:1\$/
dhcp-loss=nobody|g1.so|lost|alice|ending: there is no address to give
dhcp-loss=leased|g1.so|lost|alice|address: 192.168.1.2
duplicate-address=allow|same.so|twice|bob|accepted: 'yes'
duplicate-address=refuse|same.so|twice|bob|calls: GA RA
notify-preset=false|unset.so|one|alice|calls: GA AC AL LH CH
notify-preset=true|unset.so|one|alice|calls: GA AC AL RA LH CH
size-fields=size|g3.so|one|alice|argument: AC pRasConnection3.dwSize, is: '792'
size-fields=zero|g3.so|one|alice|argument: AC pRasConnection3.dwSize, is: '0'
ikev2-flag=set|g1.so|ikev2|alice|argument: AC $AC0.dwConnectionFlags, is: '16'
ikev2-flag=clear|g1.so|ikev2|alice|argument: AC $AC0.dwConnectionFlags, is: '0'
ppp-flag=set|g1.so|one|alice|argument: AC $AC0.dwConnectionFlags, is: '1'
ppp-flag=clear|g1.so|one|alice|argument: AC $AC0.dwConnectionFlags, is: '0'
probation-time=deadline|g3.so|reauth|alice|argument: RE pRasConnection3.timer, is: 2026-01-05T09:00:02.0000000Z
probation-time=duration|g3.so|reauth|alice|argument: RE pRasConnection3.timer, is: 1601-01-01T01:00:00.0000000Z
address-view=server|g1.so|one|alice|argument: AC pRasConnection1.PppInfo.ip.wszAddress, is: 192.168.1.1
address-view=client|g1.so|one|alice|argument: AC pRasConnection1.PppInfo.ip.wszAddress, is: 192.168.1.2
address-user-name=user|g1.so|one|alice|argument: GA lpwszUserName, is: alice
address-user-name=domain-user|g1.so|one|alice|argument: GA lpwszUserName, is: EXAMPLE\\alice
second-family=release|g3.so|six|no6|calls: GA GA6(F) RA
second-family=keep|g3.so|six|no6|calls: GA GA6(F)
process-ended=restart|crash.so|one|culprit|ending: the service's process ended
process-ended=refuse|crash.so|one|culprit|ending: refused by a callout
forbidden-call=report|forbidden.so|one|culprit|findings: forbidden-call step-ignored
forbidden-call=block|forbidden.so|one|culprit|findings: forbidden-call
forbidden-call=fail|forbidden.so|one|culprit|ending: the address callout failed
link-order=newest-first|g1.so|links|alice|calls: GA AC AL AL2 LH2 RA LH CH
link-order=oldest-first|g1.so|links|alice|calls: GA AC AL AL2 LH RA LH2 CH
stop-order=oldest-first|x.so|stop|bob|first: VPN0-0
stop-order=newest-first|x.so|stop|bob|first: VPN0-1
interface-name=user|g1.so|one|alice|argument: AC $AC0.wszInterfaceName, is: alice
interface-name=port|g1.so|one|alice|argument: AC $AC0.wszInterfaceName, is: VPN2-0
missing-lifecycle=refuse|bare.so|one|alice|start: S4
missing-lifecycle=bear|bare.so|one|alice|start: running
slot-or-export=slot|slots.so|one|alice|accepted: 'yes'
slot-or-export=export|slots.so|one|alice|accepted: 'no'
revision-1-slots=ignored|slots1.so|one|alice|accepted: 'yes'
revision-1-slots=used|slots1.so|one|alice|accepted: 'no'
export-halves=both|halflink.so|one|alice|start: S4
export-halves=either|halflink.so|one|alice|calls: GA AC AL RA CH
load-order=all-first|x.so nowhere.so|one|alice|count: '0', of: IN
load-order=one-by-one|x.so nowhere.so|one|alice|count: '1', of: IN
stop-hangup=yes|g1.so|stop|bob|calls: GA AC AL RA LH CH
stop-hangup=no|g1.so|stop|bob|calls: GA AC AL
reauthentication-audience=every|g3.so g3.so|reauth|alice|count: '2', of: RE
reauthentication-audience=first|g3.so g3.so|reauth|alice|count: '1', of: RE
reauthentication-audience=first|x.so g3.so --policy address-owner=first-dll|reauth|alice|count: '1', of: RE
endpoint-audience=every|g4.so g4.so|move|alice|count: '2', of: EP
endpoint-audience=first|g4.so g4.so|move|alice|count: '1', of: EP
address-owner=per-family|x.so g3.so|six|alice|count: '1', of: GA6
address-owner=first-dll|x.so g3.so|six|alice|count: '0', of: GA6
address-view=by-page|g4.so|one|alice|argument: AC $EX.ProjectionInfo.PppProjectionInfo.wszAddress, is: 192.168.1.2
address-view=by-page|g4.so|ikev2|alice|argument: AC $EX.ProjectionInfo.Ikev2ProjectionInfo.wszAddress, is: 192.168.1.2
address-view=by-page|g1.so|one|alice|argument: AC pRasConnection1.PppInfo.ip.wszAddress, is: 192.168.1.1
release-port=first|g1.so|relay|alice|argument: RA lpszPortName, is: VPN2-0
release-port=last|g1.so|relay|alice|argument: RA lpszPortName, is: VPN2-1
ikev2-ppp-info=address|g1.so|ikev2|alice|argument: AC pRasConnection1.PppInfo.nbf.dwError, is: '720'
ikev2-ppp-info=empty|g1.so|ikev2|alice|argument: AC pRasConnection1.PppInfo.nbf.dwError, is: '0'
failed-get-release=no|failget.so|one|alice|calls: GA(F)
failed-get-release=yes|failget.so|one|alice|calls: GA(F) RA
zero-release=no|zeroget.so|one|alice|calls: GA
zero-release=yes|zeroget.so|one|alice|calls: GA RA
shared-functions=return|shared-call.so --policy forbidden-call=fail|one|culprit|findings: none
shared-functions=forbidden|shared-call.so --policy forbidden-call=fail|cookie|culprit|ending: the address callout failed
serialization=two-groups|sleeps.so|late|alice|argument: LH pRasPort0.dwConnectDuration, is: '4'
serialization=named-only|sleeps.so|late|alice|argument: LH pRasPort0.dwConnectDuration, is: '1'
serialization=one-lock|sleeps.so|behind|alice|argument: AC $AC0.dwConnectDuration, is: '0'
callback-callouts=final|g1.so|modem|back|calls: GA AC AL RA LH CH
callback-callouts=first|g1.so|modem|back|calls: AC GA AL RA LH CH
port-condition=by-call|g1.so|one|alice|argument: LH pRasPort0.dwPortCondition, is: '1'
port-condition=authenticated|g1.so|one|alice|argument: LH pRasPort0.dwPortCondition, is: '5'
hangup-counters=final|g1.so|one|alice|argument: CH $AC0.dwConnectDuration, is: '7'
hangup-counters=zero|g1.so|one|alice|argument: CH $AC0.dwConnectDuration, is: '0'
path-quotes=literal|--reg quoted.reg|one|alice|start: S3
path-quotes=stripped|--reg quoted.reg|one|alice|start: running
path-variables=literal|--reg away/variable.reg --map C:\\Windows=.|one|alice|start: S3
path-variables=expanded|--reg away/variable.reg --map C:\\Windows=.|one|alice|start: running
unreadable-key=no-dlls|x.so|denied|alice|start: running
unreadable-key=refuse|x.so|denied|alice|start: D.key
dependent-folder=yes|needs.so|one|alice|start: running
dependent-folder=no|needs.so|one|alice|start: S3
"
build unset.so every.c -DNOTIFY_UNTOUCHED
build crash.so hostile.c -DBAD_CRASH
build forbidden.so forbidden.c -DWHERE=2 # in the Get callout

# check POLICY=VALUE DLLS TIMELINE USER EXPECTATION
check() {
    expectation=$5
    case $expectation in
    first:*) expectation="argument: LH pRasPort0.wszPortName, is: ${expectation#first: }" whole=1 ;;
    calls:*IN.* | start:* | count:* | findings:*) whole=1 ;;
    *) whole= ;;
    esac
    case $4 in
    filtered) user="{filters: 'yes'}" ;;
    cookie) user='{cookie: stale}' ;;
    back) user='{callback: "yes"}' ;;
    *) user= ;;
    esac
    printf '%s\n' "users: {slow: , $([ "$4" = alice ] || echo 'alice: , ')$4: $user}" >case.yaml
    [ "$3" != denied ] || echo 'registry: denied' >>case.yaml
    [ "$3" != lost ] || echo 'addresses: dhcp' >>case.yaml
    printf '%s\n' "timeline: $(timeline "$3" "$4")" >>case.yaml
    case $expectation in
    *"is: /"*) # a pattern: looked for in the transcript itself
        pattern=${expectation##*is: /} pattern=${pattern%/}
        options=$(echo "$2" | sed 's/\([^ ]*\.so\)/--dll .\/\1/g')
        # shellcheck disable=SC2086
        value=$("$rrasemu" run $options --policy "$1" --format jsonl case.yaml |
            sed -n 's/.*MprAdminReleaseIpv6AddressForUser.*"lpdwIpv6Address":"\([^"]*\)".*/\1/p')
        like "$value" "$pattern" "$1: $expectation"
        return
        ;;
    esac
    printf '%s\n' "expect:" "  - {$([ -n "$whole" ] || echo 'connection: u, ')$expectation}" >>case.yaml
    case $expectation in *IN.fails*) echo '  - {start: S6}' >>case.yaml ;; esac
    case $1 in
    load-order=all*) echo '  - {start: S3}' >>case.yaml ;;
    load-order=one*) echo '  - {start: Q12}' >>case.yaml ;;
    esac
    options=$(echo "$2" | sed 's/\([^ ]*\.so\)/--dll .\/\1/g')
    # shellcheck disable=SC2086
    "$rrasemu" test --fail-on never $options --policy "$1" case.yaml >tap 2>err
    status=$?
    ok $status "$1: $expectation"
    [ $status = 0 ] || sed 's/^/# /' tap err
}

printf '%s\n' "$rows" | sed '/^$/d' >rows
while IFS='|' read -r policy dlls timeline user expectation; do
    check "$policy" "$dlls" "$timeline" "$user" "$expectation"
done <rows

"$rrasemu" spec policies | awk 'NR > 1 { print $2 "=" $3 }' >values
while read -r value; do
    grep -q "^$value|" rows
    ok $? "$value has a test"
done <values

done_testing
