// MG0003.
//
// Which modules depend on one that the policy keeps them from?
// Idea: a module is told that leads there itself, not by another one that
// `from` names too; and of what lies behind one that `to` names nothing is told
// again. So for each entry one search backward from all modules that `to` names
// marks what leads there, and one forward from each module that `from` names,
// over marked modules alone, finds a shortest chain to each. One module must not
// hide another: a change that adds the second would pass the gate.
// Cost: O(V + E) an entry and another for each module that is told, at most
// kMostOfEntry findings and kMostSteps.
// Tested by tests/engine/findings/policy_findings_test.cc.

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "engine/analysis/go_mod_lines/listed_indirect.h"
#include "engine/base/settings_pattern.h"
#include "engine/findings/bringing_chains.h"
#include "engine/findings/policy_findings.h"

namespace modgraph {
namespace {

// Of one entry: who mends that many looks again.
constexpr std::size_t kMostOfEntry = 1'000;
// Requirements that the searches of one entry look at.
constexpr std::size_t kMostSteps = 100'000'000;

// Both ends of an entry, by module.
struct MatchedEnds {
  std::vector<bool> from;
  std::vector<bool> to;
};

// The modules that lead to a `to`, by none that `from` or `to` names.
std::vector<bool> leading_modules(const Digraph<ModuleId>& graph,
                                  const MatchedEnds& ends) {
  std::vector<bool> leads(graph.vertex_count(), false);
  std::vector<ModuleId> queue;
  for (const ModuleId m : graph.vertices())
    if (ends.to[index(m)]) queue.push_back(m);
  for (std::size_t at = 0; at < queue.size(); ++at)
    for (const ModuleId by : graph.dependents(queue[at])) {
      if (leads[index(by)]) continue;
      leads[index(by)] = true;
      if (!ends.from[index(by)] && !ends.to[index(by)]) queue.push_back(by);
    }
  return leads;
}

// Shortest chains from one module after the other.
class ForbiddenChains {
 public:
  ForbiddenChains(const Digraph<ModuleId>& graph, const MatchedEnds& ends)
      : graph_(graph),
        ends_(ends),
        leads_(leading_modules(graph, ends)),
        parent_(graph.vertex_count(), kNone<ModuleId>) {}

  /// The nearest first.
  std::vector<std::vector<ModuleId>> from(ModuleId start) {
    std::vector<std::vector<ModuleId>> out;
    if (!leads_[index(start)]) return out;
    std::vector<ModuleId> queue{start};
    std::vector<ModuleId> found;
    parent_[index(start)] = start;
    for (std::size_t at = 0; at < queue.size(); ++at)
      for (const ModuleId next : graph_.dependencies(queue[at])) {
        ++steps_;
        if (parent_[index(next)] != kNone<ModuleId>) continue;
        const bool is_end = ends_.to[index(next)];
        if (!is_end && (ends_.from[index(next)] || !leads_[index(next)]))
          continue;
        parent_[index(next)] = queue[at];
        (is_end ? found : queue).push_back(next);
      }
    for (const ModuleId to : found) out.push_back(chain_to(to));
    for (const ModuleId m : queue) parent_[index(m)] = kNone<ModuleId>;
    for (const ModuleId m : found) parent_[index(m)] = kNone<ModuleId>;
    return out;
  }

  std::size_t steps() const { return steps_; }

 private:
  std::vector<ModuleId> chain_to(ModuleId to) const {
    std::vector<ModuleId> out{to};
    while (parent_[index(out.back())] != out.back())
      out.push_back(parent_[index(out.back())]);
    std::reverse(out.begin(), out.end());
    return out;
  }

  const Digraph<ModuleId>& graph_;
  const MatchedEnds& ends_;
  const std::vector<bool> leads_;
  std::vector<ModuleId> parent_;  // of the search under way
  std::size_t steps_ = 0;
};

class ForbiddenFindings {
 public:
  explicit ForbiddenFindings(const Evidence& evidence)
      : evidence_(evidence),
        graph_(evidence.project.graph),
        listed_(listed_indirect(evidence.project)),
        bringing_(evidence) {
    std::sort(listed_.begin(), listed_.end());
  }

  std::vector<Finding> make() && {
    for (const ForbiddenEdge& entry : evidence_.policy->forbidden_edges) {
      if (entry.level == Level::kOff) continue;
      const MatchedEnds ends = ends_of(entry);
      of_entry_ = 0;
      entry.direct ? check_direct(entry, ends) : check_chains(entry, ends);
    }
    return std::move(out_);
  }

