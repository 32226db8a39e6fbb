#!/bin/sh
# Runs cmocka programs and the examples under valgrind: no error, no leak.
# usage: run-valgrind.sh PROGRAM... in the build folder
set -u
command -v valgrind >/dev/null || { echo "valgrind is not installed" >&2; exit 77; }
check="./libtool --mode=execute valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect"
: "${srcdir:=..}"
passed=0 failed=0
try() {
    if "$@" >valgrind.log 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL: $*"
        tail -n 40 valgrind.log
    fi
}
for program; do
    case $program in
    *test_onesession) try $check "$program" examples/onesession.so ;;
    *) try $check "$program" ;;
    esac
done
BILLING_FILE=/dev/null
export BILLING_FILE
for example in onesession addressbook billing; do
    for format in text jsonl; do
        try $check ./rrasemu run --dll examples/$example.so --format $format \
            "$srcdir/examples/$example/scenario.yaml"
    done
done
# the isolated host's processes; what valgrind has to say would stand in the transcript
top_srcdir=$srcdir top_builddir=. WRAP='valgrind -q --leak-check=no' try sh "$srcdir/tests/hosts/test-same-bytes.sh"
rm -f valgrind.log
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
