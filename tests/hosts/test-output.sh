#!/bin/sh
# What DLLs say and print is in the transcript, with DLL and process, line by line, and nothing is cut in silence.
. "$(dirname "$0")/../cli/common.sh"

cut='[more than 65536 bytes: the rest is not kept]'

# says HOST PROCESS DLL ARGUMENT...
says() {
    host=$1 process=$2 dll=$3
    shift 3
    run run "$@" --dll "./$dll" --format jsonl
    said=$(sed -n 's/.*"type":"output"\(.*\)}$/\1/p' out)
    of="\"dll\":\"$dll\",\"process\":\"$process\""
    like "$said" "\"stream\":\"debug\",\"dll\":\"$dll\",\"process\":\"[a-z]*\",\"text\":\"attached\\\\n\"" \
        "$host: what DllMain says when it is attached"
    like "$said" "\"stream\":\"debug\",\"dll\":\"$dll\",\"process\":\"[a-z]*\",\"text\":\"detached\\\\n\"" \
        "$host: and when it is detached"
    like "$said" "\"stream\":\"debug\",$of,\"text\":\"in a thread\\\\n\"" "$host: what a thread says"
    like "$said" "\"stream\":\"debug\",$of,\"text\":\"one\\\\n\"" "$host: a line is a record"
    like "$said" "\"stream\":\"debug\",$of,\"text\":\"two\"" "$host: and the next is another"
    is "$(printf '%s\n' "$said" | grep -c '"text":"w\{5000\}"')" 1 "$host: a long wide text is whole"
    is "$(printf '%s\n' "$said" | grep -o '"text":"mm*' | wc -c | tr -d ' ')" $((65536 + 9)) "$host: 65536 bytes are kept"
    is "$(printf '%s\n' "$said" | grep -F '"debug"' | grep -cF "$cut")" 1 "$host: and that there was more is said"
}

