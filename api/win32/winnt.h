/* SPDX-License-Identifier: MIT */
/**
 * @file winnt.h
 * @brief Characters and texts of the width that UNICODE selects, and the lesser types.
 */
#ifndef RRAS_WIN32_WINNT_H
#define RRAS_WIN32_WINNT_H

#include <sal.h>
#include <windef.h>
#include <basetsd.h>

/** @name Further words for texts
 * @{ */
typedef CHAR *PCH;                 /**< Address of a narrow character. */
typedef const CHAR *PCCH;          /**< Address of a constant narrow character. */
typedef CHAR *NPSTR;               /**< Narrow string, null-terminated. */
typedef PSTR *PZPSTR;              /**< Array of narrow strings, ended by NULL. */
typedef const PSTR *PCZPSTR;       /**< Constant array of narrow strings, ended by NULL. */
typedef PCSTR *PZPCSTR;            /**< Array of constant narrow strings, ended by NULL. */
typedef CHAR *PZZSTR;              /**< Narrow strings one behind the other, ended by an empty one. */
typedef const CHAR *PCZZSTR;       /**< The same, constant. */
typedef CHAR *PNZCH;               /**< Narrow characters without a null. */
typedef const CHAR *PCNZCH;        /**< The same, constant. */
typedef CHAR *PSZ;                 /**< Narrow string, null-terminated. */
typedef WCHAR *PWCH;               /**< Address of a wide character. */
typedef const WCHAR *PCWCH;        /**< Address of a constant wide character. */
typedef const WCHAR *LPCWCHAR;     /**< Address of a constant wide character. */
typedef const WCHAR *PCWCHAR;      /**< Address of a constant wide character. */
typedef WCHAR *NWPSTR;             /**< Wide string, null-terminated. */
typedef PWSTR *PZPWSTR;            /**< Array of wide strings, ended by NULL. */
typedef const PWSTR *PCZPWSTR;     /**< Constant array of wide strings, ended by NULL. */
typedef PCWSTR *PZPCWSTR;          /**< Array of constant wide strings, ended by NULL. */
typedef WCHAR *PZZWSTR;            /**< Wide strings one behind the other, ended by an empty one. */
typedef const WCHAR *PCZZWSTR;     /**< The same, constant. */
typedef WCHAR *PNZWCH;             /**< Wide characters without a null. */
typedef const WCHAR *PCNZWCH;      /**< The same, constant. */
typedef WCHAR *LPUWSTR;            /**< As its namesake without the U, perhaps at an odd address. */
typedef WCHAR *PUWSTR;             /**< As its namesake without the U, perhaps at an odd address. */
typedef const WCHAR *LPCUWSTR;     /**< As its namesake without the U, perhaps at an odd address. */
typedef const WCHAR *PCUWSTR;      /**< As its namesake without the U, perhaps at an odd address. */
typedef WCHAR *PUZZWSTR;           /**< As its namesake without the U, perhaps at an odd address. */
typedef const WCHAR *PCUZZWSTR;    /**< As its namesake without the U, perhaps at an odd address. */
typedef WCHAR *PUNZWCH;            /**< As its namesake without the U, perhaps at an odd address. */
typedef const WCHAR *PCUNZWCH;     /**< As its namesake without the U, perhaps at an odd address. */
typedef const WCHAR *LPCUWCHAR;    /**< As its namesake without the U, perhaps at an odd address. */
typedef const WCHAR *PCUWCHAR;     /**< As its namesake without the U, perhaps at an odd address. */
typedef ULONG UCSCHAR;             /**< A character of UCS-4. */
typedef UCSCHAR *PUCSCHAR;         /**< Address of characters of UCS-4. */
typedef const UCSCHAR *PCUCSCHAR;  /**< Address of characters of UCS-4. */
typedef UCSCHAR *PUCSSTR;          /**< Address of characters of UCS-4. */
typedef const UCSCHAR *PCUCSSTR;   /**< Address of characters of UCS-4. */
typedef UCSCHAR *PUUCSCHAR;        /**< Address of characters of UCS-4. */
typedef const UCSCHAR *PCUUCSCHAR; /**< Address of characters of UCS-4. */
typedef UCSCHAR *PUUCSSTR;         /**< Address of characters of UCS-4. */
typedef const UCSCHAR *PCUUCSSTR;  /**< Address of characters of UCS-4. */
/** @} */

