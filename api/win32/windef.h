/* SPDX-License-Identifier: MIT */
/**
 * @file windef.h
 * @brief The scalar, pointer and handle types of Win32, with their Windows sizes, on POSIX.
 *
 * A Windows `long` has 32 bits, the `long` of a 64-bit POSIX system 64: the types of a fixed size
 * are therefore built on `int`, `short` and `long long`, never on `long`. Characters of wide
 * strings have 16 bits, which needs the compiler flag that `pkg-config --cflags mprapi` carries.
 */
#ifndef RRAS_WIN32_WINDEF_H
#define RRAS_WIN32_WINDEF_H

#if defined(__MINGW32__) || defined(_MSC_VER)
#error "these headers are for POSIX systems only: mingw-w64 and Visual C++ have their own"
#endif

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A function that no header declares returns no int on Windows either; linked as such it would fail when it is loaded. */
#if defined(__GNUC__) && !defined(__cplusplus)
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#endif

/** Length of a path, terminating null included. */
#define MAX_PATH 260

/** The true value of a BOOL. */
#define TRUE 1

/** The false value of a BOOL. */
#define FALSE 0

/** Constant; the spelling of old headers. */
#define CONST const

/** Marks a parameter the caller fills in. Has no effect. */
#define IN

/** Marks a parameter the function fills in. Has no effect. */
#define OUT

/** Marks a pointer parameter that may be NULL. Has no effect. */
#define OPTIONAL

/** Marks a far pointer of 16-bit Windows. Has no effect. */
#define FAR

/** Marks a near pointer of 16-bit Windows. Has no effect. */
#define NEAR

/** @name Calling conventions
 * They exist on 32-bit x86 only; elsewhere there is one convention and the words have no effect.
 * @{ */
#if defined(__i386__)
#ifndef __stdcall
#define __stdcall __attribute__((__stdcall__)) /**< The function removes its arguments. */
#endif
#ifndef __cdecl
#define __cdecl __attribute__((__cdecl__)) /**< The caller removes the arguments. */
#endif
#ifndef __fastcall
#define __fastcall __attribute__((__fastcall__)) /**< The first two arguments are in registers. */
#endif
#else
#ifndef __stdcall
#define __stdcall /**< The function removes its arguments. */
#endif
#ifndef __cdecl
#define __cdecl /**< The caller removes the arguments. */
#endif
#ifndef __fastcall
#define __fastcall /**< The first two arguments are in registers. */
#endif
#endif
#define __thiscall           /**< Convention of C++ members. */
#define __vectorcall         /**< Convention with arguments in vector registers. */
#define _stdcall __stdcall   /**< The same with one underscore. */
#define _cdecl __cdecl       /**< The same with one underscore. */
#define _fastcall __fastcall /**< The same with one underscore. */
#define cdecl __cdecl        /**< The same in the spelling of 16-bit Windows. */
#define CDECL __cdecl        /**< The same. */
#define pascal __stdcall     /**< The same as PASCAL. */
#define far                  /**< Marks a pointer of 16-bit Windows. Has no effect. */
#define near                 /**< Marks a pointer of 16-bit Windows. Has no effect. */
#define WINAPI __stdcall     /**< Convention of the Windows functions. */
#define APIENTRY __stdcall   /**< Convention of entry points such as DllMain. */
#define CALLBACK __stdcall   /**< Convention of functions that Windows calls back. */
#define NTAPI __stdcall      /**< Convention of the native functions. */
#define WINAPIV __cdecl      /**< Convention of functions with a variable number of arguments. */
/** @} */

/** @name Storage-class attributes
 * `__declspec(dllexport)` makes a symbol visible even under `-fvisibility=hidden`, and protected: the DLL
 * itself always reaches its own, and the emulator sees that it was meant.
 * @{ */
