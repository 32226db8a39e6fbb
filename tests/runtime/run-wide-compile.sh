#!/bin/sh
# SPDX-License-Identifier: MIT Writes TAP: callout sources with wide functions, built by every
# compiler at hand, call our functions and none of the C library's; what is not offered does not
# compile.

top=${top_srcdir:-$(dirname "$0")/../..}
top=$(cd "$top" && pwd) || exit 1
here=$top/tests/runtime
built=$(cd "${top_builddir:-$top}" && pwd) || exit 1
win32=$top/api/win32
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

short="-fshort-wchar -I$top/api/mprapi -I$built/api/cxx -I$win32 -I$built/api/spellings"
strict="-Wall -Wextra -Wpedantic -Werror"
number=0
failures=0

result() { # STATUS NAME
    number=$((number + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $number - $2"
    else
        failures=$((failures + 1))
        echo "not ok $number - $2"
        sed 's/^/# /' "$work/log" | head -n 20
    fi
}

skip() { # NAME REASON
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# The functions of the system's <wchar.h> with all extensions, and of <stdlib.h> and <inttypes.h>.
system_functions() { # COMPILER
    echo '#include <wchar.h>' | "$1" -std=gnu11 -D_GNU_SOURCE -E -P -x c - | tr '\n' ' ' |
        tr ';' '\n' | grep '^ *extern ' |
        sed -e 's/^[^(]*[ *]\([A-Za-z_0-9]*\) (.*/\1/' -e '/^__/d'
    echo mbtowc wctomb mbstowcs wcstombs wcstoimax wcstoumax open_wmemstream | tr ' ' '\n'
}

# Fails, and logs, when an object needs a wide function of the C library or a wide part of
# libstdc++.
no_system_symbol() { # OBJECT
    nm -u "$1" | awk '{print $NF}' | sed 's/@.*//' >"$work/undefined"
    awk 'NR == FNR {
             wide[$1] = wide["__" $1 "_chk"] = wide["__isoc99_" $1] = wide["__isoc23_" $1] = 1
             next
         }
         $1 in wide || /basic_string(buf|_view)?Iw|char_traitsIw/ { print $1; bad = 1 }
         END { exit bad }' "$work/functions" "$work/undefined" >>"$work/log"
}

# One program: compiled without a warning, linked with the runtime objects, looked at and run.
program() { # NAME COMPILER FLAGS SOURCE
    # the flags are words
    # shellcheck disable=SC2086
    {
        $2 $3 $short $strict -c "$4" -o "$work/program.o" &&
            $2 "$work/program.o" "$work"/runtime/*.o -o "$work/program" -ldl -lpthread &&
            no_system_symbol "$work/program.o" && "$work/program"
    } >"$work/log" 2>&1
    result $? "$1"
}

combinations() { # LANGUAGE COMPILER SOURCE ORDERS
    for optimize in "-O0" "-O2 -D_FORTIFY_SOURCE=2"; do
        for order in $4; do
            name="$2 $1 $optimize, order of headers $order"
            if have "$2"; then
                program "$name" "$2" "-std=$1 $optimize -DORDER=$order" "$3"
            else
                skip "$name" "$2 not found"
            fi
        done
    done
}

# A source that calls each function of the list on a line of its own.
calls_source() {
    echo '#include <windows.h>'
    echo '#include <inttypes.h>'
    echo '#include <stdarg.h>'
    echo '#include <stdio.h>'
    cat "$win32"/wide/not_offered.h "$win32"/stdio.h "$win32"/stdlib.h "$win32"/inttypes.h |
        sed -n 's/^RRAS_NOT_OFFERED(.*, \([a-z_0-9]*\), (\(.*\)));$/\1;\2/p' |
        awk -F ';' '{
            count = split($2, types, /, */)
            list = ""
            for (i = 1; i <= count; i++) {
                value = types[i] == "va_list" ? "list" : "(" types[i] ")0"
                if (types[i] != "..." && types[i] != "void")
                    list = list (list == "" ? "" : ", ") value
            }
            print "void call_" $1 "(va_list list); void call_" $1 \
                  "(va_list list) { (void)list; (void)" $1 "(" list "); }"
        }'
}

refusals() { # LANGUAGE COMPILER SUFFIX
    if ! have "$2"; then
        skip "$2 $1 refuses what is not offered" "$2 not found"
        return
    fi
    calls_source >"$work/calls.$3"
    limit=
    case $2 in clang*) limit=-ferror-limit=0 ;; esac
    # shellcheck disable=SC2086
    "$2" -std=$1 $limit $short -c "$work/calls.$3" -o "$work/calls.o" >"$work/errors" 2>&1
    # names have no blanks
    # shellcheck disable=SC2013
    for function in $(cat "$work/refused"); do
        line=$(grep -n "call_$function(" "$work/calls.$3" | cut -d: -f1)
        grep "calls.$3:$line:.*error:.*\"*$function is not offered by rrasemu yet" \
            "$work/errors" >/dev/null
        status=$?
        grep "calls.$3:$line:" "$work/errors" >"$work/log"
        result $status "$2 $1 refuses $function"
    done
}

