/* SPDX-License-Identifier: MIT */
/**
 * @file shlwapi.h
 * @brief Of the shell's helpers, those that take paths apart and put them together, and look whether one leads to anything.
 */
#ifndef RRAS_WIN32_SHLWAPI_H
#define RRAS_WIN32_SHLWAPI_H

#include <fileapi.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Tells whether there is a file or folder.
 * @param pszPath a path as of fileapi.h
 * @return whether there is
 */
BOOL WINAPI PathFileExistsW(LPCWSTR pszPath);
/** Narrow. @copydoc PathFileExistsW */
BOOL WINAPI PathFileExistsA(LPCSTR pszPath);

/** @name Texts; letters of ASCII count as the same in the functions whose name ends in I
 * @{ */
/**
 * Compares two texts.
 * @param psz1 the first
 * @param psz2 the second
 * @return negative, 0 or positive
 */
int WINAPI StrCmpIW(LPCWSTR psz1, LPCWSTR psz2);
/** Narrow. @copydoc StrCmpIW */
int WINAPI StrCmpIA(LPCSTR psz1, LPCSTR psz2);
/**
 * Finds the first place of a text in another, which must not be empty.
 * @param pszFirst the text
 * @param pszSrch what is looked for
 * @return where it begins, or NULL
 */
LPWSTR WINAPI StrStrIW(LPCWSTR pszFirst, LPCWSTR pszSrch);
/** Narrow. @copydoc StrStrIW */
LPSTR WINAPI StrStrIA(LPCSTR pszFirst, LPCSTR pszSrch);
/**
 * Reads a decimal number, with a minus sign or without.
 * @param pszSrc the text
 * @return the number; 0 where there is none
 */
int WINAPI StrToIntW(LPCWSTR pszSrc);
/** Narrow. @copydoc StrToIntW */
int WINAPI StrToIntA(LPCSTR pszSrc);
/** @} */

/**
 * Adds names to a path; the result has neither `.` nor `..`.
 * @param pszPath the path, #MAX_PATH units
 * @param pszMore the names
 * @return TRUE; FALSE where it would be too long
 */
BOOL WINAPI PathAppendW(LPWSTR pszPath, LPCWSTR pszMore);
/** Narrow. @copydoc PathAppendW */
BOOL WINAPI PathAppendA(LPSTR pszPath, LPCSTR pszMore);

/**
 * Joins a folder and a path, which counts alone where it is not relative.
 * @param pszDest receives the path, #MAX_PATH units
 * @param pszDir the folder, or NULL
 * @param pszFile the path, or NULL
 * @return pszDest; NULL where it would be too long
 */
LPWSTR WINAPI PathCombineW(LPWSTR pszDest, LPCWSTR pszDir, LPCWSTR pszFile);
/** Narrow. @copydoc PathCombineW */
LPSTR WINAPI PathCombineA(LPSTR pszDest, LPCSTR pszDir, LPCSTR pszFile);

/**
 * Takes the last name away, not the root.
 * @param pszPath the path
 * @return whether something was taken away
 */
BOOL WINAPI PathRemoveFileSpecW(LPWSTR pszPath);
/** Narrow. @copydoc PathRemoveFileSpecW */
BOOL WINAPI PathRemoveFileSpecA(LPSTR pszPath);

/**
 * Finds the last name.
 * @param pszPath the path
 * @return where it begins
 */
LPWSTR WINAPI PathFindFileNameW(LPCWSTR pszPath);
/** Narrow. @copydoc PathFindFileNameW */
LPSTR WINAPI PathFindFileNameA(LPCSTR pszPath);

/**
 * Finds the extension.
 * @param pszPath the path
 * @return its dot, or the end
 */
LPWSTR WINAPI PathFindExtensionW(LPCWSTR pszPath);
/** Narrow. @copydoc PathFindExtensionW */
LPSTR WINAPI PathFindExtensionA(LPCSTR pszPath);

/**
 * Leaves the last name.
 * @param pszPath the path
 */
VOID WINAPI PathStripPathW(LPWSTR pszPath);
/** Narrow. @copydoc PathStripPathW */
VOID WINAPI PathStripPathA(LPSTR pszPath);

/**
 * Takes the extension away.
 * @param pszPath the path
 */
VOID WINAPI PathRemoveExtensionW(LPWSTR pszPath);
/** Narrow. @copydoc PathRemoveExtensionW */
VOID WINAPI PathRemoveExtensionA(LPSTR pszPath);

/**
 * Adds an extension where there is none.
 * @param pszPath the path, #MAX_PATH units
 * @param pszExt it with its dot; NULL for .exe
 * @return whether it was added
 */
BOOL WINAPI PathAddExtensionW(LPWSTR pszPath, LPCWSTR pszExt);
/** Narrow. @copydoc PathAddExtensionW */
BOOL WINAPI PathAddExtensionA(LPSTR pszPath, LPCSTR pszExt);

/**
 * Puts an extension in the place of the one there is.
 * @param pszPath the path, #MAX_PATH units
 * @param pszExt it with its dot
 * @return TRUE; FALSE where it would be too long
 */
BOOL WINAPI PathRenameExtensionW(LPWSTR pszPath, LPCWSTR pszExt);
/** Narrow. @copydoc PathRenameExtensionW */
BOOL WINAPI PathRenameExtensionA(LPSTR pszPath, LPCSTR pszExt);

/**
 * Adds a backslash where there is none.
 * @param pszPath the path, #MAX_PATH units
 * @return its end; NULL where it would be too long
 */
LPWSTR WINAPI PathAddBackslashW(LPWSTR pszPath);
/** Narrow. @copydoc PathAddBackslashW */
LPSTR WINAPI PathAddBackslashA(LPSTR pszPath);

