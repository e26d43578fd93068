#include "engine/resolve/version_table.h"

#include <cstring>

namespace modgraph {

std::uint32_t VersionTable::add(const ModuleVersion& module) {
  const std::uint32_t path_id = paths_.intern(module.path);
  key_.resize(sizeof path_id);
  std::memcpy(key_.data(), &path_id, sizeof path_id);
  key_ += module.version;
  const std::uint32_t id = versions_.intern(key_);
  if (id == modules_.size()) {
    modules_.push_back(module);
    path_ids_.push_back(path_id);
  }
  return id;
}

}  // namespace modgraph
