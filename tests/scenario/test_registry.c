/* SPDX-License-Identifier: MIT */
/* Registry exports: what is read, and what is refused with which words at which place. */
#include "core/utf16.h"
#include "scenario/registry.h"
#include "tests/cmocka_tests.h"

#include <stdio.h>

#define V4 "REGEDIT4\n\n"
#define V5 "Windows Registry Editor Version 5.00\r\n\r\n"
#define K "[HKEY_LOCAL_MACHINE\\K]\n"
#define K_PATH "HKEY_LOCAL_MACHINE\\K"

/* --- help --- */

/* UTF-8 as UTF-16LE, behind a byte order mark */
static char *wide(const char *utf8, size_t *size)
{
    size_t units = (size_t)utf16_length(utf8);
    uint16_t *array = calloc(units + 1, sizeof *array);
    char *bytes = malloc(2 * units + 2);
    utf16_store(array, units + 1, utf8);
    memcpy(bytes, "\xff\xfe", 2);
    for (size_t i = 0; i < units; i++) {
        bytes[2 * i + 2] = (char)(array[i] & 0xff);
        bytes[2 * i + 3] = (char)(array[i] >> 8);
    }
    free(array);
    *size = 2 * units + 2;
    return bytes;
}

static bool parse_wide(struct registry *registry, const char *utf8, struct error *error)
{
    size_t size;
    char *bytes = wide(utf8, &size);
    bool fine = registry_parse(registry, bytes, size, "f", error);
    free(bytes);
    return fine;
}

static bool parse(struct registry *registry, const char *source, struct error *error)
{
    return registry_parse(registry, source, strlen(source), "f", error);
}

/* --- what is read --- */

/* An export, a value of its key K, and what it is: a string, or bytes in hexadecimal, or NULL when
 * there is none */
