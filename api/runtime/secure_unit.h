/* SPDX-License-Identifier: MIT */
/* The string functions that know the size of the buffer, for one kind of character: UNIT and the names of the
 * functions. No guard: included twice. */

size_t NLEN_S(const UNIT *text, size_t limit)
{
    return text == NULL ? 0 : NLEN(text, limit);
}

/* What is wrong empties the buffer. */
static errno_t NAME(refuse)(UNIT *to, errno_t code)
{
    to[0] = 0;
    return rras_invalid_parameter(code, code);
}

/* Puts at most `count` characters of a text behind the first `kept`. */
static errno_t NAME(put)(UNIT *to, size_t size, size_t kept, const UNIT *from, size_t count)
{
    size_t room = size - kept;
    size_t length = NLEN(from, count < room ? count : room);
    bool cut = length >= room && count == _TRUNCATE;
    if (length >= room && !cut)
        return NAME(refuse)(to, ERANGE);
    length -= cut;
    memcpy(to + kept, from, length * sizeof(*to));
    to[kept + length] = 0;
    return cut ? STRUNCATE : 0;
}

errno_t NCPY_S(UNIT *to, size_t size, const UNIT *from, size_t count)
{
    if (to == NULL && size == 0 && count == 0)
        return 0;
    if (to == NULL || size == 0)
        return rras_invalid_parameter(EINVAL, EINVAL);
    if (from == NULL && count > 0)
        return NAME(refuse)(to, EINVAL);
    if (count == 0) {
        to[0] = 0;
        return 0;
    }
    return NAME(put)(to, size, 0, from, count);
}

errno_t NCAT_S(UNIT *to, size_t size, const UNIT *from, size_t count)
{
    if (to == NULL && size == 0 && count == 0)
        return 0;
    if (to == NULL || size == 0)
        return rras_invalid_parameter(EINVAL, EINVAL);
    size_t kept = NLEN(to, size);
    if (kept == size || (from == NULL && count > 0))
        return NAME(refuse)(to, EINVAL);
    return count == 0 ? 0 : NAME(put)(to, size, kept, from, count);
}

/* More than any text has, but not the count that means: cut it */
enum { NAME(everything) = -2 };

errno_t CPY_S(UNIT *to, size_t size, const UNIT *from)
{
    return NCPY_S(to, size, from, (size_t)NAME(everything));
}

errno_t CAT_S(UNIT *to, size_t size, const UNIT *from)
{
    return NCAT_S(to, size, from, (size_t)NAME(everything));
}

UNIT *TOK_S(UNIT *text, const UNIT *separators, UNIT **rest)
{
    text = text != NULL ? text : *rest;
    text += SPN(text, separators);
    if (*text == 0) {
        *rest = text;
        return NULL;
    }
    UNIT *end = text + CSPN(text, separators);
    *rest = end + (*end != 0);
    *end = 0;
    return text;
}

/* Of the letters A to Z and a to z, as in the "C" locale */
static UNIT *NAME(change_case)(UNIT *text, char first, int distance)
{
    for (UNIT *at = text; *at != 0; at++)
        if (*at >= (UNIT)first && *at <= (UNIT)(first + 25))
            *at = (UNIT)(*at + distance);
    return text;
}

UNIT *LWR(UNIT *text)
{
    return NAME(change_case)(text, 'A', 'a' - 'A');
}

UNIT *UPR(UNIT *text)
{
    return NAME(change_case)(text, 'a', 'A' - 'a');
}

errno_t LWR_S(UNIT *text, size_t size)
{
    if (text == NULL || NLEN(text, size) == size)
        return rras_invalid_parameter(EINVAL, EINVAL);
    LWR(text);
    return 0;
}

errno_t UPR_S(UNIT *text, size_t size)
{
    if (text == NULL || NLEN(text, size) == size)
        return rras_invalid_parameter(EINVAL, EINVAL);
    UPR(text);
    return 0;
}

UNIT *REV(UNIT *text)
{
    for (size_t first = 0, last = LEN(text); first + 1 < last; first++) {
        UNIT unit = text[first];
        text[first] = text[--last];
        text[last] = unit;
    }
    return text;
}

UNIT *DUP(const UNIT *text)
{
    size_t size = (LEN(text) + 1) * sizeof(*text);
    UNIT *copy = malloc(size);
    return copy != NULL ? memcpy(copy, text, size) : NULL;
}

#undef UNIT
#undef NAME
#undef NLEN
#undef LEN
#undef SPN
#undef CSPN
#undef NLEN_S
#undef NCPY_S
#undef NCAT_S
#undef CPY_S
#undef CAT_S
#undef TOK_S
#undef LWR
#undef UPR
#undef LWR_S
#undef UPR_S
#undef REV
#undef DUP
