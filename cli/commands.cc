#include "cli/commands.h"

#include <algorithm>
#include <array>

namespace modgraph {

// Each is in cli/commands/, in a file of its name.
extern const Command kAnalyzeCommand;
extern const Command kGraphCommand;
extern const Command kListCommand;
extern const Command kWhyCommand;
extern const Command kWhatifCommand;
extern const Command kSuggestCommand;
extern const Command kDiffCommand;
extern const Command kBaselineCommand;
extern const Command kConfigCommand;
extern const Command kCyclesCommand;
extern const Command kDriftCommand;
extern const Command kIndirectCommand;
extern const Command kVendorCommand;
extern const Command kCriticalCommand;
extern const Command kRankCommand;
extern const Command kCutCommand;
extern const Command kExplainCommand;
extern const Command kManifestCommand;
extern const Command kSchemaCommand;
extern const Command kVersionCommand;

namespace {

// In the order of help. Adding a command is adding a row.
constexpr std::array kCommands = {
    &kAnalyzeCommand,   //
    &kGraphCommand,     //
    &kListCommand,      //
    &kWhyCommand,       //
    &kWhatifCommand,    //
    &kSuggestCommand,   //
    &kDiffCommand,      //
    &kBaselineCommand,  //
    &kConfigCommand,    //
    &kCyclesCommand,    //
    &kDriftCommand,     //
    &kIndirectCommand,  //
    &kVendorCommand,    //
    &kCriticalCommand,  //
    &kRankCommand,      //
    &kCutCommand,       //
    &kExplainCommand,   //
    &kManifestCommand,  //
    &kSchemaCommand,    //
    &kVersionCommand,   //
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