#ifdef UNICODE
typedef WCHAR TCHAR;            /**< A character. */
typedef WCHAR *PTCHAR;          /**< Address of one. */
typedef LPWSTR LPTSTR;          /**< A text. */
typedef LPWSTR PTSTR;           /**< A text. */
typedef LPCWSTR LPCTSTR;        /**< A constant text. */
typedef LPCWSTR PCTSTR;         /**< A constant text. */
typedef WCHAR TBYTE;            /**< An element of a text, unsigned. */
typedef TBYTE *PTBYTE;          /**< Address of one. */
typedef WCHAR *PTCH;            /**< Address of a character. */
typedef WCHAR *LPTCH;           /**< Address of a character. */
typedef const WCHAR *PCTCH;     /**< Address of a character. */
typedef const WCHAR *LPCTCH;    /**< Address of a character. */
typedef WCHAR *PUTSTR;          /**< A text, perhaps at an odd address. */
typedef WCHAR *LPUTSTR;         /**< A text, perhaps at an odd address. */
typedef const WCHAR *PCUTSTR;   /**< A text, perhaps at an odd address. */
typedef const WCHAR *LPCUTSTR;  /**< A text, perhaps at an odd address. */
typedef WCHAR *PZZTSTR;         /**< Texts one behind the other, ended by an empty one. */
typedef WCHAR *PUZZTSTR;        /**< Texts one behind the other, ended by an empty one. */
typedef const WCHAR *PCZZTSTR;  /**< Texts one behind the other, ended by an empty one. */
typedef const WCHAR *PCUZZTSTR; /**< Texts one behind the other, ended by an empty one. */
typedef WCHAR *PNZTCH;          /**< Characters without a null. */
typedef WCHAR *PUNZTCH;         /**< Characters without a null. */
typedef const WCHAR *PCNZTCH;   /**< Characters without a null. */
typedef const WCHAR *PCUNZTCH;  /**< Characters without a null. */
typedef PZPWSTR PZPTSTR;        /**< Array of texts, ended by NULL. */
#else
typedef CHAR TCHAR;            /**< A character. */
typedef CHAR *PTCHAR;          /**< Address of one. */
typedef LPSTR LPTSTR;          /**< A text. */
typedef LPSTR PTSTR;           /**< A text. */
typedef LPCSTR LPCTSTR;        /**< A constant text. */
typedef LPCSTR PCTSTR;         /**< A constant text. */
typedef BYTE TBYTE;            /**< An element of a text, unsigned. */
typedef TBYTE *PTBYTE;         /**< Address of one. */
typedef CHAR *PTCH;            /**< Address of a character. */
typedef CHAR *LPTCH;           /**< Address of a character. */
typedef const CHAR *PCTCH;     /**< Address of a character. */
typedef const CHAR *LPCTCH;    /**< Address of a character. */
typedef CHAR *PUTSTR;          /**< A text, perhaps at an odd address. */
typedef CHAR *LPUTSTR;         /**< A text, perhaps at an odd address. */
typedef const CHAR *PCUTSTR;   /**< A text, perhaps at an odd address. */
typedef const CHAR *LPCUTSTR;  /**< A text, perhaps at an odd address. */
typedef CHAR *PZZTSTR;         /**< Texts one behind the other, ended by an empty one. */
typedef CHAR *PUZZTSTR;        /**< Texts one behind the other, ended by an empty one. */
typedef const CHAR *PCZZTSTR;  /**< Texts one behind the other, ended by an empty one. */
typedef const CHAR *PCUZZTSTR; /**< Texts one behind the other, ended by an empty one. */
typedef CHAR *PNZTCH;          /**< Characters without a null. */
typedef CHAR *PUNZTCH;         /**< Characters without a null. */
typedef const CHAR *PCNZTCH;   /**< Characters without a null. */
typedef const CHAR *PCUNZTCH;  /**< Characters without a null. */
typedef PZPSTR PZPTSTR;        /**< Array of texts, ended by NULL. */
#endif

#ifndef TEXT
#ifdef UNICODE
#define RRAS_TEXT(text) L##text /**< The same, before a macro in it is replaced. */
#else
#define RRAS_TEXT(text) text /**< The same, before a macro in it is replaced. */
#endif
#define TEXT(text) RRAS_TEXT(text) /**< A text literal. */
#endif

/** @name Lesser types
 * @{ */
