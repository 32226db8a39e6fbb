#!/bin/sh
# The isolated host: whatever ends a worker is a finding, the service is started again, and a following
# connection is served (Q32, E.process).
. "$(dirname "$0")/../cli/common.sh"

cat >scenario.yaml <<'Y'
users: {culprit: , alice: , bob: }
timeline:
  - {at: 1s, dial: alice}
  - {at: 2s, dial: culprit}
  - {at: 10s, dial: bob}
  - {at: 20s, hangup: bob}
Y

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
build stale.so hostile.c -DCULPRIT -DBAD_CRASH -DSTALE='"stale-lock"'
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

# what a DLL does to its arguments
build modify.so hostile.c -DBAD_MODIFY
for host in isolated in-process; do
    run run --host $host --dll ./modify.so --dll ./modify.so --format jsonl
    is "$status $(grep -c '"id":"in-modified"' out)" "0 2" "in-modified, $host: a warning each"
    like "$out" '"message":"pRasConnection0 is for reading only' "in-modified, $host: the argument is named"
    unlike "$out" '"dwConnectionFlags":4660' "in-modified, $host: the next DLL does not see it"
done
build keep.so hostile.c -DBAD_KEEP
run run --dll ./keep.so --format jsonl scenario.yaml
like "$out" '"id":"use-after-return","severity":"error","callout":"MprAdminAcceptNewConnection".*"message":"SIGSEGV in an argument of an earlier callout' \
    "B0.arguments: use-after-return: a kept pointer leads nowhere"

# Q22: bNotifyRelease holds the preset on entry, so that a DLL may leave it, or read it
for host in isolated in-process; do
    for bad in UNSET PART; do
        build $bad.so hostile.c -DBAD_$bad
        run run --host $host --dll ./$bad.so --format jsonl
        is "$status $(grep -c '"type":"finding"' out)" "0 0" "Q22: $host: $bad: nothing to report"
    done
    like "$out" '"out":{"lpdwIpAddress":"[0-9.]*","bNotifyRelease":1}' "Q22: $host: one byte of four is enough, since the rest is preset"
    build fill.so hostile.c -DBAD_FILL
    run run --host $host --dll ./fill.so --format jsonl
    like "$out" '"id":"unterminated".*"message":"pRasConnection0.wszLogonDomain has lost the NUL' "unterminated, $host: a text without its end"
done

# what is found when it is unloaded
build leak.so hostile.c -g -DBAD_LEAK -O0
run run --dll ./leak.so --format jsonl
is "$status $(grep -c '"id":"leak"' out)" "0 1" "leak: a warning"
like "$out" '"id":"leak","severity":"warning","dll":"leak.so","message":"3 blocks of memory, 150 bytes, in the notification process were not freed' \
    "leak: how much, and where"
run run --dll ./leak.so
if ldd "$top_builddir/.libs/rrasemu" 2>/dev/null | grep -q libdw; then
    like "$out" '^ *in misbehave (hostile.c:[0-9]*)$' "leak: who asked for the memory"
fi
build unload.so hostile.c -DBAD_UNLOAD
run run --dll ./unload.so --format jsonl
is "$status $(grep -c '"id":"crash","severity":"error","dll":"unload.so","message":"SIGABRT, while it is unloaded,' out)" "1 2" \
    "a crash while a DLL is unloaded, in each process"
like "$out" '"rule":"S9","from":"stopping","to":"stopped"' "S9: the service has stopped all the same"

# S4: what only a Unix linker exports
${CC:-cc} -shared -fPIC "$top_srcdir/tests/dlls/hostile.c" -o unnamed.so $(pkg-config --cflags --libs mprapi)
for host in isolated in-process; do
    run run --host $host --dll ./unnamed.so --format jsonl
    like "$out" '"id":"not-exported","severity":"error","dll":"unnamed.so","message":"on Windows nothing exports MprAdminInitializeDll, .*MprAdminLinkHangupNotification: write a .def' \
        "S4: $host: callouts that neither a .def file nor __declspec(dllexport) names"
done

