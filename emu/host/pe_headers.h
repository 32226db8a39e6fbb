/* SPDX-License-Identifier: MIT */
/**
 * @file pe_headers.h
 * Offsets in the headers of a PE image; numbers in it are little-endian.
 */
#ifndef RRASEMU_HOST_PE_HEADERS_H
#define RRASEMU_HOST_PE_HEADERS_H

enum {
    DOS_NEW_HEADER = 60,
    /** From the signature on. */
    COFF_MACHINE = 4,
    COFF_SECTIONS = 6,
    COFF_SYMBOLS = 12,
    COFF_SYMBOL_COUNT = 16,
    COFF_OPTIONAL_SIZE = 20,
    COFF_CHARACTERISTICS = 22,
    COFF_SIZE = 24,
    /** From the optional header on, which is behind that. */
    OPTIONAL_IMAGE_BASE_64 = 24,
    OPTIONAL_IMAGE_SIZE = 56,
    OPTIONAL_DIRECTORY_COUNT_32 = 92,
    OPTIONAL_DIRECTORY_COUNT_64 = 108,
    DIRECTORY_EXPORT = 0,
    DIRECTORY_CLR = 14,
    DIRECTORY_SIZE = 8,
    /** From a section's header on; they are behind the optional header. */
    SECTION_NAME_SIZE = 8,
    SECTION_VIRTUAL_SIZE = 8,
    SECTION_ADDRESS = 12,
    SECTION_RAW_SIZE = 16,
    SECTION_RAW_PLACE = 20,
    SECTION_CHARACTERISTICS = 36,
    SECTION_SIZE = 40,
    SECTION_IS_CODE = 0x20,
    /** From a symbol on. */
    SYMBOL_NAME_SIZE = 8,
    SYMBOL_VALUE = 8,
    SYMBOL_SECTION = 12,
    SYMBOL_TYPE = 14,
    SYMBOL_AUXILIARIES = 17,
    SYMBOL_SIZE = 18,
    SYMBOL_IS_FUNCTION = 0x20,
    /** From the table of exports on. */
    EXPORTS_NAME_COUNT = 24,
    EXPORTS_FUNCTIONS = 28,
    EXPORTS_NAMES = 32,
    EXPORTS_ORDINALS = 36,

    MACHINE_AMD64 = 0x8664,
    MACHINE_I386 = 0x14c,
    CHARACTERISTIC_DLL = 0x2000,
    MAGIC_64 = 0x20b,
};

#endif
