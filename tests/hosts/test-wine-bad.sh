#!/bin/sh
# Windows DLLs that are none, that do what no callout should, and a Wine that is missing or broken.
. "$(dirname "$0")/../cli/common.sh"

has_wine || { skip "bad Windows DLLs under Wine" "$why_not"; done_testing; exit; }

write_culprit_scenario

# bad NAME FINDING MESSAGE: the run survives, and says what happened and where
bad() {
    build_windows "$1.dll" hostile_windows.c -g -O0 -DBAD_"$1"
    run run --timeout "$(limit_for "$2" 2)" --dll ./"$1.dll" --format jsonl scenario.yaml
    is "$status $(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*/\1/p' out)" "1 $2" "Q32: $1: the finding is $2"
    like "$out" "\"connection\":2,\"id\":\"$2\",.*\"dll\":\"$1.dll\",\"message\":\"$3 " "$2: $1: it says what happened"
    is "$(grep -c '"type":"state","rule":"C3.9","connection":3' out)" 1 "C3.9: $1: a following connection is served"
    is "$({ printf '%s\n' "$err" | grep -v '^rrasemu: '; grep '"type":"output"' out; } | grep -iE 'wine|unhandled|backtrace|register dump')" "" \
        "$1: Wine's debugger says nothing, neither to the user nor in the DLL's name"
}
bad CRASH crash 'exception 0xc0000005 (access violation) at null'
bad KEEP use-after-return 'exception 0xc0000005 (access violation)'
bad STACK crash 'exception 0xc00000fd (stack overflow)'
bad DIVIDE crash 'exception 0xc0000094 (integer division by zero)'
bad RAISE crash 'exception 0xe0000001'
bad ABORT crash 'abort()'
bad EXIT_THREAD thread-exit 'ExitThread'
bad EXIT exit 'exit(5)'
bad EXIT_PROCESS exit 'exit(9)'
bad TERMINATE exit '_exit(9)'
bad HANG hang 'the time limit of 2.000 s'
run run --timeout 2 --dll ./HANG.dll scenario.yaml
like "$out" '^ *in misbehave (hostile_windows.c:[0-9]*)' "a hang: function, file and line of where it hangs"
run run --dll ./CRASH.dll scenario.yaml
like "$out" '^ *in misbehave (hostile_windows.c:[0-9]*)' "a crash: function, file and line"
like "$out" '^ *in MprAdminAcceptNewConnection (hostile_windows.c:[0-9]*)' "a crash: and who called it"
"${MINGW_CC%gcc}strip" CRASH.dll
run run --dll ./CRASH.dll scenario.yaml
like "$out" '^ *in MprAdminAcceptNewConnection$' "a crash without symbols: the callout, by the table of exports"

# what breaks a whole process is laid on the DLL that did it, in a chain, wherever it is done
build_windows attack.dll attack_windows.c "-DPINGS=\"6$$\""
build_windows good.dll every.c
cp good.dll behind.dll
# attacked AT HOW FINDING: what is found, with the DLL
attacked() {
    HOW=$2 AT=$1 timeout 120 "$rrasemu" run --timeout "$(limit_for "$3" 2)" --dll ./good.dll --dll ./attack.dll --dll ./behind.dll --format jsonl \
        scenario.yaml >out 2>err
    grep -q '"type":"summary"' out || echo "no summary "
    sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*"dll":"\([^"]*\)","message".*/\1 \2/p' out | sort -u | tr '\n' ' '
}
while read -r at how found; do
    is "$(attacked "$at" "$how" "$found")" "${found:+$found attack.dll }" "Q32: $how at $at: ${found:-nothing}"
done <<'EOF'
ACCEPT close-handles channel
ACCEPT close-streams closed-handle
ACCEPT unfiltered crash
ACCEPT break crash
ACCEPT suspend hang
ACCEPT crash-in-thread crash
ACCEPT exit-in-thread exit
ACCEPT leave-process leftover-process
INIT close-handles channel
INIT unfiltered crash
HANGUP close-handles channel
HANGUP crash-in-thread crash
TERM unfiltered crash
TERM close-handles channel
TERM leave-process leftover-process
EOF
for how in flood-handles exhaust; do
    unlike "$(attacked ACCEPT $how | tr ' ' '\n')" 'good.dll\|behind.dll\|no' "Q32: $how: nobody else is blamed, and the run ends"
done
is "$(pgrep -x -f "ping.exe -n 6$$ 127.0.0.1" | wc -l | tr -d ' ')" 0 "a process that is left is ended"

