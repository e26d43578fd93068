#include "engine/report/views/overview_marks.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace modgraph {
namespace {

std::string_view path_of(std::string_view name) {
  return name.substr(0, name.find('@'));
}

class SignReader {
 public:
  SignReader(const Report& report, const Digraph<ModuleId>& graph)
      : report_(report), graph_(graph) {
    const std::size_t count = report.graph.module_count();
    out_.level.resize(count);
    out_.findings.resize(count);
    out_.in_cycle.resize(count);
    out_.on_critical_path.resize(count);
  }

  PictureMarks read() && {
    for (std::size_t i = 0; i < report_.findings.size(); ++i)
      if (const Finding& f = report_.findings[i];
          f.level > Level::kNote && !f.suppressed)
        finding(f, static_cast<std::uint32_t>(i));
    for (const CyclicComponent& cycle : report_.cycles) mark_cycle(cycle);
    critical_path();
    for (const ModuleEdge& e : out_.critical)
      for (const ModuleId m : {e.from, e.to})
        out_.on_critical_path[index(m)] = true;
    for (auto* edges : {&out_.critical, &out_.closing}) {
      std::ranges::sort(*edges);
      edges->erase(std::unique(edges->begin(), edges->end()), edges->end());
    }
    return std::move(out_);
  }

 private:
  std::optional<ModuleId> module(std::string_view path) const {
    const auto m = report_.graph.find(path);
    if (m && report_.graph.kind(*m) == ModuleKind::kModule) return m;
    return std::nullopt;
  }

  void finding(const Finding& f, std::uint32_t place) {
    for (const Subject& s : f.subjects) {
      const auto m = module(s.module);
      if (!m) continue;
      auto& level = out_.level[index(*m)];
      level = std::max(level.value_or(Level::kNote), f.level);
      out_.found.push_back(*m);
      std::vector<std::uint32_t>& numbers = out_.findings[index(*m)];
      if (numbers.empty() || numbers.back() != place) numbers.push_back(place);
    }
    for (const auto& chain : f.witness)
      for (const std::string_view name : chain)
        if (const auto m = module(path_of(name))) out_.found.push_back(*m);
    forced_edge(f);
  }

  // The last requirement of the chain that raised a version.
  void forced_edge(const Finding& f) {
    if (!f.change || f.witness.empty() || f.witness[0].size() < 2) return;
    const auto& chain = f.witness[0];
    const auto from = module(path_of(chain[chain.size() - 2]));
    const auto to = module(path_of(chain.back()));
    if (from && to && *from != *to)
      out_.forced.push_back({{*from, *to}, *f.change});
  }

  // Path cycles, and some version cycles, lead through unselected versions.
  void mark_cycle(const CyclicComponent& cycle) {
    const ModuleGraph& graph = report_.graph;
    if (cycle.cycle_class == CycleClass::kPath ||
        !std::ranges::all_of(cycle.members,
                             [&](NodeId n) { return graph.is_selected(n); }))
      return;
    for (const NodeId n : cycle.members)
      out_.in_cycle[index(graph.module_of(n))] = true;
    for (const Edge<NodeId>& e : cycle.feedback_arcs)
      if (graph.module_of(e.from) != graph.module_of(e.to))
        out_.closing.push_back(
            {graph.module_of(e.from), graph.module_of(e.to)});
  }

  bool requires_one_of(ModuleId m, std::span<const ModuleId> targets) const {
    return first_of(m, targets) != kNone<ModuleId>;
  }

  ModuleId first_of(ModuleId m, std::span<const ModuleId> targets) const {
    for (const ModuleId to : graph_.dependencies(m))
      if (std::ranges::binary_search(targets, to)) return to;
    return kNone<ModuleId>;
  }

  // The path has components; the picture shows one chain of modules, which
  // crosses each component on a shortest path.
  void critical_path() {
    const auto& path = report_.critical_path.path;
    ModuleId entry = kNone<ModuleId>;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
      const ModuleId exit = cross(path[i], entry, path[i + 1]);
      if (exit == kNone<ModuleId>) return;
      entry = first_of(exit, path[i + 1]);
      out_.critical.push_back({exit, entry});
    }
  }

  // The module of a component that leads on to the next, and the edges to it
  // from where the chain came in.
  ModuleId cross(std::span<const ModuleId> component, ModuleId entry,
                 std::span<const ModuleId> next) {
    std::vector<ModuleId> queue(component.begin(), component.end());
    if (entry != kNone<ModuleId>) queue = {entry};
    std::vector<ModuleId> before(component.size(), kNone<ModuleId>);
    const auto place = [&](ModuleId m) {
      return static_cast<std::size_t>(std::ranges::lower_bound(component, m) -
                                      component.begin());
    };
    for (const ModuleId m : queue) before[place(m)] = m;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const ModuleId m = queue[i];
      if (requires_one_of(m, next)) {
        for (ModuleId at = m; before[place(at)] != at; at = before[place(at)])
          out_.critical.push_back({before[place(at)], at});
        return m;
      }
      for (const ModuleId to : graph_.dependencies(m)) {
        if (!std::ranges::binary_search(component, to)) continue;
        if (before[place(to)] != kNone<ModuleId>) continue;
        before[place(to)] = m;
        queue.push_back(to);
      }
    }
    return kNone<ModuleId>;
  }

  const Report& report_;
  const Digraph<ModuleId>& graph_;
  PictureMarks out_;
};

}  // namespace

void forget_chain(PictureMarks& marks) {
  marks.critical.clear();
  marks.on_critical_path.assign(marks.on_critical_path.size(), false);
}

void list_findings(const Report& report, Picture& picture) {
  constexpr std::size_t kMost = 12;
  std::vector<std::uint32_t> listed;
  for (const PictureBox& box : picture.boxes)
    listed.insert(listed.end(), box.findings.begin(), box.findings.end());
  std::ranges::sort(listed);
  listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  listed.resize(std::min(listed.size(), kMost));
  for (PictureBox& box : picture.boxes) {
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t place : box.findings)
      if (const auto at = std::ranges::lower_bound(listed, place);
          at != listed.end() && *at == place)
        numbers.push_back(static_cast<std::uint32_t>(at - listed.begin()));
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    box.findings = std::move(numbers);
  }
  for (const std::uint32_t place : listed) {
    const Finding& f = report.findings[place];
    picture.findings.push_back(
        {f.level, std::string(f.rule->code) + " " + f.message});
  }
  picture.more_findings = 0;
  for (const Finding& f : report.findings)
    picture.more_findings += f.level > Level::kNote && !f.suppressed ? 1U : 0U;
  picture.more_findings -= listed.size();
}

PictureMarks marks_of(const Report& report, const Digraph<ModuleId>& graph) {
  return SignReader(report, graph).read();
}

}  // namespace modgraph
