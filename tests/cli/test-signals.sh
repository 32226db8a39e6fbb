#!/bin/sh
# Who ends a run from outside loses nothing of its transcript, and no DLL is blamed for it.
. "$(dirname "$0")/common.sh"

build fine.so every.c
build hang.so hostile.c -DBAD_HANG

# a limit of file sizes, as of a full disk: whole lines, and one of what is wrong
(unset RRASEMU_COVERAGE; ulimit -f 8 && "$rrasemu" run --host in-process --format jsonl --dll ./fine.so -o limited >out 2>err)
is "$? $(cat err)" "4 rrasemu: limited: could not be written to the end: File too large" \
    "a file that grows too large: exit status 4, and one line that says so"
is "$(tail -n 1 limited | tail -c 2 | od -An -c | tr -d ' ')" '}\n' "and its last line is whole"

# the same of each other file that a run writes
{
    printf '%s\n' 'users: {alice: }' 'timeline:' '  - {at: 1s, dial: alice}'
    for second in $(seq 2 40); do echo "  - {at: ${second}s, hangup: alice}"; done # each but the first is a finding
} >ignored.yaml
for row in 'run -o' 'run --report' 'test --junit'; do
    # shellcheck disable=SC2086  # words
    said=$(unset RRASEMU_COVERAGE; ulimit -f 1 && "$rrasemu" $row file --host in-process --dll ./fine.so ignored.yaml 2>&1 >/dev/null; echo "$?")
    is "$said" "rrasemu: file: could not be written to the end: File too large
4" "$row: a file that grows too large: the same"
done

# a registry that grows too large stays as it was
build much.so much.c
for host in in-process isolated; do
    said=$(unset RRASEMU_COVERAGE; ulimit -f 300 && "$rrasemu" run --host $host --sandbox s.$host --dll ./much.so ignored.yaml 2>/dev/null)
    like "$said" '"answer 1013"' "$host: a value that there is no room for: ERROR_CANTWRITE"
    is "$(cd s.$host && find . -type f)" "./registry.reg" "$host: and half a registry is not left behind"
done

# a run that lasts; the first step has a record, and then nothing happens for long
cat >long.yaml <<'EOF'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 1h, hangup: alice}]
EOF

# ended SIGNAL...: what the run said at its end when it was sent them at once
ended() {
    sent=$*
    [ $# -le 3 ] || sent="$1 and $(($# - 1)) more"
    rm -f long.jsonl
    env --default-signal="$1" "$rrasemu" run --host "$host" --pace 1x --format jsonl -o long.jsonl --dll ./fine.so long.yaml >out 2>err &
    running=$!
    for _ in $(seq 100); do # until it waits for its client
        ! grep -q '"to":"ACTIVE"' long.jsonl 2>/dev/null || break
        sleep 0.2
    done
    for signal in "$@"; do kill -s "$signal" $running; done 2>kill.err
    status=0
    wait $running || status=$?
    is "$status $(tail -n 1 long.jsonl | grep -c '"type":"summary"')" "1 1" "$sent, $host: exit status 1, and the transcript has its end"
    is "$(grep -c '"to":"CLOSED"' long.jsonl)" 1 "$sent, $host: after the service has stopped in order"
    is "$(cat err)" "rrasemu: the run was interrupted; the service was stopped" "$sent, $host: one line"
}

if env --default-signal=INT true 2>/dev/null; then # what a shell begins in the background would not heed it
    for host in in-process isolated; do
        ended HUP
        ended TERM
        ended INT INT
        ended TERM HUP INT
        # shellcheck disable=SC2046  # one word a signal; the last ones come when the service has stopped
        ended $(yes TERM | head -n 4000)
    done
    env --ignore-signal=HUP "$rrasemu" run --host in-process --pace 1x --format jsonl -o kept.jsonl --dll ./fine.so long.yaml >out 2>err &
    running=$!
    sleep 1
    kill -HUP $running
    sleep 1
    kill -0 $running
    ok $? "HUP under nohup: the run goes on"
    kill -TERM $running
    wait $running
else
    skip "signals" "env cannot give a command its signals back"
fi

"$rrasemu" run --host in-process --timeout 0 --dll ./hang.so >hang.out 2>&1 &
hanging=$!
sleep 1
for _ in 1 2 3 4 5; do # two within a second count as one
    kill -TERM $hanging 2>/dev/null
    sleep 2
done
kill -KILL $hanging 2>/dev/null
wait $hanging
[ $? = 143 ]
ok $? "a callout that hangs: a second signal ends the process"

# the ^C of a terminal; what a shell begins in the background would not heed it
if env --default-signal=INT true 2>/dev/null; then
    env --default-signal=INT "$rrasemu" run --host in-process --timeout 60 --format jsonl -o hung.jsonl --dll ./hang.so >hang.out 2>&1 &
    hanging=$!
    for _ in 1 2 3 4 5 6 7 8 9 10; do # until the callout hangs
        ! grep -q '"to":"ASKCONN"' hung.jsonl 2>/dev/null || break
        sleep 1
    done
    kill -INT $hanging
    sleep 2
    kill -0 $hanging 2>/dev/null
    ok $? "a callout that hangs: the first ^C waits for it"
    kill -INT $hanging
    sleep 2
    kill -KILL $hanging 2>/dev/null
    wait $hanging
    is "$?" 130 "a callout that hangs: the second ^C ends the process"
    is "$(cat hang.out)" "" "a callout that hangs: and is not laid on the DLL"
else
    skip "a callout that hangs: the second ^C ends the process" "env cannot give a command its signals back"
fi


done_testing
