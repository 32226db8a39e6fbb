#!/bin/sh
# The clock inside callouts is the virtual one, and who sleeps keeps its group waiting (E.serial, E.group).
. "$(dirname "$0")/../cli/common.sh"

build clock.so clock.c
cat >hours.yaml <<'Y'
start: 2026-01-05T16:59:00Z
users: {alice: , bob: }
timeline:
  - {at: 10s, dial: alice}
  - {at: 5m, dial: bob}
expect:
  - {connection: alice, accepted: "yes"}
  - {connection: bob, accepted: "no"}
  - {connection: bob, ending: refused by a callout}
Y
cat >sleep.yaml <<'Y'
users: {sleeper: , alice: , bob: , hasty: }
timeline:
  - {at: 1s, dial: sleeper, tunnel: PPTP}
  - {at: 1s, dial: alice, tunnel: PPTP}
  - {at: 1s, dial: hasty, tunnel: PPTP}
  - {at: 1200ms, cut: hasty}          # while its question waits
  - {at: 10s, dial: bob, tunnel: PPTP}
  - {at: 20s, hangup: alice}
expect:
  - {connection: sleeper, accepted: "yes"}
  - {connection: alice, calls: GA AC AL RA LH CH}
  - {connection: hasty, calls: GA RA}
  - {connection: hasty, ending: the line was lost}
  - {findings: none}
Y
# at CALLOUT CONNECTION: milliseconds since the start at which it was called
at() {
    sed -n "s/.*\"t_ns\":\([0-9]*\)......,\"type\":\"callout\".*\"connection\":$2,.*\"callout\":\"$1\".*/\1/p" out
}

for host in isolated in-process; do
    run test --host $host --dll ./clock.so hours.yaml sleep.yaml
    is "$status" 0 "$host: what is expected of both scenarios"
    [ "$status" = 0 ] || sed 's/^/# /' out
    begin=$(date +%s)
    run run --host $host --dll ./clock.so --format jsonl sleep.yaml
    ok "$([ $(($(date +%s) - begin)) -le 3 ]; echo $?)" "$host: Sleep takes no real time"
    cp out "$host.jsonl"
    gets="$(at MprAdminGetIpAddressForUser 1) $(at MprAdminGetIpAddressForUser 2)"
    # shellcheck disable=SC2086  # two words
    set -- $gets
    ok "$([ $(($2 - $1)) -ge 500 ]; echo $?)" "E.group: $host: an address callout waits for the one that sleeps ($gets)"
    asked=$(at MprAdminAcceptNewConnection 1)
    link=$(at MprAdminAcceptNewLink 1)
    is $((link - asked)) 2000 "E.serial: $host: what follows a callout that slept comes later by that"
    other=$(at MprAdminAcceptNewConnection 2)
    ok "$([ "$other" -ge $((asked + 2000)) ]; echo $?)" "E.group: $host: the other group waits for its own sleeper ($asked, $other)"
done
for host in isolated in-process; do
    is "$(grep -c '"stream":"debug",.*"text":"alice"[,}]' $host.jsonl)" 1 "OutputDebugString: $host: a record in the stream debug"
    like "$(cat $host.jsonl)" '"stream":"debug",.*"text":"ü中😀�"[,}]' "OutputDebugString: $host: in UTF-8"
    like "$(cat $host.jsonl)" '"stream":"debug",.*"text":"\\tnarrow\\n"[,}]' "OutputDebugString: $host: narrow too"
done
ok "$(cmp in-process.jsonl isolated.jsonl >&2; echo $?)" "the same bytes in both hosts"
build waits.so waits.c
cat >waits.yaml <<'Y'
users: {event: , thread: , several: , mutex: }
timeline:
  - {at: 1s, dial: event}
  - {at: 10s, dial: thread}
  - {at: 20s, dial: several}
  - {at: 30s, dial: mutex}
expect:
  - {connection: event, accepted: "yes"}
  - {connection: thread, accepted: "yes"}
  - {connection: several, accepted: "yes"}
  - {connection: mutex, accepted: "yes"}
  - {findings: none}
Y
for host in isolated in-process; do
    run test --host $host --dll ./waits.so waits.yaml
    is "$status $(grep -c '^ok' out)" "0 5" "waits with a time-out, $host: what they find, and the virtual time they take"
    [ "$status" = 0 ] || sed 's/^/# /' out
    "$rrasemu" run --host $host --dll ./waits.so --format jsonl waits.yaml >waits.$host
    is "$(sed -n 's/.*"t_ns":\([0-9]*\)......,"type":"callout".*"connection":1,.*"callout":"MprAdminAccept.*/\1/p' waits.$host | tr '\n' ' ')" \
        "1142 3142 " "E.serial: $host: a wait that ran out holds up what follows"
