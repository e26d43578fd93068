// Which direct dependencies lead to a module version, and on which way?
//
// One search backwards from the version gives every vertex its distance. From a
// direct dependency the shortest chain then steps down the distances, to the
// smallest id at each step. Main modules are not passed through: what leads on
// from one of them is a direct dependency of its own.
// Cost: O(V + E), and the length of the chains.
// Tested by ways_test.cc, ways_corpus_test.cc.

#include "engine/analysis/ways.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"
#include "engine/model/selected_graph.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kUnreachable =
    std::numeric_limits<std::uint32_t>::max();

// Which requirements of the main modules a way may begin with.
enum class Begin : std::uint8_t { kDirectLine, kIndirectLine };

// What go.mod lines say. Where no go.mod was read, all are direct.
class OwnLines {
 public:
  explicit OwnLines(const Project& project) : graph_(project.graph) {
    for (const Manifest& manifest : project.manifests) {
      const auto main = main_of(graph_, manifest);
      if (!main) continue;
      std::map<ModuleId, Said>& lines = lines_[*main];
      for (const Requirement& r : manifest.require) {
        const auto module = graph_.find(r.module.path);
        if (!module) continue;
        Said& said = lines[*module];
        said.is_direct = said.is_direct || !r.indirect;
        if (compare_semver(r.module.version, said.version) > 0)
          said.version = r.module.version;
      }
    }
  }

  bool is_begin(NodeId main, ModuleId required, Begin begin) const {
    // go and toolchain have lines of their own kind.
    if (graph_.kind(required) != ModuleKind::kModule)
      return begin == Begin::kDirectLine;
    const auto lines = lines_.find(main);
    if (lines == lines_.end()) return begin == Begin::kDirectLine;
    const auto line = lines->second.find(required);
    if (line == lines->second.end()) return false;
    return line->second.is_direct == (begin == Begin::kDirectLine);
  }

  // Whether the line of a main module is lower than this version of the module
  // that it requires: then it does not lead there, whatever the go command
  // makes of it.
  bool is_below(NodeId main, NodeId required) const {
    const auto lines = lines_.find(main);
    if (lines == lines_.end()) return false;
    const auto line = lines->second.find(graph_.module_of(required));
    return line != lines->second.end() && !line->second.version.empty() &&
           compare_semver(line->second.version, graph_.version(required)) < 0;
  }

 private:
  struct Said {
    bool is_direct = false;
    std::string_view version;  // the highest
  };
  const ModuleGraph& graph_;
  std::map<NodeId, std::map<ModuleId, Said>> lines_;  // by main module
};

// The selected graph with what pruned-out go.mod files require.
Digraph<ModuleId> all_selected(const Project& project) {
  Digraph<ModuleId> graph = selected_graph(project.graph);
  if (!project.deep_requirements || project.deep_requirements->empty())
    return graph;
  std::vector<Edge<ModuleId>> edges = *project.deep_requirements;
  for (const ModuleId from : graph.vertices())
    for (const ModuleId to : graph.dependencies(from))
      edges.push_back({from, to});
  return simple_digraph_from_edges<ModuleId>(graph.vertex_count(), edges);
}