 private:
  MatchedEnds ends_of(const ForbiddenEdge& entry) const {
    MatchedEnds out;
    for (const ModuleId m : graph_.modules()) {
      const bool is_module = graph_.kind(m) == ModuleKind::kModule;
      out.from.push_back(is_module &&
                         matches_pattern(entry.from, graph_.path(m)));
      out.to.push_back(is_module && matches_pattern(entry.to, graph_.path(m)));
    }
    return out;
  }

  // A line of a main module that only lists is no requirement of its own.
  bool is_listed(ModuleId from, ModuleId to) const {
    return std::binary_search(listed_.begin(), listed_.end(),
                              Edge<ModuleId>{from, to});
  }

  void check_direct(const ForbiddenEdge& entry, const MatchedEnds& ends) {
    const Digraph<ModuleId>& selected = evidence_.analysis.selected;
    for (const ModuleId from : graph_.modules()) {
      if (!ends.from[index(from)]) continue;
      for (const ModuleId to : selected.dependencies(from)) {
        if (!ends.to[index(to)] || is_listed(from, to)) continue;
        if (of_entry_ == kMostOfEntry) return say_cut();
        add(entry, {from, to});
      }
    }
  }

  void check_chains(const ForbiddenEdge& entry, const MatchedEnds& ends) {
    ForbiddenChains chains(bringing_.needed(), ends);
    for (const ModuleId from : graph_.modules()) {
      if (!ends.from[index(from)]) continue;
      if (chains.steps() > kMostSteps) return say_cut();
      for (const std::vector<ModuleId>& chain : chains.from(from)) {
        if (of_entry_ == kMostOfEntry) return say_cut();
        add(entry, chain);
      }
    }
  }

  void say_cut() {
    out_.back().notes.emplace_back(
        "there are more findings of this entry, which are left out");
  }

  // The line of a go.mod that begins the chain, or that brings its beginning.
  std::optional<Location> line_of(const std::vector<ModuleId>& chain) const {
    const std::string_view from = graph_.path(chain.front());
    for (const auto& line : evidence_.lines.of(graph_.path(chain[1])))
      if (line.manifest->module && line.manifest->module->path == from)
        return location_of(*line.manifest, line.requirement->where,
                           "begins it");
    auto out = bringing_.line_of(chain.front(), bringing_.to(chain.front()));
    if (out) out->label = fmt::format("brings {}", from);
    return out;
  }

  void add(const ForbiddenEdge& entry, const std::vector<ModuleId>& chain) {
    const std::string_view from = graph_.path(chain.front());
    const std::string_view to = graph_.path(chain.back());
    Finding f = new_finding(
        "MG0003",
        fmt::format("'{}' depends on '{}', which is forbidden", from, to));
    if (!entry.reason.empty()) f.message += ": " + entry.reason;
    set_entry_level(entry.level, f);
    std::vector<NodeId> nodes;
    for (const ModuleId m : chain) nodes.push_back(graph_.selected(m));
    f.subjects.push_back(subject_of(graph_, nodes.front()));
    f.subjects.push_back(subject_of(graph_, nodes.back()));
    f.witness.push_back(chain_of(graph_, nodes));
    if (chain.size() > 2)
      f.notes.push_back("by " + chain_text(f.witness.front()));
    f.location = line_of(chain);
    f.notes.push_back(fmt::format(
        "`modgraph cut {}` shows the fewest requirements to drop", to));
    // What a go.mod of ours says is known, whatever else is not.
    if (chain.size() > 2 || !graph_.is_main(nodes.front()))
      add_partial_note(evidence_.project, f);
    out_.push_back(std::move(f));
    ++of_entry_;
  }

  const Evidence& evidence_;
  const ModuleGraph& graph_;
  std::vector<Edge<ModuleId>> listed_;
  const BringingChains bringing_;
  std::size_t of_entry_ = 0;
  std::vector<Finding> out_;
};

// A module list says nothing of who depends on whom.
std::vector<Finding> unchecked_edges(const Policy& policy) {
  std::vector<Finding> out;
  for (const ForbiddenEdge& entry : policy.forbidden_edges) {
    if (entry.level == Level::kOff) continue;
    Finding f = unchecked_finding(
        "MG0003",
        fmt::format("whether '{}' depends on '{}'", entry.from, entry.to),
        "no requirements were given");
    f.subjects = {{entry.from, ""}, {entry.to, ""}};
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace

std::vector<Finding> forbidden_findings(const Evidence& evidence) {
  if (evidence.policy->forbidden_edges.empty()) return {};
  if (!evidence.project.requirements_known)
    return unchecked_edges(*evidence.policy);
  return ForbiddenFindings(evidence).make();
}

}  // namespace modgraph
