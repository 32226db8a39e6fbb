#!/bin/sh
# rrasemu spec: every table in every format that can show it, and wrong names.
. "$(dirname "$0")/common.sh"

run spec
is "$status $err" "0 " "spec alone: fine"
headings=$(sed -n 's/^\([a-z]*\): .*/\1/p' out | tr '\n' ' ')
is "$headings" "lifecycle guards answers closing service callouts policies profiles findings events endings scenario rules " \
    "spec alone: every table under its heading"
run spec --format json
is "$status $(grep -c '^{"table":"[a-z]*","rows":\[{.*}\].*}$' out)" "0 13" "spec --format json: an object a table"

for table in $headings; do
    run spec "$table"
    rows=$(($(grep -vc '^ go: ' out) - 1)) # the last line of lifecycle counts its decisions
    ok "$([ $status = 0 ] && [ $rows -ge 3 ]; echo $?)" "spec $table: $rows rows"
    run spec "$table" --format json
    is "$(sed 's/"counts":.*//; s/},{/}\n{/g' out | grep -c '}')" "$rows" "spec $table --format json: as many"
done

run spec lifecycle --format json
is "$(sed 's/},{/}\n{/g; s/\],"counts".*//' out | sed -n 's/.*"from":"\([^"]*\)","event":"\([^"]*\)".*/\1 \2/p' | sort -u | wc -l | tr -d ' ')" \
    $((10 * 38)) "spec lifecycle --format json: every pair of state and event"
like "$(cat out)" '"counts":{"go":[0-9]*,"ignore":[0-9]*,"defer":[0-9]*,"cannot happen":[0-9]*}' "and how many rows of each decision"

for table in lifecycle service; do
    run spec $table --format dot
    is "$status $(head -1 out)" "0 digraph $table {" "spec $table --format dot: a graph"
done
run spec policies --format dot
is "$status" 2 "spec policies --format dot: exit status 2"
like "$err" '^rrasemu: --format dot: cannot show policies, only state machines: lifecycle, service$' "spec policies --format dot: says why"
run spec polices
is "$status" 2 "spec polices: exit status 2"
like "$err" 'policies' "spec polices: the likely word"
run spec --format xml
is "$status" 2 "spec --format xml: exit status 2"
run spec -o /nowhere/spec.txt
is "$status" 2 "spec -o: a file that cannot be opened is exit status 2"

done_testing
