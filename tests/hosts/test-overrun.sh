#!/bin/sh
# Bytes beside an argument are memory of the service on Windows: who touches them is let through and told, alike in
# every host, and the run goes on (B0.arguments).
. "$(dirname "$0")/../cli/common.sh"

hosts="isolated in-process"
if sanitized; then
    hosts=isolated
    skip "bytes beside an argument, in-process" "the sanitizer that the emulator is built with looks itself"
fi
wine=no
if has_wine; then wine=yes; else skip "bytes beside an argument, under Wine" "$why_not"; fi

# beside TEXT FLAG...: what is told of a DLL that touches what the flags say
beside() {
    text=$1
    shift
    # -O0: each access is the one that the source has
    build beside.so overrun.c -O0 "$@"
    for host in $hosts; do
        run run --host "$host" --dll ./beside.so --format jsonl
        told "$host" "$*" beside.so
    done
    [ $wine = yes ] || return 0
    build_windows beside.dll overrun.c -O0 "$@"
    run run --dll ./beside.dll --format jsonl
    told Wine "$*" beside.dll
}

told() {
    is "$status $(grep -c '"type":"finding"' out)" "1 1" "B0.arguments: $1: $2: one finding"
    like "$out" "\"id\":\"overrun\",\"severity\":\"error\",.*\"dll\":\"$3\",\"message\":\"$text;" \
        "B0.arguments: $1: $2: $text"
    like "$out" '"type":"finding","rule":"B0.arguments"' "B0.arguments: $1: $2: by its rule"
    like "$out" '"rule":"S9"' "B0.arguments: $1: $2: the run goes on to its end"
}

c0='pRasConnection0: the memory'
beside "$c0 3 bytes behind the end of RAS_CONNECTION_0 was written to" '-DOF="c0"' -DAT=3 -DWRITE
beside "$c0 1 byte behind the end of RAS_CONNECTION_0 was read" '-DOF="c0"' -DAT=1 -DREAD
beside "$c0 right behind the end of RAS_CONNECTION_0 was read and written to" '-DOF="c0"' -DAT=0 -DREAD -DWRITE -DCOUNT=64
beside "$c0 1 byte before RAS_CONNECTION_0 was written to" '-DOF="c0"' -DAT=-1 -DWRITE
beside "pRasPort0: the memory 8 bytes behind the end of RAS_PORT_0 was written to" '-DOF="p0"' -DAT=8 -DWRITE

wine=no # which takes a second each; the memory is the same code there
beside "$c0 right behind the end of RAS_CONNECTION_0 was written to" '-DOF="c0"' -DAT=0 -DWRITE
beside "$c0 5000 bytes behind the end of RAS_CONNECTION_0 was written to" '-DOF="c0"' -DAT=5000 -DWRITE
beside "$c0 100 bytes before RAS_CONNECTION_0 was written to" '-DOF="c0"' -DAT=-100 -DWRITE
beside "$c0 5000 bytes before RAS_CONNECTION_0 was read" '-DOF="c0"' -DAT=-5000 -DREAD
beside "pRasConnection1: the memory right behind the end of RAS_CONNECTION_1 was written to" '-DOF="c1"' -DAT=0 -DWRITE
beside "pRasConnection0: the memory 7 bytes behind the end of RAS_CONNECTION_0 was read" '-DOF="h0"' -DAT=7 -DREAD
beside "pRasPort1: the memory 1 byte before RAS_PORT_1 was written to" '-DOF="p1"' -DAT=-1 -DWRITE

# an argument that is read after its callout has returned is memory of nobody
for host in $hosts; do
    build keeps.so keeps.c
    run run --host "$host" --dll ./keeps.so --format jsonl
    is "$status $(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*"callout":"\([^"]*\)".*/\1 \2/p' out)" \
        "1 use-after-return MprAdminConnectionHangupNotification" "B0.arguments: $host: an argument that was kept"
done

done_testing
