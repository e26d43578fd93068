#pragma once

// Package data from small texts:
//   packages("A: B | A.test: T T/mock | B1: | T1: | T1/mock:")
// A row is a package and what it imports. Its first word is a module as in
// graph_text.h (no version: of a main module), perhaps with a path behind it;
// "A.test" is the program of A's tests.

#include <string_view>
#include <vector>

#include "engine/model/packages.h"
#include "tests/support/random_text.h"

namespace modgraph {
class ModuleGraph;
}

namespace modgraph::test {

std::vector<PackageInfo> packages(std::string_view text);

/// Packages of the selected modules of a graph by chance, main modules with
/// tests; sometimes of another version, or of a module that is not there.
std::vector<PackageInfo> random_packages(Random& random,
                                         const ModuleGraph& graph);

}  // namespace modgraph::test
