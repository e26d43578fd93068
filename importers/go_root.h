#pragma once

// Where the Go distribution is that a go command on PATH belongs to.
// Tested by tests/importers/go_root_test.cc.

#include <string>
#include <string_view>

namespace modgraph {

/// The GOROOT of the first go command in the folders of a PATH variable, links
/// followed; "" when there is none, or when it does not lie in a distribution.
/// Nothing is started.
std::string go_root_on_path(std::string_view path);

}  // namespace modgraph