# comments for Visual C++'s linker count, as far as the source can be found
if ldd "$top_builddir/.libs/rrasemu" 2>/dev/null | grep -q libdw; then
    ${CC:-cc} -g -shared -fPIC "$top_srcdir/tests/dlls/export_comment.c" -o comment.so $(pkg-config --cflags --libs mprapi)
    for host in isolated in-process; do
        run run --host $host --dll ./comment.so --format jsonl
        is "$status $(grep -c '"type":"finding"' out)" "0 0" "S4: $host: /EXPORT comments count as exports"
    done
    ${CC:-cc} -g -shared -fPIC -DUNNAMED "$top_srcdir/tests/dlls/export_comment.c" -o comment.so $(pkg-config --cflags --libs mprapi)
    run run --dll ./comment.so --format jsonl
    like "$out" '"id":"not-exported".*nothing exports MprAdminLinkHangupNotification: write' "S4: and what none names does not"
    ${CC:-cc} -shared -fPIC "$top_srcdir/tests/dlls/export_comment.c" -o comment.so $(pkg-config --cflags --libs mprapi)
    run run --dll ./comment.so --format jsonl
    like "$out" '"id":"not-exported".*/EXPORT comments are found in the source of a DLL that was built with -g"' \
        "S4: without its debug information the DLL's author is told what helps"
else
    skip "S4: /EXPORT comments" "libdw is not here"
fi

# several DLLs, one request: the same bytes as one by one
build quiet.so every.c -DWITHOUT_ADDRESS
build no.so every.c -DWITHOUT_ADDRESS -DANSWER=FALSE
for channel in socket page; do
    for dlls in "quiet quiet quiet" "quiet no quiet" "quiet print quiet" "quiet null quiet"; do
        for policy in first-refusal=stop first-refusal=ask-all; do
            arguments=$(for dll in $dlls; do echo "--dll ./$dll.so"; done)
            # shellcheck disable=SC2086  # words
            run run $arguments --channel $channel --policy $policy --format jsonl scenario.yaml
            grep -v '"type":"output"\|"id":"stdio-output"\|"type":"summary"' out | sed 's/^{"seq":[0-9]*,//' >together
            case $dlls in *null*) like "$(cat together)" '"id":"crash"' "$dlls, $channel, $policy: the crash is the second's"; continue ;; esac
            # shellcheck disable=SC2086  # words
            run run $arguments --host in-process --policy $policy --format jsonl scenario.yaml
            grep -v '"type":"output"\|"id":"stdio-output"\|"type":"summary"' out | sed 's/^{"seq":[0-9]*,//' >alone
            ok "$([ -s together ] && cmp together alone >&2; echo $?)" "E.serial: $dlls, $channel, $policy: as one by one"
        done
    done
done
run run --dll ./quiet.so --dll ./quiet.so --dll ./quiet.so --stats
like "$err" '^round trips 16$' "three DLLs of one process take one request each step"

# what a DLL leaves behind
build leavings.so hostile.c -DBAD_LEAVINGS -pthread
run run --dll ./leavings.so --format jsonl
is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)","severity":"warning".*/\1/p' out | tr '\n' ' ')" \
    "cwd-changed signals-changed locale-changed fpu-changed leftover-thread leftover-fd " \
    "B1.terminate: what is left in the process is told"

# what a DLL prints is caught
build print.so hostile.c -DBAD_PRINT
run run --dll ./print.so --format jsonl
is "$status $err $(grep -c '"id":"stdio-output","severity":"warning"' out)" "0  1" "a DLL that prints gets a warning"
like "$out" '"type":"output","connection":1,"stream":"stdout",.*"text":"to the \\"screen\\"\\n"[,}]' "standard output is a record"
like "$out" '"type":"output","connection":1,"stream":"stderr",.*"text":"and aside\\n"[,}]' "standard error is another"

# a DLL that changes its own process changes nothing here
for bad in CHDIR STDIO DESCRIPTORS; do
    build own$bad.so hostile.c -DBAD_$bad
    run run --dll ./own$bad.so --format jsonl
    is "$status" 0 "BAD_$bad in a process of its own: exit status 0"
    like "$out" '"accepted":1' "BAD_$bad in a process of its own: the connection is served"
done

