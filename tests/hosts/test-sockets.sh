#!/bin/sh
# Sockets of DLLs, and the peers of a scenario that answer them: the same lines from the same source natively and under Wine, in
# virtual time. sockets.txt has what each act comes to.
. "$(dirname "$0")/../cli/common.sh"

. "$top_srcdir/tests/hosts/acts.sh"

table=$top_srcdir/tests/hosts/sockets.txt
# shellcheck disable=SC2046  # words
{
    echo 'users:'
    printf '  %s: \n' $(acts_of "$table")
    cat <<'Y'
peers:
  directory: {tcp: 10.0.0.7:389, host: ldap.example.com, when: who is, answer: "alice is fine", after: 250ms, closes: yes}
  rude: {tcp: 10.0.0.7:636, resets: yes, after: 30ms}
  log: {udp: 10.0.0.7:514}
  quick: {udp: 10.0.0.7:1812, answer: quick answer, after: 40ms}
  slow: {udp: 10.0.0.7:1813, answer: slow answer, after: 900ms}
  gone: {udp: 10.0.0.7:1814, resets: yes}
  bytes: {udp: 10.0.0.7:1815, bytes: 00ff5c41}
Y
    act_timeline $(acts_of "$table")
} >sockets.yaml
threaded="thread closed receiver ever"
in_all_hosts sockets "$table" sockets.yaml -lws2_32
like "$(head -n 20 isolated.jsonl)" '"stream":"debug".*before WSAStartup: 10093' "sockets: none before WSAStartup()"

# --- a look-up that decides, as a test of its author's ---

build radius.so radius.c
cat >radius.yaml <<'Y'
users: {alice: , mallory: , bob: }
peers:
  accept: {udp: 10.0.0.5:1812, host: radius.example.com, when: alice, answer: Access-Accept, after: 200ms}
  reject: {udp: 10.0.0.5:1812, when: mallory, answer: Access-Reject, after: 1s}
  other: {udp: 10.0.0.6:1812}
timeline:
  - {at: 1s, dial: alice}
  - {at: 10s, dial: mallory}
  - {at: 20s, dial: bob}
expect:
  - {connection: alice, accepted: "yes"}
  - {connection: mallory, accepted: "no"}
  - {connection: bob, accepted: "no"}
  - {asked: Request alice, peer: accept}
  - {asked: Access-Request mallory, peer: reject, connection: mallory}
  - {asked: none, peer: reject, connection: alice}
  - {asked: none, peer: other}
  - {findings: none}
Y
run test --dll ./radius.so radius.yaml
is "$status $(grep -c ^ok out)" "0 8" "a look-up over the network: what is expected is met"
sed 's/asked: Request alice/asked: Request eve/; s/asked: none, peer: other/asked: none, peer: accept/' radius.yaml >wrong.yaml
run test --dll ./radius.so wrong.yaml
is "$status" 1 "asked: what was not sent fails"
like "$out" '#   got      Access-Request alice, Access-Request bob' "asked: what was sent is shown"
"$rrasemu" run --dll ./radius.so --policy processes=one --format jsonl radius.yaml >a
like "$(cat a)" '"type":"output","connection":2,"stream":"peer","peer":"reject","dll":"radius.so","process":"notification","text":"Access-Request mallory\\n"' \
    "what a peer was sent is a record"
run run --from a --dll ./radius.so --policy processes=one --format jsonl -o b
is "$status" 0 "a transcript holds its peers: repeated from it"
is "$(cmp a b)" "" "and it is the same, byte for byte"
like "$("$rrasemu" run --dll ./radius.so --policy processes=one radius.yaml)" 'peer accept, notification process *radius.so *"Access-Request alice"' \
    "and the transcript for people says so"
if has_wine; then
    build_windows radius.dll radius.c -lws2_32
    "$rrasemu" run --dll ./radius.dll --policy processes=one --format jsonl radius.yaml | sed 's/radius\.dll/radius.so/' >b
    is "$(cmp a b)" "" "and under Wine, too"
else
    skip "a look-up over the network under Wine" "$why_not"
fi

for standard in c++11 c++20; do
    CC=$CXX build cxx.so sockets_cxx.cpp -std=$standard -Wall -Wextra -Werror
    run run --policy processes=one --format jsonl --dll ./cxx.so
    like "$out" '"stream":"debug".*"text":"RRAS1 C++"' "sockets in $standard, beside std::bind"
done
if has_wine; then
    MINGW_CC="${MINGW_CC%-gcc*}-g++ -static-libstdc++" build_windows cxx.dll sockets_cxx.cpp -lws2_32
    run run --policy processes=one --format jsonl --dll ./cxx.dll
    like "$out" '"stream":"debug".*"text":"RRAS1 C++"' "sockets in C++ under Wine"
else
    skip "sockets in C++ under Wine" "$why_not"
fi

# --- peers that make no sense ---

# wrong PEER MESSAGE
wrong() {
    printf 'users: {alice: }\npeers:\n  p: %s\ntimeline: [{at: 1s, dial: alice}]\n' "$1" >bad.yaml
    run run --dll ./radius.so bad.yaml
    is "$status $(head -n 1 err)" "2 rrasemu: bad.yaml:3:$2" "peers: $1"
}
wrong '{answer: x}' '3: p: expected either udp or tcp, where it is'
wrong '{udp: "1.2.3.4:1", tcp: "1.2.3.4:1"}' '3: p: expected either udp or tcp, where it is'
wrong '{udp: 1.2.3.4}' '3: p: 1.2.3.4 is no endpoint, expected one as 127.0.0.1:1812'
wrong '{udp: "1.2.3.4:0"}' '3: p: 1.2.3.4:0 is no endpoint, expected one as 127.0.0.1:1812'
wrong '{udp: "1.2.3.4:65536"}' '3: p: 1.2.3.4:65536 is no endpoint, expected one as 127.0.0.1:1812'
wrong '{udp: "0.0.0.0:1"}' '3: p: 0.0.0.0:1 is no endpoint, expected one as 127.0.0.1:1812'
wrong '{udp: "1.2.3.4:1", answer: x, bytes: "00"}' '3: p: has answer and bytes, expected one of them'
wrong '{udp: "1.2.3.4:1", bytes: "0"}' '3: p: bytes: expected hexadecimal digits, two a byte'
wrong '{udp: "1.2.3.4:1", bytes: "0g"}' '3: p: bytes: expected hexadecimal digits, two a byte'
wrong '{udp: "1.2.3.4:1", answer: x, resets: yes}' '3: p: resets, so that it cannot answer, too'
wrong '{udp: "1.2.3.4:1", closes: yes}' '3: p: closes goes with tcp only'
wrong '{udp: "1.2.3.4:1", after: 1s}' '3: p: after goes with answer, bytes, resets or closes'
printf 'users: {alice: }\ntimeline: [{at: 1s, dial: alice}]\nexpect:\n  - {asked: x, peer: nobody}\n' >bad.yaml
run test --dll ./radius.so bad.yaml
like "$err$out" 'bad.yaml:4:6: nobody: no such peer in peers' "asked: a peer that is none"

done_testing
