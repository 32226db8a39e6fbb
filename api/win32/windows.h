/* SPDX-License-Identifier: MIT */
/**
 * @file windows.h
 * @brief What a callout expects from `<windows.h>`, on POSIX.
 *
 * An umbrella: types (windef.h), identifiers (guiddef.h), error codes (winerror.h), the string
 * functions of the kernel (winbase.h, stringapiset.h), its clock (sysinfoapi.h), threads and what they wait
 * for (processthreadsapi.h, synchapi.h), memory (heapapi.h), loaded DLLs (libloaderapi.h) and the wide
 * functions of the C run-time library (wchar.h, stdlib.h).
 */
#ifndef RRAS_WIN32_WINDOWS_H
#define RRAS_WIN32_WINDOWS_H

#include <wchar.h>
#include <stdlib.h>

#include <excpt.h>
#include <windef.h>
#include <winnt.h>
#include <guiddef.h>
#include <combaseapi.h>
#include <winerror.h>
#include <winbase.h>
#include <winuser.h>
#include <sysinfoapi.h>
#include <errhandlingapi.h>
#include <fileapi.h>
#include <handleapi.h>
#include <heapapi.h>
#include <fibersapi.h>
#include <interlockedapi.h>
#include <ioapiset.h>
#include <libloaderapi.h>
#include <memoryapi.h>
#include <processenv.h>
#include <processthreadsapi.h>
#include <securitybaseapi.h>
#include <stringapiset.h>
#include <synchapi.h>
#include <threadpoolapiset.h>
#include <winnls.h>
#include <winreg.h>

#endif
