# SPDX-License-Identifier: MIT
##
# @file generate.awk
# Turns the tables of the interface into one C or C++ source that compares the headers with them.
#
# Everything a compiler can decide is a static assertion; main() compares the strings and prints
# how much was compared. Names the target must not know are declared as something else, which
# only compiles while the headers leave them alone.
#
# Variables: arch (x64, x86), target (WIN10, WINBLUE, WIN8, WIN7 or a number like 0x0600),
# lang (c, c++), os (posix, windows), header (mprapi.h or rassapi.h, which a source cannot both
# include). Input: the tables, the order does not matter; those of rassapi.h are named after it.

function hex(s,    i, v) {
    v = 0
    s = tolower(s)
    sub(/^0x/, "", s)
    for (i = 1; i <= length(s); i++)
        v = v * 16 + index("0123456789abcdef", substr(s, i, 1)) - 1
    return v
}

# Whether a guard such as "WINVER>=0x0601" or "NTDDI<WIN8" holds for the target.
function holds(guard,    word) {
    if (guard == "any" || guard == "-" || guard == "")
        return 1
    if (guard == "0x0500<=WINVER<0x0600")
        return winver >= hex("0x0500") && winver < hex("0x0600")
    word = guard
    if (word ~ /^NTDDI/) {
        # Those for later versions stand inside the Windows 7 part of the interface.
        sub(/^NTDDI(>=|<)/, "", word)
        if (guard ~ />=/)
            return winver >= hex("0x0601") && winver >= version[word]
        return winver < version[word]
    }
    sub(/^WINVER(>=|<=|<)/, "", word)
    if (guard ~ />=/)
        return winver >= hex(word)
    if (guard ~ /<=/)
        return winver <= hex(word)
    return winver < hex(word)
}

function assert(condition, message) {
    printf "CHECK((%s), \"%s\");\n", condition, message
}

function same(type, expected, message) {
    printf "SAME(\"%s\", %s, %s);\n", message, type, expected
}

# The rows of a table about another header than ours say nothing here.
function foreign(kind) {
    return kind ~ /^rasshost/ || (os == "windows" && kind ~ /^ras\.h/)
}

# Structures and enumerations the target has, by their own name or by an alias.
function has(name) {
    if (name in guard)
        return holds(guard[name])
    return (name in alias) && has(alias[name])
}

