#!/bin/sh
# rrasemu new: a project of every generation builds and passes its own tests at once.
. "$(dirname "$0")/common.sh"
PATH=$top_builddir:$PATH
export PATH

for generation in plain 2 3 ex; do
    run new --generation $generation --addresses demo-$generation
    is "$status" 0 "new --generation $generation: exit status 0"
    make -C demo-$generation check CC="${CC:-cc}" CFLAGS='-O2 -Wall -Wextra -Werror' PKG_CONFIG_PATH="$top_builddir/api" \
        MINGW_CC="${MINGW_CC:-none}" >make.out 2>&1
    status=$?
    ok $status "make check in the project: it builds without a warning and passes"
    [ $status = 0 ] || sed "s/^/# /" make.out
    [ "$(grep -c '^ok' make.out)" -ge 3 ]
    ok $? "there were expectations ($(grep -c '^ok' make.out))"
    case $generation in
    plain) like "$(cat demo-plain/demo-plain.def)" 'MprAdminAcceptNewConnection$' "plain: its pair is exported" ;;
    *) like "$(cat demo-$generation/demo-$generation.def)" "MprAdminAcceptNewConnection.*$" "$generation: its pair is exported" ;;
    esac
done
run run --reg demo-plain/install.reg --map 'C:\Windows\System32=demo-plain' --format jsonl
is "$status" 0 "the registry file names the DLL where the server has it"
like "$out" '"dll":"demo-plain' "and RRAS finds it"
run run --reg demo-plain/remove.reg
is "$status" 1 "the other one takes it away: nothing is called"
unlike "$(cat demo-ex/*.* demo-ex/Makefile demo-ex/.gitlab-ci.yml)" '@NAME@' "no mark is left in the files"
like "$(cat demo-ex/README.md)" 'C:.Windows.System32' "backslashes have survived"

# wrong ARGUMENT... EXPECTED
run new demo-plain
is "$status $(wc -l <err | tr -d ' ')" "2 1" "a folder that is there already: exit status 2, one line"
run new 'a b'
like "$err" '^rrasemu: new: a b, expected a name' "a name with a blank"
run new /nowhere/demo
is "$status" 2 "a folder that cannot be made: exit status 2"
run new
is "$status" 2 "no name: exit status 2"
run new --generation 4 x
is "$status" 2 "no such generation: exit status 2"
[ ! -e x ]
ok $? "and nothing is made"

for name in con NUL aux COM1 lpt9 LIBRARY exports 123 1st; do
    run new "$name"
    is "$status" 2 "new $name: exit status 2"
    like "$err" "^rrasemu: new: $name, expected a name" "new $name: says so"
    is "$(ls -d "$name" 2>/dev/null)" "" "new $name: makes nothing"
done
done_testing
