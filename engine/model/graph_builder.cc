#include "engine/model/graph_builder.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

#include "engine/base/parallel.h"
#include "engine/base/sort_strings.h"
#include "engine/model/version.h"
#include "engine/model/version_key.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kMaxIds = std::numeric_limits<std::uint32_t>::max() - 1;

// Counts per row become where each row begins.
void sum_up(std::vector<std::uint32_t>& offsets) {
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
}

// Filling rows moves each offset to the end of its row, which is where the next
// one begins.
void step_back(std::vector<std::uint32_t>& offsets) {
  std::copy_backward(offsets.begin(), offsets.end() - 1, offsets.end());
  offsets.front() = 0;
}

}  // namespace

// A vertex on its way to its place: sorted by key, then by version.
struct GraphBuilder::Numbering {
  struct Entry {
    std::uint64_t key;
    Handle handle;
  };
  std::vector<std::uint32_t> first;  // by module: its first node; and the end
  std::vector<NodeId> node_of;       // by handle
};

void GraphBuilder::reserve_times(double times) {
  constexpr double kMost = 1 << 28;
  const auto room = [&](std::size_t count) {
    return static_cast<std::size_t>(
        std::min(static_cast<double>(count) * times, kMost));
  };
  reserve_huge(targets_, room(targets_.size()));
  reserve_huge(runs_, room(runs_.size()));
  reserve_huge(vertices_, room(vertices_.size()));
  names_.reserve(room(names_.size()));
  paths_.reserve(room(paths_.size()));
}

GraphBuilder::Handle GraphBuilder::add(std::string_view path,
                                       std::string_view version) {
  std::string name(path);
  if (!version.empty()) name.append("@").append(version);
  const std::string_view view = name;
  Handle handle = 0;
  add_names({&view, 1}, {&handle, 1});
  return handle;
}

void GraphBuilder::add_names(std::span<const std::string_view> names,
                             std::span<Handle> handles) {
  const std::size_t known = names_.size();
  names_.intern(names, handles);
  split_names_from(known);
}

// Takes the new names apart; their paths are looked up in batches.
void GraphBuilder::split_names_from(std::size_t first) {
  constexpr std::size_t kBatch = 64;
  std::array<std::string_view, kBatch> paths;
  std::array<std::uint32_t, kBatch> ids;  // filled before it is read
  for (; first < names_.size(); first = vertices_.size()) {
    const std::size_t count = std::min(kBatch, names_.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view name = names_.name(static_cast<Handle>(first + i));
      paths[i] = name.substr(0, name.find('@'));
    }
    paths_.intern(std::span(paths.data(), count), ids);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view name = names_.name(static_cast<Handle>(first + i));
      const std::size_t split = std::min(paths[i].size() + 1, name.size());
      const bool is_module = module_kind(paths[i]) == ModuleKind::kModule;
      push_huge(vertices_,
                {is_module ? version_key(name.substr(split)) : kNoVersionKey,
                 ids[i], static_cast<std::uint32_t>(split)});
    }
  }
}

std::string_view GraphBuilder::version(Handle vertex) const {
  return names_.name(vertex).substr(vertices_[vertex].split);
}

void GraphBuilder::set_loaded(Handle vertex, Loaded loaded) {
  loaded_.emplace_back(vertex, loaded);
}

// Nodes ascend by module, and within one by version in Go's order. Versions
// that compare equal (they differ in build metadata only) by their bytes.
GraphBuilder::Numbering GraphBuilder::number_vertices(
    std::span<const std::uint32_t> path_order) const {
  using Entry = Numbering::Entry;
  Numbering out;
  std::vector<std::uint32_t> rank(path_order.size());  // of a path
  for (std::uint32_t i = 0; i < path_order.size(); ++i) rank[path_order[i]] = i;

  out.first.assign(path_order.size() + 1, 0);
  for (const Vertex& v : vertices_) ++out.first[rank[v.path] + 1];
  sum_up(out.first);
  auto entries = huge_vector<Entry>(vertices_.size());
  for (Handle h = 0; h < vertices_.size(); ++h)
    entries[out.first[rank[vertices_[h].path]]++] = {vertices_[h].key, h};
  step_back(out.first);

  for (std::size_t m = 0; m < path_order.size(); ++m) {
    const std::span group(&entries[out.first[m]],
                          out.first[m + 1] - out.first[m]);
    if (group.size() < 2) continue;
    const ModuleKind kind = module_kind(paths_.name(path_order[m]));
    std::sort(group.begin(), group.end(), [&](const Entry& a, const Entry& b) {
      if (a.key != b.key) return a.key < b.key;
      const std::string_view va = version(a.handle);
      const std::string_view vb = version(b.handle);
      const auto order = compare_versions(kind, va, vb);
      return order != 0 ? order < 0 : va < vb;
    });
  }
  out.node_of = huge_vector<NodeId>(entries.size());
  for (std::uint32_t n = 0; n < entries.size(); ++n)
    out.node_of[entries[n].handle] = NodeId{n};
  return out;
}

