// What is left when some modules must not be above a version?
//
// Every module of the build list steps down, version by version, until it is
// one that leads to nothing too high (R. Cox, "Minimal Version Selection",
// 2018, algorithm 4). "Too high" is above the version asked for, or above the
// one of the build list: a downgrade never raises anything. A version that
// requires an excluded one is excluded too, through any chain and any loop.
// O(V + E) over the versions tried, with explicit stacks.

#include "tests/support/mvs_edits.h"

#include <deque>
#include <map>
#include <vector>

#include "engine/resolve/version_table.h"

namespace modgraph::test {
namespace {

// The build list when each module version also requires what `raise` puts in
// its place.
Selection build_list_raising(const ModuleVersion& target,
                             const Requirements& requirements,
                             const OtherVersion& raise) {
  std::deque<std::vector<ModuleVersion>> lists;
  Requirements raising = requirements;
  raising.required = [&](const ModuleVersion& module)
      -> decltype(requirements.required(module)) {
    auto list = requirements.required(module);
    if (!list) return list;
    auto version = raise(module);
    if (!version) return tl::unexpected(std::move(version.error()));
    if (*version == module.version) return list;
    lists.push_back({{module.path, *version}});
    lists.back().insert(lists.back().end(), list->begin(), list->end());
    return lists.back();
  };
  return build_list(target, raising);
}

// Which module versions are out of the question.
class Exclusions {
 public:
  Exclusions(const Requirements& requirements, const OtherVersion& previous,
             const std::vector<ModuleVersion>& list,
             std::span<const ModuleVersion> to)
      : requirements_(requirements), previous_(previous) {
    for (const ModuleVersion& module : list)
      highest_.emplace(module.path, module.version);
    for (const ModuleVersion& module : to) {
      const auto entry = highest_.emplace(module.path, module.version).first;
      if (order(module.path, module.version, entry->second) < 0)
        entry->second = module.version;
    }
  }

  bool excludes(const ModuleVersion& module) {
    const std::uint32_t id = add(module);
    visit(id);
    return excluded_[id];
  }

  // The version to try after an excluded one; kNoVersion when there is none.
  tl::expected<std::string, std::string> below(const ModuleVersion& module) {
    auto version = previous_(module);
    if (!version) return version;
    // The version asked for may be one that nobody lists, such as a
    // pseudo-version: it must not be stepped over.
    const std::string& highest = highest_.at(module.path);
    if (order(module.path, highest, module.version) < 0 &&
        order(module.path, highest, *version) > 0)
      return highest;
    return version;
  }

 private:
  struct Frame {
    std::uint32_t id;
    std::span<const ModuleVersion> required;
    std::size_t next = 0;
  };

  std::strong_ordering order(const std::string& path, const std::string& a,
                             const std::string& b) const {
    return requirements_.compare(path, a, b);
  }

  std::uint32_t add(const ModuleVersion& module) {
    const std::uint32_t id = table_.add(module);
    visited_.resize(table_.size());
    excluded_.resize(table_.size());
    requirers_.resize(table_.size());
    return id;
  }

  bool too_high(const ModuleVersion& module) const {
    const auto limit = highest_.find(module.path);
    return limit != highest_.end() &&
           order(module.path, module.version, limit->second) > 0;
  }

  // Excludes a version and whatever is known to lead to it.
  void exclude(std::uint32_t id) {
    std::vector<std::uint32_t> todo{id};
    while (!todo.empty()) {
      const std::uint32_t at = todo.back();
      todo.pop_back();
      if (excluded_[at]) continue;
      excluded_[at] = true;
      todo.insert(todo.end(), requirers_[at].begin(), requirers_[at].end());
    }
  }

  // Decides about everything that a version leads to, then about itself. A
  // version on the stack is undecided; who requires it meanwhile is noted as
  // its requirer and excluded with it.
  void visit(std::uint32_t start) {
    std::vector<Frame> stack;
    enter(start, stack);
    while (!stack.empty()) {
      Frame& frame = stack.back();
      const std::uint32_t id = frame.id;
      if (frame.next == frame.required.size()) {
        stack.pop_back();
        continue;
      }
      const std::uint32_t requirement = add(frame.required[frame.next]);
      if (!visited_[requirement]) {
        enter(requirement, stack);  // and look at this requirement again
        continue;
      }
      ++frame.next;
      requirers_[requirement].push_back(id);
      if (excluded_[requirement]) {
        exclude(id);
        stack.pop_back();
      }
    }
  }