#ifndef __declspec
#define __declspec(attribute) RRAS_DECLSPEC_##attribute /**< Applies a Visual C++ attribute. */
#endif
#ifndef _declspec
#define _declspec(attribute) __declspec(attribute) /**< The same with one underscore. */
#endif
#define RRAS_DECLSPEC_dllexport __attribute__((__visibility__("protected"))) /**< Exported. */
#define RRAS_DECLSPEC_dllimport __attribute__((__visibility__("default")))   /**< From another DLL. */
#define RRAS_DECLSPEC_noreturn __attribute__((__noreturn__))                 /**< Never returns. */
#define RRAS_DECLSPEC_noinline __attribute__((__noinline__))                 /**< Never inlined. */
#define RRAS_DECLSPEC_align(bytes) __attribute__((__aligned__(bytes)))       /**< Aligned to bytes. */
#define RRAS_DECLSPEC_deprecated __attribute__((__deprecated__))             /**< Warns when used. */
#define RRAS_DECLSPEC_restrict                                               /**< Only a hint. */
#define RRAS_DECLSPEC_noalias                                                /**< Only a hint. */
#define RRAS_DECLSPEC_novtable                                               /**< Only a hint. */
#define RRAS_DECLSPEC_uuid(text)                                             /**< Of COM, which is not here. */
#define RRAS_DECLSPEC_nothrow __attribute__((__nothrow__))                   /**< Throws no C++ exception. */
#define RRAS_DECLSPEC_selectany __attribute__((__weak__))                    /**< One of several equal ones. */
#define RRAS_DECLSPEC_thread __thread                                        /**< One object per thread. */
/** @} */

/** @name Integers of a named size
 * @{ */
#ifndef __int64
#define __int8 char       /**< Visual C++ name of an 8-bit integer. */
#define __int16 short     /**< Visual C++ name of a 16-bit integer. */
#define __int32 int       /**< Visual C++ name of a 32-bit integer. */
#define __int64 long long /**< Visual C++ name of a 64-bit integer. */
#endif
#define _int8 __int8   /**< The same with one underscore. */
#define _int16 __int16 /**< The same with one underscore. */
#define _int32 __int32 /**< The same with one underscore. */
#define _int64 __int64 /**< The same with one underscore. */
/** Aligns a 64-bit integer as Windows does; 32-bit x86 POSIX uses 4 bytes inside structures. */
#if defined(__i386__)
#define RRAS_ALIGN64 __attribute__((__aligned__(8)))
#else
#define RRAS_ALIGN64
#endif
/** @} */

/** Nothing: the result of a function without one. It is a macro so that `f(VOID)` works in C++. */
#define VOID void

typedef char CHAR;                                 /**< A byte of a narrow string. */
typedef signed char INT8;                          /**< Signed, 8 bits. */
typedef unsigned char UINT8;                       /**< Unsigned, 8 bits. */
typedef unsigned char UCHAR;                       /**< Unsigned, 8 bits. */
typedef unsigned char BYTE;                        /**< Unsigned, 8 bits. */
typedef BYTE BOOLEAN;                              /**< A truth value of one byte. */
typedef short SHORT;                               /**< Signed, 16 bits. */
typedef short INT16;                               /**< Signed, 16 bits. */
typedef unsigned short USHORT;                     /**< Unsigned, 16 bits. */
typedef unsigned short UINT16;                     /**< Unsigned, 16 bits. */
typedef unsigned short WORD;                       /**< Unsigned, 16 bits. */
typedef int INT;                                   /**< Signed, 32 bits. */
typedef int INT32;                                 /**< Signed, 32 bits. */
typedef int LONG;                                  /**< Signed, 32 bits, also where `long` has 64. */
typedef int LONG32;                                /**< Signed, 32 bits. */
typedef int BOOL;                                  /**< A truth value of four bytes: FALSE is 0, the rest is true. */
typedef unsigned int UINT;                         /**< Unsigned, 32 bits. */
typedef unsigned int UINT32;                       /**< Unsigned, 32 bits. */
typedef unsigned int ULONG;                        /**< Unsigned, 32 bits, also where `long` has 64. */
typedef unsigned int ULONG32;                      /**< Unsigned, 32 bits. */
typedef unsigned int DWORD;                        /**< Unsigned, 32 bits: the common Windows integer. */
typedef unsigned int DWORD32;                      /**< Unsigned, 32 bits. */
typedef long long INT64 RRAS_ALIGN64;              /**< Signed, 64 bits. */
typedef long long LONG64 RRAS_ALIGN64;             /**< Signed, 64 bits. */
typedef long long LONGLONG RRAS_ALIGN64;           /**< Signed, 64 bits. */
typedef unsigned long long UINT64 RRAS_ALIGN64;    /**< Unsigned, 64 bits. */
typedef unsigned long long ULONG64 RRAS_ALIGN64;   /**< Unsigned, 64 bits. */
typedef unsigned long long ULONGLONG RRAS_ALIGN64; /**< Unsigned, 64 bits. */
typedef unsigned long long DWORD64 RRAS_ALIGN64;   /**< Unsigned, 64 bits. */
typedef unsigned long long DWORDLONG RRAS_ALIGN64; /**< Unsigned, 64 bits. */
typedef float FLOAT;                               /**< Floating point, 32 bits. */

