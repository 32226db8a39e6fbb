# Splits a Markdown page into its marked code blocks.
#
#   <!-- file: NAME -->      the block that follows is written to the file NAME
#   <!-- output: COMMAND --> the block is what COMMAND prints: it goes to output.N, the command to
#                            command.N
#
# With -v new=1 the page is printed with the contents of actual.N in the place of every output.
/^<!-- file: .* -->$/ { name = substr($0, 12, length($0) - 15); kind = "file" }
/^<!-- output: .* -->$/ {
    kind = "output"
    command = substr($0, 14, length($0) - 17)
    name = "output." ++count
    if (!new)
        print command > ("command." count)
}
/^```/ {
    if (inside) {
        if (new && kind == "output")
            while ((getline line < ("actual." count)) > 0)
                print line
        inside = 0
        kind = ""
    } else {
        inside = 1
        if (!new && kind != "")
            printf "" > name
        if (new)
            print
        next
    }
}
inside && kind != "" && !new { print > name }
new && !(inside && kind == "output") { print }
