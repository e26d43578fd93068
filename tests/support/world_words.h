#pragma once

// Worlds of modules in a line or two.
//
//   m/1.20: A1 B2? -C3     the main module requires A1, B2 indirectly, and
//                          excludes C3; its go line is 1.20
//   A1/1.16: C1            the go.mod of A1, with another go line; A1: has none
//   A=>B2  A1=>B2  A=>./d  in a main module: replaces A, or A1 alone
//   d/1.20: C1             the go.mod of a folder, a member or a replacement
//   work/1.21: x y A=>B2   a go.work that uses the folders x and y
//   toolchain=go1.22       in a main module or go.work
//   godebug=go1.22         in a main module or go.work: default=go1.22
//
// Parts are separated by |. A1 is example.com/A v1.1.0.

#include <string>
#include <string_view>

#include "tests/support/module_world.h"

namespace modgraph::test {

ModuleWorld world_of(std::string_view words);

/// What the go command would print about such a world, in the same words:
/// "m A1 B2", and "m A1, m B2, A1 C1"; or "error: ...".
std::string list_in_words(std::string_view words, LoadOptions options = {});
std::string graph_in_words(std::string_view words, LoadOptions options = {});
/// What the go command would write into go.mod: "B1 ->2, +C1, -D1",
/// "go 1.20 -> 1.21"; "" for nothing.
std::string update_in_words(std::string_view words);

}  // namespace modgraph::test
