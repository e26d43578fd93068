#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "engine/findings/findings.h"
#include "engine/model/go_version.h"

namespace modgraph {
namespace {

std::string in_small_letters(std::string_view path) {
  std::string out(path);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool has_capitals(std::string_view path) {
  return std::any_of(path.begin(), path.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

// By path in small letters: only paths with capitals can collide, so the others
// are looked up by name.
std::map<std::string, std::vector<ModuleId>> collisions(
    const ModuleGraph& graph) {
  std::map<std::string, std::vector<ModuleId>> out;
  for (const ModuleId m : graph.modules())
    if (has_capitals(graph.path(m)))
      out[in_small_letters(graph.path(m))].push_back(m);
  for (auto& [path, modules] : out)
    if (const auto plain = graph.find(path)) modules.push_back(*plain);
  std::erase_if(out, [](const auto& row) { return row.second.size() < 2; });
  return out;
}

// Whether packages of a module are in the build. From Go 1.17 on, go.mod has a
// line for every module that gives one.
std::optional<bool> gives_packages(const Evidence& evidence, ModuleId m) {
  const Project& project = evidence.project;
  const auto& packages = evidence.analysis.indirect.packages;
  if (packages && packages->is_sound())
    return packages->use[index(m)] != ModuleUse::kNone;
  if (project.manifests.empty()) return std::nullopt;
  for (const Manifest& manifest : project.manifests)
    if (!manifest.go || compare_go_versions(manifest.go->version, "1.17") < 0)
      return std::nullopt;
  return !evidence.lines.of(project.graph.path(m)).empty();
}

Level level_of(const Evidence& evidence, const std::vector<ModuleId>& modules) {
  std::size_t give = 0;
  for (const ModuleId m : modules) {
    const auto gives = gives_packages(evidence, m);
    if (!gives) return Level::kWarning;
    give += *gives ? 1u : 0u;
  }
  return give > 1 ? Level::kError : Level::kNote;
}

Finding collision(const Evidence& evidence,
                  const std::vector<ModuleId>& modules) {
  const ModuleGraph& graph = evidence.project.graph;
  std::vector<std::string> names;
  for (const ModuleId m : modules)
    names.push_back(graph.name(graph.selected(m)));
  std::sort(names.begin(), names.end());
  Finding f =
      new_finding("MG3010", fmt::format("modules of the build differ only in "
                                        "case: {}",
                                        some_of(names)));
  f.level = level_of(evidence, modules);
  for (const ModuleId m : modules) {
    const NodeId selected = graph.selected(m);
    f.subjects.push_back(subject_of(graph, selected));
    if (!f.location) f.location = evidence.lines.location(graph.path(m));
    add_chain_and_requirers(evidence, selected, f);
  }
  f.notes.emplace_back(
      f.level == Level::kNote
          ? "only one of them gives packages, so the build works"
          : "packages of both in one build are a \"case-insensitive import "
            "collision\": raise or replace what requires the old spelling");
  return f;
}

}  // namespace

std::vector<Finding> case_collision_findings(const Evidence& evidence) {
  std::vector<Finding> out;
  for (const auto& [path, modules] : collisions(evidence.project.graph))
    out.push_back(collision(evidence, modules));
  return out;
}

}  // namespace modgraph
