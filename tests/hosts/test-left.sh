#!/bin/sh
# What a DLL leaves in its process is told alike of a shared object and, under Wine, of a Windows DLL.
. "$(dirname "$0")/../cli/common.sh"

mkdir native windows
build native/left.dll left.c
build native/more.dll left.c -DLEFT
kinds=native
if has_wine; then
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
done

done_testing
