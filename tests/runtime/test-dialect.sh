#!/bin/sh
# Sources in the dialect of Visual C++ compile without a warning from our headers: gcc, clang, and mingw-w64, whose own
# headers are the measure.
. "$(dirname "$0")/../cli/common.sh"

# compiles NAME PACKAGE COMPILER FLAG... SOURCE
compiles() {
    title=$1 package=$2
    shift 2
    # shellcheck disable=SC2046  # words
    "$@" -c -o object.o $(pkg-config --cflags "$package") >log 2>&1
    ok $? "$title"
    sed 's/^/# /' log | head -n 8
}

# everywhere NAME FILE: by each compiler at hand
everywhere() {
    name=$1 file=$2
    case $file in *.c) set -- gcc clang ;; *) set -- g++ clang++ ;; esac
    for compiler; do
        if command -v "$compiler" >/dev/null; then
            compiles "$name, $compiler" mprapi "$compiler" -Wall -Wextra -Werror "$file"
        else
            skip "$name, $compiler" "$compiler is not installed"
        fi
    done
    if [ -z "${MINGW_CC:-}" ]; then
        skip "$name, mingw-w64" "mingw-w64 is not installed"
    elif [ "${file%.c}" != "$file" ]; then
        # shellcheck disable=SC2086  # the compiler may be several words
        compiles "$name, mingw-w64" mprapi-mingw $MINGW_CC -Wall -Wextra -Werror "$file"
    fi
}

# --- the words of the compiler ---

cat >words.c <<'C'
#include <WINDOWS.H>
#include <MprApi.h>
#include <Tchar.h>
#include <STDIO.H>
typedef int (_cdecl *CALLED)(PCH text, PSZ other);
typedef unsigned __int64 BIG;
typedef struct _SESSION {
    LIST_ENTRY link;
    BIG far *bytes;
    PWCH name;
    HRSRC resource;
    RECT window;
    ACCESS_MASK rights;
    HALF_PTR half;
} SESSION, near *PSESSION;
static _inline int _fastcall add(_In_ int left, _In_opt_ int right) { return left + right; }
_declspec(dllexport) BOOL _stdcall begin(_Inout_updates_(count) PSESSION first, __in_ecount(count) LPCTSTR names, DWORD count);
BOOL pascal begin(PSESSION first, LPCTSTR names, DWORD count)
{
    PCWCH name = first->name;
    CALLED none = NULL;
    static const _TCHAR where[] = _TEXT("here");
    _TINT last = _totupper(names[0]);
    return add((int)count, *name != 0) && none == NULL && _istalpha(where[0]) && last != _TEOF && _tcsclen(names) > 0;
}
C
everywhere "words of the compiler" words.c

# what mingw-w64 does not have, and Visual C++ does
cat >more.c <<'C'
#include <windows.h>
#pragma data_seg(".shared")
static _int64 total;
_declspec(noinline) static int count(void) { return (int)++total; }
int __vectorcall twice(void) { return sizeof(_int8) + count() + (__FUNCSIG__[0] != 0); }
C
for compiler in gcc clang; do
    command -v $compiler >/dev/null && compiles "words of Visual C++ alone, $compiler" mprapi $compiler -Wall -Wextra -Werror more.c
done

# every name of a scalar, an address or a handle that winnt.h, windef.h and basetsd.h have
{
    echo '#include <windows.h>'
    sed 's/.*/typedef & probe_&;/' "$top_srcdir/tests/runtime/type_names.txt"
} >types.c
everywhere "every name of a type" types.c
sed 's/windows/winnt/' types.c >alone.c
compiles "every name of a type, from winnt.h alone" mprapi "${CC:-cc}" -Wall -Wextra -Werror alone.c

