#include "cli/command_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "engine/base/edit_distance.h"

namespace modgraph {
namespace {

constexpr std::array<std::string_view, 7> kCommands = {
    "analyze", "graph", "list", "why", "whatif", "manifest", "version"};

}  // namespace

Error usage_error(std::string message, std::string hint) {
  return {ErrorKind::kUsage, std::move(message), {}, {}, std::move(hint)};
}

std::string did_you_mean(std::string_view name,
                         const std::vector<std::string_view>& known,
                         std::string otherwise) {
  const auto near = nearest(name, known);
  return near ? fmt::format("did you mean '{}'?", *near) : std::move(otherwise);
}

Result<std::vector<std::string>> with_command(
    std::vector<std::string> arguments) {
  for (auto word = arguments.begin(); word != arguments.end(); ++word) {
    if (*word == "-C" || *word == "--config" || *word == "--color" ||
        *word == "-j" || *word == "--jobs") {
      if (++word == arguments.end()) break;
      continue;
    }
    if (word->starts_with("-") && *word != "-") continue;
    if (std::find(kCommands.begin(), kCommands.end(), *word) != kCommands.end())
      return arguments;
    std::error_code ignored;
    if (*word != "-" && !std::filesystem::exists(*word, ignored) &&
        word->find('/') == std::string::npos)
      return fail(usage_error(
          fmt::format("'{}' is neither a command nor a file", *word),
          did_you_mean(*word, {kCommands.begin(), kCommands.end()},
                       "`modgraph --help` shows the commands")));
    arguments.insert(word, "analyze");
    return arguments;
  }
  return arguments;
}

}  // namespace modgraph