  // Excludes a version, or puts it on the stack to look at what it requires.
  void enter(std::uint32_t id, std::vector<Frame>& stack) {
    if (visited_[id]) return;
    visited_[id] = true;
    const ModuleVersion& module = table_.module(id);
    if (module.version == kNoVersion) return;
    // A go.mod that cannot be had is a reason to go further down: an early
    // version of a module may have had none that is valid.
    const auto required = too_high(module) ? tl::unexpected(std::string())
                                           : requirements_.required(module);
    if (required)
      stack.push_back({id, *required});
    else
      exclude(id);
  }

  const Requirements& requirements_;
  const OtherVersion& previous_;
  std::map<std::string, std::string, std::less<>> highest_;  // by path
  VersionTable table_;
  std::vector<bool> visited_;                          // by id
  std::vector<bool> excluded_;                         // by id
  std::vector<std::vector<std::uint32_t>> requirers_;  // by id
};

// The highest version not above `module` that is not excluded.
tl::expected<std::string, std::string> lowered(ModuleVersion module,
                                               Exclusions& exclusions) {
  while (module.version != kNoVersion && exclusions.excludes(module)) {
    auto version = exclusions.below(module);
    if (!version) return version;
    module.version = *std::move(version);
  }
  return std::move(module.version);
}

}  // namespace

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

Selection upgrade_all(const ModuleVersion& target,
                      const Requirements& requirements,
                      const OtherVersion& latest) {
  return build_list_raising(target, requirements,
                            [&](const ModuleVersion& module)
                                -> tl::expected<std::string, std::string> {
                              if (module.path == target.path)
                                return target.version;
                              return latest(module);
                            });
}

Selection upgrade(const ModuleVersion& target,
                  std::span<const ModuleVersion> to,
                  const Requirements& requirements) {
  const auto own = requirements.required(target);
  if (!own) return tl::unexpected(SelectionError{own.error(), {}});
  std::map<std::string_view, std::string_view> raised;
  for (const ModuleVersion& module : to) {
    const auto entry = raised.emplace(module.path, module.version).first;
    if (requirements.compare(module.path, entry->second, module.version) < 0)
      entry->second = module.version;
  }
  std::vector<ModuleVersion> list(own->begin(), own->end());
  for (const auto& [path, version] : raised)
    list.push_back({std::string(path), std::string(version)});
  return build_list_raising(
      target, with_requirements(requirements, target, list),
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

Selection downgrade(const ModuleVersion& target,
                    std::span<const ModuleVersion> to,
                    const Requirements& requirements,
                    const OtherVersion& previous) {
  Selection list = build_list(target, requirements);
  if (!list) return list;
  list->erase(list->begin());  // the target stays what it is

  Exclusions exclusions(requirements, previous, *list, to);
  std::vector<ModuleVersion> down{target};
  for (const ModuleVersion& module : *list) {
    auto version = lowered(module, exclusions);
    if (!version)
      return tl::unexpected(SelectionError{std::move(version.error()), {}});
    if (*version != kNoVersion) down.push_back({module.path, *version});
  }

  // What was lowered may be raised again by another module, to a version that
  // nobody lists. Then its first, lower version must not leave its own
  // requirements behind: select once, and start again from the outcome.
  Selection selected =
      build_list(target, with_requirements(requirements, target, down));
  if (!selected) return selected;
  std::map<std::string_view, const ModuleVersion*> outcome;
  for (const ModuleVersion& module : *selected)
    outcome.emplace(module.path, &module);
  down.clear();
  for (const ModuleVersion& module : *list)
    if (const auto found = outcome.find(module.path); found != outcome.end())
      down.push_back(*found->second);
  return build_list(target, with_requirements(requirements, target, down));
}

}  // namespace modgraph::test
