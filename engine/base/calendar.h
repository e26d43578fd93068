#pragma once

// Days, counted: enough to tell how long ago something was.
// Tested by tests/engine/base/calendar_test.cc.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace modgraph {

/// Days from 1970-01-01 to the day that a text begins with, "2024-02-29..." or
/// "20240229...", by the Gregorian calendar. Nothing when it begins with none.
std::optional<std::int64_t> day_number(std::string_view text);

/// "2024-02-29" of the same; "" of a text that begins with no day.
std::string day_text(std::string_view text);

}  // namespace modgraph
