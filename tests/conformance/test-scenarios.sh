#!/bin/sh
# The conformance scenarios, for every generation and version of Windows that has what they show.
. "$(dirname "$0")/../cli/common.sh"

scenarios=$top_srcdir/tests/conformance/scenarios
for generation in 1 2 3 4; do
    build script$generation.so script.c -DGENERATION=$generation
done

# conforms SCENARIO OS GENERATION: each of its expectations is a case
conforms() {
    "$rrasemu" test --dll ./script"$3".so --os "$2" "$scenarios/$1.yaml" >tap 2>err
    grep -q '^ok' tap || { ok 1 "$1, $2, generation $3: $(cat err)"; return; }
    while IFS= read -r line; do
        case $line in
        ok*) ok 0 "$2, generation $3: ${line#* - }" ;;
        not*) ok 1 "$2, generation $3: ${line#* - }" ;;
        '#'*) echo "$line" ;;
        esac
    done <tap
}

# arguments are named by the generation's structures
adapted() { # SCENARIO GENERATION: a copy whose paths fit
    case $2 in
    4) sed 's/pRasConnection[03]\./pRasConn./; s/pRasConnection1.PppInfo.ip\./pRasConn.ProjectionInfo.PppProjectionInfo./; s/pRasConn.timer/pRasConn.probationTime/' "$scenarios/$1.yaml" ;;
    *) cat "$scenarios/$1.yaml" ;;
    esac >"$1-$2.yaml"
}

mkdir -p copies
for scenario in since-2003 endings account service timers ipv6 dial-up dhcp no-dhcp no-addresses; do
    for generation in 1 2 3 4; do
        (cd copies && adapted $scenario $generation)
    done
done
for generation in 3 4; do
    (cd copies && adapted quarantine $generation)
done
build scriptnt4.so nt4.c
build scriptserial.so serial.c
(cd copies && adapted on-nt4 nt4 && adapted crowd serial && adapted mobility 4 && adapted deferred 4 && adapted preauthentication 4 && adapted filters 1 && adapted filters 2 && adapted on-2000 1 && adapted on-2000 2)
scenarios=$PWD/copies

conforms on-nt4-nt4 nt4 nt4
conforms on-2000-1 nt4-rras 1
conforms crowd-serial 2022 serial
for generation in 1 2; do
    conforms on-2000-$generation 2000 $generation
    conforms since-2003-$generation 2003 $generation
    conforms filters-$generation 2003 $generation
done
for generation in 1 2 3; do
    conforms since-2003-$generation 2008 $generation
done
conforms quarantine-3 2008 3
conforms ipv6-3 2008 3
for os in 2008r2 2012 2012r2 2016 2019 2022 2025; do
    for generation in 1 2 3 4; do
        conforms since-2003-$generation $os $generation
    done
    conforms quarantine-4 $os 4
    conforms ipv6-4 $os 4
    conforms mobility-4 $os 4
    conforms deferred-4 $os 4
    conforms preauthentication-4 $os 4
done
for generation in 1 2 3 4; do
    conforms endings-$generation 2022 $generation
    conforms account-$generation 2022 $generation
    for scenario in service timers dial-up dhcp no-dhcp no-addresses; do
        conforms $scenario-$generation 2022 $generation
    done
done

done_testing