// Runs of one source keep their order.
Rows<NodeId> GraphBuilder::requirement_rows(
    std::span<const NodeId> node_of) const {
  Rows<NodeId> rows;
  rows.offsets = huge_vector<std::uint32_t>(node_of.size() + 1);
  for (const Run& run : runs_)
    rows.offsets[index(node_of[run.source]) + 1] += run.length;
  sum_up(rows.offsets);
  rows.targets = huge_vector<NodeId>(targets_.size());
  const Handle* target = targets_.data();
  for (const Run& run : runs_) {
    std::uint32_t& next = rows.offsets[index(node_of[run.source])];
    for (const std::uint32_t end = next + run.length; next < end; ++next)
      rows.targets[next] = node_of[*target++];
  }
  step_back(rows.offsets);
  return rows;
}

Result<ModuleGraph> GraphBuilder::freeze() && {
  if (names_.size() > kMaxIds || targets_.size() > kMaxIds)
    return fail({ErrorKind::kLimit,
                 "the graph has more than 4,294,967,294 module versions or "
                 "requirements",
                 {},
                 {},
                 {}});
  const std::size_t n = names_.size();
  const std::vector<std::uint32_t> path_order = sorted_order(paths_.names());
  const Numbering numbering = number_vertices(path_order);
  ModuleGraph g;
  bool is_too_long = false;
  const auto number_modules = [&] {
    g.module_of_ = huge_vector<ModuleId>(n);
    g.modules_.rows.reserve(path_order.size() + 1);
    for (std::uint32_t m = 0; m < path_order.size(); ++m) {
      const std::string_view path = paths_.name(path_order[m]);
      is_too_long = is_too_long || path.size() > ModuleGraph::kLongestPath;
      g.modules_.rows.push_back(
          {path.data(), numbering.first[m],
           static_cast<std::uint32_t>(path.size() & ModuleGraph::kLongestPath),
           static_cast<std::uint32_t>(module_kind(path)) & 3U});
      for (std::uint32_t v = numbering.first[m]; v < numbering.first[m + 1];
           ++v)
        g.module_of_[v] = ModuleId{m};
    }
    g.modules_.rows.push_back({nullptr, static_cast<std::uint32_t>(n), 0, 0});
    g.versions_ = huge_vector<std::string_view>(n);
    for (Handle h = 0; h < n; ++h)
      g.versions_[index(numbering.node_of[h])] = version(h);
  };
  run_tasks(targets_.size(), {[&] {
                                g.requirements_ = Digraph<NodeId>(
                                    requirement_rows(numbering.node_of));
                              },
                              number_modules});
  if (is_too_long)
    return fail({ErrorKind::kLimit,
                 "a module path is longer than 1,073,741,823 bytes",
                 {},
                 {},
                 {}});

  g.loaded_.resize(n);
  for (NodeId v : g.nodes()) {
    if (g.is_main(v)) g.mains_.push_back(v);
    const bool known = !g.requirements(v).empty() || g.is_main(v) ||
                       g.kind(g.module_of(v)) != ModuleKind::kModule;
    g.loaded_[index(v)] = known ? Loaded::kYes : Loaded::kUnknown;
  }
  for (auto [handle, loaded] : loaded_)
    g.loaded_[index(numbering.node_of[handle])] = loaded;
  g.text_ = names_.take_text();
  return g;
}

}  // namespace modgraph
