#!/bin/sh
# Pictures show what the transcript for programs tells: every callout once, in order, in its lane.
. "$(dirname "$0")/common.sh"

formats="mermaid msc dot markdown svg"
examples=$top_srcdir/examples
onesession="--dll $top_builddir/examples/onesession.so"
addressbook="--dll $top_builddir/examples/addressbook.so"

# have PROGRAM: whether it can be used
have() {
    command -v "$1" >/dev/null 2>&1
}

# marks FORMAT KIND: a pattern that one line for each call, or answer, of a DLL has
marks() {
    case $1-$2 in
    mermaid-call | markdown-call) echo '^    rras->>+dll' ;;
    mermaid-answer | markdown-answer) echo '^    dll[0-9]*[an]*-->>-rras' ;;
    msc-call) echo '^  rras => dll' ;;
    msc-answer) echo '^  dll[0-9]*[an]* >> rras' ;;
    dot-call) echo 'class="callout"' ;;
    dot-answer) echo 'class="return"' ;;
    svg-call) echo '^<g class="callout">' ;;
    svg-answer) echo 'stroke-dasharray="5 3"/><path' ;;
    esac
}

# drawn FORMAT FILE: the callouts a picture shows, in order
drawn() {
    case $1 in
    mermaid | markdown | msc) grep "$(marks "$1" call)" "$2" ;;
    dot) grep 'class="call"' "$2" ;;
    svg) grep '<text class="label call"' "$2" ;;
    esac | sed 's/.*[ ">]\(\(Mpr\|lpfn\)[A-Za-z0-9]*\)(.*/\1/' | tr '\n' ' '
}

# told FILE: the same from the transcript for programs
told() {
    sed -n 's/.*"type":"callout".*"callout":"\([^"]*\)".*/\1/p' "$1" | tr '\n' ' '
}

# lane FORMAT NAME WORDS FILE: whether the picture has this lane
lane() {
    case $1 in
    mermaid | markdown) grep -q "^    \(actor\|participant\) .* as $2${3:+<br/>$3}\$" "$4" ;;
    msc) grep -q "\[label=\"$2${3:+\\\\n$3}\"" "$4" ;;
    dot) grep -q "class=\"head\".*label=\"$2${3:+\\\\n$3}\"" "$4" ;;
    svg) grep -A 1 "<text class=\"name\".*>$2</text>" "$4" | grep -q "${3:-<}" ;;
    esac
}

# well FORMAT FILE NAME: the program for the format takes it
well() {
    case $1 in
    svg) checker=xmllint ;;
    dot) checker="dot" ;;
    msc) checker=mscgen ;;
    *) return ;;
    esac
    if ! have $checker; then
        skip "$3: $1 is well-formed" "no $checker here"
        return
    fi
    case $1 in
    svg) xmllint --noout "$2" ;;
    dot) dot -Tsvg "$2" -o "$2.out" ;;
    msc) mscgen -T svg -i "$2" -o "$2.out" ;;
    esac >well.log 2>&1
    status=$?
    [ -s well.log ] && status=1 && sed 's/^/# /' well.log
    ok $status "$3: $1 is well-formed"
}

# compare NAME ARGUMENT...: every format against the transcript of the same run
compare() {
    name=$1
    shift
    "$rrasemu" run "$@" --format jsonl >told.jsonl 2>/dev/null
    for format in $formats; do
        "$rrasemu" run "$@" --format $format -o picture >out 2>err
        ok $? "$name: $format: is drawn"
        is "$(grep -c -e "$(marks $format call)" picture)" "$(grep -c '"type":"callout"' told.jsonl)" \
            "$name: $format: an arrow for each callout"
        is "$(sed '/class="legend"/,$d' picture | grep -c -e "$(marks $format answer)")" \
            "$(grep -c '"type":"callout"' told.jsonl)" "$name: $format: an answer for each callout"
        is "$(drawn $format picture)" "$(told told.jsonl)" "$name: $format: in their order"
        "$rrasemu" run "$@" --format $format -o again
        cmp -s picture again
        ok $? "$name: $format: the same bytes again"
        well $format picture "$name"
        cp picture "$name.$format"
    done
}

# shellcheck disable=SC2086
compare onesession $onesession "$examples/onesession/scenario.yaml"
# shellcheck disable=SC2086
compare addressbook $addressbook "$examples/addressbook/scenario.yaml"
# shellcheck disable=SC2086
compare both $onesession $addressbook "$examples/onesession/scenario.yaml"

cat >ignored.yaml <<'Y'
users: {alice: }
timeline: [{at: 1s, dial: alice}, {at: 2s, hangup: alice}, {at: 3s, hangup: alice}]
Y
# shellcheck disable=SC2086
compare ignored $onesession ignored.yaml
for format in $formats; do
    like "$(cat ignored.$format)" 'step-ignored: line 2' "$format: a finding of no DLL is a note"
