#!/bin/sh
# SPDX-License-Identifier: MIT
##
# @file run-admin.sh
# Checks that the libraries offer the administration functions, and nothing else; prints TAP.
#
# Environment: LIBMPRAPI (the shared library), LIBMPRAPI_DLL_A (the import
# library), MPRADMIN (directory of admin_functions.def), AWK, NM, MINGW64_NM. A library that is not
# named skips its cases.

here=$(dirname "$0")
AWK=${AWK:-awk}
NM=${NM:-nm}
MINGW64_NM=${MINGW64_NM:-x86_64-w64-mingw32-nm}
MPRADMIN=${MPRADMIN:-$here/../../api/mpradmin}

work=$(mktemp -d "${TMPDIR:-/tmp}/admin.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM

number=0
failed=0

# check TITLE FILE: fine while the file of offending names is empty.
check() {
    number=$((number + 1))
    if [ -s "$2" ]; then
        failed=1
        echo "not ok $number - $1"
        sed 's/^/# /' "$2"
    else
        echo "ok $number - $1"
    fi
}

skip() {
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

LC_ALL=C
export LC_ALL
"$AWK" -F '\t' 'NR > 1 && $2 != "declared" { print $1 }' "$here/tables/admin-functions.tsv" |
    sort >"$work/wanted"
wanted=$(wc -l <"$work/wanted" | tr -d ' ')

# What a callout DLL exports must not be in the library: a DLL would bind to it instead of its own.
"$AWK" -F '\t' 'NR > 1 && $2 == "export" { print $1 }' "$here/tables/callouts.tsv" |
    sort >"$work/callouts"

"$AWK" -f "$MPRADMIN/mprapi.def.awk" "$MPRADMIN/admin_functions.def" |
    sed -n 's/^    //p' | sort >"$work/listed"
comm -3 "$work/wanted" "$work/listed" >"$work/different"
check "admin_functions.def lists the $wanted functions of the table" "$work/different"

if [ -n "$LIBMPRAPI" ]; then
    if ! "$NM" -D --defined-only "$LIBMPRAPI" >"$work/nm" 2>"$work/different"; then
        check "$NM reads $LIBMPRAPI" "$work/different"
    fi
    "$AWK" '$2 ~ /^[TW]$/ { print $3 }' "$work/nm" | sed 's/@.*//' | sort -u >"$work/exported"
    comm -23 "$work/wanted" "$work/exported" >"$work/different"
    check "libmprapi exports the $wanted functions" "$work/different"
    grep -E '^(Mpr|RasAdmin)' "$work/exported" | comm -13 "$work/wanted" - >"$work/different"
    check "libmprapi exports no other name of the families" "$work/different"
    comm -12 "$work/callouts" "$work/exported" >"$work/different"
    check "libmprapi exports no callout" "$work/different"
else
    skip "libmprapi exports the $wanted functions" "LIBMPRAPI is not set"
fi

if [ -z "$LIBMPRAPI_DLL_A" ]; then
    skip "the import library offers the $wanted functions" "LIBMPRAPI_DLL_A is not set"
elif ! command -v "$MINGW64_NM" >/dev/null 2>&1; then
    skip "the import library offers the $wanted functions" "$MINGW64_NM is not installed"
else
    "$MINGW64_NM" "$LIBMPRAPI_DLL_A" 2>/dev/null |
        "$AWK" '$2 == "T" { print $3 }' | sort -u >"$work/offered"
    comm -3 "$work/wanted" "$work/offered" >"$work/different"
    check "the import library offers the $wanted functions and no other" "$work/different"
    "$MINGW64_NM" "$LIBMPRAPI_DLL_A" 2>/dev/null |
        sed -n 's/^.* __imp_//p' | sort -u >"$work/offered"
    comm -3 "$work/wanted" "$work/offered" >"$work/different"
    check "the import library offers their pointers too" "$work/different"
fi

echo "1..$number"
exit $failed
