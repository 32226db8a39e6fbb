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
1..2" "one line of TAP for each, with its place"

run test --dll "$dll" bad.yaml good.yaml --junit junit.xml
is "$status" 1 "one that does not hold: exit status 1"
like "$out" '^not ok 1 - bad.yaml:4: alice: calls AC AL CH LH' "it is named"
like "$out" '^#   got      AC AL LH CH' "what came is shown beside"
like "$out" '^#                  ^' "and where it begins to differ"
like "$out" '^1\.\.4' "later scenarios are still tested"
like "$(cat junit.xml)" '<testsuite name="bad.yaml" tests="2" failures="1">' "--junit counts"
like "$(cat junit.xml)" '<property name="seed" value="1"/>' "--junit holds the seed"
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

done_testing