# B0.forbidden: under all three policies, as natively
build_windows FORBIDDEN.dll hostile_windows.c -DBAD_FORBIDDEN
run run --dll ./FORBIDDEN.dll --format jsonl scenario.yaml
like "$out" '"id":"forbidden-call".*"message":"MprAdminPortEnum is called' "B0.forbidden: report"
like "$out" '"id":7031' "B0.forbidden: report: the service is started again"
run run --policy forbidden-call=block --dll ./FORBIDDEN.dll --format jsonl scenario.yaml
is "$(grep -c '"id":"blocked"' out)" 2 "B0.forbidden: block: who starves"
run run --policy forbidden-call=fail --dll ./FORBIDDEN.dll --format jsonl scenario.yaml
like "$out" '"accepted":3' "B0.forbidden: fail: it returns"

# what nobody sees on a server
build_windows PRINT.dll hostile_windows.c -DBAD_PRINT
run run --dll ./PRINT.dll --format jsonl scenario.yaml
like "$out" '"stream":"stdout",.*"text":"to the \\"screen\\"\\n"[,}]' "standard output is a record"
like "$out" '"stream":"stderr",.*"text":"and aside\\n"[,}]' "standard error is another"
like "$out" '"id":"stdio-output"' "and a warning"
build_windows BOX.dll hostile_windows.c -DBAD_BOX
run run --dll ./BOX.dll --format jsonl scenario.yaml
is "$status" 0 "a message box holds nobody up"
like "$out" '"stream":"stderr",.*"text":"message box: title: press me\\n"[,}]' "and what it says is a record"
build_windows DEBUG.dll hostile_windows.c -DBAD_DEBUG
run run --dll ./DEBUG.dll --format jsonl scenario.yaml
like "$out" '"stream":"debug",.*"text":"ü wide"[,}]' "OutputDebugStringW is a record, in UTF-8"
like "$out" '"stream":"debug",.*"text":"narrow"[,}]' "so is OutputDebugStringA"
build_windows PREBIND.dll hostile_windows.c -DBAD_PREBIND
run run --dll ./PREBIND.dll --format jsonl scenario.yaml
like "$out" '"stream":"debug",.*"text":"2[0-9]* ms"[,}]' "GetProcAddress finds the virtual clock too"

# refused NAME ID TEXT [ARGUMENT]...: exit status 3, an event, one line
refused() {
    name=$1 id=$2 text=$3
    shift 3
    run run --format jsonl "$@"
    is "$status $(wc -l <err | tr -d ' ')" "3 1" "S3: $name: exit status 3, one line"
    like "$err" "$text" "S3: $name: says what is wrong"
    like "$out" "\"type\":\"eventlog\",\"rule\":\"S3\",\"id\":$id" "S3: $name: event $id"
}
cp "$top_builddir/rrasemu-worker.exe" program.dll
refused "an EXE" 20204 'program.dll: is a program (EXE), expected a DLL' --dll ./program.dll
# the machine in the header, at the place that the DOS header names (0x80 as mingw-w64 links)
i386() { printf '\114\1' | dd of="$1" bs=1 seek=132 conv=notrunc 2>/dev/null; }
cp PRINT.dll small.dll
i386 small.dll
refused "a 32-bit DLL" 20204 'small.dll: is a 32-bit DLL, and RRAS is a 64-bit service' --dll ./small.dll
refused "a 32-bit DLL on 2000" 20113 'small.dll: is a 32-bit DLL' --os 2000 --dll ./small.dll
cp PRINT.dll assembly.dll # the fifteenth directory: 0x80 + 24 + 112 + 14 * 8
printf '\110' | dd of=assembly.dll bs=1 seek=376 conv=notrunc 2>/dev/null
refused "a .NET assembly" 20204 'assembly.dll: is a .NET assembly' --dll ./assembly.dll
head -c 5000 PRINT.dll >cut.dll
refused "a DLL without its end" 20204 'cut.dll: is cut short' --dll ./cut.dll
build_windows attach.dll hostile_windows.c -DBAD_ATTACH
refused "a DllMain that says no" 20113 'attach.dll: is refused by its own DllMain' --dll ./attach.dll
refused "no Windows DLL" 20204 'onesession.so: is no Windows DLL' --host wine --dll "$top_builddir/examples/onesession.so"
printf 'LIBRARY absent.dll\nEXPORTS\n nobody_has_this\n' >absent.def
printf 'LIBRARY kernel32.dll\nEXPORTS\n NobodyHasThis\n' >kernel.def
for library in absent kernel; do
    "${MINGW_DLLTOOL:-x86_64-w64-mingw32-dlltool}" -d $library.def -l lib$library.a
done
printf '%s\n' 'void nobody_has_this(void);' '__declspec(dllexport) void needs(void) { nobody_has_this(); }' >needs.c
$MINGW_CC -shared needs.c -o needs.dll -L. -labsent
refused "a DLL that is missing" 20113 'needs.dll: needs absent.dll' --dll ./needs.dll
like "$out" '"id":7024.*"126"' "S3: a DLL that is missing: event 7024 with error 126"
printf '%s\n' 'void NobodyHasThis(void);' '__declspec(dllexport) void needs(void) { NobodyHasThis(); }' >needs.c
$MINGW_CC -shared needs.c -o needs.dll -L. -lkernel
refused "an unresolved import" 20113 'needs.dll: needs NobodyHasThis of kernel32.dll' --dll ./needs.dll
like "$out" '"id":7024.*"127"' "S3: an unresolved import: event 7024 with error 127"

