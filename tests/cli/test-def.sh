#!/bin/sh
# rrasemu def: a DLL exports here what its module-definition file makes it export on Windows (S4).
. "$(dirname "$0")/common.sh"

# link: my.c by the linker script of my.def
link() {
    run def -o my.ver my.def
    # shellcheck disable=SC2046  # one word a flag
    ${CC:-cc} -shared -fPIC -x c "$top_srcdir/tests/dlls/every.c" -x none my.ver -o my.so \
        $(pkg-config --cflags --libs mprapi) >out 2>err
}

{
    printf 'LIBRARY "my dll"  ; a comment\r\nDESCRIPTION about all\nEXPORTS\n'
    printf '  MprAdminInitializeDll @1\n\tMprAdminTerminateDll PRIVATE\n "MprAdminAcceptNewConnection" @3\n'
    printf '  MprAdminConnectionHangupNotification\nEXPORTS MprAdminAcceptNewLink=MprAdminAcceptNewLink\n'
    printf 'MprAdminLinkHangupNotification\nSECTIONS\n  .shared READ WRITE SHARED\n'
} >my.def
link
ok $? "a .def file of all statements: the DLL is linked"
run run --dll ./my.so
is "$status" 0 "S4: it has all that it needs"
unlike "$out" not-exported "S4: and nothing that Windows would not find"
unlike "$(nm -D --defined-only my.so)" 'GetIpAddress' "what the file does not name is not exported"

printf 'DESCRIPTION ""\nEXPORTS\n MprAdminAcceptNewLink\nDESCRIPTION ""\nEXPORTS\n MprAdminLinkHangupNotification\n' >empty.def
run def empty.def
like "$out" 'global: DllMain; MprAdminAcceptNewLink; MprAdminLinkHangupNotification;' "an empty word is not the end"

sed '/LinkHangup/d' my.def >less.def && mv less.def my.def
link
run run --dll ./my.so
is "$status" 3 "S4: a name that was forgotten: the service does not start"
like "$err" 'lacks MprAdminLinkHangupNotification' "S4: as on Windows"

printf 'EXPORTS\nMprAdminLinkHangupNotification @8 NONAME\nother=MprAdminAcceptNewLink\n' >my.def
link
unlike "$(nm -D --defined-only my.so)" 'LinkHangup' "NONAME: not exported by name"
like "$(nm -D --defined-only my.so)" 'T other@@DEF' "NAME=INTERNAL: exported by another name"

printf 'EXPORTS\n  MprAdminAcceptNewLnik\n' >my.def
link
is $? 1 "a name that nothing defines: the link fails"
like "$(cat err)" 'my.def:2:3: MprAdminAcceptNewLnik is exported, and nothing defines it' "and says where it stands"

# wrong TEXT MESSAGE
wrong() {
    printf '%b' "$1" >wrong.def
    run def wrong.def
    is "$status|$err|$out" "2|rrasemu: wrong.def$2|" "exit status 2: $2"
}
wrong 'EXPORT a' ':1:1: EXPORT, expected a statement such as LIBRARY or EXPORTS'
wrong 'LIBRARY x\n a' ':2:2: a, expected a statement such as LIBRARY or EXPORTS'
wrong 'EXPORTS\n a =' ':2:5: the end, expected a name of this DLL'"'"'s; other DLLs are not forwarded to'
wrong 'EXPORTS a=b.c' ':1:11: b.c, expected a name of this DLL'"'"'s; other DLLs are not forwarded to'
wrong 'EXPORTS a @x' ':1:12: x, expected an ordinal number'
wrong 'EXPORTS {' ':1:9: {, expected the name of an export'
wrong 'EXPORTS _a@8=a' ':1:9: _a@8, expected a name without what 32-bit compilers add to it, which those for x64 do not; an ordinal has a space in front of its @'
wrong 'EXPORTS a=_a@8' ':1:11: _a@8, expected a name without what 32-bit compilers add to it, which those for x64 do not; an ordinal has a space in front of its @'
wrong '\377\376E\0X\0' ':1:1: text in UTF-16, expected one in UTF-8 or ANSI, as linkers read'
wrong '\376\377\0E' ':1:1: text in UTF-16, expected one in UTF-8 or ANSI, as linkers read'
printf '\357\273\277EXPORTS\n MprAdminInitializeDll\n' >marked.def
run def marked.def
is "$status" 0 "a byte order mark of UTF-8 is skipped"
wrong '' ': exports nothing, expected names behind EXPORTS'
run def nowhere.def
is "$status" 2 "a file that is not there: exit status 2"
run def
is "$status" 2 "no file: exit status 2"
run def -o /dev/full my.def
is "$status" 4 "a full disk: exit status 4"

done_testing
