// Which requirements are enough to get this build list?
//
// Number the module versions in post-order from the build list, then take them
// in reverse: whatever nothing taken before implies must be written down
// (R. Cox, "Minimal Version Selection", 2018, algorithm R). Versions that are
// not selected only lead to what they imply.
// O(V + E), with explicit stacks.
// Tested by tests/engine/resolve/mvs_test.cc.

#include <algorithm>
#include <cassert>

#include "engine/resolve/mvs.h"
#include "engine/resolve/version_table.h"

namespace modgraph {
namespace {

// The graph under a build list. The list is added first, so its i-th module has
// id i, and "is selected" is a comparison.
class ImpliedGraph {
 public:
  explicit ImpliedGraph(const std::vector<ModuleVersion>& list) {
    for (const ModuleVersion& module : list) add(module);
    selected_ = static_cast<std::uint32_t>(list.size());
    // What the main module requires is the question, not an answer.
    loaded_[0] = true;
  }

  const ModuleVersion& module(std::uint32_t id) const {
    return table_.module(id);
  }

  // Everything reachable from the list, in post-order, the main module left
  // out; or why a list of requirements could not be read.
  tl::expected<std::vector<std::uint32_t>, std::string> postorder(
      const Requirements& requirements) {
    struct Frame {
      std::uint32_t id;
      std::size_t next;  // index of the requirement to follow next
    };
    std::vector<std::uint32_t> order;
    std::vector<Frame> stack;
    for (std::uint32_t root = 0; root < selected_; ++root) {
      std::uint32_t at = root;
      for (;;) {
        const auto is_new = open(at, requirements);
        if (!is_new) return tl::unexpected(is_new.error());
        if (*is_new) stack.push_back({at, 0});
        while (!stack.empty() &&
               stack.back().next == required_[stack.back().id].size()) {
          order.push_back(stack.back().id);
          stack.pop_back();
        }
        if (stack.empty()) break;
        Frame& frame = stack.back();
        at = required_[frame.id][frame.next++];
      }
    }
    return order;
  }

  // Marks a module version and everything that it implies.
  void imply(std::uint32_t id) {
    std::vector<std::uint32_t> todo{id};
    while (!todo.empty()) {
      const std::uint32_t at = todo.back();
      todo.pop_back();
      if (implied_[at]) continue;
      implied_[at] = true;
      todo.insert(todo.end(), required_[at].begin(), required_[at].end());
    }
  }
  bool is_implied(std::uint32_t id) const { return implied_[id]; }

 private:
  std::uint32_t add(const ModuleVersion& module) {
    const std::uint32_t id = table_.add(module);
    required_.resize(table_.size());
    loaded_.resize(table_.size());
    implied_.resize(table_.size());
    return id;
  }

  // Fetches the requirements of a module version; false when it did before.
  tl::expected<bool, std::string> open(std::uint32_t id,
                                       const Requirements& requirements) {
    if (loaded_[id]) return false;
    loaded_[id] = true;
    if (module(id).version == kNoVersion) return true;
    const auto list = requirements.required(module(id));
    if (!list) return tl::unexpected(list.error());
    std::vector<std::uint32_t> ids;
    for (const ModuleVersion& requirement : *list)
      ids.push_back(add(requirement));
    required_[id] = std::move(ids);
    return true;
  }

  VersionTable table_;
  std::uint32_t selected_ = 0;
  std::vector<std::vector<std::uint32_t>> required_;
  std::vector<bool> loaded_;
  std::vector<bool> implied_;
};

// Where a path is in a build list; its size when it is not in it.
std::size_t position(const std::vector<ModuleVersion>& list,
                     std::string_view path) {
  if (list.front().path == path) return 0;  // the only one out of order
  const auto found = std::lower_bound(
      list.begin() + 1, list.end(), path,
      [](const ModuleVersion& m, std::string_view p) { return m.path < p; });
  return found != list.end() && found->path == path
             ? static_cast<std::size_t>(found - list.begin())
             : list.size();
}

}  // namespace

Selection minimal_requirements(const ModuleVersion& main,
                               std::span<const std::string> base,
                               const Requirements& requirements) {
  Selection list = build_list(main, requirements);
  if (!list) return list;
  ImpliedGraph graph(*list);
  const auto postorder = graph.postorder(requirements);
  if (!postorder) return tl::unexpected(SelectionError{postorder.error(), {}});

  std::vector<ModuleVersion> minimal;
  std::vector<bool> taken(list->size() + 1);
  taken.back() = true;  // stands for the paths that the list does not have
  const auto take = [&](std::size_t id) {
    assert(id < list->size());
    minimal.push_back((*list)[id]);
    graph.imply(static_cast<std::uint32_t>(id));
    taken[id] = true;
  };
  for (const std::string& path : base)
    if (const std::size_t id = position(*list, path); !taken[id]) take(id);
  for (auto id = postorder->rbegin(); id != postorder->rend(); ++id)
    // What is not selected was reached from the list, and is implied by now.
    if (!graph.is_implied(*id)) take(*id);
  std::sort(minimal.begin(), minimal.end(),
            [](const ModuleVersion& a, const ModuleVersion& b) {
              return a.path < b.path;
            });
  return minimal;
}

}  // namespace modgraph
