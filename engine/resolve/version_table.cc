#include "engine/resolve/version_table.h"

namespace modgraph {

std::uint32_t VersionTable::add(std::string_view path,
                                std::string_view version) {
  // One look-up where the version is known, as it mostly is.
  key_.assign(path);
  key_ += '\0';
  key_ += version;
  const std::uint32_t id = versions_.intern(key_);
  if (id == modules_.size()) {
    modules_.push_back({std::string(path), std::string(version)});
    path_ids_.push_back(paths_.intern(path));
  }
  return id;
}

}  // namespace modgraph
