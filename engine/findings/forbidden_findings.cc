// MG0003.
//
// Which modules depend on one that the policy keeps them from?
// Idea: for each entry one breadth-first search of the selected graph, from all
// modules that `from` names at once; it ends at modules that `to` names, so
// that what lies behind them is not told again. The parents give a shortest
// chain to each.
// Cost: O(V + E) an entry.
// Tested by tests/engine/findings/policy_findings_test.cc.

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/settings_pattern.h"
#include "engine/findings/policy_findings.h"

namespace modgraph {
namespace {

// Of one entry: who mends that many looks again.
constexpr std::size_t kMostOfEntry = 100;

class ForbiddenFindings {
 public:
  explicit ForbiddenFindings(const Evidence& evidence)
      : evidence_(evidence),
        graph_(evidence.project.graph),
        selected_(evidence.analysis.selected) {}

  std::vector<Finding> make() && {
    for (const ForbiddenEdge& entry : evidence_.policy->forbidden_edges)
      entry.direct ? check_direct(entry) : check_chains(entry);
    return std::move(out_);
  }

 private:
  bool is_from(const ForbiddenEdge& entry, ModuleId m) const {
    return matches_pattern(entry.from, graph_.path(m));
  }
  bool is_to(const ForbiddenEdge& entry, ModuleId m) const {
    return matches_pattern(entry.to, graph_.path(m));
  }

  // A main module's `// indirect` line follows from what others require: it is
  // an edge only where nobody else does.
  bool counts(const ForbiddenEdge& entry, ModuleId from, ModuleId to) const {
    if (!graph_.is_main(graph_.selected(from))) return true;
    const std::string_view path = graph_.path(from);
    for (const auto& line : evidence_.lines.of(graph_.path(to)))
      if (line.manifest->module && line.manifest->module->path == path &&
          !line.requirement->indirect)
        return true;
    if (evidence_.project.manifests.empty()) return true;
    if (entry.direct) return false;
    const auto by = selected_.dependents(to);
    return std::all_of(by.begin(), by.end(), [&](const ModuleId m) {
      return graph_.is_main(graph_.selected(m));
    });
  }

  void check_direct(const ForbiddenEdge& entry) {
    std::size_t count = 0;
    for (const ModuleId from : graph_.modules()) {
      if (!is_from(entry, from)) continue;
      for (const ModuleId to : selected_.dependencies(from))
        if (to != from && is_to(entry, to) && counts(entry, from, to) &&
            count < kMostOfEntry)
          count += add(entry, {from, to});
    }
  }

  void check_chains(const ForbiddenEdge& entry) {
    std::vector<ModuleId> parent(graph_.module_count(), kNone<ModuleId>);
    std::vector<ModuleId> queue;
    for (const ModuleId m : graph_.modules())
      if (is_from(entry, m)) {
        parent[index(m)] = m;
        queue.push_back(m);
      }
    std::size_t count = 0;
    for (std::size_t at = 0; at < queue.size(); ++at) {
      for (const ModuleId to : selected_.dependencies(queue[at])) {
        if (parent[index(to)] != kNone<ModuleId> ||
            !counts(entry, queue[at], to))
          continue;
        parent[index(to)] = queue[at];
        if (!is_to(entry, to))
          queue.push_back(to);
        else if (count < kMostOfEntry)
          count += add(entry, chain_to(parent, to));
      }
    }
  }

  static std::vector<ModuleId> chain_to(const std::vector<ModuleId>& parent,
                                        ModuleId to) {
    std::vector<ModuleId> out{to};
    while (parent[index(out.back())] != out.back())
      out.push_back(parent[index(out.back())]);
    std::reverse(out.begin(), out.end());
    return out;
  }

  // The line of a go.mod that begins the chain, or that brings its beginning.
  void set_place(const std::vector<ModuleId>& chain, Finding& f) const {
    const std::string_view from = graph_.path(chain.front());
    for (const Manifest& m : evidence_.project.manifests) {
      if (!m.module || m.module->path != from) continue;
      for (const Requirement& r : m.require)
        if (r.module.path == graph_.path(chain[1]))
          f.location = location_of(m, r.where, "begins it");
    }
    if (f.location) return;
    std::vector<NameChain> kept = std::move(f.witness);
    add_bringing_line(evidence_, graph_.selected(chain.front()), f);
    f.witness = std::move(kept);
  }

  std::size_t add(const ForbiddenEdge& entry,
                  const std::vector<ModuleId>& chain) {
    const std::string_view from = graph_.path(chain.front());
    const std::string_view to = graph_.path(chain.back());
    Finding f = new_finding(
        "MG0003",
        fmt::format("'{}' depends on '{}', which is forbidden", from, to));
    if (!entry.reason.empty()) f.message += ": " + entry.reason;
    if (!set_level(entry.level, f)) return 0;
    std::vector<NodeId> nodes;
    for (const ModuleId m : chain) nodes.push_back(graph_.selected(m));
    f.subjects.push_back(subject_of(graph_, nodes.front()));
    f.subjects.push_back(subject_of(graph_, nodes.back()));
    f.witness.push_back(chain_of(graph_, nodes));
    if (chain.size() > 2)
      f.notes.push_back("by " + chain_text(f.witness.front()));
    set_place(chain, f);
    f.notes.push_back(fmt::format(
        "`modgraph cut {}` shows the fewest requirements to drop", to));
    out_.push_back(std::move(f));
    return 1;
  }

  const Evidence& evidence_;
  const ModuleGraph& graph_;
  const Digraph<ModuleId>& selected_;
  std::vector<Finding> out_;
};

}  // namespace

std::vector<Finding> forbidden_findings(const Evidence& evidence) {
  return ForbiddenFindings(evidence).make();
}

}  // namespace modgraph
