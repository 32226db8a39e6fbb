/* SPDX-License-Identifier: MIT */
/**
 * @file rras_cxx_end.h
 * @brief Read behind each header of the C++ library: undoes rras_cxx_begin.h.
 */
/** @cond of no use to programs; it is read many times */
#pragma pop_macro("_WIN32")
#pragma pop_macro("_WIN64")
#pragma pop_macro("__except")
#pragma pop_macro("__finally")
#pragma pop_macro("__leave")
#pragma pop_macro("__bound")
#pragma pop_macro("__callback")
#pragma pop_macro("__checkReturn")
#pragma pop_macro("__deref")
#pragma pop_macro("__fallthrough")
#pragma pop_macro("__format_string")
#pragma pop_macro("__in")
#pragma pop_macro("__in_opt")
#pragma pop_macro("__in_z")
#pragma pop_macro("__inout")
#pragma pop_macro("__inout_opt")
#pragma pop_macro("__maybenull")
#pragma pop_macro("__notnull")
#pragma pop_macro("__notvalid")
#pragma pop_macro("__out")
#pragma pop_macro("__out_opt")
#pragma pop_macro("__out_z")
#pragma pop_macro("__override")
#pragma pop_macro("__range")
#pragma pop_macro("__readonly")
#pragma pop_macro("__reserved")
#pragma pop_macro("__success")
#pragma pop_macro("__typefix")
#pragma pop_macro("__valid")
/** @endcond */
