#pragma once

// Module versions to dense ids, in order of first appearance, so that minimal
// version selection can work on arrays.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/interner.h"
#include "engine/model/manifest.h"

namespace modgraph {

class VersionTable {
 public:
  /// The id of a module version; size() before the call if it is new.
  std::uint32_t add(std::string_view path, std::string_view version);
  std::uint32_t add(const ModuleVersion& module) {
    return add(module.path, module.version);
  }

  std::size_t size() const { return modules_.size(); }
  /// Stays where it is when the table grows.
  const ModuleVersion& module(std::uint32_t id) const { return modules_[id]; }

  /// The number of its path: dense too, by first appearance.
  std::uint32_t path_id(std::uint32_t id) const { return path_ids_[id]; }
  std::size_t path_count() const { return paths_.size(); }
  /// The same path, as long as the table lives.
  std::string_view keep_path(std::string_view path) {
    return paths_.name(paths_.intern(path));
  }

 private:
  Interner paths_;
  Interner versions_;  // of the path, a zero byte, and the version
  std::string key_;
  std::deque<ModuleVersion> modules_;
  std::vector<std::uint32_t> path_ids_;
};

}  // namespace modgraph
