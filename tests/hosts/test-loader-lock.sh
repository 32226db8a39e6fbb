#!/bin/sh
# Waiting for a thread while a DLL is loaded or unloaded: on Windows it never ends, and every host says so.
. "$(dirname "$0")/../cli/common.sh"

build loader.so loader.c -g
build good.so every.c
cat >scenario.yaml <<'EOF'
users: {alice: }
timeline:
  - {dial: alice, as: first}
  - {at: 5s, hangup: first}
EOF

# verdict HOST FIRST SECOND: exit status, and the errors with the DLL they are laid on. What does not wait for good has
# $limit seconds: a busy machine may need them.
verdict() {
    status=0
    timeout 90 "$rrasemu" run --timeout "$limit" --host "$1" --dll "./$2" --dll "./$3" --format jsonl scenario.yaml >out 2>err || status=$?
    echo "$status $(sed -n 's/.*"type":"finding".*"id":"\([^"]*\)","severity":"error".*"dll":"\([^"]*\)".*/\1 \2/p' out | tr '\n' ' ')"
}

# in_host HOST DLL GOOD
in_host() {
    while read -r HOW status found; do
        limit=${found:+2} limit=${limit:-30}
        export HOW
        is "$(verdict "$1" "$2" "$3")" "$status ${found:+$found $2 }" "$HOW in $1"
        is "$(verdict "$1" "$3" "$2")" "$status ${found:+$found $2 }" "$HOW in $1, the second DLL"
    done <<'EOF'
attach-event 3 loader-lock
attach-thread 3 loader-lock
attach-a-while 0
detach-thread 1 loader-lock
detach-event 0
detach-sleep 0
detach-ended 0
EOF
}

in_host in-process loader.so good.so
in_host isolated loader.so good.so
HOW=attach-thread
run run --dll ./loader.so scenario.yaml
like "$err" 'loader.so: never ends its loading on Windows: it waits for a thread' "S3: why the service does not start"

# threads of POSIX and C++: a global object's constructor and destructor
# in_cxx HOST DLL GOOD
in_cxx() {
    HOW=constructor limit=2
    is "$(verdict "$1" "$2" "$3")" "3 loader-lock $2 " "a constructor in $1"
    HOW=destructor
    like "$(verdict "$1" "$2" "$3")" "^1 loader-lock $2 " "a destructor in $1"
    HOW=neither limit=30
    is "$(verdict "$1" "$2" "$3")" "0 " "a global object without a thread in $1"
}
if sanitized; then
    skip "threads of C++" "a sanitizer sees to threads itself"
else
    # shellcheck disable=SC2046  # one word a flag
    ${CXX:-c++} -shared -fPIC "$top_srcdir/tests/dlls/loader_cxx.cpp" -o cxx.so \
        -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi) || exit 99
    in_cxx in-process cxx.so good.so
    in_cxx isolated cxx.so good.so
fi

if ! has_wine; then
    skip "the same under Wine" "$why_not"
    done_testing
    exit
fi
build_windows loader.dll loader.c
build_windows good.dll every.c
in_host wine loader.dll good.dll
cxx=${MINGW_CC%gcc}g++-posix
if command -v "$cxx" >/dev/null; then
    $cxx -O1 -shared -static -I"$top_srcdir/api/mprapi" "$top_srcdir/tests/dlls/loader_cxx.cpp" -o cxx.dll \
        -L"$top_builddir/api/mingw" -lmprapi || exit 99
    in_cxx wine cxx.dll good.dll
else
    skip "C++ with threads under Wine" "$cxx is not installed"
fi

done_testing