# E.process: two instances of every global
cat >counter.c <<'C'
#include <windows.h>
#include <mprapi.h>
static int gets, initialized;
DWORD APIENTRY MprAdminInitializeDll(VOID) { initialized++; return NO_ERROR; }
DWORD APIENTRY MprAdminTerminateDll(VOID) { return (DWORD)(gets * 10 + initialized); }
DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *u, WCHAR *p, DWORD *a, BOOL *n)
{ (void)u, (void)p, (void)a; *n = FALSE; gets++; return NO_ERROR; }
VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *u, WCHAR *p, DWORD *a) { (void)u, (void)p, (void)a; }
BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c, RAS_CONNECTION_1 *d)
{ (void)c, (void)d; return gets > 0; }
VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c, RAS_CONNECTION_1 *d)
{ (void)c, (void)d; }
BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p, RAS_PORT_1 *q) { (void)p, (void)q; return TRUE; }
VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p, RAS_PORT_1 *q) { (void)p, (void)q; }
C
${CC:-cc} -shared -fPIC counter.c -o counter.so $(pkg-config --cflags --libs mprapi)
run run --host in-process --dll ./counter.so --format jsonl
like "$out" '"accepted":1' "E.process: in one process a static is shared"
run run --dll ./counter.so --format jsonl
like "$out" '"refused":1' "E.process: in two it is not"
like "$out" '"id":"init-differs","severity":"warning","callout":"MprAdminTerminateDll".*"message":"11 in the address process, 1 in the notification process: ' \
    "Q11: different results in the two processes are told, the first that is not zero counts"

# the file is made in the process that comes first, and not in the other
printf '%s\n' '#include <windows.h>' '#include <mprapi.h>' \
    'DWORD APIENTRY MprAdminInitializeDll(VOID) { HANDLE file = CreateFileW(L"once", GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL);' \
    'if (file == INVALID_HANDLE_VALUE) return GetLastError(); CloseHandle(file); return NO_ERROR; }' \
    'DWORD APIENTRY MprAdminTerminateDll(VOID) { OutputDebugStringW(L"terminated"); return NO_ERROR; }' >once.c
sed -n '/^DWORD APIENTRY MprAdminGet/,$p' counter.c | sed 's/gets++;//; s/gets > 0/TRUE/' >>once.c
onces='./once.so'
${CC:-cc} -shared -fPIC once.c -o once.so -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi)
if has_wine; then
    "${MINGW_CC:-x86_64-w64-mingw32-gcc}" -shared -I"$top_srcdir/api/mprapi" once.c -o once.dll "$LIBMPRAPI_DLL_A"
    onces="$onces ./once.dll"
fi
for once in $onces; do
    run run --sandbox "sandbox.${once#./}" --dll $once --format jsonl
    is "$status $(grep -c '"callout":"MprAdminTerminateDll"' out) $(grep -c '"text":"terminated"' out)" "3 1 1" \
        "Q12: $once: a DLL that is initialized in one of its processes only is terminated there, and not in the other"
    run run --sandbox "again.${once#./}" --policy failed-start=abandon --dll $once --format jsonl
    is "$status $(grep -c '"callout":"MprAdminTerminateDll"' out)" "3 0" "Q12: $once: or nowhere, by policy"
done
run run --policy processes=one --sandbox one --dll ./once.so --format jsonl
is "$status $(grep -c '"text":"terminated"' out)" "0 1" "Q12: in one process it is fine"

trap_example=$top_srcdir/examples/twoprocesses/scenario.yaml
run test --dll "$top_builddir/examples/twoprocesses.so" "$trap_example"
is "$status" 0 "E.process: the example twoprocesses is refused, as on Windows"
run run --host in-process --dll "$top_builddir/examples/twoprocesses.so" --format jsonl "$trap_example"
like "$out" '"accepted":1' "E.process: and accepted where there is one process"

# a worker killed from outside while a callout runs, and the emulator killed while one spins
# workers PID: the worker processes of that emulator
workers() {
    ps -A -o ppid= -o pid= | awk -v parent="$1" '$1 == parent { print $2 }'
}
"$rrasemu" run --timeout 60 --dll ./hang.so --format jsonl scenario.yaml >killed 2>err &
emulator=$!
sleep 1
# shellcheck disable=SC2046  # words
kill -KILL $(workers $emulator)
wait $emulator
like "$(cat killed)" '"id":"crash".*"message":"SIGKILL ended' "a worker killed from outside is a crash"
like "$(cat killed)" '"type":"state","rule":"C3.9","connection":3' "and the run goes on"
"$rrasemu" run --timeout 60 --dll ./hang.so scenario.yaml >/dev/null 2>&1 &
emulator=$!
sleep 1
started=$(workers $emulator)
is "$(echo "$started" | wc -w | tr -d ' ')" 2 "two workers run"
kill -KILL $emulator
wait $emulator 2>/dev/null
sleep 0.5
# shellcheck disable=SC2046,SC2086  # words
left=$(ps -o stat= -o pid= -p $(echo $started | tr ' ' ,) | grep -v '^Z') # init may be slow to reap
is "$left" "" "no worker outlives the emulator, not even one that spins"

