#include <fmt/core.h>

#include <algorithm>

#include "engine/analysis/go_mod_lines/package_errors.h"
#include "engine/findings/findings.h"
#include "engine/model/go_version.h"

namespace modgraph {
namespace {

// Which modules have it, and how they came into the build.
void add_module(const Evidence& evidence, const ModuleVersion& m, Finding& f) {
  f.subjects.push_back({m.path, m.version});
  if (!f.location) f.location = evidence.lines.location(m.path);
  if (const auto node = evidence.project.graph.find(m.path, m.version))
    add_chain_and_requirers(evidence, *node, f);
}

constexpr const char* kWhatToDo =
    "raise the outer module to a version without this folder, or exclude one "
    "of "
    "them";

Finding ambiguous_finding(const Evidence& evidence, const FailedImport& found) {
  std::vector<std::string> names;
  for (const ModuleVersion& m : found.modules) names.push_back(module_name(m));
  Finding f = new_finding(
      "MG3009", fmt::format("package '{}' is in {} modules: {}", found.package,
                            names.size(), some_of(names)));
  for (const ModuleVersion& m : found.modules) add_module(evidence, m, f);
  if (found.error.where.line > 0)
    f.notes.push_back(fmt::format("imported at {}:{}", found.error.where.file,
                                  found.error.where.line));
  f.notes.emplace_back(kWhatToDo);
  return f;
}

// Whether a go.mod of ours says that packages of the module are in the build.
// From Go 1.17 on it has a line for each that gives some; one that nothing else
// in the graph requires may be stale.
bool gives_packages_of_its_own(const Evidence& evidence, ModuleId m) {
  const ModuleGraph& graph = evidence.project.graph;
  const auto is_required = [&](NodeId version) {
    const auto requirers = graph.requirers(version);
    return std::any_of(requirers.begin(), requirers.end(),
                       [&](NodeId r) { return !graph.is_main(r); });
  };
  const auto versions = graph.versions(m);
  const bool required =
      std::any_of(versions.begin(), versions.end(), is_required);
  for (const RequirementLines::Line& line : evidence.lines.of(graph.path(m))) {
    if (!line.requirement->indirect) return true;
    const auto& go = line.manifest->go;
    if (required && go && compare_go_versions(go->version, "1.17") >= 0)
      return true;
  }
  return false;
}

// The packages of a main module are what is built.
bool is_main(const ModuleGraph& graph, ModuleId m) {
  return graph.is_main(graph.selected(m));
}

// That nobody imports what both have cannot be ruled out, but where the inner
// module is in the build for nothing else.
bool is_imported(const Evidence& evidence, const SharedPackages& shared,
                 ModuleId outer, ModuleId inner) {
  const ModuleGraph& graph = evidence.project.graph;
  if (is_main(graph, outer) || is_main(graph, inner)) return true;
  return shared.all_of_inner && gives_packages_of_its_own(evidence, inner);
}

Finding shared_packages_finding(const Evidence& evidence,
                                const SharedPackages& shared, ModuleId outer,
                                ModuleId inner) {
  const ModuleGraph& graph = evidence.project.graph;
  const bool one = shared.packages.size() == 1;
  Finding f = new_finding(
      "MG3009",
      fmt::format("{} in 2 modules: {} and {}",
                  one ? fmt::format("package '{}' is", shared.packages.front())
                      : fmt::format("{} packages are", shared.packages.size()),
                  graph.name(graph.selected(outer)),
                  graph.name(graph.selected(inner))));
  if (!one) f.notes.push_back("they are " + some_of(shared.packages));
  for (const ModuleId m : {outer, inner}) {
    const NodeId selected = graph.selected(m);
    add_module(evidence,
               {std::string(graph.path(selected)),
                std::string(graph.version(selected))},
               f);
  }
  const bool imported = is_imported(evidence, shared, outer, inner);
  f.level = imported ? Level::kWarning : Level::kNote;
  if (!imported)
    f.notes.emplace_back(
        one ? "an import of it might fail; whether there is one, only package "
              "data say (--packages)"
            : "an import of one of them might fail; whether there is one, only "
              "package data say (--packages)");
  else if (is_main(graph, outer) || is_main(graph, inner))
    f.notes.emplace_back(
        "the main module's own packages cannot be loaded by that path");
  else
    f.notes.push_back(fmt::format(
        "'{}' has no other package, so that whatever is imported from it is "
        "ambiguous",
        graph.path(inner)));
  f.notes.emplace_back(kWhatToDo);
  return f;
}

// Package data know better: they have the imports that fail.
std::vector<Finding> shared_packages_findings(const Evidence& evidence) {
  std::vector<Finding> out;
  const Project& project = evidence.project;
  if (!project.packages.empty()) return out;
  for (const SharedPackages& shared : project.metadata.shared_packages) {
    // After an edit either may be out of the build.
    const auto outer = project.graph.find(shared.outer);
    const auto inner = project.graph.find(shared.inner);
    if (outer && inner)
      out.push_back(shared_packages_finding(evidence, shared, *outer, *inner));
  }
  return out;
}

}  // namespace

std::vector<Finding> ambiguous_import_findings(const Evidence& evidence) {
  std::vector<Finding> out = shared_packages_findings(evidence);
  for (const FailedImport& found : failed_imports(evidence.project.packages))
    if (found.modules.size() > 1)
      out.push_back(ambiguous_finding(evidence, found));
  return out;
}

}  // namespace modgraph
