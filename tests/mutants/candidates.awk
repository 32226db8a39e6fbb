# Lists what can be changed in C sources so that a test should notice: FILE LINE COLUMN LENGTH REPLACEMENT, a line each,
# TABs between. Comments, strings, preprocessor lines and #include are left alone.

function candidate(column, length_, replacement) {
    printf "%s\t%d\t%d\t%d\t%s\n", FILENAME, FNR, column, length_, replacement
}

# blanks in the place of strings and comments, so that columns stay
function code_of(line,   out, i, c, next_, inside) {
    out = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        next_ = substr(line, i, 2)
        if (comment) {
            if (next_ == "*/") { comment = 0; out = out " "; i++ }
            out = out " "
        } else if (inside != "") {
            if (c == "\\") { out = out " "; i++ }
            else if (c == inside) inside = ""
            out = out " "
        } else if (next_ == "/*") {
            comment = 1
            out = out "  "
            i++
        } else if (c == "\"" || c == "\047") {
            inside = c
            out = out " "
        } else {
            out = out c
        }
    }
    return out
}

BEGIN {
    n = 0
    pairs[++n] = " < "; by[n] = " <= "
    pairs[++n] = " <= "; by[n] = " < "
    pairs[++n] = " > "; by[n] = " >= "
    pairs[++n] = " >= "; by[n] = " > "
    pairs[++n] = " == "; by[n] = " != "
    pairs[++n] = " != "; by[n] = " == "
    pairs[++n] = " && "; by[n] = " || "
    pairs[++n] = " || "; by[n] = " && "
    pairs[++n] = " + "; by[n] = " - "
    pairs[++n] = " - "; by[n] = " + "
    pairs[++n] = " += "; by[n] = " -= "
    pairs[++n] = " -= "; by[n] = " += "
    pairs[++n] = "++;"; by[n] = "--;"
    pairs[++n] = "--;"; by[n] = "++;"
    pairs[++n] = "true"; by[n] = "false"
    pairs[++n] = "false"; by[n] = "true"
    pairs[++n] = " = 0;"; by[n] = " = 1;"
    pairs[++n] = "(!"; by[n] = "("
    pairs[++n] = " !"; by[n] = " "
}

FNR == 1 { comment = 0 }
/^#/ { next }
{
    code = code_of($0)
    for (i = 1; i <= n; i++) {
        rest = code
        at = 0
        while ((found = index(rest, pairs[i])) > 0) {
            candidate(at + found, length(pairs[i]), by[i])
            at += found + length(pairs[i]) - 1
            rest = substr(code, at + 1)
        }
    }
    # a call that is made for what it does
    if (code ~ /^    +[a-z_0-9]+\([^=]*\);[ ]*$/ && code !~ /return/)
        candidate(1, length($0), "    ;")
    # a row of a table of lives
    if ($0 ~ /^    \{("[A-Z][A-Za-z0-9.]*"|NULL), +[A-Z]/ && code ~ /},[ ]*$/)
        candidate(1, length($0), "    /* no row */")
}
