#!/bin/sh
# What callouts ask of the system and its language, and what they trace: the same natively and under Wine. system.txt has what each
# act comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

table=$top_srcdir/tests/hosts/system.txt
# shellcheck disable=SC2046  # words
{
    echo 'users:'
    printf '  %s: \n' $(acts_of "$table")
    act_timeline $(acts_of "$table")
} >system.yaml
in_all_hosts system "$table" system.yaml -lrtutils

done_testing
