// What leaves the build with a line of a main module's go.mod, and which
// `// indirect` lines are there for it alone?
//
// Idea: minimal version selection is reachability. What is left of a build
// whose lines are only dropped is what the graph that is known still reaches,
// read again with the pruning of each go.mod; no file has to be opened. The
// lines that only one requirement is there for are those that direct lines no
// longer lead to over selected versions; a line that they never led to is there
// for another reason, and stays with all that it leads to.
// Source: go.dev/ref/mod#graph-pruning, #workspaces.
// Cost: O(V + E) for each question.
// Tested by orphans_test.cc, which asks the resolver.

#include "engine/analysis/go_mod_lines/orphans.h"

#include <algorithm>
#include <string_view>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"
#include "engine/resolve/pruning.h"

namespace modgraph {
namespace {

// Reads a graph that is known again, from fewer lines.
class ReadAgain {
 public:
  explicit ReadAgain(const Project& project)
      : project_(project),
        graph_(project.graph),
        queued_(graph_.node_count()),
        recorded_(graph_.node_count()),
        selected_(graph_.module_count(), kNone<NodeId>) {}

  // A main module of its own; `is_dropped` by module.
  void single(NodeId main, const Manifest& manifest, Pruning pruning,
              const std::vector<bool>& is_dropped) {
    raise(main);
    bool raises_go = false;
    for (const NodeId r : graph_.requirements(main)) {
      if (is_dropped[index(graph_.module_of(r))]) continue;
      // A go line that is too low was raised for what may leave now.
      if (graph_.kind(graph_.module_of(r)) == ModuleKind::kGo && manifest.go &&
          manifest.go->version != graph_.version(r)) {
        raises_go = true;
        continue;
      }
      raise(r);
      enqueue(r, pruning);
    }
    drain();
    if (raises_go) raise_go_line();
  }

  // Lines of one module of a workspace are dropped.
  void workspace(NodeId main, const std::vector<bool>& is_dropped) {
    dropped_from_ = main;
    is_dropped_ = &is_dropped;
    for (const NodeId m : graph_.mains()) raise(m);
    for (const std::string_view name : {"go", "toolchain"})
      if (const auto m = graph_.find(name)) raise(graph_.selected(*m));
    for (const NodeId m : graph_.mains()) enqueue(m, Pruning::kWorkspace);
    drain();
    complete_workspace();
  }

  bool has(ModuleId m) const { return selected_[index(m)] != kNone<NodeId>; }

 private:
  struct Task {
    NodeId node;
    Pruning pruning;
  };

  bool is_unpruned(NodeId n) const {
    return project_.unpruned ? (*project_.unpruned)[index(n)] : !requires_go(n);
  }

  // Without more knowledge: only from go 1.21 on the go line is a requirement.
  bool requires_go(NodeId n) const {
    for (const NodeId r : graph_.requirements(n))
      if (graph_.kind(graph_.module_of(r)) == ModuleKind::kGo) return true;
    return false;
  }

  void enqueue(NodeId n, Pruning pruning) {
    const auto way =
        static_cast<std::uint8_t>(1U << static_cast<unsigned>(pruning));
    std::uint8_t& ways = queued_[index(n)];
    if ((ways & way) != 0) return;
    ways = static_cast<std::uint8_t>(ways | way);
    queue_.push_back({n, pruning});
  }

  void drain() {
    for (; at_ < queue_.size(); ++at_) open(queue_[at_]);
  }

  template <class Visit>
  void each_requirement(NodeId n, Visit visit) const {
    for (const NodeId r : graph_.requirements(n))
      if (n != dropped_from_ || !(*is_dropped_)[index(graph_.module_of(r))])
        visit(r);
  }

  void open(const Task task) {
    if (!recorded_[index(task.node)]) {
      recorded_[index(task.node)] = true;
      each_requirement(task.node, [&](NodeId r) { raise(r); });
    }
    const bool unpruned = is_unpruned(task.node);
    if (task.pruning == Pruning::kPruned && !unpruned) return;
    const Pruning next = task.pruning == Pruning::kUnpruned || unpruned
                             ? Pruning::kUnpruned
                             : Pruning::kPruned;
    each_requirement(task.node, [&](NodeId r) { enqueue(r, next); });
  }

  void raise(NodeId n) {
    NodeId& selected = selected_[index(graph_.module_of(n))];
    if (selected == kNone<NodeId> || index(selected) < index(n)) selected = n;
  }

  // As high as what is left requires, as the go command does.
  void raise_go_line() {
    const auto go = graph_.find("go");
    if (!go) return;
    NodeId& selected = selected_[index(*go)];
    if (selected == kNone<NodeId>)
      selected = graph_.versions(*go).front();  // it is there in any case
    else
      enqueue(selected, Pruning::kPruned);
    drain();
  }

  // See engine/resolve/requirement_graph.cc, which does the same with files.
  void complete_workspace() {
    std::vector<bool> seen(graph_.node_count());
    std::vector<bool> listed(graph_.module_count());
    std::vector<ModuleId> modules;
    const auto list = [&](ModuleId m) {
      if (!listed[index(m)]) modules.push_back(m);
      listed[index(m)] = true;
    };
    for (const NodeId m : graph_.mains()) list(graph_.module_of(m));
    for (bool found = true; found;) {
      std::vector<NodeId> needed;
      for (const ModuleId m : modules) {
        const NodeId s = selected_[index(m)];
        if (s == kNone<NodeId>) continue;
        if (!seen[index(s)]) {
          needed.push_back(s);
        } else if (recorded_[index(s)]) {
          each_requirement(s, [&](NodeId r) {
            const NodeId chosen = selected_[index(graph_.module_of(r))];
            if (!seen[index(chosen)] && index(chosen) > index(r))
              needed.push_back(chosen);
          });
        }
      }
      found = !needed.empty();
      for (const NodeId n : needed) {
        enqueue(n, Pruning::kWorkspace);
        seen[index(n)] = true;
        list(graph_.module_of(n));
      }
      drain();
    }
  }