bool is_before(const std::vector<NodeId>& a, const std::vector<NodeId>& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

// The search over one kind of vertices; `Naming` says what they are.
template <class Naming>
class WaySearch {
 public:
  using Id = typename Naming::Id;

  WaySearch(const Naming& naming, const Digraph<Id>& graph, Id target)
      : naming_(naming),
        graph_(graph),
        distance_(graph.vertex_count(), kUnreachable) {
    std::vector<Id> queue{target};
    distance_[index(target)] = 0;
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const Id to = queue[at];
      for (const Id from : graph.dependents(to)) {
        if (distance_[index(from)] != kUnreachable || naming.is_main(from))
          continue;
        distance_[index(from)] = distance_[index(to)] + 1;
        queue.push_back(from);
      }
    }
  }

  // For each module that begins a way, its way from the first main module.
  std::vector<std::vector<NodeId>> from(const OwnLines& lines,
                                        Begin begin) const {
    std::map<ModuleId, std::vector<NodeId>> shortest;
    for (const NodeId main : naming_.graph.mains())
      for (const Id first : graph_.dependencies(naming_.id(main))) {
        const ModuleId module = naming_.module_of(first);
        if (distance_[index(first)] == kUnreachable || naming_.is_main(first) ||
            !lines.is_begin(main, module, begin))
          continue;
        // The module's own indirect line says nothing of why it is there.
        if (distance_[index(first)] == 0 &&
            (begin == Begin::kIndirectLine ||
             lines.is_below(main, naming_.node(first))))
          continue;
        std::vector<NodeId>& known = shortest[module];
        std::vector<NodeId> way = chain(main, first);
        if (known.empty() || is_before(way, known)) known = std::move(way);
      }
    std::vector<std::vector<NodeId>> out;
    for (auto& [module, way] : shortest) out.push_back(std::move(way));
    std::sort(out.begin(), out.end(), is_before);
    return out;
  }

 private:
  std::vector<NodeId> chain(NodeId main, Id first) const {
    std::vector<NodeId> out{main};
    for (Id at = first;; at = next(at)) {
      out.push_back(naming_.node(at));
      if (distance_[index(at)] == 0) return out;
    }
  }

  Id next(Id at) const {
    Id out = kNone<Id>;
    for (const Id to : graph_.dependencies(at))
      if (distance_[index(to)] == distance_[index(at)] - 1 && to < out)
        out = to;
    return out;
  }

  const Naming& naming_;
  const Digraph<Id>& graph_;
  std::vector<std::uint32_t> distance_;  // to the target
};

// Vertices are modules, each at its selected version.
struct SelectedNaming {
  using Id = ModuleId;
  const ModuleGraph& graph;
  NodeId node(ModuleId m) const { return graph.selected(m); }
  ModuleId id(NodeId n) const { return graph.module_of(n); }
  ModuleId module_of(ModuleId m) const { return m; }
  bool is_main(ModuleId m) const { return graph.is_main(graph.selected(m)); }
};

// Vertices are module versions.
struct VersionNaming {
  using Id = NodeId;
  const ModuleGraph& graph;
  NodeId node(NodeId n) const { return n; }
  NodeId id(NodeId n) const { return n; }
  ModuleId module_of(NodeId n) const { return graph.module_of(n); }
  bool is_main(NodeId n) const { return graph.is_main(n); }
};

}  // namespace

ModuleWays ways(const Project& project, NodeId version) {
  const ModuleGraph& graph = project.graph;
  const OwnLines lines(project);
  ModuleWays out;
  if (graph.is_main(version)) return out;

  const VersionNaming versions{graph};
  const WaySearch over_all(versions, graph.requirements(), version);
  auto recorded = over_all.from(lines, Begin::kDirectLine);
  if (!recorded.empty()) out.recorded = recorded.front();
  const bool is_selected =
      graph.is_selected(version) &&
      graph.kind(graph.module_of(version)) == ModuleKind::kModule;
  if (!is_selected) {
    out.chains = std::move(recorded);
    if (out.chains.empty())
      out.from_indirect = over_all.from(lines, Begin::kIndirectLine);
    return out;
  }
  const Digraph<ModuleId> all = all_selected(project);
  const SelectedNaming selected{graph};
  const WaySearch over_selected(selected, all, graph.module_of(version));
  out.chains = over_selected.from(lines, Begin::kDirectLine);
  if (!out.chains.empty()) return out;
  out.from_indirect = over_selected.from(lines, Begin::kIndirectLine);
  if (!out.from_indirect.empty()) return out;
  out.chains = std::move(recorded);
  if (out.chains.empty())
    out.from_indirect = over_all.from(lines, Begin::kIndirectLine);
  out.are_unselected = !out.chains.empty() || !out.from_indirect.empty();
  return out;
}

}  // namespace modgraph
