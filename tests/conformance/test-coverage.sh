#!/bin/sh
# Every row of every table is taken by a directed test; it runs behind all others (tests.am).
. "$(dirname "$0")/../cli/common.sh"

# findings that only some builds can have
unseen=
has_wine || unseen="Wine: $why_not"
! sanitized || unseen="a sanitizer reports crashes and exceptions itself"
command -v valgrind >/dev/null && case ${CC:-cc} in *clang*) false ;; esac ||
    unseen=${unseen:-"memory-error: no valgrind here reads what this compiler writes"}
CMOCKA_MESSAGE_OUTPUT=TAP "$top_builddir/tests/conformance/test_coverage" >tap
ok "$(grep -c '^ok\|^not ok' tap | grep -c '^0$')" "the tables are looked at"
while IFS= read -r line; do
    case $line in
    *every_finding_is_reported)
        if [ -n "$unseen" ]; then
            skip "${line#* - }" "$unseen"
        else
            ok "$(expr "$line" : ok >/dev/null; echo $?)" "${line#* - }"
        fi
        ;;
    ok*) ok 0 "${line#* - }" ;;
    not*) ok 1 "${line#* - }" ;;
    '#'*) echo "$line" ;;
    esac
done <tap

done_testing
