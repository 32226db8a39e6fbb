#!/bin/sh
# Pages, mappings, handles, completion ports, lists of the registry: the same natively and under Wine. objects.txt has what each act
# comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

threaded="handles ports locals closing"
ours=closing
table=$top_srcdir/tests/hosts/objects.txt
# shellcheck disable=SC2046  # words
{
    echo 'users:'
    printf '  %s: \n' $(acts_of "$table")
    act_timeline $(acts_of "$table")
} >objects.yaml
in_all_hosts objects "$table" objects.yaml

done_testing
