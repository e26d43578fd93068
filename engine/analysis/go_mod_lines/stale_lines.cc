// Which `// indirect` lines would `go mod tidy` remove?
//
// With package data: those of modules that give no package. The data is of one
// build configuration, while `go mod tidy` regards all of them. But an import
// on any platform needs a chain of modules, each requiring the next, that
// begins at a module of the build: where no chain leads, nothing can import.
// Without package data: lines of modules that no other vertex requires; these
// may still be imported by a dependency that has no go.mod.
// Source: `go help mod tidy`; go.dev/ref/mod#go-mod-file-updates.
// Cost: O(V + E + lines log lines).
// Tested by stale_lines_test.cc, indirect_agreement_test.cc,
// corpus_indirect_test.cc.

#include "engine/analysis/go_mod_lines/stale_lines.h"

#include <algorithm>
#include <optional>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"

namespace modgraph {
namespace {

// A line that is looked at, and the vertices that it is about.
struct StaleCandidate {
  LineOf line;
  NodeId main{};
  ModuleId module{};
};

// Whether a package path lies in a module of this path.
bool is_inside(std::string_view package, std::string_view module) {
  return package.starts_with(module) &&
         (package.size() == module.size() || package[module.size()] == '/');
}

bool gives_tool(std::span<const Manifest> manifests, std::string_view module) {
  for (const Manifest& manifest : manifests)
    for (const PathDirective& tool : manifest.tool)
      if (is_inside(tool.path, module)) return true;
  return false;
}

std::vector<StaleCandidate> candidates(const ModuleGraph& graph,
                                       std::span<const Manifest> manifests) {
  std::vector<StaleCandidate> out;
  const Exclusions excluded(manifests);
  for (std::size_t i = 0; i < manifests.size(); ++i) {
    const auto main = main_of(graph, manifests[i]);
    if (!main) continue;
    std::vector<std::string_view> direct;
    for (const Requirement& line : manifests[i].require)
      if (!line.indirect) direct.push_back(line.module.path);
    std::sort(direct.begin(), direct.end());
    for (std::size_t j = 0; j < manifests[i].require.size(); ++j) {
      const Requirement& line = manifests[i].require[j];
      const std::string& path = line.module.path;
      const auto module = graph.find(path);
      if (!line.indirect || !module || excluded.contains(line.module)) continue;
      if (graph.is_main(graph.selected(*module)) ||
          std::binary_search(direct.begin(), direct.end(), path) ||
          gives_tool(manifests, path))
        continue;
      out.push_back({{i, j}, *main, *module});
    }
  }
  return out;
}

bool only_main_requires(const ModuleGraph& graph, const StaleCandidate& c) {
  for (const NodeId version : graph.versions(c.module))
    for (const NodeId by : graph.requirers(version))
      if (by != c.main) return false;
  return true;
}

// The modules that something of the build leads to: main modules without their
// indirect lines, modules that give packages, and those of tools.
std::vector<bool> led_to(const ModuleGraph& graph,
                         const Digraph<ModuleId>& selected,
                         std::span<const Manifest> manifests,
                         const std::vector<StaleCandidate>& candidates,
                         const PackageUse& packages) {
  std::vector<Edge<ModuleId>> lines;
  for (const StaleCandidate& c : candidates)
    lines.push_back({graph.module_of(c.main), c.module});
  std::sort(lines.begin(), lines.end());
  std::vector<bool> marked(graph.module_count());
  std::vector<ModuleId> open;
  const auto mark = [&](ModuleId m) {
    if (marked[index(m)]) return;
    marked[index(m)] = true;
    open.push_back(m);
  };
  for (const ModuleId m : graph.modules())
    if (packages.use[index(m)] != ModuleUse::kNone ||
        gives_tool(manifests, graph.path(m)))
      mark(m);
  while (!open.empty()) {
    const ModuleId from = open.back();
    open.pop_back();
    const bool is_main = graph.is_main(graph.selected(from));
    for (const ModuleId to : selected.dependencies(from))
      if (!is_main || !std::binary_search(lines.begin(), lines.end(),
                                          Edge<ModuleId>{from, to}))
        mark(to);
  }
  return marked;
}

}  // namespace

std::vector<StaleLine> stale_indirect_lines(const ModuleGraph& graph,
                                            const Digraph<ModuleId>& selected,
                                            std::span<const Manifest> manifests,
                                            const PackageUse* packages) {
  std::vector<StaleLine> out;
  const std::vector<StaleCandidate> all = candidates(graph, manifests);
  const bool has_packages = packages != nullptr && packages->is_sound();
  std::vector<bool> reached;
  if (has_packages && !all.empty())
    reached = led_to(graph, selected, manifests, all, *packages);
  for (const StaleCandidate& c : all) {
    std::optional<StaleReason> reason;
    if (!has_packages) {
      if (only_main_requires(graph, c)) reason = StaleReason::kNobodyRequires;
    } else if (packages->use[index(c.module)] == ModuleUse::kNone) {
      reason = reached[index(c.module)] ? StaleReason::kNoPackageHere
                                        : StaleReason::kUnreachable;
    }
    if (reason) out.push_back({c.line, graph.selected(c.module), *reason});
  }
  return out;
}

}  // namespace modgraph
