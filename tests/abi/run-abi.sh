#!/bin/sh
# SPDX-License-Identifier: MIT
##
# @file run-abi.sh
# Compares the public headers with the tables of the interface and prints TAP.
#
# One case per compiler, language, architecture and target: the comparison is compiled without a
# warning and, where the result can run here, run. Then each header by itself, and the rules for
# choosing a target. A compiler that is missing skips its cases.
#
# Environment: ABI_INCLUDES (include directories, the mprapi one first),
# AWK, and the compilers GCC, GXX, CLANG, CLANGXX, MINGW64_CC, MINGW64_CXX, MINGW32_CC, MINGW32_CXX.

here=$(dirname "$0")
ABI_INCLUDES=${ABI_INCLUDES:-"$here/../../api/mprapi $here/../../api/win32"}
AWK=${AWK:-awk}
GCC=${GCC:-gcc} GXX=${GXX:-g++} CLANG=${CLANG:-clang} CLANGXX=${CLANGXX:-clang++}
MINGW64_CC=${MINGW64_CC:-x86_64-w64-mingw32-gcc}
MINGW64_CXX=${MINGW64_CXX:-x86_64-w64-mingw32-g++}
MINGW32_CC=${MINGW32_CC:-i686-w64-mingw32-gcc}
MINGW32_CXX=${MINGW32_CXX:-i686-w64-mingw32-g++}

tables=$here/tables
mprapi=${ABI_INCLUDES%% *}
includes=
for directory in $ABI_INCLUDES; do
    includes="$includes -I $directory"
done
warnings="-Wall -Wextra -Wpedantic -Werror"

work=$(mktemp -d "${TMPDIR:-/tmp}/abi.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM

number=0
failed=0

ok() {
    number=$((number + 1))
    echo "ok $number - $1"
}

not_ok() {
    number=$((number + 1))
    failed=1
    echo "not ok $number - $1"
    sed 's/^/# /;40q' "$work/log"
}

skip() {
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

available() {
    command -v "${1%% *}" >/dev/null 2>&1
}

# A compiler for the cases that are about the headers, not about the compiler.
native=$GCC
available "$native" || native=$CLANG
if ! available "$native"; then
    echo "1..0 # SKIP neither $GCC nor $CLANG is installed"
    exit 0
fi

# The tables know x64 and x86; other machines with 64-bit pointers have the x64 layout.
pointers=$($native -dM -E -x c /dev/null | sed -n 's/#define __SIZEOF_POINTER__ //p')

# The flags that select a target the way a program would.
target_flags() {
    case $1 in
    WIN10) ;;
    WINBLUE) echo "-D_WIN32_WINNT=0x0603" ;;
    WIN8) echo "-D_WIN32_WINNT=0x0602" ;;
    WIN7) echo "-D_WIN32_WINNT=0x0601" ;;
    *) echo "-D_WIN32_WINNT=$1" ;;
    esac
}

header=mprapi.h

# generate LANGUAGE OS ARCH TARGET: names the source; made once for each combination.
generate() {
    case $1 in c++) suffix=cc ;; *) suffix=c ;; esac
    source=$work/$header-$2-$3-$4.$suffix
    [ -s "$source" ] || "$AWK" -v lang="$1" -v os="$2" -v arch="$3" -v target="$4" -v header="$header" \
        -f "$here/generate.awk" "$tables"/*.tsv >"$source" 2>"$work/log"
}

# compare TITLE COMPILER LANGUAGE STANDARD OS ARCH TARGETS...
compare() {
    title=$1 compiler=$2 language=$3 standard=$4 os=$5 arch=$6
    shift 6
    for target; do
        name="$title $arch $target"
        if ! available "$compiler"; then
            skip "$name" "$compiler is not installed"
            continue
        fi
        if [ "$os" = posix ] && [ "$pointers" != 8 ]; then
            skip "$name" "pointers have $pointers bytes here"
            continue
        fi
        if ! generate "$language" "$os" "$arch" "$target"; then
            not_ok "$name: the tables cannot be read"
            continue
        fi
        counts=$(sed -n 's|^/\* compared: \(.*\) \*/$|\1|p' "$source")
        flags="-std=$standard $warnings $(target_flags "$target")"
        if [ "$os" = posix ]; then
            if $compiler $flags -DRRAS_SYSTEM_STDIO -fshort-wchar $includes "$source" -o "$work/test" \
                >"$work/log" 2>&1 && "$work/test" >"$work/log" 2>&1; then
                ok "$name: $(tail -n 1 "$work/log")"
            else
                not_ok "$name"
            fi
        elif $compiler $flags -I "$mprapi" -c "$source" -o "$work/test.o" >"$work/log" 2>&1; then
            ok "$name: $counts"
        else
            not_ok "$name"
        fi
    done
}

