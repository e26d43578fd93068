// Who keeps the go line of the build from being lower?
//
// Idea: a go line is a requirement of a pseudo-module `go`, selected like any
// other version: the highest that is required, also from a version that is
// not selected itself. Where dependencies require as much as the main module
// does, it cannot go lower. Go lines before 1.21 are no requirements.
// Source: go.dev/doc/toolchain, go.dev/ref/mod#go-mod-file-go.
// Cost: O(V + E + rows log V).
// Tested by forced_go_test.cc, build_questions_agreement_test.cc.

#include "engine/analysis/versions/forced_go.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/graph/requirers.h"
#include "engine/model/go_version.h"

namespace modgraph {
namespace {

constexpr std::string_view kFirstRequired = "1.21";

bool is_older(std::string_view a, std::string_view b) {
  return compare_go_versions(a, b) < 0;
}

void raise(std::string& to, std::string_view version) {
  if (to.empty() || is_older(to, version)) to = version;
}

// The go version that a main module requires in the graph: its line, perhaps
// repaired.
std::string recorded_line(const ModuleGraph& graph) {
  std::string out;
  for (NodeId main : graph.mains())
    for (NodeId n : graph.requirements(main))
      if (graph.kind(graph.module_of(n)) == ModuleKind::kGo)
        raise(out, graph.version(n));
  return out;
}

std::string own_line(const Project& project) {
  if (project.work)
    return project.work->go ? project.work->go->version : std::string();
  if (project.manifests.empty()) return recorded_line(project.graph);
  std::string out;
  for (const Manifest& m : project.manifests)
    if (m.go) raise(out, m.go->version);
  return out;
}

std::vector<NodeId> dependencies_only(const ModuleGraph& graph,
                                      std::vector<NodeId> nodes) {
  std::erase_if(nodes, [&](NodeId n) {
    return graph.is_main(n) ||
           graph.kind(graph.module_of(n)) != ModuleKind::kModule;
  });
  return nodes;
}

// From the vertices of `go`, the highest first.
ForcedGo by_graph(const ModuleGraph& graph, ModuleId go) {
  ForcedGo out;
  const auto versions = graph.versions(go);
  for (auto i = static_cast<std::uint32_t>(index(versions.back()) + 1);
       i-- > index(versions.front());) {
    const NodeId version{i};
    out.by = dependencies_only(graph, distinct_requirers(graph, version));
    if (out.by.empty()) continue;
    out.forced = graph.version(version);
    break;
  }
  return out;
}

bool is_required_by_main(const ModuleGraph& graph, NodeId node) {
  const auto by = graph.requirers(node);
  return std::any_of(by.begin(), by.end(),
                     [&](NodeId n) { return graph.is_main(n); });
}

// From the rows of `go list`.
ForcedGo by_facts(const Project& project) {
  const ModuleGraph& graph = project.graph;
  ForcedGo out;
  for (const ModuleInfo& row : project.module_info) {
    if (row.main || row.version.empty() || !is_go_version(row.go_version) ||
        is_older(row.go_version, kFirstRequired) ||
        (!out.forced.empty() && is_older(row.go_version, out.forced)))
      continue;
    const auto node = graph.find(row.path, row.version);
    if (!node || !is_required_by_main(graph, *node)) continue;
    if (compare_go_versions(row.go_version, out.forced) != 0) out.by.clear();
    out.forced = row.go_version;
    out.by.push_back(*node);
  }
  std::sort(out.by.begin(), out.by.end(),
            [&](NodeId a, NodeId b) { return graph.name(a) < graph.name(b); });
  out.by.erase(std::unique(out.by.begin(), out.by.end()), out.by.end());
  return out;
}

}  // namespace

std::optional<ForcedGo> forced_go(const Project& project) {
  const auto go = project.graph.find("go");
  ForcedGo out = go && project.graph.kind(*go) == ModuleKind::kGo
                     ? by_graph(project.graph, *go)
                     : by_facts(project);
  if (out.by.empty() || is_older(out.forced, kFirstRequired))
    return std::nullopt;
  out.own = own_line(project);
  if (!out.own.empty() && is_older(out.forced, out.own)) return std::nullopt;
  out.raised = !out.own.empty() && is_older(out.own, out.forced);
  return out;
}

}  // namespace modgraph
