#include "engine/model/graph_builder.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "engine/base/sort_strings.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMostIds =
    std::numeric_limits<std::uint32_t>::max() - 1;

// A vertex name, taken apart. A module path cannot contain '@'.
struct SplitName {
  std::string_view path;
  std::string_view version;
};

SplitName split(std::string_view name) {
  const std::size_t at = name.find('@');
  if (at == std::string_view::npos) return {name, {}};
  return {name.substr(0, at), name.substr(at + 1)};
}

// Vertices grouped by module, modules ascending by path: what the ids of the
// frozen graph are made from.
struct Grouping {
  std::vector<std::string_view> paths;   // by module, ascending
  std::vector<std::uint32_t> module_of;  // by handle
  std::vector<std::uint32_t> first;      // by module, and the end
  std::vector<std::uint32_t> handles;    // by module, in any order within
};

Grouping group_by_module(std::span<const SplitName> names) {
  Grouping out;
  std::vector<std::string_view> paths(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) paths[i] = names[i].path;
  // The paths are prefixes of names that the graph will keep.
  Interner seen(Interner::Storage::kRefer);
  out.module_of.resize(names.size());
  seen.intern(paths, out.module_of);
  const std::vector<std::string_view> unsorted = seen.take_names();
  const std::vector<std::uint32_t> order = sorted_order(unsorted);
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    out.paths.push_back(unsorted[order[i]]);
  }

  out.first.assign(order.size() + 1, 0);
  for (std::uint32_t& m : out.module_of) ++out.first[(m = rank[m]) + 1];
  std::partial_sum(out.first.begin(), out.first.end(), out.first.begin());
  out.handles.resize(names.size());
  auto next = out.first;
  for (std::uint32_t h = 0; h < names.size(); ++h)
    out.handles[next[out.module_of[h]]++] = h;
  return out;
}

}  // namespace

GraphBuilder::Handle GraphBuilder::add(std::string_view path,
                                       std::string_view version) {
  if (version.empty()) return names_.intern(path);
  std::string name;
  name.reserve(path.size() + 1 + version.size());
  name.append(path).append("@").append(version);
  return names_.intern(name);
}

void GraphBuilder::set_opened(Handle vertex, Opened opened) {
  opened_.emplace_back(vertex, opened);
}

Result<ModuleGraph> GraphBuilder::freeze() && {
  if (names_.size() > kMostIds || targets_.size() > kMostIds)
    return fail({ErrorKind::kLimit,
                 "the graph has more than 4,294,967,294 module versions or "
                 "requirements",
                 {},
                 {},
                 {}});
  ModuleGraph g;
  g.text_ = names_.take_text();
  std::vector<SplitName> names;
  {
    const std::vector<std::string_view> whole = names_.take_names();
    names.reserve(whole.size());
    for (const std::string_view name : whole) names.push_back(split(name));
    names_ = Interner();
  }
  Grouping groups = group_by_module(names);

  // Modules, and their versions in Go's order. Versions that compare equal
  // (they differ in build metadata only) fall back to their bytes.
  const std::size_t n = names.size();
  g.modules_.rows.resize(groups.paths.size() + 1);
  g.module_of_.resize(n);
  g.versions_.resize(n);
  std::vector<std::uint32_t> node_of(n);  // by handle
  for (std::uint32_t m = 0; m < groups.paths.size(); ++m) {
    const ModuleKind kind = module_kind(groups.paths[m]);
    g.modules_.rows[m] = {groups.paths[m], groups.first[m], kind};
    const auto begin = groups.handles.begin() + groups.first[m];
    const auto end = groups.handles.begin() + groups.first[m + 1];
    std::sort(begin, end, [&](std::uint32_t a, std::uint32_t b) {
      const std::string_view va = names[a].version;
      const std::string_view vb = names[b].version;
      const auto order = compare_versions(kind, va, vb);
      return order != 0 ? order < 0 : va < vb;
    });
    for (auto it = begin; it != end; ++it) {
      const auto node = static_cast<std::uint32_t>(it - groups.handles.begin());
      node_of[*it] = node;
      g.module_of_[node] = ModuleId{m};
      g.versions_[node] = names[*it].version;
      if (g.versions_[node].empty()) g.mains_.push_back(NodeId{node});
    }
  }
  g.modules_.rows.back().first = static_cast<std::uint32_t>(n);

  // Requirement rows. Runs of one source keep their order.
  Rows<NodeId> rows;
  rows.offsets.assign(n + 1, 0);
  const auto run_end = [&](std::size_t i) {
    return i + 1 < runs_.size() ? runs_[i + 1].first : targets_.size();
  };
  for (std::size_t i = 0; i < runs_.size(); ++i)
    rows.offsets[node_of[runs_[i].source] + 1] +=
        static_cast<std::uint32_t>(run_end(i) - runs_[i].first);
  std::partial_sum(rows.offsets.begin(), rows.offsets.end(),
                   rows.offsets.begin());
  rows.targets.resize(targets_.size());
  auto next = rows.offsets;
  for (std::size_t i = 0; i < runs_.size(); ++i)
    for (std::uint64_t e = runs_[i].first; e < run_end(i); ++e)
      rows.targets[next[node_of[runs_[i].source]]++] =
          NodeId{node_of[targets_[e]]};
  g.requirements_ = Digraph<NodeId>(std::move(rows));

  g.opened_.resize(n);
  for (NodeId v : g.nodes()) {
    const bool known = !g.requirements(v).empty() || g.is_main(v) ||
                       g.kind(g.module_of(v)) != ModuleKind::kModule;
    g.opened_[index(v)] = known ? Opened::kYes : Opened::kUnknown;
  }
  for (auto [handle, opened] : opened_) g.opened_[node_of[handle]] = opened;
  return g;
}

}  // namespace modgraph
