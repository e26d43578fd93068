// Why is this module here, and why at this version?
//
// A version is selected by those that require exactly it. To see what one of
// them does, its requirement is taken away, everything still reached from the
// main modules is marked, and the highest marked version is the selected one.
// With two requirers that are reached without passing through the version
// itself, neither can lower it alone, and a requirer that is only reached
// through it changes nothing; so a graph is walked at most twice, whatever
// their number.
//
// What counts is what go.mod files state (stated_requirements.h): a line that
// the go command would raise has decided nothing.
//
// Without its go.mod a version may require anything: where a version that takes
// the place of another was not loaded, the answer is a lower bound.
// Source: the definition of minimal version selection (mvs.h).
// Cost: O(V + E).
// Tested by why_test.cc.

#include "engine/analysis/why.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/analysis/graph/requirers.h"
#include "engine/analysis/read_dependencies.h"
#include "engine/analysis/stated_requirements.h"
#include "engine/model/build_list.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// What is still reached when some requirements of one version are removed.
class Remainder {
 public:
  Remainder(const ModuleGraph& graph, const StatedRequirements& stated,
            NodeId version)
      : graph_(graph), stated_(stated), version_(version) {}

  // Without going past the version.
  std::vector<char> before_it() const { return reached({}, version_); }

  // Without what these require of it.
  WithoutDecider without(NodeId decider, std::vector<NodeId> removed) const {
    removed.push_back(decider);
    const std::vector<char> marked = reached(removed, std::nullopt);
    WithoutDecider out{decider, highest(marked), depends_on_unloaded(marked)};
    return out;
  }

 private:
  std::vector<char> reached(const std::vector<NodeId>& removed,
                            std::optional<NodeId> blocked) const {
    std::vector<char> marked(graph_.node_count());
    std::vector<NodeId> queue(graph_.mains().begin(), graph_.mains().end());
    for (const NodeId n : queue) marked[index(n)] = 1;
    const auto visit = [&](NodeId to) {
      if (marked[index(to)] != 0) return;
      marked[index(to)] = 1;
      queue.push_back(to);
    };
    const auto is_removed = [&](NodeId from) {
      return std::find(removed.begin(), removed.end(), from) != removed.end();
    };
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const NodeId from = queue[at];
      if (from == blocked) continue;
      for (const NodeId to : stated_.of(from))
        if (to != version_ || !is_removed(from)) visit(to);
      // A version that the graph does not have stays some version: most likely
      // the selected one, as other modules require it.
      for (const AbsentRequirement& a : stated_.absent(from))
        if (a.to != graph_.module_of(version_)) visit(graph_.selected(a.to));
    }
    return marked;
  }

  // Of the version's module, by name: the graph need not have it.
  std::optional<std::string> highest(const std::vector<char>& marked) const {
    const ModuleId module = graph_.module_of(version_);
    std::optional<std::string_view> out;
    const auto consider = [&](std::string_view version) {
      if (!out || compare_versions(graph_.kind(module), version, *out) > 0)
        out = version;
    };
    for (const NodeId n : graph_.versions(module))
      if (marked[index(n)] != 0) consider(graph_.version(n));
    for (const NodeId from : graph_.nodes()) {
      if (marked[index(from)] == 0) continue;
      for (const AbsentRequirement& a : stated_.absent(from))
        if (a.to == module) consider(a.version);
    }
    if (!out) return std::nullopt;
    return std::string(*out);
  }

  // Whether a version that was not loaded takes the place of another one.
  bool depends_on_unloaded(const std::vector<char>& marked) const {
    for (const ModuleId m : graph_.modules()) {
      if (graph_.kind(m) != ModuleKind::kModule) continue;
      std::optional<NodeId> now;
      for (const NodeId n : graph_.versions(m))
        if (marked[index(n)] != 0) now = n;
      const bool took_over = now && *now != graph_.selected(m);
      if (took_over && graph_.loaded(*now) != Loaded::kYes) return true;
    }
    return false;
  }

  const ModuleGraph& graph_;
  const StatedRequirements& stated_;
  NodeId version_;
};

std::vector<OwnLine> own_lines(const Project& project, NodeId version) {
  const ModuleGraph& graph = project.graph;
  const std::string_view path = graph.path(version);
  const NodeId selected = graph.selected(graph.module_of(version));
  std::vector<OwnLine> out;
  for (std::size_t i = 0; i < project.manifests.size(); ++i) {
    const Manifest& manifest = project.manifests[i];
    const auto main = main_of(graph, manifest);
    if (!main) continue;
    for (std::size_t k = 0; k < manifest.require.size(); ++k) {
      const ModuleVersion& required = manifest.require[k].module;
      if (required.path != path) continue;
      const bool is_below =
          !graph.is_main(selected) &&
          compare_semver(required.version, graph.version(selected)) < 0;
      out.push_back({i, k, *main, is_below});
    }
  }
  return out;
}