typedef intptr_t INT_PTR;    /**< Signed, as wide as a pointer. */
typedef intptr_t LONG_PTR;   /**< Signed, as wide as a pointer. */
typedef intptr_t SSIZE_T;    /**< Signed count of bytes. */
typedef uintptr_t UINT_PTR;  /**< Unsigned, as wide as a pointer. */
typedef uintptr_t ULONG_PTR; /**< Unsigned, as wide as a pointer. */
typedef uintptr_t DWORD_PTR; /**< Unsigned, as wide as a pointer. */
typedef size_t SIZE_T;       /**< Unsigned count of bytes. */

/** A UTF-16 code unit: one element of a wide string, 16 bits. */
typedef wchar_t WCHAR;

/** Stops a compilation whose wide characters do not have the Windows size. */
#if defined(__cplusplus)
#define RRAS_STATIC_ASSERT(condition, message) static_assert(condition, message)
#else
#define RRAS_STATIC_ASSERT(condition, message) _Static_assert(condition, message)
#endif
/** @cond checked once, of no interest later */
RRAS_STATIC_ASSERT(sizeof(WCHAR) == 2, "WCHAR must have 16 bits: compile with `pkg-config --cflags mprapi`");
RRAS_STATIC_ASSERT(sizeof(DWORD) == 4 && sizeof(ULONGLONG) == 8, "unknown data model");
/** @endcond */

typedef void *PVOID;         /**< Address of anything. */
typedef void *LPVOID;        /**< Address of anything. */
typedef const void *LPCVOID; /**< Address of anything constant. */

typedef CHAR *PCHAR;        /**< Address of a narrow character. */
typedef CHAR *LPCH;         /**< Address of a narrow character. */
typedef const CHAR *LPCCH;  /**< Address of a constant narrow character. */
typedef CHAR *PSTR;         /**< Narrow string, null-terminated. */
typedef CHAR *LPSTR;        /**< Narrow string, null-terminated. */
typedef const CHAR *PCSTR;  /**< Constant narrow string, null-terminated. */
typedef const CHAR *LPCSTR; /**< Constant narrow string, null-terminated. */

typedef WCHAR *PWCHAR;        /**< Address of a wide character. */
typedef WCHAR *LPWCH;         /**< Address of a wide character. */
typedef const WCHAR *LPCWCH;  /**< Address of a constant wide character. */
typedef WCHAR *PWSTR;         /**< Wide string, null-terminated. */
typedef WCHAR *LPWSTR;        /**< Wide string, null-terminated. */
typedef const WCHAR *PCWSTR;  /**< Constant wide string, null-terminated. */
typedef const WCHAR *LPCWSTR; /**< Constant wide string, null-terminated. */

typedef BYTE *PBYTE;           /**< Address of a BYTE. */
typedef BYTE *LPBYTE;          /**< Address of a BYTE. */
typedef UCHAR *PUCHAR;         /**< Address of a UCHAR. */
typedef BOOL *PBOOL;           /**< Address of a BOOL. */
typedef BOOL *LPBOOL;          /**< Address of a BOOL. */
typedef BOOLEAN *PBOOLEAN;     /**< Address of a BOOLEAN. */
typedef SHORT *PSHORT;         /**< Address of a SHORT. */
typedef USHORT *PUSHORT;       /**< Address of a USHORT. */
typedef WORD *PWORD;           /**< Address of a WORD. */
typedef WORD *LPWORD;          /**< Address of a WORD. */
typedef INT *PINT;             /**< Address of an INT. */
typedef INT *LPINT;            /**< Address of an INT. */
typedef UINT *PUINT;           /**< Address of a UINT. */
typedef LONG *PLONG;           /**< Address of a LONG. */
typedef LONG *LPLONG;          /**< Address of a LONG. */
typedef ULONG *PULONG;         /**< Address of a ULONG. */
typedef DWORD *PDWORD;         /**< Address of a DWORD. */
typedef DWORD *LPDWORD;        /**< Address of a DWORD. */
typedef LONGLONG *PLONGLONG;   /**< Address of a LONGLONG. */
typedef ULONGLONG *PULONGLONG; /**< Address of a ULONGLONG. */
typedef LONG64 *PLONG64;       /**< Address of a LONG64. */
typedef ULONG64 *PULONG64;     /**< Address of a ULONG64. */
typedef DWORD64 *PDWORD64;     /**< Address of a DWORD64. */
typedef LONG_PTR *PLONG_PTR;   /**< Address of a LONG_PTR. */
typedef ULONG_PTR *PULONG_PTR; /**< Address of a ULONG_PTR. */
typedef DWORD_PTR *PDWORD_PTR; /**< Address of a DWORD_PTR. */
typedef SIZE_T *PSIZE_T;       /**< Address of a SIZE_T. */

