#!/bin/sh
# The printf and strsafe families against Windows': format_expected.txt is what format_cases.h gives with the UCRT under
# Wine, with msvcrt.dll where that differs; strsafe_expected.txt what strsafe_table.c gives with mingw-w64's strsafe.h. Both are made
# again where there is Wine. Where Wine differs from what Microsoft documents, ours follows the documentation:
# `documented` says so, case by case.
. "$(dirname "$0")/../cli/common.sh"

here=$top_srcdir/tests/runtime
for table in format strsafe; do
    # shellcheck disable=SC2046  # one word a flag
    # shellcheck disable=SC2086
    ${CC:-cc} ${INSTRUMENT:-} "$here/${table}_table.c" -o $table $(pkg-config --cflags --libs mprapi) -lm || exit 99
    LD_LIBRARY_PATH=$top_builddir/.libs ./$table >$table.ours || exit 99
    is "$(wc -l <$table.ours)" "$(wc -l <"$here/${table}_expected.txt")" "$table: every case is printed"
done
total=$(wc -l <"$here/format_expected.txt")
ok "$([ "$total" -ge 150 ]; echo $?)" "there are $total formats, 150 at least"

# FORMAT, its wide or narrow text with us, and why
cat >documented <<'T'
%08.5d|	   00042|	a precision takes the flag 0 away
%#.0o|	0|	the flag # makes the first digit a zero
%hhd	1	hh is a char
%hhu	255	hh is a char
%hhx	fe	hh is a char
%.0f	0	since Windows 10 2004 a half is rounded to even
%.0f	2	since Windows 10 2004 a half is rounded to even
%.1f	0.2	since Windows 10 2004 a half is rounded to even
%c	\xc3\xbc	narrow text is UTF-8 here
%s	\xc3\xbc\xe4\xb8\xad	narrow text is UTF-8 here
%s	\xf0\x9f\x98\x80	narrow text is UTF-8 here
T
tab=$(printf '\t')
# against INDEX FORMAT OURS WINE'S WHAT: equal, or different for a reason
against() {
    if [ "$3" = "$4" ]; then
        ok 0 "$5 $2: $4"
    else
        reason=$(format=$2 text=$3 awk -F'\t' '$1 "" == ENVIRON["format"] && $2 "" == ENVIRON["text"] { print $3; exit }' documented)
        ok "$([ -n "$reason" ]; echo $?)" "$5 $2: ours is '$3', Wine's '$4' ($reason; case $1)"
    fi
}
number=0
while IFS= read -r line; do
    number=$((number + 1))
    got=$(sed -n "${number}p" format.ours)
    format=$(printf '%s\n' "$line" | cut -f2)
    against $number "$format" "$(printf '%s\n' "$got" | cut -f4)" "$(printf '%s\n' "$line" | cut -f4)" wide
    against $number "$format" "$(printf '%s\n' "$got" | cut -f5)" "$(printf '%s\n' "$line" | cut -f5)" narrow
done <"$here/format_expected.txt"
cmp "$here/strsafe_expected.txt" strsafe.ours
ok $? "strsafe: the same results, texts and rests in $(wc -l <strsafe.ours) calls"
older=$(awk -F'\t' '$6 != "="' "$here/format_expected.txt" | wc -l)
ok "$([ "$older" -gt 0 ]; echo $?)" "msvcrt.dll differs in $older formats, exponents of three digits and 1.#INF"

if has_wine; then
    for table in format strsafe; do
        $MINGW_CC -w -D__USE_MINGW_ANSI_STDIO=0 "$here/${table}_table.c" -o $table.exe
        WINEDEBUG=-all WINEPREFIX="${XDG_CACHE_HOME:-$HOME/.cache}/rrasemu/wine" \
            "$(sed -n 's/^ok  *Wine: \(.*\), wine-.*/\1/p' doctor.out)" ./$table.exe 2>/dev/null | tr -d '\r' >theirs
        cmp theirs "$here/${table}_expected.txt"
        ok $? "$table: the table is what Windows' functions print under Wine"
    done
else
    skip "the tables are what Windows' functions print under Wine" "$why_not"
fi

done_testing
