#!/bin/sh
# Changes one thing at a time in the engine and asks the tests whether they notice: make check-mutants. COUNT of the
# changes (200) are chosen by SEED (1), or are those that stand in the file AGAIN, a kept mutants.txt, as far as the sources
# still have them; JOBS of them (2) are tried at a time, each in a copy of the sources of its own.
# mutants/log holds what became of each, mutants.txt those that no test noticed. Those of tests/mutants/equivalent.txt
# change nothing that a user can observe, for the reason above them, and are not tried.
#
# What all tests pass with is built once more, with sanitizers, for what only they see: a step beyond an array, memory that
# is not given back.
#
# A change costs a rebuild. One binary that holds all changes, chosen by a variable, would not do: most of them are in tables,
# which are constants, so that a row could not be there and not be there. The rebuild is a small part of the time anyway.
# shellcheck disable=SC2317  # each calls what it is told to
set -eu
srcdir=$(cd "$1" && pwd) count=${COUNT:-200} seed=${SEED:-1} jobs=${JOBS:-2} work=$PWD/mutants

# those that show much in little time first
programs='tests/core/test_lifecycle tests/core/test_callouts tests/core/test_audit tests/conformance/test_fields
    tests/embed/test_embedding tests/conformance/test_sequences tests/core/test_rules tests/scenario/test_scenario
    tests/embed/test_parked'
tests="$programs tests/conformance/test-events.sh tests/cli/test-spec.sh tests/conformance/test-oddity.sh
    tests/conformance/test-fidelity.sh tests/conformance/test-edges.sh tests/conformance/test-pairs.sh tests/conformance/test-policies.sh
    tests/conformance/test-scenarios.sh tests/cli/test-generations.sh tests/hosts/test-clock.sh
    tests/cli/test-determinism.sh tests/cli/test-expectations.sh tests/cli/test-registry.sh tests/cli/test-from.sh
    tests/cli/test-start-failures.sh tests/hosts/test-culprit.sh tests/hosts/test-left.sh tests/hosts/test-output.sh tests/hosts/test-eventlog.sh
    tests/cli/test-forbidden.sh tests/hosts/test-overrun.sh tests/hosts/test-same-bytes.sh tests/core/test_indexes
    tests/hosts/test-isolated.sh tests/hosts/test-arguments.sh tests/hosts/test-workers.sh tests/conformance/test-random.sh tests/cli/test-memory.sh"
sanitized_tests="$programs tests/conformance/test-events.sh tests/cli/test-spec.sh tests/cli/test-start-failures.sh
    tests/hosts/test-culprit.sh tests/cli/test-registry.sh tests/hosts/test-same-bytes.sh tests/cli/test-forbidden.sh"

# Programs that need no libtool to run start in a tenth of the time.
direct=LDFLAGS=-no-install

# what a test needs is linked when its turn comes: most are noticed by the first
needs() {
    case $1 in *.sh) echo rrasemu rrasemu-worker librrasemu.la ;; *) echo "$1" ;; esac
}

# run TEST BUILD SECONDS: a test that goes on for ever ends too, and a change that grows or writes without end harms nobody
run() (
    cd "$work/$2"
    # shellcheck disable=SC2046  # words
    make -s "$direct" $(needs "$1") >/dev/null 2>&1
    # shellcheck disable=SC3045  # every sh has them
    ulimit -t 40
    # shellcheck disable=SC3045
    ulimit -f 4194304
    # shellcheck disable=SC3045  # the address sanitizer, of a DLL's too, reserves more
    case $1/$2 in *culprit*) ;; */build) ulimit -v 16777216 ;; esac
    TAP_BRIEF=yes TMPDIR=$work/${2%/*}/scratch RRASEMU_COVERAGE='' \
        timeout -s KILL "$3" make -s check-TESTS TESTS="$1" >/dev/null 2>&1
)

# prepare COPY: sources and two builds of them
prepare() {
    mkdir -p "$work/$1/build" "$work/$1/sanitized" "$work/$1/scratch"
    mkdir "$work/$1/source" # which may lie inside of the sources
    (cd "$srcdir" && tar -cf - --exclude="./${work#"$srcdir"/}" .) | (cd "$work/$1/source" && tar -xf -)
    {
        (cd "$work/$1/build" && ../source/configure --quiet --without-mingw --disable-static CFLAGS='-O0 -w')
        (cd "$work/$1/sanitized" && ../source/configure --quiet --without-mingw --disable-static --enable-asan \
            --enable-ubsan CFLAGS='-O0 -w')
        for build in build sanitized; do
            (cd "$work/$1/$build" && make -s "$direct" && make -s "$direct" check TESTS=)
        done
    } >"$work/$1/log" 2>&1
}

# claim WHAT: whether nobody else has it
claim() {
    mkdir "$work/claims/$1" 2>/dev/null
}

# name TEST BUILD: without slashes
name() {
    echo "${2#*/} $1" | tr '/ ' __
}

