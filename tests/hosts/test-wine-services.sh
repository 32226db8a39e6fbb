#!/bin/sh
# Wine's own services, which its first program starts, do not write where a DLL does: what one says that crashes is no output of
# the DLL's.
. "$(dirname "$0")/../cli/common.sh"

if ! has_wine; then
    skip "Wine's services" "$why_not"
    done_testing
    exit
fi
XDG_CACHE_HOME=$PWD/cache # a prefix that nobody else uses
export XDG_CACHE_HOME

# services: where the services of this prefix write their errors, a line each
services() {
    for process in $(pgrep -f 'services[.]exe|plugplay[.]exe|winedevice[.]exe|svchost[.]exe'); do
        ! grep -qz "^WINEPREFIX=$XDG_CACHE_HOME/" "/proc/$process/environ" 2>/dev/null ||
            readlink "/proc/$process/fd/2" 2>/dev/null || echo gone
    done
}

build_windows every.dll every.c
run run --timeout 60 --dll ./every.dll
is "$status" 0 "a run that makes its prefix"
for _ in $(seq 300); do # the server ends seconds after its last program
    [ -n "$(services)" ] || break
    sleep 0.2
done
is "$(services)" "" "and whose services end"
# six seconds of the machine's, so that it is looked at on a busy one, too: the services end with the last program
printf 'users: {alice: }\ntimeline:\n  - {at: 6s, dial: alice}\n' >long.yaml
"$rrasemu" run --timeout 60 --pace real --dll ./every.dll long.yaml >out 2>err &
running=$!
: >seen
while kill -0 $running 2>/dev/null; do
    services | grep -v gone >>seen
    sleep 0.05
done
wait $running
is "$? $(sort -u seen)" "0 /dev/null" "the services of the next write nowhere"

done_testing
