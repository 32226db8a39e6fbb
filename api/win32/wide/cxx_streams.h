// SPDX-License-Identifier: MIT
/**
 * @file cxx_streams.h
 * @brief Wide streams of C++ for 16-bit characters.
 *
 * libstdc++'s facets of wide characters, and what it has specialized for them, are compiled for 32 bits. A wide stream therefore gets
 * facets of ours when it is made and when a locale is imbued into it; what is specialized is defined here. Everything else is a template,
 * which the compiler instantiates in the DLL. Included by ios and istream.
 */
#pragma GCC system_header

#ifndef RRAS_WIN32_WIDE_CXX_STREAMS_H
#define RRAS_WIN32_WIDE_CXX_STREAMS_H

/** @cond only libstdc++ looks at these */
#include <ctime>
#include <cwchar>
#include <cwctype>
#include <ios>
#include <locale>

// The identities of the facets are libstdc++'s: one of the DLL's own would keep it from being unloaded.
namespace std
{
template <> locale::id numpunct<char>::id;
template <> locale::id num_put<char>::id;
template <> locale::id num_get<char>::id;
template <> locale::id __timepunct<char>::id;
template <> locale::id time_put<char>::id;
template <> locale::id time_get<char>::id;
template <> locale::id money_put<char>::id;
template <> locale::id money_get<char>::id;
template <> locale::id messages<char>::id;
template <> locale::id collate<char>::id;
template <> locale::id moneypunct<char, false>::id;
template <> locale::id moneypunct<char, true>::id;
template <> locale::id numpunct<wchar_t>::id;
template <> locale::id num_put<wchar_t>::id;
template <> locale::id num_get<wchar_t>::id;
template <> locale::id __timepunct<wchar_t>::id;
template <> locale::id time_put<wchar_t>::id;
template <> locale::id time_get<wchar_t>::id;
template <> locale::id money_put<wchar_t>::id;
template <> locale::id money_get<wchar_t>::id;
template <> locale::id messages<wchar_t>::id;
template <> locale::id collate<wchar_t>::id;
template <> locale::id moneypunct<wchar_t, false>::id;
template <> locale::id moneypunct<wchar_t, true>::id;
} // namespace std

#pragma GCC visibility push(hidden)
namespace rras_wide
{

// Letters as wctype.h has them; a byte and a unit are the same up to 255, as in the "C" locale of Windows
class letters : public std::ctype<wchar_t>
{
  protected:
    bool do_is(mask wanted, wchar_t unit) const override
    {
        return (mask_of(unit) & wanted) != 0;
    }
    const wchar_t *do_is(const wchar_t *from, const wchar_t *end, mask *to) const override
    {
        for (; from < end; from++)
            *to++ = mask_of(*from);
        return end;
    }
    const wchar_t *do_scan_is(mask wanted, const wchar_t *from, const wchar_t *end) const override
    {
        while (from < end && !do_is(wanted, *from))
            from++;
        return from;
    }
    const wchar_t *do_scan_not(mask wanted, const wchar_t *from, const wchar_t *end) const override
    {
        while (from < end && do_is(wanted, *from))
            from++;
        return from;
    }
    wchar_t do_toupper(wchar_t unit) const override
    {
        return static_cast<wchar_t>(std::towupper(unit));
    }
    const wchar_t *do_toupper(wchar_t *from, const wchar_t *end) const override
    {
        for (; from < end; from++)
            *from = do_toupper(*from);
        return end;
    }
    wchar_t do_tolower(wchar_t unit) const override
    {
        return static_cast<wchar_t>(std::towlower(unit));
    }
    const wchar_t *do_tolower(wchar_t *from, const wchar_t *end) const override
    {
        for (; from < end; from++)
            *from = do_tolower(*from);
        return end;
    }
    wchar_t do_widen(char byte) const override
    {
        return static_cast<unsigned char>(byte);
    }
    const char *do_widen(const char *from, const char *end, wchar_t *to) const override
    {
        for (; from < end; from++)
            *to++ = do_widen(*from);
        return end;
    }
    char do_narrow(wchar_t unit, char otherwise) const override
    {
        return unit < 0x100 ? static_cast<char>(unit) : otherwise;
    }
    const wchar_t *do_narrow(const wchar_t *from, const wchar_t *end, char otherwise, char *to) const override
    {
        for (; from < end; from++)
            *to++ = do_narrow(*from, otherwise);
        return end;
    }

