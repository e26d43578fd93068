#include <fmt/core.h>

#include <string_view>
#include <utility>

#include "engine/advice/fix_plan.h"

namespace modgraph {
namespace {

// What takes the place of a path below `mirror.from`; "" when it is not.
std::string mirrored(std::string_view path, const Mirror& mirror) {
  if (!path.starts_with(mirror.from)) return {};
  const std::string_view rest = path.substr(mirror.from.size());
  if (!rest.empty() && rest.front() != '/' && !mirror.from.ends_with('/'))
    return {};
  return mirror.to + std::string(rest);
}

std::vector<MainEdit> replacements(const ModuleGraph& graph,
                                   const Mirror& mirror) {
  std::vector<MainEdit> out;
  for (const ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule) continue;
    const std::string to = mirrored(graph.path(m), mirror);
    if (to.empty()) continue;
    for (const NodeId n : graph.versions(m)) {
      if (graph.is_main(n)) continue;
      const std::string version(graph.version(n));
      out.push_back({0,
                     {EditKind::kReplace,
                      {std::string(graph.path(m)), version},
                      {to, version}}});
    }
  }
  return out;
}

// A module that is not simply replaced, or null.
const ModuleChange* moved(const BuildDifference& difference) {
  for (const ModuleChange& c : difference.modules)
    if (!c.before || !c.after || c.before->version != c.after->version)
      return &c;
  return nullptr;
}

}  // namespace

Result<FixPlan> plan_mirrors(const EditSimulator& simulator,
                             std::span<const Mirror> mirrors) {
  const Project& project = simulator.unedited();
  SuggestedFix step;
  for (const Mirror& mirror : mirrors) {
    const auto edits = replacements(project.graph, mirror);
    if (edits.empty())
      return fail(input_error(
          fmt::format("the graph has no module below {}", mirror.from),
          "`modgraph list` shows the modules"));
    step.title +=
        fmt::format("{}replace {} with {}", step.title.empty() ? "" : ", ",
                    mirror.from, mirror.to);
    step.edits.insert(step.edits.end(), edits.begin(), edits.end());
  }
  auto build = simulator.simulate(step.edits);
  if (!build) {
    Errors errors = std::move(build.error());
    errors.front().message =
        "cannot simulate the mirror: " + errors.front().message;
    return fail(std::move(errors));
  }
  if (const ModuleChange* const c = moved(build->difference))
    return fail(input_error(
        fmt::format("the mirror leads to another build list: {} differs",
                    c->path),
        "its go.mod files are not the same as the originals"));
  step.commands = commands_of(step.edits, project.manifests);
  step.effect = effect_of(build->difference);
  step.lines = changed_lines(build->files);
  step.side_effects = {std::string(kBreaksInstall)};
  step.files = build->files;
  FixPlan out;
  out.effect = step.effect;
  out.files = std::move(build->files);
  out.steps.push_back(std::move(step));
  return out;
}

}  // namespace modgraph
