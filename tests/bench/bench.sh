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

ways='in-process isolated:socket isolated:page'
if has_wine; then
    ways="$ways wine:socket wine:page"
    build_windows bench.dll every.c
else
    echo "without Wine: $why_not"
fi

# measure WAY: one run; its nanoseconds
measure() {
    case $1 in *:*) channel="--channel ${1#*:}" ;; *) channel= ;; esac
    case $1 in wine*) dll=bench.dll ;; *) dll=bench.so ;; esac
    # shellcheck disable=SC2086  # two words or none
    "$rrasemu" run --host "${1%:*}" $channel --dll ./$dll --stats --format jsonl -o /dev/null lives.yaml \
        2>stats || exit 99
    sed -n 's/.*real time \([0-9]*\)\.\([0-9]*\) ms.*/\1\2000/p' stats
}

median() {
    sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'
}

for way in $ways; do # warm
    measure $way >/dev/null
done
round=0
while [ $round -lt "$rounds" ]; do # by turns, so that all meet the same machine
    for way in $ways; do
        measure $way >>$way.ns
    done
    round=$((round + 1))
done
trips=$(sed -n 's/^round trips \([0-9]*\)$/\1/p' stats)

printf '%-24s %14s %14s %12s\n' host 'lifecycles/s' 'callouts/s' ratio
base=$(median <in-process.ns)
for way in $ways; do
    ns=$(median <$way.ns)
    awk -v way=$way -v ns="$ns" -v base="$base" -v count="$connections" \
        'BEGIN { printf "%-24s %14.0f %14.0f %12.2f\n", way, count * 1e9 / ns, 6 * count * 1e9 / ns, ns / base }'
done
awk -v trips="$trips" -v count="$connections" \
    'BEGIN { printf "round trips a lifecycle, isolated: %.2f\n", trips / count }'
"$rrasemu" run --dll ./bench.so --dll ./bench.so --dll ./bench.so --stats --format jsonl -o /dev/null lives.yaml \
    2>stats || exit 99
sed -n 's/^round trips \([0-9]*\)$/\1/p' stats | awk -v count="$connections" \
    '{ printf "the same with three DLLs: %.2f\n", $1 / count }'
echo "medians of $rounds rounds of $connections lifecycles each"
