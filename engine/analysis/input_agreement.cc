// Do the requirement graph, the go.mod files and the module list describe the
// same build?
//
// The go command selects at least the version that a go.mod requires, so a
// lower one in the graph, or none, means that the graph is older than the file.
// `go list -m all` prints the build list, which is the highest version of every
// module in the graph. Sorted lists, walked side by side.
// Tested by input_agreement_test.cc, corpus_cycles_test.cc.

#include "engine/analysis/input_agreement.h"

#include <algorithm>
#include <string_view>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

bool contains(const std::vector<std::string>& sorted, const std::string& path) {
  return std::binary_search(sorted.begin(), sorted.end(), path);
}

std::vector<std::string> mains_of(const ModuleGraph& graph) {
  std::vector<std::string> out;
  for (NodeId main : graph.mains()) out.emplace_back(graph.path(main));
  return out;
}

std::vector<std::string> mains_of(std::span<const ModuleInfo> list) {
  std::vector<std::string> out;
  for (const ModuleInfo& row : list)
    if (row.main) out.push_back(row.path);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Whether it can be what `go list -m all` prints: main modules come first.
bool is_build_list(std::span<const ModuleInfo> list) {
  return !list.empty() && list.front().main &&
         std::any_of(list.begin(), list.end(),
                     [](const ModuleInfo& row) { return !row.main; });
}

// A row that the go command could not complete may lack its version.
bool states_version(const ModuleInfo& row) {
  return row.main || !row.version.empty();
}

// A go.mod that the list does not know: its main module is in the graph too.
bool is_told(const std::vector<OtherMainModule>& mains,
             const std::string& path) {
  return std::any_of(mains.begin(), mains.end(),
                     [&](const OtherMainModule& m) { return m.path == path; });
}

std::vector<OtherMainModule> compare_mains(const ModuleGraph& graph,
                                           std::span<const Manifest> manifests,
                                           std::span<const ModuleInfo> list) {
  const std::vector<std::string> of_graph = mains_of(graph);
  const std::vector<std::string> of_list = mains_of(list);
  std::vector<OtherMainModule> out;
  for (std::size_t i = 0; i < manifests.size(); ++i) {
    const auto& module = manifests[i].module;
    if (!module) continue;
    const auto differs_from = [&](InputSource other,
                                  const std::vector<std::string>& mains) {
      out.push_back({InputSource::kManifest, i, module->where.line,
                     module->path, other, mains});
    };
    if (!contains(of_graph, module->path))
      differs_from(InputSource::kGraph, of_graph);
    else if (is_build_list(list) && !contains(of_list, module->path))
      differs_from(InputSource::kList, of_list);
  }
  for (const ModuleInfo& row : list)
    if (row.main && !contains(of_graph, row.path))
      out.push_back({InputSource::kList, 0, row.line, row.path,
                     InputSource::kGraph, of_graph});
  if (is_build_list(list))
    for (const std::string& path : of_graph)
      if (!contains(of_list, path) && !is_told(out, path))
        out.push_back(
            {InputSource::kGraph, 0, 0, path, InputSource::kList, of_list});
  return out;
}

std::vector<RequirementNotInGraph> compare_requirements(
    const ModuleGraph& graph, std::span<const Manifest> manifests) {
  const Exclusions excluded(manifests);
  std::vector<RequirementNotInGraph> out;
  for (std::size_t i = 0; i < manifests.size(); ++i) {
    if (!main_of(graph, manifests[i])) continue;
    for (const Requirement& line : manifests[i].require) {
      const auto& [path, version] = line.module;
      if (canonical_version(version) != version) continue;
      if (excluded.contains(line.module)) continue;
      const auto module = graph.find(path);
      if (!module) {
        out.push_back({i, line, std::nullopt});
        continue;
      }
      const NodeId selected = graph.selected(*module);
      if (!graph.is_main(selected) &&
          compare_semver(graph.version(selected), version) < 0)
        out.push_back({i, line, std::string(graph.version(selected))});
    }
  }
  return out;
}

// The go command writes a line for everything that a main module requires; a
// repaired graph has other versions, not other modules.
std::vector<RequirementNotInManifest> compare_manifests(
    const ModuleGraph& graph, std::span<const Manifest> manifests) {
  std::vector<RequirementNotInManifest> out;
  for (std::size_t i = 0; i < manifests.size(); ++i) {
    const auto main = main_of(graph, manifests[i]);
    if (!main) continue;
    std::vector<std::string_view> listed;
    for (const Requirement& line : manifests[i].require)
      listed.push_back(line.module.path);
    std::sort(listed.begin(), listed.end());
    std::vector<NodeId> required(graph.requirements(*main).begin(),
                                 graph.requirements(*main).end());
    std::sort(required.begin(), required.end());
    for (const NodeId n : required) {
      const std::string_view path = graph.path(n);
      if (graph.kind(graph.module_of(n)) != ModuleKind::kModule ||
          std::binary_search(listed.begin(), listed.end(), path))
        continue;
      if (out.empty() || out.back().manifest != i || out.back().path != path)
        out.push_back({i, std::string(path), std::string(graph.version(n))});
    }
  }
  return out;
}

std::vector<ListDisagreement> compare_build_lists(
    const ModuleGraph& graph, std::span<const ModuleInfo> list) {
  std::vector<const ModuleInfo*> rows;
  for (const ModuleInfo& row : list)
    if (module_kind(row.path) == ModuleKind::kModule) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ModuleInfo* a, const ModuleInfo* b) {
                     return a->path < b->path;
                   });
  std::vector<ListDisagreement> out;
  auto row = rows.begin();
  const auto only_in_list = [&] {
    out.push_back({(*row)->path, std::nullopt, (*row)->version, (*row)->line});
    ++row;
  };
  for (ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule) continue;
    const std::string_view path = graph.path(m);
    const std::string_view version = graph.version(graph.selected(m));
    while (row != rows.end() && (*row)->path < path) only_in_list();
    if (row == rows.end() || (*row)->path != path)
      out.push_back({std::string(path), std::string(version), {}, 0});
    for (; row != rows.end() && (*row)->path == path; ++row)
      if ((*row)->version != version && states_version(**row))
        out.push_back({std::string(path), std::string(version), (*row)->version,
                       (*row)->line});
  }
  while (row != rows.end()) only_in_list();
  return out;
}

}  // namespace

InputDisagreements input_disagreements(const ModuleGraph& graph,
                                       std::span<const Manifest> manifests,
                                       std::span<const ModuleInfo> list) {
  InputDisagreements out;
  out.mains = compare_mains(graph, manifests, list);
  out.requirements = compare_requirements(graph, manifests);
  out.unlisted = compare_manifests(graph, manifests);
  if (is_build_list(list) && mains_of(graph) == mains_of(list))
    out.list = compare_build_lists(graph, list);
  return out;
}

}  // namespace modgraph
