#pragma once

// A word for the command line of a POSIX shell.

#include <string>
#include <string_view>

namespace modgraph {

/// The text as one word: as it is where no shell reads anything into it, else
/// in single quotes. What it contains is never interpreted.
/// Source: POSIX.1-2017, Shell Command Language, 2.2.
/// Tested by tests/engine/base/shell_word_test.cc.
std::string shell_word(std::string_view text);

}  // namespace modgraph
