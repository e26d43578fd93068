// What is different between two builds?
//
// Both build lists are walked side by side by path. A version is in a build
// because something requires exactly it, so its requirers are the reason for
// which it came, or for which it had been there.
// Source: none; a merge of two sorted lists.
// Cost: O(modules log modules), and the requirers of what changed.
// Tested by build_difference_test.cc.

#include "engine/analysis/build/build_difference.h"

#include <map>
#include <string_view>
#include <utility>

#include "engine/analysis/graph/requirers.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// A module as a build uses it.
struct Used {
  NodeId node{};
  const ModuleVersion* replaced_by = nullptr;  // null: not replaced
};

struct BuildView {
  const ModuleGraph& graph;
  std::map<std::string_view, Used> modules;  // by path
};

void add_go_and_toolchain(BuildView& build) {
  for (const std::string_view name : {"go", "toolchain"})
    if (const auto m = build.graph.find(name))
      build.modules.emplace(name, Used{build.graph.selected(*m), nullptr});
}

BuildView build_of(const ResolvedBuild& build) {
  BuildView out{build.graph, {}};
  for (const BuildModule& m : build.build_list)
    out.modules.emplace(
        build.graph.path(m.node),
        Used{m.node, m.replaced ? &m.replaced->shown : nullptr});
  add_go_and_toolchain(out);
  return out;
}

BuildView build_of(const Project& project) {
  BuildView out{project.graph, {}};
  for (const ListedModule& m : *project.resolved)
    out.modules.emplace(
        project.graph.path(m.node),
        Used{m.node, m.replaced_by ? &*m.replaced_by : nullptr});
  add_go_and_toolchain(out);
  return out;
}

UsedVersion version_of(const BuildView& build, const Used& used) {
  UsedVersion out{std::string(build.graph.version(used.node)), {}};
  if (used.replaced_by != nullptr) out.replaced_by = *used.replaced_by;
  return out;
}

std::vector<std::string> required_by(const BuildView& build, NodeId node) {
  std::vector<std::string> out;
  for (const NodeId n : distinct_requirers(build.graph, node))
    out.push_back(build.graph.name(n));
  return out;
}

BuildDifference difference(const BuildView& before, const BuildView& after) {
  BuildDifference out;
  const auto add = [&](std::string_view path, const Used* was, const Used* is) {
    ModuleChange change;
    change.path = path;
    if (was != nullptr) change.before = version_of(before, *was);
    if (is != nullptr) change.after = version_of(after, *is);
    if (change.before == change.after) return;
    if (was != nullptr)
      change.required_by_before = required_by(before, was->node);
    if (is != nullptr) change.required_by_after = required_by(after, is->node);
    if (was != nullptr && is != nullptr)
      change.direction = compare_versions(
          module_kind(path), change.after->version, change.before->version);
    if (module_kind(path) == ModuleKind::kModule)
      ++(was == nullptr  ? out.added
         : is == nullptr ? out.removed
                         : out.changed);
    out.modules.push_back(std::move(change));
  };

  auto a = before.modules.begin();
  auto b = after.modules.begin();
  while (a != before.modules.end() || b != after.modules.end()) {
    const bool only_old = b == after.modules.end() ||
                          (a != before.modules.end() && a->first < b->first);
    const bool only_new =
        !only_old && (a == before.modules.end() || b->first < a->first);
    const std::string_view path = only_new ? b->first : a->first;
    const Used* const was = only_new ? nullptr : &(a++)->second;
    const Used* const is = only_old ? nullptr : &(b++)->second;
    add(path, was, is);
  }
  return out;
}

}  // namespace

BuildDifference build_difference(const ResolvedBuild& before,
                                 const ResolvedBuild& after) {
  return difference(build_of(before), build_of(after));
}

BuildDifference build_difference(const Project& before, const Project& after) {
  return difference(build_of(before), build_of(after));
}

}  // namespace modgraph
