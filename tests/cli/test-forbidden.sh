#!/bin/sh
# The fifteen administration functions inside callouts (B0.forbidden, Q30), under each policy.
. "$(dirname "$0")/common.sh"

for where in INITIALIZE GET ACCEPT HANGUP TERMINATE; do
    build "$where".so forbidden.c -DWHERE=$where
done
build twice.so forbidden.c -DWHERE=ACCEPT -DTWICE
cat >scenario.yaml <<'Y'
users: {culprit: , alice: , bob: }
timeline:
  - {at: 1s, dial: culprit}
  - {at: 2s, dial: alice}
  - {at: 3s, hangup: culprit}
  - {at: 5s, dial: bob}
  - {at: 6s, hangup: alice}
Y

# what WHERE POLICY: runs it; its findings, by connection, as FINDING(CALLOUT)
what() {
    run run --host "$host" --dll ./"$1".so --policy forbidden-call="$2" --format jsonl scenario.yaml
    findings=$(sed -n 's/.*"type":"finding","rule":"[^"]*"\(,"connection":\([0-9]*\)\)*,"id":"\([^"]*\)".*"callout":"\([^"]*\)".*/\2\3(\4)/p' out |
        tr '\n' ' ' | sed 's/ $//')
}

for host in isolated in-process; do
# --- report: the default ---
what HANGUP report
is "$status" 1 "B0.forbidden: a forbidden call is reported: exit status 1"
is "$findings" "1forbidden-call(MprAdminConnectionHangupNotification)" "B0.forbidden: the callout is named"
like "$out" '"severity":"error","callout":"MprAdminConnectionHangupNotification","dll":"HANGUP.so","message":"MprAdminPortEnum is called, which never returns inside a callout"' \
    "B0.forbidden: and the function"
like "$out" '"callout":"MprAdminConnectionHangupNotification","dll":"HANGUP.so".*"result":null[,}]' \
    "B0.forbidden: the callout has no result"
run run --host in-process --dll ./HANGUP.so --format jsonl scenario.yaml
is "$err" "rrasemu: HANGUP.so: MprAdminConnectionHangupNotification calls MprAdminPortEnum, which never returns there; the run ends here" \
    "Q30: reported, in this process it ends the run"
is "$(tail -n 1 out | cut -d, -f3)" '"type":"summary"' "Q30: the transcript has its end"

for policy in report block; do
    what INITIALIZE $policy
    is "$status $findings" "3 forbidden-call(MprAdminInitializeDll)" "Q30: in initialize, $policy: the service does not start"
    like "$err" '^rrasemu: .*; the service did not start$' "Q30: in initialize, $policy: one line"
    what TERMINATE $policy
    is "$status $findings" "1 forbidden-call(MprAdminTerminateDll)" "Q30: in terminate, $policy"
done

# --- block: the group stays blocked, the rest goes on ---
what HANGUP block
is "$status" 1 "E.group: blocked: exit status 1"
is "$findings" "1forbidden-call(MprAdminConnectionHangupNotification) 3blocked(MprAdminAcceptNewConnection) 2blocked(MprAdminLinkHangupNotification)" \
    "E.group: who starves is told, in order"
is "$(calls | tr ' ' '\n' | tail -n 4 | tr '\n' ' ' | sed 's/ $//')" \
    "MprAdminLinkHangupNotification(HANGUP.so) MprAdminConnectionHangupNotification(HANGUP.so) MprAdminGetIpAddressForUser(HANGUP.so) MprAdminReleaseIpAddress(HANGUP.so)" \
    "E.group: the address group goes on, the other makes no further call"
what GET block
is "$findings" "1forbidden-call(MprAdminGetIpAddressForUser) 2blocked(MprAdminGetIpAddressForUser) 3blocked(MprAdminGetIpAddressForUser)" \
    "E.group: a blocked address group starves those who need an address"
what ACCEPT block
is "$findings" "1forbidden-call(MprAdminAcceptNewConnection) 2blocked(MprAdminAcceptNewConnection) 3blocked(MprAdminAcceptNewConnection)" \
    "E.group: and a blocked notification group everybody"

# --- fail: the call returns 1131 ---
what ACCEPT fail
is "$status $findings" "1 1forbidden-call(MprAdminAcceptNewConnection)" "Q30: failing, it is still a finding"
like "$out" '"connection":1,.*"callout":"MprAdminAcceptNewConnection".*"result":0[,}]' "Q30: the DLL sees that it failed"
# frames: how many the finding has
frames() { grep '"id":"forbidden-call"' out | grep -o '"module"' | wc -l | tr -d ' '; }
once=$(frames)
what twice fail
is "$findings $(frames)" "1forbidden-call(MprAdminAcceptNewConnection) $once" "Q30: of two calls in one callout the last is told, with its own frames"
what GET fail
like "$out" '"connection":1,.*"callout":"MprAdminGetIpAddressForUser".*"result":1131,' "Q30: with 1131, possible deadlock"
what HANGUP fail
like "$out" '"to":"stopped"' "Q30: failing, the run goes on to its end"
done

# --- what is allowed ---
host=isolated
build thread.so forbidden.c -DWHERE=ACCEPT -DELSEWHERE -pthread
what thread report
is "$status $findings" "0 " "Q30: from a thread of the DLL's own it is allowed, and answers 903"
build other.so forbidden.c -DWHERE=ACCEPT -DALLOWED
what other report
is "$status $findings" "0 " "Q30: a function that is not one of the fifteen returns"
for call in 'MprAdminBufferFree(NULL)' 'MprAdminGetErrorString(5, NULL)' 'MprAdminIsServiceRunning(NULL)' \
    'MprAdminServerConnect(NULL, NULL)' 'MprAdminServerDisconnect(NULL)'; do
    build shared.so forbidden.c -DWHERE=ACCEPT "-DCALL=$call"
    for policy in forbidden return; do
        run run --policy forbidden-call=fail --policy shared-functions=$policy --dll ./shared.so --format jsonl scenario.yaml
        is "$(grep -c "\"id\":\"forbidden-call\".*\"message\":\"${call%%(*} is called" out)" \
            "$([ $policy = forbidden ] && echo 1 || echo 0)" "Q30: shared-functions=$policy: ${call%%(*}"
    done
done
count=$(grep -c '^ADMIN_FORBIDDEN(' "$top_srcdir/api/mpradmin/admin_functions.def")
is "$count" 15 "Q30: there are fifteen"

done_testing
