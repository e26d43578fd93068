// Which smallest set of edits reaches a goal?
// Idea: a chain of requirements from a main module leads to what must go. A set
// of edits that reaches the goal breaks this chain, so it contains one of the
// few edits that do: try each, resolve, and continue with the chain that is
// left. With sets of one edit first, the first ones found are smallest.
// Source: the search tree of bounded hitting sets (Downey and Fellows 1999).
// Cost: at most max_trials resolutions; each set of edits is tried once.
// Tested by tests/engine/advice/goal_test.cc.

#include "engine/advice/goal.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "engine/advice/edit_checks.h"
#include "engine/advice/fix_providers.h"
#include "engine/analysis/cycles/cycles.h"
#include "engine/analysis/graph/chains.h"
#include "engine/analysis/graph/requirers.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

using EditSet = std::vector<MainEdit>;

// For so many sets it is tried whether lowering a requirement is enough.
constexpr std::size_t kMaxLowered = 5;
// And so many versions of each.
constexpr std::size_t kMaxLowerVersions = 30;

// A set as a key: the flags, sorted.
std::vector<std::string> key_of(const EditSet& edits) {
  std::vector<std::string> out;
  for (const MainEdit& e : edits)
    out.push_back(std::to_string(e.module) + flag_of(e.edit));
  std::sort(out.begin(), out.end());
  return out;
}

// The cycle of exact versions, or of selected modules, that a module is on.
std::vector<NodeId> cycle_with(const ModuleGraph& graph,
                               std::string_view path) {
  for (const CyclicComponent& cycle : find_cyclic_components(graph)) {
    if (cycle.cycle_class == CycleClass::kPath) continue;
    for (const NodeId n : cycle.members)
      if (graph.path(n) == path) return cycle.shortest_cycle;
  }
  return {};
}

// Whether a main module's go.mod says this of itself. The go command raises
// lines that are below the selected version: others are the cause then.
bool is_written(const std::vector<Manifest>& manifests,
                const ModuleGraph& graph, NodeId n) {
  for (const Manifest& m : manifests)
    for (const Requirement& r : m.require)
      if (r.module.path == graph.path(n) &&
          r.module.version == graph.version(n))
        return true;
  return false;
}

// A shortest chain to a node whose first requirement is written in a go.mod of
// ours; empty when there is none.
std::vector<NodeId> written_chain(const ModuleGraph& graph,
                                  const std::vector<Manifest>& manifests,
                                  NodeId to) {
  std::vector<NodeId> parent(graph.node_count(), kNone<NodeId>);
  std::vector<NodeId> queue(graph.mains().begin(), graph.mains().end());
  for (const NodeId main : queue) parent[index(main)] = main;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const NodeId from = queue[at];
    for (const NodeId r : graph.requirements(from)) {
      if (parent[index(r)] != kNone<NodeId>) continue;
      if (graph.is_main(from) && !is_written(manifests, graph, r)) continue;
      parent[index(r)] = from;
      queue.push_back(r);
    }
  }
  if (parent[index(to)] == kNone<NodeId>) return {};
  std::vector<NodeId> out{to};
  while (parent[index(out.back())] != out.back())
    out.push_back(parent[index(out.back())]);
  std::reverse(out.begin(), out.end());
  return out;
}

// What prevents the goal: nodes of which one has to change.
std::vector<NodeId> obstacle(const Goal& goal,
                             const std::vector<Manifest>& manifests,
                             const ModuleGraph& graph) {
  const auto module = graph.find(goal.path);
  if (!module) return {};
  const ShortestChains chains(graph);
  if (goal.kind != GoalKind::kBreak) {
    const NodeId to = graph.selected(*module);
    std::vector<NodeId> out = written_chain(graph, manifests, to);
    return out.empty() ? chains.to(to) : out;
  }
  std::vector<NodeId> out = cycle_with(graph, goal.path);
  if (out.empty()) return out;
  const std::vector<NodeId> way = chains.to(out.front());
  out.insert(out.begin(), way.begin(), way.end());
  return out;
}

class GoalFinder {
 public:
  GoalFinder(const Goal& goal, const EditSimulator& simulator,
             const GoalOptions& options)
      : goal_(goal),
        simulator_(simulator),
        before_(simulator.unedited()),
        options_(options) {}

  GoalSearch run() {
    if (reached(goal_, before_.graph)) return std::move(out_);
    std::vector<EditSet> level = extended({}, before_.manifests, before_.graph);
    for (std::size_t size = 1; size <= options_.max_edits; ++size) {
      std::vector<EditSet> next;
      for (const EditSet& edits : level) try_set(edits, next);
      if (!found_.empty()) break;
      level = std::move(next);
      if (level.empty()) break;
      if (!out_.stopped_early) out_.complete_to = size;
      if (size == options_.max_edits) out_.stopped_early = true;
    }
    std::stable_sort(found_.begin(), found_.end(), is_better);
    for (FoundSet& found : found_) {
      if (out_.sets.size() < kMaxLowered) lower_instead(found);
      found.is_known = std::any_of(
          found_.data(), &found,
          [&](const FoundSet& other) { return other.edits == found.edits; });
    }
    std::erase_if(found_, [](const FoundSet& f) { return f.is_known; });
    std::stable_sort(found_.begin(), found_.end(), is_better);
    for (FoundSet& found : found_) out_.sets.push_back(std::move(found.edits));
    return std::move(out_);
  }

