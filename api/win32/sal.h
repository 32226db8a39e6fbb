/* SPDX-License-Identifier: MIT */
/**
 * @file sal.h
 * @brief Source annotations of Visual C++: what a parameter is for. They have no effect here.
 *
 * The older spelling with two underscores (`__in`) is not there: the C library's headers have parameters of
 * those names.
 */
#ifndef RRAS_WIN32_SAL_H
#define RRAS_WIN32_SAL_H

/** @cond names only */
#define _In_
#define _In_opt_
#define _In_z_
#define _In_opt_z_
#define _In_reads_(size)
#define _In_reads_opt_(size)
#define _In_reads_bytes_(size)
#define _In_reads_bytes_opt_(size)
#define _In_range_(low, high)
#define _Out_
#define _Out_opt_
#define _Out_writes_(size)
#define _Out_writes_opt_(size)
#define _Out_writes_z_(size)
#define _Out_writes_bytes_(size)
#define _Out_writes_bytes_opt_(size)
#define _Out_writes_to_(size, count)
#define _Out_writes_bytes_to_(size, count)
#define _Outptr_
#define _Outptr_opt_
#define _Outptr_result_maybenull_
#define _Inout_
#define _Inout_opt_
#define _Inout_updates_(size)
#define _Inout_updates_opt_(size)
#define _Inout_updates_z_(size)
#define _Inout_updates_bytes_(size)
#define _Ret_maybenull_
#define _Ret_notnull_
#define _Ret_z_
#define _Success_(condition)
#define _When_(condition, annotation)
#define _Check_return_
#define _Must_inspect_result_
#define _Use_decl_annotations_
#define _Pre_satisfies_(condition)
#define _Post_satisfies_(condition)
#define _Printf_format_string_
#define _Null_terminated_
#define _NullNull_terminated_
#define _Reserved_
#define _Field_size_(size)
#define _Field_size_opt_(size)
#define _Field_size_bytes_(size)
#define _Field_z_
#define _Function_class_(name)
#define _IRQL_requires_(level)
#define _Acquires_lock_(lock)
#define _Releases_lock_(lock)
#define _Guarded_by_(lock)
#define _Requires_lock_held_(lock)
#define _Analysis_assume_(condition)
#define _Inout_z_
#define _Inout_opt_z_
#define _Outptr_result_z_
#define _Outptr_opt_result_maybenull_
#define _COM_Outptr_
#define _Pre_
#define _Post_
#define _Notnull_
#define _Maybenull_
#define _Valid_
#define _Const_
#define _Deref_out_
#define _Deref_out_opt_
#define __analysis_assume(condition)
#define _At_(place, annotation)
#define _In_reads_z_(size)
#define _In_reads_opt_z_(size)
#define _Out_writes_opt_z_(size)
#define _Inout_updates_to_(size, count)
#define _Inout_updates_all_(size)
#define _Out_writes_all_(size)
#define _Ret_range_(low, high)
#define _Ret_writes_(size)
#define _Outptr_result_buffer_(size)
#define _Return_type_success_(condition)
#ifndef __cplusplus /* whose library has some of these names */
#define __in
#define __out
#define __inout
#define __in_opt
#define __out_opt
#define __inout_opt
#define __checkReturn
#define __reserved
#define __in_ecount(size)
#define __out_ecount(size)
#define __inout_ecount(size)
#define __in_bcount(size)
#define __out_bcount(size)
#define __in_ecount_opt(size)
#define __out_ecount_opt(size)
#endif
/** @endcond */

#endif
