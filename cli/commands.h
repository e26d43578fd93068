#pragma once

// The table of commands: everything that lists commands reads it.

#include <span>
#include <string_view>

#include "cli/command.h"

namespace modgraph {

/// In the order of help.
std::span<const Command* const> commands();

/// Null when there is no such command.
const Command* find_command(std::string_view name);

}  // namespace modgraph
