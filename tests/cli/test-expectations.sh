#!/bin/sh
# rrasemu test: what is told, in TAP and JUnit, and its exit statuses.
. "$(dirname "$0")/common.sh"

dll=$top_builddir/examples/onesession.so
cat >good.yaml <<'Y'
users: {alice: }
timeline: [{dial: alice}, {after: 9s, hangup: alice}]
expect:
  - {connection: alice, calls: AC AL LH CH}
  - {connection: alice, accepted: "yes"}
Y
sed 's/AC AL LH CH/AC AL CH LH/' good.yaml >bad.yaml
sed '/expect/,$d' good.yaml >none.yaml

run test --dll "$dll" good.yaml
is "$status" 0 "expectations that hold: exit status 0"
is "$out" "ok 1 - good.yaml:4: alice: calls AC AL LH CH
ok 2 - good.yaml:5: alice: accepted yes
ok 3 - good.yaml: no finding of level error
1..3" "one line of TAP for each, with its place"

run test --dll "$dll" bad.yaml good.yaml --junit junit.xml
is "$status" 1 "one that does not hold: exit status 1"
like "$out" '^not ok 1 - bad.yaml:4: alice: calls AC AL CH LH' "it is named"
like "$out" '^#   got      AC AL LH CH' "what came is shown beside"
like "$out" '^#                  ^' "and where it begins to differ"
like "$out" '^1\.\.6' "later scenarios are still tested"
like "$(cat junit.xml)" '<testsuite name="bad.yaml" tests="3" failures="1" errors="0" skipped="0" time="[0-9.]*">' "--junit counts"
like "$(cat junit.xml)" '<property name="seed" value="1"/>' "--junit holds the seed"
like "$(cat junit.xml)" '<testcase name="bad.yaml:4: alice: calls AC AL CH LH" classname="bad" file="bad.yaml" line="4" time="0">' \
    "--junit names the expectation, its file and its line"
like "$(cat junit.xml)" '<failure type="calls" message="got AC AL LH CH, expected AC AL CH LH">' \
    "--junit holds what came and what was expected"
like "$(cat junit.xml)" '^ *<system-out>time .*MprAdminAcceptNewConnection' "--junit holds the transcript of a scenario that failed"
is "$(grep -c system-out junit.xml)" 1 "and of no other"
like "$out" '^#   .* 1\.1   MprAdminLinkHangupNotification' "the transcript around the divergence is shown"
is "$(printf '%s\n' "$out" | grep -c '^#   00:')" 10 "the record where they diverge, six before it and three behind"
if command -v xmllint >/dev/null; then
    xmllint --noout junit.xml
    ok $? "--junit is XML"
else
    skip "--junit is XML" "no xmllint here"
fi

run test --dll "$dll" none.yaml
is "$status" 1 "nothing expected is a failure"
like "$out" 'not ok 1 - none.yaml' "and is told"
run test --dll "$dll"
is "$status" 1 "no scenario is a failure"
run test --dll "$dll" nowhere.yaml
is "$status" 2 "a scenario that is not there: exit status 2"
run test --dll ./nowhere.so good.yaml
is "$status" 1 "a service that does not start unexpectedly is a failure"
like "$out" 'nowhere.so: does not exist (S3)' "and says why"
run run --dll "$dll" bad.yaml
is "$status" 0 "run ignores expectations"

# what a DLL does wrong fails a test that says nothing about it (reliability D1)
build crash.so hostile.c -DBAD_CRASH -g
build warn.so hostile.c -DBAD_MODIFY
cat >refused.yaml <<'Y'
users: {alice: }
timeline: [{dial: alice}, {after: 9s, hangup: alice}]
expect: [{connection: alice, accepted: "no"}]
Y
sed 's/"no"/"yes"/' refused.yaml >accepted.yaml
sed '$s/]$/, {findings: crash step-ignored}]/' refused.yaml >named.yaml
hosts="isolated in-process"
if sanitized; then
    hosts=isolated
    skip "in-process crashes" "the sanitizer that the emulator is built with tells them itself"
fi
for host in $hosts; do
    run test --host $host --dll ./crash.so refused.yaml
    is "$status" 1 "Q32: $host: a DLL that crashes does not pass as one that refuses"
    like "$out" '^not ok .* refused.yaml' "Q32: $host: the test that fails is told"
    like "$out" '^#   .*crash.so.*SIGSEGV' "Q32: $host: with the finding"
    like "$out" '^#  *in .*(hostile.c:[0-9]*)' "Q32: $host: and its backtrace"
