#pragma once

// The rules of the house: who may include whom, what stays out of the engine
// and out of headers, what is banned. Each is a row of a table in
// house_rules.cc. Tested by tests/architecture/layers_test.cc.

#include <string>
#include <string_view>
#include <vector>

namespace modgraph {

/// Every rule that a source file breaks, as `file:line: sentence`. The path is
/// relative to the repository's root; tests and benchmarks may do more.
std::vector<std::string> broken_rules(const std::string& path,
                                      std::string_view text);

}  // namespace modgraph
