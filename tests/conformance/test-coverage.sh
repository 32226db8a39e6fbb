#!/bin/sh
# Every row of every table is taken by a directed test; it runs behind all others (tests.am).
. "$(dirname "$0")/../cli/common.sh"

if ! has_wine; then # findings of Windows DLLs alone are told there
    echo "# without Wine: $why_not"
fi
CMOCKA_MESSAGE_OUTPUT=TAP "$top_builddir/tests/conformance/test_coverage" >tap
ok "$(grep -c '^ok\|^not ok' tap | grep -c '^0$')" "the tables are looked at"
while IFS= read -r line; do
    case $line in
    ok*) ok 0 "${line#* - }" ;;
    not*) ok 1 "${line#* - }" ;;
    '#'*) echo "$line" ;;
    esac
done <tap

done_testing
