#include "tests/support/edit_cases.h"

#include <array>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "tests/support/txtar.h"

namespace modgraph::test {
namespace {

constexpr auto kKinds = std::to_array<EditKind>(
    {EditKind::kRequire, EditKind::kDropRequire, EditKind::kExclude,
     EditKind::kDropExclude, EditKind::kReplace, EditKind::kDropReplace,
     EditKind::kGo, EditKind::kToolchain});

EditKind kind_named(std::string_view flag) {
  for (const EditKind kind : kKinds)
    if (flag == flag_name(kind)) return kind;
  throw std::runtime_error("no such flag: " + std::string(flag));
}

ModuleVersion parsed_module(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return {std::string(text), ""};
  return {std::string(text.substr(0, at)), std::string(text.substr(at + 1))};
}

ManifestEdit edit_of(std::string_view flag) {
  const std::size_t equals = flag.find('=');
  const EditKind kind = kind_named(flag.substr(1, equals - 1));
  const std::string_view argument = flag.substr(equals + 1);
  if (kind == EditKind::kGo || kind == EditKind::kToolchain)
    return {kind, {"", std::string(argument)}};
  if (kind == EditKind::kDropRequire)
    return {kind, {std::string(argument), ""}};
  if (kind != EditKind::kReplace) return {kind, parsed_module(argument)};
  const std::size_t arrow = argument.find('=');
  if (arrow == std::string_view::npos) return {kind, parsed_module(argument)};
  return {kind, parsed_module(argument.substr(0, arrow)),
          parsed_module(argument.substr(arrow + 1))};
}

}  // namespace

std::vector<EditCase> edit_cases() {
  std::vector<EditCase> out;
  for (const TxtarFile& file : txtar_inputs(kEditCases)) {
    if (file.name.ends_with(".edit")) {
      out.emplace_back().command = file.data.substr(0, file.data.find('\n'));
      continue;
    }
    if (out.empty() || !out.back().name.empty())
      throw std::runtime_error("not a case: " + file.name);
    EditCase& c = out.back();
    c.name = file.name;
    c.kind = file.name.ends_with(".work") ? ManifestKind::kGoWork
                                          : ManifestKind::kGoMod;
    c.before = file.data;
  }
  return out;
}

std::vector<std::string> flags_of(const EditCase& c) {
  std::istringstream words(c.command);
  std::vector<std::string> flags;
  for (std::string word; words >> word;)
    if (word.starts_with('-')) flags.push_back(word);
  return flags;
}

std::vector<ManifestEdit> edits_of(const EditCase& c) {
  std::vector<ManifestEdit> out;
  for (const std::string& flag : flags_of(c))
    if (flag != "-fmt") out.push_back(edit_of(flag));
  return out;
}

}  // namespace modgraph::test
