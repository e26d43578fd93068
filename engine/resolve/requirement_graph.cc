#include "engine/resolve/requirement_graph.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "engine/model/version.h"
#include "engine/resolve/mvs.h"

namespace modgraph {

std::strong_ordering compare_ids(const VersionTable& table, VersionId a,
                                 VersionId b) {
  if (a == b) return std::strong_ordering::equal;
  const ModuleVersion& x = table.module(a);
  return compare_versions(module_kind(x.path), x.version,
                          table.module(b).version);
}

void sort_modules(const VersionTable& table, std::vector<VersionId>& modules) {
  std::stable_sort(modules.begin(), modules.end(),
                   [&](VersionId a, VersionId b) {
                     if (table.path_id(a) != table.path_id(b))
                       return table.module(a).path < table.module(b).path;
                     return compare_ids(table, a, b) < 0;
                   });
}

std::vector<VersionId> RequirementGraph::breadth_first() const {
  std::vector<VersionId> queue;
  std::vector<char> seen(rows_.size());
  const auto visit = [&](VersionId m) {
    if (seen[m] != 0) return;
    seen[m] = 1;
    queue.push_back(m);
  };
  for (const VersionId m : roots_) visit(m);
  for (std::size_t at = 0; at < queue.size(); ++at)
    for (const VersionId r : requirements(queue[at])) visit(r);
  return queue;
}

std::vector<VersionId> RequirementGraph::build_list(
    const VersionTable& table) const {
  std::vector<VersionId> out;
  std::vector<char> listed(selected_.size());
  for (const VersionId root : roots_) {
    const std::uint32_t path = table.path_id(root);
    if (listed[path] != 0) continue;
    listed[path] = 1;
    if (selected_[path] != kNoVersionId) out.push_back(selected_[path]);
  }
  std::vector<VersionId> others;
  for (std::uint32_t path = 0; path < selected_.size(); ++path)
    if (selected_[path] != kNoVersionId && listed[path] == 0)
      others.push_back(selected_[path]);
  sort_modules(table, others);
  out.insert(out.end(), others.begin(), others.end());
  return out;
}

/// Opens go.mod files breadth first, asking for each as soon as it is met.
class GraphReader {
 public:
  GraphReader(EffectiveModules& modules, Pruning pruning)
      : modules_(modules), table_(modules.store().table()), pruning_(pruning) {}

  RequirementGraph read(std::span<const VersionId> roots) {
    if (pruning_ == Pruning::kWorkspace) {
      out_.roots_.assign(roots.begin(), roots.end());
      for (const VersionId m : roots) raise(m);
    } else {
      out_.roots_ = {modules_.main(0)};
      out_.main_requirements_.assign(roots.begin(), roots.end());
      raise(modules_.main(0));
      record(modules_.main(0), out_.main_requirements_);
    }
    for (const VersionId m : roots) enqueue(m, pruning_);
    drain();
    if (pruning_ == Pruning::kWorkspace) complete_workspace(roots);
    sort_faults();
    return std::move(out_);
  }

 private:
  struct Task {
    VersionId module;
    Pruning pruning;
  };

  // A module version is loaded at most once in each way.
  void enqueue(VersionId m, Pruning pruning) {
    if (table_.module(m).version == kNoVersion) return;
    const auto way =
        static_cast<std::uint8_t>(1U << static_cast<unsigned>(pruning));
    if (m >= queued_.size()) queued_.resize(table_.size());
    if ((queued_[m] & way) != 0) return;
    queued_[m] = static_cast<std::uint8_t>(queued_[m] | way);
    modules_.ask(m);
    queue_.push_back({m, pruning});
  }

  void drain() {
    for (; !queue_.empty(); queue_.pop_front()) open(queue_.front());
  }

