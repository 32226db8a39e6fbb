#!/bin/sh
# rrasemu build, and run --dll SOURCE: a callout's sources become a DLL, or one line says why not.
. "$(dirname "$0")/common.sh"
if [ -n "${INSTRUMENT:-}" ]; then
    skip "build" "a DLL that is built as documented does not load into an instrumented program"
    done_testing
    exit
fi
unset PKG_CONFIG_PATH # it finds its own
TMPDIR=$scratch
export TMPDIR

cp "$top_srcdir/examples/officehours/officehours.c" "$top_srcdir/examples/officehours/officehours.def" .
run build officehours.c
is "$status $out$err" "0 " "a source in C: nothing is said"
run run --dll ./officehours.so
is "$status" 0 "and runs"
unlike "$out" 'not-exported' "with the exports of the .def file beside it"
like "$(nm -D --defined-only officehours.so | awk '{ print $3 }' | tr '\n' ' ')" 'MprAdminAcceptNewConnection@' "what it names is exported"
is "$(nm -D --defined-only officehours.so | grep -c ' is_office')" 0 "and nothing else"
mkdir elsewhere
mv officehours.def elsewhere/other.def
run build -o named.so officehours.c elsewhere/other.def
is "$status $(ls named.so)" "0 named.so" "-o, and a .def file of another name"

cat >plus.cpp <<'C'
#include <mprapi.h>
#include <string>
#include <windows.h>
#define OWN_ACCEPT
extern "C" {
#include "rest.h"
__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *)
{
    return std::wstring(who->wszUserName).size() > 2;
}
}
C
cp "$top_srcdir/tests/dlls/rest.h" .
run build plus.cpp
is "$status $err" "0 " "a source in C++"
run run --dll ./plus.so
is "$status" 0 "and runs"

run run --dll officehours.c --format jsonl
is "$status" 1 "run --dll SOURCE: without its .def file the exports are missed"
like "$out" '"id":"not-exported".*"dll":"officehours.so"' "and the DLL has the source's name"
mv elsewhere/other.def officehours.def
run run --dll officehours.c --dll plus.cpp --format jsonl
is "$status" 0 "run --dll SOURCE, twice"
is "$(find "$scratch" -maxdepth 1 -name 'rrasemu-*' | wc -l | tr -d ' ')" 0 "and nothing is left of it"

# --- what cannot be ---

# refused STATUS MESSAGE ARGUMENT...
refused() {
    wanted=$1 message=$2
    shift 2
    run build "$@"
    is "$status $(tail -n 1 err | grep -c "^rrasemu: $message")" "$wanted 1" "build $*: exit status $wanted, and one line that says why"
    [ "$(tail -n 1 err | grep -c "^rrasemu: $message")" = 1 ] || sed 's/^/# /' err
}
refused 2 'build: no source, expected one in C or C++'
refused 2 'notes.txt: is no source, expected a name that ends in ' notes.txt
refused 2 'build: 2 .def files, expected one at most' plus.cpp a.def b.def
refused 2 'a.def: comes first, expected a source' a.def plus.cpp
refused 2 'nowhere.c: cannot be compiled; what the compiler says stands above' nowhere.c
echo 'int broken(' >broken.c
refused 2 'broken.c: cannot be compiled' broken.c
printf '%s\n' '// #pragma comment(linker, "/alternatename:a=b")' '  # pragma comment(linker, "-alternatename:_a=_b")' >other.c
refused 2 'other.c:2:29: /ALTERNATENAME is known to the linker of Visual C++ alone, expected the other function itself, with __attribute__((weak))$' other.c
echo 'EXPORTS %%%' >wrong.def
refused 2 'wrong.def:1:' plus.cpp wrong.def
refused 2 '--windos: no such option of build; did you mean windows?' --windos plus.cpp
CC=/nowhere/cc refused 2 '/nowhere/cc: cannot be run: No such file or directory' officehours.c
refused 2 'officehours.c: cannot be compiled' -o /nowhere/my.so officehours.c
run run --dll broken.c
is "$status $(tail -n 1 err)" "2 rrasemu: broken.c: cannot be compiled; what the compiler says stands above" "run --dll SOURCE: one that is broken"

run doctor broken.c
is "$status $(tail -n 1 err)" "2 rrasemu: broken.c: cannot be compiled; what the compiler says stands above" "doctor SOURCE: one that is broken"
run doctor notes.txt
is "$status $(grep -c '^rrasemu: doctor: notes.txt: is no source, expected' err)" "2 1" "doctor: what is no source"

# --- Windows ---

if has_wine; then
    run build --windows officehours.c
    is "$status $err" "0 " "--windows: a source in C"
    run run --dll ./officehours.dll
    is "$status" 0 "and runs under Wine"
    sed 's/return std::wstring/HANDLE log = OpenEventLogW(NULL, L"me"); CloseEventLog(log); return std::wstring/' plus.cpp >logs.cpp
    refused 2 'logs.cpp: needs OpenEventLogW, CloseEventLog, which only Windows and Wine have; rrasemu build --windows' logs.cpp
    run doctor officehours.c logs.cpp
    is "$status $err" "0 " "doctor SOURCE: nothing is wrong"
    is "$out" "native   officehours.c: 1 function of Windows: GetSystemTime
wine     logs.cpp: needs OpenEventLogW, CloseEventLog" "doctor SOURCE: where it runs, and by which functions"
    printf '%s\n' '#include <windows.h>' '#include <wininet.h>' 'int ask(void) { return INTERNET_OPEN_TYPE_DIRECT; }' >asks.c
    run doctor asks.c
    is "$out" "wine     asks.c: needs wininet.h" "doctor SOURCE: a header that only Windows has"
    printf '%s\n' '#include <windows.h>' '#include <winhttp.h>' 'void ask(void) { WinHttpOpen(0, 0, 0, 0, 0); }' >asks.c
    run doctor asks.c
    is "$out" "wine     asks.c: needs WinHttpOpen" "doctor SOURCE: what fails here"
    is "$(find "$scratch" -maxdepth 1 -name 'rrasemu-*' | wc -l | tr -d ' ')" 0 "doctor SOURCE: nothing is kept"
    run run --dll logs.cpp
    is "$status $err" "0 rrasemu: note: logs.cpp: needs OpenEventLogW, CloseEventLog, which only Windows and Wine have: runs under Wine" \
        "run --dll SOURCE: takes Wine by itself where only Wine has what is called"
else
    skip "for Windows" "$why_not"
fi
done_testing
