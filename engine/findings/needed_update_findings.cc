#include <fmt/format.h>

#include <algorithm>

#include "engine/base/counted.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxUpdatePlaces = 8;

std::string change_of(const UpdatedLine& line) {
  if (line.from.empty())
    return fmt::format("{} {} is missing", line.path, line.to);
  if (line.to.empty())
    return fmt::format("{} {} is dropped", line.path, line.from);
  return fmt::format("{} {} -> {}", line.path, line.from, line.to);
}

const SourceSpan* update_place(const Manifest& manifest,
                               const UpdatedLine& line) {
  if (line.path == "go") return manifest.go ? &manifest.go->where : nullptr;
  if (line.path == "toolchain")
    return manifest.toolchain ? &manifest.toolchain->where : nullptr;
  for (const Requirement& r : manifest.require)
    if (r.module.path == line.path && r.module.version == line.from)
      return &r.where;
  return nullptr;
}

std::string label_of(const UpdatedLine& line) {
  if (line.to.empty()) return "dropped";
  return line.path == "go" ? "dependencies require " + line.to
                           : line.to + " is selected";
}

void add_place(const Manifest& manifest, const UpdatedLine& line, Finding& f) {
  const SourceSpan* const where = update_place(manifest, line);
  if (where == nullptr) return;
  Location at = location_of(manifest, *where, label_of(line));
  if (!f.location)
    f.location = std::move(at);
  else if (f.related.size() < kMaxUpdatePlaces)
    f.related.push_back({std::move(at), change_of(line)});
}

std::string message_of(const GoModUpdate& update) {
  if (update.lines.size() == 1)
    return fmt::format("the go command refuses {}: {}", update.file,
                       change_of(update.lines.front()));
  return fmt::format("the go command refuses {}: {} need an update",
                     update.file, counted(update.lines.size(), "line"));
}

// Which modules require the version that a line is raised to.
void add_reason(const Evidence& evidence, const UpdatedLine& line, Finding& f) {
  if (line.from.empty() || line.to.empty()) return;
  const ModuleGraph& graph = evidence.project.graph;
  const auto node = graph.find(line.path, line.to);
  if (!node) return;
  std::vector<NodeId> by;
  for (const NodeId n : evidence.analysis.requirers.row(*node))
    if (!graph.is_main(n)) by.push_back(n);
  if (!by.empty())
    f.notes.push_back(fmt::format("{} {} is required by {}", line.path, line.to,
                                  some_of(graph, by)));
}

}  // namespace

std::vector<Finding> needed_update_findings(const Evidence& evidence) {
  const Project& project = evidence.project;
  if (!project.update) return {};
  const GoModUpdate& update = *project.update;
  Finding f = new_finding("MG2010", message_of(update));
  for (const UpdatedLine& line : update.lines)
    f.subjects.push_back({line.path, line.to.empty() ? line.from : line.to});
  const auto manifest =
      std::find_if(project.manifests.begin(), project.manifests.end(),
                   [&](const Manifest& m) { return m.file == update.file; });
  if (manifest != project.manifests.end())
    for (const UpdatedLine& line : update.lines) add_place(*manifest, line, f);
  constexpr std::size_t kReasons = 3;
  for (const UpdatedLine& line : update.lines)
    if (f.notes.size() < kReasons) add_reason(evidence, line, f);
  f.notes.emplace_back(
      "with -mod=readonly, the default, it says: updates to go.mod needed");
  return {std::move(f)};
}

}  // namespace modgraph
