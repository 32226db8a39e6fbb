/* SPDX-License-Identifier: MIT */
/* Wide characters to and from streams. */
#include "stream.h"

#include <wchar.h>
#include <windows.h>

bool rras_stream_put_narrow(FILE *stream, const char *text, size_t length)
{
    return fwrite(text, 1, length, stream) == length;
}

bool rras_stream_put_wide(FILE *stream, const wchar_t *text, size_t length)
{
    enum rras_encoding encoding = rras_stream_encoding(stream);
    bool fine = true;
    flockfile(stream);
    for (size_t i = 0; i < length && fine && encoding == RRAS_UTF16; i++)
        fine = (text[i] != L'\n' || fwrite(L"\r", sizeof *text, 1, stream) == 1) &&
               fwrite(&text[i], sizeof *text, 1, stream) == 1;
    if (encoding == RRAS_BYTES)
        fine = fwrite(text, sizeof *text, length, stream) == length;
    while (length > 0 && fine && (encoding == RRAS_NARROW || encoding == RRAS_UTF8)) {
        enum { PIECE = 512 };
        char bytes[3 * PIECE];
        size_t piece = length < PIECE ? length : PIECE;
        /* a pair stays together */
        piece -= piece > 1 && piece < length && text[piece - 1] >= 0xd800 && text[piece - 1] < 0xdc00;
        int count = WideCharToMultiByte(CP_UTF8, 0, text, (int)piece, bytes, sizeof bytes, NULL, NULL);
        fine = fwrite(bytes, 1, (size_t)count, stream) == (size_t)count;
        text += piece;
        length -= piece;
    }
    funlockfile(stream);
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

/* UTF-8 of up to four bytes; the half of a pair that does not fit waits in `pending` */
static wint_t read_utf8(FILE *stream)
{
    static _Thread_local struct {
        FILE *stream;
        wchar_t unit;
    } pending;
    if (pending.stream == stream) {
        pending.stream = NULL;
        return pending.unit;
    }
    int first = getc(stream);
    if (first == EOF)
        return WEOF;
    char bytes[4] = {(char)first};
    int count = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    for (int i = 1; i < count; i++) {
        int next = getc(stream);
        if (next == EOF || (next & 0xc0) != 0x80) {
            ungetc(next, stream);
            count = i;
        } else {
            bytes[i] = (char)next;
        }
    }
    wchar_t units[4];
    int written = MultiByteToWideChar(CP_UTF8, 0, bytes, count, units, 4);
    if (written == 2) {
        pending.stream = stream;
        pending.unit = units[1];
    }
    return written > 0 ? units[0] : 0xfffd;
}

wint_t fgetwc(FILE *stream)
{
    enum rras_encoding encoding = rras_stream_encoding(stream);
    wchar_t unit;
    if (encoding == RRAS_NARROW || encoding == RRAS_UTF8)
        return read_utf8(stream);
    if (fread(&unit, sizeof unit, 1, stream) != 1)
        return WEOF;
    if (encoding == RRAS_UTF16 && unit == L'\r') {
        wchar_t next;
        if (fread(&next, sizeof next, 1, stream) == 1) {
            if (next == L'\n')
                return next;
            fseek(stream, -(long)sizeof next, SEEK_CUR);
        }
    }
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
