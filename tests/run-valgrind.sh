#!/bin/sh
# Runs cmocka programs and the examples under valgrind, as many at a time as there are processors: no error, no leak.
# usage: run-valgrind.sh PROGRAM... in the build folder
set -u
command -v valgrind >/dev/null || { echo "valgrind is not installed" >&2; exit 77; }
check="./libtool --mode=execute valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect"
: "${srcdir:=..}"
export srcdir

# what is tried, a line each
commands() {
    # the isolated host's processes, which takes longest; what valgrind has to say would stand in the transcript
    echo "top_srcdir=$srcdir top_builddir=. WRAP='valgrind -q --leak-check=no' sh $srcdir/tests/hosts/test-same-bytes.sh"
    for program; do
        case $program in
        *test_onesession) echo "$check $program examples/onesession.so" ;;
        *) echo "$check $program" ;;
        esac
    done
    for example in onesession addressbook billing; do
        for format in text jsonl; do
            echo "BILLING_FILE=/dev/null $check ./rrasemu run --dll examples/$example.so --format $format" \
                "$srcdir/examples/$example/scenario.yaml"
        done
    done
}

# shellcheck disable=SC2016  # the shell that is started expands them
commands "$@" | xargs -d '\n' -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh -c '
    if said=$(sh -c "$0" 2>&1); then
        printf "passed: %s\n" "$0"
    else
        printf "FAIL: %s\n%s\n" "$0" "$(printf "%s\n" "$said" | tail -n 40)"
    fi' >valgrind.log
grep -v '^passed: ' valgrind.log
passed=$(grep -c '^passed: ' valgrind.log) all=$(commands "$@" | wc -l)
rm -f valgrind.log
echo "$passed passed, $((all - passed)) failed"
[ "$passed" = "$all" ]
