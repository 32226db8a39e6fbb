/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_info.h
 * Information headers: the variable blocks that transports keep.
 */
#ifndef MPRAPI_INFO_H
#define MPRAPI_INFO_H

#include "mprapi_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup mprapi_info Information headers
 * Pure memory: a header holds typed blocks, and each change makes a new header.
 * @{
 */

/**
 * Makes an empty header (nf-mprapi-mprinfocreate).
 * @param dwVersion in: version, only 1
 * @param lplpNewHeader out: the new header; the old one stays valid
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprInfoCreate(DWORD dwVersion, LPVOID *lplpNewHeader);

/**
 * Frees a header (nf-mprapi-mprinfodelete).
 * @param lpHeader in: information header
 * @return NO_ERROR; 87.
 */
DWORD APIENTRY MprInfoDelete(LPVOID lpHeader);

/**
 * Copies a header (nf-mprapi-mprinfoduplicate).
 * @param lpHeader in: information header
 * @param lplpNewHeader out: the new header; the old one stays valid
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprInfoDuplicate(LPVOID lpHeader, LPVOID *lplpNewHeader);

/**
 * Makes a header without the blocks of another (nf-mprapi-mprinforemoveall).
 * @param lpHeader in: information header
 * @param lplpNewHeader out: the new header; the old one stays valid
 * @return NO_ERROR; 87.
 */
DWORD APIENTRY MprInfoRemoveAll(LPVOID lpHeader, LPVOID *lplpNewHeader);

/**
 * Copies a header and adds a block (nf-mprapi-mprinfoblockadd).
 * @param lpHeader in: information header
 * @param dwInfoType in: type of the block
 * @param dwItemSize in: bytes of an item
 * @param dwItemCount in: number of items
 * @param lpItemData in: the items
 * @param lplpNewHeader out: the new header; the old one stays valid
 * @return NO_ERROR; 87, also if the type is there already.
 */
DWORD APIENTRY MprInfoBlockAdd(LPVOID lpHeader, DWORD dwInfoType, DWORD dwItemSize,
    DWORD dwItemCount, LPBYTE lpItemData, LPVOID *lplpNewHeader);

/**
 * Finds a block (nf-mprapi-mprinfoblockfind).
 * @param lpHeader in: information header
 * @param dwInfoType in: type of the block
 * @param lpdwItemSize out: bytes of an item; may be NULL
 * @param lpdwItemCount out: number of items; may be NULL
 * @param lplpItemData out: the items, inside the header; may be NULL
 * @return NO_ERROR; 87; 1168 not there.
 */
DWORD APIENTRY MprInfoBlockFind(LPVOID lpHeader, DWORD dwInfoType, LPDWORD lpdwItemSize,
    LPDWORD lpdwItemCount, LPBYTE *lplpItemData);

/**
 * Size of a header (nf-mprapi-mprinfoblockquerysize).
 * @param lpHeader in: information header
 * @return Bytes, not an error number.
 */
DWORD APIENTRY MprInfoBlockQuerySize(LPVOID lpHeader);

/**
 * Copies a header without one block (nf-mprapi-mprinfoblockremove).
 * @param lpHeader in: information header
 * @param dwInfoType in: type of the block
 * @param lplpNewHeader out: the new header; the old one stays valid
 * @return NO_ERROR; 8; 87, also if the type is not there.
 */
DWORD APIENTRY MprInfoBlockRemove(LPVOID lpHeader, DWORD dwInfoType, LPVOID *lplpNewHeader);

/**
 * Copies a header with one block replaced (nf-mprapi-mprinfoblockset).
 * @param lpHeader in: information header
 * @param dwInfoType in: type of the block
 * @param dwItemSize in: bytes of an item
 * @param dwItemCount in: number of items
 * @param lpItemData in: the items
 * @param lplpNewHeader out: the new header; the old one stays valid
 * @return NO_ERROR; 87, also if the type is not there.
 */
DWORD APIENTRY MprInfoBlockSet(LPVOID lpHeader, DWORD dwInfoType, DWORD dwItemSize,
    DWORD dwItemCount, LPBYTE lpItemData, LPVOID *lplpNewHeader);

/**
 * Tells whether a header holds a block of a type. Evaluates its arguments once.
 * @param h header
 * @param t type of block
 */
#define MprInfoBlockExists(h, t) (MprInfoBlockFind((h), (t), NULL, NULL, NULL) == NO_ERROR)

/** @} */

#ifdef __cplusplus
}
#endif

#endif /* MPRAPI_INFO_H */
