# SPDX-License-Identifier: MIT
# Makes the table of message texts of the headers that define codes: what a code's description says is its text.
/^#define (ERROR|WSA|RPC|NERR|DNS|E|NO|SUCCESS|PENDING)[A-Z0-9_]* / {
    name = $2
    text = $0
    if (sub(/.*\/\*\*< /, "", text)) {
        sub(/ *\*\/.*/, "", text)
    } else {
        text = before
    }
    if (text != "" && !(name in seen) && name != "NO_ERROR") {
        gsub(/[\\"]/, "\\\\&", text)
        gsub(/%%/, "%", text)
        seen[name] = 1
        printf "#ifdef %s\n{%s, \"%s\"},\n#endif\n", name, name, text
    }
    before = ""
    next
}
/^\/\*\*/ {
    before = $0
    while (before !~ /\*\// && (getline line) > 0) {
        sub(/^ \* /, " ", line)
        before = before line
    }
    sub(/^\/\*\* */, "", before)
    sub(/ *\*\/.*/, "", before)
    if (before ~ /@/) {
        before = ""
    }
    next
}
{ before = "" }