static const struct {
    const char *source, *name;
    uint32_t type;
    const char *string, *hex;
} right[] = {
    {V5 K "\"a\"=\"text\"\n", "a", 1, "text", NULL},
    {V4 K "\"a\"=\"text\"\n", "a", 1, "text", NULL},
    {V5 K "\"a\"=\"text\"", "a", 1, "text", NULL},
    {"Windows Registry Editor Version 5.00 \t\n" K "\"a\"=\"x\"\n", "a", 1, "x", NULL},
    {"\xef\xbb\xbf" V5 K "\"a\"=\"\xc3\xa4\xf0\x9f\x98\x80\"\n", "a", 1, "\xc3\xa4\xf0\x9f\x98\x80", NULL},
    {V4 K "\"a\"=\"\xc3\xa4\"\n", "a", 1, "\xc3\xa4", NULL},
    {V5 "[hkey_Local_machine\\k]\n\"NAME\"=\"x\"\n", "nAmE", 1, "x", NULL},
    {V5 K "@=\"x\"\n", "", 1, "x", NULL},
    {V5 K "\"\"=\"x\"\n", "", 1, "x", NULL},
    {V5 K "\"@\"=\"x\"\n", "", 0, NULL, NULL},
    {V5 K "\"a\"=\"\"\n", "a", 1, "", NULL},
    {V5 K "\"a\\\\\\\"b\"=\"C:\\\\new\\\\\\\"x\\\"\"\n", "a\\\"b", 1, "C:\\new\\\"x\"", NULL},
    {V5 K "\"a\"=\"one\r\ntwo\"\r\n\"b\"=\"x\"\r\n", "a", 1, "one\r\ntwo", NULL},
    {V5 K "\"a\"=\"one\ntwo\"\n\"b\"=\"x\"\n", "b", 1, "x", NULL},
    {V5 K " \t\"a\" =\t\"x\" ; why\n", "a", 1, "x", NULL},
    {V5 "; \"a\n" K ";\"a\"=\"y\"\n  \n\"a\"=\"x;y\"\n; end", "a", 1, "x;y", NULL},
    {V5 "[HKEY_LOCAL_MACHINE\\K] ; a ] comment\n\"a\"=\"x\"\n", "a", 1, "x", NULL},
    {V5 K "\"a\"=dword:0000000A\n", "a", 4, NULL, "0a000000"},
    {V5 K "\"a\"=dword:fFffFffe\n", "a", 4, NULL, "feffffff"},
    {V5 K "\"a\"=DWORD:7\n", "a", 4, NULL, "07000000"},
    {V5 K "\"a\"=hex:\n", "a", 3, NULL, ""},
    {V5 K "\"a\"=hex:0d,A,ff\n", "a", 3, NULL, "0d0aff"},
    {V5 K "\"a\"=hex:01,\\\r\n  02,\\ ; more\r\n\t03\r\n", "a", 3, NULL, "010203"},
    {V5 K "\"a\"=hex:01\\\n,02\n", "a", 3, NULL, "0102"},
    {V5 K "\"a\"=hex:\\\n  01,02\n", "a", 3, NULL, "0102"},
    {V5 K "\"a\"=hex(0):\n", "a", 0, NULL, ""},
    {V5 K "\"a\"=hex(7):61,00,00,00,00,00\n", "a", 7, NULL, "610000000000"},
    {V5 K "\"a\"=hex(b):01,02,03,04,05,06,07,08\n", "a", 11, NULL, "0102030405060708"},
    {V5 K "\"a\"=hex(FFFFffff):01\n", "a", UINT32_MAX, NULL, "01"},
    {V5 K "\"a\"=hex(4):0a,00,00,00\n", "a", 4, NULL, "0a000000"},
    {V5 K "\"a\"=hex(2):43,00,3a,00,e4,00,00,00\n", "a", 2, "C:\xc3\xa4", NULL},
    {V5 K "\"a\"=hex(2):43,00,\\\n  3a,00\n", "a", 2, "C:", NULL},
    {V5 K "\"a\"=hex(2):3d,d8,00,de,00,00,41,00\n", "a", 2, "\xf0\x9f\x98\x80", NULL},
    {V5 K "\"a\"=hex(2):\n", "a", 2, "", NULL},
    {V5 K "\"a\"=hex(1):41,00\n", "a", 1, "A", NULL},
    {V5 K "\"a\"=hex(2):41,00,42\n", "a", 2, NULL, "410042"},
    {V5 K "\"a\"=hex(2):00,dc\n", "a", 2, NULL, "00dc"},
    {V4 K "\"a\"=hex(2):43,3a,c3,a4,00\n", "a", 2, "C:\xc3\xa4", NULL},
    {V4 K "\"a\"=hex(2):43,e4,00\n", "a", 2, NULL, "43e400"},
    /* later statements win */
    {V5 K "\"a\"=\"x\"\n\"A\"=\"y\"\n", "a", 1, "y", NULL},
    {V5 K "\"a\"=\"x\"\n[HKEY_LOCAL_MACHINE\\L]\n\"a\"=\"z\"\n" K "\"b\"=\"y\"\n", "a", 1, "x", NULL},
    {V5 K "\"a\"=\"x\"\n\"a\"=-\n", "a", 0, NULL, NULL},
    {V5 K "\"a\"=-\n\"a\"=\"x\"\n", "a", 1, "x", NULL},
    {V5 K "@=\"x\"\n@=-\n", "", 0, NULL, NULL},
    {V5 K "\"a\"=\"x\"\n[-HKEY_LOCAL_MACHINE\\k]\n", "a", 0, NULL, NULL},
    {V5 K "\"a\"=\"x\"\n[-HKEY_LOCAL_MACHINE]\n", "a", 0, NULL, NULL},
    {V5 K "\"a\"=\"x\"\n[-HKEY_LOCAL_MACHINE\\K\\L]\n", "a", 1, "x", NULL},
    {V5 K "\"a\"=\"x\"\n[-HKEY_LOCAL_MACHINE\\KK]\n", "a", 1, "x", NULL},
    {V5 "[-HKEY_LOCAL_MACHINE\\K]\n" K "\"a\"=\"x\"\n", "a", 1, "x", NULL},
    {V5 "[HKEY_LOCAL_MACHINE\\K\\L]\n\"a\"=\"x\"\n", "a", 0, NULL, NULL},
    {V5 "[HKEY_LOCAL_MACHINE\\K]x]\n\"a\"=\"x\"\n", "a", 0, NULL, NULL},
    {V5, "a", 0, NULL, NULL},
    {"REGEDIT4", "a", 0, NULL, NULL},
};

