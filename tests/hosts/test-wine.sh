#!/bin/sh
# One source, two binaries, one transcript: every conformance scenario and example, in four ways: in this
# process, in processes of its own, as a Windows DLL under Wine, and in a chain of both kinds.
. "$(dirname "$0")/../cli/common.sh"

has_wine || { skip "Windows DLLs under Wine" "$why_not"; done_testing; exit; }

mkdir native windows mixed
# both NAME SOURCE [FLAG]...: the same file name in each folder, so that transcripts can be the same
both() {
    dll=$1
    shift
    build "native/$dll" "$@"
    build_windows "windows/$dll" "$@"
    cp "windows/$dll" "mixed/$dll"
}
for generation in 1 2 3 4; do
    both script$generation.dll script.c -DGENERATION=$generation
done
both nt4.dll nt4.c
both x.dll every.c -DWITHOUT_ADDRESS
both serial.dll serial.c
both clock.dll clock.c
both waits.dll waits.c
for example in onesession addressbook billing officehours twoprocesses; do
    cp "$top_builddir/examples/$example.so" native/$example.dll
    cp "$top_builddir/examples/$example.dll" windows/$example.dll
    cp windows/$example.dll mixed/$example.dll
done
cp native/x.dll mixed/x.dll # the other DLL of a chain
cp native/script1.dll mixed/script1.dll

# in_each_way SCENARIO DLL...: appends its transcript and results to those of each way
ways='in-process isolated wine mixed'
in_each_way() {
    scenario=$1
    shift
    for way in $ways; do
        case $way in
        in-process) folder=native host=in-process ;;
        isolated) folder=native host=isolated ;;
        wine) folder=windows host=wine ;;
        mixed) folder=mixed host=auto ;;
        esac
        # shellcheck disable=SC2046  # a word a DLL
        set -- "$@"
        dlls=$(for dll; do echo "--dll $folder/$dll"; done)
        # shellcheck disable=SC2086
        "$rrasemu" run --host $host $dlls --format jsonl "$scenario" >>$way.jsonl 2>>$way.err
        echo "status $? of $(basename "$scenario")" >>$way.jsonl
        # shellcheck disable=SC2086
        "$rrasemu" test --host $host $dlls "$scenario" >>$way.tap 2>>$way.err
    done
}
BILLING_FILE=/dev/null
export BILLING_FILE
for scenario in "$top_srcdir"/tests/conformance/scenarios/*.yaml; do
    case $scenario in
    */on-nt4.yaml) in_each_way "$scenario" nt4.dll ;;
    */on-2000.yaml) in_each_way "$scenario" script2.dll ;;
    */filters.yaml) in_each_way "$scenario" x.dll script1.dll ;;
    */quarantine.yaml) in_each_way "$scenario" script3.dll ;;
    */crowd.yaml) in_each_way "$scenario" serial.dll ;;
    *)
        in_each_way "$scenario" script4.dll x.dll
        in_each_way "$scenario" x.dll script1.dll
        ;;
    esac
done
for example in onesession addressbook billing officehours; do
    in_each_way "$top_srcdir/examples/$example/scenario.yaml" $example.dll
done

for way in $ways; do
    sum=$(sha256sum <$way.jsonl | cut -d' ' -f1)
    echo "# $way: $(wc -l <$way.jsonl) lines, $(grep -c '^ok' $way.tap) expectations met, $(grep -c '^not ok' $way.tap) not, $sum"
    cmp in-process.jsonl $way.jsonl
    ok $? "$way: the same bytes"
    sort $way.err | uniq -c | head -n 5 | sed 's/^/# /'
    diff in-process.jsonl $way.jsonl | head -n 6 | cut -c1-300 | sed 's/^/# /'
    ok "$(grep '^ok\|^not ok' in-process.tap >a; grep '^ok\|^not ok' $way.tap | cmp - a >&2; echo $?)" "$way: the same results"
done
lines=$(grep -c '"type":"callout"' wine.jsonl)
ok "$([ "$lines" -gt 1000 ]; echo $?)" "there were callouts to compare ($lines)"

# the two-process trap, and the policy that takes it away
for way in isolated wine; do
    case $way in isolated) folder=native ;; wine) folder=windows ;; esac
    run test --host $way --dll $folder/twoprocesses.dll "$top_srcdir/examples/twoprocesses/scenario.yaml"
    is "$status" 0 "E.process: $way: a static is not shared"
    run run --host $way --policy processes=one --dll $folder/twoprocesses.dll --format jsonl "$top_srcdir/examples/twoprocesses/scenario.yaml"
    like "$out" '"accepted":1' "Q11: $way: in one process it is"
done

# the clock, Sleep and OutputDebugString of a Windows DLL
cat >sleep.yaml <<'Y'
users: {sleeper: , alice: }
start: 2026-01-05T16:59:00Z
timeline:
  - {at: 1s, dial: sleeper, tunnel: PPTP}
  - {at: 1s, dial: alice, tunnel: PPTP}
  - {at: 20s, hangup: alice}
Y
for way in isolated wine; do
    case $way in isolated) folder=native ;; wine) folder=windows ;; esac
    "$rrasemu" run --host $way --dll $folder/clock.dll --format jsonl sleep.yaml >clock.$way 2>&1
done
cmp clock.isolated clock.wine
ok $? "virtual time reaches what a Windows DLL imports"

printf '%s\n' 'users: {event: , thread: , several: , mutex: }' 'timeline:' '  - {at: 1s, dial: event}' \
    '  - {at: 10s, dial: thread}' '  - {at: 20s, dial: several}' '  - {at: 30s, dial: mutex}' >waits.yaml
for way in isolated wine; do
    case $way in isolated) folder=native ;; wine) folder=windows ;; esac
    "$rrasemu" run --host $way --dll $folder/waits.dll --format jsonl waits.yaml >waits.$way 2>&1
done
cmp waits.isolated waits.wine
ok $? "so do waits with a time-out"
like "$(cat waits.wine)" '"accepted":4' "and they find what they wait for"

for channel in socket page; do
    "$rrasemu" run --channel $channel --dll windows/script4.dll --format jsonl "$top_srcdir/tests/conformance/scenarios/since-2003.yaml" >$channel.jsonl
done
cmp socket.jsonl page.jsonl
ok $? "the same bytes over the socket and over the page"

done_testing