 private:
  struct FoundSet {
    EditSet edits;
    std::size_t below_minimum = 0;  // modules that need more than is built
    std::size_t moved = 0;          // modules
    bool adds_or_moves = true;      // more than dropping indirect lines
    bool is_known = false;
  };
  static bool is_better(const FoundSet& a, const FoundSet& b) {
    return std::tie(a.below_minimum, a.adds_or_moves, a.moved) <
           std::tie(b.below_minimum, b.adds_or_moves, b.moved);
  }

  // Dropping an `// indirect` line ends what is dead; where a package needs it,
  // go mod tidy writes it again.
  bool drops_indirect_line(const MainEdit& edit) const {
    if (edit.edit.kind != EditKind::kDropRequire) return false;
    const auto& lines = before_.manifests[edit.module].require;
    return std::all_of(lines.begin(), lines.end(), [&](const Requirement& r) {
      return r.module.path != edit.edit.module.path || r.indirect;
    });
  }

  bool only_drops_indirect_lines(const EditSet& edits) const {
    return std::all_of(edits.begin(), edits.end(), [&](const MainEdit& e) {
      return drops_indirect_line(e);
    });
  }

  void try_set(const EditSet& edits, std::vector<EditSet>& next) {
    if (out_.trials >= options_.max_trials) {
      out_.stopped_early = true;
      return;
    }
    ++out_.trials;
    const auto after = simulator_.resolve(edits);
    if (!after) {
      out_.stopped_early = true;
    } else if (reached(goal_, after->graph)) {
      found_.push_back({edits, below_minimum(edits, before_, *after).size(),
                        build_difference(before_, *after).modules.size(),
                        !only_drops_indirect_lines(edits)});
    } else if (found_.empty()) {
      for (EditSet& more : extended(edits, after->manifests, after->graph))
        next.push_back(std::move(more));
    }
  }

  // Lowers a dropped direct requirement instead, to the highest version that
  // reaches the goal.
  void lower_instead(FoundSet& found) {
    for (MainEdit& edit : found.edits) {
      if (edit.edit.kind != EditKind::kDropRequire ||
          edit.edit.module.path == goal_.path || drops_indirect_line(edit))
        continue;
      const MainEdit dropped = edit;
      bool reaches = false;
      for (const std::string& version :
           lower_versions(dropped.edit.module.path)) {
        edit.edit = {EditKind::kRequire, {dropped.edit.module.path, version}};
        ++out_.trials;
        const auto after = simulator_.resolve(found.edits);
        reaches = after && reached(goal_, after->graph);
        if (!reaches) continue;
        found.below_minimum =
            below_minimum(found.edits, before_, *after).size();
        found.moved = build_difference(before_, *after).modules.size();
        break;
      }
      if (!reaches) edit = dropped;
    }
  }

