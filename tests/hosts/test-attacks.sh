#!/bin/sh
# What a native DLL can do to the process it is loaded in: the run ends by itself, with its summary, and tells what it was
# and of which DLL; of the DLLs in front of it and behind it nothing is said (Q32).
. "$(dirname "$0")/../cli/common.sh"

build attack.so attack.c
build good.so every.c
cp good.so behind.so
cat >attack.yaml <<'Y'
users: {culprit: , alice: }
timeline:
  - {at: 1s, dial: alice}
  - {at: 2s, dial: culprit}
  - {at: 30s, dial: alice, as: later}
Y

# attacked HOST AT HOW FINDING: what is found, with the DLL. Through a pipe, which ends when everybody has written: what the
# system ends in-process is told by another process (guardian.h).
attacked() {
    HOW=$3 AT=$2 timeout 120 "$rrasemu" run --host "$1" --timeout "$(limit_for "$4" 1)" --dll ./good.so \
        --dll ./attack.so --dll ./behind.so --format jsonl attack.yaml 2>err | cat >out
    grep -q '"type":"summary"' out || echo "no summary"
    sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*"dll":"\([^"]*\)","message".*/\1 \2/p' out | LC_ALL=C sort -u
}

# findings NAMES: as attacked tells them
findings() {
    echo "$1" | tr ',' '\n' | sed 's/$/ attack.so/'
}

# "-" is not tried: the descriptors of this process are those of whoever started the tests, too.
while read -r at how isolated in_process; do
    for host in isolated in-process; do
        case $host in isolated) expected=$isolated ;; *) expected=$in_process ;; esac
        [ "$expected" != - ] || continue
        if [ "$host" = in-process ] && sanitized; then
            skip "Q32: $host: $how at $at" "a sanitizer reports crashes itself"
            continue
        fi
        if [ "$how" = hold-parent-of-vfork ] && sanitized; then
            skip "Q32: $host: $how at $at" "a sanitizer makes vfork() fork()"
            continue
        fi
        found=$(attacked $host "$at" "$how" "${expected%%,*}")
        is "$found" "$(findings "$expected")" "Q32: $host: $how at $at: $expected"
    done
done <<'EOF'
ACCEPT close-descriptors channel channel
ACCEPT replace-descriptors channel channel
ACCEPT unblock-descriptors channel -
ACCEPT shut-descriptors channel -
ACCEPT flood-descriptors channel -
INIT close-descriptors channel channel
INIT replace-descriptors channel channel
ACCEPT end-thread thread-exit thread-exit
ACCEPT end-thread-below thread-exit thread-exit
TERM end-thread thread-exit thread-exit
ACCEPT return-twice channel,leftover-process channel,leftover-process
ACCEPT change-group exit,leftover-process exit
ACCEPT hold-parent-of-vfork hang hang
ACCEPT hang-with-children hang hang
ACCEPT be-traced hang hang
HANGUP be-traced hang hang
TERM be-traced hang hang
ACCEPT be-traced-by-child exit,leftover-process exit
ACCEPT crash-in-thread crash crash
TERM crash-in-thread crash crash
ACCEPT hang-blocked hang hang
ACCEPT crash-blocked crash crash
ACCEPT ignore-signals hang hang
ACCEPT alarm-default hang hang
ACCEPT alarm-own hang hang
ACCEPT crash-own hang hang
EOF
HOW=write-too-much "$rrasemu" run --dll ./good.so --dll ./attack.so --format jsonl attack.yaml >out 2>err
like "$(cat out)" '"id":"crash",.*"dll":"attack.so","message":"SIGXFSZ' "Q32: isolated: a file larger than a limit: by its name"

# Who ends a run while a callout is traced and stopped loses nothing.
HOW=be-traced "$rrasemu" run --timeout 60 --dll ./good.so --dll ./attack.so --format jsonl -o out attack.yaml 2>err &
running=$!
for _ in $(seq 100); do # until the callout is under way
    ! grep -q '"dll":"good.so".*culprit' out 2>/dev/null || break
    sleep 0.1
done
sleep 0.3
kill -s TERM $running
status=0
wait $running || status=$?
is "$status $(tail -n 1 out | grep -c '"type":"summary"')" "1 1" "SIGTERM while a callout is traced and stopped: the transcript has its end"

done_testing
