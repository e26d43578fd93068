#pragma once

// The words of a command line before its options are known, and what is said
// about words that nothing knows.

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// The arguments with the command that the user left out: `modgraph PATH` is
/// `modgraph analyze PATH`. Fails (kUsage) when the first word is neither a
/// command nor a file.
Result<std::vector<std::string>> with_command(
    std::vector<std::string> arguments);

/// With a capital letter in front, if it is one of ASCII.
std::string capitalised(std::string_view text);

/// "did you mean 'analyze'?", or `otherwise` when nothing known is near.
std::string did_you_mean(std::string_view name,
                         const std::vector<std::string_view>& known,
                         std::string otherwise);

}  // namespace modgraph
