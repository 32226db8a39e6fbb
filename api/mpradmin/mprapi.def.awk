# SPDX-License-Identifier: MIT
##
# @file mprapi.def.awk
# Makes the module definition of mprapi.dll from admin_functions.def.
#
# awk -f mprapi.def.awk admin_functions.def >mprapi.def
# x86_64-w64-mingw32-dlltool -d mprapi.def -D mprapi.dll -l libmprapi.dll.a
#
# Undecorated names fit 64-bit Windows only.

BEGIN {
    print "LIBRARY mprapi.dll"
    print "EXPORTS"
}

/^ADMIN_(FUNCTION|FORBIDDEN|SHARED)\(/ {
    split($0, part, /[(, ]+/)
    print "    " part[3]
}

/^ADMIN_(SHARED_)?PROCEDURE\(/ {
    split($0, part, /[(, ]+/)
    print "    " part[2]
}
