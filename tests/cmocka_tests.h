/* SPDX-License-Identifier: MIT */
/* cmocka and what it wants included before it. */
#ifndef RRASEMU_TESTS_CMOCKA_TESTS_H
#define RRASEMU_TESTS_CMOCKA_TESTS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

#endif
