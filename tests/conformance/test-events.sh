#!/bin/sh
# What goes to the event log about a connection: which entries, in which order, with which parameters.
# Every row of `rrasemu spec events` is seen.
. "$(dirname "$0")/../cli/common.sh"

build script.so script.c -DGENERATION=3
build ex.so script.c -DGENERATION=4
build old.so script.c -DGENERATION=1

cat >scenario.yaml <<'Y'
users: {alice: {domain: CONTOSO}, wrong: {authentication: fails}, noaddress: , zero: , refused: , nolink: ,
  noreauth: , late: , nomove: , idle: {idle: 1m}, limited: {session: 1h}, known: {cookie: good},
  mppe: {encryption: 40-bit, filters: "yes", filters-session: 1m}, forbidden: {permission: "no"}}
policies: {preauthentication: on}
timeline:
  - {at: 1s, dial: alice, tunnel: IKEv2, wants: [ipv4, ipv6]}
  - {at: 1s, dial: wrong, tunnel: PPTP, from: 203.0.113.9}
  - {at: 1s, dial: noaddress}
  - {at: 1s, dial: zero}
  - {at: 1s, dial: refused}
  - {at: 1s, dial: nolink}
  - {at: 1s, dial: noreauth}
  - {at: 1s, dial: late}
  - {at: 1s, dial: nomove, tunnel: IKEv2}
  - {at: 1s, dial: idle}
  - {at: 1s, dial: limited}
  - {at: 1s, dial: known}
  - {at: 1s, dial: alice, as: phone, tunnel: modem}
  - {at: 1s, dial: mppe, tunnel: PPTP}
  - {at: 1s, dial: forbidden}
  - {at: 1s, dial: alice, as: stays, tunnel: IKEv2}
  - {at: 2s, transfer: limited, sent: 1 KB, received: 2 KB}
  - {at: 2s, move: alice, to: 203.0.113.1}
  - {at: 2s, move: nomove, to: 203.0.113.2}
  - {at: 2s, quarantine: stays, state: quarantine}
  - {at: 2s, move: stays, to: 203.0.113.3}
  - {at: 2s, quarantine: noreauth, state: quarantine}
  - {at: 2s, quarantine: late, state: probation, for: 10m}
  - {at: 62s, hangup: alice}
  - {at: 62s, hangup: stays}
expect:
  - {connection: alice, events: 20266 20274 20274 20277 20272 20275 20275}
  - {connection: wrong, events: 20271 20249}
  - {connection: noaddress, events: 20250 20255}
  - {connection: zero, events: 20250 20253}
  - {connection: refused, events: 20250 20270}
  - {connection: nolink, events: 20250 20270}
  - {connection: noreauth, events: 20250 20274 20270 20272 20275}
  - {connection: late, events: 20250 20274 20270 20272 20275}
  - {connection: nomove, events: 20266 20274 20278 20272 20275}
  - {connection: idle, events: 20250 20274 20263 20272 20275}
  - {connection: limited, events: 20250 20274 20264 20272 20275}
  - {connection: known, events: 20279 20274 20272 20275}
  - {connection: phone, events: 20250 20274 20251 20275}
  - {connection: mppe, events: 20265 20274 20264 20272 20275}
  - {connection: forbidden, events: 20271 20249}
  - {connection: stays, events: 20266 20274 20278 20272 20275}
Y
"$rrasemu" test --dll ./ex.so scenario.yaml >tap
while IFS= read -r line; do
    case $line in
    ok*) ok 0 "${line#* - }" ;;
    not*) ok 1 "${line#* - }" ;;
    '#'*) echo "$line" ;;
    esac
done <tap

# entry FILE CONNECTION ID [N]: the parameters of its Nth such entry, the correlation id as {C}
entry() {
    sed -n "s/.*\"type\":\"eventlog\".*\"connection\":$2,\"id\":$3,.*\"params\":\[\(.*\)\].*}/\1/p" "$1" |
        sed -n "${4:-1}p" | sed 's/{[0-9a-f]\{8\}-[0-9a-f]\{4\}-4[0-9a-f-]*}/{C}/; s/{00000000-[0-]*}/{R}/'
}
"$rrasemu" run --dll ./ex.so --format jsonl scenario.yaml >now
while IFS='|' read -r connection id nth params; do
    is "$(entry now "$connection" "$id" "$nth")" "$params" "$id of connection $connection: the parameters in order"
