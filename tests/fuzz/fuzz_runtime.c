/* SPDX-License-Identifier: MIT */
/* Any bytes as what a callout hands to the functions of Windows: the file of the registry, paths, texts, numbers. */
#include <windows.h>

#include <winsock2.h>
#include <ws2tcpip.h>

#include "runtime/registry.h"
#include "runtime/sandbox.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was understood of it is understood again. */
static void read_registry(const char *text)
{
    struct rras_registry first = {0}, second = {0};
    rras_registry_read(&first, text);
    char *once = rras_registry_write(&first);
    rras_registry_read(&second, once);
    char *twice = rras_registry_write(&second);
    if (strcmp(once, twice) != 0)
        abort();
    free(once);
    free(twice);
    rras_registry_free(&first);
    rras_registry_free(&second);
}

/* No path of Windows leads out of the sandbox. */
static void follow_path(const char *path)
{
    static const char root[] = "/tmp/rrasemu-no-such-folder/C";
    char native[PATH_MAX];
    setenv("RRASEMU_SANDBOX", "/tmp/rrasemu-no-such-folder", 1);
    bool below = *path == '/' || ((path[0] | 0x20) == 'z' && path[1] == ':'); /* is no path of the sandbox */
    if (below || rras_sandbox_path(path, FALSE, native) != NO_ERROR || strcmp(native, "/dev/null") == 0)
        return;
    if (strncmp(native, root, sizeof root - 1) != 0 || strstr(native, "/../") || strchr(native, '\\'))
        abort();
    size_t length = strlen(native);
    if (length >= 3 && strcmp(native + length - 3, "/..") == 0)
        abort();
}

static void convert(const char *text, size_t size)
{
    int units = MultiByteToWideChar(CP_UTF8, 0, text, (int)size + 1, NULL, 0);
    wchar_t *wide = malloc((size_t)units * sizeof *wide), *end;
    BYTE address[16];
    GUID guid;
    char key[64];
    if (MultiByteToWideChar(CP_UTF8, 0, text, (int)size + 1, wide, units) != units)
        abort();
    int bytes = WideCharToMultiByte(CP_UTF8, 0, wide, units, NULL, 0, NULL, NULL);
    char *again = malloc((size_t)bytes);
    if (WideCharToMultiByte(CP_UTF8, 0, wide, units, again, bytes, NULL, NULL) != bytes)
        abort();
    wcstod(wide, &end);
    wcstol(wide, &end, 0);
    wcstoull(wide, &end, 36);
    if (end < wide || end >= wide + units)
        abort();
    CLSIDFromString(wide, &guid);
    InetPtonW(AF_INET, wide, address);
    InetPtonW(AF_INET6, wide, address);
    IsTextUnicode(wide, units * 2, NULL);
    swprintf((wchar_t[8]){0}, 8, L"%.3s %S", wide, text);
    snprintf(key, sizeof key, "%.20s", text);
    LPWSTR made = NULL;
    FormatMessageW(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_IGNORE_INSERTS | FORMAT_MESSAGE_ALLOCATE_BUFFER, wide, 0,
                   0, (LPWSTR)&made, 0, NULL);
    LocalFree(made);
    free(wide);
    free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    memcpy(text, data, size);
    text[size] = '\0';
    read_registry(text);
    follow_path(text);
    convert(text, size);
    free(text);
    return 0;
}
