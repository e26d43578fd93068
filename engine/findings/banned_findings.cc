// MG0001.
//
// Which modules of the build list does the policy not want?
// Idea: each selected version, and what replaces it, is held against each ban.
// Bounds of versions are about what is built: of a module that another one
// replaces no version is built.
// Who requires it, and the chain that shows it, are of what is needed: lines
// that a pruned go.mod only lists are left out (bringing_chains.h).
// Cost: O(V + E + modules * bans), and the chain of each finding.
// Tested by tests/engine/findings/policy_findings_test.cc.

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/settings_pattern.h"
#include "engine/findings/bringing_chains.h"
#include "engine/findings/policy_findings.h"
#include "engine/model/build_list.h"

namespace modgraph {
namespace {

class BannedFindings {
 public:
  explicit BannedFindings(const Evidence& evidence)
      : evidence_(evidence),
        graph_(evidence.project.graph),
        chains_(evidence) {}

  std::vector<Finding> make() && {
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
        add(ban, m, is_it ? built : *m.replaced_by, is_in_its_place);
    }
  }

  bool is_direct(NodeId node) const {
    return direct_line(evidence_, graph_.path(node)).has_value();
  }

  // Of a graph without go.mod files `// indirect` is not known.
  bool cannot_tell_direct(NodeId node) const {
    if (!evidence_.project.manifests.empty()) return false;
    const auto by =
        evidence_.analysis.selected.dependents(graph_.module_of(node));
    return !knows_requirers() ||
           std::any_of(by.begin(), by.end(), [&](const ModuleId m) {
             return graph_.is_main(graph_.selected(m));
           });
  }

  bool knows_requirers() const { return evidence_.project.requirements_known; }

  // Whether only modules that may require it do, at whatever version.
  bool is_allowed(const Ban& ban, NodeId node) const {
    if (ban.allow_from.empty()) return false;
    const auto by = chains_.needed().dependents(graph_.module_of(node));
    return !by.empty() &&
           std::all_of(by.begin(), by.end(), [&](const ModuleId m) {
             return matches_patterns(ban.allow_from, graph_.path(m));
           });
  }

  void add(const Ban& ban, const ListedModule& m, const ModuleVersion& banned,
           bool is_replacement) {
    const bool is_unclear = ban.direct && cannot_tell_direct(m.node);
    if (ban.direct && !is_unclear && !is_direct(m.node)) return;
    if (is_allowed(ban, m.node)) return;
    Finding f = new_finding(
        "MG0001",
        is_replacement
            ? fmt::format("'{}' {} is banned, and replaces '{}'", banned.path,
                          banned.version, graph_.path(m.node))
            : fmt::format("'{}' {} is banned", banned.path, banned.version));
    if (!ban.reason.empty()) f.message += ": " + ban.reason;
    if (!set_entry_level(ban.level, f)) return;
    f.subjects.push_back({banned.path, banned.version});
    add_chain_to(ban, m.node, f);
    if (m.replaced_by && m.replaced_by->path != banned.path)
      f.notes.push_back(
          fmt::format("{} is built in its place", module_name(*m.replaced_by)));
    if (!ban.use.empty()) f.notes.push_back("use in its place: " + ban.use);
    if (is_unclear) {
      f.level = Level::kNote;
      f.has_own_level = false;
      f.notes.emplace_back(
          "whether it is required directly is not known: no go.mod was given");
    }
    if (!ban.allow_from.empty() && !knows_requirers())
      f.notes.emplace_back(
          "who requires it is not known: no requirements were given");
    add_partial_note(evidence_.project, f);
    out_.push_back(std::move(f));
  }

  // What brings the module; where versions count, what brings that version.
  void add_chain_to(const Ban& ban, NodeId node, Finding& f) const {
    const ModuleId module = graph_.module_of(node);
    const std::vector<NodeId> chain =
        ban.versions.empty() ? chains_.to(module) : chains_.to_version(module);
    f.location = chains_.line_of(module, chain);
    if (f.location) f.location->label = "brings it";
    if (chain.size() < 2) return;
    f.witness.push_back(chain_of(graph_, chain));
    if (chain.size() > 2)
      f.notes.push_back("by " + chain_text(f.witness.front()));
  }

  const Evidence& evidence_;
  const ModuleGraph& graph_;
  const BringingChains chains_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> banned_findings(const Evidence& evidence) {
  if (evidence.policy->banned.empty()) return {};
  return BannedFindings(evidence).make();
}

}  // namespace modgraph
