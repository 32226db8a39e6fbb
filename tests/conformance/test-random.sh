#!/bin/sh
# Random lives under random policies, in every version: the engine's check of itself (audit.h) finds
# nothing, and a run from what the first has written writes the same bytes. The last round has 10,000 connections.
. "$(dirname "$0")/../cli/common.sh"
unset RRASEMU_COVERAGE # what chance takes was not tested

build nt4.so nt4.c
build g1.so script.c -DGENERATION=1
build g3.so script.c -DGENERATION=3
build g4.so script.c -DGENERATION=4
build x.so every.c -DWITHOUT_ADDRESS

# scenario SEED CONNECTIONS OS: the timeline, by a generator of our own so that every awk agrees
scenario() {
    awk -v seed="$1" -v count="$2" -v os="$3" '
    function below(n) { seed = (seed * 16807) % 2147483647; return int(seed / 7) % n }
    function pick(list,   words) { return words[1 + below(split(list, words, " "))] }
    function step(time, words) { printf "%d  - {at: %dms, %s}\n", time, time, words }
    BEGIN {
        modern = os !~ /^(2000|2003|nt4)/
        tunnels = os ~ /^nt4/ ? "PPTP modem" : modern ? "PPTP L2TP SSTP modem" : "PPTP L2TP modem"
        if (modern && os != "2008") tunnels = tunnels " IKEv2"
        for (i = 0; i < 3; i++) below(2)
        for (i = 1; i <= count; i++) {
            tunnel = pick(tunnels)
            user = pick("alice quiet noaddress zero refused nolink nosecond noreauth nomove wrong filtered short idle known stale back branch")
            time = 1000 + below(count * 200)
            step(time, "dial: " user ", as: c" i ", tunnel: " tunnel \
                       (modern ? ", wants: " pick("[ipv4] [ipv6] [ipv4,ipv6]") : ""))
            for (more = below(6); more > 0; more--) {
                time += 100 + below(6000)
                kind = below(7)
                if (kind == 0) step(time, "transfer: c" i ", sent: " below(9999999) " B, received: 70 KB")
                else if (kind == 1 && tunnel != "IKEv2") step(time, "join: c" i)
                else if (kind == 2 && tunnel != "IKEv2") step(time, "leave: c" i ", link: " 1 + below(3))
                else if (kind == 3 && modern) step(time, "quarantine: c" i ", state: " pick("normal quarantine"))
                else if (kind == 4 && os !~ /^(2000|nt4)/) step(time, "lift: c" i)
                else if (kind == 5 && tunnel == "IKEv2") step(time, "move: c" i ", to: 203.0.113." below(250))
                else if (kind == 6 && tunnel == "IKEv2") step(time, pick("lose find") ": c" i)
            }
            if (below(20) == 0) step(time, "dhcp: " pick("lost back"))
            end = pick("hangup cut disconnect none")
            if (end != "none") step(time + 100 + below(9000), end ": c" i)
        }
    }' | sort -s -n -k1,1 | sed 's/^[0-9]*//' >steps
    echo 'users: {alice: , quiet: , noaddress: , zero: , refused: , nolink: , nosecond: , noreauth: , nomove: ,'
    case $3 in nt4* | 2000) filtered= ;; *) filtered='{filters: yes}' ;; esac
    echo "  wrong: {authentication: fails}, filtered: $filtered, short: {session: 2s}, idle: {idle: 3s},"
    echo '  known: {cookie: good}, stale: {cookie: bad}, back: {callback: yes}, branch: {router: yes}}'
    printf '%s\n' "os: $3" "links: 3" "outage: 5s" "pool: 10.0.0.1-10.0.0.40" 'addresses: dhcp' \
        'dhcp: {block: 7}' 'timeline:'
    cat steps
}

"$rrasemu" spec policies --format json | tr '{' '\n' | sed -n 's/.*"name":"\([^"]*\)","value":"\([^"]*\)".*/\1=\2/p' >values

# policies SEED: a value of each policy. What would rightly keep the service from starting stays out.
policies() {
    awk -F= -v seed="$1" '
    function below(n) { seed = (seed * 16807) % 2147483647; return int(seed / 7) % n }
    /required|=both|missing-lifecycle|unreadable-key/ { next }
    $1 != last { if (last) print "--policy " choice; last = $1; n = 0 }
    below(++n) == 0 { choice = $0 }
    END { print "--policy " choice }' values
}