class WhyAnswer {
 public:
  WhyAnswer(const Project& project, NodeId version)
      : project_(project), graph_(project.graph), stated_(project) {
    out_.module = graph_.module_of(version);
    out_.version = version;
  }

  Why answer() && {
    out_.replaced_by = replacement_in(project_, out_.version);
    out_.own = own_lines(project_, out_.version);
    out_.ways = ways(project_, out_.version);
    out_.requirers = distinct_requirers(graph_, out_.version);
    add_pruned_requirers();
    next_lower();
    if (graph_.is_selected(out_.version) && !graph_.is_main(out_.version) &&
        are_dependencies_read(project_))
      decided();
    return std::move(out_);
  }

 private:
  bool states(NodeId requirer) const {
    const auto row = stated_.of(requirer);
    return std::find(row.begin(), row.end(), out_.version) != row.end();
  }

  // Selected versions whose go.mod was pruned out of the graph.
  void add_pruned_requirers() {
    if (!project_.deep_requirements) return;
    std::vector<NodeId>& all = out_.requirers;
    for (const Edge<ModuleId>& e : *project_.deep_requirements) {
      const NodeId from = graph_.selected(e.from);
      if (e.to == out_.module && states(from)) all.push_back(from);
    }
    std::sort(all.begin(), all.end(), [&](NodeId a, NodeId b) {
      return graph_.name(a) < graph_.name(b);
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }

  void next_lower() {
    for (const NodeId n : graph_.versions(out_.module)) {
      if (n == out_.version) break;
      if (!graph_.requirers(n).empty()) out_.runner_up = n;
    }
    if (out_.runner_up)
      out_.runner_up_requirers = distinct_requirers(graph_, *out_.runner_up);
  }

  // Whether every line of a main module for it is `// indirect`.
  bool is_indirect_here(NodeId main) const {
    bool any = false;
    for (const OwnLine& own : out_.own) {
      if (own.main != main) continue;
      any = true;
      if (!project_.manifests[own.manifest].require[own.line].indirect)
        return false;
    }
    return any;
  }

  void decided() {
    std::vector<NodeId> repeating;
    for (const NodeId r : out_.requirers) {
      if (!states(r)) continue;
      if (graph_.is_main(r) && is_indirect_here(r))
        repeating.push_back(r);
      else
        out_.decided_by.push_back(r);
    }
    const Remainder remainder(graph_, stated_, out_.version);
    const std::vector<char> before = remainder.before_it();
    const auto counts = [&](NodeId d) {
      return d != out_.version && before[index(d)] != 0;
    };
    // What is only reached through the version itself repeats nothing.
    if (std::none_of(out_.decided_by.begin(), out_.decided_by.end(), counts)) {
      out_.decided_by.insert(out_.decided_by.end(), repeating.begin(),
                             repeating.end());
      std::sort(
          out_.decided_by.begin(), out_.decided_by.end(),
          [&](NodeId a, NodeId b) { return graph_.name(a) < graph_.name(b); });
      repeating.clear();
    }
    out_.own_lines_repeat = !repeating.empty();
    const auto independent =
        std::count_if(out_.decided_by.begin(), out_.decided_by.end(), counts);
    const std::string stays(graph_.version(out_.version));
    for (const NodeId d : out_.decided_by) {
      if (independent == 1 && counts(d))
        out_.without.push_back(remainder.without(d, repeating));
      else
        out_.without.push_back({d, stays, false});
    }
  }

  const Project& project_;
  const ModuleGraph& graph_;
  StatedRequirements stated_;
  Why out_;
};

}  // namespace

std::optional<ModuleVersion> replacement_in(const Project& project,
                                            NodeId node) {
  const ModuleGraph& graph = project.graph;
  if (project.resolved && graph.is_selected(node)) {
    const auto& listed = *project.resolved;
    const auto at = std::lower_bound(
        listed.begin(), listed.end(), node,
        [](const ListedModule& m, NodeId n) { return m.node < n; });
    if (at == listed.end() || at->node != node) return std::nullopt;
    return at->replaced_by;
  }
  return replacement_of(project.manifests, graph, node);
}

Why why(const Project& project, NodeId version) {
  return WhyAnswer(project, version).answer();
}

}  // namespace modgraph
