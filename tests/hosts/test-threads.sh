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

# acts HOST: what the DLL has said, of one run
acts() {
    "$rrasemu" run --timeout 120 --host "$1" --dll ./threads.so --format jsonl >"$1.jsonl" 2>err
    echo "$? $(sed -n 's/.*"type":"output".*"text":"\([^"]*\)".*/\1/p' "$1.jsonl" | tr '\n' ' ')"
}

# each act, and what it says: a word, and the milliseconds of virtual time since the callout began
while read -r HOW said; do
    export HOW
    for host in isolated in-process; do
        is "$(acts $host | sed 's/ *$//')" "$said" "E.serial: $HOW, $host: what happens, in order and in virtual time"
    done
    case $HOW in
    ticker) continue ;; # its thread is left behind, which in-process is not told
    spins) continue ;;  # who computes beside others does so as the machine has it
    esac
    cmp -s isolated.jsonl in-process.jsonl
    ok $? "E.serial: $HOW: the same bytes in both hosts"
    for again in 1 2 3; do
        "$rrasemu" run --timeout 120 --dll ./threads.so --format jsonl
    done 2>err | cat - isolated.jsonl isolated.jsonl isolated.jsonl | sort | uniq -c | awk '$1 != 6' >differs
    is "$(cat differs)" "" "E.serial: $HOW: and in three further runs"
done <<'END'
joins 0 begun@0 slept@20 joined@20
polls 0 seen@56
instant 0 t0@10 t1@10 t2@10 t3@10 t4@10 t5@10 t6@10 t7@10 t8@10
contends 0 0@1 0@2 0@3 1@5 1@7 1@9 2@12 2@15 2@18 3@22 3@26 3@30 4@35 4@40 4@45
pool 0 0:0@0 4:5@0 0:1@1 0:10@1 4:6@1 1:2@2 5:7@2 0:11@2 0:15@2 2:3@3 6:8@3 4:12@3 0:16@3 0:20@3 3:4@4 7:9@4 0:21@4 1:13@5 1:25@5 2:17@5 5:14@6 6:18@6 3:22@6 3:30@6 1:26@6 4:19@7 7:23@7 2:27@7 2:35@7 3:31@7 0:24@8 1:32@8 2:36@8 5:28@9 3:37@9 6:29@10 4:33@10 7:34@11 0:38@11 1:39@12
readers 0 read@10 read@20 read@30 write@30
limits 0 timeout@500 notified@700 timeout@710 7@730 timeout@751 locked@770
semaphores 0 late@4 late@8 got@10 late@14 late@18 got@20 late@24 late@28 got@30
cancels 0 cleaned@5 cancelled@5 cancelled@5 myself@5
ticker 0 10@10500
pipes 0 a@10 b@20 c@30
destructors 0 ends@0 destroyed@25 joined@25
windows 0 258@10 sets@30 0@30 258@30 0@60 5@60
thousand 0 1000@99
starves 0 stopped@12
unknown 0 slept@10 joined@10
disabled 0 slept@100 cancelled@100 many@600
forks 0 posted@1
burns 0 done computed\n
steps 0 polled@300
spins 0 clock@60 yielded@60 done
END

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
# ticks: what was said, printed, found, and when, in ms
ticks() {
    sed -n 's/.*"t_ns":\([0-9]*\)......,"type":"output".*"process":"\([a-z]\).*"text":"\([a-z]* [0-9]*\)\\n".*/\1:\2:\3/p
        s/.*"t_ns":\([0-9]*\)......,"type":"finding".*"id":"crash".*/\1:crash/p' | tr '\n' ' '
}
unset HOW
run run --dll ./ticks.so --format jsonl
is "$(ticks <out)" "1142:n:tick 1 7000:a:tick 1 14000:a:tick 2 14000:n:tick 2 21000:a:printed 3 21000:a:tick 3 21000:n:printed 3 21000:n:tick 3 28000:a:tick 4 28000:n:tick 4 35000:a:tick 5 35000:n:tick 5 42000:a:printed 6 42000:a:tick 6 42000:n:printed 6 42000:n:tick 6 49000:a:tick 7 49000:n:tick 7 56000:a:tick 8 56000:n:tick 8 " \
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
cat >hour.yaml <<'Y'
users: {alice: }
timeline: [{at: 10s, dial: alice, as: a}, {at: 1h, hangup: a}]
Y
HOW=often
export HOW
run run --timeout 60 --policy processes=one --dll ./ticks.so hour.yaml
is "$status" 0 "E.serial: a thread that wakes every ms, for an hour: it does not hang"
HOW=restless
for host in isolated in-process; do
    run run --timeout 60 --host $host --policy processes=one --dll ./ticks.so --format jsonl
    is "$status $(ticks <out)" "0 21735:b:tick 20 " "E.serial: a thread that waits for no time again and again, $host: time passes for it"
done
HOW=crash
run run --policy processes=one --dll ./ticks.so --format jsonl
like "$(ticks <out)" '14000:.:tick 2 20000:crash ' "Q32: a thread that crashes between two callouts: it is told when it does"
like "$out" '"t_ns":20000000000,"type":"service".*"to":"stopped"' "Q32: and the service ends with its process"
like "$(grep '"id":"crash"' out)" '"dll":"ticks.so"' "Q32: and whose thread it is"
unlike "$(grep '"id":"crash"' out)" '"callout"' "Q32: and no callout is blamed"

done_testing
