#pragma once

// GOFLAGS: options that stand before those of every go command.
// Source: `go help environment`, and the go command's behaviour (1.26).
// Tested by tests/importers/go_flags_test.cc.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// The words of GOFLAGS, each of the form -name, -name=value, or the same with
/// two dashes. Words are separated by blanks; one that begins with a quote goes
/// to the next such quote, and nothing in it is special. Fails (kEnvironment)
/// in the go command's words. Names are not looked up: a newer Go may know more
/// of them.
Result<std::vector<std::string>> parse_go_flags(std::string_view text);

/// The value of the last `name` among the words; "" when it is not there. Fails
/// when it stands without a value.
Result<std::string> go_flag(std::span<const std::string> flags,
                            std::string_view name);

}  // namespace modgraph