done
cmp waits.isolated waits.in-process
ok $? "waits with a time-out: the same bytes in both hosts"

run test --dll "$top_builddir/examples/officehours.so" "$top_srcdir/examples/officehours/scenario.yaml"
is "$status $(grep -c '^ok' out)" "0 6" "the example officehours: a week of the virtual calendar"
run run --dll ./clock.so sleep.yaml
like "$out" 'MprAdminAcceptNewConnection .*TRUE, slept 2.000 s' "E.group: the transcript shows who slept"
like "$out" 'MprAdminAcceptNewConnection .*TRUE, waited [01].[0-9]* s' "E.group: and who waited"

# every clock of C, C++ and POSIX, and every way to sleep
if sanitized; then
    skip "clocks of C++ and POSIX" "a sanitizer has these functions itself"
else
    # shellcheck disable=SC2046  # one word a flag
    ${CXX:-c++} -shared -fPIC "$top_srcdir/tests/dlls/clocks.cpp" -o clocks.so \
        -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi) || exit 99
    cat >said <<'END'
since it was loaded: 1142 ms, 08:00:01, clocks agree: 1
sleep_for: 250 ms, 08:00:01, clocks agree: 1
condition_variable::wait_for: 500 ms, 08:00:01, clocks agree: 1
condition_variable::wait_until: 750 ms, 08:00:01, clocks agree: 1
future::wait_for: 1000 ms, 08:00:02, clocks agree: 1
sem_timedwait, 1 s: 2000 ms, 08:00:03, clocks agree: 1
usleep and select: 2500 ms, 08:00:03, clocks agree: 1
sleep, 2 s: 4500 ms, 08:00:05, clocks agree: 1
since it was loaded: 60000 ms, 08:01:00, clocks agree: 1
END
    for host in isolated in-process; do
        TZ=America/New_York run run --host $host --dll ./clocks.so --format jsonl
        is "$(sed -n 's/.*"type":"output".*"text":"\([^"]*\)\\n".*/\1/p' out)" "$(cat said)" "clocks and sleeping of C++ and POSIX, $host"
        like "$out" '"t_ns":5642000000,"type":"state","rule":"C3.7"' "clocks and sleeping of C++ and POSIX, $host: the callout has slept"
    done
fi
# threads of a DLL, which its callouts wait for
cat >threads <<'END'
the thread's answer: 7
after: 20
after: 50
after: 60
END
# waits NAME ARGUMENT...
waits() {
    name=$1
    shift
    run run "$@" --format jsonl
    is "$status $(sed -n 's/.*"type":"output".*"text":"\([^"]*\)\\n".*/\1/p' out)" "0 $(cat threads)" "$name: a callout that waits for its thread, and for the clock"
    like "$out" '"callout":"MprAdminTerminateDll".*"result":0' "$name: and one that waits for a thread that sleeps"
}
if sanitized; then
    skip "threads that sleep" "a sanitizer has these functions itself"
else
    # shellcheck disable=SC2046  # one word a flag
    ${CXX:-c++} -shared -fPIC -pthread "$top_srcdir/tests/dlls/flusher.cpp" -o flusher.so \
        -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi) || exit 99
    waits isolated --dll ./flusher.so
    waits in-process --host in-process --dll ./flusher.so
fi
if has_wine && ${MINGW_CC%gcc}g++-posix --version >/dev/null 2>&1; then
    ${MINGW_CC%gcc}g++-posix -O1 -shared -static -I"$top_srcdir/api/mprapi" "$top_srcdir/tests/dlls/clocks.cpp" -o clocks.dll \
        -L"$top_builddir/api/mingw" -lmprapi || exit 99
    TZ=America/New_York run run --dll ./clocks.dll --format jsonl
    is "$(sed -n 's/.*"type":"output".*"text":"\([^"]*\)\\n".*/\1/p' out)" "$(sed '/^sem\|^usleep\|^sleep,/d' said)" "clocks and sleeping of C++, Wine"
    ${MINGW_CC%gcc}g++-posix -O1 -shared -static -I"$top_srcdir/api/mprapi" "$top_srcdir/tests/dlls/flusher.cpp" -o flusher.dll \
        -L"$top_builddir/api/mingw" -lmprapi || exit 99
    waits Wine --dll ./flusher.dll
else
    skip "clocks and sleeping of C++, Wine" "${why_not:-g++-posix of mingw-w64 is not installed}"
fi

done_testing
