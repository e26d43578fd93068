#include "engine/model/graph_builder.h"

#include <algorithm>
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

struct GraphBuilder::Numbering {
  std::vector<Handle> order;         // by node
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
  reserve_huge(keys_, room(keys_.size()));
  reserve_huge(path_lengths_, room(path_lengths_.size()));
  names_.reserve(room(names_.size()));
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
  names_.intern(names, handles);
  while (keys_.size() < names_.size()) {
    const std::string_view name =
        names_.name(static_cast<Handle>(keys_.size()));
    const std::string_view path = name.substr(0, name.find('@'));
    const bool is_module = module_kind(path) == ModuleKind::kModule;
    const std::size_t split = std::min(path.size() + 1, name.size());
    push_huge(keys_,
              is_module ? version_key(name.substr(split)) : kNoVersionKey);
    // No length that freeze() lets pass is cut off.
    push_huge(path_lengths_, static_cast<std::uint32_t>(
                                 std::min<std::size_t>(path.size(), kMaxIds)));
  }
}

std::string_view GraphBuilder::path(Handle vertex) const {
  return names_.name(vertex).substr(0, path_lengths_[vertex]);
}

std::string_view GraphBuilder::version(Handle vertex) const {
  const std::string_view name = names_.name(vertex);
  return name.substr(std::min<std::size_t>(
      path_lengths_[vertex] + std::size_t{1}, name.size()));
}

void GraphBuilder::set_loaded(Handle vertex, Loaded loaded) {
  loaded_.emplace_back(vertex, loaded);
}

// Where the path differs from the one before; and the end.
std::vector<std::uint32_t> GraphBuilder::module_starts(
    std::span<const Handle> order,
    std::span<const std::string_view> paths) const {
  constexpr std::size_t kAhead = 16;  // paths are anywhere in memory
  std::vector<std::uint32_t> out;
  std::string_view last;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    if (i + 2 * kAhead < order.size())
      __builtin_prefetch(&paths[order[i + 2 * kAhead]]);
    if (i + kAhead < order.size())
      __builtin_prefetch(paths[order[i + kAhead]].data());
    const std::string_view path = paths[order[i]];
    if (i == 0 || path != last) push_huge(out, i);
    last = path;
  }
  out.push_back(static_cast<std::uint32_t>(order.size()));
  return out;
}

// Versions of one module, in Go's order. Those that compare equal (they differ
// in build metadata only) by their bytes.
void GraphBuilder::sort_versions(std::span<Handle> of_one_module) const {
  if (of_one_module.size() < 2) return;
  const ModuleKind kind = module_kind(path(of_one_module.front()));
  std::sort(of_one_module.begin(), of_one_module.end(),
            [&](Handle a, Handle b) {
              if (keys_[a] != keys_[b]) return keys_[a] < keys_[b];
              const std::string_view va = version(a);
              const std::string_view vb = version(b);
              const auto order = compare_versions(kind, va, vb);
              return order != 0 ? order < 0 : va < vb;
            });
}

// Nodes ascend by module, and within one by version.
GraphBuilder::Numbering GraphBuilder::number_vertices() const {
  Numbering out;
  {
    auto paths = huge_vector<std::string_view>(names_.size());
    for (Handle h = 0; h < paths.size(); ++h) paths[h] = path(h);
    out.order = sorted_order(paths);
    out.first = module_starts(out.order, paths);
  }
  for (std::size_t m = 0; m + 1 < out.first.size(); ++m)
    sort_versions(
        std::span(&out.order[out.first[m]], out.first[m + 1] - out.first[m]));
  out.node_of = huge_vector<NodeId>(out.order.size());
  for (std::uint32_t n = 0; n < out.order.size(); ++n)
    out.node_of[out.order[n]] = NodeId{n};
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
  const Numbering numbering = number_vertices();
  ModuleGraph g;
  bool is_too_long = false;
  const auto number_modules = [&] {
    g.module_of_ = huge_vector<ModuleId>(n);
    const std::size_t modules = numbering.first.size() - 1;
    g.modules_.rows.reserve(modules + 1);
    for (std::uint32_t m = 0; m < modules; ++m) {
      const std::string_view path =
          this->path(numbering.order[numbering.first[m]]);
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
    for (std::size_t v = 0; v < n; ++v)
      g.versions_[v] = version(numbering.order[v]);
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