# a DLL beside the one that needs it
mkdir -p beside
printf '%s\n' '__declspec(dllexport) void nobody_has_this(void) {}' >absent.c
$MINGW_CC -shared absent.c -o beside/absent.dll
printf '%s\n' '#include <windows.h>' '#include <mprapi.h>' '#include "rest.h"' 'void nobody_has_this(void);' \
    '__declspec(dllexport) void needs(void) { nobody_has_this(); }' >needs.c
$MINGW_CC -shared -I"$top_srcdir/api/mprapi" -I"$top_srcdir/tests/dlls" needs.c -o beside/needs.dll -L. -labsent
run run --policy dependent-folder=yes --dll ./beside/needs.dll
is "$status" 0 "S3: dependent-folder=yes: what a DLL needs is found beside it"
refused "dependent-folder=no" 20113 'needs.dll: needs absent.dll' --policy dependent-folder=no --dll ./beside/needs.dll

# names as Microsoft's C++ compiler makes them
printf 'EXPORTS\n MprAdminInitializeDll\n "?MprAdminTerminateDll@@YAKXZ" = MprAdminTerminateDll\n MprAdminAcceptNewLink\n MprAdminLinkHangupNotification\n MprAdminAcceptNewConnection\n MprAdminConnectionHangupNotification\n' >mangled.def
printf '%s\n' '#include <windows.h>' '#include <mprapi.h>' '#define __declspec(x)' '#include "rest.h"' >mangled.c
$MINGW_CC -shared -I"$top_srcdir/api/mprapi" -I"$top_srcdir/tests/dlls" mangled.c mangled.def -o mangled.dll
run run --dll ./mangled.dll
is "$status" 3 "S4: a name that Microsoft's C++ compiler made is another one"
like "$err" 'lacks MprAdminTerminateDll.*?MprAdminTerminateDll@@YAKXZ.*extern "C"' "S4: and it is said whose it is"

# S6a: built with mingw-w64's own header, whose table lacks two slots
$MINGW_CC -shared "$top_srcdir/tests/dlls/shifted.c" -o shifted.dll
run run --dll ./shifted.dll --format jsonl
like "$out" '"id":"table-shape","severity":"warning","callout":"MprAdminInitializeDllEx","dll":"shifted.dll","message":"the slot for re-authentication is set .*88 bytes, not 104' \
    "S6a: a table of mingw-w64's own header is noticed and explained"

# Wine itself
RRASEMU_WINE=/nowhere run run --dll ./PRINT.dll
is "$status $err" "4 rrasemu: a Windows DLL needs Wine, which is not installed (64-bit; Debian: apt install wine64); RRASEMU_WINE names no program" \
    "no Wine: exit status 4, and what to install"
RRASEMU_WINE=/nowhere run doctor
is "$status" 1 "doctor: no Wine: exit status 1"
like "$out" '^missing  Wine: ' "doctor: says so"
RRASEMU_WINE=/bin/true run doctor
like "$out" '^missing  Wine: /bin/true does not tell its version' "doctor: another program in its place"
printf '#!/bin/sh\n[ "$1" = --version ] && echo wine-0.9 && exit\nexit 53\n' >broken
chmod +x broken
RRASEMU_WINE=$PWD/broken XDG_CACHE_HOME=$PWD/cache run doctor
like "$out" '^missing  a folder for Wine: .*broken: cannot prepare' "doctor: a Wine that does not work"
RRASEMU_WINE=$PWD/broken run run --dll ./PRINT.dll
is "$status $(wc -l <err | tr -d ' ')" "4 1" "a Wine that does not work: exit status 4, one line"
XDG_CACHE_HOME=/proc run run --dll ./PRINT.dll
is "$status" 4 "nowhere to write: exit status 4"
like "$err" 'XDG_CACHE_HOME may name another place' "nowhere to write: and a way out"
run doctor
is "$status $(grep -c '^ok' out)" "0 6" "doctor: all is well"
run doctor now
is "$status" 2 "doctor: a word too many: exit status 2"
(ulimit -n 20 && "$rrasemu" run --dll ./PRINT.dll >out 2>err)
is "$? $(cat err)" "4 rrasemu: Wine needs 64 open files, and the limit here is 20 (ulimit -Hn)" "too few open files: said at once"
left=$(ps -A -o stat= -o ppid= -o args= | awk '$1 !~ /^Z/ && $2 == 1 && /rrasemu-worker\.exe/' | grep -F "$top_builddir/")
is "$left" "" "no worker is left"

done_testing