# in_order HOST: what is printed stands before what is said behind it
in_order() {
    is "$(printf '%s\n' "$said" | sed -n '/printed, /,/one/s/.*"text":"\([^"]*\)".*/\1/p' | tr '\n' ' ')" \
        'printed,  told,  then said\n printed again\n one\n ' "$1: in the order in which it was printed and said"
}

build speaks.so speaks.c
says isolated notification speaks.so
like "$said" '"stream":"stdout",.*"text":"first\\n"' "isolated: a printed line is a record"
like "$said" '"stream":"stdout",.*"text":"second\\n"' "isolated: and the next another"
like "$said" '"text":"nul␀there\\n"' "isolated: a NUL does not end what is printed"
is "$(printf '%s\n' "$said" | grep -F stdout | grep -cF "$cut")" 1 "isolated: that more was printed than is kept is said"
in_order isolated
cp out whole.jsonl
run run --channel socket --dll ./speaks.so --format jsonl
is "$(cmp out whole.jsonl)" "" "isolated: over the socket as over the page"
says "one process" notification speaks.so --policy processes=one
says in-process notification speaks.so --host in-process
if has_wine; then
    build_windows speaks.dll speaks.c
    says Wine notification speaks.dll
    in_order Wine
    is "$(printf '%s\n' "$said" | grep -F stdout | grep -cF "$cut")" 1 "Wine: that more was printed than is kept is said"
else
    skip "what Windows DLLs say" "$why_not"
fi

# what people read names the DLL and the process
run run --dll ./speaks.so
like "$out" '^[0-9:.]* *[0-9.]*  *debug, [a-z]* process  *speaks.so  *"[^"]*[^n\\]"$' "the text transcript: who said it, and in which process"
run run --host in-process --dll ./speaks.so
like "$out" '^[0-9:.]* *[0-9.]*  *debug  *speaks.so  *"' "the text transcript: where there is one process, it is not named"

# a start that fails unloads what it has loaded, and hears it
build fails.so every.c -DINITIALIZE=5
for host in isolated in-process; do
    run run --host $host --dll ./speaks.so --dll ./fails.so --format jsonl
    like "$out" '"type":"output","stream":"debug","dll":"speaks.so","process":"[a-z]*","text":"detached\\n"' \
        "S6: $host: what DllMain says when the start has failed"
done

# what is as long as it may be is whole
for size in 65536 65537; do
    printf '%s\n' '#include <string.h>' '#include <windows.h>' "static char text[$size + 1];" \
        "__attribute__((constructor)) static void say(void) { memset(text, 'x', $size); OutputDebugStringA(text); }" \
        "#include \"$top_srcdir/tests/dlls/every.c\"" >long.c
    # shellcheck disable=SC2046  # one word a flag
    ${CC:-cc} -shared -fPIC long.c -o long.so -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" \
        $(pkg-config --cflags --libs mprapi) || exit 99
    run run --policy processes=one --dll ./long.so --format jsonl
    is "$(grep -c '"text":"x\{32000\}x\{32000\}' out) $(printf '%s' "$out" | grep -cF "$cut")" "1 $((size - 65536))" "$size bytes: that more was said is told only where it was"
done

# what is printed stands where it was printed, also by what does not return, and in the loading
printf '%s\n' '#include <stdio.h>' '#include <stdlib.h>' '__attribute__((constructor)) static void begin(void) { puts("loads"); }' \
    '__attribute__((destructor)) static void end(void) { puts("unloads"); }' '#define ANSWER (puts("works"), fflush(stdout), abort(), TRUE)' \
    "#include \"$top_srcdir/tests/dlls/every.c\"" >last.c
# shellcheck disable=SC2046  # one word a flag
${CC:-cc} -shared -fPIC last.c -o last.so -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" \
    $(pkg-config --cflags --libs mprapi) || exit 99
build every.so every.c
printf '%s\n' 'users: {alice: }' 'timeline: [{at: 1s, dial: alice}]' >once.yaml
if sanitized; then
    skip "what is printed before a crash" "a sanitizer sees to crashes itself"
else
    run run --policy processes=one --dll ./last.so --dll ./every.so --format jsonl once.yaml
    is "$(sed -n 's/.*"type":"\(service\|callout\|output\|finding\)".*"\(to\|callout\|text\|id\)":"\([^"]*\)"[,}].*/\3/p' out | sed -n '/^loads/,$p' | tr '\n' '|')" \
        "loads\\n|each DLL is initialized, in list order|NO_ERROR|NO_ERROR|callouts may arrive from now on|192.168.1.2, notify|did not return|SIGABRT ended the process of the DLL|works\\n|a callout ended the service's process|" \
        "what is printed stands where it was printed, or with what did not return"
fi

# a thread that waits for something to read holds its stream; nobody waits for the stream
printf '%s\n' '#include <pthread.h>' '#include <stdio.h>' '#include <unistd.h>' '#include <windows.h>' '#include <mprapi.h>' 'static int ends[2];' \
    'static void *listen_on(void *self) { FILE *from = fdopen(ends[0], "r"); (void)fgetc(from); return self; }' \
    '__attribute__((constructor)) static void begin(void) { pthread_t t; if (pipe(ends) == 0) pthread_create(&t, 0, listen_on, 0); sleep(1); }' \
    "#include \"$top_srcdir/tests/dlls/every.c\"" >listens.c
# shellcheck disable=SC2046  # one word a flag
${CC:-cc} -shared -fPIC listens.c -o listens.so -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" \
    $(pkg-config --cflags --libs mprapi) || exit 99
for host in isolated in-process; do
    run run --host $host --dll ./listens.so --format jsonl
    is "$status $(grep -c '"severity":"error"' out)" "0 0" "a thread that waits at a stream, $host: nothing hangs"
done

if has_wine; then
    printf '%s\n' '#include <fcntl.h>' '#include <io.h>' '#include <stdio.h>' '#include <windows.h>' '#include <mprapi.h>' 'static int ends[2];' \
        'static DWORD WINAPI listen_on(void *self) { FILE *from = _fdopen(ends[0], "r"); (void)fgetc(from); return self != 0; }' \
        '__attribute__((constructor)) static void begin(void) { if (_pipe(ends, 256, _O_BINARY) == 0) CreateThread(0, 0, listen_on, 0, 0, 0); }' \
        '#define OWN_ACCEPT' '#include "rest.h"' \
        '__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *a, RAS_CONNECTION_1 *b)' \
        '{ Sleep(500); printf("heard\n"); return a && b; }' >listens_windows.c
    # shellcheck disable=SC2086  # the compiler may be several words
    $MINGW_CC -O1 -shared -static-libgcc -I"$top_srcdir/api/mprapi" -I"$top_srcdir/tests/dlls" listens_windows.c -o listens.dll \
        -L"$top_builddir/api/mingw" -lmprapi || exit 99
    run run --dll ./listens.dll --format jsonl
    is "$status $(grep -c '"severity":"error"' out) $(grep -c '"text":"heard' out)" "0 0 1" "a thread that waits at a stream, Wine: nothing hangs"
else
    skip "a thread that waits at a stream, Wine: nothing hangs" "$why_not"
fi

# a DLL that changes the directory while it is loaded
printf '%s\n' '#include <unistd.h>' '__attribute__((constructor)) static void leave(void) { if (chdir("/")) _exit(1); }' \
    "#include \"$top_srcdir/tests/dlls/every.c\"" >leaves.c
# shellcheck disable=SC2046  # one word a flag
${CC:-cc} -shared -fPIC leaves.c -o leaves.so -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" \
    $(pkg-config --cflags --libs mprapi) || exit 99
build every.so every.c
for host in isolated in-process; do
    run run --host $host --dll ./leaves.so --dll ./every.so
    is "$status" 0 "S3: $host: the DLL behind one that changes the directory is found"
done
done_testing