refused_source() { # NAME COMPILER LANGUAGE MESSAGE, source on standard input
    cat >"$work/source"
    if ! have "$2"; then
        skip "$1" "$2 not found"
        return
    fi
    # shellcheck disable=SC2086
    if "$2" $3 -I"$built/api/cxx" -I"$win32" -c "$work/source" -o "$work/source.o" >"$work/log" 2>&1; then
        echo "it compiles" >>"$work/log"
        result 1 "$1"
    else
        grep -F -e "$4" "$work/log" >/dev/null
        result $? "$1"
    fi
}

first=
for compiler in ${CC:-} gcc clang cc; do
    if have "$compiler"; then
        first=$compiler
        break
    fi
done
if [ -z "$first" ]; then
    echo "1..0 # SKIP no C compiler"
    exit 0
fi

mkdir "$work/runtime"
for source in "$top"/api/runtime/*.c; do
    # shellcheck disable=SC2086
    $first -std=gnu11 -O2 -D_GNU_SOURCE -DRRAS_SYSTEM_STDIO -I"$top/api" -I"$built" $short -c "$source" \
        -o "$work/runtime/$(basename "$source" .c).o" || exit 1
done
system_functions "$first" | sort -u >"$work/functions"
calls_source | sed -n 's/^void call_\([a-z_0-9]*\)(.*/\1/p' | sort -u >"$work/refused"

# Each function of the system is offered, refused, or known to touch no wide string.
cat "$win32"/wide/*.h "$win32"/time.h | sed -n 's/.*[ *]\([a-z_0-9]*\)(.*RRAS_SYMBOL("rras_[a-z_0-9]*").*/\1/p' |
    sort -u >"$work/offered"
sort "$work/refused" "$work/offered" - <<'END' | comm -23 "$work/functions" - >"$work/log"
btowc
mbrlen
mbsinit
wctob
END
test ! -s "$work/log" && test "$(wc -l <"$work/functions")" -gt 90
result $? "every function of the system's headers is offered or refused"

# The runtime itself lives without the C library's wide functions.
: >"$work/log"
status=0
for object in "$work"/runtime/*.o; do
    no_system_symbol "$object" || status=1
done
result $status "the runtime objects need no wide function of the C library"

# The look at the symbols can fail: without our headers it finds the C library's functions.
cat >"$work/plain.c" <<'END'
#include <wchar.h>
size_t length(const wchar_t *text) { return wcslen(text); }
void copy(const wchar_t *text) { wchar_t to[9]; wcscpy(to, text); wprintf(to); }
END
$first -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -c "$work/plain.c" -o "$work/plain.o" 2>/dev/null
: >"$work/log"
no_system_symbol "$work/plain.o"
test $? -ne 0 && grep -x wcslen "$work/log" >/dev/null
result $? "the C library's functions would be noticed"

# Where wide characters have 32 bits, the headers are the system's.
$first -I"$win32" -O0 -c "$work/plain.c" -o "$work/plain.o" >"$work/log" 2>&1 &&
    nm -u "$work/plain.o" | grep -w wcslen >/dev/null
result $? "without -fshort-wchar <wchar.h> is the system's"

for compiler in gcc clang; do
    combinations c11 $compiler "$here/wide_program.c" "1 2 3 4"
done
for compiler in g++ clang++; do
    combinations c++17 $compiler "$here/test_wide_cxx.cpp" "1 2 3 4 5"
done

refusals c11 gcc c
refusals c11 clang c
refusals c++17 g++ cpp
refusals c++17 clang++ cpp

echo '#include <windows.h>' >"$work/windows"
for compiler in gcc clang; do
    refused_source "$compiler: the missing flag is named" $compiler "-x c" \
        'pkg-config --cflags mprapi' <"$work/windows"
done
for compiler in g++ clang++; do
    for name in wcin wcout wcerr wclog; do
        {
            echo '#include <windows.h>'
            echo '#include <fstream>'
            echo '#include <iostream>'
            echo '#include <sstream>'
            echo "void *use() { return (void *)sizeof(std::$name); }"
        } >"$work/stream"
        refused_source "$compiler refuses std::$name" $compiler "-x c++ -fshort-wchar" \
            'poisoned' <"$work/stream"
    done

    # libstdc++ takes the address of wcstol: it is ours.
    name="$compiler: std::stoi of a wide string never reaches the C library"
    if have $compiler; then
        cat >"$work/stoi.cpp" <<'END'
#include <string>
int number(const std::wstring &text) { return std::stoi(text); }
END
        # shellcheck disable=SC2086
        $compiler -std=c++17 $short -c "$work/stoi.cpp" -o "$work/stoi.o" >"$work/log" 2>&1 &&
            no_system_symbol "$work/stoi.o" &&
            grep rras_wcstol "$work/undefined" >/dev/null
        result $? "$name"
    else
        skip "$name" "$compiler not found"
    fi
done

echo "1..$number"
test $failures -eq 0
