// What is there to know about this project?
//
// Idea: every question is its own file; here they are asked in the order in
// which one answer serves the next, and nothing is computed twice.
// Source: the single files name theirs.
// Cost: O(V + E) but for what the questions state; memory O(V + E).
// Tested by tests/engine/analysis/analysis_test.cc.

#include "engine/analysis/analysis.h"

#include <span>
#include <utility>

#include "engine/analysis/go_mod_lines/listed_indirect.h"
#include "engine/analysis/graph/components.h"
#include "engine/analysis/graph/exclusive.h"
#include "engine/analysis/graph/printed_order.h"
#include "engine/analysis/graph/requirers.h"
#include "engine/base/parallel.h"
#include "engine/model/selected_graph.h"

namespace modgraph {
namespace {

// What is asked of the strongly connected components of the selected graph
// beside its cycles.
void walk_components(const Digraph<ModuleId>& selected,
                     const Components<ModuleId>& components,
                     std::span<const ModuleId> mains,
                     const AnalysisOptions& options, CriticalPath& path,
                     std::optional<ReachCounts>& reach) {
  const std::vector<std::uint64_t> unit(selected.vertex_count(), 1);
  path = critical_path(selected, components, mains, unit);
  reach = reach_counts(selected, components, options.reach_work_limit);
}

}  // namespace

Analysis analyse(const Project& project, const AnalysisOptions& options) {
  const ModuleGraph& graph = project.graph;
  const std::vector<ModuleId> mains = main_modules(graph);
  const std::size_t work = graph.requirements().edge_count();

  PrintedOrder order;
  Digraph<ModuleId> selected;
  Components<ModuleId> components;
  std::vector<SplitMajor> majors;
  std::optional<ShortestChains> chains;
  run_tasks(work, {[&] { order = printed_order(graph); },
                   [&] {
                     selected = selected_graph(graph);
                     components = strongly_connected_components(selected);
                   },
                   [&] { majors = split_majors(graph); },
                   [&] { chains.emplace(graph); }});

  // Questions about module versions and questions about the selected graph
  // have nothing to wait for from each other.
  Rows<NodeId> requirers;
  std::vector<CyclicComponent> cycles;
  std::vector<Drift> drift;
  std::vector<PrereleaseSelected> early;
  CriticalPath path;
  std::vector<std::uint32_t> exclusive;
  std::vector<ModuleId> brought_by;
  std::vector<std::uint32_t> exclusive_deep;
  std::optional<ReachCounts> reach;
  IndirectAnswers indirect;
  std::vector<VendorCandidate> candidates;
  run_tasks(
      work,
      {[&] { cycles = find_cyclic_components(graph, order, components); },
       [&] {
         requirers = distinct_requirers(graph, order);
         drift = find_drift(graph, requirers);
         early = prerelease_selected(graph, requirers);
       },
       [&] {
         walk_components(selected, components, mains, options, path, reach);
         DominatorTree<ModuleId> tree =
             exclusive_tree(selected, mains, listed_indirect(project));
         exclusive = std::move(tree.size);
         brought_by = std::move(tree.immediate);
         if (project.deep_requirements)
           exclusive_deep =
               exclusive_weights_with(selected, *project.deep_requirements,
                                      mains, listed_indirect(project));
         indirect = indirect_answers(project, selected, exclusive);
         candidates = vendor_candidates(project, selected, exclusive);
       }});
  const Project* const builds[] = {&project};
  std::optional<ModuleTimings> timings;
  if (project.timings) timings = module_timings(graph, *project.timings);
  return {
      .selected = std::move(selected),
      .requirers = std::move(requirers),
      .chains = std::move(*chains),
      .cycles = std::move(cycles),
      .drift = std::move(drift),
      .split_majors = std::move(majors),
      .prerelease_selected = std::move(early),
      .older_by_date = older_by_date(project),
      .forced_go = forced_go(project),
      .cross_module_drift = cross_module_drift(builds),
      .updates = listed_updates(graph, project.module_info),
      .below_selected = lines_below_selected(graph, project.manifests),
      .indirect = std::move(indirect),
      .disagreements =
          input_disagreements(graph, project.manifests, project.module_info),
      .replacements = replacement_uses(project),
      .vendor_candidates = std::move(candidates),
      .critical_path = std::move(path),
      .exclusive = std::move(exclusive),
      .brought_by = std::move(brought_by),
      .exclusive_deep = std::move(exclusive_deep),
      .reach = std::move(reach),
      .timings = std::move(timings),
  };
}

}  // namespace modgraph
