#!/bin/sh
# Whatever ends the service's process is told by its own name, and of the DLL whose code it was (Q32).
. "$(dirname "$0")/../cli/common.sh"

printf '%s\n' 'users: {careful: , alice: }' 'timeline:' '  - {at: 1s, dial: careful}' '  - {at: 9s, dial: alice}' \
    >users.yaml
sed 's/alice/culprit/' users.yaml >culprit.yaml
# exception HOST ...: the run with a DLL that throws
exception() {
    run run "$@" --format jsonl users.yaml
    is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*/\1/p' out)" exception "Q32: $*: the finding is exception"
    like "$out" '"connection":2,"id":"exception".*std::runtime_error.*no such user' "Q32: $*: with its type and words"
    like "$out" '"rule":"C3.9","connection":1' "Q32: $*: one that is caught is nothing to anybody"
}
if sanitized; then
    skip "exceptions of native DLLs" "a sanitizer takes no C++ run-time library that comes later than itself"
else
    CC=${CXX:-c++} build throws.so throws.cpp
    exception --dll ./throws.so
    exception --host in-process --dll ./throws.so
    is "$status" 1 "Q32: in-process: an exception ends the run"
fi

# functions of C++ under the names that their sources have
cat >account.cpp <<'C'
#include <windows.h>
#include <mprapi.h>
#define OWN_ACCEPT
namespace billing {
struct Account {
    __attribute__((noinline)) void charge(const char *who, int units) const { *(volatile int *)(who ? 0 : this) = units; }
};
}
extern "C" {
#include "rest.h"
__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *a, RAS_CONNECTION_1 *)
{
    billing::Account().charge("x", (int)a->dwConnectionFlags);
    return TRUE;
}
}
C
if sanitized; then
    skip "names of C++ in backtraces" "a sanitizer reports crashes itself"
else
    # shellcheck disable=SC2046  # one word a flag
    ${CXX:-c++} -g -w -shared -fPIC -I"$top_srcdir/tests/dlls" account.cpp -o account.so \
        -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi) || exit 99
    for host in isolated in-process; do
        run run --host $host --dll ./account.so
        like "$out" 'in billing::Account::charge(char const\*, int) const' "names of C++ in backtraces, $host"
    done
fi

# a thread of one DLL, while another is called
build late.so late.c
build hang.so hostile.c -DBAD_HANG
for late in ./late.so late.so; do
    run run --timeout 5 --dll $late --dll ./hang.so --format jsonl
    like "$out" '"type":"finding","rule":"Q32","id":"crash","severity":"error","dll":"late.so","message":"SIGSEGV at null' \
        "Q32: a thread of $late crashes while another DLL is called: the one is named, and no callout"
    unlike "$out" '"id":"crash".*"dll":"hang.so"' "Q32: and the other is not"
done

# outside its callouts
if sanitized; then
    skip "a DLL that crashes while it is loaded or unloaded, in-process" "a sanitizer reports crashes itself"
else
    for when in constructor:loading destructor:unloading; do
        printf '%s\n' '#include <stdlib.h>' "__attribute__((${when%:*})) static void die(void) { abort(); }" \
            "#include \"$top_srcdir/tests/dlls/every.c\"" >dies.c
        # shellcheck disable=SC2046  # one word a flag
        ${CC:-cc} -shared -fPIC dies.c -o dies.so -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" \
            $(pkg-config --cflags --libs mprapi) || exit 99
        run run --host in-process --dll ./dies.so
        is "$status $err" "1 rrasemu: dies.so: SIGABRT in its ${when#*:}; the run ends here" \
            "Q32: in-process: a DLL that crashes in its ${when#*:} is told, and when"
    done
fi

# a child process of the callout that returns from it too
build forks.so hostile.c -DBAD_FORK_RETURN
run run --dll ./forks.so --format jsonl
is "$status $(grep -c '"id":"channel"' out)" "1 1" "Q32: a child process returns from the callout: one finding"
like "$out" 'it forked, and its child process returned from the callout too' "Q32: which says so"