#define ANYSIZE_ARRAY 1                    /**< Length of an array that really ends where its structure says. */
typedef char CCHAR;                        /**< A byte that counts. */
typedef CCHAR FCHAR;                       /**< A byte of flags. */
typedef SHORT FSHORT;                      /**< 16 bits of flags. */
typedef LONG FLONG;                        /**< 32 bits of flags. */
typedef void *PVOID64;                     /**< Address of anything. */
typedef FLOAT *PFLOAT;                     /**< Address of a FLOAT. */
typedef DWORDLONG *PDWORDLONG;             /**< Address of a DWORDLONG. */
typedef LONGLONG USN;                      /**< Number of a change in a file system's journal. */
typedef ULONG_PTR KSPIN_LOCK;              /**< A lock of drivers. */
typedef KSPIN_LOCK *PKSPIN_LOCK;           /**< Address of one. */
typedef LCID *PLCID;                       /**< Address of an LCID. */
typedef DWORD EXECUTION_STATE;             /**< ES_*: what keeps a machine awake. */
typedef EXECUTION_STATE *PEXECUTION_STATE; /**< Address of one. */
typedef DWORD ACCESS_MASK;                 /**< Rights to an object, one bit each. */
typedef ACCESS_MASK *PACCESS_MASK;         /**< Address of one. */
typedef DWORD ACCESS_REASON;               /**< Why a right was granted. */
typedef PVOID PSID;                        /**< A security identifier, whose form nobody may rely on. */
typedef PVOID PSECURITY_DESCRIPTOR;        /**< Owner and rights of an object. */
typedef PVOID PACCESS_TOKEN;               /**< Who a thread is. */
typedef PVOID PCLAIMS_BLOB;                /**< What is claimed of an account. */
typedef WORD SECURITY_DESCRIPTOR_CONTROL;  /**< SE_*: what a security descriptor holds. */
typedef SECURITY_DESCRIPTOR_CONTROL *PSECURITY_DESCRIPTOR_CONTROL; /**< Address of one. */
typedef DWORD SECURITY_INFORMATION;                  /**< *_SECURITY_INFORMATION: a part of a security descriptor. */
typedef SECURITY_INFORMATION *PSECURITY_INFORMATION; /**< Address of one. */
typedef BOOLEAN SECURITY_CONTEXT_TRACKING_MODE;      /**< Whether a server sees changes of its client. */
typedef SECURITY_CONTEXT_TRACKING_MODE *PSECURITY_CONTEXT_TRACKING_MODE; /**< Address of one. */
/** @} */

/** An element of a list that goes both ways, or its head. */
typedef struct _LIST_ENTRY {
    struct _LIST_ENTRY *Flink; /**< The next one. */
    struct _LIST_ENTRY *Blink; /**< The one before. */
} LIST_ENTRY;
typedef LIST_ENTRY *PLIST_ENTRY;  /**< Address of one. */
typedef LIST_ENTRY *PRLIST_ENTRY; /**< Address of one. */

/** An element of a list that goes one way. */
typedef struct _SINGLE_LIST_ENTRY {
    struct _SINGLE_LIST_ENTRY *Next; /**< The next one. */
} SINGLE_LIST_ENTRY;
typedef SINGLE_LIST_ENTRY *PSINGLE_LIST_ENTRY; /**< Address of one. */

/** A number that is unique until the machine is started again. */
typedef struct _LUID {
    DWORD LowPart; /**< The low 32 bits. */
    LONG HighPart; /**< The high 32 bits. */
} LUID;
typedef LUID *PLUID; /**< Address of one. */

/** Whom an access is granted. */
typedef struct _GENERIC_MAPPING {
    ACCESS_MASK GenericRead;    /**< What GENERIC_READ means. */
    ACCESS_MASK GenericWrite;   /**< What GENERIC_WRITE means. */
    ACCESS_MASK GenericExecute; /**< What GENERIC_EXECUTE means. */
    ACCESS_MASK GenericAll;     /**< What GENERIC_ALL means. */
} GENERIC_MAPPING;
typedef GENERIC_MAPPING *PGENERIC_MAPPING; /**< Address of one. */

/** @name Rights, as functions are asked for them; every handle has all of them here
 * @{ */
#define DELETE 0x00010000u                   /**< Delete it, or give it another name. */
#define READ_CONTROL 0x00020000u             /**< Read who has which rights. */
#define WRITE_DAC 0x00040000u                /**< Change who has which rights. */
#define WRITE_OWNER 0x00080000u              /**< Change whose it is. */
#define SYNCHRONIZE 0x00100000u              /**< Wait for it. */
#define STANDARD_RIGHTS_REQUIRED 0x000F0000u /**< All but the last. */
#define STANDARD_RIGHTS_ALL 0x001F0000u      /**< All of these. */
#define MAXIMUM_ALLOWED 0x02000000u          /**< Whatever there is. */
#define THREAD_QUERY_INFORMATION 0x0040u     /**< Ask how a thread is. */
#define THREAD_SUSPEND_RESUME 0x0002u        /**< Stop a thread and let it go on. */
#define THREAD_ALL_ACCESS 0x001FFFFFu        /**< Anything with a thread. */
/** @} */

#endif
