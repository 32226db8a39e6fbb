#!/bin/sh
# What a callout writes to C: and to the registry is in the sandbox folder of the run, the same in every host.
. "$(dirname "$0")/../cli/common.sh"

unset RRASEMU_SANDBOX
mkdir native windows
build native/files.dll files.c
ways='in-process isolated'
if has_wine; then
    build_windows windows/files.dll files.c -D__USE_MINGW_ANSI_STDIO=0
    ways="$ways wine"
else
    skip "the same files under Wine" "$why_not"
fi

printf '%s\r\n' 'Windows Registry Editor Version 5.00' '' \
    '[HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\RemoteAccess\Parameters\AccountingProviders]' \
    '[HKEY_LOCAL_MACHINE\Software\Example\Ledger]' '"greeting"="hello"' '"Starts"=dword:00000029' >start.reg

printf 'starting C:\\Windows\\System32\\log.txt\r\nhello: start 42, type 1, fine\r\nending 123456789012 7\r\n' >log.expected
printf '1\r\n' >count.expected
printf 'alice\r\n' >users.expected
for way in $ways; do
    folder=native
    [ $way != wine ] || folder=windows
    "$rrasemu" run --host $way --policy processes=one --sandbox s.$way --dll $folder/files.dll --reg start.reg --format jsonl >$way.jsonl 2>$way.err
    is $? 0 "$way: the run is fine"
    is "$(cat $way.err)" "" "$way: nothing to tell"
    for file in System32/log Temp/count Temp/users; do
        cmp s.$way/C/Windows/$file.txt "$(basename $file).expected"
        ok $? "$way: $file.txt is what the callout wrote"
    done
    is "$(grep -c '^"Starts"=hex(4):2a,00,00,00' s.$way/registry.reg)" 1 "$way: the registry has counted"
    is "$(grep -c '^@=hex(1):6c,00,65,00,64,00,67,00,65,00,72,00,00,00' s.$way/registry.reg)" 1 "$way: and has the name"
    cmp s.$way/registry.reg s.in-process/registry.reg
    ok $? "$way: the same registry"
    cmp $way.jsonl in-process.jsonl
    ok $? "$way: the same transcript"
    is "$(find s.$way | wc -l)" 14 "$way: and nothing else"
done

# what Windows says of a name
build native/paths.dll paths.c
[ ! -e windows/files.dll ] || build_windows windows/paths.dll paths.c -D__USE_MINGW_ANSI_STDIO=0
for way in $ways; do
    folder=native
    [ $way != wine ] || folder=windows
    "$rrasemu" run --host $way --sandbox p.$way --dll $folder/paths.dll --format jsonl 2>/dev/null |
        sed -n 's/.*"type":"output".*"text":"\([0-9]*\) \([^"]*\(\\"[^"]*\)*\)\\n".*/\1 \2/p' >paths.$way
    is "$(wc -l <paths.$way | tr -d ' ')" 45 "$way: every name is tried"
    is "$(cat paths.$way)" "$(cat paths.in-process)" "$way: the same answer to each name"
done
is "$(awk '{ print $1 }' paths.in-process | tr '\n' ' ')" \
    "0 0 0 0 0 0 0 0 0 0 3 2 3 2 3 123 123 3 123 123 123 123 123 123 3 3 53 2 2 2 2 2 2 2 2 2 2 2 0 0 3 0 0 3 3 " \
    "and it is that of Windows"

# two processes see one registry and one disk
"$rrasemu" run --sandbox two --dll native/files.dll >/dev/null 2>err
is "$(cat err)" "" "two processes: nothing to tell"
is "$(grep -c '^"Starts"=hex(4):02,00,00,00' two/registry.reg)" 1 "two processes: two starts are counted"
"$rrasemu" run --sandbox two --dll native/files.dll >/dev/null 2>&1
is "$(grep -c '^"Starts"=hex(4):04,00,00,00' two/registry.reg)" 1 "a folder that is named is kept for the next run"
is "$(grep -c alice two/C/Windows/Temp/users.txt)" 2 "its files too"

# a folder that nobody named
TMPDIR=$scratch/tmp
export TMPDIR
mkdir tmp
run run --dll native/files.dll
is "$status" 0 "without --sandbox"
is "$(echo "$err" | sed 's/rrasemu-[0-9a-f]*;/FOLDER;/')" \
    "rrasemu: what the callouts wrote is in $TMPDIR/FOLDER; --sandbox names another folder" "the folder is told"
is "$(cat tmp/*/C/Windows/Temp/users.txt)" "$(printf 'alice\r')" "and holds the files"
rm -rf tmp/*
build quiet.dll every.c -DWITHOUT_ADDRESS
run run --dll ./quiet.dll --reg start.reg
is "$status$err" 0 "a callout that writes nothing"
is "$(find tmp -mindepth 1)" "" "leaves nothing"
run run --sandbox start.reg --dll ./quiet.dll
is "$status $err" "2 rrasemu: --sandbox start.reg: is not a folder" "a file is no folder"
run run --sandbox '' --dll ./quiet.dll
is "$status $err" "2 rrasemu: --sandbox: expected a folder" "nor is nothing"

# devices are no files, and a service has none but NUL
names='0: 0 1: 0 2: 2 3: 2 4: 2 5: 2 6: 2 7: 2 8: 2 9: 123 10: 0 11: 0 12: 0 '
build devices.so devices.c
run run --sandbox devices --dll ./devices.so --format jsonl
is "$(sed -n 's/.*"stream":"debug",.*"text":"\([0-9: ]*\)"[,}].*/\1/p' out | tr '\n' ' ')" "$names" "names of devices"
is "$(find devices/C -type f | sed 's#.*/##' | LC_ALL=C sort | tr '\n' ' ')" "COM COM1x console " "and what is none is a file"
if has_wine; then
    build_windows devices.dll devices.c
    run run --sandbox devices.wine --dll ./devices.dll --format jsonl
    is "$(sed -n 's/.*"stream":"debug",.*"text":"\([0-9: ]*\)"[,}].*/\1/p' out | tr '\n' ' ')" "$names" "names of devices under Wine"
fi
done_testing
