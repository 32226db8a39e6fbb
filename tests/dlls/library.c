/* SPDX-License-Identifier: MIT */
/* The C run-time library's files, environment, dates and texts (acts.h). */
#include "acts.h"

#include <direct.h>
#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <share.h>
#include <shlwapi.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/timeb.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>

/* Numbers of errno differ below. */
static const char *why(void)
{
    switch (errno) {
    case 0:
        return "none";
    case ENOENT:
        return "ENOENT";
    case EACCES:
        return "EACCES";
    case EEXIST:
        return "EEXIST";
    case EBADF:
        return "EBADF";
    case EINVAL:
        return "EINVAL";
    case ENOTEMPTY:
        return "ENOTEMPTY";
    case ERANGE:
        return "ERANGE";
    default:
        return "another";
    }
}

static int failed(int result)
{
    say("%d %s\n", result, result < 0 ? why() : "fine");
    return result;
}

static void ignore(const wchar_t *expression, const wchar_t *function, const wchar_t *file, unsigned line,
                   uintptr_t reserved)
{
    (void)expression, (void)function, (void)file, (void)line, (void)reserved;
}

static void outcome(BOOL fine)
{
    say("%d %u\n", fine != FALSE, fine ? 0 : (unsigned)GetLastError());
}

static HANDLE opened(DWORD access, DWORD share)
{
    SetLastError(0);
    HANDLE file = CreateFileA("shared.txt", access, share, NULL, OPEN_ALWAYS, 0, NULL);
    say("%s %u\n", file == INVALID_HANDLE_VALUE ? "none" : "open", (unsigned)GetLastError());
    return file;
}

static void close_all(HANDLE *files, size_t count)
{
    while (count-- > 0)
        if (files[count] != INVALID_HANDLE_VALUE)
            CloseHandle(files[count]);
}

/* --- acts --- */

/* Each opens the file once more, beside those that are open. */
static void sharing(void)
{
    const DWORD all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    FILE *stream = NULL, *second = NULL;
    HANDLE alone[3] = {opened(GENERIC_READ, 0)};
    alone[1] = opened(GENERIC_READ, all);
    alone[2] = opened(0, 0);
    close_all(alone, 3);
    HANDLE readers[4] = {opened(GENERIC_READ, FILE_SHARE_READ), opened(GENERIC_READ, FILE_SHARE_READ)};
    readers[2] = opened(GENERIC_WRITE, all);
    readers[3] = opened(GENERIC_READ, FILE_SHARE_WRITE);
    outcome(DeleteFileA("shared.txt"));
    outcome(MoveFileA("shared.txt", "other.txt"));
    outcome(CopyFileA("shared.txt", "copy.txt", FALSE));
    outcome(CopyFileA("copy.txt", "shared.txt", FALSE));
    close_all(readers, 4);
    HANDLE writer[2] = {opened(GENERIC_WRITE, FILE_SHARE_READ)};
    writer[1] = opened(GENERIC_READ, FILE_SHARE_READ);
    stream = fopen("shared.txt", "r");
    say("%d\n", stream != NULL);
    if (stream)
        fclose(stream);
    say("%d\n", (stream = fopen("shared.txt", "a")) == NULL);
    close_all(writer, 2);
    stream = fopen("shared.txt", "w");
    second = fopen("shared.txt", "a");
    say("%d %d\n", stream != NULL, second != NULL);
    fclose(second);
    failed(remove("shared.txt"));
    fclose(stream);
    stream = _fsopen("shared.txt", "r", _SH_DENYWR);
    second = _wfsopen(L"shared.txt", L"r+", _SH_DENYNO);
    say("%d %d\n", stream != NULL, second == NULL);
    fclose(stream);
    failed(remove("shared.txt"));
    failed(remove("copy.txt"));
}

