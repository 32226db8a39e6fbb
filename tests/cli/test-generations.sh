#!/bin/sh
# What each generation of DLL is called with, in order (C2.exports).
. "$(dirname "$0")/common.sh"

expected() { # accept hangup dll
    printf '%s' "MprAdminInitializeDll($3) MprAdminGetIpAddressForUser($3) $1($3) " \
        "MprAdminAcceptNewLink($3) MprAdminReleaseIpAddress($3) " \
        "MprAdminLinkHangupNotification($3) $2($3) MprAdminTerminateDll($3)"
}

for generation in 1 2 3; do
    suffix=$(echo $generation | tr -d 1)
    build g$generation.so every.c -DGENERATION=$generation
    run run --dll ./g$generation.so --format jsonl
    is "$status" 0 "generation $generation: exit status 0"
    is "$(calls)" "$(expected "MprAdminAcceptNewConnection$suffix" \
        "MprAdminConnectionHangupNotification$suffix" g$generation.so)" \
        "B0.order, C3: generation $generation is called in the documented order"
done

build ex.so table.c
run run --dll ./ex.so --format jsonl
is "$(calls)" "$(expected MprAdminAcceptNewConnectionEx MprAdminConnectionHangupNotificationEx ex.so |
    sed 's/InitializeDll/InitializeDllEx/')" "B1.initex, Q9: Ex generation is called through its table"

like "$out" '"callout":"MprAdminInitializeDllEx","dll":"ex.so","process":"both"' \
    "Q11: initialize is one step in both processes"
like "$out" '"callout":"MprAdminTerminateDll","dll":"ex.so","process":"both"' \
    "Q11: and so is terminate"
is "$(sed -n 's/.*"callout":"\([A-Za-z0-9]*Address[A-Za-z]*\)".*"process":"\([a-z]*\)".*/\1 \2/p' out)" \
    "MprAdminGetIpAddressForUser address
MprAdminReleaseIpAddress address" "E.process: address callouts belong to a process of their own"
unlike "$(grep -v Address out)" '"process":"address"' "E.process: the others to another"

build quiet.so every.c -DNOTIFY=FALSE
run run --dll ./quiet.so --format jsonl
unlike "$(calls)" MprAdminReleaseIpAddress "B2.release4: no release callout unless notify was set"

build bare.so every.c -DWITHOUT_ADDRESS
run run --dll ./bare.so --format jsonl
is "$status" 0 "C2.pairs: the address pair is optional from 2003 on"
unlike "$(calls)" IpAddress "B2.pool: without the pair nobody is asked for an address"

build rev1.so table.c -DREVISION=1 -DPLAIN_EXPORTS
run run --dll ./rev1.so --format jsonl
is "$status" 0 "Q9: revision 1 with plain exports starts"
like "$(calls)" 'MprAdminAcceptNewConnection(rev1.so)' "Q9: revision 1 takes the plain exports"
unlike "$(calls)" 'ConnectionEx' "Q9: revision 1 ignores slots that take RAS_CONNECTION_EX"

build halves.so table.c -DHALVES
run run --dll ./halves.so --format jsonl
is "$status" 0 "Q10: a table may lack one half of the link and connection callouts"
unlike "$(calls)" 'Hangup' "Q10: the missing halves are not called"

build x.so every.c -DWITHOUT_ADDRESS
build y.so every.c
for name in first second; do
    # shellcheck disable=SC2046  # one word a flag
    printf '%s\n' '#include <stdio.h>' "__attribute__((constructor)) static void loaded(void)" \
        "{ FILE *f = fopen(\"loaded\", \"a\"); fputs(\"$name \", f); fclose(f); }" >$name.c
    ${CC:-cc} -shared -fPIC $name.c -o lib$name.so && ${CC:-cc} -shared -fPIC -o $name.so \
        "$top_srcdir/tests/dlls/every.c" -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" -Wl,--no-as-needed -L. -l$name -Wl,-rpath,"$PWD" \
        $(pkg-config --cflags --libs mprapi)
done
run run --host in-process --dll ./first.so --dll ./second.so
is "$status $(cat loaded)" "0 first second " "S2: DLLs are loaded in list order"
rm loaded
run run --host in-process --dll ./second.so --dll ./first.so
is "$status $(cat loaded)" "0 second first " "S2: whatever their names"
run run --dll ./x.so --dll ./y.so --format jsonl
is "$(calls)" "MprAdminInitializeDll(x.so) MprAdminInitializeDll(y.so) \
MprAdminGetIpAddressForUser(y.so) \
MprAdminAcceptNewConnection(x.so) MprAdminAcceptNewConnection(y.so) \
MprAdminAcceptNewLink(x.so) MprAdminAcceptNewLink(y.so) \
MprAdminReleaseIpAddress(y.so) \
MprAdminLinkHangupNotification(x.so) MprAdminLinkHangupNotification(y.so) \
MprAdminConnectionHangupNotification(x.so) MprAdminConnectionHangupNotification(y.so) \
MprAdminTerminateDll(x.so) MprAdminTerminateDll(y.so)" \
    "B0.order, B0.address: X then Y, addresses from the first that has the pair"

run run --dll ./y.so --dll ./y.so --format jsonl
like "$(calls)" 'MprAdminAcceptNewConnection(y.so) MprAdminAcceptNewConnection(y.so#2)' \
    "a DLL listed twice is told apart in the transcript"
like "$out" '"callout":"MprAdminInitializeDll","dll":"y.so","process":"both"' \
    "E.process: initialize is one record with process both"
like "$out" '"callout":"MprAdminGetIpAddressForUser","dll":"y.so","process":"address"' \
    "E.process: address callouts run in the address process"
like "$out" '"callout":"MprAdminAcceptNewLink","dll":"y.so","process":"notification"' \
    "E.process: link callouts run in the notification process"

# a table in which what was set lies one slot too early (Q9)
build shifted.so table.c -DHALVES -DREAUTHENTICATES
run run --dll ./shifted.so --format jsonl
like "$out" '"type":"finding","rule":"Q9","id":"table-shape",.*"callout":"MprAdminInitializeDllEx","dll":"shifted.so"' \
    "Q9: re-authentication is set and hang-up is not: the table looks shifted"
like "$out" 'is empty, which is allowed (Q10) and rarely meant;' "Q10: it is not called wrong"
for flags in -DHALVES -DREAUTHENTICATES; do
    build table.so table.c $flags
    run run --dll ./table.so --format jsonl
    unlike "$out" '"id":"table-shape"' "Q9: $flags alone: nothing is told"
done

done_testing