static bool check_value(size_t at, const struct registry *registry)
{
    struct registry_value value;
    bool there = registry_find(registry, K_PATH, right[at].name, &value);
    bool wanted = right[at].string || right[at].hex;
    if (!there || !wanted)
        return there == wanted;
    struct text hex = {0};
    for (size_t i = 0; i < value.length; i++)
        text_addf(&hex, "%02x", value.bytes[i]);
    bool same = value.type == right[at].type &&
                (right[at].string ? value.string && strcmp(value.string, right[at].string) == 0
                                  : !value.string && strcmp(text_string(&hex), right[at].hex) == 0);
    text_free(&hex);
    return same;
}

static void D_key_values_are_read(void **state)
{
    (void)state;
    int bad = 0;
    for (size_t i = 0; i < LENGTH(right); i++) {
        bool marked = strncmp(right[i].source, "\xef\xbb\xbf", 3) == 0;
        bool both = strncmp(right[i].source, "REGEDIT4", 8) != 0;
        for (int utf16 = 0; utf16 <= both; utf16++) {
            struct registry registry;
            struct error error = {0};
            if (!(utf16 ? parse_wide(&registry, right[i].source + 3 * marked, &error)
                        : parse(&registry, right[i].source, &error))) {
                print_error("%s: refused: %s\n", right[i].source, error.text);
                bad++;
                continue;
            }
            if (!check_value(i, &registry)) {
                print_error("%s: %s is something else%s\n", right[i].source, right[i].name, utf16 ? ", in UTF-16" : "");
                bad++;
            }
            registry_free(&registry);
        }
    }
    assert_int_equal(bad, 0);
}

/* --- what is refused --- */

