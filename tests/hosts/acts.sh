# shellcheck shell=sh
# Acts: a DLL whose MprAdminAcceptNewConnection does what the user's name says, and a table that tells what each comes to, as
# ACT|LINE. Sourced by the tests of such DLLs.

# acts_of TABLE: their names
acts_of() {
    sed -n 's/^\([a-z-]*\)|.*/\1/p' "$1" | awk '!seen[$0]++'
}

# act_timeline ACT...: each act's user dials
act_timeline() {
    echo 'timeline:'
    printf '  - {after: 10s, dial: %s}\n' "$@"
}

# said FILE: of a transcript what the acts said, sent and were blamed for, a line each, behind the act's name
said() {
    sed -n 's/.*"type":"state".*"to":"ASKCONN","user":"EXAMPLE[\\]*\([a-z-]*\)".*/@\1/p
        s/.*"stream":"debug".*"text":"\(.*\)\\n"[,}].*/\1/p
        s/.*"stream":"peer","peer":"\([a-z]*\)".*"text":"\(.*\)\\n"[,}].*/sent to \1: \2/p
        s/.*"type":"eventlog".*"id":\([0-9]*\),"level":"\([a-z]*\)","params":\(\[[^]]*\]\)\(.*\),"source":"\([^"]*\)".*/\5 \1 \2 \3\4/p
        s/.*"type":"finding".*"id":"\([^"]*\)".*"message":"\([^";]*\).*/\1: \2/p' "$1" |
        sed 's/the socket 0x[0-9a-f]*/the socket/; s/: neither this machine.*//' |
        awk '/^@/ { act = substr($0, 2); next } act { print act "|" $0 }'
}

# of_act FILE ACT: the lines of one
of_act() {
    grep "^$2|" "$1" || echo "nothing of $2"
}

# come_to NAME TABLE FILE: whether each act of the table came to what it says. Those of `threaded` have threads, which go by real
# time where the emulator is built with a sanitizer; those of `ours` are not compared under Wine, which
# does them otherwise than Windows.
come_to() {
    for act in $(acts_of "$2"); do
        case "${1%%:*}: ${threaded:-} " in
        "isolated:"*" $act "*) if sanitized; then
            skip "$1: $act" "a sanitized program has no schedule"
            continue
        fi ;;
        esac
        case "${1%%:*}: ${ours:-} " in
        "Wine:"*" $act "*)
            skip "$1: $act" "Wine does it otherwise than Windows is documented to"
            continue
            ;;
        esac
        is "$(of_act "$3" "$act")" "$(of_act "$2" "$act")" "$1: $act"
    done
}

# in_all_hosts NAME TABLE SCENARIO [FLAG]...: of NAME.c or NAME.cpp, with flags of the Windows linker
in_all_hosts() {
    dll=$1 expected=$2 scenario=$3
    shift 3
    if [ -e "$top_srcdir/tests/dlls/$dll.c" ]; then
        build "$dll.so" "$dll.c"
    else
        CC="${CXX:-c++} -std=c++17" build "$dll.so" "$dll.cpp"
    fi
    for host in isolated in-process; do
        if [ $host = in-process ] && sanitized; then
            skip "$host: $dll" "a sanitizer sees to signals itself"
            continue
        fi
        "$rrasemu" run --host $host --timeout 30 --dll "./$dll.so" --policy processes=one --format jsonl "$scenario" 2>err | cat >"$host.jsonl"
        said "$host.jsonl" >lines
        come_to "$host: $dll" "$expected" lines
    done
    if ! has_wine; then
        skip "Wine: $dll" "$why_not"
        return
    fi
    if [ -e "$top_srcdir/tests/dlls/$dll.c" ]; then
        build_windows "$dll.dll" "$dll.c" "$@"
    else
        MINGW_CC="${MINGW_CC%-gcc*}-g++ -std=c++17 -static-libstdc++" build_windows "$dll.dll" "$dll.cpp" "$@"
    fi
    "$rrasemu" run --timeout 60 --dll "./$dll.dll" --policy processes=one --format jsonl "$scenario" >wine.jsonl 2>err
    said wine.jsonl >lines
    come_to "Wine: $dll" "$expected" lines
}

# run_acts NAME [FLAG]...: in_all_hosts, where each act of NAME.txt needs no more than a user who dials
run_acts() {
    table=$top_srcdir/tests/hosts/$1.txt
    # shellcheck disable=SC2046  # words
    {
        echo 'users:'
        printf '  %s: \n' $(acts_of "$table")
        act_timeline $(acts_of "$table")
    } >"$1.yaml"
    name=$1
    shift
    in_all_hosts "$name" "$table" "$name.yaml" "$@"
}