  void open(const Task& task) {
    const EffectiveModule& module = modules_.settle(task.module);
    if (module.fault != nullptr) {
      out_.faulty_.push_back(task.module);
      return;
    }
    record(task.module, module.require);
    const bool all = task.pruning != Pruning::kPruned ||
                     module.pruning == Pruning::kUnpruned;
    if (!all) return;
    const Pruning next = task.pruning == Pruning::kUnpruned ? Pruning::kUnpruned
                                                            : module.pruning;
    for (const VersionId r : module.require) enqueue(r, next);
  }

  void record(VersionId m, std::span<const VersionId> requirements) {
    if (out_.rows_.size() < table_.size()) out_.rows_.resize(table_.size());
    RequirementGraph::Row& row = out_.rows_[m];
    if (row.open) return;
    row = {requirements, true};
    for (const VersionId r : requirements) raise(r);
  }

  void raise(VersionId m) {
    if (out_.rows_.size() < table_.size()) out_.rows_.resize(table_.size());
    if (m >= raised_.size()) raised_.resize(table_.size());
    // What is selected only rises: once is enough.
    if (std::exchange(raised_[m], 1) != 0) return;
    const std::uint32_t path = table_.path_id(m);
    if (path >= out_.selected_.size())
      out_.selected_.resize(table_.path_count(), kNoVersionId);
    VersionId& selected = out_.selected_[path];
    if (selected == kNoVersionId ? is_something(m)
                                 : compare_ids(table_, selected, m) < 0)
      selected = m;
  }

  // `toolchain default` names no version: it is as low as none at all.
  bool is_something(VersionId m) const {
    const ModuleVersion& module = table_.module(m);
    const ModuleKind kind = module_kind(module.path);
    return kind != ModuleKind::kToolchain ||
           compare_versions(kind, kNoVersion, module.version) < 0;
  }

  // The modules of a workspace are pruned each by its own go line, so what one
  // of them selects may not have been loaded for another. Everything that
  // packages can come from is loaded at its selected version, until nothing
  // is left to open.
  void complete_workspace(std::span<const VersionId> roots) {
    std::vector<char> seen, listed;
    std::vector<std::uint32_t> paths;
    const auto list = [&](std::uint32_t path) {
      if (path >= listed.size()) listed.resize(table_.path_count());
      if (listed[path] == 0) paths.push_back(path);
      listed[path] = 1;
    };
    for (const VersionId m : roots) list(table_.path_id(m));
    while (true) {
      seen.resize(table_.size());
      std::vector<VersionId> needed;
      for (const std::uint32_t path : paths) {
        const VersionId s = out_.selected(path);
        if (s == kNoVersionId) continue;
        if (seen[s] == 0) {
          needed.push_back(s);
          continue;
        }
        for (const VersionId r : out_.requirements(s)) {
          const VersionId chosen = out_.selected(table_.path_id(r));
          if (seen[chosen] == 0 && compare_ids(table_, chosen, r) > 0)
            needed.push_back(chosen);
        }
      }
      if (needed.empty()) return;
      for (const VersionId m : needed) {
        enqueue(m, Pruning::kWorkspace);
        seen[m] = 1;
        list(table_.path_id(m));
      }
      drain();
    }
  }

  void sort_faults() {
    if (out_.faulty_.empty()) return;
    std::vector<char> is_faulty(out_.rows_.size());
    for (const VersionId m : out_.faulty_) is_faulty[m] = 1;
    out_.faulty_.clear();
    for (const VersionId m : out_.breadth_first())
      if (is_faulty[m] != 0) out_.faulty_.push_back(m);
  }

  EffectiveModules& modules_;
  const VersionTable& table_;
  Pruning pruning_;
  RequirementGraph out_;
  std::deque<Task> queue_;
  std::vector<std::uint8_t> queued_;  // by VersionId: in which ways
  std::vector<std::uint8_t> raised_;  // by VersionId
};

RequirementGraph read_requirement_graph(EffectiveModules& modules,
                                        Pruning pruning,
                                        std::span<const VersionId> roots) {
  const SummaryStore::ReadingAhead reading(modules.store());
  return GraphReader(modules, pruning).read(roots);
}

}  // namespace modgraph
