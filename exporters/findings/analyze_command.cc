#include "exporters/findings/analyze_command.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/base/shell_word.h"

namespace modgraph {
namespace {

// What the go command answered, instead of a file.
bool is_from_go(const InputDigest& input) {
  return input.path.starts_with("go mod ") ||
         input.path.starts_with("go list ");
}

std::string_view input_flag(std::string_view kind) {
  constexpr std::array<std::string_view, 7> kKinds = {
      "graph", "mod", "work", "list", "packages", "sum", "timings"};
  constexpr std::array<std::string_view, 7> kFlags = {
      "--graph",    "--mod", "--work",   "--list",
      "--packages", "--sum", "--timings"};
  const auto* const row = std::find(kKinds.begin(), kKinds.end(), kind);
  return row == kKinds.end()
             ? std::string_view()
             : kFlags[static_cast<std::size_t>(row - kKinds.begin())];
}

// "services/api" for "services/api/go.mod".
std::string folder_of(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  return slash == std::string_view::npos ? "."
                                         : std::string(file.substr(0, slash));
}

// The build was resolved from the files of a folder: no graph was given.
std::string folder_analysed(const Report& report) {
  for (const std::string_view kind : {"work", "mod"})
    for (const InputDigest& input : report.inputs)
      if (input.kind == kind) return folder_of(input.path);
  return ".";
}

}  // namespace

std::string analyze_command(const Report& report) {
  const auto has = [&](std::string_view kind) {
    return std::any_of(report.inputs.begin(), report.inputs.end(),
                       [&](auto& input) { return input.kind == kind; });
  };
  const bool from_go =
      std::any_of(report.inputs.begin(), report.inputs.end(), is_from_go);
  const bool from_files = (has("graph") || has("list")) && !from_go;
  std::string command = "modgraph analyze";
  if (from_go) command += " --go";
  for (const InputDigest& input : report.inputs) {
    const std::string_view flag = input_flag(input.kind);
    const bool implied =
        !from_files && (input.kind == "mod" || input.kind == "work");
    if (flag.empty() || is_from_go(input) || implied) continue;
    command.append(" ").append(flag).append(" ").append(shell_word(input.path));
  }
  if (!from_files) command += " " + shell_word(folder_analysed(report));
  if (report.gate)
    command += (report.gate->is_merge_base ? " --new-from-merge-base "
                                           : " --new-from-rev ") +
               shell_word(report.gate->base);
  return command;
}

}  // namespace modgraph
