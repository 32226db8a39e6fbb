# shellcheck shell=sh
# For tests of the command: $rrasemu, a scratch folder as working directory, and DLLs built as the
# README tells users to build theirs.
: "${top_srcdir:=../..}" "${top_builddir:=.}"
top_srcdir=$(cd "$top_srcdir" && pwd)
top_builddir=$(cd "$top_builddir" && pwd)
rrasemu=$top_builddir/rrasemu
PKG_CONFIG_PATH=$top_builddir/api
export PKG_CONFIG_PATH
# shellcheck source=tests/tap.sh
. "$top_srcdir/tests/tap.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 99
RRASEMU_SANDBOX=$scratch/sandbox # for what callouts write
export RRASEMU_SANDBOX

# build NAME SOURCE [FLAG]...: the documented command
build() {
    name=$1 source=$2
    shift 2
    # shellcheck disable=SC2046  # one word a flag
    ${CC:-cc} -shared -fPIC "$@" "$top_srcdir/tests/dlls/$source" -o "$name" \
        -Wl,--version-script="$top_srcdir/tests/dlls/callouts.ver" $(pkg-config --cflags --libs mprapi) || exit 99
}

# build_windows NAME SOURCE [FLAG]...: the documented command for Windows
build_windows() {
    name=$1 source=$2
    shift 2
    # shellcheck disable=SC2086  # the compiler may be several words
    $MINGW_CC -O1 -shared -static-libgcc -I"$top_srcdir/api/mprapi" "$top_srcdir/tests/dlls/$source" "$@" -o "$name" \
        -L"$top_builddir/api/mingw" -lmprapi || exit 99
}

# has_wine: whether Windows DLLs can be built and run here; otherwise says why not
has_wine() {
    if [ -z "${MINGW_CC:-}" ]; then
        why_not="mingw-w64 is not installed"
    elif "$rrasemu" doctor >doctor.out 2>&1; then
        return 0
    else
        why_not=$(tail -n 1 doctor.out)
    fi
    return 1
}

# sanitized: whether the emulator is built with a sanitizer that sees to crashes in its process itself
sanitized() {
    case ${INSTRUMENT:-} in *address* | *thread*) return 0 ;; esac
    return 1
}

# that sanitizer lets each process linger for a second before it exits
TSAN_OPTIONS=${TSAN_OPTIONS:-atexit_sleep_ms=0}
export TSAN_OPTIONS

# limit_for FINDING SECONDS: the time limit of a callout: short for one that hangs; another may need long on a busy machine
limit_for() { case $1 in hang* | HANG*) echo "$2" ;; *) echo 30 ;; esac; }

# run ARGUMENT...: sets $out, $err and $status
run() {
    status=0
    "$rrasemu" "$@" >out 2>err || status=$?
    out=$(cat out) err=$(cat err)
}

# holds NAME ARGUMENT...: standard input is a scenario all of whose expectations are met, in both hosts
holds() {
    name=$1
    shift
    cat >case.yaml
    for host in isolated in-process; do
        "$rrasemu" test --fail-on never --host $host "$@" case.yaml >tap 2>err
        status=$?
        ok $status "$name, $host"
        [ $status = 0 ] || sed 's/^/# /' tap err
    done
}

# ticks: what was said, printed, found, and when, in ms
ticks() {
    sed -n 's/.*"t_ns":\([0-9]*\)......,"type":"output".*"process":"\([a-z]\).*"text":"\([a-z]* [0-9]*\)\\n".*/\1:\2:\3/p
        s/.*"t_ns":\([0-9]*\)......,"type":"finding".*"id":"crash".*/\1:crash/p' | tr '\n' ' '
}
# of ticks.dll, with a process of each role
ticks_isolated="1142:n:tick 1 7000:a:tick 1 14000:a:tick 2 14000:n:tick 2 21000:a:printed 3 21000:a:tick 3 21000:n:printed 3 21000:n:tick 3 28000:a:tick 4 28000:n:tick 4 35000:a:tick 5 35000:n:tick 5 42000:a:printed 6 42000:a:tick 6 42000:n:printed 6 42000:n:tick 6 49000:a:tick 7 49000:n:tick 7 56000:a:tick 8 56000:n:tick 8 "

# calls [FILE]: the callouts of a JSON-lines transcript in order, as CALLOUT(DLL)
calls() {
    sed -n 's/.*"type":"callout".*"callout":"\([^"]*\)","dll":"\([^"]*\)".*/\1(\2)/p' "${1:-out}" |
        tr '\n' ' ' | sed 's/ $//'
}

# write_culprit_scenario: scenario.yaml, in which a user calls at whom a DLL misbehaves, between two others
write_culprit_scenario() {
    cat >scenario.yaml <<'Y'
users: {culprit: , alice: , bob: }
timeline:
  - {at: 1s, dial: alice}
  - {at: 2s, dial: culprit}
  - {at: 10s, dial: bob}
  - {at: 20s, hangup: bob}
Y
}
