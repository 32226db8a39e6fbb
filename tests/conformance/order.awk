# SPDX-License-Identifier: MIT
# Checks a transcript in JSON lines against the order of callouts that the reference states, by nothing but what was
# called and answered; it knows nothing of the engine. One line for each violation, and at the end how many
# connections and callouts were looked at. With -v os=2000 a refused connection has no hang-up (C3.8); with
# -v lifecycle=no there is neither initialize nor terminate, as on NT 4.0.
#
# Default policies only. Variables by connection c, link l and DLL d.

function field(name,   at, rest) {
    at = index($0, "\"" name "\":")
    if (!at)
        return ""
    rest = substr($0, at + length(name) + 3)
    sub(/^"/, "", rest)
    sub(/[",}].*/, "", rest)
    return rest
}

function wrong(rule, what) {
    print rule ": record " field("seq") ": connection " c (l ? " link " l : "") ", " d ": " what
    bad++
}

# Answers come behind the arguments, which have no key of that name.
function answer(   at) {
    at = match($0, /"result":(-?[0-9]+|null)/)
    return at ? substr($0, RSTART + 9, RLENGTH - 9) : ""
}

function note(list, entry) {
    return index(list, " " entry " ") ? list : list entry " "
}

/"type":"callout"/ {
    calls++
    c = field("connection")
    l = field("link")
    name = field("callout")
    d = field("dll")
    result = answer()
    if (name ~ /^MprAdminInitializeDll/) {
        if (running[d])
            wrong("B1.init", "is initialized twice")
        if (c)
            wrong("B1.init", "is initialized for a connection")
        running[d] = result == 0
        place[d] = ++dlls
        next
    }
    if (!running[d] && lifecycle != "no")
        wrong("B1.init", name " outside of the time between initialize and terminate")
    if (name == "MprAdminTerminateDll") {
        running[d] = 0
        terminated = 1
        next
    }
    if (terminated)
        wrong("B1.terminate", name " when a DLL has been terminated")
    seen[c] = 1
    if (gone[c] && name !~ /ConnectionHangup/)
        wrong("C3.24", name " after the hang-up of the connection, which is the last")
}

/"type":"callout"/ && /"callout":"MprAdminGetIp/ {
    family = name ~ /v6/ ? 6 : 4
    if (asked_get[c, family])
        wrong("B0.address", "is asked for an address that was asked for already")
    asked_get[c, family] = 1
    if (heard[c] && !back[c])
        wrong("C3.6", "is asked for an address after the connection was accepted")
    if (result != 0)
        failed_get[c] = 1
    zero = family == 4 ? /"lpdwIpAddress":"0\.0\.0\.0"/ : /"lpIPv6Address":"(0*:?:?)*"/
    notify = /"bNotifyRelease":[1-9]/
    if (result == 0 && notify && !zero)
        owed[c, family] = d
    next
}

/"type":"callout"/ && /"callout":"MprAdminReleaseIp/ {
    family = name ~ /v6/ ? 6 : 4
    if (owed[c, family] != d)
        wrong("B2.release" family, "a release that it has no right to")
    owed[c, family] = ""
    next
}

/"type":"callout"/ && /"callout":"MprAdminAcceptNewConnection/ {
    if (failed_get[c])
        wrong("C3.4", "is asked to accept a connection whose address failed")
    if (refused[c])
        wrong("C3.8", "is asked although another has refused")
    if (index(" " heard[c], " " d " "))
        wrong("B3.accept", "is asked twice")
    if (place[d] < last_place[c])
        wrong("B0.order", "is asked out of the order of the list")
    last_place[c] = place[d]
    heard[c] = heard[c] d " "
    if (result == 0)
        refused[c] = 1
    next
}

/"type":"callout"/ && /"callout":"MprAdminAcceptNewLink/ {
    if (!heard[c] || refused[c])
        wrong("C3.9", "is asked about a link of a connection that is not accepted")
    if (link_refused[c, l])
        wrong("C3.10", "is asked although another has refused the link")
    if (index(" " link_heard[c, l], " " d " "))
        wrong("B4.link", "is asked about a link twice")
    if (place[d] < last_link_place[c, l])
        wrong("B0.order", "is asked about a link out of the order of the list")
    last_link_place[c, l] = place[d]
    link_heard[c, l] = link_heard[c, l] d " "
    links[c] = note(links[c] ? links[c] : " ", l)
    if (result == 0)
        link_refused[c, l] = 1
    next
}

/"type":"callout"/ && /"callout":"MprAdminLinkHangup/ {
    if (!index(" " link_heard[c, l], " " d " "))
        wrong("B4.linkhangup", "hears of the end of a link that it was not asked about")
    if (link_told[c, l, d]++)
        wrong("B4.linkhangup", "hears of the end of a link twice")
    if (os == 2000 && link_refused[c, l])
        wrong("C3.10", "hears of the end of a link that was refused")
    next
}

/"type":"callout"/ && /"callout":"MprAdminConnectionHangup/ {
    gone[c] = 1
    if (!index(" " heard[c], " " d " "))
        wrong("B3.hangup", "hears of the end of a connection that it was not asked about")
    if (told[c, d]++)
        wrong("B3.hangup", "hears of the end of a connection twice")
    if (os == 2000 && refused[c])
        wrong("C3.8", "hears of the end of a connection that was refused")
    if (owed[c, 4] || owed[c, 6])
        wrong("C3.24", "hears of the end before the address was released")
    next
}

/"type":"callout"/ && /"callout":"MprAdminAccept(Reauth|Tunnel)/ {
    if (!links[c] || refused[c])
        wrong("C3.14", "is asked about a change of a connection that is not up")
}

END {
    for (pair in owed)
        if (owed[pair]) {
            split(pair, part, SUBSEP)
            print "B2.release" part[2] ": connection " part[1] ": " owed[pair] " is never told of the release"
            bad++
        }
    for (number in heard) {
        if (refused[number] && os == 2000)
            continue
        count = split(heard[number], names, " ")
        for (i = 1; i <= count; i++)
            if (!told[number, names[i]]) {
                print "B3.hangup: connection " number ": " names[i] " is never told of its end"
                bad++
            }
    }
    for (pair in link_heard) {
        split(pair, part, SUBSEP)
        if (link_refused[part[1], part[2]] && os == 2000)
            continue
        count = split(link_heard[pair], names, " ")
        for (i = 1; i <= count; i++)
            if (!link_told[part[1], part[2], names[i]]) {
                print "B4.linkhangup: connection " part[1] " link " part[2] ": " names[i] " is never told of its end"
                bad++
            }
    }
    for (number in seen)
        lives++
    printf "%d violations in %d lives and %d callouts\n", bad, lives, calls
}
