#!/bin/sh
# Functions that only Windows and Wine have: each fails as absent.def says, and is told once.
. "$(dirname "$0")/../cli/common.sh"

build absent.so absent.c
sed -n 's/^ABSENT([^,]*, \([A-Za-z_]*\),.*/\1/p' "$top_srcdir/api/runtime/absent.def" | sort >rows
{
    echo 'users: {alice: }'
    echo 'timeline:'
    for _ in $(seq 0 $(($(wc -l <rows) / 10))); do echo '  - {after: 10s, dial: alice}'; done
} >absent.yaml
for host in isolated in-process; do
    if [ $host = in-process ] && sanitized; then
        skip "in-process: not-here" "a sanitizer sees to signals itself"
        continue
    fi
    run run --host $host --policy processes=one --format jsonl --dll ./absent.so absent.yaml
    is "$status" 0 "$host: what is not here is a warning"
    sed -n 's/.*"stream":"debug".*"text":"\([A-Za-z_]*\) fails\\n".*/\1/p' out | sort >failed
    is "$(diff rows failed)" "" "$host: each fails as it should"
    sed -n 's/.*"type":"finding".*"id":"not-here".*"dll":"absent.so","message":"\([A-Za-z_]*\): fails here, as where.*/\1/p' out | sort >told
    is "$(diff rows told)" "" "$host: each is told, once"
done
run run --policy processes=one --dll ./absent.so absent.yaml
like "$out" 'warning: not-here .*WinHttpOpen: fails here.*rrasemu build --windows' "not-here: it says where it would run"

done_testing
