#!/bin/sh
# Pages, mappings, handles, completion ports, lists of the registry: the same natively and under Wine. objects.txt has what each act
# comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

threaded="handles ports locals closing"
ours=closing
run_acts objects

done_testing
