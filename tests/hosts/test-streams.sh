#!/bin/sh
# File streams of C++ under the paths of Windows: the same natively and under Wine. streams.txt has what each act comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

ours=places
table=$top_srcdir/tests/hosts/streams.txt
# shellcheck disable=SC2046  # words
{
    echo 'users:'
    printf '  %s: \n' $(acts_of "$table")
    act_timeline $(acts_of "$table")
} >streams.yaml
in_all_hosts streams "$table" streams.yaml

done_testing
