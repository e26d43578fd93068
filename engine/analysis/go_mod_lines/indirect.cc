// What do indirect requirements do to the build?
//
// The single questions are their own files; here they get what they need, and
// are left out where the input cannot answer: without a requirement graph
// only the main modules are known to require anything.
// Source and cost: the single files state theirs.
// Tested by tests/engine/analysis/go_mod_lines/indirect_test.cc.

#include "engine/analysis/go_mod_lines/indirect.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"

namespace modgraph {
namespace {

// The go line of each node, as far as the inputs say. Module lists and resolved
// builds know the selected versions; in the graph, a requirement of go shows a
// go line of 1.21 or later.
std::vector<GoLine> go_lines(const Project& project) {
  const ModuleGraph& graph = project.graph;
  std::vector<GoLine> out(graph.node_count());
  for (const ModuleInfo& row : project.module_info) {
    const auto node = graph.find(row.path, row.version);
    if (node && (!row.go_mod.empty() || !row.go_version.empty()))
      out[index(*node)] = row.go_version;
  }
  if (project.resolved)
    for (const ListedModule& m : *project.resolved)
      if (graph.loaded(m.node) == Loaded::kYes)
        out[index(m.node)] = m.go_version;
  if (const auto go = graph.find("go"))
    for (const NodeId version : graph.versions(*go))
      for (const NodeId by : graph.requirers(version))
        out[index(by)] = std::string(graph.version(version));
  for (const Manifest& manifest : project.manifests)
    if (const auto main = main_of(graph, manifest))
      out[index(*main)] = manifest.go ? manifest.go->version : std::string();
  return out;
}

// That nothing known requires a module says nothing where something is not
// known, or where the build copies packages of it.
void drop_unproven(const Project& project, std::vector<StaleLine>& lines) {
  const bool is_partial = !project.partial_because.empty();
  const VendorFolder* vendor = project.folder && project.folder->vendor
                                   ? &*project.folder->vendor
                                   : nullptr;
  const auto is_vendored = [&](std::string_view path) {
    return vendor != nullptr && std::any_of(vendor->modules.modules.begin(),
                                            vendor->modules.modules.end(),
                                            [&](const VendoredModule& m) {
                                              return m.module.path == path &&
                                                     !m.packages.empty();
                                            });
  };
  std::erase_if(lines, [&](const StaleLine& line) {
    return line.reason == StaleReason::kNobodyRequires &&
           (is_partial || is_vendored(project.graph.path(line.selected)));
  });
}

}  // namespace

bool knows_graph(const Project& project) {
  return project.requirements_known && project.has_graph_text &&
         !project.has_stand_ins;
}

IndirectAnswers indirect_answers(const Project& project,
                                 const Digraph<ModuleId>& selected,
                                 const std::vector<std::uint32_t>& exclusive) {
  const ModuleGraph& graph = project.graph;
  IndirectAnswers out;
  if (!project.packages.empty())
    out.packages = package_use(graph, project.manifests, project.packages);
  if (!knows_graph(project)) return out;
  out.heavy = heavy_requirements(graph, selected, project.manifests, exclusive);
  if (project.resolved) weigh_by_dropping(project, selected, out.heavy);
  out.pinned_by_indirect = pinned_by_indirect(graph, project.manifests);
  out.stale = stale_indirect_lines(graph, selected, project.manifests,
                                   out.packages ? &*out.packages : nullptr);
  drop_unproven(project, out.stale);
  out.unreachable_modules = unreachable_modules(graph, exclusive);
  const std::vector<GoLine> lines = go_lines(project);
  out.go_lines_known =
      !project.module_info.empty() || project.resolved.has_value();
  out.unpruned = unpruned_closures(graph, lines);
  return out;
}

}  // namespace modgraph
