/* SPDX-License-Identifier: MIT */
/**
 * @file pe_symbols.h
 * Names and lines of a Windows DLL's functions, in the form that libdw reads.
 */
#ifndef RRASEMU_HOST_PE_SYMBOLS_H
#define RRASEMU_HOST_PE_SYMBOLS_H

/**
 * Makes an ELF file, without any code, of a 64-bit PE image: its sections of DWARF, and the functions of its COFF symbols
 * or, if it has none, of its exports. An offset from the image's base is one from the lowest address of that file.
 * @return a descriptor of a file in memory, to be closed; -1: the image cannot be read, or memory ran out
 */
int pe_symbols_open(const char *path);

#endif
