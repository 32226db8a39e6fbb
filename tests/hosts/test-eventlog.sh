#!/bin/sh
# What a DLL writes to the event log is a record of that source, in its place, in every host.
. "$(dirname "$0")/../cli/common.sh"

build events.so events.c
cat >expected <<'END'
0 eventlog {"id":1,"level":"information","params":[],"source":"Started","category":0,"qualifiers":0}
1142 eventlog {"id":257,"level":"warning","params":["alice","two\nlines é","","a?b"],"data":"0a00ff","source":"My \"callout\"","category":3,"qualifiers":32768}
1142 output wide: 1 0\n
1142 output between\n
1142 eventlog {"id":2,"level":"error","params":["narrow"],"source":"My \"callout\"","category":0,"qualifiers":49152}
1142 output narrow: 1 0\n
1142 eventlog {"id":3,"level":"audit failure","params":[],"source":"My \"callout\"","category":0,"qualifiers":0}
1142 output audit: 1 0\n
1142 output many: 0 87\n
1142 output closed: 1 0\n
1142 output closed again: 0 6\n
1142 output written to a closed one: 0 6\n
1142 output another machine: 0 1722\n
1142 output ?false\u001f1\u001f0\u001f6\n
5000 eventlog {"id":7,"level":"information","params":["from a thread"],"source":"Later","category":0,"qualifiers":0}
END

# entries DLL ARGUMENT...: when, and what the DLL has written and said
entries() {
    dll=$1
    shift
    run run --policy processes=one --format jsonl "$@" --dll "./$dll"
    sed -n "s/.*\"t_ns\":\\([0-9]*\\),\"type\":\"eventlog\".*\\(\"id\":.*\\),\"dll\":\"$dll\".*/\\1 eventlog {\\2}/p
        s/.*\"t_ns\":\\([0-9]*\\),\"type\":\"output\".*\"text\":\"\\([^\"]*\\)\".*/\\1 output \\2/p" out |
        sed 's/^\([0-9]*\)000000 /\1 /'
}
threads= # of all lines
if sanitized; then
    threads='/"Later"/d'
    skip "an entry of a thread" "a sanitizer has threads itself: when they write is the machine's"
fi
for host in isolated in-process; do
    is "$(entries events.so --host $host | sed "$threads")" "$(sed "$threads" expected)" "what a DLL writes to the event log, $host"
done
like "$(cat out)" '"type":"eventlog",.*"connection":1,.*"dll":"events.so","process":"notification","user":"EXAMPLE\\\\alice"' \
    "with who it was about"
run run --policy processes=one --dll ./events.so
like "$out" 'event 257 (warning) *events.so *"My \\"callout\\"": "alice", "two\\nlines é", "", "a?b"' "as text"

if has_wine; then
    build_windows events.dll events.c
    is "$(entries events.dll)" "$(cat expected)" "what a DLL writes to the event log, Wine"
else
    skip "what a Windows DLL writes to the event log" "$why_not"
fi

done_testing
