#include "engine/resolve/resolved_project.h"

#include <algorithm>
#include <utility>

namespace modgraph {

Project resolved_project(MainModules mains, ResolvedBuild build) {
  Project out;
  out.graph = std::move(build.graph);
  out.graph_file = "the module graph";
  out.resolved.emplace();
  for (const BuildModule& m : build.build_list) {
    out.resolved->push_back({m.node, {}, m.go_version});
    if (m.replaced) out.resolved->back().replaced_by = m.replaced->shown;
  }
  std::sort(out.resolved->begin(), out.resolved->end(),
            [](const ListedModule& a, const ListedModule& b) {
              return a.node < b.node;
            });
  if (!build.has_stand_ins) out.unpruned = std::move(build.unpruned);
  out.has_stand_ins = build.has_stand_ins;
  out.partial_because = std::move(build.partial_because);
  out.update = std::move(build.update);
  out.work = std::move(mains.work);
  for (MainModule& m : mains.modules)
    out.manifests.push_back(std::move(m.manifest));
  return out;
}

}  // namespace modgraph
