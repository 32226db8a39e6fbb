// SPDX-License-Identifier: MIT
// File streams of C++ under Windows' paths (acts.h).
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>

#include "acts.h"

static void sizes(const char *path)
{
    HANDLE file = CreateFileA(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    say("%d bytes\n", file == INVALID_HANDLE_VALUE ? -1 : (int)GetFileSize(file, NULL));
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
}

static void writing()
{
    {
        std::ofstream log("C:\\Windows\\Temp\\cpp.log");
        say("%d\n", log.is_open());
        log << "user " << std::setw(6) << "alice"
            << ", " << 7 << ' ' << std::hex << 255 << std::endl;
        sizes("C:\\Windows\\Temp\\cpp.log");
        log << "second\n";
    }
    sizes("C:\\Windows\\Temp\\cpp.log");
    std::ofstream more(L"C:\\Windows\\Temp\\cpp.log", std::ios::app);
    more << "third\n";
    more.close();
    say("%d\n", more.good());
    sizes("C:\\Windows\\Temp\\cpp.log");
    std::ofstream raw(std::string("C:\\Windows\\Temp\\raw.log"), std::ios::binary);
    raw << "a\nb\n";
    raw.close();
    sizes("C:\\Windows\\Temp\\raw.log");
    std::ofstream nowhere("C:\\no\\such\\folder.txt");
    say("%d %d\n", nowhere.is_open(), nowhere.fail());
    nowhere.open("C:\\Windows\\Temp\\raw.log");
    say("%d %d\n", nowhere.is_open(), nowhere.fail());
}

static void reading()
{
    std::ifstream log("C:\\WINDOWS\\temp\\CPP.log");
    std::string line;
    while (std::getline(log, line))
        say("'%s'\n", line.c_str());
    say("%d %d\n", log.eof(), log.bad());
    log.clear();
    log.seekg(0);
    std::string word;
    int number = 0;
    log >> word >> word;
    log.ignore(100, '\n');
    std::getline(log, line);
    say("%s %s\n", word.c_str(), line.c_str());
    log.seekg(-7, std::ios::end);
    log >> word;
    say("%s\n", word.c_str());
    std::ifstream numbers("C:\\Windows\\Temp\\absent.txt");
    say("%d %d\n", numbers.is_open(), (bool)(numbers >> number));
    std::ifstream all("C:\\Windows\\Temp\\cpp.log", std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(all)), std::istreambuf_iterator<char>());
    say("%u %d\n", (unsigned)text.size(), text[text.size() - 2]);
}

// In lines that end in CR LF a place is that of the file, as Microsoft's library tells it; mingw-w64's counts otherwise.
static void places()
{
    {
        std::ofstream out("places.txt");
        for (int i = 0; i < 300; i++)
            out << "line " << i << '\n';
    }
    std::ifstream in("places.txt");
    std::string line;
    long place = 0;
    for (int i = 0; i < 150 && std::getline(in, line); i++)
        place = (long)in.tellg();
    say("%ld\n", place);
    while (std::getline(in, line))
        ;
    in.clear();
    in.seekg(place);
    std::getline(in, line);
    say("%s\n", line.c_str());
    in.close();
    std::remove("places.txt");
}

static void both()
{
    std::fstream file("both.txt", std::ios::in | std::ios::out | std::ios::trunc | std::ios::binary);
    file << "0123456789";
    file.seekg(3);
    char unit = 0;
    file.get(unit);
    say("%c %d\n", unit, (int)file.tellg());
    file.seekp(5);
    file << "X";
    file.seekg(0);
    std::string text;
    file >> text;
    say("%s\n", text.c_str());
    file.clear();
    std::fstream moved(std::move(file));
    say("%d %d\n", moved.is_open(), file.is_open());
    moved.seekp(0, std::ios::end);
    moved << "end" << std::flush;
    sizes("both.txt");
    file = std::move(moved);
    file.seekg(10);
    file >> text;
    say("%s\n", text.c_str());
    file.close();
    const std::ostream &plain = moved;
    say("%d\n", plain.rdbuf() != nullptr);
    std::fstream again("both.txt");
    again.seekg(0, std::ios::end);
    say("%d\n", (int)again.tellg());
    again.close();
    say("%d\n", std::remove("both.txt"));
}

static void large()
{
    {
        std::ofstream out("large.txt");
        for (int i = 0; i < 3000; i++)
            out << "line " << i << '\n';
    }
    sizes("large.txt");
    std::ifstream in("large.txt");
    std::string line;
    int count = 0;
    while (std::getline(in, line))
        count++;
    say("%d lines, %s\n", count, line.c_str());
    in.clear();
    in.seekg(0);
    std::getline(in, line);
    in.unget();
    say("%d\n", in.get() == '\n');
    std::stringstream copy;
    in.seekg(0);
    copy << in.rdbuf();
    say("%u\n", (unsigned)copy.str().size());
    in.close();
    std::remove("large.txt");
}

static void wide_texts()
{
    std::wostringstream text;
    text << L"user " << std::setw(6) << L"alice" << L' ' << 42 << L" 0x" << std::hex << std::setfill(L'0')
         << std::setw(8) << 0xbeef << std::dec << L' ' << 1.5 << " narrow " << true << std::boolalpha << true
         << std::endl;
    say("%s", narrow(text.str().c_str()));
    std::wistringstream in(L"17 alice 2.25\nsecond line\nthird");
    int number = 0;
    double real = 0;
    std::wstring word;
    wchar_t buffer[10];
    in >> number >> word >> real;
    say("%d %s %g\n", number, narrow(word.c_str()), real);
    in.ignore(100, L'\n');
    std::getline(in, word);
    say("%s\n", narrow(word.c_str()));
    in.getline(buffer, 10);
    say("%s %d\n", narrow(buffer), in.eof());
    std::wstringstream both, copy;
    both << L"\x20ac" << std::wstring(L"uro");
    copy << both.rdbuf();
    say("%s\n", narrow(copy.str().c_str()));
    std::tm date{};
    date.tm_year = 126;
    date.tm_mon = 2;
    date.tm_mday = 4;
    std::wostringstream day;
    day << std::put_time(&date, L"%Y-%m-%d");
    say("%s\n", narrow(day.str().c_str()));
}

static void wide_files()
{
    {
        std::wofstream out(L"wide.txt");
        out << L"user " << L"alice" << L' ' << 7 << std::endl << L"x\n" << std::flush;
        say("%d\n", out.fail());
        out << L"\x20ac" << std::flush;
        say("%d\n", out.fail());
    }
    sizes("wide.txt");
    std::wifstream in("wide.txt");
    std::wstring line;
    std::getline(in, line);
    say("%s\n", narrow(line.c_str()));
    std::getline(in, line);
    say("%04x\n", line.empty() ? 0 : line[0]);
    in.close();
    std::remove("wide.txt");
}

extern "C" {
ACTS({"writing", writing}, {"reading", reading}, {"places", places}, {"both", both}, {"large", large},
     {"wide-texts", wide_texts}, {"wide-files", wide_files})
}
