#!/bin/sh
# The headers under the spellings people use, in one source without a warning: gcc, clang, mingw-w64.
. "$(dirname "$0")/../cli/common.sh"

cat >source.c <<'C'
#include <Windows.h>
#include <MprApi.h>
#include <Mprerror.h>
#include "RasError.h"
#include <Ras.h>
#include <LmCons.h>
#include <TChar.h>
#include "StrSafe.h"
#include <WinError.h>

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
C
for flags in '' '-DUNICODE -D_UNICODE'; do
    for compiler in gcc clang; do
        if ! command -v $compiler >/dev/null; then
            skip "$compiler $flags" "$compiler is not installed"
            continue
        fi
        # shellcheck disable=SC2046,SC2086  # words
        $compiler -std=c11 -Wall -Wextra -Wpedantic -Werror $flags -c source.c -o source.o \
            -I"$top_srcdir/api/mprapi" $(pkg-config --cflags mprapi) >log 2>&1
        ok $? "$compiler $flags: every spelling, no warning"
        sed 's/^/# /' log | head -n 5
    done
    if [ -n "${MINGW_CC:-}" ]; then
        # what is Windows' own is spelled in small letters by mingw-w64
        sed 's/<Windows.h>/<windows.h>/; s/<Ras.h>/<ras.h>/; s/<LmCons.h>/<lmcons.h>/; s/<TChar.h>/<tchar.h>/; s/"StrSafe.h"/"strsafe.h"/; s/<WinError.h>/<winerror.h>/' source.c >windows.c
        # shellcheck disable=SC2086  # words
        $MINGW_CC -std=gnu11 -Wall -Wextra -Werror $flags -c windows.c -o windows.o -I"$top_srcdir/api/mprapi" >log 2>&1
        ok $? "mingw-w64 $flags: no warning from our headers"
        sed 's/^/# /' log | head -n 5
    fi
done
{
    echo '#include <windows.h>'
    echo '#include <rassapi.h>'
    echo 'BOOL APIENTRY let_in(RAS_PORT_1 *port) { return port->LineCondition == RAS_PORT_AUTHENTICATED; }'
} >nt4.c
# shellcheck disable=SC2046  # words
${CC:-cc} -Wall -Wextra -Werror -c nt4.c -o nt4.o $(pkg-config --cflags mprapi) >log 2>&1
ok $? "rassapi.h in a source of its own"
sed 's/^/# /' log | head -n 5

done_testing
