# SPDX-License-Identifier: MIT
##
# @file rules.awk
# Lists which test proves which rule: RULE, FILE and the test's name, separated by tabs; with -v table=1
# for readers, by rule, with the rules that have none.
#
# A test says what it proves at the beginning of its name: C3_23_... in cmocka, "C3.23: ..." in the
# shell; in a scenario by the title and by the key rule of an expectation. A row of the policies'
# test proves its policy's question.
#
# Input: `rrasemu spec rules`, `rrasemu spec policies` as text, then the sources of the tests.

FNR == 1 {
    input++
    file = FILENAME
    sub(/^.*tests\//, "", file)
    sub(/^.*examples\//, "examples/", file)
}
input == 1 {
    if (FNR > 1) {
        rule[$1] = $0
        order[++rules] = $1
    }
    next
}
input == 2 { if (FNR > 1) question[$2 "=" $3] = $1; next }

function tell(id, what) {
    gsub(/[[:space:]]+/, " ", what)
    if (table)
        tests[id] = tests[id] "    " file ": " what "\n"
    else
        print id "\t" file "\t" what
}

# The ids a name begins with
function name_of(words, what,    part, n, i, id) {
    n = split(words, part, /[ ,:]+/)
    for (i = 1; i <= n; i++) {
        id = part[i]
        if (id == "to" || id == "and")
            continue
        if (!(id in rule))
            return
        tell(id, what)
    }
}

# C3_2_a_wrong_password: an id's dot is written _
file ~ /\.c$/ && /cmocka_unit_test\(/ {
    name = $0
    sub(/.*cmocka_unit_test\(/, "", name)
    sub(/\).*/, "", name)
    n = split(name, part, "_")
    for (i = 1; i <= n; i++) {
        if ((part[i] "." part[i + 1]) in rule)
            tell(part[i] "." part[++i], name)
        else if (part[i] in rule)
            tell(part[i], name)
        else
            break
    }
}

file ~ /\.sh$/ && /^[a-z0-9-]*=[a-z0-9-]*\|/ {
    value = $0
    sub(/\|.*/, "", value)
    tell(question[value], "policy " value)
}
file ~ /\.sh$/ {
    n = split($0, quoted, "\"")
    for (i = 2; i <= n; i++) # a string may have begun lines before
        name_of(quoted[i], quoted[i])
}

file ~ /\.yaml$/ && /^title: / { name_of(substr($0, 8), substr($0, 8)) }
file ~ /\.yaml$/ && /[{ ,]rule: / {
    ids = what = $0
    sub(/.*[{ ,]rule: */, "", ids)
    sub(/[,}].*/, "", ids)
    sub(/^[ -]*\{?/, "", what)
    sub(/,? *rule: *[^,}]*/, "", what)
    sub(/^ */, "", what)
    sub(/\}[^}]*$/, "", what)
    name_of(ids, what)
}

END {
    for (i = 1; table && i <= rules; i++)
        printf "%s\n%s", rule[order[i]], tests[order[i]] == "" ? "    no test\n" : tests[order[i]]
}
