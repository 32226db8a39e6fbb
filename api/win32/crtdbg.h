/* SPDX-License-Identifier: MIT */
/**
 * @file crtdbg.h
 * @brief Checks of the debugging C run-time library, which is not this one.
 */
#ifndef RRAS_WIN32_CRTDBG_H
#define RRAS_WIN32_CRTDBG_H

#define _ASSERT(condition) ((void)0)   /**< Not checked. */
#define _ASSERTE(condition) ((void)0)  /**< Not checked. */
#define _CrtSetDbgFlag(flags) ((int)0) /**< Has no effect. */
#define _CrtCheckMemory() 1            /**< Nothing is wrong. */
#define _CrtDumpMemoryLeaks() 0        /**< The emulator tells of them. */

#endif
