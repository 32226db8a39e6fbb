/* SPDX-License-Identifier: MIT */
/* Bytes to and from streams: the C library's functions, behind a look at the stream. */
#undef RRAS_SYSTEM_STDIO
#include "stream.h"

/* The C library's own, which our header binds to these */
FILE *system_tmpfile(void) __asm__("tmpfile");
FILE *system_fdopen(int file, const char *mode) __asm__("fdopen");
int system_fputs(const char *text, FILE *stream) __asm__("fputs");
int system_fputc(int byte, FILE *stream) __asm__("fputc");
size_t system_fwrite(const void *from, size_t size, size_t count, FILE *stream) __asm__("fwrite");
size_t system_fread(void *to, size_t size, size_t count, FILE *stream) __asm__("fread");
char *system_fgets(char *to, int size, FILE *stream) __asm__("fgets");
int system_fgetc(FILE *stream) __asm__("fgetc");
int system_fflush(FILE *stream) __asm__("fflush");

FILE *tmpfile(void)
{
    return rras_stream_opened(system_tmpfile());
}

FILE *fdopen(int file, const char *mode)
{
    return rras_stream_opened(system_fdopen(file, mode));
}

int fputs(const char *text, FILE *stream)
{
    return rras_stream_usable(stream) ? system_fputs(text, stream) : EOF;
}

int fputc(int byte, FILE *stream)
{
    return rras_stream_usable(stream) ? system_fputc(byte, stream) : EOF;
}

size_t fwrite(const void *from, size_t size, size_t count, FILE *stream)
{
    return rras_stream_usable(stream) ? system_fwrite(from, size, count, stream) : 0;
}

size_t fread(void *to, size_t size, size_t count, FILE *stream)
{
    return rras_stream_usable(stream) ? system_fread(to, size, count, stream) : 0;
}

char *fgets(char *to, int size, FILE *stream)
{
    return rras_stream_usable(stream) ? system_fgets(to, size, stream) : NULL;
}

int fgetc(FILE *stream)
{
    return rras_stream_usable(stream) ? system_fgetc(stream) : EOF;
}

int fflush(FILE *stream)
{
    return !stream || rras_stream_usable(stream) ? system_fflush(stream) : EOF;
}
