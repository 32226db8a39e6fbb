#!/bin/sh
# Registry exports: the DLLs they name are loaded in order, and what is wrong is said in one line.
. "$(dirname "$0")/common.sh"

key='[HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\RAS\AdminDll]'

# reg FILE LINE...: an export in UTF-16LE with its mark and CRLF, as regedit writes it
reg() {
    file=$1
    shift
    {
        printf '\377\376'
        printf '%s\r\n' 'Windows Registry Editor Version 5.00' '' "$@" '' |
            iconv -f UTF-8 -t UTF-16LE
    } >"$file"
}

# initialized: the DLLs in the order of their initialize
initialized() {
    calls | tr ' ' '\n' | sed -n 's/^MprAdminInitializeDll(\(.*\))$/\1/p' | tr '\n' ' ' | sed 's/ $//'
}

# wrong STATUS MESSAGE NAME [ARGUMENT]...
wrong() {
    expected=$1 message=$2 name=$3
    shift 3
    run run "$@"
    is "$status" "$expected" "$name: exit status $expected"
    is "$(wc -l <err | tr -d ' ')" 1 "$name: one line"
    like "$err" "^rrasemu: $message" "$name: says what is wrong"
    is "$out" "" "$name: no transcript"
}

mkdir build
build build/billing.so every.c
cp build/billing.so build/addresses.so
cp build/billing.so beside.so

reg two.reg "$key" '"DisplayName"="Billing and addresses"' \
    '"DLLPath"="C:\\callouts\\billing.dll; C:\\callouts\\addresses.dll"'
map='C:\callouts\=./build/'
cat >pptp.yaml <<'Y'
users: {alice: }
timeline:
  - {at: 1s, dial: alice, tunnel: PPTP}
  - {after: 1m, hangup: alice}
Y
run run --reg two.reg --map "$map" --os 2003 --format jsonl pptp.yaml
is "$status" 0 "D.list: two paths and a blank on 2003: exit status 0"
is "$err" "" "D.list: and no word about it"
is "$(initialized)" "billing.so addresses.so" "D.list: both are loaded, in the order of the list"
like "$(calls)" 'AcceptNewConnection(billing.so) MprAdminAcceptNewConnection(addresses.so)' \
    "B0.order: both are asked in the order of the list"
unlike "$out" 'billing.dll' "D.list: the transcript names the file that was loaded"

run run --reg two.reg --map "$map"
like "$out" 'S1$' "D.display: the start is in the transcript"
like "$out" 'the list of administration DLLs is read: Billing and addresses' "D.display: one name for all"

# the server's own keys (B2.dhcp)
ip='[HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\RemoteAccess\Parameters\Ip]'
cat >dhcp.yaml <<'Y'
addresses: dhcp
policies: {dhcp-loss: leased}
users: {alice: , bob: , carol: }
timeline:
  - {at: 0s, dhcp: lost}
  - {at: 1s, dial: alice}
  - {at: 2s, dial: bob}
  - {at: 3s, dial: carol}
expect:
  - {connection: bob, accepted: 'yes'}
  - {connection: carol, accepted: 'no'}
Y
reg block.reg "$key" '"DLLPath"="C:\\callouts\\billing.dll"' "$ip" '"InitialAddressPoolSize"=dword:00000003'
run test --reg block.reg --map "$map" dhcp.yaml
is "$status" 0 "B2.dhcp: InitialAddressPoolSize decides how many leases are fetched at once"
for data in dword:00000000 dword:ffffffff '"3"'; do
    reg block.reg "$key" '"DLLPath"="C:\\callouts\\billing.dll"' "$ip" "\"InitialAddressPoolSize\"=$data"
    wrong 2 'block.reg:6:[0-9]*: InitialAddressPoolSize, expected a dword from 1 to 1048576, the leases fetched at once$' \
        "InitialAddressPoolSize=$data" --reg block.reg --map "$map"
done

for os in 2000 nt4-rras; do
    run run --reg two.reg --map "$map" --os $os --format jsonl pptp.yaml
    is "$status" 3 "D.single B0.single: a list on $os: exit status 3"
    is "$(wc -l <err | tr -d ' ')" 1 "D.single B0.single: a list on $os: one line"
    like "$err" '^rrasemu: \./build/addresses.so (C:.*addresses.dll in the registry): a second DLL, where this version of Windows takes one (D.single); the service did not start$' \
        "D.single B0.single: a list on $os: says so"
    like "$out" '"type":"eventlog","rule":"D.single","id":20113' "Q29: a list on $os: event 20113"
    is "$(calls)" "" "D.single B0.single: a list on $os: nothing is called"
done
reg one.reg "$key" '"DLLPath"="C:\\callouts\\billing.dll"'
run run --reg one.reg --map "$map" --os 2000 pptp.yaml
is "$status" 0 "D.single: one path on 2000 is fine"

run run --dll beside.so --map "$map" --reg two.reg --dll build/billing.so --format jsonl
is "$(initialized)" "billing.so addresses.so beside.so billing.so#2" \
    "B0.order: DLLs of --reg come before those of --dll"

