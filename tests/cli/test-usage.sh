#!/bin/sh
# Options, exit statuses and the words of refusals.
. "$(dirname "$0")/common.sh"

dll=$top_builddir/examples/onesession.so

# wrong STATUS MESSAGE [ARGUMENT]...
wrong() {
    expected=$1 message=$2
    shift 2
    run "$@"
    is "$status" "$expected" "rrasemu $*: exit status $expected"
    like "$err" "^rrasemu: $message" "rrasemu $*: says what is wrong"
}

wrong 2 'no verb, expected one'
wrong 2 'rnu: no such verb; did you mean run?' rnu
wrong 2 '--sed: no such option of run; did you mean seed?' run --sed 1
wrong 2 '-x: no such option of run' run -x
wrong 2 '--seed needs an argument, N' run --seed
wrong 2 '--stats takes no argument' run --stats=1
wrong 2 '--seed: 1.5, expected a whole number' run --seed 1.5
wrong 2 '--seed: -1, expected a whole number' run --seed -1
wrong 2 '--seed: 18446744073709551616, expected' run --seed 18446744073709551616
wrong 2 '--os: 2008R2, expected one of .*; did you mean 2008r2?' run --os 2008R2
wrong 2 '--start: 2026-02-30T00:00:00Z, expected a date' run --start 2026-02-30T00:00:00Z
wrong 2 '--pace: 10, expected max, real or a factor' run --pace 10
wrong 2 '--pace: 0x, expected' run --pace 0x
wrong 2 '--fail-on: errors, expected one of warning, error, never; did you mean error?' run --fail-on errors
wrong 2 '--format: xml, expected one of text, jsonl' run --format xml
wrong 2 'nowhere/out: cannot be written' run --dll "$dll" -o nowhere/out
wrong 2 'nowhere.yaml: no such scenario file' run --dll "$dll" nowhere.yaml
wrong 1 'no callout was called: name an administration DLL with --dll' run
wrong 4 '/dev/full: could not be written to the end' run --dll "$dll" -o /dev/full

run --help
is "$status" 0 "--help: exit status 0"
like "$out" '^Usage: rrasemu VERB' "--help: says how"
run run --help
like "$out" '--fail-on LEVEL' "run --help: lists options"
run --version
like "$out" '^rrasemu [0-9]' "--version: names the version"

for verb in "run --dll $dll" "test --dll $dll $top_srcdir/examples/onesession/scenario.yaml" "spec rules"; do
    # shellcheck disable=SC2086  # words
    "$rrasemu" $verb >&- 2>err
    is "$? $(cat err)" "4 rrasemu: standard output: cannot be written: Bad file descriptor" "${verb%% *} without a standard output"
done
"$rrasemu" --help >&- 2>/dev/null
is "$?" 4 "standard output closed: exit status 4"

build warns.so "every.c" -DANSWER=2
run run --dll ./warns.so
is "$status" 0 "a warning is fine by default"
like "$out" 'warning: odd-bool  *warns.so  *MprAdminAcceptNewConnection: its result holds neither 0 nor 1' \
    "B0.accept: a BOOL of 2 is reported and counts as TRUE"
run run --dll ./warns.so --format jsonl
like "$out" '"result":2,"out":{"effective":1}' "the transcript has the result as returned and as taken"
run run --dll ./warns.so --fail-on warning
is "$status" 1 "--fail-on warning: exit status 1"
run run --dll ./warns.so --fail-on never
is "$status" 0 "--fail-on never: exit status 0"

build zero.so every.c -DADDRESS=0
run run --dll ./zero.so --format jsonl
like "$out" '"type":"finding","rule":"C3.5","connection":1,"id":"zero-address"' \
    "C3.5: an address of 0 is reported"
unlike "$(calls)" 'AcceptNewConnection' "C3.5: and the user cannot connect"
unlike "$(calls)" 'Release' "Q40: nothing was given, nothing is released"

build refuses.so every.c -DANSWER=FALSE
run run --dll ./refuses.so
is "$status" 0 "a callout that refuses is fine: exit status 0"

run run --dll "$dll" "$top_srcdir/examples/onesession/scenario.yaml" nowhere.yaml
is "$status" 2 "of several scenarios the worst decides"
like "$out" '4 connections: 3 accepted, 1 refused' "and the others are still run"

run run --dll "$dll" --stats
like "$err" ' 1 MprAdminAcceptNewConnection$' "--stats counts callouts on standard error"
unlike "$out" "$(printf '\033')" "no colour where no terminal is"

done_testing
