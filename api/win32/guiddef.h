/* SPDX-License-Identifier: MIT */
/**
 * @file guiddef.h
 * @brief Globally unique identifiers.
 */
#ifndef RRAS_WIN32_GUIDDEF_H
#define RRAS_WIN32_GUIDDEF_H

#include <string.h>
#include <windef.h>

/** A 128-bit identifier; the first three fields are in the byte order of the machine. */
typedef struct _GUID {
    DWORD Data1;   /**< The first 8 digits of the text form. */
    WORD Data2;    /**< The next 4 digits. */
    WORD Data3;    /**< The next 4 digits. */
    BYTE Data4[8]; /**< The last 4 + 12 digits, byte by byte. */
} GUID;

typedef GUID *PGUID;         /**< Address of a GUID. */
typedef GUID *LPGUID;        /**< Address of a GUID. */
typedef const GUID *LPCGUID; /**< Address of a constant GUID. */
typedef GUID IID;            /**< Names a COM interface. */
typedef IID *LPIID;          /**< Address of an IID. */
typedef GUID CLSID;          /**< Names a COM class. */
typedef CLSID *LPCLSID;      /**< Address of a CLSID. */
typedef GUID UUID;           /**< The name of RPC for a GUID. */
typedef GUID FMTID;          /**< Names a set of properties. */

/** @name Identifiers as parameters
 * References in C++, pointers in C.
 * @{ */
#ifdef __cplusplus
#define REFGUID const GUID &   /**< A GUID as parameter. */
#define REFIID const IID &     /**< An IID as parameter. */
#define REFCLSID const CLSID & /**< A CLSID as parameter. */
#else
#define REFGUID const GUID *   /**< A GUID as parameter. */
#define REFIID const IID *     /**< An IID as parameter. */
#define REFCLSID const CLSID * /**< A CLSID as parameter. */
#endif
/** @} */

/** @name Definition and comparison
 * @{ */
#ifdef __cplusplus
#define RRAS_GUID_EXTERN extern "C" /**< C linkage for the identifier. */
/** Whether two identifiers are the same. */
#define IsEqualGUID(left, right) (memcmp(&(left), &(right), sizeof(GUID)) == 0)
#else
#define RRAS_GUID_EXTERN extern /**< C linkage for the identifier. */
/** Whether two identifiers are the same. */
#define IsEqualGUID(left, right) (memcmp((left), (right), sizeof(GUID)) == 0)
#endif
#ifdef __cplusplus
/** Whether two identifiers are the same. */
static inline bool operator==(const GUID &left, const GUID &right)
{
    return memcmp(&left, &right, sizeof(GUID)) == 0;
}
/** Whether two identifiers differ. */
static inline bool operator!=(const GUID &left, const GUID &right)
{
    return memcmp(&left, &right, sizeof(GUID)) != 0;
}
#endif
#define IsEqualIID IsEqualGUID        /**< Whether two identifiers are the same. */
#define IsEqualCLSID IsEqualGUID      /**< Whether two identifiers are the same. */
#define InlineIsEqualGUID IsEqualGUID /**< Whether two identifiers are the same. */
#ifdef INITGUID
/** Declares an identifier; in the one file that defines INITGUID before, defines it. */
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
    RRAS_GUID_EXTERN const GUID name;                                \
    const GUID name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}
#else
/** Declares an identifier; in the one file that defines INITGUID before, defines it. */
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) RRAS_GUID_EXTERN const GUID name
#endif
/** @} */

#endif