typedef void *HANDLE;     /**< Names an object of the system; as wide as a pointer. */
typedef HANDLE *PHANDLE;  /**< Address of a HANDLE. */
typedef HANDLE *LPHANDLE; /**< Address of a HANDLE. */

/** Declares a handle type of its own, so that two kinds of handle cannot be mixed up. */
#define DECLARE_HANDLE(name) \
    struct name##__ {        \
        int unused;          \
    };                       \
    typedef struct name##__ *name

/** @cond the structures behind these handles have no members of use */
DECLARE_HANDLE(HINSTANCE);
DECLARE_HANDLE(HKEY);
DECLARE_HANDLE(HWND);
DECLARE_HANDLE(HACCEL);
DECLARE_HANDLE(HBITMAP);
DECLARE_HANDLE(HBRUSH);
DECLARE_HANDLE(HCOLORSPACE);
DECLARE_HANDLE(HDC);
DECLARE_HANDLE(HDESK);
DECLARE_HANDLE(HENHMETAFILE);
DECLARE_HANDLE(HFONT);
DECLARE_HANDLE(HGLRC);
DECLARE_HANDLE(HHOOK);
DECLARE_HANDLE(HICON);
DECLARE_HANDLE(HKL);
DECLARE_HANDLE(HLSURF);
DECLARE_HANDLE(HMENU);
DECLARE_HANDLE(HMETAFILE);
DECLARE_HANDLE(HMONITOR);
DECLARE_HANDLE(HPALETTE);
DECLARE_HANDLE(HPEN);
DECLARE_HANDLE(HRGN);
DECLARE_HANDLE(HRSRC);
DECLARE_HANDLE(HSPRITE);
DECLARE_HANDLE(HSTR);
DECLARE_HANDLE(HTASK);
DECLARE_HANDLE(HUMPD);
DECLARE_HANDLE(HWINEVENTHOOK);
DECLARE_HANDLE(HWINSTA);
/** @endcond */
typedef HINSTANCE HMODULE;   /**< A loaded DLL. */
typedef HKEY *PHKEY;         /**< Address of a registry key handle. */
typedef HANDLE HLOCAL;       /**< Memory of the local heap. */
typedef HANDLE HGLOBAL;      /**< Memory of the global heap. */
typedef HANDLE GLOBALHANDLE; /**< Memory of the global heap. */
typedef HANDLE LOCALHANDLE;  /**< Memory of the local heap. */
typedef HANDLE *SPHANDLE;    /**< Address of a HANDLE. */
typedef HICON HCURSOR;       /**< A mouse pointer. */
typedef void *HGDIOBJ;       /**< Anything that draws. */
typedef int HFILE;           /**< A file of 16-bit Windows. */
typedef WORD ATOM;           /**< A text in a table of texts. */

typedef DWORD COLORREF;    /**< A colour. */
typedef DWORD *LPCOLORREF; /**< Address of a COLORREF. */
typedef DWORD LCID;        /**< A locale. */
typedef WORD LANGID;       /**< A language. */
typedef UINT_PTR WPARAM;   /**< First parameter of a window message. */
typedef LONG_PTR LPARAM;   /**< Second parameter of a window message. */
typedef LONG_PTR LRESULT;  /**< Result of a window message. */
typedef LONG HRESULT;      /**< A COM status: negative values are failures. */

/* without parameters, as on Windows, where programs call through it with any */
#if defined(__GNUC__) && !defined(__cplusplus)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstrict-prototypes"
#endif
typedef INT_PTR(WINAPI *FARPROC)(); /**< An exported function, before it is cast to its type. */
#if defined(__GNUC__) && !defined(__cplusplus)
#pragma GCC diagnostic pop
#endif