reg beside.reg "$key" '"DLLPath"="C:\\Windows\\System32\\beside.dll"'
run run --reg beside.reg --format jsonl
is "$(initialized)" "beside.so" "D.key: without a mapping the file is beside the export"
mkdir away
cp beside.reg away
run run --reg away/beside.reg
is "$status" 3 "D.key: beside the export, not in the working directory"
like "$err" '^rrasemu: away/beside.so (C:.Windows.System32.beside.dll in the registry): does not exist (S3)' "S3: the file that was looked for is named"
cp build/billing.so away/beside.dll
run run --reg away/beside.reg --format jsonl
is "$(initialized)" "beside.dll" "D.key: X.dll that is there is taken before X.so"
run run --reg beside.reg --map 'c:\WINDOWS=nowhere' --map 'C:\windows\system32\=away' --format jsonl
is "$(initialized)" "beside.dll" "D.key: the longest mapping wins, whatever its case"
mkdir mixed
cp build/billing.so mixed/Beside.DLL
run run --reg beside.reg --map 'C:\windows\system32\=mixed' --format jsonl
is "$status $(initialized)" "0 Beside.DLL" "D.key: Windows finds a file whatever the case of its name, and so does this"
mv mixed/Beside.DLL mixed/BESIDE.so
run run --reg beside.reg --map 'C:\windows\system32\=mixed' --format jsonl
is "$status $(initialized)" "0 BESIDE.so" "D.key: X.so, too"

build other.so every.c
printf '%s\n' REGEDIT4 "$key" '"DLLPath"="other.dll"' >four.reg
run run --reg four.reg --format jsonl
is "$(initialized)" "other.so" "D.key: REGEDIT4 is read"
printf '%s\n' 'Windows Registry Editor Version 5.00' "$key" \
    '"DLLPath"=hex(2):6f,00,74,00,68,00,65,00,\' '  72,00,2e,00,64,00,6c,00,6c,00,00,00' >expand.reg
run run --reg expand.reg --format jsonl
is "$(initialized)" "other.so" "Q28: REG_EXPAND_SZ is taken"
is "$err" "rrasemu: warning: expand.reg:3:1: DLLPath is REG_EXPAND_SZ, expected REG_SZ; taken without expansion (Q28)" \
    "Q28: with a warning"
is "$status" 0 "Q28: that does not count as a failure"

reg none.reg '[HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\RAS\SecurityHost]' '"DLLPath"="x.dll"'
run run --reg none.reg --dll other.so --format jsonl
is "$(initialized)" "other.so" "S1: no key, no DLL of the registry"
run run --reg none.reg
is "$status" 1 "S1: without any DLL nothing is called: exit status 1"
like "$err" 'no callout was called: the registry names no administration DLL' "S1: says so"
reg deleted.reg "$key" '"DLLPath"="x.dll"' '[-HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\RAS]'
run run --reg deleted.reg --dll other.so
is "$status" 0 "D.key: what the export deletes again is not loaded"

head -c 101 two.reg >cut.reg
head -c 4096 "$rrasemu" >junk.reg
printf '%s\n' REGEDIT4 "$key" '"DLLPath"="C:\callouts\a.dll"' >single.reg
printf '%s\n' REGEDIT4 "$key" '"DLLPath"=dword:1' >number.reg
wrong 2 'nowhere.reg: no such registry file' 'no such file' --reg nowhere.reg
wrong 2 'away: cannot be read' 'a folder' --reg away
wrong 2 'cut.reg:3:[0-9]*: ends within a character, expected UTF-16LE' 'a cut file' --reg cut.reg
wrong 2 'junk.reg:1:1: does not begin as a registry export, expected REGEDIT4 or' junk --reg junk.reg
wrong 2 'single.reg:3:14: a backslash before neither' 'D.list: single backslashes' --reg single.reg
wrong 2 'number.reg:3:1: DLLPath is no text, expected a string' 'D.key: a number' --reg number.reg
wrong 2 '--reg: given twice, expected one registry file' 'two files' --reg two.reg --reg two.reg
wrong 2 "--map: C:.x, expected a Windows path and a folder such as 'C:.callouts.=./build/'" \
    'half a mapping' --reg two.reg --map 'C:\x'
wrong 2 '--map without --reg, whose paths it is for' 'a mapping of nothing' --map "$map" --dll other.so
echo kept >transcript
run run --reg nowhere.reg -o transcript
is "$(cat transcript)" kept "a file that cannot be read leaves the last transcript alone"
cp four.reg mine.reg
wrong 2 '-o mine.reg: is the registry export' 'a transcript over the export' --reg mine.reg -o mine.reg
ok "$(cmp -s four.reg mine.reg; echo $?)" "and leaves it alone"

# 65 MiB, most of it a hole
printf 'REGEDIT4\n' >large.reg
dd if=/dev/zero of=large.reg bs=1 count=1 seek=68157440 conv=notrunc 2>/dev/null
wrong 2 'large.reg: larger than 64 MiB' 'a huge file' --reg large.reg

done_testing
