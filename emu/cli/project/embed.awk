# SPDX-License-Identifier: MIT
##
# @file embed.awk
# Makes C of the files of a new project: awk -f embed.awk FILE.template... >project_files.h, one
# `{"FILE", "text"},` each.

function quoted(text,    i, letter, out) {
    for (i = 1; i <= length(text); i++) {
        letter = substr(text, i, 1)
        out = out (letter == "\\" ? "\\\\" : letter == "\"" ? "\\\"" : letter == "\t" ? "\\t" : letter)
    }
    return out
}

FNR == 1 {
    if (NR > 1)
        print "},"
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\.template$/, "", name)
    printf "{\"%s\",\n", name
}

{ printf "    \"%s\\n\"\n", quoted($0) }

END { print "}," }
