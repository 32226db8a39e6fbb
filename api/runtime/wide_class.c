/* SPDX-License-Identifier: MIT */
/* Kinds of wide characters: wctype.h. What Unicode says comes from the C library. */
#include <locale.h>
#include <pthread.h>
#include <stdbool.h>
#include <wchar.h>
#include <wctype.h>

/* The C library's own, which our header binds to these */
int system_iswctype_l(wint_t unit, wctype_t kind, locale_t locale) __asm__("iswctype_l");
wctype_t system_wctype_l(const char *name, locale_t locale) __asm__("wctype_l");

static locale_t unicode;

static void make_unicode(void)
{
    unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

/* Half a pair is of no kind, and so is everything beyond ASCII where the machine has no Unicode. */
static int is_kind(wint_t unit, const char *name)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_unicode);
    if (!unicode)
        return unit < 0x80 && iswctype(unit, wctype(name));
    return unit < 0x10000 && system_iswctype_l(unit, system_wctype_l(name, unicode), unicode) != 0;
}

#define KIND(function, name)             \
    int function(wint_t unit)            \
    {                                    \
        return is_kind(unit, name) != 0; \
    }
KIND(iswalpha, "alpha")
KIND(iswdigit, "digit")
KIND(iswxdigit, "xdigit")
KIND(iswalnum, "alnum")
KIND(iswupper, "upper")
KIND(iswlower, "lower")
KIND(iswpunct, "punct")
KIND(iswcntrl, "cntrl")
KIND(iswprint, "print")
KIND(iswgraph, "graph")
KIND(iswblank, "blank")

/* A blank that does not break the line is one on Windows. */
int iswspace(wint_t unit)
{
    return unit == 0xa0 || unit == 0x2007 || unit == 0x202f || is_kind(unit, "space");
}

wint_t towlower(wint_t unit)
{
    return unit >= L'A' && unit <= L'Z' ? unit + (L'a' - L'A') : unit;
}

wint_t towupper(wint_t unit)
{
    return unit >= L'a' && unit <= L'z' ? unit - (L'a' - L'A') : unit;
}
