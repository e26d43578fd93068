#include "engine/resolve/mvs.h"

#include <algorithm>
#include <limits>

#include "engine/model/version.h"
#include "engine/resolve/version_table.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

// The module versions met so far. Ids are given in the order of a breadth-first
// walk from the targets, so the walk is a loop over them, and the one that met
// a version first is the last link of a shortest path to it.
class Walk {
 public:
  explicit Walk(const Requirements& requirements)
      : requirements_(requirements) {}

  void meet(const ModuleVersion& module, std::uint32_t requirer) {
    const std::uint32_t id = table_.add(module);
    if (id < first_requirer_.size()) return;
    first_requirer_.push_back(requirer);
    const std::uint32_t path = table_.path_id(id);
    if (path == selected_.size()) selected_.push_back(kNobody);
    const std::string_view best = selected_[path] == kNobody
                                      ? kNoVersion
                                      : table_.module(selected_[path]).version;
    if (requirements_.compare(module.path, best, module.version) < 0)
      selected_[path] = id;
  }

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(table_.size());
  }
  const ModuleVersion& module(std::uint32_t id) const {
    return table_.module(id);
  }

  SelectionError error_at(std::uint32_t id, std::string reason) const {
    SelectionError error{std::move(reason), {}};
    for (; id != kNobody; id = first_requirer_[id])
      error.path.push_back(table_.module(id));
    std::reverse(error.path.begin(), error.path.end());
    return error;
  }

  // The selected versions: of the first `targets` paths, then by path.
  std::vector<ModuleVersion> selection(std::size_t targets) const {
    std::vector<ModuleVersion> list;
    const auto collect = [&](std::size_t first, std::size_t last) {
      for (std::size_t path = first; path < last; ++path)
        if (selected_[path] != kNobody)
          list.push_back(table_.module(selected_[path]));
    };
    collect(0, targets);
    const auto leading = static_cast<std::ptrdiff_t>(list.size());
    collect(targets, path_count());
    std::sort(list.begin() + leading, list.end(),
              [](const ModuleVersion& a, const ModuleVersion& b) {
                return a.path < b.path;
              });
    return list;
  }

  std::size_t path_count() const { return selected_.size(); }

 private:
  const Requirements& requirements_;
  VersionTable table_;
  std::vector<std::uint32_t> first_requirer_;  // by id
  std::vector<std::uint32_t> selected_;        // by path id
};

}  // namespace

std::strong_ordering Requirements::order_of_go(std::string_view path,
                                               std::string_view a,
                                               std::string_view b) {
  return compare_versions(module_kind(path), a, b);
}

Selection build_list(std::span<const ModuleVersion> targets,
                     const Requirements& requirements) {
  Walk walk(requirements);
  for (const ModuleVersion& target : targets) walk.meet(target, kNobody);
  const std::size_t target_paths = walk.path_count();
  for (std::uint32_t id = 0; id < walk.size(); ++id) {
    const ModuleVersion& module = walk.module(id);
    if (module.version == kNoVersion) continue;
    auto list = requirements.required(module);
    if (!list)
      return tl::unexpected(walk.error_at(id, std::move(list.error())));
    for (const ModuleVersion& requirement : *list) walk.meet(requirement, id);
  }
  return walk.selection(target_paths);
}

Selection build_list(const ModuleVersion& target,
                     const Requirements& requirements) {
  return build_list(std::span(&target, 1), requirements);
}

std::string SelectionError::message() const {
  const auto name = [](const ModuleVersion& module) {
    return module.version.empty() ? module.path
                                  : module.path + "@" + module.version;
  };
  std::string out;
  auto link = path.begin();
  while (link != path.end() && link->version.empty()) ++link;
  if (link == path.end()) return reason;
  for (; link + 1 != path.end(); ++link) out += name(*link) + " requires\n\t";
  if (link->version.empty()) out += "module ";
  return out + name(*link) + ": " + reason;
}

}  // namespace modgraph
