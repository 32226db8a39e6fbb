#!/bin/sh
# The README's sources compile and its outputs are what the emulator prints.
# With UPDATE_README=FILE the page is written there with the outputs of today.
. "$(dirname "$0")/common.sh"

awk -f "$top_srcdir/doc/blocks.awk" "$top_srcdir/README.md"
PATH=$top_builddir:$PATH

[ -s my.c ]
ok $? "README: there is a first callout"
# shellcheck disable=SC2046
${CC:-cc} -Wall -Wextra -Werror -shared -fPIC my.c -o my.so $(pkg-config --cflags --libs mprapi)
ok $? "README: the first callout compiles without a warning"

for command in command.*; do
    number=${command#command.}
    sh -c "$(cat "$command")" >"actual.$number" 2>&1
    ok $? "README: $(cat "$command"): exit status 0"
    is "$(cat "actual.$number")" "$(cat "output.$number")" "README: $(cat "$command"): the output shown"
done
if [ -n "${UPDATE_README:-}" ]; then
    awk -v new=1 -f "$top_srcdir/doc/blocks.awk" "$top_srcdir/README.md" >"$UPDATE_README"
fi

"$rrasemu" run --dll ./my.so two.yaml >two.txt
ok $? "README: the scenario runs"
like "$(cat two.txt)" '2 connections: 1 accepted, 1 refused' "README: one of the two gets in"

"$rrasemu" run --help >help
"$rrasemu" test --help >>help
"$rrasemu" spec --help >>help
"$rrasemu" new --help >>help
for option in $(sed -n 's/.* --\([a-z-]*\).*/\1/p' help | sort -u); do
    [ "$option" = help ] && continue
    grep -q "^\.It .*Fl -$option" "$top_srcdir/doc/rrasemu.1"
    ok $? "rrasemu.1 tells of --$option"
done
for option in $(sed -n 's/^\.It.*Fl -\([a-z-]*\).*/\1/p' "$top_srcdir/doc/rrasemu.1" | sort -u); do
    grep -q -e "--$option" help
    ok $? "--$option of rrasemu.1 exists"
done
for profile in $("$rrasemu" spec profiles | awk 'NR > 1 { print $1 }'); do
    grep -q -e "^\.Cm.*$profile" "$top_srcdir/doc/rrasemu.1"
    ok $? "rrasemu.1 tells of the profile $profile"
done
awk '/literal -offset indent/ { on = 1; next } /^\.Ed/ { on = 0 } on' \
    "$top_srcdir/doc/rrasemu.1" >manual.yaml
"$rrasemu" run --dll ./my.so manual.yaml >/dev/null
ok $? "the scenario in rrasemu.1 runs"

# rrasemu-scenario.5: the keys of every mapping, in order, as the schema has them
page=$top_srcdir/doc/rrasemu-scenario.5
"$rrasemu" spec scenario --format json | tr '{' '\n' | grep -v '"of":"\(ports\|devices\)"' |
    sed -n 's/.*"id":"\([^"]*\)","of":"[^"]*","holds":"\([^"]*\)","what":"\(.\)\(.*\)"}.*/\1 (\2) \3\4/p' |
    tr '[:upper:]' '[:lower:]' >keys
awk '/^\.It Cm/ { sub(/^\.It Cm /, ""); sub(/Pq /, "("); key = $0 ")"; getline; sub(/\.$/, ""); print key, $0 }' \
    "$page" | tr '[:upper:]' '[:lower:]' >told
is "$(cat told)" "$(cat keys)" "rrasemu-scenario.5 tells every key as the program knows it"
"$rrasemu" spec endings | awk 'NR > 1 { id = $1; sub(/^[0-9]+ +/, ""); print ".It " id " Ta " $0 }' >endings
is "$(grep -F -x -c -f endings "$page")" "$(sort -u endings | wc -l)" "rrasemu-scenario.5 tells every ending"
"$rrasemu" spec callouts --format json | tr '{' '\n' | sed -n 's/.*"shorthand":"\([^"]*\)".*/\1/p' | sort -u >shorthands
while read -r word; do
    grep -q "^\.It $word Ta " "$page"
    ok $? "rrasemu-scenario.5 tells the shorthand $word"
done <shorthands
awk '/literal -offset left/ { on = 1; next } /^\.Ed/ { on = 0 } on' "$page" >example.yaml
"$rrasemu" test --dll "$top_builddir/examples/onesession.so" example.yaml >tap
is "$? $(grep -c '^ok' tap)" "0 4" "the example in rrasemu-scenario.5 meets its expectations"

done_testing
