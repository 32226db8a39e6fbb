/* SPDX-License-Identifier: MIT */
/**
 * @file stream.h
 * @brief Streams as Microsoft's C run-time library has them.
 *
 * A path of Windows, relative or not, lies in the sandbox folder of the run, and a stream for text has lines that end in
 * CR LF there; a path that begins with a slash is one of the system below, and its lines stay as they are. The modes
 * are `r`, `w` or `a`, `+`, `b`, `t`, and `ccs=UTF-8`, `ccs=UTF-16LE` or `ccs=UNICODE`. Wide text becomes UTF-16 in a stream opened
 * with `b` or for UTF-16, and UTF-8 in every other. Included by stdio.h and wchar.h.
 */
#ifndef RRAS_WIN32_WIDE_STREAM_H
#define RRAS_WIN32_WIDE_STREAM_H

#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Files
 * @{ */
#ifndef RRAS_SYSTEM_STDIO
/** Opens a file; NULL with errno. */
FILE *fopen(const char *path, const char *mode) RRAS_SYMBOL("rras_fopen");
#endif
/** Opens a file; 0 or an errno. */
errno_t fopen_s(FILE **stream, const char *path, const char *mode) RRAS_SYMBOL("rras_fopen_s");
/** Opens a file; NULL with errno. */
FILE *_wfopen(const wchar_t *path, const wchar_t *mode) RRAS_SYMBOL("rras__wfopen");
/** Opens a file; 0 or an errno. */
errno_t _wfopen_s(FILE **stream, const wchar_t *path, const wchar_t *mode) RRAS_SYMBOL("rras__wfopen_s");
#ifndef RRAS_SYSTEM_STDIO
/** Opens a file without a name, which is gone when it is closed; NULL with errno. */
FILE *tmpfile(void) RRAS_SYMBOL("rras_tmpfile");
/** Makes a stream of a descriptor of the system below; NULL with errno. */
FILE *fdopen(int file, const char *mode) RRAS_SYMBOL("rras_fdopen");
/** Closes a stream; 0, or -1. */
int fclose(FILE *stream) RRAS_SYMBOL("rras_fclose");
#endif
/** Opens a file with a mode of share.h; NULL with errno. */
FILE *_fsopen(const char *path, const char *mode, int share) RRAS_SYMBOL("rras__fsopen");
/** Wide. @copydoc _fsopen */
FILE *_wfsopen(const wchar_t *path, const wchar_t *mode, int share) RRAS_SYMBOL("rras__wfsopen");
/** Tells the number of a stream, as io.h has it; -1 with errno. */
int _fileno(FILE *stream) RRAS_SYMBOL("rras__fileno");
/** Makes a stream of a number of io.h, which is closed with it; NULL with errno. */
FILE *_fdopen(int number, const char *mode) RRAS_SYMBOL("rras__fdopen");
/** Wide. @copydoc _fdopen */
FILE *_wfdopen(int number, const wchar_t *mode) RRAS_SYMBOL("rras__wfdopen");
#define _fseeki64 fseeko /**< Goes to a place. */
#define _ftelli64 ftello /**< Tells the place. */
/** Closes all streams that the calling DLL opened, and no others; how many. */
int _fcloseall(void) RRAS_SYMBOL("rras__fcloseall");
#ifndef RRAS_SYSTEM_STDIO
/** Deletes a file; 0, or -1 with errno. */
int remove(const char *path) RRAS_SYMBOL("rras_remove");
#endif
#ifndef RRAS_SYSTEM_STDIO
/** Gives a file another name, which must be free; 0, or -1 with errno. */
int rename(const char *from, const char *to) RRAS_SYMBOL("rras_rename");
#endif
/** Gives a file another name, which must be free; 0, or -1 with errno. */
int _wrename(const wchar_t *from, const wchar_t *to) RRAS_SYMBOL("rras__wrename");
/** Deletes a file; 0, or -1 with errno. */
int _wremove(const wchar_t *path) RRAS_SYMBOL("rras__wremove");
/** @} */

#ifndef RRAS_SYSTEM_STDIO
/** @name Bytes; a stream that is closed or NULL is a finding, and nothing is done
 * @{ */
/** Writes a string; 0 or more, or -1. */
int fputs(const char *text, FILE *stream) RRAS_SYMBOL("rras_fputs");
/** Writes a byte and returns it, or EOF. */
int fputc(int byte, FILE *stream) RRAS_SYMBOL("rras_fputc");
/** Writes a byte and returns it, or EOF. */
int putc(int byte, FILE *stream) RRAS_SYMBOL("rras_fputc");
/** Writes count elements of this size; how many. */
size_t fwrite(const void *from, size_t size, size_t count, FILE *stream) RRAS_SYMBOL("rras_fwrite");
/** Reads as many as count elements of this size; how many. */
size_t fread(void *to, size_t size, size_t count, FILE *stream) RRAS_SYMBOL("rras_fread");
/** Reads a line, its LF included, of at most size - 1 bytes; NULL at the end of the file. */
char *fgets(char *to, int size, FILE *stream) RRAS_SYMBOL("rras_fgets");
/** Reads a byte, or EOF. */
int fgetc(FILE *stream) RRAS_SYMBOL("rras_fgetc");
/** Reads a byte, or EOF. */
int getc(FILE *stream) RRAS_SYMBOL("rras_fgetc");
/** Writes what a stream, or with NULL every stream, has kept so far; 0, or EOF. */
int fflush(FILE *stream) RRAS_SYMBOL("rras_fflush");
/** @} */
#endif

/** @name Wide characters
 * @{ */
/** Writes a string; 0 or more, or -1. */
int fputws(const wchar_t *text, FILE *stream) RRAS_SYMBOL("rras_fputws");
/** Writes a unit and returns it, or WEOF. */
wint_t fputwc(wchar_t unit, FILE *stream) RRAS_SYMBOL("rras_fputwc");
/** Reads a line, its LF included, of at most size - 1 units; NULL at the end of the file. */
wchar_t *fgetws(wchar_t *to, int size, FILE *stream) RRAS_SYMBOL("rras_fgetws");
/** Reads a unit, or WEOF. */
wint_t fgetwc(FILE *stream) RRAS_SYMBOL("rras_fgetwc");
/** Writes a unit and returns it, or WEOF. */
wint_t putwc(wchar_t unit, FILE *stream) RRAS_SYMBOL("rras_fputwc");
/** Reads a unit, or WEOF. */
wint_t getwc(FILE *stream) RRAS_SYMBOL("rras_fgetwc");
/** @} */

#ifdef __cplusplus
}
#endif

#endif