/** A point. */
typedef struct tagPOINT {
    LONG x; /**< To the right. */
    LONG y; /**< Downwards. */
} POINT;
typedef POINT *PPOINT;   /**< Address of one. */
typedef POINT *NPPOINT;  /**< Address of one. */
typedef POINT *LPPOINT;  /**< Address of one. */
typedef POINT POINTL;    /**< The same. */
typedef POINTL *PPOINTL; /**< Address of one. */

/** A point in few bits. */
typedef struct tagPOINTS {
    SHORT x; /**< To the right. */
    SHORT y; /**< Downwards. */
} POINTS;
typedef POINTS *PPOINTS;  /**< Address of one. */
typedef POINTS *LPPOINTS; /**< Address of one. */

/** A width and a height. */
typedef struct tagSIZE {
    LONG cx; /**< The width. */
    LONG cy; /**< The height. */
} SIZE;
typedef SIZE *PSIZE;    /**< Address of one. */
typedef SIZE *LPSIZE;   /**< Address of one. */
typedef SIZE SIZEL;     /**< The same. */
typedef SIZEL *PSIZEL;  /**< Address of one. */
typedef SIZEL *LPSIZEL; /**< Address of one. */

/** A rectangle. */
typedef struct tagRECT {
    LONG left;   /**< Its left border. */
    LONG top;    /**< Its upper border. */
    LONG right;  /**< Behind its right border. */
    LONG bottom; /**< Below its lower border. */
} RECT;
typedef RECT *PRECT;           /**< Address of one. */
typedef RECT *NPRECT;          /**< Address of one. */
typedef RECT *LPRECT;          /**< Address of one. */
typedef const RECT *LPCRECT;   /**< Address of a constant one. */
typedef RECT RECTL;            /**< The same. */
typedef RECTL *PRECTL;         /**< Address of one. */
typedef RECTL *LPRECTL;        /**< Address of one. */
typedef const RECTL *LPCRECTL; /**< Address of a constant one. */

/** A point in time: 100-nanosecond intervals since 1601-01-01 UTC, in two halves. */
typedef struct _FILETIME {
    DWORD dwLowDateTime;  /**< The low 32 bits. */
    DWORD dwHighDateTime; /**< The high 32 bits. */
} FILETIME;
typedef FILETIME *PFILETIME;  /**< Address of a FILETIME. */
typedef FILETIME *LPFILETIME; /**< Address of a FILETIME. */

/** A signed 64-bit number that can be read in halves. */
typedef union _LARGE_INTEGER {
    __extension__ struct {
        DWORD LowPart; /**< The low 32 bits. */
        LONG HighPart; /**< The high 32 bits. */
    };
    /** The same halves, for compilers without nameless structures. */
    struct {
        DWORD LowPart; /**< The low 32 bits. */
        LONG HighPart; /**< The high 32 bits. */
    } u;               /**< The halves under a name. */
    LONGLONG QuadPart; /**< The whole number. */
} LARGE_INTEGER;
typedef LARGE_INTEGER *PLARGE_INTEGER; /**< Address of a LARGE_INTEGER. */

/** An unsigned 64-bit number that can be read in halves; used to calculate with a FILETIME. */
typedef union _ULARGE_INTEGER {
    __extension__ struct {
        DWORD LowPart;  /**< The low 32 bits. */
        DWORD HighPart; /**< The high 32 bits. */
    };
    /** The same halves, for compilers without nameless structures. */
    struct {
        DWORD LowPart;  /**< The low 32 bits. */
        DWORD HighPart; /**< The high 32 bits. */
    } u;                /**< The halves under a name. */
    ULONGLONG QuadPart; /**< The whole number. */
} ULARGE_INTEGER;
typedef ULARGE_INTEGER *PULARGE_INTEGER; /**< Address of a ULARGE_INTEGER. */

/** Says that a parameter is not used on purpose. */
#define UNREFERENCED_PARAMETER(parameter) ((void)(parameter))

/** Number of elements of an array. */
#define ARRAYSIZE(array) (sizeof(array) / sizeof((array)[0]))
#define RTL_NUMBER_OF ARRAYSIZE /**< Number of elements of an array. */

/** @name The compiler's and the C library's
 * @{ */
