# Lists what can be changed in C sources so that a test should notice: FILE LINE COLUMN LENGTH REPLACEMENT WHAT, a line each,
# TABs between. WHAT is for people and for equivalent.txt, and holds where other lines change. Comments, strings, preprocessor
# lines and #include are left alone, so are assertions, and what counts rows for the tests (emu/ras/coverage.h).

function candidate(column, length_, replacement,   what) {
    what = substr($0, 1, column - 1) "{" substr($0, column, length_) " => " replacement "}" substr($0, column + length_)
    gsub(/[ \t]+/, " ", what)
    sub(/^ /, "", what)
    what = FILENAME ", " place ": " what
    if (++seen[what] > 1) what = what " (" seen[what] ")" # the same line again in one function
    printf "%s\t%d\t%d\t%d\t%s\t%s\n", FILENAME, FNR, column, length_, replacement, what
}

# the function or the table that begins in this line, also as ACTION(name)
function place_of(line) {
    if (sub(/^[A-Z]+\(/, "", line)) sub(/\).*/, "", line)
    sub(/[[(=].*/, "", line)
    sub(/ +$/, "", line)
    sub(/.*[ *]/, "", line)
    return line
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
    pairs[++n] = " !"; by[n] = " " # but not of !=
}

FNR == 1 { comment = 0; place = "" }
/^#/ { next }
{
    code = code_of($0)
    if (code ~ /^([a-z].*[[(=]|[A-Z]+\([a-z_0-9]+\)$)/) place = place_of(code)
    if (code ~ /assert\(|coverage_(take|write)\(/) next
    for (i = 1; i <= n; i++) {
        rest = code
        at = 0
        while ((found = index(rest, pairs[i])) > 0) {
            if (pairs[i] != " !" || substr(rest, found + 2, 1) != "=")
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
