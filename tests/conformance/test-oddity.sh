#!/bin/sh
# Q21: an address that a DLL gives is delivered as given; one that no client can use is told, and no other.
. "$(dirname "$0")/../cli/common.sh"

build address.so address.c

pool=192.168.1.1-192.168.1.200

# gives ADDRESS...: each to a user of its own, one after another; $odd is what is told
gives() {
    second=0
    {
        echo "pool: $pool"
        echo 'users:'
        printf '  "%s": \n' "$@"
        echo 'timeline:'
        for address; do
            second=$((second + 1))
            printf '  - {at: %ss, dial: "%s"}\n' $second "$address"
        done
    } >addresses.yaml
    run run --dll ./address.so --format jsonl addresses.yaml
    odd=$(sed -n 's/.*"id":"odd-address".*"message":"gave \([^"]*\); the client gets it, and cannot use it"[,}].*/\1/p' out)
    served=$(grep -c '"type":"state","rule":"C3.9"' out)
}

while IFS='|' read -r address words; do
    gives "$address"
    is "$odd" "$address, which is $words" "Q21: $address: $words"
    is "$served" 1 "Q21: $address: it is delivered as given"
done <<'T'
192.168.1.1|the server's own
192.168.1.255|the broadcast address of the server's network
192.168.1.0|the name of the server's network
255.255.255.255|the broadcast address of every network
0.1.2.3|of network 0, which means this network
127.0.0.1|a loopback address
224.0.0.251|a multicast address
239.255.255.250|a multicast address
240.0.0.1|of the reserved block 240.0.0.0/4
200.1.168.192|192.168.1.200 with its bytes turned round: addresses cross in network byte order, as htonl() makes them
1.1.168.192|192.168.1.1 with its bytes turned round: addresses cross in network byte order, as htonl() makes them
10.1.168.192|192.168.1.10 with its bytes turned round: addresses cross in network byte order, as htonl() makes them
T
gives 1.0.1.10 2.0.1.10 3.0.1.10
is "$(printf '%s\n' "$odd" | grep -c 'next to the one before it in its first octet')" 2 "Q21: addresses that count in their first octet"
for address in 192.168.1.10 192.168.1.254 10.20.30.40 172.16.5.1 8.8.8.8; do
    gives $address
    is "$odd" "" "Q21: $address: nothing is told"
done
gives 10.0.0.1 10.0.0.2 10.0.1.2
is "$odd" "" "Q21: addresses that count in their last octets: nothing is told"
# where a network has room for its first two addresses alone, each of the four may be a client's
for pool in 10.0.0.1-10.0.0.2 10.0.0.5-10.0.0.6; do
    gives 10.0.0.7 10.0.0.4 10.0.0.3
    is "$odd" "" "Q21: $pool: a network that is too small to tell its borders"
done
done_testing
