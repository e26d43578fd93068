#include "importers/go_mod_directives.h"

#include <algorithm>
#include <array>

namespace modgraph {
namespace {

using Id = GoModDirectiveId;

constexpr std::array<GoModDirective, 11> kDirectives = {{
    // id, name, in_mod, in_work, in_block, in_dependency
    {Id::kModule, "module", true, false, true, true},
    {Id::kGo, "go", true, true, false, true},
    {Id::kToolchain, "toolchain", true, true, false, false},
    {Id::kGodebug, "godebug", true, true, true, false},
    {Id::kRequire, "require", true, false, true, true},
    {Id::kExclude, "exclude", true, false, true, false},
    {Id::kReplace, "replace", true, true, true, false},
    {Id::kRetract, "retract", true, false, true, true},
    {Id::kTool, "tool", true, false, true, false},
    {Id::kIgnore, "ignore", true, false, true, true},
    {Id::kUse, "use", false, true, true, false},
}};

}  // namespace

const GoModDirective* find_directive(std::string_view name) {
  const auto* const found = std::find_if(
      kDirectives.begin(), kDirectives.end(),
      [&](const GoModDirective& each) { return each.name == name; });
  return found == kDirectives.end() ? nullptr : found;
}

std::vector<std::string_view> directive_names(ManifestKind kind) {
  std::vector<std::string_view> names;
  for (const GoModDirective& each : kDirectives)
    if (kind == ManifestKind::kGoMod ? each.in_mod : each.in_work)
      names.push_back(each.name);
  return names;
}

}  // namespace modgraph