/* What fopen_s() opens is nobody else's. */
static void secure(void)
{
    FILE *first = NULL, *second = NULL;
    say("%d\n", fopen_s(&first, "secure.txt", "w"));
    say("%d\n", fopen_s(&second, "secure.txt", "r") == EACCES);
    if (second)
        fclose(second);
    fclose(first);
    say("%d\n", fopen_s(&first, "secure.txt", "r"));
    say("%d\n", fopen_s(&second, "secure.txt", "r"));
    fclose(first);
    fclose(second);
    failed(remove("secure.txt"));
}

static void numbers(void)
{
    char text[40] = "";
    int file = _open("numbers.txt", _O_RDWR | _O_CREAT | _O_TRUNC, _S_IREAD | _S_IWRITE);
    say("%d\n", file >= 3);
    int got = _write(file, "one\ntwo\n", 8);
    say("%d at %ld of %ld\n", got, _tell(file), _filelength(file));
    long place = _lseek(file, 0, SEEK_SET);
    say("%ld, end %d\n", place, _eof(file));
    got = _read(file, text, 3);
    say("%d '%.*s'\n", got, got, text);
    got = _read(file, text, sizeof text);
    say("%d %d %d, end %d\n", got, text[0], text[1], _eof(file));
    say("%d\n", _read(file, text, sizeof text));
    say("%d\n", _setmode(file, _O_BINARY) == _O_TEXT);
    _lseek(file, 0, SEEK_SET);
    say("%d\n", _read(file, text, sizeof text));
    failed(_chsize(file, 4));
    say("%ld\n", _filelength(file));
    say("%d %d\n", _commit(file), _isatty(file));
    say("%d\n", GetFileSize((HANDLE)_get_osfhandle(file), NULL));
    failed(_close(file));
    failed(_open("numbers.txt", _O_WRONLY | _O_CREAT | _O_EXCL, _S_IWRITE));
    failed(_open("no-folder\\numbers.txt", _O_WRONLY | _O_CREAT, _S_IWRITE));
    failed(_open("absent.txt", _O_RDONLY));
    file = _open("numbers.txt", _O_WRONLY | _O_APPEND | _O_BINARY);
    got = _write(file, "end", 3);
    say("%d %lld\n", got, (long long)_filelengthi64(file));
    _close(file);
    file = _wopen(L"numbers.txt", _O_RDONLY | _O_BINARY);
    say("%d\n", _read(file, text, sizeof text));
    failed(_write(file, "x", 1));
    _close(file);
    got = _sopen_s(&file, "numbers.txt", _O_RDONLY, _SH_DENYNO, 0);
    say("%d %d\n", got, file >= 3);
    _close(file);
    failed(_unlink("numbers.txt"));
    failed(_unlink("numbers.txt"));
}

