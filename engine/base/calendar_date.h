#pragma once

// Days of the calendar, as "2027-03-01"; their order is that of the texts.
// Source: RFC 3339, full-date; the Gregorian calendar.
// Tested by tests/engine/base/calendar_date_test.cc.

#include <string_view>

namespace modgraph {

/// Whether this is a day that there is, spelled with all its digits.
bool is_calendar_date(std::string_view text);

}  // namespace modgraph
