#!/bin/sh
# Memory that runs out: each allocation of a run fails once. The run ends with status 4 and one line, or it did
# without that memory and writes the same transcript.
. "$(dirname "$0")/common.sh"
unset RRASEMU_COVERAGE # nobody looks at what these runs do

if sanitized; then
    skip "every allocation fails once" "sanitizers take no other malloc()"
    done_testing
    exit
fi

${CC:-cc} -shared -fPIC "$top_srcdir/tests/dlls/failing.c" -o failing.so || exit 99
build good.so every.c
cat >scenario.yaml <<'EOF'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, as: first}
  - {at: 5s, hangup: first}
expect:
  - {connection: first, accepted: "yes"}
EOF
program=$rrasemu
[ -x "$top_builddir/.libs/rrasemu" ] && program=$top_builddir/.libs/rrasemu
LD_LIBRARY_PATH=$top_builddir/.libs
export LD_LIBRARY_PATH

# each_fails NAME STEP ARGUMENT...: every STEPth allocation of this run in turn
each_fails() {
    name=$1 step=$2 at=1 wrong='' four=0 same=0
    shift 2
    "$program" "$@" >whole 2>/dev/null || { ok 1 "$name: runs"; return; }
    while :; do
        rm -f failed
        status=0
        FAIL_AT=$at FAIL_LOG=$scratch/failed LD_PRELOAD=$scratch/failing.so timeout 30 "$program" "$@" >out 2>err || status=$?
        [ -e failed ] || break
        lines=$(grep -c '^rrasemu: ' err)
        if [ "$status" = 4 ] && [ "$lines" = 1 ]; then
            four=$((four + 1))
        elif [ "$status" = 0 ] && cmp -s out whole; then
            same=$((same + 1))
        else
            wrong="$wrong $at:$status"
        fi
        at=$((at + step))
    done
    echo "# $name: $four times out of memory, $same times without need of it"
    is "$wrong" "" "$name: no allocation that fails does harm"
    [ "$four" -gt 0 ]
    ok $? "$name: some did fail"
}

each_fails "isolated" 1 run --dll ./good.so scenario.yaml
each_fails "in this process" 1 run --host in-process --format jsonl --dll ./good.so scenario.yaml
each_fails "test" 1 test --dll ./good.so scenario.yaml
each_fails "spec" 1 spec lifecycle

# every third of a worker's: it is no fault of the DLL's
FAIL_IN=rrasemu-worker
export FAIL_IN
each_fails "a worker" 3 run --dll ./good.so scenario.yaml
unset FAIL_IN

# the library that reads debugging information crashes when it gets no memory: the run does not
build crash.so hostile.c -g -DBAD_CRASH
for host in isolated in-process; do
    wrong='' at=200
    while :; do
        rm -f failed
        status=0
        FAIL_AT=$at FAIL_LOG=$scratch/failed LD_PRELOAD=$scratch/failing.so timeout 30 "$program" run --host $host \
            --report report --dll ./crash.so scenario.yaml >out 2>err || status=$?
        [ -e failed ] || break
        [ "$status" = 1 ] || [ "$status" = 4 ] || wrong="$wrong $at:$status"
        at=$((at + 149))
    done
    is "$wrong" "" "$host: a crash is told, whatever allocation fails meanwhile"
done

done_testing
