#!/bin/sh
# The JSON Schema of scenarios: what the reader takes is valid, what it refuses is not.
. "$(dirname "$0")/common.sh"

"$rrasemu" spec scenario --format schema >schema.json
ok $? "spec scenario --format schema"
run spec lifecycle --format schema
is "$status" 2 "spec lifecycle --format schema: exit status 2"

# every key of the language is in the fuzzing seed that is to have them all
seed=$top_srcdir/tests/fuzz/seeds/scenario/every-key.yaml
"$rrasemu" spec scenario | awk 'NR > 1 { print $1 }' | sort -u >keys
while read -r key; do
    grep -q "[{ ,]$key:\|^$key:" "$seed" || echo "$key"
done <keys >absent
is "$(cat absent)" "" "the fuzzing seed has every key"

cat >validate.py <<'P'
import json, re, sys, yaml, jsonschema

# YAML 1.2's numbers: 10:00 and dates are text
class Loader(yaml.SafeLoader):
    pass
Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in rows if tag.split(":")[-1] not in ("timestamp", "int")]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?[0-9]+$"), list("-0123456789"))

schema = json.load(open("schema.json"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for line in sys.stdin:
    path = line.strip()
    wrong = next(validator.iter_errors(yaml.load(open(path), Loader)), None)
    print("valid" if wrong is None else "invalid", path.split("/")[-1], "" if wrong is None else wrong.message[:100])
P
if ! python3 -c 'import yaml, jsonschema' 2>/dev/null; then
    skip "scenarios are valid" "python3 with yaml and jsonschema is not installed"
    done_testing
    exit
fi

find "$top_srcdir/tests/conformance/scenarios" "$top_srcdir/examples" "$top_srcdir/tests/fuzz/seeds/scenario" \
    -name '*.yaml' | sort >files
python3 validate.py <files >verdicts || echo "broken" >>verdicts
is "$(grep -v '^valid ' verdicts)" "" "$(grep -c . files) scenarios that the reader takes are valid"

# wrong documents, a line each: the reader's first word on them, and the schema's
mkdir wrong
number=0
while IFS= read -r line; do
    number=$((number + 1))
    printf '%b\n' "$line" >wrong/$number.yaml
    run run --dll ./none.so wrong/$number.yaml
    echo "$status" >wrong/$number.status
done <<'W'
title: nothing happens
timelin: []
users: {alice: {domian: X}}\ntimeline: [{dial: alice}]
users: {alice: }\ntimeline: [{dail: alice}]
users: {alice: }\ntimeline: [{dial: alice, hangup: alice}]
users: {alice: }\ntimeline: [{at: 1s}]
users: {alice: }\ntimeline: [{at: 5 parsecs, dial: alice}]
users: {alice: }\ntimeline: [{dial: alice, sent: 1 KB}]
users: {alice: }\ntimeline: [{dial: alice, tunnel: STTP}]
users: {alice: }\ntimeline: [{dial: alice, wants: []}]
users: {alice: }\ntimeline: [{dial: alice, from: 300.1.1.1}]
os: 2023\nusers: {alice: }\ntimeline: [{dial: alice}]
policies: {first-refusal: stpo}\nusers: {alice: }\ntimeline: [{dial: alice}]
policies: {first-refsal: stop}\nusers: {alice: }\ntimeline: [{dial: alice}]
dhcp: {block: 0}\nusers: {alice: }\ntimeline: [{dial: alice}]
ports: {SSTP: 10000001}\nusers: {alice: }\ntimeline: [{dial: alice}]
pool: 10.0.0.1\nusers: {alice: }\ntimeline: [{dial: alice}]
users: [alice]\ntimeline: [{dial: alice}]
users: {alice: }\ntimeline: [{dial: alice}]\nexpect: [{calls: GA, never: AC}]
users: {alice: }\ntimeline: [{dial: alice}]\nexpect: [{calls: GA, of: AC}]
W
ls wrong/*.yaml | sort >files
python3 validate.py <files >verdicts
is "$(cat wrong/*.status | sort -u)" 2 "$number wrong documents are refused by the reader"
is "$(grep -v '^invalid ' verdicts)" "" "and by the schema"

done_testing
