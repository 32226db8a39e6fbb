# shellcheck shell=sh
# Test Anything Protocol for shell tests: source this, call the checks, end with done_testing. With TAP_BRIEF in the
# environment a test ends at the first check that fails.
tap_count=0
tap_failed=0

# ok STATUS NAME: passes when STATUS is 0
ok() {
    tap_count=$((tap_count + 1))
    if [ "$1" = 0 ]; then
        echo "ok $tap_count - $2"
    else
        tap_failed=$((tap_failed + 1))
        echo "not ok $tap_count - $2"
        [ -z "${TAP_BRIEF:-}" ] || exit 1
    fi
}

# is GOT EXPECTED NAME
is() {
    if [ "$1" = "$2" ]; then
        ok 0 "$3"
    else
        ok 1 "$3"
        printf '%s\n' "$1" | sed 's/^/# got:      /'
        printf '%s\n' "$2" | sed 's/^/# expected: /'
    fi
}

# like TEXT BASIC-REGEX NAME: some line matches
like() {
    if printf '%s\n' "$1" | grep -q -e "$2"; then
        ok 0 "$3"
    else
        ok 1 "$3"
        printf '%s\n' "$1" | sed 's/^/# got:  /'
        echo "# wanted a line like: $2"
    fi
}

# unlike TEXT BASIC-REGEX NAME: no line matches
unlike() {
    if printf '%s\n' "$1" | grep -q -e "$2"; then
        ok 1 "$3"
        printf '%s\n' "$1" | grep -e "$2" | sed 's/^/# got:  /'
    else
        ok 0 "$3"
    fi
}

# skip NAME REASON
skip() {
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

done_testing() {
    echo "1..$tap_count"
    [ "$tap_failed" = 0 ]
}