static const struct {
    const char *source, *message;
} wrong[] = {
    {"", "f:1:1: is empty, expected REGEDIT4 or Windows Registry Editor Version 5.00"},
    {"\xef\xbb\xbf", "f:1:1: is empty, expected REGEDIT4"},
    {"\xff\xfe", "f:1:1: is empty, expected REGEDIT4"},
    {"\n" V5, "f:1:1: does not begin as a registry export, expected REGEDIT4 or Windows"},
    {"REGEDIT\n", "f:1:1: does not begin as a registry export"},
    {"REGEDIT45\n", "f:1:1: does not begin as a registry export"},
    {"Windows Registry Editor Version 6.00\n", "f:1:1: does not begin as a registry export"},
    {"title: x\n", "f:1:1: does not begin as a registry export"},
    {"\x7f"
     "ELF\x02\x01\x01",
     "f:1:1: does not begin as a registry export"},
    {"\xfe\xff", "f:1:1: has the byte order mark of UTF-16BE, expected UTF-16LE with a byte order"},
    {V4 K "\"a\"=\"caf\xe9\"\n", "f:4:9: byte 0xe9 is not UTF-8, expected UTF-8: save files in a "
                                 "Windows code page as Version 5.00"},
    {V5 K "\"\xc3\xa4\"=\"\xff\"\n", "f:4:6: byte 0xff is not UTF-8, expected UTF-8, or UTF-16LE"},
    {V5 K "\"a\"=\"\xc3", "f:4:6: byte 0xc3 is not UTF-8"},
    {V5 "\x1b[31m\n", "f:3:1: holds the control character 27, expected text in lines"},
    {V5 K "\"a\"=\"x\"\r\"b\"=\"y\"\n", "f:4:8: holds the control character 13"},
    {V5 "hello\n", "f:3:1: expected a key such as [HKEY_LOCAL_MACHINE\\SOFTWARE], a value such as"},
    {V5 "  a=\"x\"\n", "f:3:3: expected a key such as"},
    {V5 "\"a\"=\"x\"\n", "f:3:1: a value before the first key, expected [HKEY_...]"},
    {V5 "@=\"x\"\n", "f:3:1: a value before the first key"},
    {V5 "[-HKEY_USERS\\K]\n\"a\"=\"x\"\n", "f:4:1: a value of a key that was just deleted"},
    {V5 "[HKEY_LOCAL_MACHINE\\K\n", "f:3:1: a key without its closing bracket, expected ] at"},
    {V5 "[HKEY_LOCAL_MACHINE\\K] x\n", "f:3:1: a key without its closing bracket"},
    {V5 "[]\n", "f:3:2: a key of no root, expected one such as HKEY_LOCAL_MACHINE\\SOFTWARE"},
    {V5 "[HKLM\\SOFTWARE]\n", "f:3:2: a key of no root"},
    {V5 "[-SOFTWARE]\n", "f:3:3: a key of no root"},
    {V5 "[HKEY_LOCAL_MACHINE\\\\K]\n", "f:3:21: an empty name in a key, expected one backslash"},
    {V5 "[HKEY_LOCAL_MACHINE\\K\\]\n", "f:3:23: an empty name in a key"},
    {V5 K "\"a\"\n", "f:4:4: expected = behind the name of a value"},
    {V5 K "\"a\n", "f:4:1: a string without its closing quote"},
    {V5 K "\"a\"=\n", "f:4:5: expected data: \"string\", dword:, hex:, hex(N): or - for a deletion"},
    {V5 K "\"a\"=x\n", "f:4:5: expected data"},
    {V5 K "\"a\"=5\n", "f:4:5: expected data"},
    {V5 K "\"a\"=\"x\n", "f:4:5: a string without its closing quote"},
    {V5 K "\"a\"=\"x\n\"b\"=\"y\"\n", "f:4:5: a string without its closing quote on this line"},
    {V5 K "\"a\"=\"C:\\callouts\"\n", "f:4:8: a backslash before neither \\ nor \", expected \\\\"},
    {V5 K "\"a\"=\"x\\\n", "f:4:7: a backslash before neither"},
    {V5 K "\"a\"=\"x\\", "f:4:7: a backslash before neither"},
    {V5 K "\"a\\b\"=\"x\"\n", "f:4:3: a backslash before neither"},
    {V5 K "\"a\"=\"x\" y\n", "f:4:9: expected the end of the line"},
    {V5 K "\"a\"=\"x\"\"\n", "f:4:8: expected the end of the line"},
    {V5 K "\"a\"=-1\n", "f:4:6: expected the end of the line"},
    {V5 K "\"a\"=dword:\n", "f:4:11: expected up to eight hexadecimal digits behind dword:"},
    {V5 K "\"a\"=dword:g\n", "f:4:11: expected up to eight hexadecimal digits"},
    {V5 K "\"a\"=dword:-1\n", "f:4:11: expected up to eight hexadecimal digits"},
    {V5 K "\"a\"=dword:123456789\n", "f:4:19: expected the end of the line"},
    {V5 K "\"a\"=dword:0x10\n", "f:4:12: expected the end of the line"},
    {V5 K "\"a\"=hex\n", "f:4:5: expected a colon behind hex"},
    {V5 K "\"a\"=hex(2)\n", "f:4:5: expected a colon behind hex"},
    {V5 K "\"a\"=hex():00\n", "f:4:5: a wrong type, expected hex(N): with a number such as 2 or b"},
    {V5 K "\"a\"=hex(2:00\n", "f:4:5: a wrong type"},
    {V5 K "\"a\"=hex(123456789):00\n", "f:4:5: a wrong type"},
    {V5 K "\"a\"=hex:0g\n", "f:4:10: expected the end of the line"},
    {V5 K "\"a\"=hex:000\n", "f:4:11: expected the end of the line"},
    {V5 K "\"a\"=hex:00,\n", "f:4:12: expected a byte in hexadecimal such as 0d"},
    {V5 K "\"a\"=hex:,00\n", "f:4:9: expected a byte in hexadecimal"},
    {V5 K "\"a\"=hex:00,\\", "f:4:12: the file ends where data goes on, expected bytes"},
    {V5 K "\"a\"=hex:00,\\\n  ", "f:4:12: the file ends where data goes on"},
    {V5 K "\"a\"=hex:00,\\\n\n", "f:5:1: expected a byte in hexadecimal"},
    {V5 K "\"a\"=hex:00,\\x\n", "f:4:12: a backslash within hexadecimal data"},
    {V5 K "\"a\"=hex:00,\\\n  x\n", "f:5:3: expected a byte in hexadecimal"},
    {V5 K "\"a\"=hex(2):00,\\\n  01 x\n", "f:5:6: expected the end of the line"},
};

static int check_refusal(const char *source, const char *message, bool fine, struct registry *registry,
                         const struct error *error)
{
    if (fine) {
        print_error("%s: is taken\n", source);
        registry_free(registry);
        return 1;
    }
    if (error->class == FAILURE_USAGE && strncmp(error->text, message, strlen(message)) == 0 &&
        !strchr(error->text, '\n'))
        return 0;
    print_error("%s: %s, expected %s\n", source, error->text, message);
    return 1;
}

