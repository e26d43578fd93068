#pragma once

// Numbers of things in sentences.
// Tested by tests/engine/base/counted_test.cc.

#include <cstdint>
#include <string>
#include <string_view>

namespace modgraph {

/// "1 module", "2 modules": for nouns whose plural ends in s.
std::string counted(std::uint64_t n, std::string_view noun);

}  // namespace modgraph
