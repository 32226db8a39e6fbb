/* SPDX-License-Identifier: MIT */
/* Wide characters to and from streams. */
#include "stream.h"

#include "utf8.h"

#include <wchar.h>
#include <windows.h>

bool rras_stream_put_narrow(FILE *stream, const char *text, size_t length)
{
    return rras_stream_usable(stream) && fwrite(text, 1, length, stream) == length;
}

/* Units as they are, but for the ends of lines */
static bool put_units(FILE *stream, const wchar_t *text, size_t length, bool lines)
{
    bool fine = true;
    for (size_t i = 0; i < length && fine; i++)
        fine = (!lines || text[i] != L'\n' || fwrite(L"\r", sizeof *text, 1, stream) == 1) &&
               fwrite(&text[i], sizeof *text, 1, stream) == 1;
    return fine;
}

static bool put_utf8(FILE *stream, const wchar_t *text, size_t length)
{
    char bytes[RRAS_UTF8_LONGEST];
    bool fine = true;
    for (size_t taken, count; length > 0 && fine; text += taken, length -= taken) {
        taken = rras_utf8_write(text, length, bytes, &count);
        fine = fwrite(bytes, 1, count, stream) == count;
    }
    return fine;
}

/* The halves of a character may come by themselves: the first waits for the second. */
static bool put_text(struct rras_stream *stream, const wchar_t *text, size_t length)
{
    wchar_t both[2] = {stream->high, length > 0 ? *text : 0};
    bool fine = true;
    if (stream->high && length > 0) {
        bool pair = *text >= 0xdc00 && *text < 0xe000;
        fine = put_utf8(stream->file, both, pair ? 2 : 1);
        text += pair;
        length -= pair;
        stream->high = 0;
    }
    if (length > 0 && text[length - 1] >= 0xd800 && text[length - 1] < 0xdc00)
        stream->high = text[--length];
    return fine && put_utf8(stream->file, text, length);
}

bool rras_stream_put_wide(FILE *file, const wchar_t *text, size_t length)
{
    if (!rras_stream_usable(file))
        return false;
    flockfile(file);
    struct rras_stream *stream = rras_stream_of(file);
    bool fine = stream->encoding == RRAS_NARROW || stream->encoding == RRAS_UTF8
                    ? put_text(stream, text, length)
                    : put_units(file, text, length, stream->encoding == RRAS_UTF16);
    funlockfile(file);
    return fine;
}

int fputws(const wchar_t *text, FILE *stream)
{
    return rras_stream_put_wide(stream, text, wcslen(text)) ? 0 : -1;
}

wint_t fputwc(wchar_t unit, FILE *stream)
{
    return rras_stream_put_wide(stream, &unit, 1) ? unit : WEOF;
}

/* UTF-8 of up to four bytes */
static wint_t read_utf8(struct rras_stream *stream)
{
    FILE *file = stream->file;
    if (stream->low && stream->low_place == ftello(file)) {
        wchar_t low = stream->low;
        stream->low = 0;
        return low;
    }
    stream->low = 0;
    int first = getc(file);
    if (first == EOF)
        return WEOF;
    char bytes[4] = {(char)first};
    int count = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (int i = 1; i < count; i++) {
        int next = getc(file);
        if (next == EOF || (next & 0xc0) != 0x80) {
            ungetc(next, file);
            count = i;
        } else {
            bytes[i] = (char)next;
        }
    }
    wchar_t units[4];
    int written = MultiByteToWideChar(CP_UTF8, 0, bytes, count, units, 4);
    if (written == 2) {
        stream->low = units[1];
        stream->low_place = ftello(file);
    }
    return written > 0 ? units[0] : 0xfffd;
}

static wint_t read_unit(FILE *file, bool lines)
{
    wchar_t unit, next;
    if (fread(&unit, sizeof unit, 1, file) != 1)
        return WEOF;
    if (!lines || unit != L'\r' || fread(&next, sizeof next, 1, file) != 1)
        return unit;
    if (next == L'\n')
        return next;
    fseek(file, -(long)sizeof next, SEEK_CUR);
    return unit;
}

wint_t fgetwc(FILE *file)
{
    if (!rras_stream_usable(file))
        return WEOF;
    flockfile(file);
    struct rras_stream *stream = rras_stream_of(file);
    wint_t unit = stream->encoding == RRAS_NARROW || stream->encoding == RRAS_UTF8
                      ? read_utf8(stream)
                      : read_unit(file, stream->encoding == RRAS_UTF16);
    funlockfile(file);
    return unit;
}

wchar_t *fgetws(wchar_t *to, int size, FILE *stream)
{
    int count = 0;
    wint_t unit = 0;
    while (count < size - 1 && unit != L'\n' && (unit = fgetwc(stream)) != WEOF)
        to[count++] = (wchar_t)unit;
    if (size <= 0 || (count == 0 && size > 1))
        return NULL;
    to[count] = 0;
    return to;
}
