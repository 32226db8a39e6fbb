#!/bin/sh
# Which names of Windows and of its C run-time library are here, and which only Windows and Wine have: names.txt says it, and each
# is tried by compiling and linking what uses it.
. "$(dirname "$0")/../cli/common.sh"

table=$top_srcdir/tests/runtime/names.txt
sed '/^#/d' "$table" >rows
LC_ALL=C
export LC_ALL

# of_c HEADER: whether it is the C run-time library's, and is read without <windows.h>
of_c() { case $1 in wchar.h | std* | string.h | time.h | io.h | direct.h | sys/* | process.h) return 0 ;; esac; return 1; }

# source HEADER: what uses the names of standard input
source_of() {
    of_c "$1" || printf '#include <winsock2.h>\n#include <windows.h>\n'
    echo "#include <$1>"
    awk '{ printf "#ifndef %s\nvoid *volatile used_%s; void use_%s(void) { used_%s = (void *)&%s; }\n#endif\n", $1, $1, $1, $1, $1 }'
}

# there HEADER COMPILER...: of the names in the file `names` those that compile and link
there() {
    header=$1
    shift
    while [ -s names ]; do
        source_of "$header" <names >probe.c
        "$@" >log 2>&1 && break
        sed -n "s/.*error: '\([A-Za-z0-9_]*\)' undeclared.*/\1/p
            s/.*undeclared identifier '\([A-Za-z0-9_]*\)'.*/\1/p
            s/.*undefined reference to \`\([A-Za-z0-9_]*\)'.*/\1/p
            s/.*undefined symbol: \([A-Za-z0-9_]*\).*/\1/p" log | sed 's/^__imp_//; s/^rras_not_offered_//; s/^rras_//' | sort -u >missing
        [ -s missing ] || : >names # the header is not there
        grep -v -x -F -f missing names >left
        cmp -s left names && : >left
        mv left names
    done
    cat names
}

# shellcheck disable=SC2046  # one word a flag
native() {
    there "$1" ${CC:-cc} -w -ferror-limit=0 -shared -fPIC -Wl,--no-undefined probe.c -o probe.so $(pkg-config --cflags --libs mprapi)
}
case $(${CC:-cc} --version) in *clang*) ;; *) native() { # shellcheck disable=SC2046
    there "$1" ${CC:-cc} -w -shared -fPIC -Wl,--no-undefined probe.c -o probe.so $(pkg-config --cflags --libs mprapi)
} ;; esac
windows() {
    # shellcheck disable=SC2086  # the compiler may be several words
    there "$1" $MINGW_CC -w -D_WIN32_WINNT=0x0A00 -I"$top_srcdir/api/mprapi" -shared probe.c -o probe.dll \
        -L"$top_builddir/api/mingw" -lmprapi -lws2_32 -lnetapi32 -lshlwapi -lwinhttp -lwldap32 -lodbc32 -lole32 -lbcrypt \
        -lcrypt32 -lrtutils -lsynchronization -ladvapi32 -luser32
}

awk '{ print $1 }' rows | sort -u >headers
while read -r header; do
    awk -v header="$header" '$1 == header { print $2 }' rows >all
    awk -v header="$header" '$1 == header && $3 != "wine" { print $2 }' rows | sort >expected
    cp all names
    native "$header" | sort >found
    is "$(diff expected found)" "" "$header: what is said to be here is, and nothing else ($(wc -l <expected | tr -d ' ') of $(wc -l <all | tr -d ' '))"
    if [ -n "${MINGW_CC:-}" ]; then
        cp all names
        windows "$header" >found
        is "$(sort all | comm -23 - "$(sort found >sorted; echo sorted)")" "" "$header: Windows has all of them"
    fi
done <headers
sed -n 's/^ABSENT([^,]*, \([A-Za-z_]*\),.*/\1/p' "$top_srcdir/api/runtime/absent.def" | sort >absent
sed -n 's/^[^ ]* \(.*\) not-here$/\1/p' rows | sort >said
is "$(comm -13 absent said)" "" "what is said to be not here is a row of absent.def"
sed -n 's/^[^ ]* \(.*\) native$/\1/p' rows | sort >said
is "$(comm -12 absent said)" "" "and what is said to be here is none"
[ -n "${MINGW_CC:-}" ] || skip "what Windows has" "mingw-w64 is not installed"
ok "$([ "$(wc -l <rows)" -ge 400 ]; echo $?)" "there are at least 400 names"
echo "# $(grep -c 'native$' rows) of $(wc -l <rows | tr -d ' ') names are native, $(grep -c 'not-here$' rows) are not here, $(grep -c 'wine$' rows) are under Wine only"
done_testing
