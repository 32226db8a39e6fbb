#!/bin/sh
# Files, INI files, paths and names of Windows: the same source answers the same in every host, as windows_files.txt has it.
. "$(dirname "$0")/../cli/common.sh"

mkdir native windows
build native/calls.dll windows_files.c
ways='in-process isolated'
if has_wine; then
    build_windows windows/calls.dll windows_files.c -lshlwapi
    ways="$ways wine"
else
    skip "files, INI files, paths and names under Wine" "$why_not"
fi
# files WAY: those that are left
files() {
    (cd "s.$1" && find . -type f | LC_ALL=C sort | tr '\n' ' ')
}
for way in $ways; do
    folder=native
    [ $way != wine ] || folder=windows
    "$rrasemu" run --timeout 60 --host $way --policy processes=one --sandbox s.$way --dll $folder/calls.dll --format jsonl \
        >$way.jsonl 2>err
    is "$? $(cat err)" "0 " "$way: the run is fine"
    sed -n 's/.*"type":"output".*"text":"\(.*\)\\n","user".*/\1/p' $way.jsonl >said
    is "$(diff said "$top_srcdir/tests/hosts/windows_files.txt" | head -n 20)" "" "$way: each call answers as on Windows"
    is "$(cmp $way.jsonl in-process.jsonl)" "" "$way: the same transcript"
    is "$(files $way)" "$(files in-process)" "$way: the same files are left"
done
done_testing
