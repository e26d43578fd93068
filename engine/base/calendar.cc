#include "engine/base/calendar.h"

#include <algorithm>
#include <array>

namespace modgraph {
namespace {

// Takes so many digits off the text; nullopt when it begins with fewer.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int out = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    out = out * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return out;
}

bool is_leap_year(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_of_month(int year, int month) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && is_leap_year(year)) return 29;
  return kDays[static_cast<std::size_t>(month - 1)];
}

// Years are counted from March on, so that a leap day comes last.
std::int64_t days_since_epoch(int year, int month, int day) {
  const std::int64_t y = month > 2 ? year : year - 1;
  const std::int64_t months = (month + 9) % 12;
  const std::int64_t leap_days = y / 4 - y / 100 + y / 400;
  constexpr std::int64_t kEpoch = 719468;  // 1970-01-01 from 0000-03-01
  return y * 365 + leap_days + (months * 153 + 2) / 5 + day - 1 - kEpoch;
}

}  // namespace

std::optional<std::int64_t> day_number(std::string_view text) {
  const auto year = take_number(text, 4);
  if (!year || *year == 0) return std::nullopt;
  const bool dashed = text.starts_with('-');
  if (dashed) text.remove_prefix(1);
  const auto month = take_number(text, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (dashed != text.starts_with('-')) return std::nullopt;
  if (dashed) text.remove_prefix(1);
  const auto day = take_number(text, 2);
  if (!day || *day < 1 || *day > days_of_month(*year, *month))
    return std::nullopt;
  return days_since_epoch(*year, *month, *day);
}

std::string day_text(std::string_view text) {
  if (!day_number(text)) return {};
  if (text[4] == '-') return std::string(text.substr(0, 10));
  return std::string(text.substr(0, 8)).insert(6, "-").insert(4, "-");
}

}  // namespace modgraph