/**
 * Takes a backslash at the end away, not that of a root.
 * @param pszPath the path
 * @return its end, or the backslash that stays
 */
LPWSTR WINAPI PathRemoveBackslashW(LPWSTR pszPath);
/** Narrow. @copydoc PathRemoveBackslashW */
LPSTR WINAPI PathRemoveBackslashA(LPSTR pszPath);

/**
 * Whether a path begins where one is.
 * @param pszPath the path
 * @return whether it does
 */
BOOL WINAPI PathIsRelativeW(LPCWSTR pszPath);
/** Narrow. @copydoc PathIsRelativeW */
BOOL WINAPI PathIsRelativeA(LPCSTR pszPath);

/**
 * Whether a path has nothing above it.
 * @param pszPath the path
 * @return whether it is one
 */
BOOL WINAPI PathIsRootW(LPCWSTR pszPath);
/** Narrow. @copydoc PathIsRootW */
BOOL WINAPI PathIsRootA(LPCSTR pszPath);

/**
 * Whether a folder is there.
 * @param pszPath a path as of fileapi.h
 * @return FILE_ATTRIBUTE_DIRECTORY, or FALSE
 */
BOOL WINAPI PathIsDirectoryW(LPCWSTR pszPath);
/** Narrow. @copydoc PathIsDirectoryW */
BOOL WINAPI PathIsDirectoryA(LPCSTR pszPath);

/**
 * Puts a path with blanks between quotes.
 * @param lpsz the path, #MAX_PATH units
 * @return whether it was done
 */
BOOL WINAPI PathQuoteSpacesW(LPWSTR lpsz);
/** Narrow. @copydoc PathQuoteSpacesW */
BOOL WINAPI PathQuoteSpacesA(LPSTR lpsz);

/**
 * Takes quotes away.
 * @param lpsz the path
 * @return whether there were any
 */
BOOL WINAPI PathUnquoteSpacesW(LPWSTR lpsz);
/** Narrow. @copydoc PathUnquoteSpacesW */
BOOL WINAPI PathUnquoteSpacesA(LPSTR lpsz);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define StrCmpI StrCmpIW                         /**< As StrCmpIW(). */
#define StrStrI StrStrIW                         /**< As StrStrIW(). */
#define StrToInt StrToIntW                       /**< As StrToIntW(). */
#define PathFileExists PathFileExistsW           /**< Tells whether there is a file or folder. */
#define PathAddBackslash PathAddBackslashW       /**< As PathAddBackslashW(). */
#define PathAddExtension PathAddExtensionW       /**< As PathAddExtensionW(). */
#define PathAppend PathAppendW                   /**< As PathAppendW(). */
#define PathCombine PathCombineW                 /**< As PathCombineW(). */
#define PathFindExtension PathFindExtensionW     /**< As PathFindExtensionW(). */
#define PathFindFileName PathFindFileNameW       /**< As PathFindFileNameW(). */
#define PathIsDirectory PathIsDirectoryW         /**< As PathIsDirectoryW(). */
#define PathIsRelative PathIsRelativeW           /**< As PathIsRelativeW(). */
#define PathIsRoot PathIsRootW                   /**< As PathIsRootW(). */
#define PathQuoteSpaces PathQuoteSpacesW         /**< As PathQuoteSpacesW(). */
#define PathRemoveBackslash PathRemoveBackslashW /**< As PathRemoveBackslashW(). */
#define PathRemoveExtension PathRemoveExtensionW /**< As PathRemoveExtensionW(). */
#define PathRemoveFileSpec PathRemoveFileSpecW   /**< As PathRemoveFileSpecW(). */
#define PathRenameExtension PathRenameExtensionW /**< As PathRenameExtensionW(). */
#define PathStripPath PathStripPathW             /**< As PathStripPathW(). */
#define PathUnquoteSpaces PathUnquoteSpacesW     /**< As PathUnquoteSpacesW(). */
#else
#define StrCmpI StrCmpIA                         /**< As StrCmpIA(). */
#define StrStrI StrStrIA                         /**< As StrStrIA(). */
#define StrToInt StrToIntA                       /**< As StrToIntA(). */
#define PathFileExists PathFileExistsA           /**< Tells whether there is a file or folder. */
#define PathAddBackslash PathAddBackslashA       /**< As PathAddBackslashA(). */
#define PathAddExtension PathAddExtensionA       /**< As PathAddExtensionA(). */
#define PathAppend PathAppendA                   /**< As PathAppendA(). */
#define PathCombine PathCombineA                 /**< As PathCombineA(). */
#define PathFindExtension PathFindExtensionA     /**< As PathFindExtensionA(). */
#define PathFindFileName PathFindFileNameA       /**< As PathFindFileNameA(). */
#define PathIsDirectory PathIsDirectoryA         /**< As PathIsDirectoryA(). */
#define PathIsRelative PathIsRelativeA           /**< As PathIsRelativeA(). */
#define PathIsRoot PathIsRootA                   /**< As PathIsRootA(). */
#define PathQuoteSpaces PathQuoteSpacesA         /**< As PathQuoteSpacesA(). */
#define PathRemoveBackslash PathRemoveBackslashA /**< As PathRemoveBackslashA(). */
#define PathRemoveExtension PathRemoveExtensionA /**< As PathRemoveExtensionA(). */
#define PathRemoveFileSpec PathRemoveFileSpecA   /**< As PathRemoveFileSpecA(). */
#define PathRenameExtension PathRenameExtensionA /**< As PathRenameExtensionA(). */
#define PathStripPath PathStripPathA             /**< As PathStripPathA(). */
#define PathUnquoteSpaces PathUnquoteSpacesA     /**< As PathUnquoteSpacesA(). */
#endif
/** @} */

#endif
