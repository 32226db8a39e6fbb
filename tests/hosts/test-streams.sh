#!/bin/sh
# File streams of C++ under the paths of Windows: the same natively and under Wine. streams.txt has what each act comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

ours=places
run_acts streams

done_testing
