#include "engine/base/calendar_date.h"

#include <array>
#include <cstddef>

namespace modgraph {
namespace {

bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_of(int year, int month) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int days = kDays[static_cast<std::size_t>(month - 1)];
  return month == 2 && is_leap(year) ? days + 1 : days;
}

// -1: they are not all digits.
int number(std::string_view digits) {
  int out = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    out = out * 10 + (c - '0');
  }
  return out;
}

}  // namespace

bool is_calendar_date(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() != kShape.size() || text[4] != '-' || text[7] != '-')
    return false;
  const int year = number(text.substr(0, 4));
  const int month = number(text.substr(5, 2));
  const int day = number(text.substr(8, 2));
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_of(year, month);
}

}  // namespace modgraph
