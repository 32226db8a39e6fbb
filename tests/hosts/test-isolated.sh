#!/bin/sh
# The isolated host: whatever ends a worker is a finding, the service is started again, and a following
# connection is served (Q32, E.process).
. "$(dirname "$0")/../cli/common.sh"

write_culprit_scenario

# bad NAME FLAGS FINDING MESSAGE [ARGUMENT]...
bad() {
    bad=$1 flags=$2 finding=$3 message=$4
    shift 4
    # shellcheck disable=SC2086  # words
    build "$bad.so" hostile.c -DCULPRIT $flags
    run run --timeout "$(limit_for "$finding" 0.5)" "$@" --dll ./"$bad.so" --format jsonl scenario.yaml
    is "$status" 1 "Q32: $bad: exit status 1"
    is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*/\1/p' out | head -n 1)" "$finding" "Q32: $bad: the finding is $finding"
    like "$out" "\"connection\":2,\"id\":\"$finding\",\"severity\":\"error\",\"callout\":\"MprAdmin[A-Za-z]*\",\"dll\":\"$bad.so\",\"message\":\"$message[ :]" \
        "Q32: $bad: it says what happened"
    like "$out" '"connection":2,.*"result":null[,}]' "Q32: $bad: the callout has no result"
    like "$out" '"rule":"Q32","id":7031,"level":"error","params":\["Routing and Remote Access","1"\]' \
        "Q32: $bad: event 7031"
    like "$out" '"rule":"Q32","connection":1,"from":"ACTIVE","to":"CLOSED"' "Q32: $bad: live connections are lost"
    like "$out" '"rule":"S7","from":"initializing","to":"running"' "S7: $bad: the service runs again"
    is "$(grep -c '"type":"state","rule":"C3.9","connection":3' out)" 1 "C3.9: $bad: a following connection is served"
    like "$out" '"rule":"S9"' "S9: $bad: the run goes on to its end"
}

build first.so every.c -DWITHOUT_ADDRESS
bad null -DBAD_CRASH crash 'SIGSEGV at null'
bad abort -DBAD_ABORT crash SIGABRT
bad stack -DBAD_STACK crash SIGSEGV
bad divide -DBAD_DIVIDE crash SIGFPE
bad killed -DBAD_KILL crash SIGKILL
bad exit -DBAD_EXIT exit 'exit(0)'
bad quit -DBAD_QUIT exit '_exit(7)'
bad hang -DBAD_HANG hang 'the time limit of 0.500 s'
bad chatter -DBAD_CHATTER hang 'the time limit of 0.500 s'
bad halfclose -DBAD_HALF_CLOSE channel "it closed or changed the emulator's own channel"
bad forkexit -DBAD_FORK_EXIT exit '_exit(3)'
like "$out" '"id":"leftover-process","severity":"warning".*"dll":"forkexit.so","message":"has left a process' \
    "B1.terminate: a child process in a session of its own is told, and ended"
bad smash "-DBAD_SMASH -fno-stack-protector" crash SIGSEGV
bad page -DBAD_PAGE channel "it reached for the emulator's own channel" --channel page --dll ./first.so
bad frame -DBAD_FRAME channel 'its process sent an invalid frame' --channel socket
bad threadexit -DBAD_THREAD_EXIT thread-exit 'pthread_exit'
bad get '-DBAD_CRASH -DWHERE=GET' crash 'SIGSEGV at null'
bad nonsense -DBAD_CHANNEL channel "it wrote to the emulator's own channel" --channel socket
run run --channel page --dll ./nonsense.so --format jsonl scenario.yaml
is "$status" 0 "nonsense on the socket is nothing to those who speak over the page"

# Q32's own answer: the callout refuses or fails, the service goes on
run run --policy process-ended=refuse --dll ./null.so --format jsonl scenario.yaml
is "$status" 1 "Q32: counting as a refusal: exit status 1"
unlike "$out" '"id":7031' "Q32: counting as a refusal: the service lives"
like "$out" '"rule":"C3.8","connection":2' "Q32: a crash in an accept callout refuses"
is "$(grep -c '"type":"state","rule":"C3.9"' out)" 2 "Q32: counting as a refusal: the others are served"
run run --policy process-ended=refuse --dll ./get.so --format jsonl scenario.yaml
like "$out" '"rule":"C3.4","connection":2' "Q32: a crash in a Get callout fails"
run run --timeout 0.5 --policy process-ended=refuse --dll ./hang.so --format jsonl scenario.yaml
like "$out" '"rule":"C3.8","connection":2' "Q32: so does a hang"

# again and again: three times within a minute, then never
build always.so hostile.c -DBAD_CRASH
cat >often.yaml <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice}
  - {at: 3s, dial: alice}
  - {at: 5s, dial: alice}
  - {at: 7s, dial: alice}
  - {at: 9s, dial: alice}
Y
run run --dll ./always.so --format jsonl often.yaml
is "$status" 3 "Q32: the recovery limit: exit status 3"
is "$(grep -c '"id":7031' out) $(grep -c '"id":7034' out)" "3 1" "Q32: three restarts, then 7034"
like "$err" "^rrasemu: the service's process ended 4 times within 60 s; it is not started again$" "Q32: one line"
sed 's/at: 3s/at: 3m/; s/at: 5s/at: 5m/; s/at: 7s/at: 7m/; s/at: 9s/at: 9m/' often.yaml >seldom.yaml
run run --dll ./always.so --format jsonl seldom.yaml
is "$status $(grep -c '"id":7031' out)" "1 5" "Q32: five times in ten minutes are five restarts"

