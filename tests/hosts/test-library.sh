#!/bin/sh
# The C run-time library's files, environment, dates and texts: the same natively and under Wine. library.txt has what each act
# comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

threaded="dates threads"
ours="secure words"
table=$top_srcdir/tests/hosts/library.txt
# shellcheck disable=SC2046  # words
{
    echo 'users:'
    printf '  %s: \n' $(acts_of "$table")
    act_timeline $(acts_of "$table")
} >library.yaml
in_all_hosts library "$table" library.yaml -lshlwapi

done_testing
