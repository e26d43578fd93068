#pragma once

// Many go.mod and go.work files: those in the go command's own test scripts,
// and files that chance makes of them.

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/random_text.h"

namespace modgraph::test {

/// The files in the test scripts of the distribution at `go_root`, each once.
std::vector<std::string> go_mod_texts(const std::string& go_root);

/// The text with a few pieces put in, taken out or moved: most of them pieces
/// that mean something in a go.mod.
std::string changed_go_mod(Random& random, std::string text);

}  // namespace modgraph::test
