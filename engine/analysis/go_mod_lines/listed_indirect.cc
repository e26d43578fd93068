// Which requirements of main modules do their go.mod files call `// indirect`?
//
// Idea: each such line, looked up in the graph.
// Source: go.dev/ref/mod#go-mod-file-require.
// Cost: O(lines log modules).
// Tested by tests/engine/analysis/analysis_test.cc and
// project_difference_test.cc.

#include "engine/analysis/go_mod_lines/listed_indirect.h"

namespace modgraph {

std::vector<Edge<ModuleId>> listed_indirect(const Project& project) {
  std::vector<Edge<ModuleId>> out;
  for (const Manifest& manifest : project.manifests) {
    if (!manifest.module) continue;
    const auto main = project.graph.find(manifest.module->path);
    if (!main) continue;
    for (const Requirement& r : manifest.require) {
      if (!r.indirect) continue;
      if (const auto target = project.graph.find(r.module.path))
        out.push_back({*main, *target});
    }
  }
  return out;
}

}  // namespace modgraph