done

for format in $formats; do
    for file in onesession addressbook both; do
        lane $format client "" $file.$format && lane $format RRAS "" $file.$format
        ok $? "$file: $format: lanes of client and RRAS"
    done
    lane $format onesession.so "notification process" onesession.$format
    ok $? "onesession: $format: its lane names the process"
    ! lane $format onesession.so "address process" onesession.$format
    ok $? "onesession: $format: no lane for a process it is not called in"
    lane $format addressbook.so "notification process" addressbook.$format &&
        lane $format addressbook.so "address process" addressbook.$format
    ok $? "addressbook: $format: a lane for each process"
    lane $format onesession.so "notification process" both.$format &&
        lane $format addressbook.so "address process" both.$format
    ok $? "both: $format: lanes of both DLLs"
    like "$(cat onesession.$format)" 'refused: a DLL refuses the connection' "$format: a refusal is a note"
    like "$(cat onesession.$format)" 'connection active, 192.168.1.2' "$format: an acceptance is a note"
    like "$(cat onesession.$format)" 'alice calls, SSTP on VPN' "$format: the call is a message"
    like "$(cat onesession.$format)" '00:00:10.137' "$format: tells virtual time"
    like "$(cat addressbook.$format)" 'MprAdminGetIpAddressForUser(alice, 192.168.1.2)' \
        "$format: key arguments"
    like "$(cat addressbook.$format)" '10\.0\.0\.11, notify' "$format: addresses given"
done
like "$(cat onesession.svg)" 'fill:#116329".*>TRUE<' "svg: TRUE is green"
like "$(cat onesession.svg)" 'fill:#b3141f".*>FALSE<' "svg: FALSE is red"
like "$(cat onesession.svg)" '<title>rule C3.8</title>' "svg: a step knows its rule"
unlike "$(cat onesession.svg)" 'href\|@import\|url(\|<script' "svg: needs nothing else"
is "$(sed -n '1p' onesession.mermaid)" sequenceDiagram "mermaid: a sequence diagram"
is "$(grep -c '^| [0-9]' onesession.markdown)" \
    "$(grep -c '^    \(Note over .*: 0\|[a-z0-9]*->>\)' onesession.markdown)" \
    "markdown: a row for each step of the diagram"
is "$(sed -n '/^```mermaid/,/^```$/p' onesession.markdown | sed '1d;$d')" "$(cat onesession.mermaid)" \
    "markdown: holds the Mermaid diagram"

# --- a start that fails ---

echo "int main(void) { return 0; }" >text.so
build badinit.so every.c -DINITIALIZE=5
for format in $formats; do
    run run --dll ./text.so --format $format
    is "$status" 3 "start failed: $format: exit status 3"
    like "$out" 'event 20204 (error): ./text.so' "start failed: $format: the event's text"
    like "$out" 'service start failed: a DLL is missing or cannot be loaded' \
        "start failed: $format: is a note"
    unlike "$out" 'client' "start failed: $format: no lane for a client that never called"
    cp out picture
    well $format picture "start failed"
    run run --dll ./badinit.so --format $format
    like "$out" 'error 5' "initialize failed: $format: its answer"
    lane $format badinit.so "" out
    ok $? "initialize failed: $format: a lane without a process"
done

# --- findings ---

build odd.so every.c -DANSWER=7
for format in $formats; do
    run run --dll ./odd.so --format $format
    like "$out" 'warning: odd-bool: .*neither 0 nor 1' "$format: a finding is a note"
    like "$out" 'TRUE (7)' "$format: the answer as it was"
done

# --- hostile strings ---

# shellcheck disable=SC2016
odd='odd "n<a>&;#|\n`%$${]]>me.so'
build "./$odd" every.c
long=x$(printf '%0200d' 7)
sed "s/LONG/$long/" >hostile.yaml <<'Y'
users:
  'a"<b>&': {domain: 'n`|#;%%$$--'}
  'end': {domain: '-->'}
  LONG: {domain: '*_~'}
  'é日本': {domain: '}'}
timeline:
  - {at: 1s, dial: 'a"<b>&', as: one}
  - {at: 2s, dial: end, as: two}
  - {at: 3s, dial: LONG, as: three}
  - {at: 4s, dial: 'é日本', as: four}