static void mixed(void)
{
    char text[20] = "";
    FILE *stream = fopen("mixed.txt", "w+");
    say("%d\n", _fileno(stream) >= 3);
    fputs("a line\n", stream);
    fflush(stream);
    say("%ld\n", _filelength(_fileno(stream)));
    say("%d\n", _commit(_fileno(stream)));
    fclose(stream);
    int file = _open("mixed.txt", _O_RDONLY | _O_TEXT);
    stream = _fdopen(file, "r");
    const bool read = fgets(text, sizeof text, stream) != NULL;
    say("%d '%.6s'\n", read, text);
    say("%d\n", fclose(stream));
    stream = _fsopen("mixed.txt", "a", _SH_DENYNO);
    say("%d\n", fputs("more\n", stream) >= 0);
    fclose(stream);
    stream = _wfsopen(L"mixed.txt", L"rb", _SH_DENYWR);
    say("%u\n", (unsigned)fread(text, 1, sizeof text, stream));
    fclose(stream);
    HANDLE handle = CreateFileA("mixed.txt", GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    file = _open_osfhandle((intptr_t)handle, _O_RDONLY | _O_TEXT);
    say("%d\n", _read(file, text, sizeof text));
    failed(_close(file));
    remove("mixed.txt");
}

/* A stream and its number are one file, with one mode and one place. */
static void one_file(void)
{
    char text[20] = "";
    FILE *stream = fopen("one.txt", "w");
    say("%d\n", _setmode(_fileno(stream), _O_BINARY) == _O_TEXT);
    fputs("a\nb\n", stream);
    fclose(stream);
    int file = _open("one.txt", _O_RDONLY | _O_BINARY);
    say("%ld\n", _filelength(file));
    _close(file);
    stream = fopen("one.txt", "w");
    say("%d\n", _write(_fileno(stream), "a\nb\n", 4));
    fclose(stream);
    file = _open("one.txt", _O_RDONLY);
    say("%ld\n", _filelength(file));
    say("%d\n", _read(file, text, 1));
    stream = _fdopen(file, "r");
    const bool read = fgets(text, sizeof text, stream) != NULL;
    say("%d %d\n", read, text[0]);
    fclose(stream);
    file = _open("one.txt", _O_WRONLY | _O_TRUNC | _O_BINARY);
    stream = _fdopen(file, "w");
    fputs("a\nb\n", stream);
    fflush(stream);
    say("%ld\n", _filelength(file));
    fclose(stream);
    file = _open("one.txt", _O_WRONLY);
    failed(_read(file, text, 3));
    _close(file);
    file = _open("one.txt", _O_RDONLY | _O_BINARY);
    int other = _dup(file);
    say("%d\n", _read(file, text, 1));
    int got = _read(other, text, 3);
    say("%d %c\n", got, text[1]);
    _close(other);
    _close(file);
    remove("one.txt");
}

static void searches(void)
{
    struct _finddata_t found;
    struct _wfinddata_t wide;
    _mkdir("some");
    fclose(fopen("some\\one.log", "w"));
    fclose(fopen("some\\two.txt", "w"));
    fclose(fopen("some\\three.log", "w"));
    intptr_t search = _findfirst("some\\*.log", &found);
    say("%s %d\n", found.name, (found.attrib & _A_SUBDIR) != 0);
    failed(_findnext(search, &found));
    say("%s\n", found.name);
    failed(_findnext(search, &found));
    failed(_findclose(search));
    failed((int)_findfirst("some\\*.ini", &found));
    search = _wfindfirst(L"some", &wide);
    say("%s %d\n", narrow(wide.name), (wide.attrib & _A_SUBDIR) != 0);
    _findclose(search);
    _chmod("some\\one.log", _S_IREAD);
    failed(remove("some\\one.log"));
    _chmod("some\\one.log", _S_IWRITE);
    remove("some\\one.log");
    remove("some\\two.txt");
    remove("some\\three.log");
    _chdir("some");
    failed(_rmdir("..\\some"));
    _chdir("..");
    failed(_rmdir("some"));
}

static void from_files(void)
{
    DWORD number[2] = {0, 0x5a5a5a5a};
    char name[20] = "";
    FILE *stream = fopen("values.txt", "w+");
    fputs("4000000000 alice\nbob 7 x", stream);
    fseek(stream, 0, SEEK_SET);
    int got = fscanf(stream, "%lu %19s", (unsigned long *)number, name);
    say("%d: %u %x %s\n", got, (unsigned)number[0], (unsigned)number[1], name);
    got = fscanf(stream, " %19[a-z] %lu", name, (unsigned long *)number);
    say("%d: %s %u\n", got, name, (unsigned)number[0]);
    say("%d\n", fgetc(stream));
    say("%d\n", fscanf(stream, "%lu", (unsigned long *)number));
    say("%d\n", fgetc(stream));
    say("%d\n", fscanf(stream, "%lu", (unsigned long *)number));
    fclose(stream);
    remove("values.txt");
}

static void paths(void)
{
    struct _stat small;
    struct _stat64 large;
    char here[MAX_PATH];
    wchar_t wide[MAX_PATH];
    failed(_mkdir("C:\\Windows\\Temp\\one"));
    failed(_mkdir("C:\\Windows\\Temp\\one"));
    failed(_wmkdir(L"C:\\Windows\\Temp\\one\\two"));
    failed(_rmdir("C:\\Windows\\Temp\\one"));
    failed(_mkdir("C:\\no\\such"));
    failed(_chdir("C:\\Windows\\Temp\\one\\two\\.."));
    say("%s %d\n", _getcwd(here, sizeof here), _getdrive());
    say("%s\n", narrow(_wgetcwd(wide, MAX_PATH)));
    say("%d\n", _getcwd(here, 3) == NULL);
    fclose(fopen("here.exe", "w"));
    say("%s\n", _fullpath(here, "here.exe", sizeof here));
    failed(_access("C:\\Windows\\Temp\\ONE\\here.exe", 0));
    failed(_access("here.exe", 6));
    failed(_chmod("here.exe", _S_IREAD));
    failed(_waccess(L"here.exe", 2));
    failed(_access("two", 2));
    failed(_access("absent", 0));
    failed(_unlink("here.exe"));
    failed(_stat("here.exe", &small));
    say("%o %d %d\n", small.st_mode, small.st_size, small.st_nlink);
    failed(_wchmod(L"here.exe", _S_IWRITE));
    failed(_wstat64(L"here.exe", &large));
    say("%o %lld\n", large.st_mode, (long long)large.st_size);
    failed(_stat64("two", &large));
    say("%o %lld\n", large.st_mode, (long long)large.st_size);
    failed(_stat("absent", &small));
    failed(_chdir("here.exe"));
    failed(_chdir("absent"));
    say("%u\n", (unsigned)GetCurrentDirectoryA(sizeof here, here));
    say("%d\n", SetCurrentDirectoryW(L"here.exe"));
    say("%u\n", (unsigned)GetLastError());
    _unlink("here.exe");
    failed(_rmdir("two"));
    failed(_wchdir(L"C:\\Windows\\System32"));
    failed(_rmdir("C:\\Windows\\Temp\\one"));
}

static void apart(const char *path)
{
    char drive[_MAX_DRIVE], folder[_MAX_DIR], name[_MAX_FNAME], extension[_MAX_EXT];
    _splitpath_s(path, drive, sizeof drive, folder, sizeof folder, name, sizeof name, extension, sizeof extension);
    say("'%s' '%s' '%s' '%s'\n", drive, folder, name, extension);
}

static void together(const char *drive, const char *folder, const char *name, const char *extension)
{
    char path[40];
    int code = _makepath_s(path, sizeof path, drive, folder, name, extension);
    say("%s %s\n", code ? "too long" : "fine", path);
}

static void texts(void)
{
    wchar_t folder[20], name[4] = L"abc";
    char whole[8];
    _set_invalid_parameter_handler(ignore);
    apart("C:\\Windows\\Temp\\log.txt");
    apart("log");
    apart("a.b\\c.d.e");
    apart("\\x\\.y");
    apart("C:x/y/");
    apart("");
    together("C", "Windows", "log", "txt");
    together("D:", "\\a/", "", ".x");
    together(NULL, NULL, "n", NULL);
    together("C:", "0123456789012345678901234567890123456789", "n", "x");
    say("%d\n", _wsplitpath_s(L"C:\\Temp\\alice.log", NULL, 0, folder, 20, NULL, 0, NULL, 0));
    say("%s\n", narrow(folder));
    say("%d\n", _wsplitpath_s(L"C:\\Temp\\alice.log", NULL, 0, folder, 20, name, 4, NULL, 0) != 0);
    say("'%s' '%s'\n", narrow(folder), narrow(name));
    say("%d\n", _fullpath(whole, "log.txt", sizeof whole) == NULL);
    char *made = _fullpath(NULL, "..\\Temp\\.\\log.txt", 0);
    say("%s\n", made);
    free(made);
    say("%d %d\n", StrCmpIW(L"Alice", L"aLICE"), StrCmpIA("b", "A") > 0);
    say("%s %d\n", narrow(StrStrIW(L"say Hello", L"HELL")), StrStrIA("abc", "d") == NULL);
    say("%d %d %d\n", StrToIntW(L"-17x"), StrToIntA("0x10"), StrToIntA("x"));
}

static void variables(void)
{
    char text[80] = "";
    DWORD count;
    SetEnvironmentVariableA("FLAVOUR", "sweet");
    count = GetEnvironmentVariableA("flavour", text, sizeof text);
    say("%u %s\n", (unsigned)count, text);
    say("%d\n", getenv("FLAVOUR") == NULL);
    int code = _putenv_s("FLAVOUR", "sour");
    say("%d %s\n", code, getenv("Flavour"));
    count = GetEnvironmentVariableA("FLAVOUR", text, sizeof text);
    say("%u %s\n", (unsigned)count, text);
    say("%s\n", narrow(_wgetenv(L"FLAVOUR")));
    count = ExpandEnvironmentStringsA("<%flavour%>", text, sizeof text);
    say("%u %s\n", (unsigned)count, text);
    code = _putenv_s("FLAVOUR", "");
    say("%d %d\n", code, getenv("FLAVOUR") == NULL);
    say("%u of it\n", (unsigned)GetEnvironmentVariableA("FLAVOUR", text, sizeof text));
    say(" %u\n", (unsigned)GetLastError());
    outcome(SetEnvironmentVariableW(L"FLAVOUR", NULL));
    outcome(SetEnvironmentVariableW(L"a=b", L"c"));
    SetEnvironmentVariableW(L"TEMP", L"C:\\elsewhere");
    count = GetEnvironmentVariableA("TEMP", text, sizeof text);
    say("%u %s %s\n", (unsigned)count, text, getenv("TEMP"));
    SetEnvironmentVariableW(L"TEMP", L"C:\\Windows\\Temp");
}

static void dates(void)
{
    const struct tm date = {
        .tm_year = 126, .tm_mon = 2, .tm_mday = 4, .tm_wday = 3, .tm_hour = 7, .tm_min = 8, .tm_sec = 9};
    const time_t then = 1772608089;
    char text[30];
    wchar_t wide[30];
    struct __timeb64 now;
    _set_invalid_parameter_handler(ignore);
    asctime_s(text, sizeof text, &date);
    say("%.24s\n", text);
    say("%d\n", asctime_s(text, 26, &date));
    say("%d\n", asctime_s(text, 25, &date) != 0);
    ctime_s(text, sizeof text, &then);
    say("%.24s\n", text);
    say("%.24s\n", narrow(_wasctime(&date)));
    say("%.24s\n", narrow(_wctime(&then)));
    say("%s %s\n", _strdate(text), narrow(_wstrdate(wide)));
    say("%s now\n", _strtime(text));
    say(" %s\n", narrow(_wstrtime(wide)));
    _ftime64(&now);
    say("%d %d %d\n", now.time == time(NULL), now.time == _time64(NULL), now.timezone);
}

static void kinds(void)
{
    static const wchar_t units[] = {'A',  'z',  '5',  'f',   ' ',   '\t',  '!',   0x7f,
                                    0xe4, 0xc4, 0xa0, 0x3a9, 0x42f, 0x44f, 0x4e2d};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        wint_t unit = units[i];
        say("%04x %d%d%d%d%d%d%d %04x %04x\n", unit, iswalpha(unit) != 0, iswdigit(unit) != 0, iswalnum(unit) != 0,
            iswspace(unit) != 0, iswupper(unit) != 0, iswlower(unit) != 0, iswxdigit(unit) != 0, towlower(unit),
            towupper(unit));
    }
}