recent="WIN10 WINBLUE WIN8 WIN7"
old="0x0600 0x0502 0x0501 0x0500"
compare "gcc C11" "$GCC" c c11 posix x64 $recent $old
compare "clang C11" "$CLANG" c c11 posix x64 $recent
compare "g++ C++17" "$GXX" c++ c++17 posix x64 $recent $old
compare "clang++ C++17" "$CLANGXX" c++ c++17 posix x64 $recent
compare "mingw-w64 gcc C11" "$MINGW64_CC" c c11 windows x64 $recent $old
compare "mingw-w64 g++ C++17" "$MINGW64_CXX" c++ c++17 windows x64 $recent
compare "mingw-w64 gcc C11" "$MINGW32_CC" c c11 windows x86 $recent $old
compare "mingw-w64 g++ C++17" "$MINGW32_CXX" c++ c++17 windows x86 $recent

# Windows NT 4.0 has structures of the same names in a header of its own.
header=rassapi.h
compare "rassapi.h gcc C11" "$GCC" c c11 posix x64 WIN10
compare "rassapi.h clang C11" "$CLANG" c c11 posix x64 WIN10
compare "rassapi.h g++ C++17" "$GXX" c++ c++17 posix x64 WIN10
compare "rassapi.h mingw-w64 gcc C11" "$MINGW64_CC" c c11 windows x64 WIN10
compare "rassapi.h mingw-w64 g++ C++17" "$MINGW64_CXX" c++ c++17 windows x64 WIN10
compare "rassapi.h mingw-w64 gcc C11" "$MINGW32_CC" c c11 windows x86 WIN10

# Each header alone, twice, in every language and environment there is.
alone() {
    printf '#include <%s>\n#include <%s>\nint header_alone;\n' "$1" "$1" >"$work/alone.c"
    cp "$work/alone.c" "$work/alone.cc"
    $native -std=c11 $warnings -fshort-wchar $includes -fsyntax-only "$work/alone.c" || return 1
    if available "$GXX"; then
        $GXX -std=c++17 $warnings -fshort-wchar $includes -fsyntax-only "$work/alone.cc" || return 1
    fi
    if [ "$2" = windows ] && available "$MINGW64_CC"; then
        $MINGW64_CC -std=c11 $warnings -I "$mprapi" -fsyntax-only "$work/alone.c" || return 1
    fi
}

for header in "$mprapi"/*.h; do
    name=${header##*/}
    if alone "$name" windows >"$work/log" 2>&1; then
        ok "$name compiles alone"
    else
        not_ok "$name compiles alone"
    fi
done
for name in ras.h lmcons.h; do
    if alone "$name" posix >"$work/log" 2>&1; then
        ok "$name compiles alone"
    else
        not_ok "$name compiles alone"
    fi
done

# Doxygen refuses a member without a description; a slot's has words of its own, and the rule of its callout.
"$AWK" '/^    [A-Z0-9]+ lpfn/ { slot = $2; text = ""; slots++; next }
        slot { text = text $0 }
        slot && /\*\// {
            if (split(text, words, " ") < 8 || text !~ /\([A-Z][0-9]+\.[a-z0-9]+\)/)
                print slot ": " text
            slot = ""
        }
        END { if (slots != 12) print slots " slots, expected 12" }' "$mprapi/mprapi_callout.h" >"$work/log"