  const Project& project_;
  const ModuleGraph& graph_;
  std::vector<Task> queue_;
  std::size_t at_ = 0;
  std::vector<std::uint8_t> queued_;  // by node: in which ways
  std::vector<bool> recorded_;        // by node
  std::vector<NodeId> selected_;      // by module
  NodeId dropped_from_ = kNone<NodeId>;
  const std::vector<bool>* is_dropped_ = nullptr;
};

bool is_unpruned_main(const Manifest& manifest) {
  return pruning_of_go_line(manifest.go
                                ? manifest.go->version
                                : kDefaultGoModVersion) == Pruning::kUnpruned;
}

bool is_one_of(std::span<const ModuleId> modules, ModuleId m) {
  return std::find(modules.begin(), modules.end(), m) != modules.end();
}

// Marks all that the marked modules lead to.
void spread(const Digraph<ModuleId>& graph, std::vector<ModuleId> queue,
            std::vector<bool>& marked) {
  while (!queue.empty()) {
    const ModuleId m = queue.back();
    queue.pop_back();
    for (const ModuleId to : graph.dependencies(m)) {
      if (marked[index(to)]) continue;
      marked[index(to)] = true;
      queue.push_back(to);
    }
  }
}

}  // namespace

DroppedLines::DroppedLines(const Project& project,
                           const Digraph<ModuleId>& selected)
    : project_(project), selected_(selected) {
  const ModuleGraph& graph = project.graph;
  for (const Manifest& manifest : project.manifests) {
    Main& main = mains_.emplace_back();
    const auto node = main_of(graph, manifest);
    if (!node) continue;
    main.node = *node;
    main.is_unpruned = is_unpruned_main(manifest);
    std::vector<bool> direct(graph.module_count());
    std::vector<bool> indirect(graph.module_count());
    for (const Requirement& r : manifest.require)
      if (const auto m = graph.find(r.module.path))
        (r.indirect ? indirect : direct)[index(*m)] = true;
    for (const ModuleId to : selected.dependencies(graph.module_of(*node)))
      main.lines.push_back({to, indirect[index(to)] && !direct[index(to)]});
  }
  by_direct_ = reached(mains_.size(), {});
}

// What direct lines lead to without the lines of `dropped` in one go.mod, and
// what is there for another reason than they.
std::vector<bool> DroppedLines::reached(
    std::size_t manifest, std::span<const ModuleId> dropped) const {
  const ModuleGraph& graph = project_.graph;
  std::vector<bool> out(graph.module_count());
  std::vector<ModuleId> queue;
  // A main module's own lines are followed here, not by spread().
  for (const NodeId m : graph.mains()) out[index(graph.module_of(m))] = true;
  for (std::size_t i = 0; i < mains_.size(); ++i)
    for (const Line& line : mains_[i].lines) {
      if (i == manifest && is_one_of(dropped, line.target)) continue;
      const bool leads = !line.indirect || (!by_direct_.empty() &&
                                            !by_direct_[index(line.target)]);
      if (!leads || out[index(line.target)]) continue;
      out[index(line.target)] = true;
      queue.push_back(line.target);
    }
  spread(selected_, std::move(queue), out);
  return out;
}

std::vector<ModuleId> DroppedLines::orphans_of(std::size_t manifest,
                                               ModuleId module) const {
  const ModuleId one[] = {module};
  return orphans_of(manifest, one);
}

std::vector<ModuleId> DroppedLines::orphans_of(
    std::size_t manifest, std::span<const ModuleId> modules) const {
  const std::vector<bool> without = reached(manifest, modules);
  std::vector<ModuleId> out;
  for (const Line& line : mains_[manifest].lines)
    if (line.indirect && !is_one_of(modules, line.target) &&
        !without[index(line.target)])
      out.push_back(line.target);
  return out;
}

std::vector<ModuleId> DroppedLines::removed_with(
    std::size_t manifest, std::span<const ModuleId> modules) const {
  const ModuleGraph& graph = project_.graph;
  const Main& main = mains_[manifest];
  std::vector<ModuleId> out;
  if (main.node == kNone<NodeId>) return out;
  std::vector<bool> is_dropped(graph.module_count());
  for (const ModuleId m : modules) is_dropped[index(m)] = true;
  ReadAgain after(project_);
  if (project_.work)
    after.workspace(main.node, is_dropped);
  else
    after.single(main.node, project_.manifests[manifest],
                 main.is_unpruned ? Pruning::kUnpruned : Pruning::kPruned,
                 is_dropped);
  for (const ModuleId m : graph.modules())
    if (!after.has(m)) out.push_back(m);
  return out;
}

std::vector<ModuleId> DroppedLines::removed_with_orphans(
    std::size_t manifest, ModuleId module) const {
  std::vector<ModuleId> dropped = orphans_of(manifest, module);
  dropped.push_back(module);
  return removed_with(manifest, dropped);
}

}  // namespace modgraph
