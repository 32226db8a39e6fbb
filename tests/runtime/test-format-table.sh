#!/bin/sh
# The wide printf family against the UCRT: format_expected.txt is what format_cases.h gives for Windows under
# Wine, which is checked again where there is Wine. Where Wine differs from what Microsoft documents, ours
# follows the documentation: `documented` says so, case by case.
. "$(dirname "$0")/../cli/common.sh"

here=$top_srcdir/tests/runtime
# shellcheck disable=SC2046  # one word a flag
# shellcheck disable=SC2086
${CC:-cc} ${INSTRUMENT:-} "$here/format_table.c" -o table $(pkg-config --cflags --libs mprapi) -lm || exit 99
LD_LIBRARY_PATH=$top_builddir/.libs ./table >ours || exit 99
total=$(wc -l <"$here/format_expected.txt")
ok "$([ "$total" -ge 150 ]; echo $?)" "there are $total cases, 150 at least"
is "$(wc -l <ours)" "$total" "every case is printed"

# FORMAT, its text with us, and why
cat >documented <<'T'
%08.5d|	   00042|	a precision takes the flag 0 away
%#.0o|	0|	the flag # makes the first digit a zero
%hhd	1	hh is a char
%hhu	255	hh is a char
%hhx	fe	hh is a char
%.0f	0	since Windows 10 2004 a half is rounded to even
%.0f	2	since Windows 10 2004 a half is rounded to even
%.1f	0.2	since Windows 10 2004 a half is rounded to even
T
tab=$(printf '\t')
number=0
while IFS=$tab read -r index format length text; do
    number=$((number + 1))
    got=$(sed -n "${number}p" ours | cut -f4-)
    if [ "$got" = "$text" ]; then
        ok 0 "$format: $text"
    else
        reason=$(awk -F'\t' -v format="$format" -v text="$got" '$1 "" == format && $2 "" == text { print $3; exit }' documented)
        ok "$([ -n "$reason" ]; echo $?)" "$format: ours is '$got', Wine's '$text' ($reason; length $length, case $index)"
    fi
done <"$here/format_expected.txt"

if has_wine; then
    $MINGW_CC -w "$here/format_table.c" -o table.exe
    WINEDEBUG=-all WINEPREFIX="${XDG_CACHE_HOME:-$HOME/.cache}/rrasemu/wine" \
        "$(sed -n 's/^ok  *Wine: \(.*\), wine-.*/\1/p' doctor.out)" ./table.exe 2>/dev/null | tr -d '\r' >theirs
    cmp theirs "$here/format_expected.txt"
    ok $? "the table is what the UCRT under Wine prints"
else
    skip "the table is what the UCRT under Wine prints" "$why_not"
fi

done_testing
