#!/bin/sh
# Every rule has a test that names it (tests/rules.awk), and every value of every policy.
. "$(dirname "$0")/../cli/common.sh"

"$rrasemu" spec rules >rules
"$rrasemu" spec policies >policies
find "$top_srcdir/tests" "$top_srcdir/examples" -name 'test*.c' -o -name '*.sh' -o -path '*/conformance/*.yaml' |
    LC_ALL=C sort >sources
xargs ${AWK:-awk} -f "$top_srcdir/tests/rules.awk" rules policies <sources >listing

cut -f1 listing | sort -u >proven
awk 'NR > 1 { print $1 }' rules | sort -u >known
is "$(comm -13 proven known)" "" "$(grep -c . known) rules have a test each"
is "$(comm -23 proven known)" "" "no test proves what is no rule"
awk -F'\t' '$3 ~ /^policy / { sub(/^policy /, "", $3); print $3 }' listing | sort -u >chosen
awk 'NR > 1 { print $2 "=" $3 }' policies | sort -u >values
is "$(comm -13 chosen values)" "" "$(grep -c . values) values of policies have a test each"
id=Z9.none
echo "$id  without a test" >>rules
# shellcheck disable=SC2046  # a file a word
${AWK:-awk} -v table=1 -f "$top_srcdir/tests/rules.awk" rules policies $(cat sources) >table
is "$(grep -B 1 '^    no test$' table | head -n 1)" "$id  without a test" "a rule without a test is shown"

done_testing
