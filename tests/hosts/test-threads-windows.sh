#!/bin/sh
# Threads of Windows DLLs live in virtual time, one at a time, as those of native ones do: by the same schedule, in the worker.
. "$(dirname "$0")/../cli/common.sh"

if ! has_wine; then
    skip "threads of Windows DLLs in virtual time" "$why_not"
    done_testing
    exit
fi

# acts DLL: what it has said, of one run
acts() {
    "$rrasemu" run --timeout 900 --dll "./$1" --format jsonl >first.jsonl 2>err
    echo "$? $(sed -n 's/.*"type":"output".*"text":"\([^"]*\)".*/\1/p' first.jsonl | tr '\n' ' ' | sed 's/ *$//')"
}

# all_acts DLL TABLE: each act, what it says, and that a further run is the same
all_acts() {
    while read -r HOW said; do
        export HOW
        is "$(acts "$1")" "$said" "E.serial: $HOW, Wine: what happens, in order and in virtual time"
        is "$(grep '"id":"real-clock"' first.jsonl)" "" "E.serial: $HOW, Wine: nothing goes by the machine's clock"
        "$rrasemu" run --timeout 900 --dll "./$1" --format jsonl >again.jsonl 2>err
        is "$(diff first.jsonl again.jsonl | cut -c1-400 | head -n 6)" "" "E.serial: $HOW, Wine: the same bytes again"
    done <"$2"
}

build_windows windows.dll windows_threads.c -lsynchronization -lwinmm
sed -n 's/^all //p; s/^wine //p' "$top_srcdir/tests/hosts/windows_threads.txt" >windows.txt
all_acts windows.dll windows.txt

build_windows objects.dll windows_objects.c
cat >objects.txt <<'END'
few-rights 0 0@10 1@20 joined@100 1@110 joined@110
no-rights 0 5@0 5@0 joined@50
suspend-limit 0 127@0 156@0
remote 0 joined@20
in-turn 0 a@1 b@2 c@3 a@4 b@5 c@6 a@7 b@8 c@9
pulse-before 0 258@50
herd 0 traded@1 joined@1
other-handles 0 0@5 0@15
timers 0 0@0 1@95 0@105 258@155
END
all_acts objects.dll objects.txt

build_windows outside.dll windows_outside.c -lws2_32
cat >outside.txt <<'END'
processes 0 0@0 3@0 0@0 4@0 0@0 5@0 0@0
process-pipe 0 hi@0 0@0 0@0
full-pipe 0 20000@210
named-pipe 0 ping@20 pong@30
file-lock 0 unlocks@20 locked@20
sockets 0 accepted@10 5@20 5@30 5@40 3@50 0@50
messages 0 1@10
END
all_acts outside.dll outside.txt
if command -v python3 >/dev/null; then
    python3 "$top_srcdir/tests/hosts/slow_server.py" port &
    while [ ! -s port ]; do sleep 0.1; done
    PORT=$(cat port)
    export PORT
    echo "slow-answer 0 2@0" >slow.txt
    all_acts outside.dll slow.txt
    wait
else
    skip "an answer of somebody outside, after 0.7 s" "python3 is not installed"
fi

cxx=${MINGW_CC%gcc}g++-posix
if ! command -v "$cxx" >/dev/null; then
    skip "threads of C++ under Wine" "$cxx is not installed"
    done_testing
    exit
fi
# build_cxx NAME: that of tests/dlls
build_cxx() {
    "$cxx" -std=c++17 -O1 -g -shared -static -I"$top_srcdir/api/mprapi" "$top_srcdir/tests/dlls/$1.cpp" -o "$1.dll" \
        -L"$top_builddir/api/mingw" -lmprapi || exit 99
}
build_cxx threads
sed -n 's/^all //p; s/^wine //p' "$top_srcdir/tests/hosts/threads.txt" >threads.acts
all_acts threads.dll threads.acts

# hangs ACT LIMIT WORDS: as natively; a mutex of this library is an event
hangs() {
    HOW=$1
    begin=$(date +%s)
    run run --timeout "$2" --dll ./threads.dll --format jsonl
    is "$status" 1 "Q32: $1, Wine: an error"
    ok "$([ $(($(date +%s) - begin)) -lt 200 ]; echo $?)" "Q32: $1, Wine: at once"
    like "$out" "\"id\":\"hang\".*\"message\":\"$3, and the callout has not returned\".*threads.cpp" "Q32: $1, Wine: who waits for what, and where"
}
hangs deadlock 300 "every thread waits for ever (the callout in WaitForSingleObject, one of the DLL's in WaitForSingleObject)"
hangs itself 300 "every thread waits for ever (the callout in WaitForSingleObject)"
hangs event 300 "every thread waits for ever (the callout in WaitForSingleObject)"
hangs computes 2 "the time limit of 2.000 s passed while a thread of the DLL computes (--timeout limits real work)"

build_cxx ticks
HOW=ticks
run run --dll ./ticks.dll --format jsonl
is "$(ticks <out)" "$ticks_isolated" "E.serial: a thread between callouts, Wine: each process has its own, and what they say has its time"
cp out ticks.jsonl
run run --dll ./ticks.dll --format jsonl
cmp -s out ticks.jsonl
ok $? "E.serial: a thread between callouts, Wine: the same bytes again"
HOW=restless
run run --timeout 60 --policy processes=one --dll ./ticks.dll --format jsonl
is "$status $(ticks <out)" "0 21985:b:tick 20 " "E.serial: a thread that waits for no time again and again, Wine: time passes for it"
HOW=crash
run run --policy processes=one --dll ./ticks.dll --format jsonl
like "$(ticks <out)" '14000:.:tick 2 20000:crash ' "Q32: a thread that crashes between two callouts, Wine: it is told when it does"
unlike "$(grep '"id":"crash"' out)" '"callout"' "Q32: and no callout is blamed"

done_testing