# what is left belongs to the DLL that left it, wherever in a chain it stands
build good.so every.c
build leavings.so hostile.c -DBAD_LEAVINGS
cp good.so good2.so
leavings='cwd-changed fpu-changed leftover-fd leftover-thread locale-changed signals-changed '
for chain in 'good.so leavings.so good2.so' 'leavings.so good.so good2.so' 'good.so good2.so leavings.so'; do
    # shellcheck disable=SC2046,SC2086  # words
    run run $(printf ' --dll ./%s' $chain) --format jsonl
    is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*"dll":"leavings.so".*/\1/p' out | sort | tr '\n' ' ')" "$leavings" \
        "B1.terminate: $chain: all that was left"
    is "$(grep '"type":"finding"' out | grep -c '"dll":"good')" 0 "B1.terminate: $chain: and nothing is laid on another"
done

# what would hold out against an end
build traced.so hostile.c -DBAD_TRACED
run run --timeout 1 --dll ./good.so --dll ./traced.so --format jsonl
like "$out" '"id":"hang",.*"dll":"traced.so"' "Q32: a callout that lets the emulator trace it, and is stopped, is a hang"
like "$out" '"rule":"S9"' "Q32: and the run goes on to its end"
build tracer.so hostile.c -DBAD_TRACER
run run --dll ./tracer.so --format jsonl
is "$status" 0 "a callout cannot attach itself to the emulator"
build orphan.so hostile.c -DBAD_ORPHAN "-DORPHAN_SECONDS=\"611.$$\""
for host in isolated in-process; do
    run run --host $host --dll ./good.so --dll ./orphan.so --dll ./good2.so --format jsonl
    is "$(sed -n 's/.*"id":"\(leftover-process\)".*"dll":"\([^"]*\)".*/\1 \2/p' out)" "leftover-process orphan.so" \
        "B1.terminate: $host: a process in a session of its own is told"
done
is "$(pgrep -x -f "sleep 611.$$" | wc -l | tr -d ' ')" 0 "and ended"

# what a checker finds in a DLL is a finding, and not the DLL's output
# valgrind says so when it cannot read the debugging information that a newer compiler writes
unread() { grep -q '"type":"output".*\(debug info\|[Dd][Ww][Aa][Rr][Ff]\|DIE\)' out; }
if sanitized || ! command -v valgrind >/dev/null; then
    skip "errors that valgrind finds" "valgrind is not installed, or does not run a sanitized program"
elif run run --timeout 120 --wrap 'valgrind -q' --dll ./good.so --format jsonl && unread; then
    skip "errors that valgrind finds" "this valgrind cannot read what this compiler writes"
else
    is "$status $(grep '"type":"output"' out)" "0 " "valgrind: a good DLL's process has no errors, our part of it neither"
    build overflow.so overflow.c -g
    run run --timeout 120 --wrap 'valgrind -q' --dll ./good.so --dll ./overflow.so --format jsonl
    is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*"dll":"\([^"]*\)".*/\1 \2/p' out)" "memory-error overflow.so" \
        "valgrind: an error is one finding, of the DLL"
    like "$out" '"callout":"MprAdminAcceptNewConnection".*"message":"Invalid write of size 1: ' "valgrind: with its words"
fi

asan=$(${CC:-cc} -print-file-name=libasan.so)
if sanitized || [ ! -e "$asan" ]; then
    skip "a DLL that is built with a sanitizer" "this emulator is, or the compiler has no libasan.so"
else
    build asan.so overflow.c -g -fsanitize=address
    run run --wrap "env LD_PRELOAD=$asan" --dll ./good.so --dll ./asan.so --format jsonl users.yaml
    like "$out" '"id":"memory-error",.*"callout":"MprAdminAcceptNewConnection","dll":"asan.so".*heap-buffer-overflow' \
        "a sanitizer's words are a finding of the DLL that was built with it"
    unlike "$out" '"type":"finding".*"dll":"good.so"' "and of no other"
fi

if has_wine && command -v "${MINGW_CC%-gcc*}-g++" >/dev/null; then
    MINGW_CC="${MINGW_CC%-gcc*}-g++ -static-libstdc++" build_windows throws.dll throws.cpp
    exception --dll ./throws.dll
    build_windows late.dll late.c
    build_windows hang.dll hostile_windows.c -DBAD_HANG
    run run --timeout 20 --dll ./late.dll --dll ./hang.dll --format jsonl culprit.yaml
    like "$out" '"type":"finding","rule":"Q32","id":"crash","severity":"error","dll":"late.dll"' \
        "Q32: Wine: a thread of one DLL crashes while another is called: the one is named"
else
    skip "exceptions and threads under Wine" "${why_not:-no C++ compiler of mingw-w64 is installed}"
fi
done_testing
