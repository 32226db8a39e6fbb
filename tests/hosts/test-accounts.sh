#!/bin/sh
# What the directory tells callouts of the scenario's users: the same natively and under Wine. accounts.txt has what each act
# comes to.
. "$(dirname "$0")/../cli/common.sh"
. "$top_srcdir/tests/hosts/acts.sh"

table=$top_srcdir/tests/hosts/accounts.txt
# shellcheck disable=SC2046  # words
{
    cat <<'Y'
users:
  alice: {groups: "VPN Users,  Domain Admins ,", password: secret}
  bob: {groups: vpn users}
  carol:
  wrong: {authentication: fails}
Y
    printf '  %s: \n' $(acts_of "$table")
    act_timeline $(acts_of "$table")
} >accounts.yaml
in_all_hosts accounts "$table" accounts.yaml -lnetapi32 -ladvapi32

done_testing
