#include "tests/support/edit_cases.h"

#include <array>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "tests/support/golden.h"

namespace modgraph::test {
namespace {

constexpr std::string_view kBefore = "-- before --\n";
constexpr std::string_view kAfter = "-- after --\n";

constexpr auto kKinds = std::to_array<EditKind>(
    {EditKind::kRequire, EditKind::kDropRequire, EditKind::kExclude,
     EditKind::kDropExclude, EditKind::kReplace, EditKind::kDropReplace,
     EditKind::kGo, EditKind::kToolchain});

EditKind kind_named(std::string_view flag) {
  for (const EditKind kind : kKinds)
    if (flag == flag_name(kind)) return kind;
  throw std::runtime_error("no such flag: " + std::string(flag));
}

ModuleVersion module_of(std::string_view text) {
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
  if (kind != EditKind::kReplace) return {kind, module_of(argument)};
  const std::size_t arrow = argument.find('=');
  if (arrow == std::string_view::npos) return {kind, module_of(argument)};
  return {kind, module_of(argument.substr(0, arrow)),
          module_of(argument.substr(arrow + 1))};
}

}  // namespace

std::vector<EditCase> edit_cases() {
  const std::string folder = "importers/data/go_mod_edit/";
  std::vector<EditCase> out;
  for (const std::string& name : test_files(folder)) {
    const std::string text = test_data(folder + name);
    const std::size_t before = text.find(kBefore);
    const std::size_t after = text.find(kAfter);
    if (before == std::string::npos || after == std::string::npos)
      throw std::runtime_error("not a case: " + name);
    EditCase c;
    c.name = name;
    c.command = text.substr(0, before - 1);
    c.kind = c.command.starts_with("go work") ? ManifestKind::kGoWork
                                              : ManifestKind::kGoMod;
    const std::size_t begin = before + kBefore.size();
    c.before = text.substr(begin, after - begin);
    out.push_back(std::move(c));
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

std::string file_of(const EditCase& c, std::string_view after) {
  return c.command + "\n" + std::string(kBefore) + c.before +
         std::string(kAfter) + std::string(after);
}

}  // namespace modgraph::test
