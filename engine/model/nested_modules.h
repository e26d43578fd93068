#pragma once

// Which modules lie below others, by their paths: a folder of the outer one can
// give the packages of the inner one.
// Tested by tests/engine/model/nested_modules_test.cc.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace modgraph {

/// Two indices.
struct NestedModules {
  std::size_t outer = 0;
  std::size_t inner = 0;  // its path is that of `outer`, "/" and more
  bool operator==(const NestedModules&) const = default;
};

/// All pairs, ascending by `outer`, then `inner`. Paths differ.
/// O(length of all paths * log n).
std::vector<NestedModules> nested_modules(
    std::span<const std::string_view> paths);

}  // namespace modgraph
