/* SPDX-License-Identifier: MIT */
/**
 * @file shell_path_unit.h
 * @brief The functions of shlwapi.h that take paths apart, for one width. shell_path.c includes it twice, with the macros UNIT (the
 * type), OF (a function's name of this width) and TEXT_OF (a literal). Internal to the run-time library.
 */

static UNIT *OF(end_of)(const UNIT *path)
{
    while (*path)
        path++;
    return (UNIT *)path;
}

static size_t OF(length_of)(const UNIT *path)
{
    return (size_t)(OF(end_of)(path) - path);
}

UNIT *WINAPI OF(PathFindFileName)(const UNIT *path)
{
    const UNIT *name = path;
    for (const UNIT *at = path; at && *at; at++)
        if ((*at == '\\' || *at == '/' || *at == ':') && at[1] && at[1] != '\\' && at[1] != '/')
            name = at + 1;
    return (UNIT *)name;
}

UNIT *WINAPI OF(PathFindExtension)(const UNIT *path)
{
    const UNIT *dot = NULL, *at = path;
    for (; at && *at; at++) {
        if (*at == '.')
            dot = at;
        else if (*at == '\\' || *at == ' ')
            dot = NULL;
    }
    return (UNIT *)(dot ? dot : at);
}

VOID WINAPI OF(PathStripPath)(UNIT *path)
{
    const UNIT *name = OF(PathFindFileName)(path);
    memmove(path, name, (OF(length_of)(name) + 1) * sizeof *path);
}

VOID WINAPI OF(PathRemoveExtension)(UNIT *path)
{
    *OF(PathFindExtension)(path) = 0;
}

/* The part of a path that has nothing above it: C:\, or \, or what names a machine and its share */
static size_t OF(root_length)(const UNIT *path)
{
    if (path[0] && path[1] == ':')
        return path[2] == '\\' ? 3 : 2;
    if (path[0] != '\\')
        return 0;
    if (path[1] != '\\')
        return 1;
    const UNIT *at = path + 2;
    for (int names = 0; *at; at++)
        if (*at == '\\' && ++names == 2)
            break;
    return (size_t)(at - path);
}

BOOL WINAPI OF(PathIsRelative)(const UNIT *path)
{
    return !path || !*path || OF(root_length)(path) == 0;
}

BOOL WINAPI OF(PathIsRoot)(const UNIT *path)
{
    size_t root = path ? OF(root_length)(path) : 0;
    return root > 0 && root != 2 && !path[root];
}

BOOL WINAPI OF(PathRemoveFileSpec)(UNIT *path)
{
    size_t root = OF(root_length)(path), length = OF(length_of)(path), at = length;
    while (at > root && path[at - 1] != '\\')
        at--;
    if (at > root)
        at--;
    path[at] = 0;
    return at < length;
}

UNIT *WINAPI OF(PathAddBackslash)(UNIT *path)
{
    size_t length = OF(length_of)(path);
    if (length > 0 && path[length - 1] == '\\')
        return path + length;
    if (length + 1 >= MAX_PATH)
        return NULL;
    path[length] = length > 0 ? '\\' : 0;
    path[length + 1] = 0;
    return path + length + (length > 0);
}

UNIT *WINAPI OF(PathRemoveBackslash)(UNIT *path)
{
    size_t length = OF(length_of)(path);
    if (length > 0 && path[length - 1] == '\\' && !OF(PathIsRoot)(path))
        path[--length] = 0;
    return path + length - (length > 0 && path[length - 1] == '\\');
}

BOOL WINAPI OF(PathAddExtension)(UNIT *path, const UNIT *extension)
{
    static const UNIT usual[] = TEXT_OF(".exe");
    extension = extension ? extension : usual;
    UNIT *dot = OF(PathFindExtension)(path);
    if (*dot || OF(length_of)(path) + OF(length_of)(extension) >= MAX_PATH)
        return FALSE;
    memcpy(dot, extension, (OF(length_of)(extension) + 1) * sizeof *dot);
    return TRUE;
}

BOOL WINAPI OF(PathRenameExtension)(UNIT *path, const UNIT *extension)
{
    UNIT *dot = OF(PathFindExtension)(path);
    if ((size_t)(dot - path) + OF(length_of)(extension) >= MAX_PATH)
        return FALSE;
    memcpy(dot, extension, (OF(length_of)(extension) + 1) * sizeof *dot);
    return TRUE;
}

/* Takes `.` and `..` away, in place; not above the root. */
static void OF(resolve)(UNIT *path)
{
    size_t root = OF(root_length)(path), to = root;
    for (size_t at = root; path[at];) {
        size_t end = at;
        while (path[end] && path[end] != '\\')
            end++;
        size_t length = end - at;
        bool here = length == 1 && path[at] == '.', up = length == 2 && path[at] == '.' && path[at + 1] == '.';
        size_t next = path[end] ? end + 1 : end;
        if (up) {
            to -= to > root;
            while (to > root && path[to - 1] != '\\')
                to--;
        } else if (!here) {
            memmove(path + to, path + at, (next - at) * sizeof *path);
            to += next - at;
        }
        at = next;
    }
    if (to > root && path[to - 1] == '\\' && to != 1)
        to -= !path[to]; /* the last name went, and its separator with it */
    path[to] = 0;
}