static void scans(void)
{
    int a = -1, b = -1, c = -1, d = -1;
    DWORD large[2] = {1, 0x5a5a5a5a};
    long long huge = 0;
    float real = 0;
    double precise = 0;
    char name[10] = "";
    wchar_t wide[10] = L"";
    short small[2] = {-1, -1};
    say("%d of them\n", swscanf(L"10.1.2.255", L"%d.%d.%d.%d", &a, &b, &c, &d));
    say(" %d %d %d %d\n", a, b, c, d);
    say("%d of them\n", sscanf("4000000000 x", "%lu", (unsigned long *)large));
    say(" %u %x\n", (unsigned)large[0], (unsigned)large[1]);
    say("%d of them\n", sscanf("user=alice;port=7", "user=%[^;];port=%d", name, &a));
    say(" %s %d\n", name, a);
    say("%d of them\n", swscanf(L"  alice 0x1f", L"%9ls %x", wide, &a));
    say(" %s %d\n", narrow(wide), a);
    say("%d of them\n", swscanf_s(L"bob 7", L"%ls %d", wide, 10u, &a));
    say(" %s %d\n", narrow(wide), a);
    say("%d of them\n", swscanf_s(L"much too long", L"%ls", wide, 4u));
    say(" '%s'\n", narrow(wide));
    say("%d of them\n", sscanf_s("x yz", "%c %s", name, 1u, name + 1, 9u));
    say(" %.3s\n", name);
    say("%d of them\n", sscanf("-123456789012", "%I64d", &huge));
    say(" %lld\n", huge);
    say("%d of them\n", swscanf(L"1.5 -2e3", L"%f %lf", &real, &precise));
    say(" %g %g\n", real, precise);
    say("%d of them\n", sscanf("7 8", "%hd%*d%n", small, &a));
    say(" %d %d %d\n", small[0], small[1], a);
    say("%d %d %d\n", sscanf("", "%d", &a), sscanf("x", "%d", &a), swscanf(L"5%", L"%d%%", &a));
    say("%d of them\n", sscanf("017 017 ", "%i%o", &a, &b));
    say(" %d %d\n", a, b);
    say("%d of them\n", swscanf(L"abc123", L"%4l[a-c1]", wide));
    say(" %s\n", narrow(wide));
    say("%d of them\n", swscanf(L"narrow", L"%hs", name));
    say(" %s\n", name);
    say("%d of them\n", sscanf("wide", "%ls", wide));
    say(" %s\n", narrow(wide));
    say("%d\n", sscanf("12 ab", "%2d %2d", &a, &b));
}

