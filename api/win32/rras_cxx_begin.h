/* SPDX-License-Identifier: MIT */
/**
 * @file rras_cxx_begin.h
 * @brief Read before each header of the C++ library, which is POSIX's and has names of its own: hides what sources for
 * Windows see. rras_cxx_end.h undoes it.
 */
/** @cond of no use to programs; it is read many times */
#pragma push_macro("_WIN32")
#undef _WIN32
#pragma push_macro("_WIN64")
#undef _WIN64
#pragma push_macro("__except")
#undef __except
#pragma push_macro("__finally")
#undef __finally
#pragma push_macro("__leave")
#undef __leave
#pragma push_macro("__bound")
#undef __bound
#pragma push_macro("__callback")
#undef __callback
#pragma push_macro("__checkReturn")
#undef __checkReturn
#pragma push_macro("__deref")
#undef __deref
#pragma push_macro("__fallthrough")
#undef __fallthrough
#pragma push_macro("__format_string")
#undef __format_string
#pragma push_macro("__in")
#undef __in
#pragma push_macro("__in_opt")
#undef __in_opt
#pragma push_macro("__in_z")
#undef __in_z
#pragma push_macro("__inout")
#undef __inout
#pragma push_macro("__inout_opt")
#undef __inout_opt
#pragma push_macro("__maybenull")
#undef __maybenull
#pragma push_macro("__notnull")
#undef __notnull
#pragma push_macro("__notvalid")
#undef __notvalid
#pragma push_macro("__out")
#undef __out
#pragma push_macro("__out_opt")
#undef __out_opt
#pragma push_macro("__out_z")
#undef __out_z
#pragma push_macro("__override")
#undef __override
#pragma push_macro("__range")
#undef __range
#pragma push_macro("__readonly")
#undef __readonly
#pragma push_macro("__reserved")
#undef __reserved
#pragma push_macro("__success")
#undef __success
#pragma push_macro("__typefix")
#undef __typefix
#pragma push_macro("__valid")
#undef __valid
/** @endcond */
