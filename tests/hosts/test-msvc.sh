#!/bin/sh
# mprapi.lib is what Visual C++'s linker takes: a DLL made by clang for Visual C++ and linked by lld-link, which reads
# what link.exe reads, calls administration functions by it.
. "$(dirname "$0")/../cli/common.sh"

if [ -z "${MPRAPI_LIB:-}" ]; then
    skip "mprapi.lib for Visual C++" "llvm-dlltool is not installed"
    done_testing
    exit
fi

# all of the list, each as a function and as a pointer, in the short form
llvm-nm "$MPRAPI_LIB" 2>/dev/null | sed -n 's/^.* T //p' | sort -u >symbols
grep -v '^__imp_' symbols >offered
sed -n 's/^__imp_//p' symbols | sort -u >pointers
sed -n 's/^    \([A-Za-z0-9]*\)$/\1/p' "$top_builddir/api/mingw/mprapi.def" | sort -u >wanted
is "$(comm -3 wanted offered)" "" "the library offers the $(wc -l <wanted) functions and no other"
is "$(comm -3 wanted pointers)" "" "and their pointers"
ok "$([ "$(wc -l <wanted)" -ge 100 ]; echo $?)" "which are many"
strings -n 3 "$MPRAPI_LIB" | grep -q '^mprapi.dll$'
ok $? "of mprapi.dll"

if ! command -v lld-link >/dev/null || ! command -v clang >/dev/null; then
    skip "a DLL linked with it" "lld-link and clang are not both installed"
    done_testing
    exit
fi
cat >plain.c <<'C'
typedef unsigned long DWORD;
__declspec(dllimport) DWORD MprAdminPortEnum(void *, DWORD, void *, unsigned char **, DWORD, DWORD *, DWORD *, DWORD *);
#define EXPORT __declspec(dllexport)
static DWORD answer;
EXPORT DWORD MprAdminInitializeDll(void) { return 0; }
EXPORT DWORD MprAdminTerminateDll(void) { return answer; }
EXPORT int MprAdminAcceptNewConnection(void *connection, void *traffic) { return connection != traffic; }
EXPORT void MprAdminConnectionHangupNotification(void *connection, void *traffic)
{
    DWORD read, all;
    unsigned char *ports;
    (void)connection, (void)traffic;
    answer = MprAdminPortEnum(0, 0, (void *)(long long)-1, &ports, (DWORD)-1, &read, &all, 0);
}
EXPORT int MprAdminAcceptNewLink(void *port, void *traffic) { return port != traffic; }
EXPORT void MprAdminLinkHangupNotification(void *port, void *traffic) { (void)port, (void)traffic; }
C
clang --target=x86_64-pc-windows-msvc -ffreestanding -Wall -Wextra -Werror -O2 -c plain.c -o plain.obj &&
    lld-link -dll -noentry -nodefaultlib -out:plain.dll plain.obj "$MPRAPI_LIB" >log 2>&1
ok $? "it links"
sed 's/^/# /' log
if has_wine; then
    run run --dll ./plain.dll --policy forbidden-call=fail --format jsonl
    is "$status" 1 "it runs"
    is "$(echo "$out" | grep -c '"id":"forbidden-call".*MprAdminPortEnum')" 1 "and its call of MprAdminPortEnum is ours"
    is "$(echo "$out" | grep '"callout":"MprAdminTerminateDll"' | grep -c '"result":1131')" 1 "whose answer comes back"
else
    skip "a DLL linked with it runs" "$why_not"
fi

done_testing