# a start after a crash that does not succeed: the service is gone, and who calls then is not served
build stale.so hostile.c -DCULPRIT -DBAD_CRASH -DSTALE="\"$PWD/stale-lock\""
for arguments in "--format jsonl" "--fail-on never --format jsonl"; do
    rm -f stale-lock
    # shellcheck disable=SC2086  # words
    run run $arguments --dll ./stale.so scenario.yaml
    is "$status" 3 "S6: a start that fails after a crash, $arguments: exit status 3"
    like "$err" '^rrasemu: .*stale.so: MprAdminInitializeDll returned 32, expected NO_ERROR (S6); the service did not start again' \
        "S6: a start that fails after a crash, $arguments: is told"
    like "$out" '"connection":3,"from":"IDLE","to":"CLOSED".*"ending":"the service does not run"' \
        "C3.1: after such a start, $arguments: who calls is not served, and has a record"
done
rm -f stale-lock
(cat scenario.yaml; echo 'expect: [{connection: bob, accepted: "no"}]') >unserved.yaml
run test --dll ./stale.so unserved.yaml
is "$status $(head -n 1 out)" "1 not ok 1 - unserved.yaml" "S6: 'not accepted' is no word for a service that does not run"
like "$out" '^#   .*stale.so: MprAdminInitializeDll returned 32, expected NO_ERROR (S6); the service did not start again' "S6: and the test says why"

# where the service begins and ends
for bad in CRASH EXIT HANG; do
    build init$bad.so hostile.c -DBAD_$bad -DWHERE=INITIALIZE
    run run --timeout "$(limit_for "$bad" 0.5)" --dll ./init$bad.so
    is "$status" 3 "S6: $bad in initialize: exit status 3"
    like "$err" "init$bad.so: MprAdminInitializeDll ended its process: .* (S6)" "S6: $bad in initialize: says so"
    build term$bad.so hostile.c -DBAD_$bad -DWHERE=TERMINATE
    run run --timeout "$(limit_for "$bad" 0.5)" --dll ./term$bad.so
    is "$status" 1 "S9: $bad in terminate: exit status 1"
    like "$out" 'service stopping > stopped' "S9: $bad in terminate: the service has stopped"
done
printf '%s\n' '#include <stdlib.h>' '__attribute__((constructor)) static void die(void) { abort(); }' >die.c
${CC:-cc} -shared -fPIC die.c "$top_srcdir/tests/dlls/every.c" -o die.so $(pkg-config --cflags --libs mprapi)
run run --dll ./die.so
is "$status" 3 "S3: a DLL that crashes while it is loaded: exit status 3"
like "$err" 'die.so: ended its process while it was loaded: SIGABRT (S3)' "S3: says so"

# where it happened: function, file and line, in the text, in the report and in JSON lines
if ldd "$top_builddir/.libs/rrasemu" 2>/dev/null | grep -q libdw; then
    build where.so hostile.c -g -DBAD_CRASH
    run run --report report.txt --dll ./where.so
    like "$out" '^ *in misbehave (hostile.c:[0-9]*)$' "a crash: the function, file and line"
    like "$out" '^ *in MprAdminAcceptNewConnection (hostile.c:[0-9]*)$' "a crash: and who called it"
    like "$(cat report.txt)" '^    00:00:01.142, connection 1, MprAdminAcceptNewConnection of where.so$' "--report: when and where"
    like "$(cat report.txt)" '^    in misbehave (hostile.c:[0-9]*)$' "--report: with the backtrace"
    like "$("$rrasemu" run --format jsonl --dll ./where.so 2>/dev/null)" \
        '"frames":\[{"function":"misbehave","file":"hostile.c","line":[0-9]*,"module":"where.so","offset":"0x[0-9a-f]*"},' "JSON lines: as frames"
    build spins.so hostile.c -g -DBAD_HANG
    run run --timeout 0.5 --dll ./spins.so
    case ${INSTRUMENT:-} in
    *thread*) skip "a hang: where it hangs" "this sanitizer keeps signals from code that calls nothing" ;;
    *) like "$out" '^ *in misbehave (hostile.c:[0-9]*)$' "a hang: where it hangs" ;;
    esac
    build calls.so forbidden.c -g -DWHERE=ACCEPT
    for host in isolated in-process; do
        run run --host $host --dll ./calls.so scenario.yaml
        like "$out" '^ *in MprAdminAcceptNewConnection (forbidden.c:[0-9]*)$' "a forbidden call, $host: who made it"
        run run --host $host --policy forbidden-call=fail --dll ./calls.so scenario.yaml
        like "$out" '^ *in MprAdminAcceptNewConnection (forbidden.c:[0-9]*)$' "one that returns, $host: who made it"
    done
else
    skip "backtraces tell function, file and line" "libdw was not there when the emulator was built"
fi
run run --report /nowhere/report --dll ./always.so
is "$status" 2 "--report: a file that cannot be opened is exit status 2"

# a DLL that writes to every descriptor reaches none that the emulator was started with
build writes.so hostile.c -DBAD_CHANNEL
run run --channel page --dll ./writes.so 9>inherited
is "$(cat inherited)" "" "what the emulator inherited is not inherited by DLLs"

done_testing
