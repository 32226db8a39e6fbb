#!/bin/sh
# Changes one thing at a time in the engine and asks the tests whether they notice: make check-mutants. With COUNT of
# them chosen by SEED; the survivors are listed in mutants.txt, and those of tests/mutants/equivalent.txt change nothing.
set -eu
srcdir=$1 count=${COUNT:-200} seed=${SEED:-1} work=$PWD/mutants
tests='tests/core/test_lifecycle tests/core/test_audit tests/core/test_indexes tests/conformance/test_sequences
    tests/conformance/test_fields tests/embed/test_embedding tests/scenario/test_scenario tests/conformance/test-pairs.sh
    tests/conformance/test-policies.sh tests/conformance/test-events.sh tests/cli/test-from.sh tests/conformance/test-scenarios.sh
    tests/conformance/test-fidelity.sh tests/cli/test-generations.sh tests/cli/test-start-failures.sh tests/cli/test-forbidden.sh
    tests/hosts/test-clock.sh tests/conformance/test-random.sh'

rm -rf "$work"
mkdir -p "$work/build"
cp -R "$srcdir" "$work/source"
rm -rf "$work/source/build" "$work/source/.git"
(cd "$work/build" && ../source/configure --quiet --without-mingw CFLAGS='-O1 -w' >/dev/null && make -s >/dev/null &&
    make -s check TESTS= >/dev/null)

(cd "$work/source" && awk -f tests/mutants/candidates.awk emu/ras/*.c emu/callout/*.c emu/input/*.c |
    grep -v "^emu/ras/coverage.c") >"$work/all" # which serves the tests alone
all=$(wc -l <"$work/all")
awk -v seed="$seed" -v count="$count" -v all="$all" 'BEGIN {
    for (n = 0; n < count && n < all;) {
        seed = (seed * 48271) % 2147483647
        if (!((at = 1 + seed % all) in chosen)) { chosen[at] = 1; n++ }
    }
    while ((getline line <ARGV[1]) > 0) if (++number in chosen) print line
}' "$work/all" >"$work/chosen"

# noticed: the first test that fails
noticed() {
    for test in $tests; do
        if ! (cd "$work/build" && RRASEMU_COVERAGE='' timeout 300 make -s check-TESTS TESTS="$test" >/dev/null 2>&1); then
            echo "$test"
            return
        fi
    done
}

tab=$(printf '\t')
killed=0 survived=0 stillborn=0 harmless=0 number=0
: >mutants.txt
while IFS=$tab read -r file line column length replacement; do
    number=$((number + 1))
    original=$work/source/$file
    cp "$original" "$work/kept"
    awk -v line="$line" -v column="$column" -v length_="$length" -v replacement="$replacement" '
        NR == line { $0 = substr($0, 1, column - 1) replacement substr($0, column + length_) } { print }' "$work/kept" >"$original"
    what="$file: $(sed -n "${line}p" "$work/kept" | sed 's/^ *//' | cut -c1-100) => $replacement"
    if ! (cd "$work/build" && make -s >/dev/null 2>&1 && make -s check TESTS= >/dev/null 2>&1); then
        stillborn=$((stillborn + 1)) by='does not compile'
    elif by=$(noticed) && [ -n "$by" ]; then
        killed=$((killed + 1))
    elif grep -q -F -x -e "$what" "$srcdir/tests/mutants/equivalent.txt"; then
        harmless=$((harmless + 1)) by='changes nothing'
    else
        survived=$((survived + 1)) by=survived
        echo "$what" >>mutants.txt
    fi
    [ ! -t 2 ] || printf '\r%d of %d, %d survived\033[K' "$number" "$count" "$survived" >&2
    printf '%s\t%s\n' "$by" "$what" >>"$work/log"
    cp "$work/kept" "$original"
done <"$work/chosen"
[ ! -t 2 ] || printf '\r\033[K' >&2
judged=$((killed + survived))
echo "$number mutants: $killed noticed, $survived not, $harmless change nothing, $stillborn do not compile"
sed 's/^/not noticed: /' mutants.txt
[ "$judged" -gt 0 ] && [ $((killed * 100)) -ge $((judged * 95)) ]
