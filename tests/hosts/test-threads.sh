#!/bin/sh
# Threads of DLLs live in virtual time, one at a time: what they do, in which order and when, is the same in every run.
. "$(dirname "$0")/../cli/common.sh"

if sanitized; then
    skip "threads of DLLs in virtual time" "a sanitizer has these functions itself"
    done_testing
    exit
fi
# shellcheck disable=SC2046  # one word a flag
${CXX:-c++} -std=c++17 -g -shared -fPIC -pthread "$top_srcdir/tests/dlls/threads.cpp" -o threads.so \
    -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi) || exit 99

build windows.so windows_threads.c -g -pthread

# acts HOST DLL: what the DLL has said, of one run
# Real time is limited so that nothing hangs for ever; on a busy machine a thousand threads take turns for minutes.
acts() {
    "$rrasemu" run --timeout 900 --host "$1" --dll "./$2" --format jsonl >"$1.jsonl" 2>err
    echo "$? $(sed -n 's/.*"type":"output".*"text":"\([^"]*\)".*/\1/p' "$1.jsonl" | tr '\n' ' ')"
}

# all_acts DLL TABLE: each act in both hosts, and in further runs
all_acts() {
    sed -n 's/^all //p; s/^native //p' "$top_srcdir/tests/hosts/$2" >acts
    while read -r HOW said; do
        export HOW
        for host in isolated in-process; do
            is "$(acts $host "$1" | sed 's/ *$//')" "$said" "E.serial: $HOW, $host: what happens, in order and in virtual time"
        done
        case $HOW in
        ticker) continue ;; # its thread is left behind, which in-process is not told
        spins) continue ;;  # who computes beside others does so as the machine has it
        esac
        cmp -s isolated.jsonl in-process.jsonl
        ok $? "E.serial: $HOW: the same bytes in both hosts"
        for again in 1 2 3; do
            "$rrasemu" run --timeout 900 --dll "./$1" --format jsonl
        done 2>err | cat - isolated.jsonl isolated.jsonl isolated.jsonl | sort | uniq -c | awk '$1 != 6' >differs
        is "$(cat differs)" "" "E.serial: $HOW: and in three further runs"
    done <acts
}
all_acts threads.so threads.txt
all_acts windows.so windows_threads.txt

# nothing can wake them: that is known at once, and who waits for what; and who computes is stopped by the time limit
# hangs ACT LIMIT WORDS PLACE
hangs() {
    HOW=$1
    for host in isolated in-process; do
        begin=$(date +%s)
        run run --host $host --timeout "$2" --dll ./threads.so --format jsonl
        is "$status" 1 "Q32: $1, $host: an error"
        ok "$([ $(($(date +%s) - begin)) -lt 200 ]; echo $?)" "Q32: $1, $host: at once"
        like "$out" "\"id\":\"hang\".*\"message\":\"$3, and the callout has not returned\".*$4" "Q32: $1, $host: who waits for what, and where"
    done
}
hangs deadlock 300 "every thread waits for ever (the callout in pthread_mutex_lock, one of the DLL's in pthread_mutex_lock)" threads.cpp
hangs itself 300 "every thread waits for ever (the callout in pthread_mutex_lock)" threads.cpp
hangs event 300 "every thread waits for ever (the callout in WaitForSingleObject)" threads.cpp
hangs computes 2 "the time limit of 2.000 s passed while a thread of the DLL computes (--timeout limits real work)" threads.cpp

# between callouts they run when the server's time has come to where they wake
# shellcheck disable=SC2046  # one word a flag
${CXX:-c++} -std=c++17 -g -shared -fPIC -pthread "$top_srcdir/tests/dlls/ticks.cpp" -o ticks.so \
    -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi) || exit 99
unset HOW
run run --dll ./ticks.so --format jsonl
is "$(ticks <out)" "$ticks_isolated" \
    "E.serial: a thread between callouts, isolated: each process has its own, and what they say has its time"
like "$out" '"t_ns":21000000000,"type":"finding".*"id":"stdio-output"' "B0.output: a thread that prints is told, when it does"
cp out first.jsonl
run run --dll ./ticks.so --format jsonl
cmp -s out first.jsonl
ok $? "E.serial: a thread between callouts: the same bytes again"
run run --from first.jsonl --dll ./ticks.so --format jsonl
is "$status" 0 "E.serial: a thread between callouts: the run is repeated from its transcript"
run run --policy processes=one --dll ./ticks.so --format jsonl
cp out one.jsonl
run run --host in-process --dll ./ticks.so --format jsonl
is "$(ticks <out)" "$(ticks <one.jsonl | sed 's/[0-9]*:.:printed [0-9]* //g')" "E.serial: a thread between callouts, in-process: at the same times as in one process of its own"
cat >minutes.yaml <<'Y'
users: {alice: }
timeline: [{at: 10s, dial: alice, as: a}, {at: 6m, hangup: a}]
Y
HOW=often
export HOW
run run --timeout 60 --policy processes=one --dll ./ticks.so minutes.yaml
is "$status" 0 "E.serial: a thread that wakes every ms, for minutes: it does not hang"
HOW=restless
for host in isolated in-process; do
    run run --timeout 60 --host $host --policy processes=one --dll ./ticks.so --format jsonl
    is "$status $(ticks <out)" "0 21985:b:tick 20 " "E.serial: a thread that waits for no time again and again, $host: time passes for it"
done
HOW=crash
run run --policy processes=one --dll ./ticks.so --format jsonl
like "$(ticks <out)" '14000:.:tick 2 20000:crash ' "Q32: a thread that crashes between two callouts: it is told when it does"
like "$out" '"t_ns":20000000000,"type":"service".*"to":"stopped"' "Q32: and the service ends with its process"
like "$(grep '"id":"crash"' out)" '"dll":"ticks.so"' "Q32: and whose thread it is"
unlike "$(grep '"id":"crash"' out)" '"callout"' "Q32: and no callout is blamed"

done_testing
