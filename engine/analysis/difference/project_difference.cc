// What is different between two states of a project, and which edits of its
// go.mod files made it so?
//
// Idea: the difference of the build lists (build_difference.h) and that of the
// files (line_edits.h), joined by the causes of each change (change_causes.h).
// Source: the parts name theirs.
// Cost: O(V + E), and for each module the new edges that lead to it.
// Tested by project_difference_test.cc and tests/diff/recorded.py.

#include "engine/analysis/difference/project_difference.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "engine/analysis/difference/change_causes.h"
#include "engine/analysis/go_mod_lines/listed_indirect.h"
#include "engine/analysis/graph/components.h"
#include "engine/analysis/graph/critical_path.h"
#include "engine/analysis/graph/exclusive.h"
#include "engine/model/module_path.h"
#include "engine/model/selected_graph.h"

namespace modgraph {
namespace {

// Whether lines of ours require a module, and whether one does it directly.
using ListedPaths = std::map<std::string_view, bool>;

ListedPaths listed_paths(const Project& project) {
  ListedPaths out;
  for (const Manifest& m : project.manifests)
    for (const Requirement& r : m.require) {
      bool& direct = out.emplace(r.module.path, false).first->second;
      direct = direct || !r.indirect;
    }
  return out;
}

std::optional<bool> direct_in(const ListedPaths& listed,
                              std::string_view path) {
  const auto at = listed.find(path);
  return at == listed.end() ? std::nullopt : std::optional(at->second);
}

BuildCounts counts_of(const Project& project, const ListedPaths& listed,
                      const Digraph<ModuleId>& selected) {
  const ModuleGraph& graph = project.graph;
  BuildCounts out;
  for (const ListedModule& m : *project.resolved) {
    ++out.modules;
    if (!graph.is_main(m.node) && !listed.contains(graph.path(m.node)))
      ++out.hidden;
  }
  const auto is_module = [&](NodeId n) {
    return graph.kind(graph.module_of(n)) == ModuleKind::kModule;
  };
  std::vector<NodeId> row;
  for (const NodeId n : graph.nodes()) {
    if (!is_module(n)) continue;
    row.assign(graph.requirements(n).begin(), graph.requirements(n).end());
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
    out.requirements += static_cast<std::uint64_t>(
        std::count_if(row.begin(), row.end(), is_module));
  }
  const std::vector<std::uint64_t> unit(selected.vertex_count(), 1);
  out.longest_chain =
      critical_path(selected, strongly_connected_components(selected),
                    main_modules(graph), unit)
          .length;
  return out;
}

MoveKind kind_of(const ModuleChange& c) {
  if (!c.before) return MoveKind::kAdded;
  if (!c.after) return MoveKind::kRemoved;
  if (c.direction == 0) return MoveKind::kReplaced;
  return c.direction > 0 ? MoveKind::kUpgraded : MoveKind::kDowngraded;
}

VersionMove version_move(const ModuleChange& c) {
  return {c.before ? c.before->version : "", c.after ? c.after->version : "",
          c.required_by_after};
}

bool is_main(const std::optional<UsedVersion>& used) {
  return used && used->version.empty();
}

class Comparison {
 public:
  Comparison(const ProjectState& before, const ProjectState& after)
      : before_(before),
        after_(after),
        listed_before_(listed_paths(before.project)),
        listed_after_(listed_paths(after.project)) {}

  ProjectDifference run() && {
    out_.edits = line_edits(before_.manifests, after_.manifests);
    const BuildDifference builds =
        build_difference(before_.project, after_.project);
    for (const ModuleChange& c : builds.modules) take(c);
    find_causes();
    find_majors();
    find_direct_moves();
    out_.before = counts_of(before_.project, listed_before_,
                            selected_graph(before_.project.graph));
    const auto selected = selected_graph(after_.project.graph);
    out_.after = counts_of(after_.project, listed_after_, selected);
    find_new_direct(selected);
    return std::move(out_);
  }

 private:
  void take(const ModuleChange& c) {
    if (c.path == "go") out_.go = version_move(c);
    if (c.path == "toolchain") out_.toolchain = version_move(c);
    if (module_kind(c.path) != ModuleKind::kModule || is_main(c.before) ||
        is_main(c.after))
      return;
    ModuleMove move;
    move.path = c.path;
    move.kind = kind_of(c);
    move.before = c.before;
    move.after = c.after;
    move.direct_before = direct_in(listed_before_, c.path);
    move.direct_after = direct_in(listed_after_, c.path);
    out_.moves.push_back(std::move(move));
  }

  void find_causes() {
    out_.effects.resize(out_.edits.size());
    const ChangeCauses causes({before_.project.graph, before_.manifests},
                              {after_.project.graph, after_.manifests},
                              out_.edits);
    for (ModuleMove& move : out_.moves) {
      if (move.kind != MoveKind::kReplaced) explain(causes, move);
      for (const std::uint32_t edit : causes.of_replacement(move.path)) {
        if (std::find(move.causes.begin(), move.causes.end(), edit) !=
            move.causes.end())
          continue;
        move.causes.push_back(edit);
        move.witnesses.emplace_back();
      }
      out_.all.add(move.kind);
      for (const std::uint32_t edit : move.causes)
        out_.effects[edit].add(move.kind);
    }
  }

