#include "engine/base/file_path.h"
#include "engine/findings/findings.h"

namespace modgraph {

bool leads_inside(const Project& project, const std::string& file,
                  const std::string& folder) {
  return !is_absolute_path(folder) &&
         is_in_folder(join_path(parent_path(file), folder), project.repository);
}

std::vector<bool> our_modules(const Project& project,
                              const Analysis& analysis) {
  const ModuleGraph& graph = project.graph;
  std::vector<bool> out(graph.module_count());
  for (const NodeId main : graph.mains())
    out[index(graph.module_of(main))] = true;
  for (const ReplacementUse& use : analysis.replacements) {
    const Replacement& directive = use.placed.directive;
    if (use.effect != ReplacementEffect::kApplies ||
        !directive.replacement.version.empty())
      continue;
    const std::string& file = use.placed.manifest == kGoWorkFile
                                  ? project.work->file
                                  : project.manifests[use.placed.manifest].file;
    const auto module = graph.find(directive.old.path);
    if (module && leads_inside(project, file, directive.replacement.path))
      out[index(*module)] = true;
  }
  return out;
}

}  // namespace modgraph