done <<'T'
1|20266|1|"{R}","{C}","CONTOSO\\alice","VPN1-0"
1|20274|1|"{R}","{C}","CONTOSO\\alice","VPN1-0","192.168.1.3"
1|20274|2|"{R}","{C}","CONTOSO\\alice","VPN1-0","2001:db8:0:1:b0d9:11ff:52cd:98af"
1|20277|1|"{C}","CONTOSO\\alice","203.0.113.1","192.0.2.1"
1|20272|1|"{R}","{C}","CONTOSO\\alice","VPN1-0","2026-01-05","08:00:01","2026-01-05","08:01:02","1","0","0","0","the client hung up","IKEv2","normal"
1|20275|1|"{R}","{C}","192.168.1.3"
2|20271|1|"{NA}","wrong","203.0.113.9","authentication failed","0x10"
2|20249|1|"{C}","EXAMPLE\\wrong","VPN3-0"
3|20255|1|"{C}","VPN0-0","EXAMPLE\\noaddress","the address callout failed"
4|20253|1|"{R}","{C}","EXAMPLE\\zero","VPN0-1"
5|20270|1|"{C}","EXAMPLE\\refused","VPN0-2","refused by a callout"
7|20270|1|"{C}","EXAMPLE\\noreauth","VPN0-4","re-authentication refused by a callout"
8|20272|1|"{R}","{C}","EXAMPLE\\late","VPN0-5","2026-01-05","08:00:01","2026-01-05","08:10:02","10","0","0","0","the probation time is over","SSTP","probation"
9|20278|1|"{C}","EXAMPLE\\nomove","new endpoint refused by a callout"
10|20263|1|"{C}","VPN0-6"
11|20264|1|"{C}","VPN0-7"
11|20272|1|"{R}","{C}","EXAMPLE\\limited","VPN0-7","2026-01-05","08:00:01","2026-01-05","09:00:01","60","0","1000","2000","the session limit is reached","SSTP","normal"
14|20265|1|"{R}","{C}","EXAMPLE\\mppe","VPN3-1"
14|20264|1|"{C}","VPN3-1"
15|20271|1|"{NA}","forbidden","198.51.100.41","the account has no dial-in permission","0x41"
16|20278|1|"{C}","CONTOSO\\alice","error 844: no move while re-authenticating"
12|20279|1|"{C}","EXAMPLE","known","VPN0-8"
T

like "$(cat now)" '"id":20271,.*,"0x10"\],"data":"b3020000"' "20271: its binary data are error 691, little-endian"
like "$(cat now)" '"id":20271,.*,"0x41"\],"data":"89020000"' "20271: and 649 where the account may not dial in"

# 20049: the callout takes longer than the negotiation time
build slow.so every.c -DWITHOUT_ADDRESS -DSLEEP=180000
cat >slow.yaml <<'Y'
users: {slow: , slower: }
timeline: [{at: 1s, dial: slow}, {at: 2s, dial: slower, as: second}]
expect:
  - {connection: slow, events: 20250 20049}
  - {connection: slow, accepted: "no"}
  - {connection: slow, calls: AC CH}
  - {connection: slow, ending: authentication or negotiation took too long}
  - {connection: slow, error: "718"}
  - {connection: second, calls: AC CH}
Y
"$rrasemu" test --dll ./slow.so slow.yaml >tap
is "$? $(grep -c ^ok tap)" "0 7" "a call that takes longer than the negotiation time is dropped"
sed 's/^users/negotiation: 0s\nusers/' slow.yaml >patient.yaml
"$rrasemu" run --dll ./slow.so --format jsonl patient.yaml >patient
unlike "$(cat patient)" '"id":20049' "negotiation: 0s, no limit"
is "$(grep -c '"to":"ACTIVE"' patient)" 2 "and both become active"
"$rrasemu" run --os 2003 --dll ./slow.so --format jsonl slow.yaml >before
is "$(entry before 1 20049)" '"EXAMPLE\\slow","VPN3-0"' "20049 before 2008: no correlation id"

"$rrasemu" run --os 2012 --dll ./script.so --format jsonl >then
is "$(entry then 1 20250)" '"{C}","EXAMPLE\\alice","VPN0-0"' "20250 up to Windows Server 2012: no routing domain"
"$rrasemu" run --os 2003 --dll ./old.so --format jsonl >then
is "$(entry then 1 20015)" '"EXAMPLE\\alice","VPN3-0"' "20015 before 2008"
like "$(entry then 1 20048)" '^"EXAMPLE\\\\alice","VPN3-0","2026-01-05","08:00:01","2026-01-05","08:01:00","0","58",' \
    "20048 before 2008"

sed -n 's/.*"type":"eventlog".*"id":\([0-9]*\).*/\1/p' now then patient before | sort -u >seen
"$rrasemu" spec events --format json | tr '{' '\n' | sed -n 's/.*"id":"\([0-9]*\)".*/\1/p' | sort -u >rows
is "$(comm -13 seen rows)" "" "every row of spec events was written"
# the summary counts what the transcript holds
run run --dll ./script.so --format jsonl scenario.yaml
is "$(sed -n 's/.*"type":"input","connection":\([0-9]*\),"kind":"dial".*/\1/p' out | tr '\n' ' ')" \
    "$(sed -n 's/.*"type":"state".*"connection":\([0-9]*\).*/\1/p' out | sort -n -u | tr '\n' ' ')" \
    "an input that dials has the number of the connection that it makes"
connections=$(sed -n 's/.*"type":"state".*"connection":\([0-9]*\).*/\1/p' out | sort -u | wc -l | tr -d ' ')
served=$(sed -n 's/.*"type":"state".*"connection":\([0-9]*\).*"to":"ACTIVE".*/\1/p' out | sort -u | wc -l | tr -d ' ')
like "$(tail -n 1 out)" "\"connections\":$connections,\"accepted\":$served,.*\"callouts\":$(grep -c '"type":"callout"' out)," \
    "the summary counts the connections, those that were served, and the callouts"
is "$(tail -n 1 out | sed 's/.*"accepted":\([0-9]*\),"refused":\([0-9]*\),"failed":\([0-9]*\).*/\1 \2 \3/' | awk '{ print $1 + $2 + $3 }')" \
    "$connections" "each connection is accepted, refused or failed, and counted once"

done_testing
