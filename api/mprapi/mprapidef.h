/* SPDX-License-Identifier: MIT */
/**
 * @file mprapidef.h
 * Lengths of the names the routing interface carries. Arrays have one character more.
 */
#ifndef __MPRAPIDEF_H__
#define __MPRAPIDEF_H__

/**
 * @defgroup mprapi_lengths Lengths of names
 * Characters of a name without the final NUL; every array has one more.
 * @{
 */

#define MAX_INTERFACE_NAME_LEN 256 /**< Interface name. */
#define MAX_TRANSPORT_NAME_LEN 40 /**< Transport name. */
#define MAX_MEDIA_NAME 16 /**< Name of a medium, such as the one of a port. */
#define MAX_PORT_NAME 16 /**< Port name. */
#define MAX_DEVICE_NAME 128 /**< Device name. */
#define MAX_PHONE_NUMBER_LEN 128 /**< Phone number. */
#define MAX_DEVICETYPE_NAME 16 /**< Device type. */

/** @} */

#endif /* __MPRAPIDEF_H__ */