static void what_is_wrong_is_said_with_its_place(void **state)
{
    (void)state;
    int bad = 0;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        const char *source = wrong[i].source;
        struct registry registry;
        struct error error = {0};
        bool fine = parse(&registry, source, &error);
        bad += check_refusal(source, wrong[i].message, fine, &registry, &error);
        if (utf16_length(source) < 0 || strncmp(source, "\xef\xbb\xbf", 3) == 0)
            continue;
        error = (struct error){0};
        fine = parse_wide(&registry, source, &error);
        bad += check_refusal(source, wrong[i].message, fine, &registry, &error);
    }
    assert_int_equal(bad, 0);
}

/* Bytes that no C string holds */
static const struct {
    const char *bytes;
    size_t length;
    const char *message;
} wrong_bytes[] = {
    {"\xff\xfe\0\0W\0\0\0", 8, "f:1:1: is UTF-32, expected UTF-16LE with a byte order mark"},
    {"W\0i\0n\0", 6, "f:1:1: is UTF-16 without a byte order mark, expected UTF-16LE with a byte"},
    {"\xff\xfeW\0i", 5, "f:1:2: ends within a character, expected UTF-16LE"},
    {"\xff\xfeW\0\n\0i\0\x3d\xd8i\0", 12, "f:2:2: half a surrogate pair, expected UTF-16LE"},
    {"\xff\xfeW\0\x3d\xd8", 6, "f:1:2: half a surrogate pair"},
    {"\xff\xfe\x00\xde", 4, "f:1:1: half a surrogate pair"},
    {"\xff\xfeW\0\0\0W\0", 8, "f:1:2: holds the control character 0, expected text in lines"},
    {"REGEDIT4\n\0", 10, "f:2:1: holds the control character 0"},
    {"\xff\xfeR\0E\0G\0E\0D\0I\0T\0004\0", 18, "f:1:1: REGEDIT4 in UTF-16, expected bytes, or"},
};

static void wrong_byte_order_marks_and_junk_are_refused(void **state)
{
    (void)state;
    int bad = 0;
    for (size_t i = 0; i < LENGTH(wrong_bytes); i++) {
        struct registry registry;
        struct error error = {0};
        bool fine = registry_parse(&registry, wrong_bytes[i].bytes, wrong_bytes[i].length, "f", &error);
        bad += check_refusal(wrong_bytes[i].message, wrong_bytes[i].message, fine, &registry, &error);
    }
    assert_int_equal(bad, 0);
}

/* Every beginning of a file is read or refused, in one line either way. */
static void cut_files_are_read_or_refused(void **state)
{
    (void)state;
    size_t size;
    char *bytes = wide(V5 K "\"DLLPath\"=hex(2):43,00,\\\r\n  3a,00,00,00\r\n"
                            "\"n\"=dword:00000001\r\n@=\"\xf0\x9f\x98\x80\\\\\"\r\n",
                       &size);
    size_t read = 0;
    for (size_t length = 0; length <= size; length++) {
        struct registry registry;
        struct error error = {0};
        char *cut = malloc(length + 1); /* so that reading beyond is seen */
        memcpy(cut, bytes, length);
        if (registry_parse(&registry, cut, length, "f", &error)) {
            read++;
            registry_free(&registry);
        } else {
            assert_int_equal(error.class, FAILURE_USAGE);
            assert_true(strncmp(error.text, "f:", 2) == 0 && !strchr(error.text, '\n'));
        }
        free(cut);
    }
    assert_in_range(read, 2, size - 1);
    free(bytes);
}

/* --- large --- */

enum { LONG_LINE = 10000000 };

static void add_many(struct text *text, const char *what, size_t length)
{
    while (text->length < length)
        text_add(text, what);
}

static void a_line_of_ten_megabytes_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *before, *filling, *after;
    } lines[] = {
        {V5 K "\"x\"=\"", "abcdefghij", "\"\n"},
        {V5 K "\"x\"=hex:", "0d, ", "0a\n"},
        {V5 K "; ", "] ; [", "\n"},
        {V5 K "\"x\"=hex:", "0d,\\\n", "0a\n"},
        {V5 K "", " ", "\n"},
    };
    for (size_t i = 0; i < LENGTH(lines); i++) {
        struct text text = {0};
        struct registry registry;
        struct registry_value value;
        struct error error = {0};
        text_add(&text, lines[i].before);
        add_many(&text, lines[i].filling, LONG_LINE);
        text_add(&text, lines[i].after);
        text_add(&text, "\"a\"=\"behind\"\n");
        assert_true(parse(&registry, text_string(&text), &error));
        assert_true(registry_find(&registry, K_PATH, "a", &value));
        assert_string_equal(value.string, "behind");
        registry_free(&registry);
        text_free(&text);
    }
}

