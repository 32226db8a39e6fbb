#!/bin/sh
# Calls of the run-time library that make no sense, and what is left of its objects: told with the call and its place,
# of the right DLL, in every host.
. "$(dirname "$0")/../cli/common.sh"

build misuse.so misuse.c -g
build good.so every.c
cat >scenario.yaml <<'EOF'
users: {alice: }
timeline:
  - {dial: alice, as: first}
  - {at: 5s, hangup: first}
EOF

# findings HOST FIRST SECOND: the ids and messages of a run, `|` between them
findings() {
    "$rrasemu" run --host "$1" --dll "./$2" --dll "./$3" --format jsonl scenario.yaml 2>/dev/null |
        sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*"dll":"\([^"]*\)".*"message":"\([^;"]*\).*/\1 \2 \3/p' |
        sed 's/0x[0-9a-f]*/N/' | tr '\n' '|'
}

# HOW, what is found, and `-` where it cannot be seen under Wine
rows='write-to-closed:closed-file misuse. fwprintf: the stream was closed before|
write-to-all-closed:closed-file misuse. fwprintf: the stream was closed before|
bytes-to-closed:closed-file misuse. fputs: the stream was closed before|
close-twice:closed-file misuse. fclose: the stream was closed before|
write-to-null:closed-file misuse. fputws: the stream is NULL|
fine-stream:
set-closed:closed-handle misuse. SetEvent: the handle N is not open|
close-handle-twice:closed-handle misuse. CloseHandle: the handle N is not open|
write-to-no-file:closed-handle misuse. WriteFile: INVALID_HANDLE_VALUE is not open|
write-to-no-handle:closed-handle misuse. WriteFile: NULL is not open|
wait-for-closed:closed-handle misuse. WaitForSingleObject: the handle N is not open|
real-clock:real-clock misuse. REALCLOCK: goes by the machine'\''s clock, not by virtual time: when that comes differs from run to run|
close-key-twice:closed-handle misuse. the registry: the key N is not open|
unknown-conversion:bad-format misuse. sprintf: %y is no conversion|:-
unknown-wide-conversion:bad-format misuse. wsprintfW: %6 is no conversion|
wrong-size:wrong-size misuse. StringCchPrintfW: the buffer has 120 bytes, and its size is given as 240|:-
wrong-byte-size:wrong-size misuse. StringCbCopyW: the buffer has 20 bytes, and its size is given as 21|:-
right-size:'

# clock_call HOST: what goes by the machine's clock there
clock_call() {
    case $1 in wine) echo SetTimer ;; *) echo timerfd_settime ;; esac
}

