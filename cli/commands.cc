#include "cli/commands.h"

#include <algorithm>
#include <array>

namespace modgraph {

// Each stands in cli/commands/, in a file of its name.
extern const Command kWhyCommand;
extern const Command kWhatifCommand;
extern const Command kCyclesCommand;
extern const Command kDriftCommand;
extern const Command kIndirectCommand;
extern const Command kVendorCommand;
extern const Command kRankCommand;
extern const Command kCutCommand;

namespace {

// Adding a command is adding a row.
constexpr std::array kCommands = {
    &kWhyCommand,
    &kWhatifCommand,
    &kCyclesCommand,
    &kDriftCommand,
    &kIndirectCommand,
    &kVendorCommand,
    &kRankCommand,
    &kCutCommand,
};

}  // namespace

std::span<const Command* const> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(
      kCommands.begin(), kCommands.end(),
      [&](const Command* command) { return command->name == name; });
  return found == kCommands.end() ? nullptr : *found;
}

}  // namespace modgraph