done
if ! sanitized; then
    like "$out" '^Bail out!' "in-process: that no further test can run is told as TAP has it"
    run test --host in-process --dll ./crash.so --junit bail.xml refused.yaml
    like "$(cat bail.xml)" '<failure type="run" message="crash.so: SIGSEGV in MprAdminAcceptNewConnection' "in-process: --junit is written all the same"
fi
run test --dll ./crash.so named.yaml
is "$status" 0 "an expectation that names the finding accepts it"
run test --fail-on never --dll ./crash.so refused.yaml
is "$status" 0 "--fail-on never: only expectations count"
like "$out" '^#   error: crash: crash.so MprAdminAcceptNewConnection: SIGSEGV' "--fail-on never: it is told in a comment"
run test --dll ./warn.so accepted.yaml
is "$status" 0 "B0.accept: a warning does not fail a test"
like "$out" '^#   warning: in-modified: warn.so' "B0.accept: but is told in a comment"
run test --fail-on warning --dll ./warn.so accepted.yaml
is "$status" 1 "--fail-on warning: it does"
like "$out" '^not ok .* accepted.yaml: no finding' "--fail-on warning: as a test of its own"
${CC:-cc} -shared -fPIC "$top_srcdir/tests/dlls/hostile.c" -o unnamed.so $(pkg-config --cflags --libs mprapi)
run run --dll ./unnamed.so
is "$status" 1 "S4: a DLL that Windows cannot use is an error"

# what is shown of a run is shown of a tested one too
run run --dll "$dll" good.yaml
transcript=$out
for host in $hosts; do
    run test --host $host --dll "$dll" -o shown.txt good.yaml bad.yaml
    is "$status" 1 "test -o: $host: the status is that of the tests"
    like "$out" '^ok 1 - good.yaml:4' "test -o: $host: the results stay on standard output"
    is "$(cat shown.txt)" "$transcript
$transcript" "test -o: $host: the transcript of each scenario is what run shows"
    run test --host $host --dll ./crash.so -o crash.jsonl --format jsonl --report crash.txt refused.yaml
    like "$(cat crash.jsonl)" '"type":"finding".*"id":"crash"' "test --format jsonl: $host: a crash is in the transcript"
    like "$(cat crash.txt)" 'connection 1, MprAdminAcceptNewConnection of crash.so' "test --report: $host: and in the report"
done
run test --dll "$dll" --stats -o only.txt --only 1 --between 0s,1s good.yaml
like "$err" '^virtual time 00:00:09' "test --stats: the counts are on standard error"
unlike "$(cat only.txt)" '^00:00:09.*HangupNotification' "test --between: a part is shown"
run test --dll "$dll" --format svg -o two.svg good.yaml bad.yaml
is "$status $err" "2 rrasemu: --format svg: a picture shows one scenario, not 2" "test --format: no picture of two scenarios"
[ ! -s two.svg ]
ok $? "test --format: nothing is written then"
run test --dll "$dll" --format svg good.yaml
is "$status $err" "2 rrasemu: --format svg: expected -o too, the file for the transcripts" "test --format without -o"
run test --dll "$dll" --only 1 good.yaml
is "$status $err" "2 rrasemu: --only and --between choose what -o shows, expected that too" "test --only without -o"
run test --dll "$dll" -o - good.yaml
is "$status $err" "2 rrasemu: -o -: the results are there, expected a file for the transcripts" "test -o -"
cp good.yaml kept.yaml
for option in -o --report --junit; do
    run test --dll "$dll" $option kept.yaml kept.yaml
    is "$status $err" "2 rrasemu: $option kept.yaml: is one of the scenarios" "test $option: a scenario is not written over"
    cmp -s good.yaml kept.yaml
    ok $? "test $option: it is as it was"
done
run test --dll "$dll" -o same --report same good.yaml
is "$status $err" "2 rrasemu: -o same: is the report too, expected another file" "test -o: and not the report"

run test --wrap true --host in-process --dll "$dll" good.yaml
is "$status" 2 "wrong usage is exit status 2, not a failed test"

done_testing
