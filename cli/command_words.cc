#include "cli/command_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/questions.h"
#include "engine/base/edit_distance.h"

namespace modgraph {
namespace {

std::vector<std::string_view> commands() {
  std::vector<std::string_view> out = {"analyze",  "graph",  "list",
                                       "why",      "whatif", "explain",
                                       "manifest", "version"};
  for (const Question& q : questions()) out.push_back(q.name);
  return out;
}

}  // namespace

std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && 'a' <= out.front() && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
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
    const std::vector<std::string_view> known = commands();
    if (std::find(known.begin(), known.end(), *word) != known.end())
      return arguments;
    std::error_code ignored;
    if (*word != "-" && !std::filesystem::exists(*word, ignored) &&
        word->find('/') == std::string::npos)
      return fail(usage_error(
          fmt::format("'{}' is neither a command nor a file", *word),
          did_you_mean(*word, known, "`modgraph --help` shows the commands")));
    arguments.insert(word, "analyze");
    return arguments;
  }
  return arguments;
}

}  // namespace modgraph