#ifdef __cplusplus
#define EXTERN_C extern "C" /**< C linkage. */
#else
#define EXTERN_C extern /**< C linkage. */
#endif
#define PASCAL __stdcall                                               /**< Convention of the oldest functions. */
#define __forceinline static inline __attribute__((__always_inline__)) /**< Always inlined. */
#define _forceinline __forceinline                                     /**< Always inlined. */
#define FORCEINLINE __forceinline                                      /**< Always inlined. */
#define _inline __inline                                               /**< Inlined where that pays. */
#define __FUNCSIG__ __PRETTY_FUNCTION__                                /**< The function with its parameters. */
#define STDAPICALLTYPE __stdcall                                       /**< Convention of COM's functions. */
#define STDMETHODCALLTYPE __stdcall                                    /**< Convention of COM's methods. */
#define STDAPI EXTERN_C HRESULT STDAPICALLTYPE                         /**< A function of COM that tells how it went. */
#define STDAPI_(type) EXTERN_C type STDAPICALLTYPE                     /**< One with another result. */
#define __pragma(text)                                                 /**< A pragma of Visual C++ says nothing here. */
#define C_ASSERT(condition) \
    extern char rras_assert[(condition) ? 1 : -1] __attribute__((__unused__))        /**< Checked when compiled. */
#define FIELD_OFFSET(type, field) ((LONG)(LONG_PTR) __builtin_offsetof(type, field)) /**< Where a member is. */
/** The structure that a member belongs to. */
#define CONTAINING_RECORD(address, type, field) ((type *)((PCHAR)(address) - __builtin_offsetof(type, field)))
#define DECLSPEC_NORETURN __declspec(noreturn)         /**< Never returns. */
#define DECLSPEC_ALIGN(bytes) __declspec(align(bytes)) /**< Aligned to bytes. */
#define DECLSPEC_IMPORT __declspec(dllimport)          /**< From another DLL. */
#ifndef __cplusplus
#ifndef min
#define min(left, right) (((left) < (right)) ? (left) : (right)) /**< The smaller one. */
#define max(left, right) (((left) > (right)) ? (left) : (right)) /**< The greater one. */
#endif
#endif
#define __min(left, right) (((left) < (right)) ? (left) : (right)) /**< The smaller one. */
#define __max(left, right) (((left) > (right)) ? (left) : (right)) /**< The greater one. */
/** @} */

/** @name Halves of integers
 * @{ */
#define MAKEWORD(low, high) ((WORD)((BYTE)(low) | (WORD)(BYTE)(high) << 8))   /**< Joins bytes. */
#define MAKELONG(low, high) ((LONG)((WORD)(low) | (DWORD)(WORD)(high) << 16)) /**< Joins words. */
#define LOWORD(value) ((WORD)((DWORD_PTR)(value)&0xffff))                     /**< The low 16 bits. */
#define HIWORD(value) ((WORD)((DWORD_PTR)(value) >> 16 & 0xffff))             /**< The high 16 of 32 bits. */
#define LOBYTE(value) ((BYTE)((DWORD_PTR)(value)&0xff))                       /**< The low 8 bits. */
#define HIBYTE(value) ((BYTE)((DWORD_PTR)(value) >> 8 & 0xff))                /**< The high 8 of 16 bits. */
/** @} */

/** @name Memory
 * @{ */
#define RtlZeroMemory(to, bytes) memset((to), 0, (bytes))             /**< Clears memory. */
#define RtlFillMemory(to, bytes, byte) memset((to), (byte), (bytes))  /**< Sets each byte. */
#define RtlCopyMemory(to, from, bytes) memcpy((to), (from), (bytes))  /**< Copies, no overlap. */
#define RtlMoveMemory(to, from, bytes) memmove((to), (from), (bytes)) /**< Copies, may overlap. */
#define ZeroMemory RtlZeroMemory                                      /**< Clears memory. */
#define FillMemory RtlFillMemory                                      /**< Sets each byte. */
#define CopyMemory RtlCopyMemory                                      /**< Copies, no overlap. */
#define MoveMemory RtlMoveMemory                                      /**< Copies, overlap or not. */
/** @cond behind SecureZeroMemory() */
static inline void *rras_clear(void *to, size_t bytes)
{
    memset(to, 0, bytes);
    __asm__ __volatile__("" : : "r"(to) : "memory");
    return to;
}
/** @endcond */
/** Clears memory, though nobody reads it again. */
#define SecureZeroMemory(to, bytes) rras_clear((to), (bytes))
/** @} */

#include <winnt.h>

#endif