  // Versions below the selected one, the highest first: those of the graph, and
  // those whose go.mod is at hand.
  std::vector<std::string> lower_versions(const std::string& path) const {
    const ModuleGraph& graph = before_.graph;
    const auto module = graph.find(path);
    if (!module) return {};
    std::vector<std::string> out;
    for (const NodeId n : graph.versions(*module))
      out.emplace_back(graph.version(n));
    if (simulator_.source().versions)
      for (std::string& version : simulator_.source().versions(path))
        out.push_back(std::move(version));
    const std::string selected(graph.version(graph.selected(*module)));
    std::erase_if(out, [&](const std::string& v) {
      return compare_semver(v, selected) >= 0;
    });
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
      return compare_semver(a, b) > 0;
    });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    if (out.size() > kMaxLowerVersions) out.resize(kMaxLowerVersions);
    return out;
  }

  // The set with one more edit, which breaks the obstacle.
  std::vector<EditSet> extended(const EditSet& edits,
                                const std::vector<Manifest>& manifests,
                                const ModuleGraph& graph) {
    std::vector<EditSet> out;
    const std::vector<NodeId> way = obstacle(goal_, manifests, graph);
    if (!way.empty() && !states(way, manifests, graph)) out_.repaired = true;
    for (const MainEdit& edit : breaking(way, graph)) {
      EditSet more = edits;
      more.push_back(edit);
      if (seen_.insert(key_of(more)).second) out.push_back(std::move(more));
    }
    if (out.empty() && !way.empty() && out_.obstacles.size() < 3) {
      out_.obstacles.emplace_back();
      for (const NodeId n : way) out_.obstacles.back().push_back(graph.name(n));
    }
    return out;
  }

  // Whether the chain begins with a line of a main module as it is written. The
  // go command raises lines below the selected version; what caused that is not
  // in the chain then.
  static bool states(const std::vector<NodeId>& way,
                     const std::vector<Manifest>& manifests,
                     const ModuleGraph& graph) {
    return way.size() < 2 || is_written(manifests, graph, way[1]);
  }

  std::vector<MainEdit> breaking(const std::vector<NodeId>& way,
                                 const ModuleGraph& graph) const {
    std::vector<MainEdit> out;
    for (const NodeId n : way) {
      if (graph.is_main(n) ||
          graph.kind(graph.module_of(n)) != ModuleKind::kModule)
        continue;
      const std::string path(graph.path(n));
      own_lines(path, out);
      out.push_back(
          {0, {EditKind::kExclude, {path, std::string(graph.version(n))}}});
    }
    return out;
  }

  // Dropping the main modules' requirements of a module. Lowering one breaks no
  // chain that dropping it would not: that is tried afterwards.
  void own_lines(const std::string& path, std::vector<MainEdit>& out) const {
    for (std::size_t i = 0; i < before_.manifests.size(); ++i) {
      const std::vector<Requirement>& lines = before_.manifests[i].require;
      if (std::none_of(lines.begin(), lines.end(),
                       [&](const auto& r) { return r.module.path == path; }))
        continue;
      if (goal_.kind == GoalKind::kCap && path == goal_.path)
        out.push_back({i, {EditKind::kRequire, {path, goal_.version}}});
      out.push_back({i, {EditKind::kDropRequire, {path, ""}}});
      for (const Requirement& r : lines)
        if (r.module.path == path)
          out.push_back({i, {EditKind::kExclude, r.module}});
    }
  }

  const Goal& goal_;
  const EditSimulator& simulator_;
  const Project& before_;
  const GoalOptions& options_;
  std::set<std::vector<std::string>> seen_;
  std::vector<FoundSet> found_;
  GoalSearch out_;
};

SuggestedFix simulated(const EditSet& edits, const EditSimulator& simulator) {
  SuggestedFix out;
  out.edits = edits;
  out.commands = commands_of(edits, simulator.unedited().manifests);
  for (const MainEdit& e : edits) {
    out.title += (out.title.empty() ? "" : ", ") + flag_of(e.edit).substr(1);
    if (e.edit.kind == EditKind::kExclude && out.side_effects.empty())
      out.side_effects.emplace_back(kBreaksInstall);
  }
  out.side_effects.emplace_back(
      "go mod tidy undoes this where packages need what it removes");
  if (auto build = simulator.try_edits(edits)) {
    out.effect = effect_of(build->difference);
    out.lines = changed_lines(build->files);
    out.files = std::move(build->files);
    for (const LoweredModule& m :
         lowered_modules(build->difference, simulator.source().published))
      out.side_effects.push_back(lowered_text(m));
    for (std::string& sentence :
         below_minimum(edits, simulator.unedited(), build->project))
      out.side_effects.push_back(std::move(sentence));
  }
  return out;
}

}  // namespace

std::optional<Goal> parse_goal(std::string_view words) {
  const std::size_t colon = words.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view kind = words.substr(0, colon);
  const std::string rest(words.substr(colon + 1));
  if (rest.empty()) return std::nullopt;
  if (kind == "drop") return Goal{GoalKind::kDrop, rest, {}};
  if (kind == "break") return Goal{GoalKind::kBreak, rest, {}};
  const std::size_t at = rest.find('@');
  if (kind != "cap" || at == std::string::npos || at == 0) return std::nullopt;
  const std::string version = rest.substr(at + 1);
  if (!parse_semver(version)) return std::nullopt;
  return Goal{GoalKind::kCap, rest.substr(0, at), version};
}

bool reached(const Goal& goal, const ModuleGraph& graph) {
  const auto module = graph.find(goal.path);
  if (!module) return true;
  if (goal.kind == GoalKind::kBreak)
    return cycle_with(graph, goal.path).empty();
  return goal.kind == GoalKind::kCap &&
         compare_semver(graph.version(graph.selected(*module)), goal.version) <=
             0;
}

GoalSearch search_goal(const Goal& goal, const EditSimulator& simulator,
                       const GoalOptions& options) {
  return GoalFinder(goal, simulator, options).run();
}

GoalPlan plan_goal(const Goal& goal, const EditSimulator& simulator,
                   const GoalOptions& options) {
  const ModuleGraph& graph = simulator.unedited().graph;
  GoalPlan out;
  out.holds_already = reached(goal, graph);
  out.search = search_goal(goal, simulator, options);
  for (const EditSet& edits : out.search.sets)
    out.fixes.push_back(simulated(edits, simulator));
  if (!out.search.sets.empty())
    if (const auto build = simulator.try_edits(out.search.sets.front()))
      out.lowered =
          lowered_modules(build->difference, simulator.source().published);
  if (const auto module = graph.find(goal.path))
    for (const NodeId n : distinct_requirers(graph, graph.selected(*module)))
      out.required_by.push_back(graph.name(n));
  return out;
}

}  // namespace modgraph
