#!/bin/sh
# What a DLL does to its arguments and its memory, and what it exports, each told as what it is (B0.arguments, Q22, S4).
. "$(dirname "$0")/../cli/common.sh"

write_culprit_scenario

# what a DLL does to its arguments
build modify.so hostile.c -DBAD_MODIFY
for host in isolated in-process; do
    run run --host $host --dll ./modify.so --dll ./modify.so --format jsonl
    is "$status $(grep -c '"id":"in-modified"' out)" "0 2" "in-modified, $host: a warning each"
    like "$out" '"rule":"B0.arguments",.*"message":"pRasConnection0 is for reading only' "in-modified, $host: the argument is named"
    unlike "$out" '"dwConnectionFlags":4660' "in-modified, $host: the next DLL does not see it"
done
build keep.so hostile.c -DBAD_KEEP
run run --dll ./keep.so --format jsonl scenario.yaml
like "$out" '"id":"use-after-return","severity":"error","callout":"MprAdminAcceptNewConnection".*"message":"SIGSEGV in an argument of an earlier callout' \
    "B0.arguments: use-after-return: a kept pointer leads nowhere"

# Q22: bNotifyRelease holds the preset on entry, so that a DLL may leave it, or set one byte of it; any value but 0 is TRUE
for host in isolated in-process; do
    for row in 'NOTIFY_UNTOUCHED 0 0 0' 'NOTIFY_BYTE 1 1 0' 'NOTIFY=165 165 1 1' 'NOTIFY=256 256 1 1'; do
        set -- $row
        build notify.so every.c "-D$1"
        run run --host $host --dll ./notify.so --format jsonl
        is "$status $(grep -c '"type":"finding"' out)" "0 $4" "Q22: $host: $1: $4 findings"
        like "$out" "\"out\":{\"lpdwIpAddress\":\"[0-9.]*\",\"bNotifyRelease\":$2}" "Q22: $host: $1: the flag is $2"
        is "$(grep -c '"callout":"MprAdminReleaseIpAddress"' out)" "$3" "Q22: $host: $1: $3 releases"
    done
    build fill.so hostile.c -DBAD_FILL
    run run --host $host --dll ./fill.so --format jsonl
    like "$out" '"rule":"B0.arguments",.*"id":"unterminated".*"message":"pRasConnection0.wszLogonDomain has lost the NUL' "unterminated, $host: a text without its end"
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

done_testing
