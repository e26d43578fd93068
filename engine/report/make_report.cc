#include "engine/report/make_report.h"

#include <algorithm>
#include <utility>

#include "engine/base/huge_pages.h"
#include "engine/base/parallel.h"
#include "engine/findings/locations.h"
#include "engine/findings/package_findings.h"
#include "engine/model/build_list.h"

namespace modgraph {
namespace {

bool is_module(const ModuleGraph& graph, NodeId n) {
  return graph.kind(graph.module_of(n)) == ModuleKind::kModule;
}

std::uint64_t count_versions(const ModuleGraph& graph) {
  std::uint64_t count = 0;
  for (ModuleId m : graph.modules())
    if (graph.kind(m) == ModuleKind::kModule) count += graph.versions(m).size();
  return count;
}

// Distinct edges between module versions.
std::uint64_t count_requirements(const ModuleGraph& graph,
                                 const Rows<NodeId>& requirers) {
  if (!graph.find("go") && !graph.find("toolchain"))
    return requirers.targets.size();
  std::uint64_t count = 0;
  for (NodeId n : graph.nodes()) {
    if (!is_module(graph, n)) continue;
    for (NodeId by : requirers.row(n)) count += is_module(graph, by) ? 1u : 0u;
  }
  return count;
}

// The replacements that `go list` shows, if no go.mod was given.
class ListedReplacements {
 public:
  explicit ListedReplacements(const std::vector<ModuleInfo>& facts) {
    for (const ModuleInfo& row : facts)
      if (row.replace) rows_.push_back(&row);
    std::sort(rows_.begin(), rows_.end(),
              [](auto* a, auto* b) { return a->path < b->path; });
  }

  std::optional<ModuleVersion> of(std::string_view path) const {
    const auto row = std::lower_bound(
        rows_.begin(), rows_.end(), path,
        [](const ModuleInfo* a, std::string_view b) { return a->path < b; });
    if (row == rows_.end() || (*row)->path != path) return std::nullopt;
    return ModuleVersion{(*row)->replace->path, (*row)->replace->version};
  }

 private:
  std::vector<const ModuleInfo*> rows_;
};

class ReportMaker {
 public:
  ReportMaker(Project project, Analysis analysis)
      : project_(std::move(project)),
        analysis_(std::move(analysis)),
        lines_(project_.manifests),
        listed_(project_.module_info) {}

  Report make() && {
    const ModuleGraph& graph = project_.graph;
    for (NodeId main : graph.mains())
      out_.main_modules.emplace_back(graph.path(main));
    for (const std::string& main : out_.main_modules)
      out_.main_files.push_back(file_of(main));
    const std::vector<NodeId> list = build_list(graph);
    out_.modules = huge_vector<ModuleRow>(list.size());
    run_pieces(list.size(), [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) out_.modules[i] = row(list[i]);
    });
    count();
    for (std::string& why : unsound_packages(project_, analysis_))
      project_.partial_because.push_back(std::move(why));
    out_.partial_because = std::move(project_.partial_because);
    if (project_.requirements_known && !analysis_.reach)
      out_.partial_because.emplace_back(
          "reaches and reached_by need more work than the limit allows; "
          "--reach exact lifts it");
    out_.requirements_known = project_.requirements_known;
    out_.requirers = std::move(analysis_.requirers);
    out_.cycles = std::move(analysis_.cycles);
    out_.critical_path = std::move(analysis_.critical_path);
    out_.reach = std::move(analysis_.reach);
    out_.exclusive = std::move(analysis_.exclusive);
    out_.exclusive_deep = std::move(analysis_.exclusive_deep);
    out_.brought_by = std::move(analysis_.brought_by);
    out_.selected = std::move(analysis_.selected);
    out_.graph = std::move(project_.graph);
    return std::move(out_);
  }

 private:
  std::string file_of(const std::string& main) const {
    for (const Manifest& m : project_.manifests)
      if (m.module && m.module->path == main) return m.file;
    return {};
  }

  void count() {
    const ModuleGraph& graph = project_.graph;
    out_.counts.modules = out_.modules.size();
    for (const ModuleRow& m : out_.modules)
      if (const auto lines = lines_.of(project_.graph.path(m.module));
          !lines.empty())
        out_.require_lines.push_back({m.module, lines[0].manifest->file,
                                      lines[0].requirement->where.line});
    out_.counts.module_versions = count_versions(graph);
    out_.counts.requirements = count_requirements(graph, analysis_.requirers);
    for (const ModuleRow& m : out_.modules)
      if (analysis_.critical_path.slack[index(m.module)] ==
          CriticalPath::kUnreached)
        ++out_.counts.held_by_unselected;
  }

  // What resolving found, else what the go.mod files say.
  std::optional<ModuleVersion> replacement(NodeId n) const {
    if (!project_.resolved)
      return replacement_of(project_.manifests, project_.graph, n);
    const auto at = std::lower_bound(
        project_.resolved->begin(), project_.resolved->end(), n,
        [](const ListedModule& m, NodeId node) { return m.node < node; });
    const bool listed = at != project_.resolved->end() && at->node == n;
    return listed ? at->replaced_by : std::nullopt;
  }

  ModuleRow row(NodeId n) const {
    const ModuleGraph& graph = project_.graph;
    const ModuleId m = graph.module_of(n);
    ModuleRow out;
    out.module = m;
    out.selected = n;
    out.main = graph.is_main(n);
    if (!project_.manifests.empty()) listed(out);
    out.replaced_by = replacement(n);
    if (!out.replaced_by && project_.manifests.empty())
      out.replaced_by = listed_.of(graph.path(m));
    if (graph.loaded(n) != Loaded::kUnknown)
      out.opened = graph.loaded(n) == Loaded::kYes;
    const auto& known = project_.metadata.modules;
    const auto at = std::lower_bound(
        known.begin(), known.end(), graph.path(m),
        [](const ModuleMetadata& metadata, std::string_view path) {
          return metadata.module.path < path;
        });
    if (at != known.end() && at->module.path == graph.path(m))
      out.bytes = at->bytes;
    return out;
  }

  // What the go.mod files of the main modules say about a module.
  void listed(ModuleRow& out) const {
    out.direct = false;
    out.indirect_comment = false;
    const auto lines = lines_.of(project_.graph.path(out.module));
    if (!lines.empty()) out.written = lines[0].requirement->module.version;
    for (const auto& line : lines)
      (line.requirement->indirect ? out.indirect_comment : out.direct) = true;
  }

  Project project_;
  Analysis analysis_;
  RequirementLines lines_;
  ListedReplacements listed_;
  Report out_;
};

}  // namespace

Report make_report(Project project, Analysis analysis,
                   std::vector<Finding> findings,
                   std::vector<InputDigest> inputs, std::string tool_version) {
  Report out = ReportMaker(std::move(project), std::move(analysis)).make();
  for (const Finding& f : findings)
    if (!f.suppressed) ++out.counts.findings[static_cast<std::size_t>(f.level)];
  out.findings = std::move(findings);
  out.inputs = std::move(inputs);
  out.tool_version = std::move(tool_version);
  return out;
}

}  // namespace modgraph