  static void name_causes(const ChangeCauses& causes, ModuleMove& move,
                          const ModuleGraph& graph, const UsedVersion& used) {
    const auto node = graph.find(move.path, used.version);
    if (!node) return;
    for (const ChangeCause& cause :
         move.is_up() ? causes.of_new(*node) : causes.of_gone(*node)) {
      move.causes.push_back(cause.edit);
      std::vector<std::string>& names = move.witnesses.emplace_back();
      for (const NodeId n : cause.witness) names.push_back(graph.name(n));
    }
  }

  void explain(const ChangeCauses& causes, ModuleMove& move) const {
    if (move.is_up())
      name_causes(causes, move, after_.project.graph, *move.after);
    else
      name_causes(causes, move, before_.project.graph, *move.before);
  }

  void find_majors() {
    std::map<std::string_view, std::pair<bool, bool>> seen;  // came, went
    const auto base = [](const ModuleMove& m) {
      return split_path_version(m.path).prefix;
    };
    for (const ModuleMove& m : out_.moves) {
      auto& [came, went] = seen[base(m)];
      came = came || m.kind == MoveKind::kAdded;
      went = went || m.kind == MoveKind::kRemoved;
    }
    for (ModuleMove& m : out_.moves) {
      const auto& [came, went] = seen[base(m)];
      m.is_major = came && went &&
                   (m.kind == MoveKind::kAdded || m.kind == MoveKind::kRemoved);
    }
  }

  // Of main modules that both sides have.
  void find_direct_moves() {
    for (const Manifest& m : after_.project.manifests) {
      const auto& all = before_.project.manifests;
      const auto was =
          std::find_if(all.begin(), all.end(), [&](const Manifest& b) {
            return b.module && m.module && b.module->path == m.module->path;
          });
      if (was == all.end()) continue;
      std::map<std::string_view, bool> direct;
      for (const Requirement& r : was->require)
        direct[r.module.path] = !r.indirect;
      for (const Requirement& r : m.require) {
        const auto at = direct.find(r.module.path);
        if (at != direct.end() && at->second == r.indirect)
          out_.direct.push_back({m.file, r.module.path, !r.indirect});
      }
    }
    std::sort(out_.direct.begin(), out_.direct.end(),
              [](const DirectMove& a, const DirectMove& b) {
                return std::pair(a.file, a.path) < std::pair(b.file, b.path);
              });
  }

  void find_new_direct(const Digraph<ModuleId>& selected) {
    const Project& project = after_.project;
    std::vector<std::string_view> paths;
    for (const auto& [path, direct] : listed_after_)
      if (direct && !direct_in(listed_before_, path).value_or(false))
        paths.push_back(path);
    if (paths.empty()) return;
    const DominatorTree<ModuleId> tree = exclusive_tree(
        selected, main_modules(project.graph), listed_indirect(project));
    std::vector<ModuleId> modules;
    std::vector<std::string_view> built;
    for (const std::string_view path : paths)
      if (const auto module = project.graph.find(path)) {
        modules.push_back(*module);
        built.push_back(path);
      } else {
        out_.new_direct.push_back({std::string(path)});
      }
    const std::vector<BroughtSource> sources =
        brought_sources(project, tree, modules);
    for (std::size_t i = 0; i < modules.size(); ++i)
      out_.new_direct.push_back(
          {std::string(built[i]), tree.size[index(modules[i])], sources[i]});
    std::stable_sort(out_.new_direct.begin(), out_.new_direct.end(),
                     [](const NewDirect& a, const NewDirect& b) {
                       return a.exclusive > b.exclusive;
                     });
  }

  const ProjectState& before_;
  const ProjectState& after_;
  ListedPaths listed_before_;
  ListedPaths listed_after_;
  ProjectDifference out_;
};

}  // namespace

void EditEffect::add(MoveKind kind) {
  switch (kind) {
    case MoveKind::kAdded:
      ++added;
      return;
    case MoveKind::kRemoved:
      ++removed;
      return;
    case MoveKind::kUpgraded:
      ++upgraded;
      return;
    case MoveKind::kDowngraded:
      ++downgraded;
      return;
    case MoveKind::kReplaced:
      ++replaced;
      return;
  }
}

int telling_rank(const ModuleMove& move) {
  if (move.kind == MoveKind::kDowngraded) return 0;
  if (move.is_major) return 1;
  switch (move.kind) {
    case MoveKind::kAdded:
      return 2;
    case MoveKind::kRemoved:
      return 3;
    case MoveKind::kReplaced:
      return 4;
    case MoveKind::kUpgraded:
    case MoveKind::kDowngraded:
      break;
  }
  return 5;
}

ProjectDifference project_difference(const ProjectState& before,
                                     const ProjectState& after) {
  return Comparison(before, after).run();
}

}  // namespace modgraph
