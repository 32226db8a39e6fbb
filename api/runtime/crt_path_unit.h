/* SPDX-License-Identifier: MIT */
/**
 * @file crt_path_unit.h
 * @brief The C run-time library's functions that take paths apart and put them together, for one width. crt_path.c includes it twice,
 * with the macros UNIT (the type), OF (a helper's name of this width) and the functions' names. Internal to the run-time library.
 */

/* Where the parts of a path end: the drive, the folders, the name, the extension */
enum { OF(DRIVE), OF(FOLDER), OF(NAME), OF(EXTENSION), OF(PARTS) };

static void OF(take_apart)(const UNIT *path, const UNIT *ends[OF(PARTS)])
{
    const UNIT *drive = path[0] && path[1] == ':' ? path + 2 : path, *folder = drive, *dot = NULL, *at = drive;
    for (; *at; at++) {
        if (*at == '\\' || *at == '/')
            folder = at + 1, dot = NULL;
        else if (*at == '.')
            dot = at;
    }
    ends[OF(DRIVE)] = drive;
    ends[OF(FOLDER)] = folder;
    ends[OF(NAME)] = dot ? dot : at;
    ends[OF(EXTENSION)] = at;
}

static bool OF(copy_part)(const UNIT *from, const UNIT *end, UNIT *to, size_t size)
{
    if (!to)
        return true;
    bool fits = (size_t)(end - from) < size;
    size_t count = fits ? (size_t)(end - from) : 0;
    memcpy(to, from, count * sizeof *to);
    to[count] = 0;
    return fits;
}

errno_t SPLITPATH_S(const UNIT *path, UNIT *drive, size_t drive_size, UNIT *folder, size_t folder_size, UNIT *name,
                    size_t name_size, UNIT *extension, size_t extension_size)
{
    UNIT *const to[] = {drive, folder, name, extension};
    const size_t sizes[] = {drive_size, folder_size, name_size, extension_size};
    const UNIT *ends[OF(PARTS)], *from = path;
    bool fits = true;
    for (size_t i = 0; i < OF(PARTS); i++)
        if (!path || (to[i] == NULL) != (sizes[i] == 0))
            return rras_invalid_parameter(EINVAL, EINVAL);
    OF(take_apart)(path, ends);
    for (size_t i = 0; i < OF(PARTS); from = ends[i++])
        fits &= OF(copy_part)(from, ends[i], to[i], sizes[i]);
    for (size_t i = 0; i < OF(PARTS); i++)
        if (!fits && to[i])
            to[i][0] = 0;
    return fits ? 0 : (errno = ERANGE);
}

void SPLITPATH(const UNIT *path, UNIT *drive, UNIT *folder, UNIT *name, UNIT *extension)
{
    const UNIT *ends[OF(PARTS)];
    if (!path) {
        rras_invalid_parameter(EINVAL, 0);
        return;
    }
    OF(take_apart)(path, ends);
    OF(copy_part)(path, ends[OF(DRIVE)], drive, _MAX_DRIVE);
    OF(copy_part)(ends[OF(DRIVE)], ends[OF(FOLDER)], folder, _MAX_DIR);
    OF(copy_part)(ends[OF(FOLDER)], ends[OF(NAME)], name, _MAX_FNAME);
    OF(copy_part)(ends[OF(NAME)], ends[OF(EXTENSION)], extension, _MAX_EXT);
}

/* Adds units to a path of which `length` are there; more than there is room for are counted, not written. */
static size_t OF(add)(UNIT *to, size_t size, size_t length, const UNIT *text, size_t most)
{
    for (; most-- > 0 && *text; text++, length++)
        if (length < size)
            to[length] = *text;
    return length;
}

errno_t MAKEPATH_S(UNIT *to, size_t size, const UNIT *drive, const UNIT *folder, const UNIT *name,
                   const UNIT *extension)
{
    static const UNIT colon[] = {':', 0}, slash[] = {'\\', 0}, dot[] = {'.', 0};
    size_t length = 0;
    if (!to || size == 0)
        return rras_invalid_parameter(EINVAL, EINVAL);
    if (drive && *drive) {
        length = OF(add)(to, size, length, drive, 1);
        length = OF(add)(to, size, length, colon, 1);
    }
    if (folder && *folder) {
        length = OF(add)(to, size, length, folder, SIZE_MAX);
        const UNIT *last = folder;
        while (last[1])
            last++;
        if (*last != '\\' && *last != '/')
            length = OF(add)(to, size, length, slash, 1);
    }
    if (name)
        length = OF(add)(to, size, length, name, SIZE_MAX);
    if (extension && *extension) {
        if (*extension != '.')
            length = OF(add)(to, size, length, dot, 1);
        length = OF(add)(to, size, length, extension, SIZE_MAX);
    }
    to[length < size ? length : 0] = 0;
    return length < size ? 0 : rras_invalid_parameter(ERANGE, ERANGE);
}

void MAKEPATH(UNIT *to, const UNIT *drive, const UNIT *folder, const UNIT *name, const UNIT *extension)
{
    MAKEPATH_S(to, _MAX_PATH, drive, folder, name, extension);
}

UNIT *FULLPATH(UNIT *to, const UNIT *path, size_t size)
{
    UNIT whole[RRAS_PATH_MOST];
    DWORD length = GET_FULL_PATH(path && *path ? path : OF(here), RRAS_PATH_MOST, whole, NULL);
    if (length == 0 || length >= RRAS_PATH_MOST)
        return NULL;
    if (to && length >= size) {
        errno = ERANGE;
        return NULL;
    }
    if (!to)
        to = malloc((length + 1) * sizeof *to);
    if (to)
        memcpy(to, whole, (length + 1) * sizeof *to);
    return to;
}
