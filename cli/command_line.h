#pragma once

// The words of a command line: which command they mean, and what its help says.

#include <string>
#include <vector>

#include "cli/command.h"
#include "engine/base/result.h"

namespace modgraph {

/// A command that is ready to run, or text that answers the line itself: help
/// or the version.
struct CommandLine {
  GlobalOptions global;
  RunCommand run;
};

/// Reads the arguments, without the program's name, and MODGRAPH_<OPTION>
/// variables. A first word that is no command but a path means `analyze`.
/// Fails (kUsage) with what is wrong, and the nearest name that is right.
Result<CommandLine> read_command_line(
    const std::vector<std::string>& arguments);

/// What to type first.
std::string short_help();

/// All about one command.
std::string help_of(const Command& command);

}  // namespace modgraph
