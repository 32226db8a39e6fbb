#!/bin/sh
# DLLs that do in this process what no DLL should: the run says so and loses nothing. What becomes of such DLLs in processes of their own is told by hosts/test-isolated.sh.
. "$(dirname "$0")/common.sh"

sanitized=$(nm -D "$top_builddir/.libs/rrasemu" 2>/dev/null | grep -c ' __asan_\| __tsan_')

for bad in CRASH SMASH ABORT EXIT; do
    if [ $bad != EXIT ] && [ "$sanitized" != 0 ]; then
        skip "$bad in a callout is told" "a sanitizer reports crashes itself"
        continue
    fi
    build $bad.so hostile.c -DBAD_$bad -fno-stack-protector
    run run --host in-process --dll ./$bad.so
    is "$status" 1 "$bad in a callout: exit status 1"
    like "$err" "^rrasemu: $bad.so: .* in MprAdminAcceptNewConnection; the run ends here" \
        "$bad in a callout: the callout is named"
    like "$out" 'ADDR > ASKCONN' "$bad in a callout: the transcript so far is kept"
    run run --host in-process --report report --format jsonl --dll ./$bad.so
    like "$(tail -n 2 out | head -n 1)" '"type":"finding","rule":"Q32","connection":1,"id":"[a-z]*","severity":"error","callout":"MprAdminAcceptNewConnection"' \
        "$bad in a callout: the finding is the last that happens"
    like "$(tail -n 1 out)" '"type":"summary".*"errors":1' "$bad in a callout: the summary counts it"
    like "$(cat report)" 'MprAdminAcceptNewConnection of' "$bad in a callout: and stands in the report"
done

# what this process cannot notice: another one tells it, and adds what the transcript lacks
while IFS='|' read -r bad id what means; do
    build $bad.so hostile.c -DBAD_$bad
    for format in jsonl text; do
        rm -f out.$format report
        run run --host in-process --timeout 2 --format $format -o out.$format --report report --dll ./$bad.so
        [ "$status" != 0 ]
        ok $? "Q32: $bad in a callout, $format: the exit status is not 0"
        for _ in 1 2 3 4 5 6 7 8 9 10; do
            [ -s err ] && grep -q '1 connection' report || sleep 0.5
        done
        is "$(cat err)" "rrasemu: $bad.so: $what in MprAdminAcceptNewConnection; the run ends here" \
            "Q32: $bad in a callout, $format: is told"
        like "$(cat report)" "^error: $id (Q32)" "Q32: $bad in a callout, $format: is a finding of the report"
    done
    is "$(tail -n 3 out.jsonl | sed 's/.*"type":"\([a-z]*\)".*/\1/' | tr '\n' ' ')" "state finding summary " \
        "Q32: $bad in a callout: what comes last"
    like "$(tail -n 2 out.jsonl | head -n 1)" "\"rule\":\"Q32\",\"connection\":1,\"id\":\"$id\",\"severity\":\"error\",\"callout\":\"MprAdminAcceptNewConnection\",\"dll\":\"$bad.so\",\"message\":\"$what $means" \
        "Q32: $bad in a callout: is a finding"
    is "$(sed -n 's/.*"seq":\([0-9]*\).*/\1/p' out.jsonl | tail -n 3 | awk 'NR > 1 && $1 != last + 1 { print "gap" } { last = $1 }')" "" \
        "Q32: $bad in a callout: the records are numbered on"
    like "$(tail -n 1 out.jsonl)" '"connections":1,.*"errors":1' "Q32: $bad in a callout: the summary counts it"
    like "$(tail -n 1 out.text)" '1 error,' "Q32: $bad in a callout: the transcript for people has its end"
done <<'END'
KILL|crash|a signal, perhaps of somebody else, or a system call|ended the process of the DLL
OWN_QUIT|crash|a signal, perhaps of somebody else, or a system call|ended the process of the DLL
OWN_EXEC|exit|exec|ended the process of the DLL
END

# the ways to leave without a word, each told in this process and in its own as the same thing
while read -r bad call; do
    build $bad.so hostile.c -DBAD_$bad
    for host in in-process isolated; do
        run run --host $host --format jsonl --dll ./$bad.so
        is "$status" 1 "Q32: $bad in a callout, $host: exit status 1"
        like "$(grep '"type":"finding"' out)" "\"id\":\"exit\",.*\"callout\":\"MprAdminAcceptNewConnection\",.*\"message\":\"$call ended the process of the DLL\"" \
            "Q32: $bad in a callout, $host: is a finding that names the call"
    done
done <<'END'
QUIT _exit(7)
QUICK_EXIT _exit(4)
EXIT_GROUP _exit(9)
EXEC exec(/bin/sleep)
EXEC_CALL exec(/bin/true)
EXEC_SEARCH exec(/[a-z/]*bin/true)
TRACING_CHILD _exit([78])
END

for host in in-process isolated; do
    build nothing.so hostile.c -DBAD_EXEC_NOTHING
    run run --host $host --dll ./nothing.so
    is "$status" 0 "a program that cannot be run replaces none, $host: no finding"
    build child.so hostile.c -DBAD_EXEC_CHILD
    run run --host $host --dll ./child.so
    is "$status" 0 "a child that runs another program, and ends, is not the DLL's process, $host: no finding"
done

