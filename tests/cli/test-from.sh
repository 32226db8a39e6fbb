#!/bin/sh
# A transcript holds its own scenario: --from repeats it byte for byte, and says where a run departs.
. "$(dirname "$0")/common.sh"

build script4.so script.c -DGENERATION=4
build other.so every.c
scenarios=$top_srcdir/tests/conformance/scenarios

# repeats HOST DLL NAME [ARGUMENT]...
repeats() {
    host=$1 dll=$2 name=$3
    shift 3
    run run --host "$host" --dll "$dll" --format jsonl -o a.jsonl "$@"
    before="$status $err"
    run run --host "$host" --dll "$dll" --format jsonl -o b.jsonl --from a.jsonl
    is "$status $err" "$before" "$name, $host: the same status and message"
    ok "$(cmp a.jsonl b.jsonl >&2; echo $?)" "$name, $host: the same bytes"
}

for scenario in "$scenarios"/*.yaml; do
    for host in in-process isolated; do
        repeats $host ./script4.so "$(basename "$scenario")" "$scenario"
    done
done
repeats in-process ./script4.so "the built-in scenario"
repeats in-process ./script4.so "options of the command line" --seed 9 --os 2012 --start 2030-01-01T00:00:00Z \
    --policy release-time=last "$scenarios/crowd.yaml"
cat >ignored.yaml <<'EOF'
title: "quotes \" and \\ and ü"
users:
  al"ice: {computer: PC, domain: "", parameters: {}, idle: 1500us}
  "b'ob": {user: bob}
ports: {SSTP: 1}
timeline:
  - {at: 1s, dial: al"ice, as: "#1", wants: [ipv4, ipv6], from: 203.0.113.9}
  - {at: 1s, dial: "b'ob"}
  - {after: 1ms, transfer: "b'ob", sent: 1.5 KiB}
  - {after: 1ns, disturb: "#1", crc: 3}
  - {at: 2s, clear: "#1"}
  - {at: 3s, restart: service}
  - {at: 4s, stop: service}
  - {at: 5s, start: service}
EOF
repeats in-process ./script4.so "names, sizes, times, and steps that are ignored" ignored.yaml
like "$(cat a.jsonl)" '"message":"line 9, transfer b.ob: ' "a step that is ignored is named by its line"

# somebody stops it
"$rrasemu" run --host in-process --dll ./script4.so --pace 20x --format jsonl -o a.jsonl 2>err &
sleep 1
kill -TERM $!
wait $!
like "$(cat a.jsonl)" '"type":"input","kind":"stop","origin":"signal"' "a signal is an input"
run run --host in-process --dll ./script4.so --format jsonl -o b.jsonl --from a.jsonl
is "$status $err" "0 " "and is repeated"
ok "$(cmp a.jsonl b.jsonl >&2; echo $?)" "byte for byte"

# a program that embeds the emulator writes transcripts too
# shellcheck disable=SC2046,SC2086  # one word a flag
if ${CC:-cc} ${INSTRUMENT:-} "$top_srcdir/tests/embed/api_run.c" -o api_run $(pkg-config --cflags --libs rrasemu); then
    LD_LIBRARY_PATH=$top_builddir/.libs${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} ./api_run ./script4.so >a.jsonl
    is "$? $(grep -c '"type":"input"' a.jsonl)" "0 21" "a program: its requests are inputs"
    run run --host in-process --dll ./script4.so --format jsonl -o b.jsonl --from a.jsonl
    is "$status $err" "0 " "a program's run is repeated"
    ok "$(cmp a.jsonl b.jsonl >&2; echo $?)" "byte for byte"
else
    exit 99
fi

# where it departs
run run --host in-process --dll ./script4.so --format jsonl -o good.jsonl
departs() { # WHAT SEQ WORDS
    run run --host in-process --dll "${dll:-./script4.so}" --from bad.jsonl
    is "$status $(wc -l <err | tr -d ' ')" "1 1" "$1: exit status 1, one line"
    like "$err" "^rrasemu: bad.jsonl: seq $2 departs: expected .*$3" "$1: where, and what was expected"
}
sed 's/"version":"[^"]*"/"version":"0.0.9"/' good.jsonl >bad.jsonl
departs "another version" 1 '"version":"0.0.9".*, got .*"version":"[^"]*"'
sed '0,/"result":1/s/"result":1/"result":0/' good.jsonl >bad.jsonl
departs "an edited answer" '[0-9]*' '"result":0.*, got .*"result":1'
head -n 20 good.jsonl >bad.jsonl
departs "cut between lines" 21 'the end of the run, got {"seq":21'
head -c 4000 good.jsonl >bad.jsonl
departs "cut in a line" '[0-9]*' 'the end of the run, got'
{ cat good.jsonl; tail -n 1 good.jsonl; } >bad.jsonl
departs "a line too many" "$(($(wc -l <good.jsonl) + 1))" '{"seq":.*, got the end of the run'
cp good.jsonl bad.jsonl
dll=./other.so departs "another DLL" '[0-9]*' '"dll":"script4.so".*, got .*"dll":"other.so"'
run run --host in-process --dll ./other.so --from bad.jsonl --no-compare
is "$status $err" "0 " "--no-compare goes on"
run run --host in-process --dll ./script4.so --from bad.jsonl --seed 2 --format jsonl
is "$status $err" "0 " "an option beside it makes another run"
like "$out" '"kind":"server",.*"seed":2,' "and wins"

# what is none
none() { # WHAT WORDS
    run run --host in-process --dll ./script4.so --from bad.jsonl
    is "$status $(wc -l <err | tr -d ' ')" "2 1" "$1: exit status 2, one line"
    like "$err" "^rrasemu: bad.jsonl:[0-9]*:.*$2" "$1: says so"
}
: >bad.jsonl
none "nothing" 'is empty, expected a transcript'
cp "$scenarios/crowd.yaml" bad.jsonl
none "a scenario" 'is no transcript in JSON lines'
cp script4.so bad.jsonl
none "a DLL" 'is no transcript in JSON lines'
sed 1d good.jsonl >bad.jsonl
none "a transcript without its beginning" 'is no transcript in JSON lines'
cat good.jsonl good.jsonl >bad.jsonl
none "two runs" 'another run begins here'
sed 's/"dial":"alice"/"dial":"ghost"/' good.jsonl >bad.jsonl
none "a user that is not there" 'ghost: no such user'
sed 's/"kind":"transfer","origin":"scenario"/"kind":"transfer","origin":"nobody"/' good.jsonl >bad.jsonl
none "an unknown origin" 'an input without an origin that is known'
sed 's/"sent":"[^"]*"/"sent":"lots"/' good.jsonl >bad.jsonl
none "a value that makes no sense" 'sent: lots, expected a size'
sed '19s/.*/{"seq":19,"type":"input","kind":"transfer",]/' good.jsonl >bad.jsonl
none "a line that is no JSON" ''
like "$err" '^rrasemu: bad.jsonl:19:' "a line that is no JSON: which"
run run --from nowhere.jsonl --dll ./script4.so
is "$status" 2 "no file: exit status 2"
like "$err" 'nowhere.jsonl: no such transcript' "no file: says so"
run run --from good.jsonl --dll ./script4.so "$scenarios/crowd.yaml"
is "$status" 2 "--from and a scenario: exit status 2"
run run --no-compare --dll ./script4.so
is "$status" 2 "--no-compare alone: exit status 2"
cp good.jsonl kept.jsonl
run run --from good.jsonl --dll ./script4.so -o good.jsonl
is "$status $(cmp good.jsonl kept.jsonl && echo kept)" "2 kept" "-o over the transcript that is repeated"

if has_wine; then
    build_windows script4.dll script.c -DGENERATION=4
    for scenario in deferred mobility endings; do
        repeats wine ./script4.dll $scenario "$scenarios/$scenario.yaml"
    done
else
    skip "the same under Wine" "$why_not"
fi

done_testing