function table(file) {
    sub(/.*\//, "", file)
    return file
}

# "(A, B *)" as a parameter list; the interface writes an empty one both as () and as (VOID).
function parameters(list) {
    return list == "()" ? "(VOID)" : list
}

function convention(name) {
    if (arch != "x86")
        return ""
    return name == "stdcall" ? "__stdcall " : "__cdecl "
}

# On x86 a stdcall function removes its arguments itself: their sizes must add up to the table's.
function pops(name, list, bytes,    n, part, i, sum) {
    gsub(/^\(|\)$/, "", list)
    sum = "0"
    n = list == "" || list == "VOID" ? 0 : split(list, part, ", ")
    for (i = 1; i <= n; i++)
        sum = sum " + (sizeof(" part[i] ") + 3) / 4 * 4"
    assert(sum " == " bytes, name ": bytes of arguments")
}

function function_type(name, result, conv, list, message) {
    same("TYPEOF(&" name ")", result " (" conv "*)" parameters(list), message)
    if (lang == "c")
        printf "%s %s%s%s;\n", result, conv, name, parameters(list)
}

BEGIN {
    FS = "\t"
    version["WIN7"] = hex("0x0601")
    version["WIN8"] = hex("0x0602")
    version["WINBLUE"] = hex("0x0603")
    version["WINTHRESHOLD"] = version["WIN10"] = hex("0x0A00")
    winver = (target in version) ? version[target] : hex(target)
}

FNR == 1 {
    name = table(FILENAME)
    ours = header == "rassapi.h" ? name ~ /^(extra-layouts|rassapi-)/ : name !~ /^(extra-layouts|rassapi-)/
    sub(/^rassapi-/, "", name)
    next
}
!ours { next }

name == "extra-layouts.tsv" && $1 == header && $2 == arch {
    layout[++layouts] = $3 FS $4 FS $5 FS $6
    guard[$3] = "any"
}

name == "availability.tsv" { guard[$1] = $2; guarded[++guards] = $1 }
name == "aliases.tsv" && $1 == target { alias[$2] = $3; aliases[++alias_count] = $2 }
name == "scalars.tsv" && $1 == arch { scalar[++scalars] = $2; scalar_size[scalars] = $3
    scalar_align[scalars] = $4 }
name == "layouts.tsv" && $1 == arch { layout[++layouts] = $2 FS $3 FS $4 FS $5 }
name == "layouts-by-target.tsv" && $1 == target && $2 == arch {
    older[$3] = 1
    by_target[++by_targets] = $3 FS $4 FS $5 FS $6
}
name == "types.tsv" { member[++members] = $0 }
name == "constants.tsv" { constant[++constants] = $0; kind[$1] = $3
    if ($3 ~ /:enum:/) { of = $3; sub(/.*:enum:/, "", of); guard_of[$1] = of } }
name == "pointers.tsv" { pointer[++pointers] = $0 }
name == "callouts.tsv" { callout[++callouts] = $0; is_function[$1] = 1 }
name == "admin-functions.tsv" && $2 != "alias" { admin[++admins] = $0; guard[$1] = $5
    is_function[$1] = 1; if ($5 != "any") guarded[++guards] = $1 }

function layout_row(row,    f) {
    split(row, f, FS)
    if (f[2] == "-")
        assert("sizeof(" f[1] ") == " f[4], f[1] ": size")
    else if (f[2] == "align")
        assert("ALIGNOF(" f[1] ") == " f[4], f[1] ": alignment")
    else {
        assert("offsetof(" f[1] ", " f[2] ") == " f[3], f[1] "." f[2] ": offset")
        assert("sizeof(((" f[1] " *)0)->" f[2] ") == " f[4], f[1] "." f[2] ": size")
    }
    count["layout rows"]++
}

function prologue() {
    print "/* Made from the tables by generate.awk; do not edit. */"
    print "#include <" header ">"
    print "#include <raserror.h>"
    print "#include <mprerror.h>"
    print "#include <stddef.h>"
    print "#include <stdio.h>"
    if (lang == "c++") {
        print "#include <type_traits>"
        print "#define CHECK(condition, message) static_assert(condition, message)"
        print "#define ALIGNOF(type) alignof(type)"
        print "#define TYPEOF(expression) decltype(expression)"
        print "#define SAME(message, type, ...) \\"
        print "    static_assert(std::is_same<type, __VA_ARGS__>::value, message)"
    } else {
        print "#define CHECK(condition, message) _Static_assert(condition, message)"
        print "#define ALIGNOF(type) _Alignof(type)"
        print "#define TYPEOF(expression) __typeof__(expression)"
        print "#define SAME(message, type, ...) \\"
        print "    _Static_assert(__builtin_types_compatible_p(type, __VA_ARGS__), message)"
    }
}

function types(    i, f, type) {
    for (i = 1; i <= members; i++) {
        split(member[i], f, FS)
        if (!has(f[1]) || f[3] == "union" || f[3] == "struct")
            continue
        type = f[4] > 0 ? f[3] "[" f[4] "]" : f[3]
        same("TYPEOF(((" f[1] " *)0)->" f[2] ")", type, f[1] "." f[2] ": type")
        count["types"]++
    }
}

function values(    i, f, there) {
    for (i = 1; i <= constants; i++) {
        split("", f)
        split(constant[i], f, FS)
        if (foreign(f[3]))
            continue
        there = (f[1] in guard_of) ? has(guard_of[f[1]]) : holds(guard[f[1]])
        if (!there) {
            if (f[1] in guard_of)
                absent[++absents] = f[1]
            continue
        }
        count["constants"]++
        if (f[2] ~ /^"/)
            string[++strings] = f[1] FS f[2]
        else
            assert("(unsigned long long)(" f[1] ") == " f[2] "ULL", f[1] ": value")
    }
}

function pointer_names(    i, f) {
    for (i = 1; i <= pointers; i++) {
        split(pointer[i], f, FS)
        if (!has(f[2]))
            continue
        same(f[1], f[2] " *", f[1] ": type")
        count["pointers"]++
    }
    for (i = 1; i <= alias_count; i++) {
        same(aliases[i], alias[aliases[i]], aliases[i] ": alias")
        count["aliases"]++
    }
}

function functions(    i, f, conv) {
    for (i = 1; i <= callouts; i++) {
        split(callout[i], f, FS)
        if (!holds(guard[f[1]]))
            continue
        conv = convention(f[4])
        if (f[2] == "export")
            function_type(f[1], f[3], conv, f[6], f[1] ": prototype")
        else
            same(f[1], f[3] " (" conv "*)" parameters(f[6]), f[1] ": type")
        if (arch == "x86" && f[4] == "stdcall")
            pops(f[1], f[6], f[5])
        count["callouts"]++
    }
    for (i = 1; i <= admins; i++) {
        split(admin[i], f, FS)
        if (!holds(f[5]))
            continue
        function_type(f[1], f[3], convention("stdcall"), f[4], f[1] ": prototype")
        count["functions"]++
    }
}

# A name of a newer or an older target must be free: a macro is not defined, anything else can be
# declared as a type that the headers certainly do not have.
function absences(    i, n) {
    for (i = 1; i <= guards; i++) {
        n = guarded[i]
        if (holds(guard[n]) || ((n in kind) && foreign(kind[n])))
            continue
        if (n in kind)
            printf "#ifdef %s\n#error \"%s is there, its guard says %s\"\n#endif\n", n, n, guard[n]
        else
            absent[++absents] = n
        if (n in kind)
            count["absent"]++
    }
    for (i = 1; i <= absents; i++) {
        printf "typedef struct absent_name *%s;\n", absent[i]
        count["absent"]++
    }
}

function tally(    text, n, i, what) {
    n = split("layout rows,types,constants,pointers,aliases,callouts,functions,absent", what, ",")
    for (i = 1; i <= n; i++)
        if (count[what[i]] > 0)
            text = text (text == "" ? "" : ", ") count[what[i]] " " what[i]
    return text
}

# TEXT() makes strings of either width; the table has plain ones.
function comparison() {
    if (strings > 0)
        string_comparison()
    print "int main(void)\n{\n    int wrong = 0;"
}

function string_comparison() {
    print "static int differs(const char *name, const void *text, size_t unit, const char *right)"
    print "{"
    print "    const unsigned char *at = (const unsigned char *)text;"
    print "    size_t i;"
    print "    for (i = 0; i == 0 || right[i - 1] != 0; i++, at += unit)"
    print "        if (at[0] != (unsigned char)right[i] || (unit > 1 && at[1] != 0)) {"
    print "            printf(\"# %s: wrong text\\n\", name);"
    print "            return 1;"
    print "        }"
    print "    return 0;"
    print "}"
}

END {
    prologue()
    for (i = 1; i <= scalars; i++) {
        if (scalar[i] in guard && !holds(guard[scalar[i]]))
            continue
        assert("sizeof(" scalar[i] ") == " scalar_size[i], scalar[i] ": size")
        assert("ALIGNOF(" scalar[i] ") == " scalar_align[i], scalar[i] ": alignment")
    }
    for (i = 1; i <= layouts; i++) {
        split(layout[i], row, FS)
        if (has(row[1]) && !(row[1] in older))
            layout_row(layout[i])
    }
    for (i = 1; i <= by_targets; i++)
        layout_row(by_target[i])
    types()
    values()
    pointer_names()
    functions()
    absences()
    comparison()
    for (i = 1; i <= strings; i++) {
        split(string[i], row, FS)
        printf "    CHECK(sizeof(%s) / sizeof((%s)[0]) == sizeof(%s), \"%s: length\");\n",
            row[1], row[1], row[2], row[1]
        printf "    wrong += differs(\"%s\", %s, sizeof((%s)[0]), %s);\n",
            row[1], row[1], row[1], row[2]
    }
    printf "    printf(\"%s\\n\");\n    return wrong != 0;\n}\n", tally()
    printf "/* compared: %s */\n", tally()
}
