#!/bin/sh
# Lifecycles a second in each host, from one run of `make bench`: medians, and ratios to the fastest. A
# lifecycle is one connection from its call to its end, with six callouts of one DLL.
. "$(dirname "$0")/../cli/common.sh"

rounds=${BENCH_ROUNDS:-5} connections=${BENCH_CONNECTIONS:-4000}
build bench.so every.c
awk -v count="$connections" 'BEGIN {
    print "users: {alice: }\ntimeline:"
    for (i = 1; i <= count; i++)
        printf "  - {after: 1s, dial: alice, tunnel: PPTP}\n  - {after: 1s, hangup: alice}\n"
}' >lives.yaml

# measure HOST: one run; nanoseconds and round trips
measure() {
    "$rrasemu" run --host "$1" --dll ./bench.so --stats --format jsonl -o /dev/null lives.yaml 2>stats || exit 99
    sed -n 's/.*real time \([0-9]*\)\.\([0-9]*\) ms.*/\1\2000/p' stats
}

median() {
    sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

for host in in-process isolated; do # warm
    measure $host >/dev/null
done
round=0
while [ $round -lt "$rounds" ]; do # by turns, so that both meet the same machine
    for host in in-process isolated; do
        measure $host >>$host.ns
    done
    round=$((round + 1))
done
trips=$(sed -n 's/^round trips \([0-9]*\)$/\1/p' stats)

printf '%-24s %14s %12s\n' host 'lifecycles/s' ratio
base=$(median <in-process.ns)
for host in in-process isolated; do
    ns=$(median <$host.ns)
    awk -v host=$host -v ns="$ns" -v base="$base" -v count="$connections" \
        'BEGIN { printf "%-24s %14.0f %12.2f\n", host, count * 1e9 / ns, ns / base }'
done
awk -v trips="$trips" -v count="$connections" \
    'BEGIN { printf "round trips a lifecycle, isolated: %.2f\n", trips / count }'
echo "medians of $rounds rounds of $connections lifecycles each"