static void words(void)
{
    char text[60], cut[5];
    strerror_s(text, sizeof text, ERANGE);
    strerror_s(cut, sizeof cut, 0);
    say("%s, %s\n", text, cut);
}

static void errors(void)
{
    static const int codes[] = {ENOENT, EACCES, EEXIST, EINVAL, EMFILE, ENOTEMPTY};
    char text[60];
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        strerror_s(text, sizeof text, codes[i]);
        say("%s, %s\n", text, narrow(_wcserror(codes[i])));
    }
}

static HANDLE done;

static void finish(void *how)
{
    say("the thread runs\n");
    SetEvent(done);
    if (how)
        _endthread();
}

static void threads(void)
{
    static char yes;
    done = CreateEventW(NULL, FALSE, FALSE, NULL);
    const bool first = _beginthread(finish, 0, NULL) != (uintptr_t)-1;
    say("%u\n", (unsigned)WaitForSingleObject(done, 5000));
    const bool second = _beginthread(finish, 0, &yes) != (uintptr_t)-1;
    say("%u\n", (unsigned)WaitForSingleObject(done, 5000));
    say("%d %d\n", first, second);
    Sleep(20);
    CloseHandle(done);
}

ACTS({"sharing", sharing}, {"secure", secure}, {"words", words}, {"numbers", numbers}, {"mixed", mixed},
     {"one-file", one_file}, {"searches", searches}, {"from-files", from_files}, {"paths", paths}, {"texts", texts},
     {"variables", variables}, {"dates", dates}, {"kinds", kinds}, {"scans", scans}, {"errors", errors},
     {"threads", threads})