  private:
    static mask mask_of(wchar_t unit)
    {
        static const struct {
            int (*is)(std::wint_t);
            mask bit;
        } kinds[] = {{std::iswupper, upper}, {std::iswlower, lower}, {std::iswalpha, alpha},
                     {std::iswdigit, digit}, {std::iswspace, space}, {std::iswxdigit, xdigit},
                     {std::iswcntrl, cntrl}, {std::iswpunct, punct}, {std::iswprint, print}};
        mask found = unit == L' ' || unit == L'\t' ? blank : mask();
        for (const auto &kind : kinds)
            found |= kind.is(unit) ? kind.bit : mask();
        return found;
    }
};

class punctuation : public std::numpunct<wchar_t>
{
  public:
    // What libstdc++ has put there is laid out for 32 bits. Nothing reads it, but its destructor is of ours.
    punctuation()
    {
        ::operator delete(_M_data);
        _M_data = new std::__numpunct_cache<wchar_t>;
    }

  protected:
    wchar_t do_decimal_point() const override
    {
        return L'.';
    }
    wchar_t do_thousands_sep() const override
    {
        return L',';
    }
    std::string do_grouping() const override
    {
        return std::string();
    }
    std::wstring do_truename() const override
    {
        return L"true";
    }
    std::wstring do_falsename() const override
    {
        return L"false";
    }
};

// A conversion of strftime() at a time, as time_put asks for it
class dates_out : public std::time_put<wchar_t>
{
  protected:
    iter_type do_put(iter_type to, std::ios_base &, wchar_t, const std::tm *date, char kind,
                     char modifier) const override
    {
        const wchar_t format[] = {L'%', static_cast<wchar_t>(modifier ? modifier : kind),
                                  static_cast<wchar_t>(modifier ? kind : 0), 0};
        wchar_t text[128];
        const std::size_t length = ::wcsftime(text, sizeof text / sizeof *text, format, date);
        for (std::size_t i = 0; i < length; i++)
            *to++ = text[i];
        return to;
    }
};

class numbers_out : public std::num_put<wchar_t>
{
};
class numbers_in : public std::num_get<wchar_t>
{
};

inline std::locale with_ours(const std::locale &base)
{
    std::locale made(base, new letters);
    made = std::locale(made, new punctuation);
    made = std::locale(made, new dates_out);
    made = std::locale(made, new numbers_out);
    return std::locale(made, new numbers_in);
}

inline const std::locale &ours()
{
    static const std::locale made = with_ours(std::locale());
    return made;
}

} // namespace rras_wide
#pragma GCC visibility pop

namespace std
{

template <> inline void basic_ios<wchar_t>::init(basic_streambuf<wchar_t> *buffer)
{
    ios_base::_M_init();
    _M_ios_locale = rras_wide::ours();
    _M_cache_locale(_M_ios_locale);
    _M_fill = wchar_t();
    _M_fill_init = false;
    _M_tie = nullptr;
    _M_exception = goodbit;
    _M_streambuf = buffer;
    _M_streambuf_state = buffer ? goodbit : badbit;
}

template <> inline locale basic_ios<wchar_t>::imbue(const locale &given)
{
    const locale before(getloc()), wide(rras_wide::with_ours(given));
    ios_base::imbue(wide);
    _M_cache_locale(wide);
    if (rdbuf())
        rdbuf()->pubimbue(wide);
    return before;
}

template <>
inline streamsize __copy_streambufs_eof(basic_streambuf<wchar_t> *from, basic_streambuf<wchar_t> *to, bool &ended)
{
    streamsize count = 0;
    wint_t unit = from->sgetc();
    for (; unit != char_traits<wchar_t>::eof() && to->sputc(static_cast<wchar_t>(unit)) != char_traits<wchar_t>::eof();
         count++)
        unit = from->snextc();
    ended = unit == char_traits<wchar_t>::eof();
    return count;
}

} // namespace std
/** @endcond */

#endif
