#!/bin/sh
# The same JSON lines, byte for byte, whether DLLs run in this process or in processes of their own: for
# every conformance scenario and example. With WRAP=COMMAND those processes run under it (run-valgrind.sh).
. "$(dirname "$0")/../cli/common.sh"

for generation in 1 2 3 4; do
    build script$generation.so script.c -DGENERATION=$generation
done
build nt4.so nt4.c
build x.so every.c -DWITHOUT_ADDRESS

# same SCENARIO [ARGUMENT]...
same() {
    scenario=$1 name=$(basename "$(dirname "$1")")/$(basename "$1")
    shift
    for host in in-process isolated; do
        case $host in isolated) set -- ${WRAP:+--wrap "$WRAP"} "$@" ;; esac
        "$rrasemu" run --host $host "$@" --format jsonl "$scenario" >$host.jsonl 2>$host.err
        echo "status $?" >>$host.jsonl
    done
    ok "$(cmp in-process.jsonl isolated.jsonl >&2; echo $?)" "$name $*: the same bytes"
    is "$(cat isolated.err)" "$(cat in-process.err)" "$name $*: the same messages"
}

for scenario in "$top_srcdir"/tests/conformance/scenarios/*.yaml; do
    case $scenario in
    */on-nt4.yaml) same "$scenario" --dll ./nt4.so ;;
    */on-2000.yaml) same "$scenario" --dll ./script2.so ;;
    */filters.yaml) same "$scenario" --dll ./x.so --dll ./script1.so ;;
    */quarantine.yaml) same "$scenario" --dll ./script3.so ;;
    *)
        same "$scenario" --dll ./script4.so --dll ./x.so
        same "$scenario" --dll ./x.so --dll ./script1.so
        ;;
    esac
done
# more DLLs than one request holds (host.h)
many=
for number in 1 2 3 4 5 6 7 8 9 10; do
    cp x.so x$number.so
    many="$many --dll ./x$number.so"
done
# shellcheck disable=SC2086  # words
same "$top_srcdir/tests/conformance/scenarios/endings.yaml" $many
is "$(calls isolated.jsonl | tr ' ' '\n' | sed -n '/MprAdminAcceptNewConnection/p' | head -n 10 | tr '\n' ' ')" \
    "$(echo "$many" | sed 's/ --dll .\/\(x[0-9]*.so\)/MprAdminAcceptNewConnection(\1) /g')" \
    "B0.accept: ten DLLs are asked, each once, in order"
for example in onesession addressbook billing officehours; do
    same "$top_srcdir/examples/$example/scenario.yaml" --dll "$top_builddir/examples/$example.so"
done

done_testing