static void a_line_of_ten_megabytes_is_refused_clearly(void **state)
{
    (void)state;
    static const struct {
        const char *before, *filling, *after, *message;
    } lines[] = {
        {V5 "[HKEY_", "x", "]\n", "f:3:2: a name in a key is longer than 255 characters"},
        {V5 "[HKEY_", "] x", "\n", "f:3:1: a key without its closing bracket"},
        {V5 K "\"", "x", "\"=-\n", "f:4:1: the name of a value is longer than 16383 characters"},
        {V5, "x", "\n", "f:3:1: expected a key such as"},
        {V5 K "\"a\"=\"", "x\\\\", "", "f:4:5: a string without its closing quote"},
        {V5 K "\"a\"=hex:", "00 ", "", "f:4:12: expected the end of the line"},
    };
    int bad = 0;
    for (size_t i = 0; i < LENGTH(lines); i++) {
        struct text text = {0};
        struct registry registry;
        struct error error = {0};
        text_add(&text, lines[i].before);
        add_many(&text, lines[i].filling, LONG_LINE);
        text_add(&text, lines[i].after);
        bool fine = parse(&registry, text_string(&text), &error);
        bad += check_refusal(lines[i].filling, lines[i].message, fine, &registry, &error);
        text_free(&text);
    }
    assert_int_equal(bad, 0);
}

static void values_are_bounded_in_number(void **state)
{
    (void)state;
    struct text text = {0};
    struct registry registry;
    struct error error = {0};
    text_add(&text, V5 K);
    add_many(&text, "@=-\n", 4 * (size_t)REGISTRY_STATEMENTS_MOST + 1000);
    assert_false(parse(&registry, text_string(&text), &error));
    assert_string_equal(error.text, "f:4194307:1: more than 4194304 keys and values");
    text_free(&text);
}

/* --- looking up --- */

static void B2_dhcp_the_block_size_is_readable(void **state)
{
    (void)state;
    static const char key[] = "HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services\\RemoteAccess\\Parameters\\Ip";
    struct registry registry;
    struct error error = {0};
    uint32_t number = 99;
    assert_true(parse_wide(&registry,
                           V5 "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services"
                              "\\RemoteAccess\\Parameters\\Ip]\r\n"
                              "\"InitialAddressPoolSize\"=dword:00000019\r\n"
                              "\"text\"=\"5\"\r\n\"short\"=hex(4):01,02\r\n",
                           &error));
    assert_true(registry_dword(&registry, key, "initialaddresspoolsize", &number));
    assert_int_equal(number, 25);
    assert_false(registry_dword(&registry, key, "text", &number));
    assert_false(registry_dword(&registry, key, "short", &number));
    assert_false(registry_dword(&registry, key, "nothing", &number));
    assert_false(registry_dword(&registry, "HKEY_LOCAL_MACHINE\\System", "text", &number));
    assert_int_equal(number, 25);
    registry_free(&registry);
}

static void files_that_cannot_be_read_are_refused(void **state)
{
    (void)state;
    struct registry registry;
    struct error error = {0};
    assert_false(registry_read(&registry, "no/such.reg", &error));
    assert_string_equal(error.text, "no/such.reg: no such registry file");
    assert_int_equal(error.class, FAILURE_USAGE);
    error = (struct error){0};
    assert_false(registry_read(&registry, ".", &error));
    assert_string_equal(error.text, ".: cannot be read: Is a directory");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(D_key_values_are_read),
        cmocka_unit_test(what_is_wrong_is_said_with_its_place),
        cmocka_unit_test(wrong_byte_order_marks_and_junk_are_refused),
        cmocka_unit_test(cut_files_are_read_or_refused),
        cmocka_unit_test(a_line_of_ten_megabytes_is_read),
        cmocka_unit_test(a_line_of_ten_megabytes_is_refused_clearly),
        cmocka_unit_test(values_are_bounded_in_number),
        cmocka_unit_test(B2_dhcp_the_block_size_is_readable),
        cmocka_unit_test(files_that_cannot_be_read_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
