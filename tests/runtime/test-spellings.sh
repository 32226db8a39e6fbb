#!/bin/sh
# The headers under the spellings people use, in one source without a warning: gcc, clang, mingw-w64.
. "$(dirname "$0")/../cli/common.sh"

cat >source.c <<'C'
#include <WinSock2.h>
#include <Ws2tcpip.h>
#include <Windows.h>
#include <MprApi.h>
#include <Mprerror.h>
#include "RasError.h"
#include <Ras.h>
#include <Lm.h>
#include <LmCons.h>
#include <TChar.h>
#include "Shlwapi.h"
#include <In6addr.h>
#include <WinError.h>
#include <wchar.h>
#include <stdio.h>
#include "StrSafe.h"

static TCHAR name[UNLEN + 1] = TEXT("someone");

BOOL WINAPI DllMain(_In_ HINSTANCE instance, _In_ DWORD reason, _In_opt_ LPVOID reserved)
{
    UNREFERENCED_PARAMETER(instance);
    UNREFERENCED_PARAMETER(reserved);
    return reason != DLL_PROCESS_ATTACH || _tcslen(name) == 7;
}

BOOL APIENTRY let_in(IN RAS_CONNECTION_0 *who, OUT OPTIONAL LPTSTR copy)
{
    LPCTSTR from = name;
    HRESULT result = StringCchPrintf(name, ARRAYSIZE(name), _T("%u of %u"), (UINT)who->dwConnectionFlags, 7u);
    return SUCCEEDED(result) && copy != from && _tcsicmp(from, _T("x")) != ERROR_ALREADY_EXISTS;
}

INT note(const SOCKADDR_IN *address, LPCTSTR path, NET_API_STATUS status)
{
    WCHAR text[NI_MAXHOST];
    IN6_ADDR six;
    FILE *file = NULL;
    INT failed = GetNameInfoW((const SOCKADDR *)address, sizeof *address, text, NI_MAXHOST, NULL, 0, NI_NUMERICHOST);
    if (PathFileExists(path) && _wfopen_s(&file, L"note.txt", L"a") == 0) {
        fwprintf(file, L"%ls %d\n", text, (int)status);
        fclose(file);
    }
    return failed + InetPton(AF_INET6, TEXT("::1"), &six) + (htons(1) == 1);
}
C
for flags in '' '-DUNICODE -D_UNICODE'; do
    for compiler in gcc clang; do
        if ! command -v $compiler >/dev/null; then
            skip "$compiler $flags" "$compiler is not installed"
            continue
        fi
        # shellcheck disable=SC2046,SC2086  # words
        $compiler -std=c11 -Wall -Wextra -Wpedantic -Werror $flags -c source.c -o source.o \
            $(pkg-config --cflags mprapi) >log 2>&1
        ok $? "$compiler $flags: every spelling, no warning"
        sed 's/^/# /' log | head -n 5
    done
    if [ -n "${MINGW_CC:-}" ]; then
        # shellcheck disable=SC2046,SC2086  # words
        $MINGW_CC -std=gnu11 -Wall -Wextra -Werror $flags -c source.c -o windows.o $(pkg-config --cflags mprapi-mingw) >log 2>&1
        ok $? "mingw-w64 $flags: every spelling, no warning"
        sed 's/^/# /' log | head -n 5
    fi
done
{
    echo '#include <Windows.h>'
    echo '#include <RasSapi.h>'
    echo 'BOOL APIENTRY let_in(RAS_PORT_1 *port) { return port->LineCondition == RAS_PORT_AUTHENTICATED; }'
} >nt4.c
# shellcheck disable=SC2046  # words
${CC:-cc} -Wall -Wextra -Werror -c nt4.c -o nt4.o $(pkg-config --cflags mprapi) >log 2>&1
ok $? "rassapi.h in a source of its own"
sed 's/^/# /' log | head -n 5
if [ -n "${MINGW_CC:-}" ]; then
    # shellcheck disable=SC2046  # words
    $MINGW_CC -Wall -Wextra -Werror -c nt4.c -o nt4.o $(pkg-config --cflags mprapi-mingw) >log 2>&1
    ok $? "and with mingw-w64"
    sed 's/^/# /' log | head -n 5
fi

# a function that no header declares is no warning that is lost among others
printf '%s\n' '#include <windows.h>' 'DWORD ask(void) { return GetPrivateProfileStringNowhere(); }' >undeclared.c
# shellcheck disable=SC2046  # words
${CC:-cc} -c undeclared.c -o undeclared.o $(pkg-config --cflags mprapi) >log 2>&1
[ $? != 0 ] && grep -q 'error:.*GetPrivateProfileStringNowhere' log
ok $? "an undeclared function in C is an error, and named"

# each spelling leads to the header it spells, and to no other
for header in "$top_builddir"/api/spellings/*; do
    spelled=$(sed -n 's/^#include <\(.*\)>$/\1/p' "$header")
    is "$(basename "$header" | tr '[:upper:]' '[:lower:]')" "$spelled" "$(basename "$header") is $spelled"
done
for header in "$top_srcdir"/api/win32/*.h; do
    name=$(basename "$header" .h)
    case $name in rras_*) continue ;; esac
    capital=$(echo "$name" | cut -c1 | tr '[:lower:]' '[:upper:]')${name#?}
    [ -f "$top_builddir/api/spellings/$capital.h" ] && [ -f "$top_builddir/api/spellings/$(echo "$name" | tr '[:lower:]' '[:upper:]').H" ]
    ok $? "$name.h has other spellings"
done

done_testing
