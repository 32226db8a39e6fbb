#!/bin/sh
# What callouts ask of the system and its language, and what they trace: the same natively and under Wine. system.txt has what each
# act comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

run_acts system -lrtutils

done_testing
