#!/bin/sh
# DLLs with which the service does not start: one clear line, status 3, event-log records.
. "$(dirname "$0")/common.sh"

# refused "RULE: NAME" EVENT CODE MESSAGE [ARGUMENT]...: the first rule is the transcript's
refused() {
    rule=${1%%[ :]*} name=${1#*: } event=$2 code=$3 message=$4
    shift 4
    run run "$@" --format jsonl
    is "$status" 3 "$rule: $name: exit status 3"
    is "$(wc -l <err | tr -d ' ')" 1 "$rule: $name: one line"
    like "$err" "^rrasemu: .*$message.*($rule); the service did not start\$" "$rule: $name: says what"
    like "$out" "\"type\":\"eventlog\",\"rule\":\"$rule\",\"id\":$event,\"level\":\"error\"" \
        "Q29: $name: event $event"
    like "$out" "\"id\":7024,\"level\":\"error\",\"params\":\[\"Routing and Remote Access\",\"$code\"\]" \
        "Q29: $name: event 7024 with code $code"
    like "$out" "\"rule\":\"$rule\",\"from\":\"[a-z]*\",\"to\":\"start failed\"" "$rule: $name: state"
}

refused "S3: no such file" 20113 126 'nowhere.so: does not exist' --dll ./nowhere.so
echo "int main(void) { return 0; }" >text.so
refused "S3: no ELF file" 20204 193 'text.so: is not an ELF file' --dll ./text.so
: >empty.so
refused "S3: an empty file" 20204 193 'empty.so: is not an ELF file' --dll ./empty.so
mkdir folder.so
refused "S3: a folder" 20113 126 'folder.so: is not a file' --dll ./folder.so
head -c 200 "$top_builddir/examples/onesession.so" >cut.so
refused "S3: a truncated ELF file" 20204 193 'cut.so: is cut short' --dll ./cut.so
head -c 9000 "$top_builddir/examples/onesession.so" >cut2.so
refused "S3: an ELF file without its end" 20204 193 'cut2.so: is cut short' --dll ./cut2.so
printf 'MZ and more' >windows.dll
refused "S3: a Windows DLL that is none" 20204 193 'windows.dll: is a program for DOS, or cut short' --dll ./windows.dll
refused "S3: a Windows DLL" 20204 193 'windows.dll: is a Windows DLL, which takes --host wine or auto' --host isolated --dll ./windows.dll
refused "S3: a Windows DLL" 20204 193 'windows.dll: is a Windows DLL' --host in-process --dll ./windows.dll
${CC:-cc} -o program -x c - <<'C'
int main(void) { return 0; }
C
refused "S3: a program" 20113 '[0-9]*' 'program: ' --dll ./program
${CC:-cc} -shared -fPIC -o unresolved.so -x c - <<'C'
int nobody_has_this(void); int nor_this(void);
int MprAdminInitializeDll(void) { return nobody_has_this() + nor_this(); }
C
refused "S3: unresolved symbols" 20113 127 'needs [a-z_]*, [a-z_]*, which nothing here offers' \
    --dll ./unresolved.so
like "$err" nobody_has_this "S3: the first missing symbol is named"
like "$err" nor_this "S3: the second missing symbol is named"

build lacks.so every.c -DWITHOUT_TERMINATE -DWITHOUT_LINK_HANGUP -DWITHOUT_HANGUP
refused "S4: several exports missing" 20113 127 \
    'lacks MprAdminLinkHangupNotification; MprAdminTerminateDll; MprAdminConnectionHangupNotification, which belongs to MprAdminAcceptNewConnection' \
    --dll ./lacks.so
build nopair.so every.c -DWITHOUT_ACCEPT -DWITHOUT_HANGUP
refused "S4: no connection pair" 20113 127 \
    'lacks MprAdminAcceptNewConnection and MprAdminConnectionHangupNotification, .*, or MprAdminAcceptNewConnectionEx and' \
    --dll ./nopair.so
build noinit.so every.c -DWITHOUT_INITIALIZE
refused "S4: no initialize" 20113 127 'lacks MprAdminInitializeDll, or MprAdminInitializeDllEx' \
    --dll ./noinit.so
build half.so every.c -DWITHOUT_RELEASE
refused "S4: half an address pair" 20113 127 \
    'lacks MprAdminReleaseIpAddress, which belongs to MprAdminGetIpAddressForUser' --dll ./half.so
build bare.so every.c -DWITHOUT_ADDRESS
refused "S4: no address pair on 2000" 20113 127 \
    'lacks MprAdminGetIpAddressForUser and MprAdminReleaseIpAddress' --dll ./bare.so --os 2000
refused "S4: half an address pair on 2000" 20113 127 'lacks MprAdminReleaseIpAddress, which belongs to' --dll ./half.so --os 2000
like "$err" 'lacks MprAdminReleaseIpAddress, which belongs to MprAdminGetIpAddressForUser (S4);' "S4: which is said once"
build good.so every.c
build three.so every.c -DGENERATION=3
# Windows NT 4.0 wants its own four callouts, and no other version takes them (B5.nt4)
build nt4.so nt4.c
build nt4-half.so nt4.c -DWITHOUT_RELEASE
refused "S4 B5.nt4: three of four" 20113 127 'lacks RasAdminReleaseIpAddress, which belongs to RasAdminAcceptNewConnection and' \
    --dll ./nt4-half.so --os nt4
refused "S4 B5.nt4: on 2000" 20113 127 'lacks MprAdminGetIpAddressForUser' --dll ./nt4.so --os 2000
refused "S4 B5.nt4: Mpr names on NT 4.0" 20113 127 'lacks RasAdminAcceptNewConnection and' --dll ./lacks.so --os nt4

for os in 2003 2008 2008r2; do
    refused "S4: no connection pair on $os" 20113 127 'lacks MprAdminAcceptNewConnection and' --dll ./nopair.so --os $os
done
refused "S4: third generation on 2003" 20113 127 'lacks MprAdminAcceptNewConnection' \
    --dll ./three.so --os 2003
build ex.so table.c
refused "S4: Ex generation on 2008" 20113 127 'lacks MprAdminAcceptNewLink' --dll ./ex.so --os 2008

build init5.so every.c -DINITIALIZE=5
refused "S6: initialize fails" 20113 5 'MprAdminInitializeDll returned 5, expected NO_ERROR' \
    --dll ./init5.so
refused "S6: the second initialize fails" 20113 5 'init5.so: MprAdminInitializeDll returned 5' \
    --dll ./good.so --dll ./init5.so
is "$(calls)" "MprAdminInitializeDll(good.so) MprAdminInitializeDll(init5.so) MprAdminTerminateDll(good.so)" \
    "Q12: only what was initialized is terminated"

build rev7.so table.c -DREVISION=7
refused "S6a: revision 7" 20113 127 'set revision 7, expected 1 or 2' --dll ./rev7.so
is "$(calls)" "MprAdminInitializeDllEx(rev7.so) MprAdminTerminateDll(rev7.so)" "S6a: the DLL is terminated all the same, by its slot"
build emptytable.so table.c -DEMPTY
refused "S6a: an empty table" 20113 127 'callback table and exports lack MprAdminTerminateDll; ' \
    --dll ./emptytable.so
build halftable.so table.c -DHALF_ADDRESS
refused "S6a: half a pair in the table" 20113 127 \
    'lack MprAdminReleaseIpAddress, which belongs to MprAdminGetIpAddressForUser' --dll ./halftable.so
is "$(calls)" "MprAdminInitializeDllEx(halftable.so) MprAdminTerminateDll(halftable.so)" \
    "S6a: the DLL whose table is unusable is terminated"
build rev1.so table.c -DREVISION=1
refused "S6a: revision 1 without plain exports" 20113 127 'lack MprAdminAcceptNewConnection and' \
    --dll ./rev1.so

run run --dll ./good.so --dll ./good.so --os 2000
is "$status" 3 "D.single: a second DLL on 2000: exit status 3"
like "$err" 'a second DLL, where this version of Windows takes one' "D.single: says so"
run run --dll ./good.so --dll ./good.so --os 2000 --format jsonl
like "$out" '"type":"eventlog","rule":"D.single","id":20113,' "D.single: the event log says that it could not be loaded"

# near misses: a missing export beside one that is meant to be it
# nearly NAME EXPORTED TEXT: every.c, whose MprAdminTerminateDll is exported by another name
nearly() {
    # shellcheck disable=SC2046  # one word a flag
    ${CC:-cc} -shared -fPIC "$top_srcdir/tests/dlls/every.c" -DMprAdminTerminateDll="$2" -o "$1.so" \
        $(pkg-config --cflags --libs mprapi) || exit 99
    refused "S4: $1" 20113 127 "lacks MprAdminTerminateDll.*$3" --dll "./$1.so"
    if has_wine; then
        build_windows "$1.dll" every.c -DMprAdminTerminateDll="$2" -Wl,--export-all-symbols
        refused "S4: $1, under Wine" 20113 127 "lacks MprAdminTerminateDll.*$3" --dll "./$1.dll"
    fi
}
nearly misspelt MprAdminTerminatDll 'MprAdminTerminatDll, misspelt; did you mean MprAdminTerminateDll'
nearly case mprAdminTerminateDLL 'mprAdminTerminateDLL, of other case than MprAdminTerminateDll'
nearly mangled _Z20MprAdminTerminateDllv \
    '_Z20MprAdminTerminateDllv, a C++ function, and extern "C" is missing in front of MprAdminTerminateDll'
if has_wine; then
    printf '%s\n' EXPORTS '_MprAdminTerminateDll@0=other' >decorated.def
    build_windows decorated.dll every.c -DMprAdminTerminateDll=other "$PWD/decorated.def"
    refused "S4: decorated" 20113 127 'TerminateDll@0, decorated as stdcall is; a .def file has to export MprAdminTerminateDll' \
        --dll ./decorated.dll
else
    skip "near misses of Windows DLLs" "$why_not"
fi
build slots1.so table.c -DREVISION=1
run run --dll ./slots1.so
like "$err" 'its revision 1 ends before them: set ' "S6a: a revision that is too low for the slots is named"
build slots1.so table.c -DREVISION=1 -DHALVES
run run --dll ./slots1.so
like "$err" 'its revision 1 ends before them: set ' "S6a: and so it is where one slot is set"
build slots1.so table.c -DREVISION=1 -DEMPTY
run run --dll ./slots1.so
unlike "$err" 'its revision 1' "S6a: not where none of those slots is set"
run run --dll ./halftable.so
unlike "$err" 'its revision 1' "S6a: nor of a revision 2 that lacks something else"
build slow.so hostile.c -DBAD_HANG -DWHERE=INITIALIZE
run run --timeout 0.5 --dll ./slow.so
like "$err" '(--timeout SECONDS gives it more time, 0 all it wants)' "Q32: a time limit that ends an initialization names the option"
done_testing