if [ "$sanitized" != 0 ]; then
    skip "a DLL that stops this process" "a sanitizer delivers signals when it likes"
else
    build stop.so hostile.c -DBAD_STOP
    run run --host in-process --timeout 1 --format jsonl --dll ./stop.so
    is "$status" 1 "a DLL that stops this process: exit status 1"
    like "$(cat out)" '"id":"hang".*"message":"the time limit of 1.000 s passed' "and it hangs"
fi

build returns.so hostile.c -DBAD_FORK_RETURN
run run --host in-process --format jsonl --dll ./returns.so
is "$(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)".*/\1/p' out | sort -u | tr '\n' ' ')" "channel leftover-process " \
    "a child process that returns from a callout too, in-process: is told"
is "$(sed -n 's/.*"seq":\([0-9]*\).*/\1/p' out | uniq -d | wc -l | tr -d ' ')" 0 "and does not go on in the DLL's name"

build traced.so hostile.c -DBAD_TRACED
run run --host in-process --dll ./traced.so
is "$status" 0 "a DLL that wants to be traced is told that it is: nobody would let it go on"

build hang.so hostile.c -DBAD_HANG
run run --host in-process --timeout 0.5 --format jsonl --dll ./hang.so
is "$status" 1 "a callout that hangs: exit status 1"
like "$(cat out)" '"id":"hang".*"message":"the time limit of 0.500 s passed' "a callout that hangs: the finding"
echo "users: {a: }
timeline: [{dial: a}]" >a.yaml
cp a.yaml b.yaml
build chdir.so hostile.c -DBAD_CHDIR
run run --host in-process --dll ./chdir.so a.yaml b.yaml
is "$status" 0 "a DLL that changes the directory does not hide the next scenario"

build stdio.so hostile.c -DBAD_STDIO
run run --host in-process --dll ./stdio.so -o stdio.txt
is "$status" 0 "a DLL that closes all streams does not close ours"
like "$(cat stdio.txt)" '1 accepted' "and the transcript is complete"

for bad in DESCRIPTORS CLOSEFROM; do
    build $bad.so hostile.c -DBAD_$bad
    rm -f fds.txt
    status=0
    timeout 20 "$rrasemu" run --host in-process --dll ./$bad.so --pace 60x -o fds.txt >out 2>err || status=$?
    is "$status" 1 "$bad: a DLL that closes our descriptors ends a run with status 1"
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        grep -q '1 connection' fds.txt || sleep 0.5
    done
    like "$(cat fds.txt)" 'error: channel .*closed or changed descriptors of the emulator' "$bad: and is told in the transcript"
    [ "$(wc -l <err)" -lt 20 ]
    ok $? "$bad: and not with a storm of messages"
done

build half.so half_ex.c
run run --dll ./half.so
is "$status" 3 "Q10: half a pair must stand in the table, an export is not enough"
like "$err" 'lack MprAdminLinkHangupNotification, which belongs to MprAdminAcceptNewLink; MprAdminConnectionHangupNotificationEx, which' \
    "Q10: both missing halves are named"

build whole.so every.c
${CC:-cc} -shared -fPIC -x c -o part.so - -L. -l:whole.so <<'C'
int MprAdminInitializeDll(void) { return 0; }
int MprAdminTerminateDll(void) { return 0; }
int MprAdminAcceptNewLink = 5;
C
LD_LIBRARY_PATH=.${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} run run --dll ./part.so
is "$status" 3 "C2.exports: functions of another library and variables are no exports"
like "$err" 'lacks MprAdminAcceptNewLink; MprAdminLinkHangupNotification' \
    "C2.exports: and so count as missing"

before=$(cat a.yaml)
run run --dll ./whole.so -o a.yaml a.yaml
is "$status" 2 "-o over a scenario is refused"
is "$(cat a.yaml)" "$before" "and the scenario is untouched"
cp whole.so copy.so
run run --dll ./copy.so -o copy.so
is "$status" 2 "-o over a DLL is refused"
cmp -s whole.so copy.so
ok $? "and the DLL is untouched"
echo old >old.txt
run run --dll ./whole.so -o old.txt nowhere.yaml
is "$(cat old.txt)" old "a run that cannot begin keeps the old transcript"

run run ./whole.so
is "$status" 2 "a DLL in the place of a scenario: exit status 2"
like "$err" 'is a shared object; did you mean --dll ./whole.so?' "and the word that was meant"
run --dll ./whole.so
like "$err" 'options come behind the verb' "an option in front of the verb: says where they go"

echo "users: {a: {idle: 1m}}
timeline: [{dial: a}, {after: 10s, cut: a}, {after: 1ms, dial: a}, {after: 1ms, cut: a}]" >totals.yaml
run run --dll ./whole.so --format jsonl totals.yaml
like "$out" '"connections":2,"accepted":1,"refused":0,"failed":1' \
    "every connection is accepted, refused or failed"

echo "users: {a: }
timeline: [{dial: a, tunnel: IKEv2}]" >ikev2.yaml
run run --dll ./whole.so --os 2003 ikev2.yaml
is "$status" 2 "Q24: IKEv2 before 2008 R2 is refused"
like "$err" '^rrasemu: ikev2.yaml:2:13: Windows Server 2003 has no tunnels of this type' "Q24: and says so"

done_testing
