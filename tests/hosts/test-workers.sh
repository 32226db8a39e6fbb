#!/bin/sh
# Processes of their own: several DLLs in one, two of each DLL, what is left in them and of them, and who ends them
# (E.process, E.serial, B1.terminate).
. "$(dirname "$0")/../cli/common.sh"

write_culprit_scenario

build null.so hostile.c -DCULPRIT -DBAD_CRASH
build hang.so hostile.c -DCULPRIT -DBAD_HANG
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
like "$out" '"type":"finding","connection":1,"id":"stdio-output"' "which is of no rule"
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
like "$err" 'MprAdminInitializeDll returned 80, expected NO_ERROR (in one of its two processes only; --policy processes=one runs it in one)' "Q12: which is said"
run run --policy processes=one --sandbox one --dll ./once.so --format jsonl
is "$status $(grep -c '"text":"terminated"' out)" "0 1" "Q12: in one process it is fine"

# it fails in both, with another number in each
sed 's/return NO_ERROR; }$/return 5; }/; s/"once"/"never"/' once.c | sed '/Terminate/s/return 5/return NO_ERROR/' >never.c
${CC:-cc} -shared -fPIC never.c -o never.so -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi)
run run --sandbox never --dll ./never.so --format jsonl
is "$status $(grep -c '"callout":"MprAdminTerminateDll"' out)" "3 0" "Q12: a DLL that fails in both of its processes is terminated in none"
like "$err" 'MprAdminInitializeDll returned 5, expected NO_ERROR (S6)' "Q12: and it is not said that it fails in one only"

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
