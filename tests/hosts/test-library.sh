#!/bin/sh
# The C run-time library's files, environment, dates and texts: the same natively and under Wine. library.txt has what each act
# comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

threaded="dates threads"
ours="secure words"
run_acts library -lshlwapi

done_testing