for where in INITIALIZE TERMINATE; do
    build hang$where.so hostile.c -DBAD_HANG -DWHERE=$where
    "$rrasemu" run --timeout 3 --dll ./hang$where.so --format jsonl -o signalled >/dev/null 2>&1 &
    emulator=$!
    sleep 1
    kill -TERM $emulator
    wait $emulator
    is "$(tail -n 1 signalled | grep -c '"type":"summary"')" 1 "SIGTERM during $where: the transcript has its end"
done

RRASEMU_WORKER=/nowhere/worker run run --dll ./print.so
is "$status" 4 "no worker program: exit status 4"
like "$err" '^rrasemu: /nowhere/worker: no worker can be started: ' "no worker program: one line"
cat >stale <<'EOF'
#!/bin/sh
printf 'ras\004\003\0\0\0\010\0\0\0\0\0\0\0\001\002\003\004\0\0\0\0' >&"$1"
sleep 1
EOF
chmod +x stale
RRASEMU_WORKER=$PWD/stale run run --channel socket --dll ./print.so
is "$status $(wc -l <err | tr -d ' ')" "4 1" "a worker of another build: exit status 4, one line"
like "$err" 'was built from other tables (fingerprint 04030201, expected [0-9a-f]*): build or install both together' "and why"
RRASEMU_WORKER=/bin/true run run --dll ./print.so
is "$status $(wc -l <err | tr -d " ")" "4 1" "another program in the place of the worker: exit status 4, one line"
run run --wrap 'nosuchcommand -q' --dll ./print.so
is "$status $(wc -l <err | tr -d ' ')" "2 1" "--wrap with no such command: exit status 2, one line"
run run --wrap 'valgrind -q' --host in-process --dll ./print.so
is "$status" 2 "--wrap in this process: exit status 2"
run run --host nowhere --dll ./print.so
is "$status" 2 "--host nowhere: exit status 2"
build child.so hostile.c -DBAD_CHILD
for channel in socket page; do
    run run --channel $channel --dll ./child.so --format jsonl
    is "$status" 0 "$channel: a child of a DLL that exits or crashes does not speak in its name"
done
run run -o closed --dll ./child.so <&- >&- 2>&-
is "$status" 0 "without standard streams: exit status 0"
(ulimit -n 64 && "$rrasemu" run --dll ./child.so >/dev/null 2>&1)
is $? 0 "with few descriptors: exit status 0"
for few in 8 10 12 14 16 18 20 22 24; do
    status=$(ulimit -n $few && "$rrasemu" run --dll ./child.so >/dev/null 2>err; echo $?)
    case "$status $(wc -l <err | tr -d ' ')" in
    "0 0" | "4 1") ok 0 "with $few descriptors: it works, or exit status 4 and one line" ;;
    *) is "$status $(cat err)" "4, one line" "with $few descriptors: it works, or exit status 4 and one line" ;;
    esac
done
build fork.so hostile.c -DBAD_FORK
run run --dll ./fork.so --format jsonl
left=$(ps -A -o stat= -o ppid= -o args= | awk '$1 !~ /^Z/ && $2 == 1 && /rrasemu-worker 3$/' | grep -F "$top_builddir/")
is "$status $left" "0 " "a child of a DLL ends with its process"
run run --timeout 0.0001 --dll ./hang.so scenario.yaml
like "$out" 'hang' "--timeout 0.0001: is a limit, not none"
run run --timeout never --dll ./print.so
is "$status" 2 "--timeout never: exit status 2"

# a command that the processes run under can tell them apart
printf '%s\n' '#!/bin/sh' "echo \"\$1\" >>$scratch/numbers" 'shift' 'exec "$@"' >numbered
chmod +x numbered
build wrapped.so every.c
run run --wrap "./numbered port-%n" --dll ./wrapped.so
is "$status $(sort numbers | tr '\n' ' ')" "0 port-1 port-2 " "--wrap: %n is the number of the process"
done_testing
