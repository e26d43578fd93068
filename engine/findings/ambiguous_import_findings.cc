#include <fmt/core.h>

#include "engine/analysis/go_mod_lines/package_errors.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

Finding ambiguous_finding(const Evidence& evidence, const FailedImport& found) {
  const ModuleGraph& graph = evidence.project.graph;
  std::vector<std::string> names;
  for (const ModuleVersion& m : found.modules) names.push_back(module_name(m));
  Finding f = new_finding(
      "MG3009", fmt::format("package '{}' is in {} modules: {}", found.package,
                            names.size(), some_of(names)));
  for (const ModuleVersion& m : found.modules) {
    f.subjects.push_back({m.path, m.version});
    if (!f.location) f.location = evidence.lines.location(m.path);
    if (const auto node = graph.find(m.path, m.version))
      add_chain_and_requirers(evidence, *node, f);
  }
  if (found.error.where.line > 0)
    f.notes.push_back(fmt::format("imported at {}:{}", found.error.where.file,
                                  found.error.where.line));
  f.notes.emplace_back(
      "raise the outer module to a version without this folder, or exclude one "
      "of them");
  return f;
}

}  // namespace

std::vector<Finding> ambiguous_import_findings(const Evidence& evidence) {
  std::vector<Finding> out;
  for (const FailedImport& found : failed_imports(evidence.project.packages))
    if (found.modules.size() > 1)
      out.push_back(ambiguous_finding(evidence, found));
  return out;
}

}  // namespace modgraph
