/* SPDX-License-Identifier: MIT */
/* The administration DLLs a registry names: which files its list means here. */
#include "scenario/admindll.h"
#include "tests/cmocka_tests.h"

#include <stdlib.h>

static const struct policy_choices usual;

#define V4 "REGEDIT4\n\n"
#define V5 "Windows Registry Editor Version 5.00\r\n\r\n"
#define ADMINDLL "[" ADMINDLL_KEY "]\n"

static bool parse(struct registry *registry, const char *source, struct error *error)
{
    return registry_parse(registry, source, strlen(source), "f", error);
}

#define EXPECTED "; expected " ADMINDLL_KEY ", DLLPath (D.key)\n"

/* The list of files an export means, a line each; then the warnings */
static const struct {
    const char *body, *files, *warnings;
} lists[] = {
    {"", "", ""},
    {"[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\RAS\\SecurityHost]\n\"DLLPath\"=\"a.dll\"\n", "",
     "dir/f.reg:4:1: this DLLPath names a RAS security DLL, which is another thing than an administration DLL" EXPECTED},
    {ADMINDLL "\"DisplayName\"=\"x\"\n", "", ""},
    {ADMINDLL "\"DLLPath\"=\"\"\n", "", ""},
    {ADMINDLL "\"DLLPath\"=\" ;; \t;\"\n", "", ""},
    {ADMINDLL "\"DLLPath\"=\"C:\\\\nt\\\\a.bin\"\n", "dir/a.bin\n", ""},
    {ADMINDLL "\"DllPath\"=\"C:\\\\nt\\\\a.bin; C:\\\\nt\\\\b.bin\"\n", "dir/a.bin\ndir/b.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\";b.bin;;\ta.bin ; b.bin;\"\n", "dir/b.bin\ndir/a.bin\ndir/b.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"C:\\\\a b.bin\"\n", "dir/a b.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"C:a.bin\"\n", "dir/a.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"C:/x/a.bin\"\n", "dir/a.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"\\\"a.bin\\\"\"\n", "dir/\"a.bin\"\n",
     "dir/f.reg:4:1: DLLPath, \"a.bin\": the quotes belong to the path (Q28); --policy path-quotes=stripped takes them "
     "off\n"},
    {ADMINDLL "\"DLLPath\"=\"%SystemRoot%\\\\a.bin\"\n", "dir/a.bin\n",
     "dir/f.reg:4:1: DLLPath, %SystemRoot%\\a.bin: variables are not replaced (Q28); --policy path-variables=expanded "
     "replaces them\n"},
    /* near misses: where else the list is looked for */
    {"[HKEY_LOCAL_MACHINE\\Software\\Wow6432Node\\Microsoft\\RAS\\AdminDll]\n\"DllPath\"=\"a\"\n", "",
     "dir/f.reg:4:1: this DLLPath stands under WOW6432Node, where a 32-bit installer puts it and a 64-bit service "
     "does not look" EXPECTED},
    {"[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\RAS\\CustomDll]\n\"DllPath\"=\"a\"\n", "",
     "dir/f.reg:4:1: this DLLPath stands under a key of its own, as the SDK's sample of 1998 has it" EXPECTED},
    {"[HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\RAS\\AdminDll]\n\"DllPath\"=\"a\"\n", "",
     "dir/f.reg:4:1: this DLLPath stands under HKEY_CURRENT_USER, which no service reads" EXPECTED},
    {ADMINDLL "@=\"a.dll\"\n", "", "dir/f.reg:4:1: the key's default value is not where the DLLs are listed" EXPECTED},
    {ADMINDLL "@=\"a friendly name\"\n\"DLLPath\"=\"a.bin\"\n", "dir/a.bin\n", ""},
    {"[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\RAS\\X]\n\"DllPath\"=\"a\"\n\"DllPath\"=-\n", "", ""},
    {ADMINDLL "\"DLLPath\"=\"a.bin,b.bin\"\n", "dir/a.bin,b.bin\n",
     "dir/f.reg:4:1: DLLPath, a.bin,b.bin: a comma belongs to the path (D.list); semicolons separate paths\n"},
    {ADMINDLL "\"DLLPath\"=hex(2):61,00,3b,00,62,00,00,00\n", "dir/a\ndir/b\n",
     "dir/f.reg:4:1: DLLPath is REG_EXPAND_SZ, expected REG_SZ; taken without expansion (Q28)\n"},
    {ADMINDLL "\"DLLPath\"=\"a.bin\"\n\"DisplayName\"=dword:1\n", "dir/a.bin\n",
     "dir/f.reg:5:1: DisplayName is no text, expected a string (REG_SZ)\n"},
    /* what is not there with .dll is taken as .so */
    {ADMINDLL "\"DLLPath\"=\"C:\\\\nt\\\\none.dll;none.DLL;.dll;dll\"\n",
     "dir/none.so\ndir/none.so\ndir/.so\ndir/dll\n", ""},
    /* mappings: C:\callouts\ to ./build/, c:/Callouts/deep to deep, D:\one.bin to two.bin */
    {ADMINDLL "\"DLLPath\"=\"c:\\\\CALLOUTS\\\\sub\\\\a.bin\"\n", "./build/sub/a.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"C:/callouts/a.dll\"\n", "./build/a.so\n", ""},
    {ADMINDLL "\"DLLPath\"=\"C:\\\\callouts\\\\\\\\a.bin\"\n", "./build/a.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"C:\\\\callouts\\\\deep\\\\a.bin\"\n", "deep/a.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"C:\\\\callouts\\\\deeper\\\\a.bin\"\n", "./build/deeper/a.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"C:\\\\calloutsnot\\\\a.bin\"\n", "dir/a.bin\n", ""},
    {ADMINDLL "\"DLLPath\"=\"d:\\\\one.bin;D:\\\\one.bin2\"\n", "two.bin\ndir/one.bin2\n", ""},
    {ADMINDLL "\"DLLPath\"=\"E:\\\\a.bin\"\n", "later/a.bin\n", ""},
};