# measure COPY: how long the tests take where nothing is changed; one that fails even there would notice anything
measure() {
    for build in build sanitized; do
        case $build in build) list=$tests ;; *) list=$sanitized_tests ;; esac
        for test in $list; do
            claim "$(name "$test" "$1/$build")" || continue
            began=$(date +%s)
            run "$test" "$1/$build" 600 || echo "$test" >>"$work/unfit"
            echo $((30 + 8 * ($(date +%s) - began))) >"$work/limits/$(name "$test" "$1/$build")"
        done
    done
}

# fails TEST BUILD: whether it does; $how says that it did not end
fails() {
    status=0 how=
    run "$1" "$2" "$(cat "$work/limits/$(name "$1" "$2")")" || status=$?
    rm -rf "$work/${2%/*}/scratch"/*
    [ "$status" != 137 ] || how=', which did not end'
    [ "$status" != 0 ]
}

# noticed FILE COPY: the test that fails; the one that did for this file the last time goes first
noticed() {
    memory=$work/memory/$(echo "$1" | tr / -)
    for test in $(cat "$memory" 2>/dev/null) $tests; do
        fails "$test" "$2/build" || continue
        echo "$test" >"$memory"
        echo "$test$how"
        return
    done
    for test in $sanitized_tests; do
        fails "$test" "$2/sanitized" || continue
        echo "$test, with sanitizers$how"
        return
    done
    echo survived
}

# attempt COPY: tries what is chosen and not claimed
attempt() {
    number=0
    while IFS=$tab read -r file line column length replacement what; do
        number=$((number + 1))
        claim "$number" || continue
        original=$work/$1/source/$file began=$(date +%s)
        cp "$original" "$work/$1/kept"
        awk -v line="$line" -v column="$column" -v length_="$length" -v replacement="$replacement" '
            NR == line { $0 = substr($0, 1, column - 1) replacement substr($0, column + length_) } { print }' \
            "$work/$1/kept" >"$original"
        if grep -q -F -x -e "$what" "$srcdir/tests/mutants/equivalent.txt"; then
            by='changes nothing'
        elif ! (cd "$work/$1/build" && make -s libemu.la >"$work/$1/log" 2>&1); then
            by='does not compile'
        else
            by=$(noticed "$file" "$1")
        fi
        printf '%s\t%s\t%ss\t%s\n' "$by" "$number" $(($(date +%s) - began)) "$what" >>"$work/log"
        [ ! -t 2 ] || printf '\r%s of %s\033[K' "$(wc -l <"$work/log")" "$count" >&2
        cp "$work/$1/kept" "$original"
    done <"$work/chosen"
}

# each DO: for each copy, side by side
each() {
    working=
    for copy in $copies; do
        "$1" "$copy" &
        working="$working $!"
    done
    for one in $working; do
        wait "$one" || return 1
    done
}

tab=$(printf '\t') working=
trap 'kill $working 2>/dev/null; exit 1' INT TERM
copies=$(awk -v jobs="$jobs" 'BEGIN { for (i = 1; i <= jobs; i++) print i }')
rm -rf "$work"
mkdir -p "$work/claims" "$work/limits" "$work/memory"
: >"$work/log"
(cd "$srcdir" && LC_ALL=C awk -f tests/mutants/candidates.awk emu/ras/*.c emu/callout/*.c emu/input/*.c |
    grep -v '^emu/ras/coverage.c') >"$work/all" # which serves the tests alone
awk -v seed="$seed" -v count="$count" -v all="$(wc -l <"$work/all")" 'BEGIN {
    for (n = 0; n < count && n < all;) {
        seed = (seed * 48271) % 2147483647
        if (!((at = 1 + seed % all) in chosen)) { chosen[at] = 1; n++ }
    }
    while ((getline line <ARGV[1]) > 0) if (++number in chosen) print line
}' "$work/all" >"$work/chosen"
cut -f6- "$work/all" >"$work/known"
[ -z "${AGAIN:-}" ] || awk -F'\t' 'NR == FNR { again[$0] = 1; next } $6 in again' "$AGAIN" "$work/all" >"$work/chosen"
if grep -v -e '^#' -e '^$' "$srcdir/tests/mutants/equivalent.txt" | grep -v -F -x -f "$work/known"; then
    echo "tests/mutants/equivalent.txt lists these, but nothing in the sources is changed so" >&2
    exit 1
fi

each prepare || { cat "$work"/*/log >&2; exit 1; }
each measure
if [ -f "$work/unfit" ]; then
    echo "these fail where nothing is changed: $(tr '\n' ' ' <"$work/unfit")" >&2
    exit 1
fi
each attempt

[ ! -t 2 ] || printf '\r\033[K' >&2
sed -n "s/^survived$tab.*$tab//p" "$work/log" | LC_ALL=C sort >mutants.txt
awk -F'\t' '
    /^changes nothing/ { harmless++; next }
    /^does not compile/ { stillborn++; next }
    /^survived/ { survived++; next }
    { killed++ }
    END {
        printf "%d mutants: %d noticed, %d not, %d change nothing, %d do not compile\n", NR, killed, survived, harmless, stillborn
        if (NR == 0 || killed * 100 < (killed + survived) * 95) exit 1
    }' "$work/log" && status=0 || status=1
sed 's/^/not noticed: /' mutants.txt
exit "$status"
