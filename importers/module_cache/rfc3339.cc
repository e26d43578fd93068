#include "importers/module_cache/rfc3339.h"

#include <chrono>
#include <cstddef>

#include "engine/model/decimal.h"

namespace modgraph {
namespace {

// Whether `text` has the shape of `pattern`, in which 0 means any digit.
bool has_shape(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (pattern[i] == '0' ? !is_digit(text[i]) : text[i] != pattern[i])
      return false;
  return true;
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int value = 0;
  for (char c : text.substr(at, digits)) value = value * 10 + (c - '0');
  return value;
}

int days_in(int year, int month) {
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_zone(std::string_view text) {
  if (text == "Z") return true;
  return (has_shape(text, "+00:00") || has_shape(text, "-00:00")) &&
         number_at(text, 1, 2) < 24 && number_at(text, 4, 2) < 60;
}

}  // namespace

bool is_rfc3339(std::string_view text) {
  constexpr std::string_view kPattern = "0000-00-00T00:00:00";
  if (!has_shape(text.substr(0, kPattern.size()), kPattern)) return false;
  const int month = number_at(text, 5, 2);
  const int day = number_at(text, 8, 2);
  if (month < 1 || month > 12 || day < 1 ||
      day > days_in(number_at(text, 0, 4), month))
    return false;
  if (number_at(text, 11, 2) > 23 || number_at(text, 14, 2) > 59 ||
      number_at(text, 17, 2) > 59)
    return false;

  std::string_view rest = text.substr(kPattern.size());
  if (rest.starts_with('.')) {
    std::size_t end = 1;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    if (end == 1) return false;
    rest.remove_prefix(end);
  }
  return is_zone(rest);
}

std::optional<PointInTime> parse_rfc3339(std::string_view text) {
  if (!is_rfc3339(text)) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t digits) {
    return number_at(text, at, digits);
  };
  const auto month = static_cast<unsigned>(number(5, 2));
  const auto day = static_cast<unsigned>(number(8, 2));
  const std::chrono::sys_days date = std::chrono::year(number(0, 4)) /
                                     std::chrono::month(month) /
                                     std::chrono::day(day);
  PointInTime out;
  out.seconds = std::int64_t{date.time_since_epoch().count()} * 86'400 +
                std::int64_t{number(11, 2)} * 3600 +
                std::int64_t{number(14, 2)} * 60 + number(17, 2);
  std::size_t at = 19;
  if (text[at] == '.') {
    std::uint32_t unit = 100'000'000;
    for (++at; is_digit(text[at]); ++at, unit /= 10)
      out.nanoseconds += unit * static_cast<std::uint32_t>(text[at] - '0');
  }
  if (text[at] == 'Z') return out;
  const int offset = number(at + 1, 2) * 3600 + number(at + 4, 2) * 60;
  out.seconds += text[at] == '-' ? offset : -offset;
  return out;
}

}  // namespace modgraph