if [ ! -s "$work/log" ]; then
    ok "each slot of the callback table says what its callout is for, with its rule"
else
    not_ok "each slot of the callback table says what its callout is for, with its rule"
fi

# Q37: the prototype leaves the convention out, the pointer type has it.
cat >"$work/release6.c" <<'C'
#include <mprapi.h>
_Static_assert(__builtin_types_compatible_p(PMPRADMINRELEASEIPV6ADDRESSFORUSER,
                                            VOID(__stdcall *)(WCHAR *, WCHAR *, IN6_ADDR *)), "");
C
if ! available "$MINGW32_CC"; then
    skip "Q37: the IPv6 release is stdcall on x86" "$MINGW32_CC is not installed"
elif $MINGW32_CC -std=c11 $warnings -I "$mprapi" -fsyntax-only "$work/release6.c" >"$work/log" 2>&1; then
    ok "Q37: the IPv6 release is stdcall on x86"
else
    not_ok "Q37: the IPv6 release is stdcall on x86"
fi

# a structure that is there for every target before Windows 8
printf '%s\n' '#include <mprapi.h>' 'IKEV2_TUNNEL_CONFIG_PARAMS1 of_windows_7_and_earlier;' >"$work/params1.c"
for target in 0x0500 0x0502 0x0600 0x0601 0x0602; do
    compiles=no
    $native -std=c11 $warnings -fshort-wchar -D_WIN32_WINNT=$target $includes -fsyntax-only "$work/params1.c" >"$work/log" 2>&1 && compiles=yes
    case $target in 0x0602) expected=no ;; *) expected=yes ;; esac
    if [ $compiles = $expected ]; then
        ok "IKEV2_TUNNEL_CONFIG_PARAMS1, target $target: $expected"
    else
        not_ok "IKEV2_TUNNEL_CONFIG_PARAMS1, target $target: $expected"
    fi
done

# choice TITLE FLAGS WINVER NTDDI: what a program gets that sets only some of the macros.
choice() {
    printf '%s\n#if WINVER != %s || _WIN32_WINNT != %s || NTDDI_VERSION != %s\n#error\n#endif\n' \
        '#include <mprapi.h>' "$3" "$3" "$4" >"$work/choice.c"
    if $native -std=c11 $warnings -fshort-wchar $2 $includes -fsyntax-only "$work/choice.c" \
        >"$work/log" 2>&1; then
        ok "target: $1"
    else
        not_ok "target: $1"
    fi
}

choice "nothing set" "" 0x0A00 0x0A000000
choice "only WINVER" "-DWINVER=0x0601" 0x0601 0x06010000
choice "only _WIN32_WINNT" "-D_WIN32_WINNT=0x0602" 0x0602 0x06020000
choice "only NTDDI_VERSION" "-DNTDDI_VERSION=0x06030000" 0x0603 0x06030000

# refused TITLE FLAGS TEXT [HEADER]...: a mistake that must stop the compiler with a word of help.
refused() {
    title=$1 flags=$2 text=$3
    shift 3
    printf '#include <%s>\n' "${@:-mprapi.h}" >"$work/refused.c"
    if ! $native -std=c11 $flags $includes -fsyntax-only "$work/refused.c" >"$work/log" 2>&1 &&
        grep "$text" "$work/log" >/dev/null && [ "$(grep -c 'error: #error' "$work/log")" = 1 ]; then
        ok "refused: $title"
    else
        not_ok "refused: $title"
    fi
}

refused "a 32-bit wchar_t" "" "pkg-config --cflags mprapi"
refused "two targets" "-fshort-wchar -D_WIN32_WINNT=0x0601 -DNTDDI_VERSION=0x0A000000" \
    "set only one"
refused "rassapi.h behind mprapi.h" -fshort-wchar "include only one of them" mprapi.h rassapi.h
refused "mprapi.h behind rassapi.h" -fshort-wchar "include only one of them" rassapi.h mprapi.h

echo "1..$number"
exit $failed
