// The bodies of fmt. Debian ships them as a shared library only, which would
// bring the shared C++ library with it: loading both takes as long as a fifth
// of a small run. Compiling them into every file would double the build.

#include <fmt/format-inl.h>

namespace fmt {
inline namespace v9 {
namespace detail {

template void buffer<char>::append(const char* begin, const char* end);
template void vformat_to(buffer<char>& out, string_view format,
                         basic_format_args<FMT_BUFFER_CONTEXT(char)> arguments,
                         locale_ref locale);
template auto dragonbox::to_decimal(double number) noexcept
    -> dragonbox::decimal_fp<double>;
template auto dragonbox::to_decimal(float number) noexcept
    -> dragonbox::decimal_fp<float>;
template auto thousands_sep_impl(locale_ref locale)
    -> thousands_sep_result<char>;
template auto decimal_point_impl(locale_ref locale) -> char;

}  // namespace detail
}  // namespace v9
}  // namespace fmt
