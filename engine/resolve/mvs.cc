#include "engine/resolve/mvs.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "engine/model/version.h"
#include "engine/resolve/version_table.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

// The version to put in the place of a module version, if that is not itself.
using Raise =
    std::function<tl::expected<std::string, std::string>(const ModuleVersion&)>;

// The module versions met so far. Ids are given in the order of a breadth-first
// walk from the targets, so the walk is a loop over them, and the one that met
// a version first is the last link of a shortest path to it.
class Walk {
 public:
  explicit Walk(const Requirements& requirements)
      : requirements_(requirements) {}

  void meet(const ModuleVersion& module, std::uint32_t requirer,
            SelectionError::Step step = SelectionError::Step::kRequires) {
    const std::uint32_t id = table_.add(module);
    if (id < first_requirer_.size()) return;
    first_requirer_.push_back(requirer);
    first_step_.push_back(step);
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
    auto step = SelectionError::Step::kRequires;
    for (; id != kNobody; id = first_requirer_[id]) {
      error.path.push_back({table_.module(id), step});
      step = first_step_[id];
    }
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
  std::vector<std::uint32_t> first_requirer_;     // by id
  std::vector<SelectionError::Step> first_step_;  // by id
  std::vector<std::uint32_t> selected_;           // by path id
};

Selection build_list_raising(std::span<const ModuleVersion> targets,
                             const Requirements& requirements,
                             const Raise& raise) {
  Walk walk(requirements);
  for (const ModuleVersion& target : targets) walk.meet(target, kNobody);
  const std::size_t target_paths = walk.path_count();
  for (std::uint32_t id = 0; id < walk.size(); ++id) {
    const ModuleVersion& module = walk.module(id);
    std::span<const ModuleVersion> required;
    if (module.version != kNoVersion) {
      auto list = requirements.required(module);
      if (!list)
        return tl::unexpected(walk.error_at(id, std::move(list.error())));
      required = *list;
    }
    if (raise) {
      auto version = raise(module);
      if (!version)
        return tl::unexpected(walk.error_at(id, std::move(version.error())));
      if (*version != module.version)
        walk.meet({module.path, *version}, id,
                  SelectionError::Step::kUpdatesTo);
    }
    for (const ModuleVersion& requirement : required)
      walk.meet(requirement, id);
  }
  return walk.selection(target_paths);
}

tl::unexpected<SelectionError> without_path(std::string reason) {
  return tl::unexpected(SelectionError{std::move(reason), {}});
}

}  // namespace

std::strong_ordering Requirements::order_of_go(std::string_view path,
                                               std::string_view a,
                                               std::string_view b) {
  return compare_versions(module_kind(path), a, b);
}

Requirements with_requirements(const Requirements& requirements,
                               const ModuleVersion& module,
                               std::span<const ModuleVersion> list) {
  Requirements out = requirements;
  out.required = [&requirements, &module, list](const ModuleVersion& asked)
      -> decltype(requirements.required(asked)) {
    if (asked == module) return list;
    return requirements.required(asked);
  };
  return out;
}

Selection build_list(std::span<const ModuleVersion> targets,
                     const Requirements& requirements) {
  return build_list_raising(targets, requirements, nullptr);
}

Selection build_list(const ModuleVersion& target,
                     const Requirements& requirements) {
  return build_list(std::span(&target, 1), requirements);
}

Selection upgrade_all(const ModuleVersion& target,
                      const Requirements& requirements) {
  return build_list_raising(std::span(&target, 1), requirements,
                            [&](const ModuleVersion& module)
                                -> tl::expected<std::string, std::string> {
                              if (module.path == target.path)
                                return target.version;
                              return requirements.latest(module);
                            });
}

Selection upgrade(const ModuleVersion& target,
                  std::span<const ModuleVersion> to,
                  const Requirements& requirements) {
  auto own = requirements.required(target);
  if (!own) return without_path(std::move(own.error()));

  // What the target does not require yet enters at no version, to be raised.
  std::vector<ModuleVersion> list(own->begin(), own->end());
  std::set<std::string_view> required;
  for (const ModuleVersion& module : *own) required.insert(module.path);
  std::map<std::string_view, std::string_view> raised;
  for (const ModuleVersion& module : to) {
    if (required.insert(module.path).second)
      list.push_back({module.path, std::string(kNoVersion)});
    const auto entry = raised.emplace(module.path, module.version).first;
    if (requirements.compare(module.path, entry->second, module.version) < 0)
      entry->second = module.version;
  }
  return build_list_raising(
      std::span(&target, 1), with_requirements(requirements, target, list),
      [&](const ModuleVersion& module)
          -> tl::expected<std::string, std::string> {
        const auto found = raised.find(module.path);
        return found == raised.end() ? module.version
                                     : std::string(found->second);
      });
}

Selection upgrade_requirements(const ModuleVersion& target,
                               std::span<const ModuleVersion> to,
                               const Requirements& requirements) {
  Selection list = upgrade(target, to, requirements);
  if (!list) return list;
  return minimal_requirements(target, {},
                              with_requirements(requirements, target, *list));
}

std::string SelectionError::message() const {
  const auto name = [](const ModuleVersion& module) {
    return module.version.empty() ? module.path
                                  : module.path + "@" + module.version;
  };
  std::string out;
  auto link = path.begin();
  while (link != path.end() && link->module.version.empty()) ++link;
  if (link == path.end()) return reason;
  for (; link + 1 != path.end(); ++link)
    out += name(link->module) +
           (link->next == Step::kRequires ? " requires" : " updating to") +
           "\n\t";
  if (link->module.version.empty()) out += "module ";
  return out + name(link->module) + ": " + reason;
}

}  // namespace modgraph