Y
compare hostile --dll "./$odd" hostile.yaml
like "$(cat hostile.svg)" 'MprAdminAcceptNewConnection(a&quot;&lt;b&gt;&amp;)<' "svg: characters escaped"
like "$(cat hostile.dot)" 'MprAdminAcceptNewConnection(a\\"<b>&amp;)"' "dot: characters escaped"
like "$(cat hostile.mermaid)" 'Connection(a#34;#60;b#62;#38;)$' "mermaid: characters escaped"
like "$(cat hostile.markdown)" 'Connection(a"&lt;b\\>&amp;)' "markdown: characters escaped"
like "$(cat hostile.dot)" '[$]--\\\\a' "dot: backslashes escaped"
like "$(cat hostile.mermaid)" '#36;--#92;a' "mermaid: backslashes escaped"
for format in $formats; do
    like "$(cat hostile.$format)" "($long)" "$format: long names are whole"
done
lowest=$(sed -n 's/.* x="\(-*[0-9]*\)".*/\1/p' hostile.svg | sort -n | head -n 1)
[ "$lowest" -ge 0 ]
ok $? "svg: nothing begins left of the picture"
width=$(sed -n 's/^<svg.* width="\([0-9]*\)".*/\1/p' hostile.svg)
reach=$(sed -n 's/.*<text.* x="\([0-9]*\)".*text-anchor="start".*textLength="\([0-9]*\)".*/\1 \2/p' \
    hostile.svg | awk '$1 + $2 > most { most = $1 + $2 } END { print most }')
[ "$reach" -gt 1000 ] && [ "$reach" -lt "$width" ]
ok $? "svg: a long label ends inside the picture"
if have dot; then
    # shellcheck disable=SC2016
    dot -Tsvg hostile.dot | grep -q 'odd &quot;n&lt;a&gt;&amp;;#|\\n`%$${]]&gt;me.so'
    ok $? "dot: draws a DLL's odd name as it is"
else
    skip "dot: draws a DLL's odd name as it is" "no dot here"
fi

# --- a part of a run ---

# shellcheck disable=SC2086
part() {
    run run $onesession "$examples/onesession/scenario.yaml" --format jsonl "$@"
}
connections() {
    sed -n 's/.*"connection":\([0-9]*\).*/\1/p' out | sort -u | tr '\n' ' '
}
part --only 3
is "$status" 0 "--only: fine"
is "$(connections)" "3 " "--only: the one connection"
like "$out" '"type":"summary".*"connections":4' "--only: the summary is of the whole run"
is "$(calls)" "MprAdminInitializeDll(onesession.so) MprAdminAcceptNewConnection(onesession.so) MprAdminConnectionHangupNotification(onesession.so) MprAdminTerminateDll(onesession.so)" \
    "--only: the service's records too"
part --only 1 --only=4
is "$(connections)" "1 4 " "--only: several connections"
part --only 99
is "$(connections)" "" "--only: a connection that never was"
part --between 5s,20s
is "$(connections)" "1 2 3 " "--between: connections of that time"
is "$(grep '"connection"' out | sed 's/.*"t_ns":\([0-9]*\).*/\1/' |
    awk '$1 < 5e9 || $1 > 20e9' | wc -l | tr -d ' ')" 0 "--between: nothing before or after"
like "$out" '"t_ns":20000000000' "--between: the last instant belongs to it"
part --between "0,1m 30s"
is "$(connections)" "1 2 3 4 " "--between: the whole run"
part --between 5s,20s --only 3
is "$(connections)" "3 " "--between and --only together"
part --format svg --only 2
like "$out" '(bob)' "--only: pictures: shows the connection"
unlike "$out" '(alice)' "--only: pictures: and no other"
for wrong in 0 -1 x 1x "" 4294967296; do
    part --only "$wrong"
    is "$status" 2 "--only '$wrong': is refused"
    like "$err" "--only: .*expected a connection's number" "--only '$wrong': says why"
done
for wrong in 5s "5s," ",5s" 20s,5s 5,20s x,y "" 1s,2s,3s; do
    part --between "$wrong"
    is "$status" 2 "--between '$wrong': is refused"
    like "$err" '--between: .*expected two times' "--between '$wrong': says why"
done

# --- several scenarios ---

scenario=$examples/onesession/scenario.yaml
for format in $formats; do
    # shellcheck disable=SC2086
    run run $onesession --format $format "$scenario" "$scenario"
    case $format in
    dot | markdown)
        is "$status" 0 "two scenarios: $format: two pictures"
        is "$(grep -c '^digraph\|^```mermaid' out)" 2 "two scenarios: $format: one behind the other"
        ;;
    *)
        is "$status" 2 "two scenarios: $format: refused"
        like "$err" "^rrasemu: .*--format $format: a picture shows one scenario, not 2" \
            "two scenarios: $format: says why"
        ;;
    esac
done

# --- nowhere to write ---

if [ -w /dev/full ]; then
    for format in $formats; do
        # shellcheck disable=SC2086
        run run $onesession --format $format -o /dev/full
        is "$status" 4 "$format: a picture that cannot be written: exit status 4"
    done
else
    skip "a picture that cannot be written" "no /dev/full here"
fi

done_testing
