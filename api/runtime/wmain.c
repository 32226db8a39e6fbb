/* SPDX-License-Identifier: MIT */
/* A program whose first function is wmain(), as Visual C++ starts it: its arguments in UTF-16. */
#include <windows.h>

#include <stdio.h>
#include <stdlib.h>

__attribute__((weak)) int wmain(int argc, WCHAR **argv);

static WCHAR *widened(const char *text)
{
    int units = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
    WCHAR *wide = malloc((size_t)units * sizeof *wide);
    if (wide)
        MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, units);
    return wide;
}

/* The linker takes this one when the program has no main(). The arguments live as long as the program. */
__attribute__((weak)) int main(int argc, char **argv)
{
    WCHAR **wide = calloc((size_t)argc + 1, sizeof *wide);
    if (!wmain)
        fputs("libmprapi: the program has neither main() nor wmain()\n", stderr);
    for (int i = 0; wide && i < argc; i++)
        if (!(wide[i] = widened(argv[i])))
            return EXIT_FAILURE;
    return wide && wmain ? wmain(argc, wide) : EXIT_FAILURE;
}
