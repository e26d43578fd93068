#include "engine/report/answers/vendor_answer.h"

#include <algorithm>

#include "engine/findings/locations.h"
#include "engine/findings/vendor_words.h"

namespace modgraph {
namespace {

std::optional<bool> is_direct(const Project& project,
                              const RequirementLines& lines,
                              std::string_view path) {
  if (project.manifests.empty()) return std::nullopt;
  const auto of = lines.of(path);
  return std::any_of(of.begin(), of.end(), [](const auto& line) {
    return !line.requirement->indirect;
  });
}

VendorCandidateAnswer candidate(const Project& project,
                                const RequirementLines& lines,
                                const VendorCandidate& c) {
  VendorCandidateAnswer out;
  out.path = project.graph.path(c.node);
  out.version = project.graph.version(c.node);
  out.direct = is_direct(project, lines, out.path);
  out.score = c.score;
  for (const VendorPoint& p : c.reasons)
    out.reasons.push_back({std::string(vendor_reason_name(p.reason)), p.points,
                           p.detail, vendor_reason_text(p)});
  out.dependents = c.dependents;
  if (c.exclusive > 0) out.exclusive = c.exclusive;
  out.bytes = c.bytes;
  return out;
}

// What the go command does not look at: versions of modules that no go.mod of
// ours requires, and modules that nothing was copied from.
void compare_with_build(const Project& project, const VendorFolder& folder,
                        VendorFolderAnswer& out) {
  const ModuleGraph& graph = project.graph;
  for (const VendoredModule& m : folder.modules.modules) {
    if (m.module.version.empty()) continue;
    if (m.packages.empty()) {
      if (m.is_explicit)
        out.without_packages.push_back(m.module.path + "@" + m.module.version);
      continue;
    }
    ++out.modules;
    out.packages += m.packages.size();
    const auto module = graph.find(m.module.path);
    const std::string_view selected =
        module ? graph.version(graph.selected(*module)) : std::string_view();
    if (!module || selected != m.module.version)
      out.stale.push_back(
          {m.module.path, m.module.version, std::string(selected)});
  }
}

VendorFolderAnswer vendor_folder(const Project& project,
                                 const VendorFolder& folder) {
  VendorFolderAnswer out;
  out.file = folder.file;
  out.automatic = folder.automatic;
  out.inconsistencies = folder.inconsistencies;
  compare_with_build(project, folder, out);
  return out;
}

std::vector<std::string> unknown_things(const Project& project,
                                        const VendorAnswer& answer) {
  std::vector<std::string> out;
  if (project.module_info.empty())
    out.emplace_back(
        "deprecated and retracted modules: give --graph, --mod and --list, "
        "the list from `go list -m -u -json all`");
  const bool any_size =
      std::any_of(answer.candidates.begin(), answer.candidates.end(),
                  [](const auto& c) { return c.bytes.has_value(); });
  if (!any_size && !answer.candidates.empty())
    out.emplace_back(
        "sizes: name a module cache that has the modules (--modcache), after "
        "`go mod download`");
  if (!project.folder)
    out.emplace_back(
        "vendor/modules.txt: ask in the folder of the module or workspace");
  return out;
}

}  // namespace

VendorAnswer vendor_answer(const Project& project, const Analysis& analysis) {
  const RequirementLines lines(project.manifests);
  VendorAnswer out;
  for (const VendorCandidate& c : analysis.vendor_candidates)
    out.candidates.push_back(candidate(project, lines, c));
  if (project.folder && project.folder->vendor)
    out.vendor = vendor_folder(project, *project.folder->vendor);
  out.unknown = unknown_things(project, out);
  return out;
}

}  // namespace modgraph
