// MG0001.
//
// Which modules of the build list does the policy not want?
// Idea: each selected version, and what replaces it, is held against each ban.
// Bounds of versions are about what is built: of a module that another one
// replaces no version is built.
// Cost: O(modules * bans), and the shortest chain of each finding.
// Tested by tests/engine/findings/policy_findings_test.cc.

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/settings_pattern.h"
#include "engine/findings/policy_findings.h"
#include "engine/model/build_list.h"

namespace modgraph {
namespace {

class BannedFindings {
 public:
  explicit BannedFindings(const Evidence& evidence)
      : evidence_(evidence), graph_(evidence.project.graph) {}

  std::vector<Finding> make() && {
    if (evidence_.policy->banned.empty()) return {};
    for (const ListedModule& m : listed())
      if (!graph_.is_main(m.node)) check(m);
    return std::move(out_);
  }

 private:
  std::vector<ListedModule> listed() const {
    if (evidence_.project.resolved) return *evidence_.project.resolved;
    return listed_modules(graph_, evidence_.project.manifests);
  }

  void check(const ListedModule& m) {
    const std::string path(graph_.path(m.node));
    ModuleVersion built{path, std::string(graph_.version(m.node))};
    const bool is_other = m.replaced_by && m.replaced_by->path != path;
    if (m.replaced_by && !is_other) built.version = m.replaced_by->version;
    for (const Ban& ban : evidence_.policy->banned) {
      const bool is_it = matches_pattern(ban.module, path) &&
                         (is_other ? ban.versions.empty()
                                   : is_banned_version(ban, built.version));
      const bool is_in_its_place =
          is_other && !m.replaced_by->version.empty() &&
          matches_pattern(ban.module, m.replaced_by->path) &&
          is_banned_version(ban, m.replaced_by->version);
      if (is_it || is_in_its_place)
        add(ban, m.node, is_it ? built : *m.replaced_by, is_in_its_place);
    }
  }

  // Lines without `// indirect`.
  bool is_direct(NodeId node) const {
    const auto lines = evidence_.lines.of(graph_.path(node));
    return std::any_of(lines.begin(), lines.end(), [](const auto& line) {
      return !line.requirement->indirect;
    });
  }

  // Whether only modules that may require it do.
  bool is_allowed(const Ban& ban, NodeId node) const {
    if (ban.allow_from.empty()) return false;
    const auto by = evidence_.analysis.requirers.row(node);
    bool any = false;
    for (const NodeId n : by) {
      // A main module's `// indirect` line follows from others.
      if (graph_.is_main(n) && !is_direct(node)) continue;
      if (!graph_.is_selected(n)) continue;
      any = true;
      if (!matches_patterns(ban.allow_from, graph_.path(n))) return false;
    }
    return any;
  }

  void add(const Ban& ban, NodeId node, const ModuleVersion& built,
           bool is_replacement) {
    if (ban.direct && !is_direct(node)) return;
    if (is_allowed(ban, node)) return;
    Finding f = new_finding(
        "MG0001",
        is_replacement
            ? fmt::format("'{}' {} is banned, and replaces '{}'", built.path,
                          built.version, graph_.path(node))
            : fmt::format("'{}' {} is banned", built.path, built.version));
    if (!ban.reason.empty()) f.message += ": " + ban.reason;
    if (!set_level(ban.level, f)) return;
    f.subjects.push_back({built.path, built.version});
    add_bringing_line(evidence_, node, f);
    if (f.location) f.location->label = "brings it";
    if (!f.witness.empty() && f.witness.front().size() > 2)
      f.notes.push_back("by " + chain_text(f.witness.front()));
    if (!ban.use.empty()) f.notes.push_back("use in its place: " + ban.use);
    out_.push_back(std::move(f));
  }

  const Evidence& evidence_;
  const ModuleGraph& graph_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> banned_findings(const Evidence& evidence) {
  return BannedFindings(evidence).make();
}

}  // namespace modgraph
