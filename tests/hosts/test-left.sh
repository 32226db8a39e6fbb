#!/bin/sh
# What a DLL leaves in its process is told alike of a shared object and, under Wine, of a Windows DLL.
. "$(dirname "$0")/../cli/common.sh"

mkdir native windows
build native/left.dll left.c
build native/more.dll left.c -DLEFT
build native/good.dll every.c
kinds=native
if has_wine; then
    build_windows windows/good.dll every.c
    build_windows windows/left.dll left.c
    build_windows windows/more.dll left.c -DLEFT
    kinds="$kinds windows"
else
    skip "a Windows DLL" "$why_not"
fi

for kind in $kinds; do
    run run --dll $kind/left.dll --policy processes=one --format jsonl
    is "$status $(grep -c '"type":"finding"' out)" "0 1" "$kind: memory: one warning"
    like "$out" '"id":"leak","severity":"warning","dll":"left.dll","message":"3 blocks of memory, 150 bytes were not freed' \
        "$kind: what was freed or grew is not counted twice"
    grep '"type":"finding"' out | sed 's/,"frames":\[[^]]*\]//' >$kind.findings
    run run --dll $kind/more.dll --policy processes=one --format jsonl
    is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*/\1/p' out | tr '\n' ' ')" "leftover-thread leak leftover-fd leftover-handle " \
        "$kind: a file and a thread"
    grep '"type":"finding"' out | sed 's/,"frames":\[[^]]*\]//' >>$kind.findings # offsets differ with the compiler
    cmp $kind.findings native.findings
    ok $? "$kind: in the same words"
    for chain in 'good more' 'more good'; do
        # shellcheck disable=SC2046,SC2086  # words
        run run $(printf " --dll $kind/%s.dll" $chain) --policy processes=one --format jsonl
        is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*"dll":"\([^"]*\)".*/\1 \2/p' out | sort | tr '\n' ' ')" \
            "leak more.dll leftover-fd more.dll leftover-handle more.dll leftover-thread more.dll " \
            "B1.terminate: $kind: $chain: it is laid on the DLL that left it"
    done
done

done_testing
