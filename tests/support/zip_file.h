#pragma once

// Archives as the go command keeps them, without content.

#include <string>
#include <vector>

namespace modgraph::test {

/// The bytes of an archive with empty files of these names.
std::string zip_of(const std::vector<std::string>& names);

}  // namespace modgraph::test