# in_host HOST SUFFIX: every row, the DLL in front and behind
in_host() {
    while IFS= read -r row; do
        HOW=${row%%:*} AT=ACCEPT
        expected=${row#*:} suffix=$2
        if [ "$1" = wine ] && [ "${row%:-}" != "$row" ]; then
            continue # the DLL brings these functions itself
        fi
        if [ "$HOW" = real-clock ] && [ "$1" != wine ] && sanitized; then
            skip "$HOW in $1" "a sanitizer has these functions itself"
            continue
        fi
        expected=$(printf '%s' "${expected%:-}" | sed "s/misuse\\./misuse.$suffix/; s/REALCLOCK/$(clock_call "$1")/")
        export HOW AT
        is "$(findings "$1" "misuse.$suffix" "good.$suffix")" "$expected" "$HOW in $1"
    done <<EOF
$rows
EOF
    HOW=set-closed AT=LINK
    is "$(findings "$1" "good.$2" "misuse.$2")" "closed-handle misuse.$2 SetEvent: the handle N is not open|" "a link, the second DLL, in $1"
    HOW=write-to-closed AT=HANGUP
    is "$(findings "$1" "misuse.$2" "good.$2")" "closed-file misuse.$2 fwprintf: the stream was closed before|" "a hang-up in $1"
    AT=INIT
    is "$(findings "$1" "good.$2" "misuse.$2" | tr '|' '\n' | sort -u)" "closed-file misuse.$2 fwprintf: the stream was closed before" \
        "the second DLL's initialization in $1"
}

in_host in-process so
in_host isolated so

HOW=write-to-closed AT=ACCEPT
run run --dll ./misuse.so --report report scenario.yaml
is "$status" 1 "a closed stream is an error"
is "$(head -n 1 report)" "error: closed-file" "a finding without a rule names none in the report"
like "$(cat report)" 'write_to_closed (misuse.c:[0-9]*)' "and its place is told"
HOW=set-closed
run run --dll ./misuse.so scenario.yaml
is "$status" 0 "a closed handle is a warning"

# what is left; B1.terminate
for host in in-process isolated; do
    for HOW in keep-event keep-key; do
        is "$(findings $host misuse.so good.so)" "leftover-handle misuse.so has left handles of events, threads or registry keys open|" \
            "B1.terminate: $host: $HOW"
        is "$(findings $host good.so misuse.so)" "leftover-handle misuse.so has left handles of events, threads or registry keys open|" \
            "B1.terminate: $host: $HOW, the second DLL"
    done
    HOW=begin-suspended left='leftover-thread misuse.so has left threads running|'
    [ $host = isolated ] || left='' # in-process, a thread may be another's
    is "$(findings $host misuse.so good.so)" "$left" "B1.terminate: $host: $HOW, and no hang"
done

# static objects of C++ end with the DLL, though the loader here keeps most of what C++ makes, and begin anew
cat >again.yaml <<'EOF'
users: {alice: }
timeline:
  - {after: 1s, dial: alice}
  - {after: 1s, restart: service}
  - {after: 1s, dial: alice}
EOF
# objects NAME HOST DLL: what a run says of them
objects() {
    "$rrasemu" run --timeout 60 --host "$2" --policy processes=one --dll "./$3" --format jsonl again.yaml >objects.jsonl 2>err
    is "$(sed -n 's/.*"stream":"debug".*"text":"\(.*\)\\n"[,}].*/\1/p' objects.jsonl | tr '\n' ' ')" "1 destroyed 1 destroyed " \
        "B1.terminate: $1: static objects end with the DLL"
    is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*/\1/p' objects.jsonl)" "" "B1.terminate: $1: and are no leak"
}
for compiler in ${CXX:-c++} clang++; do
    if ! command -v ${compiler%% *} >/dev/null; then
        skip "static objects, $compiler" "$compiler is not installed"
        continue
    fi
    # shellcheck disable=SC2046,SC2086  # words; as an author builds it, with all of C++'s symbols exported
    $compiler -std=c++17 -shared -fPIC "$top_srcdir/tests/dlls/static.cpp" -o static.so $(pkg-config --cflags --libs mprapi) || exit 99
    objects "${compiler%% *}, isolated" isolated static.so
    sanitized || objects "${compiler%% *}, in-process" in-process static.so
done

if ! has_wine; then
    skip "the same under Wine" "$why_not"
    done_testing
    exit
fi
build_windows misuse.dll misuse.c
build_windows good.dll every.c
in_host wine dll
for HOW in keep-event keep-key; do
    is "$(findings wine good.dll misuse.dll)" "leftover-handle misuse.dll has left handles of events, threads or registry keys open|" \
        "B1.terminate: $HOW under Wine"
done
HOW=begin-suspended
is "$(findings wine misuse.dll good.dll)" "leftover-thread misuse.dll has left threads running|" "B1.terminate: $HOW under Wine, and no hang"

# what the run-time library of C++ keeps is not the DLL's fault
cxx=${MINGW_CC%gcc}g++-posix
if command -v "$cxx" >/dev/null; then
    $cxx -O1 -shared -static -I"$top_srcdir/api/mprapi" "$top_srcdir/tests/dlls/cxx_threads.cpp" -o cxx.dll \
        -L"$top_builddir/api/mingw" -lmprapi || exit 99
    is "$(findings wine cxx.dll good.dll)" "" "B1.terminate: what the C++ run-time library keeps is no leak"
    LEAK=1
    export LEAK
    is "$(findings wine cxx.dll good.dll)" "leak cxx.dll 1 block of memory, 40 bytes, in the notification process were not freed when the DLL was unloaded|leftover-handle cxx.dll has left handles of events, threads or registry keys open|" \
        "B1.terminate: what the DLL itself keeps is"
else
    skip "C++ with threads under Wine" "$cxx is not installed"
fi

done_testing
