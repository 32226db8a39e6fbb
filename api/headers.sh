#!/bin/sh
# Writes the headers that are the same line many times: headers.sh FOLDER
#
# FOLDER/cxx holds the names of the C++ library's headers, each of which reads the real one without what sources for
# Windows see (rras_cxx_begin.h). FOLDER/spellings holds our headers under the spellings people use, as file names have no
# case on Windows; it is the last folder that is looked in, natively and by mingw-w64.
set -eu
folder=$1

# C++17 and 20; what is newer is read as it is
cxx='algorithm any array atomic barrier bit bitset cassert ccomplex cctype cerrno cfenv cfloat charconv chrono cinttypes
    ciso646 climits clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdalign
    cstdarg cstdbool cstddef cstdint cstdio cstdlib cstring ctgmath ctime cuchar cwchar cwctype deque exception execution
    filesystem forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator latch
    limits list locale map memory memory_resource mutex new numbers numeric optional ostream queue random ranges ratio
    regex scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf
    string string_view syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set
    utility valarray variant vector version'

# as the documentation or many sources write them; each comes in lower case, Capitalised and in CAPITALS too
spelled='BaseTsd.h CombaseApi.h CrtDbg.h DebugApi.h ErrHandlingApi.h Excpt.h FileAPI.h FileApi.h GuidDef.h HandleApi.h HeapApi.h
    In6Addr.h InAddr.h InterlockedApi.h IntTypes.h LibLoaderApi.h LM.h LmCons.h LMCons.h LmErr.h LMErr.h MinWinBase.h
    MprApi.h MprError.h ObjBase.h Process.h ProcessEnv.h ProcessThreadsApi.h ProfileApi.h Ras.h RasError.h RasSapi.h
    RasSApi.h Sal.h ShlWApi.h ShlwApi.h SpecStrings.h StdIO.h StdLib.h String.h StringApiSet.h StrSafe.h SynchAPI.h
    SynchApi.h SysInfoApi.h TChar.h TCHAR.h ThreadPoolApiSet.h ThreadPoolLegacyApiSet.h Time.h TimeZoneApi.h WChar.h WinBase.h WinCrypt.h WinDef.h Windows.h
    WinError.h WinNT.h WinNt.h WinReg.h WinSock.h WinSock2.h WinUser.h WS2def.h WS2Def.h Ws2Def.h WS2ipdef.h Ws2IpDef.h
    WS2tcpip.h WS2TcpIp.h Ws2TcpIp.h WTypes.h
    FibersApi.h IoApiSet.h MemoryApi.h Direct.h Fcntl.h FCntl.h Io.h IO.h Share.h WCType.h BCrypt.h DPAPI.h DpApi.h LMAccess.h LmAccess.h LMApiBuf.h LmApiBuf.h LMWksta.h LmWksta.h RtUtils.h SDDL.h Sddl.h SecurityBaseApi.h SQL.h
    Sql.h SqlExt.h SqlTypes.h WinHttp.h WinLdap.h WinNls.h'

rm -rf "$folder/cxx" "$folder/spellings"
mkdir -p "$folder/cxx" "$folder/spellings"
for header in $cxx; do
    printf '%s\n' '#pragma GCC system_header' '#include <rras_cxx_begin.h>' "#include_next <$header>" \
        '#include <rras_cxx_end.h>' >"$folder/cxx/$header"
done
for official in $spelled; do
    lower=$(echo "$official" | tr '[:upper:]' '[:lower:]')
    stem=$(echo "${official%.h}" | tr '[:lower:]' '[:upper:]')
    for spelling in "$official" "$(echo "$lower" | cut -c1 | tr '[:lower:]' '[:upper:]')${lower#?}" "$stem.h" "$stem.H"; do
        [ "$spelling" = "$lower" ] || echo "#include <$lower>" >"$folder/spellings/$spelling"
    done
done