static const struct admindll_mapping mappings[] = {
    {(char[]){"C:\\callouts\\"}, "./build/"},
    {(char[]){"c:/Callouts/deep"}, "deep"},
    {(char[]){"D:\\one.bin"}, "two.bin"},
    {(char[]){"E:\\"}, "earlier"},
    {(char[]){"e:\\"}, "later/"},
};

static void D_list_paths_become_files(void **state)
{
    (void)state;
    int bad = 0;
    for (size_t i = 0; i < LENGTH(lists); i++) {
        struct registry registry;
        struct admindll admindll;
        struct text source = {0}, files = {0}, warnings = {0};
        struct error error = {0};
        text_addf(&source, V5 "%s", lists[i].body);
        assert_true(parse(&registry, text_string(&source), &error));
        assert_true(
            admindll_find(&admindll, &registry, "dir/f.reg", mappings, LENGTH(mappings), &usual, &warnings, &error));
        for (size_t j = 0; j < admindll.count; j++)
            text_addf(&files, "%s\n", admindll.files[j]);
        if (strcmp(text_string(&files), lists[i].files) != 0 ||
            strcmp(text_string(&warnings), lists[i].warnings) != 0) {
            print_error("%s: %s%s", lists[i].body, text_string(&files), text_string(&warnings));
            bad++;
        }
        admindll_free(&admindll);
        registry_free(&registry);
        text_free(&source);
        text_free(&files);
        text_free(&warnings);
    }
    assert_int_equal(bad, 0);
}

static void D_display_is_read(void **state)
{
    (void)state;
    struct registry registry;
    struct admindll admindll;
    struct text warnings = {0};
    struct error error = {0};
    assert_true(parse(&registry, V4 ADMINDLL "\"DisplayName\"=\"Caf\xc3\xa9\"\n\"DLLPath\"=\"a\"\n", &error));
    assert_true(admindll_find(&admindll, &registry, "f.reg", NULL, 0, &usual, &warnings, &error));
    assert_string_equal(admindll.display_name, "Caf\xc3\xa9");
    assert_int_equal(admindll.count, 1);
    assert_string_equal(admindll.files[0], "a");
    assert_int_equal(warnings.length, 0);
    admindll_free(&admindll);
    registry_free(&registry);
}

static void Q28_lists_that_are_none_are_refused(void **state)
{
    (void)state;
    char many[400] = ADMINDLL "\"DLLPath\"=\"", path[500] = ADMINDLL "\"DLLPath\"=\"";
    for (int i = 0; i < 65; i++)
        strcat(many, "a;");
    for (int i = 0; i < 26; i++)
        strcat(path, "0123456789");
    strcat(many, "\"\n");
    strcat(path, "\"\n");
    const struct {
        const char *body, *message;
    } bad[] = {
        {ADMINDLL "\"DLLPath\"=dword:1\n", "f:4:1: DLLPath is no text, expected a string (REG_SZ)"},
        {ADMINDLL "\"DLLPath\"=hex(7):61,00,00,00,00,00\n",
         "f:4:1: DLLPath is a list of strings (REG_MULTI_SZ), expected one string (REG_SZ) with semicolons"},
        {ADMINDLL "\"DLLPath\"=hex:61,00\n", "f:4:1: DLLPath is no text"},
        {ADMINDLL "\"DLLPath\"=hex(2):61\n", "f:4:1: DLLPath is no text"},
        {ADMINDLL "\"DLLPath\"=\"a\nb\"\n", "f:4:1: DLLPath holds a control character"},
        {ADMINDLL "\"DLLPath\"=hex(1):1b,00,61,00\n", "f:4:1: DLLPath holds a control character"},
        {many, "f:4:1: DLLPath lists more than 64 DLLs"},
        {path, "f:4:1: DLLPath holds a path longer than the 259 characters"},
    };
    for (size_t i = 0; i < LENGTH(bad); i++) {
        struct registry registry;
        struct admindll admindll;
        struct text source = {0}, warnings = {0};
        struct error error = {0};
        text_addf(&source, V5 "%s", bad[i].body);
        assert_true(parse(&registry, text_string(&source), &error));
        assert_false(admindll_find(&admindll, &registry, "f", NULL, 0, &usual, &warnings, &error));
        assert_int_equal(error.class, FAILURE_USAGE);
        if (strncmp(error.text, bad[i].message, strlen(bad[i].message)) != 0)
            fail_msg("%s: %s, expected %s", bad[i].body, error.text, bad[i].message);
        registry_free(&registry);
        text_free(&source);
        text_free(&warnings);
    }
}

static void mappings_have_two_halves(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "=", "C:\\x", "C:\\x=", "=./build"};
    struct admindll_mapping mapping;
    struct error error = {0};
    for (size_t i = 0; i < LENGTH(bad); i++) {
        error = (struct error){0};
        assert_false(admindll_mapping_parse(bad[i], &mapping, &error));
        assert_true(strstr(error.text, "expected a Windows path and a folder such as"));
    }
    error = (struct error){0};
    assert_true(admindll_mapping_parse("C:\\x\\=a=b", &mapping, &error));
    assert_string_equal(mapping.prefix, "C:\\x\\");
    assert_string_equal(mapping.folder, "a=b");
    free(mapping.prefix);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(D_list_paths_become_files),
        cmocka_unit_test(D_display_is_read),
        cmocka_unit_test(Q28_lists_that_are_none_are_refused),
        cmocka_unit_test(mappings_have_two_halves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
