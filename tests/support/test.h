#pragma once

// The test framework. Catch2 2 and 3 differ in their header; only this file
// knows.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <compare>
#include <string_view>

namespace modgraph::test {

/// "<", "=" or ">".
inline std::string_view order_sign(std::strong_ordering order) {
  return order < 0 ? "<" : order > 0 ? ">" : "=";
}

}  // namespace modgraph::test