# annotations of both generations, in C++ in front of and behind the library that has such names
cat >annotated.cpp <<'C'
#include <windows.h>
#include <algorithm>
#include <iostream>
#include <locale>
#include <map>
#include <regex>
#include <string>
#include <thread>
#include <tuple>
#include <specstrings.h>
__success(return != 0) static int look(__in LPCSTR from, __out_ecount(room) LPSTR to, int room, __inout_opt int *count);
C
cat >>annotated.cpp <<'C'
static int look(__in LPCSTR from, __out_ecount(room) LPSTR to, int room, __inout_opt int *count)
{
    std::map<std::string, int> seen;
    std::pair<int, int> limits = std::minmax(1, room);
    seen[from] = std::get<0>(std::make_tuple(limits.second, 2));
    std::wstring wide(L"wide");
    if (count)
        *count = static_cast<int>(seen.size() + wide.size());
    to[0] = std::regex_match(from, std::regex("a.*")) ? 'y' : 'n';
    return seen[from];
}
int main()
{
    char to[1];
    int count = 0;
    return look("alice", to, 1, &count) == 1 && to[0] == 'y' && count == 5 ? 0 : 1;
}
C
everywhere "annotations beside the C++ library" annotated.cpp

# --- sources that ask whether they are for Windows ---

cat >asks.c <<'C'
#if !defined(_WIN32) || !defined(_WIN64) || defined(_MSC_VER)
#error "is not for Windows"
#endif
#include <windows.h>
#include <mprapi.h>
BOOL let_in(RAS_CONNECTION_0 *who) { return who->dwInterfaceType == ROUTER_IF_TYPE_CLIENT; }
C
cat >asks.cpp <<'C'
#include <windows.h>
#include <filesystem>
#include <fstream>
#include <mutex>
#ifndef _WIN32
#error "is not for Windows"
#endif
static std::mutex lock;
bool exists(const char *path)
{
    std::lock_guard<std::mutex> here(lock);
    return std::filesystem::exists(std::filesystem::path(path)) && std::ifstream(path).good();
}
C
for compiler in gcc clang; do
    command -v $compiler >/dev/null || continue
    compiles "mprapi-win32, $compiler" mprapi-win32 $compiler -Wall -Wextra -Werror asks.c
    compiles "mprapi-win32, C++, $compiler" mprapi-win32 $compiler -std=c++17 -Wall -Wextra -Werror asks.cpp
done

# --- what cannot be ---

# refused NAME FILE PATTERN: is one error
refused() {
    # shellcheck disable=SC2046  # words
    ${CC:-cc} -c "$2" -o refused.o $(pkg-config --cflags mprapi) >log 2>&1
    is "$(grep -c 'error:' log)" 1 "$1: one error"
    like "$(cat log)" "$3" "$1: and it says what to do"
}
printf '%s\n' '#include <windows.h>' 'int f(void);' 'int g(void)' '{' '    int n = 0;' '    __try {' '        n = f();' \
    '    } __except (EXCEPTION_EXECUTE_HANDLER) {' '        n = 1;' '    }' '    return n;' '}' >except.c
refused "__try and __except" except.c "structured exceptions .* are Visual C++'s: keep them in #ifdef _MSC_VER"
sed 's/__except (EXCEPTION_EXECUTE_HANDLER)/__finally/' except.c >finally.c
refused "__try and __finally" finally.c "structured exceptions"
if command -v g++ >/dev/null; then
    cp except.c except.cpp
    refused "__except in C++" except.cpp "structured exceptions"
fi

# --- programs ---

cat >wide_main.c <<'C'
#include <windows.h>
#include <tchar.h>
int _tmain(int argc, TCHAR *argv[])
{
    return argc == 2 && argv[1][0] == 0xfc && argv[1][1] == 0 && !argv[2] ? 7 : 1;
}
C
if [ -n "${INSTRUMENT:-}" ]; then
    skip "wmain() is called" "a program that is built as documented does not load an instrumented library"
else
    # shellcheck disable=SC2046  # words
    ${CC:-cc} -DUNICODE -D_UNICODE wide_main.c -o wide_main $(pkg-config --cflags --libs mprapi) >log 2>&1 &&
        LD_LIBRARY_PATH=$top_builddir/.libs ./wide_main "$(printf '\303\274')"
    is "$?" 7 "wmain() is called, with its arguments in UTF-16"
fi

done_testing