# round SEED CONNECTIONS OS DLL...
round() {
    seed=$1 count=$2 os=$3
    shift 3
    scenario "$seed" "$count" "$os" >random.yaml
    # shellcheck disable=SC2046  # words
    run run $(printf -- '--dll ./%s ' "$@") $(policies "$seed") --seed "$seed" --format jsonl random.yaml
    first=$status
    mv out first
    is "$first $err" "0 " "seed $seed on $os with $*: no fault"
    # shellcheck disable=SC2046
    run run $(printf -- '--dll ./%s ' "$@") --format jsonl --from first
    ok "$(cmp first out >&2; echo $?)" "seed $seed on $os: the same bytes again, from what was written"
    dialled=$(sed -n 's/.*"type":"summary".*"connections":\([0-9]*\).*/\1/p' out)
    is "$dialled" "$count" "seed $seed on $os: $count connections"
    [ "$os" = nt4 ] || ordered "$@"
}

# ordered DLL...: the same lives under the default policies, checked from outside by what the reference says
ordered() {
    case $os in nt4-rras | 2000) refusal=2000 ;; *) refusal=2003 ;; esac
    # shellcheck disable=SC2046  # words
    run run $(printf -- '--dll ./%s ' "$@") --seed "$seed" --format jsonl random.yaml
    lifecycle=yes
    [ "$os" != nt4-rras ] || lifecycle=no
    awk -v os=$refusal -v lifecycle=$lifecycle -f "$top_srcdir/tests/conformance/order.awk" out >order
    checked=$((checked + $(sed -n '$s/.* in \([0-9]*\) lives.*/\1/p' order)))
    is "$(sed '$d' order | head -n 5)" "" "C3: seed $seed on $os with $*: the order of callouts is the reference's"
}

# a checker that finds nothing in what is wrong would prove nothing
mutant() {
    what=$1
    shift
    "$@" <sound | awk -v os=2003 -f "$top_srcdir/tests/conformance/order.awk" >order
    is "$(sed -n '$s/^\([0-9]*\) .*/\1/p' order | grep -c '^0$')" 0 "the check of the order finds $what"
}

seed=0 checked=0
profiles=$("$rrasemu" spec profiles --format json | tr '{' '\n' | sed -n 's/.*"id":"\([^"]*\)","title".*/\1/p')
for os in $profiles; do
    case $os in
    nt4) sets='nt4.so' ;;
    nt4-rras | 2000) sets='g1.so' ;;
    2003) sets='g1.so x.so,g1.so' ;;
    2008) sets='g1.so g3.so x.so,g3.so' ;;
    *) sets='g1.so g3.so g4.so x.so,g1.so g4.so,x.so' ;;
    esac
    for dlls in $sets; do
        seed=$((seed + 1))
        # shellcheck disable=SC2046  # words
        round $seed 60 "$os" $(echo "$dlls" | tr ',' ' ')
    done
done
round 4711 10000 2022 g4.so x.so
ok "$([ "$checked" -ge 5000 ]; echo $?)" "C3: $checked lives were checked from outside, expected 5000"

cp out sound
link='"callout":"MprAdminLinkHangupNotification"' hangup='"callout":"MprAdminConnectionHangup'
mutant "a hang-up that is lost" sed "0,/$hangup/{/$hangup/d;}"
mutant "a link's hang-up that comes twice" sed "0,/$link/{/$link/p;}"
mutant "a release that is lost" sed '0,/"callout":"MprAdminReleaseIpAddress"/{/"callout":"MprAdminReleaseIpAddress"/d;}'
mutant "an acceptance that is asked for twice" sed '0,/"callout":"MprAdminAcceptNewConnection/{/"callout":"MprAdminAcceptNewConnection/p;}'
mutant "a call after the service's end" sed -n "H;/$link/{h;};\${x;p;x;p;};p"
# the same in every build: the continuous integration compares this line
echo "# transcript: $(sha256sum <first | cut -d' ' -f1)"
done_testing
