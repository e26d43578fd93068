#include "tests/support/reference/vendor.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace modgraph::reference {
namespace {

struct File {
  const Manifest* manifest = nullptr;
  bool is_work = false;
};

std::vector<File> files_of(const Project& project) {
  std::vector<File> out;
  if (project.work) out.push_back({&*project.work, true});
  for (const Manifest& m : project.manifests) out.push_back({&m, false});
  return out;
}

// What the go command reads for a vertex: of go.work if it says anything, else
// of the last go.mod that does; in a file, the exact version first.
const Replacement* winner(const Project& project, NodeId node) {
  const ModuleGraph& graph = project.graph;
  const Replacement* out = nullptr;
  for (const File& file : files_of(project)) {
    const Replacement* here = nullptr;
    for (const bool exact : {false, true})
      for (const Replacement& r : file.manifest->replace)
        if (r.old.path == graph.path(node) &&
            r.old.version == (exact ? graph.version(node) : ""))
          here = &r;
    if (here == nullptr) continue;
    out = here;
    if (file.is_work) break;
  }
  return out;
}

std::string effect(const Project& project, const File& file,
                   const Replacement& r) {
  const ModuleGraph& graph = project.graph;
  if (r.old.path == "go" || r.old.path == "toolchain") return "none";
  bool applies = false;
  bool main = false;
  std::string shadow, shadow_of_selected;
  for (const NodeId node : graph.nodes()) {
    if (graph.path(node) != r.old.path) continue;
    if (graph.is_main(node)) {
      main = true;
      continue;
    }
    if (graph.loaded(node) == Loaded::kNo && !graph.is_selected(node)) continue;
    if (!r.old.version.empty() && r.old.version != graph.version(node))
      continue;
    const Replacement* const by = winner(project, node);
    if (by->replacement == r.replacement) {
      applies = true;
      continue;
    }
    shadow = by->replacement.path;
    if (graph.is_selected(node)) shadow_of_selected = shadow;
  }
  if (!shadow_of_selected.empty()) return "shadowed by " + shadow_of_selected;
  if (applies) return "applies";
  if (!shadow.empty()) return "shadowed by " + shadow;
  return main && project.work && !file.is_work ? "silent" : "none";
}

}  // namespace

std::vector<std::string> replacement_effects(const Project& project) {
  std::vector<std::string> out;
  for (const File& file : files_of(project))
    for (const Replacement& r : file.manifest->replace)
      out.push_back(effect(project, file, r));
  return out;
}

std::vector<std::string> vendor_scores(const Project& project) {
  const ModuleGraph& graph = project.graph;
  std::vector<std::tuple<int, long, std::string>> rows;
  for (const NodeId node : graph.nodes()) {
    if (!graph.is_selected(node) || graph.is_main(node) ||
        graph.path(node) == "go" || graph.path(node) == "toolchain")
      continue;
    std::set<std::string_view> dependents;
    for (const NodeId from : graph.nodes())
      for (const NodeId to : graph.requirements(from))
        if (graph.is_selected(from) && graph.path(from) != "go" &&
            graph.path(from) != "toolchain" &&
            graph.path(to) == graph.path(node) &&
            graph.path(from) != graph.path(node))
          dependents.insert(graph.path(from));
    int points = 0;
    const Replacement* const by = winner(project, node);
    if (by != nullptr && by->replacement.version.empty())
      points = 1;
    else if (by != nullptr && by->replacement.path != by->old.path)
      points = 2;
    const std::string_view read =
        by == nullptr ? graph.version(node) : by->replacement.version;
    if (read.find("-20200101000000-") != read.npos) ++points;
    if (points > 0)
      rows.emplace_back(-points, -static_cast<long>(dependents.size()),
                        std::string(graph.path(node)));
  }
  std::sort(rows.begin(), rows.end());
  std::vector<std::string> out;
  for (const auto& [points, dependents, path] : rows)
    out.push_back(path + " " + std::to_string(-points) + " " +
                  std::to_string(-dependents));
  return out;
}

}  // namespace modgraph::reference