UNIT *WINAPI OF(PathCombine)(UNIT *to, const UNIT *folder, const UNIT *name)
{
    UNIT whole[2 * MAX_PATH];
    bool alone = !folder || !*folder || (name && *name && !OF(PathIsRelative)(name));
    const UNIT *begin = alone ? NULL : folder, *rest = name ? name : NULL;
    size_t length = 0;
    if (!to || (!folder && !name))
        return NULL;
    if (alone && rest && rest[0] == '\\' && rest[1] != '\\' && folder && *folder) { /* of the folder's drive */
        length = OF(root_length)(folder);
        memcpy(whole, folder, length * sizeof *whole);
        rest++;
    } else if (begin) {
        length = OF(length_of)(begin);
        if (length >= MAX_PATH)
            goto fail;
        memcpy(whole, begin, length * sizeof *whole);
        if (length > 0 && whole[length - 1] != '\\' && rest && *rest)
            whole[length++] = '\\';
    }
    size_t more = rest ? OF(length_of)(rest) : 0;
    if (length + more >= MAX_PATH)
        goto fail;
    if (more)
        memcpy(whole + length, rest, more * sizeof *whole);
    whole[length + more] = 0;
    bool slash = length + more > 0 && whole[length + more - 1] == '\\';
    OF(resolve)(whole);
    length = OF(length_of)(whole);
    if (slash && length > 0 && whole[length - 1] != '\\' && length + 1 < MAX_PATH) {
        whole[length++] = '\\';
        whole[length] = 0;
    }
    memcpy(to, whole, (length + 1) * sizeof *to);
    return to;
fail:
    *to = 0;
    return NULL;
}

BOOL WINAPI OF(PathAppend)(UNIT *path, const UNIT *more)
{
    UNIT folder[MAX_PATH];
    size_t length = OF(length_of)(path);
    if (!more || length >= MAX_PATH)
        return FALSE;
    if (!(more[0] == '\\' && more[1] == '\\'))
        while (*more == '\\')
            more++;
    memcpy(folder, path, (length + 1) * sizeof *path);
    return OF(PathCombine)(path, folder, more) != NULL;
}

BOOL WINAPI OF(PathUnquoteSpaces)(UNIT *path)
{
    size_t length = OF(length_of)(path);
    if (length < 2 || path[0] != '"' || path[length - 1] != '"')
        return FALSE;
    memmove(path, path + 1, (length - 2) * sizeof *path);
    path[length - 2] = 0;
    return TRUE;
}

BOOL WINAPI OF(PathQuoteSpaces)(UNIT *path)
{
    size_t length = OF(length_of)(path), at = 0;
    while (at < length && path[at] != ' ')
        at++;
    if (at == length || length + 2 >= MAX_PATH)
        return FALSE;
    memmove(path + 1, path, length * sizeof *path);
    path[0] = path[length + 1] = '"';
    path[length + 2] = 0;
    return TRUE;
}

BOOL WINAPI OF(PathIsDirectory)(const UNIT *path)
{
    DWORD attributes = OF(GetFileAttributes)(path);
    return attributes != INVALID_FILE_ATTRIBUTES && attributes & FILE_ATTRIBUTE_DIRECTORY ? FILE_ATTRIBUTE_DIRECTORY
                                                                                          : FALSE;
}

static UNIT OF(lower_of)(UNIT unit)
{
    return unit >= 'A' && unit <= 'Z' ? (UNIT)(unit | 0x20) : unit;
}

/* Whether a text begins with another */
static bool OF(begins_with)(const UNIT *text, const UNIT *part)
{
    while (*part && OF(lower_of)(*text) == OF(lower_of)(*part))
        text++, part++;
    return *part == 0;
}

int WINAPI OF(StrCmpI)(const UNIT *left, const UNIT *right)
{
    while (*left && OF(lower_of)(*left) == OF(lower_of)(*right))
        left++, right++;
    UNIT l = OF(lower_of)(*left), r = OF(lower_of)(*right);
    return (l > r) - (l < r);
}

UNIT *WINAPI OF(StrStrI)(const UNIT *text, const UNIT *part)
{
    for (; text && part && *part && *text; text++)
        if (OF(begins_with)(text, part))
            return (UNIT *)text;
    return NULL;
}

int WINAPI OF(StrToInt)(const UNIT *text)
{
    unsigned value = 0;
    bool negative = text && *text == '-';
    for (text += negative; text && *text >= '0' && *text <= '9'; text++)
        value = value * 10 + (unsigned)(*text - '0');
    return (int)(negative ? 0 - value : value);
}
